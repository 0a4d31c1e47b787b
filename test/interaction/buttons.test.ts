/** Every button of the house: those we make fit and lead somewhere, those we did not make lead nowhere. */

import { fileURLToPath } from 'node:url'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { postHere } from '../../src/core/packets/packets.js'
import { ROLES } from '../../src/core/roles/roles.js'
import { loadSpeech } from '../../src/i18n/fluent.js'
import { isTyped } from '../../src/interaction/catalogue.js'
import { PRESS_LIMIT_BYTES, packPress } from '../../src/interaction/press.js'
import type { Press } from '../../src/interaction/view.js'
import { text } from '../../src/kit/text.js'
import { applies } from '../core/applications/kit.js'
import { everyPage } from '../core/applications/pages.js'
import { everyCasePage } from '../core/cases/pages.js'
import { everyGroupPage } from '../core/groups/pages.js'
import { offer } from '../core/linking/kit.js'
import { act, drop } from '../core/packets/kit.js'
import type { Heard } from '../kit/heard.js'
import { type House, openHouse, type Person, type Voice } from '../kit/house.js'
import { describeStorage } from '../kit/storage.js'

const LOCALES = fileURLToPath(new URL('../../locales', import.meta.url))
const WORDS = loadSpeech(LOCALES, { scaleOf: () => 6, now: () => 0 })

/** Presses on a walk: enough to see every kind of button from every side. */
const STEPS_MOST = 900

/** ms: hundreds of presses one after the other, on a busy machine. */
const WALK_MS = 240_000

/** What makes two presses the same kind: ids and versions differ, what they do does not. */
function kindOf({ command, values }: Press): string {
  const { act = '', field = '', value = '' } = values
  const known = command === 'form' ? [act, field, /^[a-z]+$/i.test(value) ? value : '#'] : Object.keys(values)
  return [command, ...known].join(' ')
}

/** Presses every kind of button that can be reached from a view, each kind once in a place. */
async function walk(house: House, voice: Voice, first: Heard[]): Promise<Map<string, Heard>> {
  const seen = new Map<string, Heard>()
  const waiting = first.flatMap(({ presses }) => presses)
  for (let steps = 0; steps < STEPS_MOST; steps++) {
    const press = waiting.shift()
    if (!press) break
    if (seen.has(kindOf(press))) continue
    house.world.passes(10_000)
    const heard = await voice.presses(press)
    seen.set(kindOf(press), heard)
    waiting.push(...heard.presses)
  }
  return seen
}

async function everything(house: House, person: Person) {
  const heard: Heard[] = []
  for (const { name } of house.catalogue.commands.filter(isTyped)) {
    for (const words of [`/${name}`, `/${name} list`, `/${name} 50 20`, `/${name} everything`]) {
      house.world.passes(60_000)
      heard.push(await person.types(words), await person.inPrivate.types(words))
    }
  }
  return heard
}

/** An application with a picture, as a reviewer sees it. */
async function withFiles(house: House, reviewer: Person): Promise<Heard> {
  const applicant = await house.person('Painter')
  const application = Number(await applies(house, applicant))
  await house.storage.write(async (work) => {
    const file = {
      id: 'picture1',
      native: 'AgAC',
      sentAs: 'photo',
      name: 'photo.jpg',
      mime: 'image/jpeg',
    } as const
    const from = { member: applicant.member, platform: 'telegram', receivedAt: work.now } as const
    await work.db.insert(work.t.receivedFiles).values({ ...file, ...from })
    const [label, value] = [
      text('form-literal', { value: 'proof' }),
      text('form-literal', { value: 'photo.jpg' }),
    ]
    const summary = JSON.stringify([{ name: 'proof', label, value, isPrivate: true, file: file.id }])
    await work.db.update(work.t.applications).set({ summary }).where(eq(work.t.applications.id, application))
  })
  return reviewer.presses({ command: 'application-open', values: { application: String(application) } })
}

/** An application with a code, a screenshot and a measured community, as applicant and reviewer see it. */
async function provenAndMeasured(house: House, reviewer: Person): Promise<Heard[]> {
  const applicant = await house.person('Prover')
  const application = Number(await applies(house, applicant))
  const codes: Heard[] = []
  for (const account of ['1', '2']) {
    house.world.passes(10_000)
    codes.push(await applicant.inPrivate.presses({ command: 'prove', values: { account } }))
  }
  const chat = await house.chatId(house.group)
  await house.storage.write(async (work) => {
    const { proofs, communities } = work.t
    await work.db.update(proofs).set({ picture: 'picture1' }).where(eq(proofs.application, application))
    const seen = {
      size: 850,
      isAdmin: true,
      hears: true,
      measuredAt: work.now,
      isChanged: false,
      isHeld: true,
    }
    const counted = { countedFrom: work.now, countedUntil: work.now + 1000, countedAll: false }
    await work.db.insert(communities).values({ application, home: 'telegram:1', chat, ...seen, ...counted })
  })
  house.world.passes(10_000)
  const values = { application: String(application) }
  return [...codes, await reviewer.presses({ command: 'application-take', values })]
}

