/** /program: a changed file comes into force for everybody, or for nobody and says why. */
import { expect, it } from 'vitest'
import { beginWith, checked } from '../../../src/in-force.js'
import { type House, steeredWorld } from '../../kit/house.js'
import { recordingLog } from '../../kit/lines.js'
import { describeStorage } from '../../kit/storage.js'
import { FIRST, FOURTH, stage } from './stage.js'

const SECOND = {
  ...FIRST,
  version: 'spring',
  name: 'Harbour Friends',
  packets: { most: { POINTS: '50' }, lifeHours: 5 },
  faq: [
    { topic: 'tides', label: { en: 'Tides' }, entries: [{ ask: { en: 'When?' }, answer: { en: 'Twice.' } }] },
  ],
}

/** Starts of the bot with what is in its file. */
const startsOf = (house: House) => (raw: unknown) => {
  const { log } = house
  const speech = { has: () => true, fallback: 'en', choose: () => 'en' }
  return beginWith(house.storage, checked(raw, speech), { path: 'programme.json', speech, log })
}

describeStorage('/program', (engine) => {
  it('shows what is in force, to admins alone', async () => {
    const { house, admin } = await stage(engine)
    const heard = await admin.inPrivate.types('/program')
    expect(heard.keys).toEqual(['program-title', 'program-digest', 'program-by-start'])
    expect(heard.params('program-title')).toEqual({ name: 'Harbour Ambassadors', version: 'winter' })
    expect(heard.params('program-digest').digest).toMatch(/^[0-9a-f]{12}$/)
    const jon = await house.person('Jon')
    expect((await jon.inPrivate.types('/program')).refusal).toBe('only-roles')
    expect((await jon.inPrivate.presses('1program-accept:abcdef:1')).refusal).toBe('only-roles')
  })

  it('shows what would change, and brings it into force for everybody at the confirm', async () => {
    const { house, admin, file } = await stage(engine)
    expect((await admin.inPrivate.types('/program reload')).keys).toEqual(['program-same'])
    expect((await admin.inPrivate.types('/faq')).refusal).toBe('command-unknown')
    file.holds = SECOND
    const shown = await admin.inPrivate.types('/program reload')
    expect(shown.words).toContain('version: "winter" → "spring"')
    expect(shown.words).toContain('packets.most.POINTS: "500" → "50"')
    expect(shown.words).toContain('packets.lifeHours: new, 5')
    expect(shown.words).toContain('faq: new, [{"topic":"tides"')
    expect((await admin.inPrivate.types('/faq')).refusal).toBe('command-unknown')
    const press = shown.press({ command: 'program-accept' })
    const done = await admin.inPrivate.presses(press)
    expect(done.keys).toEqual(['program-accepted'])
    expect((await admin.inPrivate.types('/faq')).keys).toEqual(['faq-title'])
    expect((await admin.inPrivate.types('/start')).words).toContain('Harbour Friends')
    const rich = await house.rich('Rita', '200')
    expect((await rich.types('/redpacket 100 2')).refusal).toBe('packet-above-most')
    // A second press of the same card is told the same, and nothing happens twice.
    expect((await admin.inPrivate.presses(press)).keys).toEqual(['program-accepted'])
    const facts = await house.look((work) => work.db.select().from(work.t.facts))
    const changes = facts.filter(({ kind }) => kind === 'programme-changed')
    expect(changes.map(({ actor, details }) => [actor, JSON.parse(details).sections])).toEqual([
      [`member:${admin.member}`, ['version', 'name', 'packets', 'faq']],
    ])
    expect((await admin.inPrivate.types('/program')).keys).toContain('program-by')
    expect(await house.audit()).toEqual([])
  })

  it('keeps the old one on a mistake, and names each with its path and an example', async () => {
    const { admin, file } = await stage(engine)
    file.holds = { ...SECOND, packets: { lifeHours: 'long', mots: {} }, regions: [{ id: 'North' }] }
    const heard = await admin.inPrivate.types('/program reload')
    expect(heard.params('program-mistakes').count).toBe(4)
    expect(heard.words).toContain('packets.lifeHours is not a number. Example: 24')
    expect(heard.words).toContain('packets.mots is no setting')
    expect(heard.words).toContain('regions[0].id is not a short name')
    expect(heard.offers({ command: 'program-accept' })).toBe(false)
    expect((await admin.inPrivate.types('/start')).words).toContain('Harbour Ambassadors')
    file.holds = { ...SECOND, assets: [{ code: 'POINTS', scale: 2 }] }
    expect((await admin.inPrivate.types('/program reload')).words).toContain(
      'assets[0].scale of POINTS must stay 0',
    )
  })

  it('does nothing when the file, or the programme, is another one than was shown', async () => {
    const { house, admin, file } = await stage(engine)
    file.holds = SECOND
    const shown = await admin.inPrivate.types('/program reload')
    const press = shown.press({ command: 'program-accept' })
    file.holds = { ...SECOND, name: 'Harbour Strangers' }
    expect((await admin.inPrivate.presses(press)).refusal).toBe('program-file-changed')
    const other = await admin.inPrivate.types('/program reload')
    await admin.inPrivate.presses(other.press({ command: 'program-accept' }))
    file.holds = SECOND
    expect((await admin.inPrivate.presses(press)).refusal).toBe('program-moved-on')
    file.holds = { ...SECOND, name: 4 }
    expect((await admin.inPrivate.presses(press)).keys[0]).toBe('program-mistakes')
    const rows = await house.look((work) => work.db.select().from(work.t.programmes))
    expect(rows.map(({ id, follows }) => [id, follows])).toEqual([
      [1, 0],
      [2, 1],
    ])
  })

  it('of two that confirm in the same moment, one is told that it came too late or that it is done', async () => {
    const { house, admin, file } = await stage(engine)
    file.holds = SECOND
    const press = (await admin.inPrivate.types('/program reload')).press({ command: 'program-accept' })
    const heard = await Promise.all([admin.inPrivate.presses(press), admin.presses(press)])
    for (const { keys } of heard) expect(['program-accepted', 'refusal-program-moved-on']).toContain(keys[0])
    const rows = await house.look((work) => work.db.select().from(work.t.programmes))
    expect(rows).toHaveLength(2)
  })

  it('is followed by every process on the database', async () => {
    const { house, admin, file } = await stage(engine)
    const other = await stage(engine, { storage: house.storage, world: house.world })
    file.holds = SECOND
    const shown = await admin.inPrivate.types('/program reload')
    await admin.inPrivate.presses(shown.press({ command: 'program-accept' }))
    const jon = await other.house.person('Jon')
    expect((await jon.inPrivate.types('/start')).words).toContain('Harbour Ambassadors')
    await other.house.beats()
    expect((await jon.inPrivate.types('/start')).words).toContain('Harbour Friends')
    expect((await jon.inPrivate.types('/faq')).keys).toEqual(['faq-title'])
  })

  it('keeps what it has where another process took one that it does not understand, and says so once', async () => {
    const { house, admin } = await stage(engine)
    const row = { follows: 1, digest: 'f'.repeat(64), body: '{"name":1}', origin: 'start' as const, at: 5 }
    await house.storage.write((work) => work.db.insert(work.t.programmes).values(row))
    await house.beats()
    await house.beats()
    expect(house.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
    expect((await admin.inPrivate.types('/start')).words).toContain('Harbour Ambassadors')
  })

  it('records a start with another file and tells admins what it changed; the same again is nothing', async () => {
    const { house, admin } = await stage(engine)
    const start = startsOf(house)
    expect((await start(FIRST)).number).toBe(1)
    expect(await house.told(admin)).toEqual([])
    expect((await start(SECOND)).number).toBe(2)
    expect((await start(SECOND)).number).toBe(2)
    const facts = await house.look((work) => work.db.select().from(work.t.facts))
    const changes = facts.filter(({ kind }) => kind === 'programme-changed')
    expect(changes.map(({ actor }) => actor)).toEqual(['operator'])
    expect(JSON.parse(changes[0]?.details ?? '{}')).toMatchObject({
      sections: ['version', 'name', 'packets', 'faq'],
      changes: expect.arrayContaining(['version: "winter" → "spring"', 'packets.most.POINTS: "500" → "50"']),
      more: 0,
    })
    const [card, ...others] = await house.told(admin)
    expect(others).toEqual([])
    expect(card?.keys[0]).toBe('program-start-changed')
    expect(card?.words).toContain('packets.most.POINTS: "500" → "50"')
  })

  it('of a start with a broken file is the last that was accepted; log and admins learn why, once', async () => {
    const { house, admin } = await stage(engine)
    const start = startsOf(house)
    for (let times = 0; times < 2; times++) {
      const begun = await start({ ...SECOND, packets: { lifeHours: 'long' } })
      expect([begun.number, begun.programme.name]).toEqual([1, 'Harbour Ambassadors'])
    }
    const [card, ...others] = await house.told(admin)
    expect(others).toEqual([])
    expect(card?.keys.slice(0, 2)).toEqual(['program-start-kept', 'program-mistakes'])
    expect(card?.words).toContain('packets.lifeHours is not a number. Example: 24')
    const errors = house.lines.filter(({ level }) => level === 'error')
    expect(errors.map(({ message }) => message)).toEqual(
      Array(2).fill(
        'PROGRAMME_FILE programme.json cannot come into force; the programme that was accepted last is kept',
      ),
    )
    expect(JSON.stringify(errors)).toContain('packets.lifeHours is not a number')
    const rows = await house.look((work) => work.db.select().from(work.t.programmes))
    expect(rows).toHaveLength(1)
    // What is right again comes into force.
    expect((await start(SECOND)).number).toBe(2)
  })

  it('that cannot be read itself does not stay: the start ends, and nobody is told that it stays', async () => {
    const { house, admin } = await stage(engine)
    const row = { follows: 1, digest: 'f'.repeat(64), body: '{"name":1}', origin: 'start' as const, at: 5 }
    await house.storage.write((work) => work.db.insert(work.t.programmes).values(row))
    const broken = { ...SECOND, packets: { lifeHours: 'long' } }
    await expect(startsOf(house)(broken)).rejects.toThrow('packets.lifeHours is not a number')
    expect(await house.told(admin)).toEqual([])
    expect(house.lines.filter(({ message }) => message.includes('is kept'))).toEqual([])
  })

  it('of a start that would change what somebody accepted stays, too', async () => {
    const { house, admin } = await stage(engine)
    const ana = await house.person('Ana')
    const guidelines = await ana.inPrivate.types('/guidelines')
    await ana.inPrivate.presses(guidelines.press({ command: 'text-accept' }))
    const texts = { ...FIRST.texts, guidelines: [{ ...FIRST.texts.guidelines[0], words: { en: 'Obey.' } }] }
    expect((await startsOf(house)({ ...SECOND, texts })).number).toBe(1)
    const [card] = await house.told(admin)
    expect(card?.keys[0]).toBe('program-start-kept')
    expect(card?.words).toContain('texts.guidelines[0] says something else than the version "3"')
    expect((await ana.inPrivate.types('/start')).words).toContain('Harbour Ambassadors')
  })

  it('that is broken at the very first start ends it with a line for each mistake', async () => {
    const storage = await engine.open({ world: steeredWorld() })
    const { log } = recordingLog()
    const read = { problems: ['name is missing.', 'assets is not a list.'] }
    const speech = { has: () => true, fallback: 'en', choose: () => 'en' }
    await expect(beginWith(storage, read, { path: 'programme.json', speech, log })).rejects.toThrow(
      'PROGRAMME_FILE programme.json: name is missing.\nPROGRAMME_FILE programme.json: assets is not a list.',
    )
  })

  it('says that there is no file where the shipped programme is used', async () => {
    const { openHouse } = await import('../../kit/house.js')
    const house = await openHouse(engine)
    const admin = await house.person('Olivia')
    await admin.becomes('admin')
    expect((await admin.inPrivate.types('/program reload')).refusal).toBe('program-no-file')
    expect((await admin.inPrivate.types('/program')).offers({ action: 'reload' })).toBe(false)
  })

  it('is never changed afterwards, nor is what was accepted', async () => {
    const { house } = await stage(engine)
    const ana = await house.person('Ana')
    await ana.inPrivate.presses((await ana.inPrivate.types('/guidelines')).press({ command: 'text-accept' }))
    const { programmes, textVersions, textAcceptances } = await house.look(async (work) => work.t)
    const tries = [
      house.storage.write((work) => work.db.update(programmes).set({ body: '{}' })),
      house.storage.write((work) => work.db.delete(programmes)),
      house.storage.write((work) => work.db.delete(textVersions)),
      house.storage.write((work) => work.db.update(textAcceptances).set({ version: FOURTH.id })),
      house.storage.write((work) => work.db.delete(textAcceptances)),
    ]
    const ends = await Promise.allSettled(tries)
    expect(ends.map(({ status }) => status)).toEqual(Array(5).fill('rejected'))
  })
})
