import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PERSON_BUCKET, TYPIST_BUCKET } from '../../src/interaction/buckets.js'
import { type AnyCommand, command } from '../../src/interaction/command.js'
import { Outage } from '../../src/kit/outage.js'
import { Refusal, refuse } from '../../src/kit/refusal.js'
import { text } from '../../src/kit/text.js'
import type { Storage } from '../../src/storage/storage.js'
import { openHouse } from '../kit/house.js'
import { describeStorage } from '../kit/storage.js'

/** Writes something and breaks, refuses, or does as it is told. */
function sample(name: string, end: () => void, more: Partial<AnyCommand> = {}): AnyCommand {
  return command({
    name,
    who: 'anyone',
    where: 'anywhere',
    args: z.object({}),
    async handle({ work, actor }) {
      await work.db.insert(work.t.settings).values({ key: `${name}:${actor.member}`, value: 'written' })
      end()
      return { text: [text('claims-none')] }
    },
    ...more,
  })
}

const broken = sample('broken', () => {
  throw new Error('the wheel came off')
})
const no = sample('no', () => refuse('packet-over', { state: 'closed' }))
const slow = sample('slow', () => {}, { cooldownMs: 3000 })

/** Fails the next writes with what it is given. */
function failing(storage: Storage, errors: unknown[]): Storage {
  return {
    ...storage,
    dialect: storage.dialect,
    read: (look) => storage.read(look),
    write: (unit) => (errors.length > 0 ? Promise.reject(errors.shift()) : storage.write(unit)),
    close: () => storage.close(),
  }
}

/** Counts units of work that write. */
function counted(storage: Storage, writes: { count: number }): Storage {
  return {
    dialect: storage.dialect,
    read: (look) => storage.read(look),
    write(unit) {
      writes.count += 1
      return storage.write(unit)
    },
    close: () => storage.close(),
  }
}