describeStorage('buttons', (engine) => {
  it('of every view that can be reached fit into 64 bytes, have words, and lead somewhere', {
    timeout: WALK_MS,
  }, async () => {
    const house = await openHouse(engine, { recordUrl: (packet) => `https://x.y/${packet}` })
    const ada = await house.rich('Ada', '5000')
    const bo = await house.rich('Bo', '5000')
    for (const one of [ada, bo]) one.stands({ isAdmin: true })
    for (const one of [ada, bo]) await one.becomes('admin')
    await house.pays({ kind: 'chat', id: await house.chatId(house.group) }, '500')
    await bo.types('/treasury deposit 100 me for a start')
    await bo.types('/redpacket 2000 20')
    const dropped = await bo.fills('redpacket', {
      amount: '50',
      shares: '20',
      passphrase: 'sesame',
      members: 'yes',
      window: '60s',
    })
    house.world.passes(60_000)
    const guests = house.groupNamed('Guests')
    const chat = await house.chatId(guests)
    const shared = await drop(bo, '50 20')
    await house.storage.write((work) => postHere(work, shared, { chat }, house.programme.packets, 'operator'))
    const cards = [...(await everything(house, ada)), ...(await everything(house, bo)), dropped]
    cards.push(...(await everyPage(house, ada)), ...(await house.told(ada)))
    cards.push(...(await everyCasePage(house, ada)), ...(await everyGroupPage(house)))
    const [lou, too] = [await house.person('Lou'), await house.person('Lou, too')]
    const offered = await offer(lou, too)
    cards.push(offered, await too.inPrivate.presses(offered.press({ command: 'link-confirm' })))
    cards.push(...(await house.told(lou)))
    cards.push(await withFiles(house, bo), ...(await provenAndMeasured(house, bo)))
    for (const { id } of await house.look((work) => work.db.select().from(work.t.packets))) {
      cards.push(await house.card(id))
    }
    const inGuests = await walk(house, ada.in(guests), [await ada.in(guests).presses(act('panel', shared))])
    const inGroup = await walk(house, ada, cards)
    const inPrivate = await walk(house, bo.inPrivate, cards)
    const walks = [inGuests, inGroup, inPrivate]
    const reached = walks.flatMap((walked) => [...walked.values()])
    for (const { keys } of reached) expect(keys).not.toContain('mistake')
    expect(house.lines).toEqual([])
    const kinds = walks.flatMap((walked) => [...walked.keys()])
    const commands = new Set(kinds.map((kind) => kind.split(' ')[0]))
    const buttons = house.catalogue.commands.filter((one) => !isTyped(one)).map(({ name }) => name)
    expect(buttons.filter((name) => !commands.has(name))).toEqual([])
    expect(await house.audit()).toEqual([])
  })

  it('forged, cut or made of rubbish change nothing and say why', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    const dropped = await pavel.types('/redpacket 50 20')
    const panel = dropped.press({ command: 'packet-panel' })
    const asked = await pavel.types('/language')
    const good = [packPress(panel, house.catalogue.order)]
    for (const press of asked.presses) good.push(packPress(press, house.catalogue.order))
    const damaged = good.flatMap((data) => [
      data.slice(1),
      `2${data.slice(1)}`,
      `${data}:x:x:x:x:x:x`,
      data.replace('1', '1x'),
      data.toUpperCase(),
      `1__proto__:${data}`,
    ])
    const before = await house.dump('calls')
    for (const data of [...damaged, '', '1', '1:', '1::::', '\u0000', '1constructor', '9'.repeat(100)]) {
      house.world.passes(10_000)
      const heard = await mia.presses(data)
      expect(heard.refusal, JSON.stringify(data)).toBe('button-unknown')
      expect(heard.refused).toBe(true)
    }
    expect(await house.dump('calls')).toEqual(before)
    expect(house.lines).toEqual([])
  })

  it('of staff without what buttons alone carry are not ours, and nobody is asked for it', async () => {
    const house = await openHouse(engine)
    const ada = await house.person('Ada')
    for (const role of ROLES) await ada.becomes(role)
    const number = await applies(house, await house.person('Moon'))
    const before = await house.dump('calls')
    let forged = 0
    for (const { name, facts } of house.catalogue.commands.filter((one) => !isTyped(one))) {
      for (let given = 0; given < facts.length; given++) {
        const values = Object.fromEntries(facts.slice(0, given).map((one) => [one.name, '1']))
        const missing = facts.slice(given).filter(({ required }) => required)
        const isOurs = missing.every((one) => WORDS.has('en', `argument-${name}-${one.name}.ask`))
        if (isOurs) continue
        house.world.passes(10_000)
        forged += 1
        const { refusal } = await ada.presses({ command: name, values })
        expect(refusal, `${name} with ${given}`).toBe('button-unknown')
      }
    }
    expect(forged).toBeGreaterThan(40)
    expect(await house.dump('calls')).toEqual(before)
    const taken = await ada.presses({ command: 'application-take', values: { application: number } })
    const asked = await ada.presses(taken.press({ command: 'application-reject' }))
    const step = asked.press({ act: 'set' })
    for (const field of ['version', 'application']) {
      house.world.passes(10_000)
      const ask = { command: 'form', values: { ...step.values, act: 'ask', field, value: '' } }
      expect((await ada.presses(ask)).refusal, field).toBe('button-unknown')
    }
    expect(house.lines).toEqual([])
  })

  it('of any bytes at all change nothing', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    await pavel.types('/redpacket 50 20')
    const names = house.catalogue.commands.map(({ name }) => name).filter((name) => !READS_ONLY.has(name))
    const data = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 70 }),
      fc
        .tuple(
          fc.constantFrom('form', ...names),
          fc.array(fc.stringMatching(/^[a-z0-9]{0,8}$/), { maxLength: 6 }),
        )
        .map(([name, values]) => `1${[name, ...values].join(':')}`),
    )
    const before = await house.dump('calls', 'forms')
    for (const one of fc.sample(data, { seed: 7, numRuns: 150 })) {
      house.world.passes(10_000)
      const heard = await mia.presses(one)
      expect(heard.keys, JSON.stringify(one)).not.toContain('mistake')
    }
    expect(await house.dump('calls', 'forms')).toEqual(before)
    expect(house.lines).toEqual([])
  })

  it('of others, of another chat and of the past are answered with the reason', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    const dropped = await pavel.types('/redpacket 50 20')
    const packet = String(dropped.params('redpacket-dropped').packet)
    const manage = ['panel', 'pause', 'resume', 'cancel', 'extend', 'topup', 'share']
    for (const act of manage) {
      house.world.passes(10_000)
      const press = { command: `packet-${act}`, values: { packet, ...(FILLED[act] ?? {}) } }
      expect((await mia.presses(press)).refusal, act).toBe('packet-not-yours')
    }
    const claim = (await house.card(packet)).press({ command: 'packet-claim' })
    expect((await mia.in(house.groupNamed('Other')).presses(claim)).refusal).toBe('packet-elsewhere')
    expect((await mia.inPrivate.presses(claim)).refusal).toBe('packet-elsewhere')
    const none = { command: 'packet-claim', values: { packet: 'nothere' } }
    expect((await mia.presses(none)).refusal).toBe('packet-unknown')
    for (const act of ['approve', 'reject']) {
      expect((await mia.presses({ command: `packet-${act}`, values: { request: 'x' } })).refusal).toBe(
        'only-roles',
      )
      expect((await mia.presses({ command: `treasury-${act}`, values: { request: '1' } })).refusal).toBe(
        'only-roles',
      )
    }
    house.world.passes(25 * 3_600_000)
    await house.beats()
    expect((await mia.presses(claim)).refusal).toBe('packet-expired')
    for (const act of manage.filter((one) => one !== 'panel' && one !== 'cancel')) {
      house.world.passes(10_000)
      const press = { command: `packet-${act}`, values: { packet, ...(FILLED[act] ?? {}) } }
      expect((await pavel.presses(press)).refusal, act).toBe('packet-over')
    }
  })

  it('never carry more than Telegram takes, whatever the ids', async () => {
    const house = await openHouse(engine)
    const id = 'z'.repeat(16)
    const longest: Press[] = [
      { command: 'form', values: { form: id, version: '999999', act: 'set', field: 'packet', value: id } },
      {
        command: 'form',
        values: { form: id, version: '999999', act: 'set', field: 'passphrase', value: 'auto' },
      },
      { command: 'packet-extend', values: { packet: id, by: '99999d' } },
      { command: 'wallet', values: { whose: 'group', before: '999999999999' } },
      { command: 'treasury-approve', values: { request: String(Number.MAX_SAFE_INTEGER) } },
    ]
    for (const press of longest) {
      const packed = packPress(press, house.catalogue.order)
      expect(Buffer.byteLength(packed)).toBeLessThanOrEqual(PRESS_LIMIT_BYTES)
    }
  })
})

/** Commands that anybody may press and that show or choose something of the presser's own. */
const READS_ONLY = new Set(['language'])
const FILLED: Record<string, Record<string, string>> = {
  extend: { by: '1h' },
  topup: { amount: '10', shares: '5' },
  share: { chat: '1' },
}
