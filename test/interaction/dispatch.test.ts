import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PERSON_BUCKET } from '../../src/interaction/buckets.js'
import { type AnyCommand, command } from '../../src/interaction/command.js'
import { Outage } from '../../src/kit/outage.js'
import { refuse } from '../../src/kit/refusal.js'
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
      errors.push(new Outage('gone'))
      const heard = await mia.presses('1nonsense')
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
      const admin = await house.person('Group', { isAnonymous: true })
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
      for (let i = 0; i < PERSON_BUCKET.size; i++) expect((await mia.types('/help')).refusal).toBeUndefined()
      const warned = await mia.types('/help')
      expect(warned.refusal).toBe('too-fast')
      expect(warned.params('refusal-too-fast').wait).toEqual({ duration: 667 })
      const before = await house.dump()
      expect((await mia.types('/help')).said).toBe(false)
      expect(await house.dump()).toEqual(before)
      expect((await mia.presses('1help')).refusal).toBe('too-fast')
      const other = await house.person('Noa')
      expect((await other.types('/help')).refusal).toBeUndefined()
      house.world.passes(667)
      expect((await mia.types('/help')).refusal).toBeUndefined()
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

    it('of one command of one person, whatever came of it', async () => {
      const house = await openHouse(engine, { extra: [slow] })
      const mia = await house.person('Mia')
      expect((await mia.types('/slow')).keys).toEqual(['claims-none'])
      house.world.passes(1000)
      const heard = await mia.types('/slow')
      expect(heard.refusal).toBe('cooldown')
      expect(heard.params('refusal-cooldown')).toEqual({ command: 'slow', wait: { duration: 2000 } })
      expect((await (await house.person('Noa')).types('/slow')).refusal).toBeUndefined()
    })
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