describeStorage('dispatch', (engine) => {
  const settingsOf = (house: Awaited<ReturnType<typeof openHouse>>) =>
    house.look((work) => work.db.select().from(work.t.settings))

  it('of a mistake of ours keeps nothing, apologises with a number, and logs the number with the stack', async () => {
    const house = await openHouse(engine, { extra: [broken] })
    const mia = await house.person('Mia')
    const heard = await mia.types('/broken')
    const { reference } = heard.params('mistake')
    expect(heard).toMatchObject({ keys: ['mistake'], refused: true })
    expect(await settingsOf(house)).toEqual([])
    expect(house.lines).toEqual([
      expect.objectContaining({
        level: 'error',
        fields: expect.objectContaining({ reference, error: expect.any(Error) }),
      }),
    ])
  })

  it('of a refusal keeps the answer and nothing else', async () => {
    const house = await openHouse(engine, { extra: [no] })
    const mia = await house.person('Mia')
    const before = await house.dump('calls')
    const heard = await mia.inPrivate.presses('1no')
    expect(heard).toMatchObject({ refusal: 'packet-over', refused: true })
    const after = await house.dump('calls')
    // The private chat is new, and that is all.
    expect({ ...after, chats: [] }).toEqual({ ...before, chats: [] })
    expect(house.lines).toEqual([])
  })

  describe('when the database is away', () => {
    it('an awaited answer says so, nothing is kept, and the same call is done when it is back', async () => {
      const errors: unknown[] = []
      const house = await openHouse(engine, { through: (storage) => failing(storage, errors) })
      const mia = await house.person('Mia')
      const call = mia.call({ kind: 'filled', command: 'wallet', values: {} })
      errors.push(new Outage('gone'))
      const answer = await house.dispatch(call)
      expect(answer).toMatchObject({ refused: true, locale: 'en', view: { text: [{ key: 'outage' }] } })
      expect(await house.look((work) => work.db.select().from(work.t.calls))).toEqual([])
      expect((await house.dispatch(call))?.view.text[0]?.key).toBe('wallet-mine')
    })

    it('a typed call is handed back to the platform, to be delivered again', async () => {
      const errors: unknown[] = [new Outage('gone')]
      const house = await openHouse(engine, { through: (storage) => failing(storage, errors) })
      const mia = await house.person('Mia')
      const call = mia.call({ kind: 'typed', command: 'wallet', words: '' })
      await expect(house.dispatch(call)).rejects.toThrow(Outage)
      expect((await house.hears(call)).keys).toEqual(['wallet-mine', 'wallet-empty'])
    })

    it('in the middle of a commit, nobody is told that nothing was done', async () => {
      const errors: unknown[] = []
      const house = await openHouse(engine, { through: (storage) => failing(storage, errors) })
      const mia = await house.person('Mia')
      errors.push(new Outage('lost', { outcome: 'unknown' }))
      expect((await mia.fills('wallet', {})).keys).toEqual(['outage-unknown'])
    })

    it('while a refusal is to be kept, an awaited answer says so', async () => {
      const errors: unknown[] = []
      const house = await openHouse(engine, { through: (storage) => failing(storage, errors) })
      const mia = await house.person('Mia', { language: 'ru' })
      errors.push(new Refusal('packet-unknown', { packet: 'x' }), new Outage('gone'))
      const heard = await mia.presses('1packet-why:x')
      expect(heard).toMatchObject({ keys: ['outage'], locale: 'ru' })
    })

    it('for a whole storm, everybody hears it and nobody is paid', async () => {
      const errors: unknown[] = []
      const house = await openHouse(engine, { through: (storage) => failing(storage, errors) })
      const pavel = await house.rich('Pavel', '100')
      const packet = String((await pavel.types('/redpacket 10 5')).params('redpacket-dropped').packet)
      const people = await Promise.all(Array.from({ length: 8 }, (_, at) => house.person(`P${at}`)))
      errors.push(...people.map(() => new Outage('gone')))
      const press = `1packet-claim:${packet}`
      const heard = await Promise.all(people.map((one) => one.presses(press)))
      expect(heard.map(({ keys }) => keys)).toEqual(heard.map(() => ['outage']))
      errors.length = 0
      expect(await house.look((work) => work.db.select().from(work.t.packetClaims))).toEqual([])
      expect((await people[0]?.presses(press))?.keys).toEqual(['claim-paid'])
    })
  })

  it('a mistake while the answer to a mistake is kept is still answered', async () => {
    const errors: unknown[] = []
    const house = await openHouse(engine, { extra: [broken], through: (s) => failing(s, errors) })
    const mia = await house.person('Mia')
    errors.push(new Error('first'), new Error('second'))
    const heard = await mia.presses('1broken')
    expect(heard.keys).toEqual(['mistake'])
    expect(house.lines.map(({ message }) => message)).toEqual([
      'a mistake of ours',
      'an answer could not be kept',
    ])
  })

  describe('of somebody who is nobody', () => {
    it('a bot is not heard at all', async () => {
      const house = await openHouse(engine)
      const bot = await house.person('Robot', { isBot: true })
      const before = await house.dump()
      expect((await bot.types('/redpacket 50 20')).said).toBe(false)
      expect((await bot.presses('1help')).said).toBe(false)
      expect(await house.dump()).toEqual(before)
    })

    it('an anonymous admin is told why, where everybody sees it, and does nothing', async () => {
      const house = await openHouse(engine)
      const admin = await house.person('Group', { isAnonymous: true, isBot: true })
      await house.pays(admin.owner, '100')
      const heard = await admin.types('/redpacket 50 20')
      expect(heard.refusal).toBe('anonymous')
      expect(heard.view.audience).toBe('everyone')
      expect(await house.look((work) => work.db.select().from(work.t.packets))).toEqual([])
      expect((await admin.types('just talking')).said).toBe(false)
    })
  })

  describe('of what is not there', () => {
    it('an unknown command is told in private and left to other bots in a group', async () => {
      const house = await openHouse(engine)
      const mia = await house.person('Mia')
      expect((await mia.types('/tip 50')).said).toBe(false)
      const heard = await mia.inPrivate.types(`/${'t'.repeat(100)}`)
      expect(heard.refusal).toBe('command-unknown')
      expect(heard.params('refusal-command-unknown').typed).toBe('t'.repeat(32))
    })

    it('a command of buttons cannot be typed, nor filled in', async () => {
      const house = await openHouse(engine)
      const mia = await house.person('Mia')
      expect((await mia.inPrivate.types('/packet-approve x')).refusal).toBe('command-unknown')
      expect((await mia.fills('packet-approve', { request: 'x' })).refusal).toBe('command-unknown')
      expect((await mia.fills('__proto__', {})).refusal).toBe('command-unknown')
    })

    it('a link that leads nowhere is a plain start', async () => {
      const house = await openHouse(engine)
      const mia = await house.person('Mia')
      for (const payload of ['', 'ref_1', 'treasury_deposit', '__proto__', '_'.repeat(64)]) {
        expect((await mia.inPrivate.opens(payload)).keys[0]).toBe('start-hello')
      }
      expect((await mia.inPrivate.opens('verify_nothere')).refusal).toBe('packet-unknown')
      expect((await mia.inPrivate.opens('form_nothere')).refusal).toBe('form-gone')
    })

    it('a free text that answers nothing gets a hint in private and silence in a group', async () => {
      const house = await openHouse(engine)
      const mia = await house.person('Mia')
      expect((await mia.inPrivate.types('hello?')).keys).toEqual(['nobody-asked'])
      expect((await mia.types('hello?')).said).toBe(false)
      expect((await mia.types('/cancel')).said).toBe(false)
    })
  })

  describe('keeps a pace', () => {
    it('of one person: told once, then silent for typed words and told again at a button', async () => {
      const house = await openHouse(engine)
      const mia = await house.person('Mia')
      const { inPrivate } = mia
      for (let i = 0; i < PERSON_BUCKET.size; i++)
        expect((await inPrivate.types('/help')).refusal).toBeUndefined()
      const warned = await inPrivate.types('/help')
      expect(warned.refusal).toBe('too-fast')
      expect(warned.params('refusal-too-fast')).toEqual({ command: 'help', wait: { duration: 667 } })
      expect(warned.words).toContain('did not carry out /help')
      const before = await house.dump()
      expect((await inPrivate.types('/help')).said).toBe(false)
      expect(await house.dump()).toEqual(before)
      expect((await mia.presses('1help')).refusal).toBe('too-fast')
      const other = await house.person('Noa')
      expect((await other.types('/help')).refusal).toBeUndefined()
      house.world.passes(667)
      expect((await mia.types('/help')).refusal).toBeUndefined()
    })

    it('of one person who types in a group: slower than a group takes answers, and told once', async () => {
      const house = await openHouse(engine)
      const mia = await house.person('Mia')
      const answered = []
      for (let at = 0; at < 600; at++) {
        if ((await mia.types('/help')).said) answered.push(at)
        house.world.passes(700)
      }
      // Seven minutes of a command each 700 ms: what the bucket held, six a minute, and one notice.
      expect(answered.length).toBeLessThan(TYPIST_BUCKET.size + 7 * 6 + 2)
      expect((await mia.presses('1help')).refusal).toBeUndefined()
      expect((await mia.inPrivate.types('/help')).refusal).toBeUndefined()
      expect((await mia.in(house.groupNamed('Other')).types('/help')).refusal).toBeUndefined()
      expect((await mia.fills('help', {})).refusal).toBeUndefined()
    })

    it('and the next answer in the group says how much of what was typed went unheard', async () => {
      const house = await openHouse(engine)
      const mia = await house.person('Mia')
      const types = () => mia.types('/help')
      for (let at = 0; at < TYPIST_BUCKET.size; at++)
        expect((await types()).keys).not.toContain('answer-missed')
      expect((await types()).refusal).toBe('too-fast')
      for (let at = 0; at < 3; at++) expect((await types()).said).toBe(false)
      expect((await (await house.person('Noa')).types('/help')).keys).not.toContain('answer-missed')
      house.world.passes(10_000)
      expect((await mia.types('/redpacket 1,000 5')).params('answer-missed')).toEqual({ count: 4 })
      house.world.passes(10_000)
      expect((await types()).keys).not.toContain('answer-missed')
    })

    it('of one person who corrects what is typed, more lightly, but not for ever', async () => {
      const house = await openHouse(engine)
      const mia = await house.person('Mia')
      const refusals: (string | undefined)[] = []
      for (let at = 0; at < 20; at++) {
        refusals.push((await mia.types(at % 2 ? '/wallet grup=x' : '/redpacket 1,000 5')).refusal)
      }
      expect(refusals.indexOf('too-fast')).toBe(TYPIST_BUCKET.size + 3)
      expect(refusals.slice(0, 2)).toEqual(['amount-comma', 'option-unknown'])
      const again = mia.call({ kind: 'typed', command: 'redpacket', words: '1,000 5' })
      house.world.passes(120_000)
      for (let at = 0; at < 40; at++) await house.hears(again)
      for (let at = 0; at < TYPIST_BUCKET.size - 1; at++)
        expect((await mia.types('/help')).refusal).toBeUndefined()
      expect((await mia.types('/help')).refusal).toBe('too-fast')
    })

    it('of one group, from which one person takes no more than their own part', async () => {
      const house = await openHouse(engine)
      const mia = await house.person('Mia')
      for (let at = 0; at < 90; at++) await mia.types('/help')
      const noa = await house.person('Noa')
      expect((await noa.types('/help')).refusal).toBeUndefined()
    })

    it('of one group: typed commands are counted, presses are welcome', async () => {
      const house = await openHouse(engine)
      const people = await Promise.all(Array.from({ length: 70 }, (_, at) => house.person(`P${at}`)))
      const heard = []
      for (const one of people) heard.push(await one.types('/claims'))
      expect(heard.map(({ refusal }) => refusal).indexOf('too-fast')).toBe(60)
      expect(heard.filter(({ said }) => !said)).toHaveLength(9)
      for (const one of people) expect((await one.presses('1claims')).refusal).toBeUndefined()
      expect((await people[69]?.inPrivate.types('/claims'))?.refusal).toBeUndefined()
    })

    it('and names no command to whom a button has none', async () => {
      const house = await openHouse(engine)
      const mia = await house.person('Mia')
      for (let i = 0; i < PERSON_BUCKET.size; i++) await mia.presses('1claims')
      const heard = await mia.presses('1packet-claim:0000000000000000')
      expect(heard.params('refusal-too-fast')).toEqual({ command: 'none', wait: { duration: 667 } })
      expect(heard.words).toContain('I did nothing')
    })

    it('of drops, for which neither a preview counts nor a form that is begun', async () => {
      const house = await openHouse(engine)
      const pavel = await house.rich('Pavel', '500')
      for (const words of ['50 20 dry=yes', '50 20 dry=yes', '', '50 x', '50']) {
        const heard = await pavel.types(`/redpacket ${words}`)
        expect(heard.said).toBe(true)
        expect(heard.said).toBe(true)
        expect(heard.refusal).not.toBe('cooldown')
      }
      // In private it asks for the chat, which the handler finds out.
      const asked = await pavel.inPrivate.types('/redpacket 50 20')
      expect(asked.offers({ act: 'set', value: String(await house.chatId(house.group)) })).toBe(true)
      expect((await pavel.types('/redpacket 50 20')).keys).toEqual(['redpacket-dropped'])
      expect((await pavel.inPrivate.types('/redpacket 50 20')).refusal).toBe('cooldown')
      expect((await pavel.inPrivate.types('/redpacket 50 20 dry=yes')).refusal).toBeUndefined()
    })

    it('at the confirm of a form as if it had been typed whole, and not at what comes before', async () => {
      const house = await openHouse(engine)
      const pavel = await house.rich('Pavel', '60')
      const previewed = async () => {
        const asked = await pavel.types('/redpacket')
        return pavel.submits(asked.form.press, { amount: '50', shares: '20' })
      }
      const first = await previewed()
      const second = await previewed()
      expect((await pavel.types('/redpacket 10 5')).keys).toEqual(['redpacket-dropped'])
      const early = await pavel.presses(first.press({ act: 'confirm' }))
      expect(early.keys).toEqual(expect.arrayContaining(['refusal-cooldown', 'redpacket-preview']))
      expect(early.params('refusal-cooldown')).toEqual({ command: 'redpacket', wait: { duration: 3000 } })
      house.world.passes(3000)
      const done = await pavel.presses(early.press({ act: 'confirm' }))
      expect(done.keys).toEqual(['redpacket-dropped'])
      const typed = await pavel.types('/redpacket 10 5')
      expect(typed.refusal).toBe('cooldown')
      house.world.passes(3000)
      // Refused for want of money: that costs no cooldown.
      const poor = await pavel.presses(second.press({ act: 'confirm' }))
      expect(poor.keys).not.toContain('refusal-cooldown')
      expect(poor.refused).toBe(true)
      await house.pays(pavel.owner, '100')
      expect((await pavel.types('/redpacket 10 5')).keys).toEqual(['redpacket-dropped'])
    })

    it('of one command of one person, whatever came of it', async () => {
      const house = await openHouse(engine, { extra: [slow] })
      const mia = await house.person('Mia')
      expect((await mia.types('/slow')).keys).toEqual(['claims-none'])
      house.world.passes(1000)
      const heard = await mia.types('/slow')
      expect(heard.refusal).toBe('cooldown')
      expect(heard.params('refusal-cooldown')).toEqual({ command: 'slow', wait: { duration: 2000 } })
      expect((await (await house.person('Noa')).types('/slow')).refusal).toBeUndefined()
      expect((await mia.types('/slow')).said).toBe(false)
      expect((await mia.presses('1slow')).params('refusal-cooldown').wait).toEqual({ duration: 2000 })
      house.world.passes(2000)
      const again = await mia.types('/slow')
      expect(again).toMatchObject({ said: true, refusal: undefined })
    })
  })

  describe('says its cheap no without the database', () => {
    async function counting() {
      const writes = { count: 0 }
      const house = await openHouse(engine, { through: (storage) => counted(storage, writes) })
      const rows = async () => {
        const { calls = [], identities = [], outbox = [] } = await house.dump()
        return { calls: calls.length, people: identities.length, outbox: outbox.length }
      }
      return { house, writes, rows }
    }

    it('to two hundred presses of one person, of which a dozen pass', async () => {
      const { house, writes, rows } = await counting()
      const mia = await house.person('Mia', { language: 'en' })
      await mia.inPrivate.types('/language ru')
      house.world.passes(60_000)
      await mia.presses('1help')
      house.world.passes(60_000)
      writes.count = 0
      const before = await rows()
      const heard = await Promise.all(Array.from({ length: 200 }, () => mia.presses('1claims')))
      expect(writes.count).toBe(PERSON_BUCKET.size)
      expect(await rows()).toEqual({ ...before, calls: before.calls + PERSON_BUCKET.size })
      const refused = heard.filter(({ refusal }) => refusal === 'too-fast')
      expect(refused).toHaveLength(200 - PERSON_BUCKET.size)
      for (const { locale, refused: isNo, params } of refused) {
        expect({ locale, isNo }).toEqual({ locale: 'ru', isNo: true })
        expect(params('refusal-too-fast').wait).toEqual({ duration: 667 })
      }
    })

    it('to what no button of ours says, by whomever', async () => {
      const { house, writes } = await counting()
      const mia = await house.person('Mia', { language: 'es' })
      const before = await house.dump()
      const stranger = { ...mia.account, id: '7000001' }
      const heard = await Promise.all(
        Array.from({ length: 20 }, () =>
          house.hears(mia.call({ kind: 'pressed', data: '1nonsense' }, { actor: stranger })),
        ),
      )
      expect(heard.map(({ refusal }) => refusal).filter((one) => one === 'button-unknown')).toHaveLength(12)
      expect(new Set(heard.map(({ locale }) => locale))).toEqual(new Set(['es']))
      expect(writes.count).toBe(0)
      expect(await house.dump()).toEqual(before)
    })

    it('to words that mean nothing: a notice each up to the pace, one more, and silence', async () => {
      const { house, writes } = await counting()
      const mia = await house.person('Mia')
      const heard = []
      for (let i = 0; i < 50; i++) heard.push(await mia.inPrivate.types('/nonsense'))
      const refusals = heard.map(({ refusal }) => refusal)
      expect(refusals.filter((one) => one === 'command-unknown')).toHaveLength(PERSON_BUCKET.size)
      expect(refusals[PERSON_BUCKET.size]).toBe('too-fast')
      expect(heard.filter(({ said }) => said)).toHaveLength(PERSON_BUCKET.size + 1)
      expect(writes.count).toBe(PERSON_BUCKET.size + 1)
    })

    it('to anonymous admins, group by group', async () => {
      const { house, writes } = await counting()
      const admin = await house.person('Group', { isAnonymous: true })
      for (let i = 0; i < 50; i++) await admin.types('/help')
      expect(writes.count).toBe(TYPIST_BUCKET.size + 1)
      expect((await admin.in(house.groupNamed('Other')).types('/help')).refusal).toBe('anonymous')
    })
  })

  it('asks about a person without changing the call it was given', async () => {
    const house = await openHouse(engine)
    const noa = await house.person('Noa')
    noa.stands({ isAdmin: true })
    const call = noa.call({ kind: 'filled', command: 'wallet', values: { whose: 'group' } })
    expect((await house.hears(Object.freeze(call))).keys).toEqual(['wallet-group', 'wallet-empty'])
    expect(house.asked).toHaveLength(1)
    expect(call.standing).toBeUndefined()
  })

  it('speaks the language of whoever reads: chosen, else the app, else the group', async () => {
    const house = await openHouse(engine)
    const locale = async (language?: string) =>
      (await (await house.person('P', { language })).types('/claims')).locale
    expect(await locale()).toBe('en')
    expect(await locale('ru-RU')).toBe('ru')
    expect(await locale('zh-hant')).toBe('zh-CN')
    expect(await locale('xx')).toBe('en')
    const mia = await house.person('Mia', { language: 'ru' })
    await mia.types('/language es')
    expect((await mia.types('/claims')).locale).toBe('es')
    expect((await mia.in({ ...house.group, language: 'zh-CN' }).types('/claims')).locale).toBe('es')
    const noa = await house.person('Noa')
    expect((await noa.in({ ...house.group, language: 'zh-CN' }).types('/claims')).locale).toBe('zh-CN')
  })
})
