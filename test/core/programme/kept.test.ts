/** No file keeps the bot down where a programme was accepted, whatever it leads to. */
import { expect, it } from 'vitest'
import { beginWith, checked, createInForce } from '../../../src/in-force.js'
import { programmeSchema, type Reading } from '../../../src/programme/programme.js'
import type { Storage, Work } from '../../../src/storage/storage.js'
import { words } from '../../e2e/rig.js'
import { type House, steeredWorld } from '../../kit/house.js'
import { recordingLog } from '../../kit/lines.js'
import { describeStorage } from '../../kit/storage.js'
import { FIRST, stage } from './stage.js'

const SECOND = { ...FIRST, version: 'spring', name: 'Harbour Friends' }
const NEW = { code: 'NEW', scale: 2 }
const TWICE = { ...SECOND, assets: [...FIRST.assets, NEW, NEW] }
const TOLD = 'assets is wrong: the asset "NEW" is there twice.'
const speech = { has: () => true, fallback: 'en', choose: () => 'en' }

function begin({ storage, log }: Pick<House, 'storage' | 'log'>, read: Reading | { problems: string[] }) {
  return beginWith(storage, read, { path: 'programme.json', speech, log })
}

/** Passes every check, and the database refuses it: stands for a mistake that no check knows yet. */
const unforeseen: Reading = {
  raw: SECOND,
  programme: { ...programmeSchema.parse(SECOND), assets: [...FIRST.assets, { code: 'NEW', scale: 99 }] },
}

/** Every row of `programmes` is one that the database refuses, so that the unit cannot go on. */
function refusing(storage: Storage): Storage {
  const broken = (work: Work) => {
    const { db, t } = work
    const insert: typeof db.insert = (table) => {
      const into = db.insert(table)
      const values = into.values.bind(into)
      return Object.is(table, t.programmes)
        ? Object.assign(into, { values: (row: object) => values({ ...row, digest: null } as never) })
        : into
    }
    const there = (name: string | symbol) =>
      name === 'db' ? Object.assign(Object.create(db), { insert }) : Reflect.get(work, name)
    return new Proxy(work, {
      get(_, name) {
        const value: unknown = there(name)
        return typeof value === 'function' ? value.bind(work) : value
      },
    })
  }
  return { ...storage, write: (unit) => storage.write((work) => unit(broken(work))) }
}

describeStorage('a file that leads to a mistake', (engine) => {
  it('of one asset twice is refused by /program reload and by a start, which keeps what it had', async () => {
    const { house, admin, file } = await stage(engine)
    file.holds = TWICE
    const heard = await admin.inPrivate.types('/program reload')
    expect(heard.keys.slice(0, 2)).toEqual(['program-mistakes', 'program-mistake'])
    expect(heard.words).toContain(TOLD)
    const begun = await begin(house, checked(TWICE, speech))
    expect([begun.number, begun.programme.name]).toEqual([1, 'Harbour Ambassadors'])
  })

  it('that no check knows leaves a start with the programme accepted last; log and admins learn why', async () => {
    const { house, admin } = await stage(engine)
    const begun = await begin(house, unforeseen)
    expect([begun.number, begun.programme.name]).toEqual([1, 'Harbour Ambassadors'])
    const [card] = await house.told(admin)
    expect(card?.keys.slice(0, 2)).toEqual(['program-start-kept', 'program-mistakes'])
    expect(card?.words).toContain('the file cannot come into force: ')
    expect(card?.words).toContain('assets_scale')
    const [failure, kept] = house.lines.filter(({ level }) => level === 'error')
    expect(failure?.fields.error).toBeInstanceOf(Error)
    expect(kept?.message).toContain('the programme that was accepted last is kept')
    expect(await house.look((work) => work.db.select().from(work.t.programmes))).toHaveLength(1)
    expect(await house.audit()).toEqual([])
  })

  it('that no check knows ends the very first start with a line of what it was', async () => {
    const storage = await engine.open({ world: steeredWorld() })
    const { log } = recordingLog()
    await expect(begin({ storage, log }, unforeseen)).rejects.toThrow(
      /^PROGRAMME_FILE programme.json: the file cannot come into force: .*assets_scale/,
    )
  })

  it('that no check knows is a refusal where an admin confirms it, with the reason, and changes nothing', async () => {
    const { house, admin, file } = await stage(engine, { through: refusing })
    file.holds = SECOND
    const shown = await admin.inPrivate.types('/program reload')
    const done = await admin.inPrivate.presses(shown.press({ command: 'program-accept' }))
    expect(done.refusal).toBe('program-unforeseen')
    expect(done.words).toMatch(/the file cannot come into force: .*digest/)
    expect(house.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
    expect((await admin.inPrivate.types('/start')).words).toContain('Harbour Ambassadors')
    expect(await house.look((work) => work.db.select().from(work.t.programmes))).toHaveLength(1)
  })

  it('by a check that is younger than its acceptance is told, and stays in force until it is corrected', async () => {
    const { house, admin } = await stage(engine)
    const fine = { ...SECOND, packets: { approvalAbove: { POINTS: '0.5' } } }
    const programme = programmeSchema.parse(SECOND)
    expect((await begin(house, { raw: fine, programme })).number).toBe(2)
    const read = checked(fine, speech)
    expect(read).toEqual({
      problems: [
        expect.stringContaining('packets.approvalAbove.POINTS is wrong: POINTS has at most 0 decimal'),
      ],
    })
    const begun = await begin(house, read)
    expect([begun.number, begun.programme.packets.approvalAbove]).toEqual([2, { POINTS: '0.5' }])
    const cards = await house.told(admin)
    expect(cards.map(({ keys }) => keys[0])).toEqual(['program-start-changed', 'program-start-kept'])
  })

  it('that no commands can be made of is found before it is in force, by a process that follows, too', async () => {
    const { house } = await stage(engine)
    const { log, lines } = recordingLog()
    const first = await begin(house, checked(FIRST, speech))
    // Choices that cannot be said stand for a mistake that no check knows yet.
    let isBroken = false
    const said = words()
    const plain: typeof said.plain = (...asked) => {
      if (isBroken) throw new Error('no menu can be made of it')
      return said.plain(...asked)
    }
    const deps = { choose: said.choose, recordUrl: () => undefined, digestKey: new Uint8Array(32) }
    const other = createInForce({
      ...{ storage: house.storage, log, first, now: () => house.world.now(), deps },
      speech: { ...said, has: () => true, plain },
    })
    await begin(house, checked(SECOND, speech))
    isBroken = true
    const [follow] = other.beats().filter(({ name }) => name === 'programme-follow')
    for (let times = 0; times < 2; times++) await house.storage.read(async (work) => follow?.due(work, '', 1))
    expect(other.programme().name).toBe('Harbour Ambassadors')
    expect(lines.map(({ level, message }) => [level, message])).toEqual([
      ['error', 'a programme failed in a way that no check of it foresaw'],
      ['error', 'the programme in force is not one that this version understands; the former is kept'],
    ])
  })
})
