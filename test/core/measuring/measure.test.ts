/** A community is measured by the bot: who may, what is kept, and what speaks against it. */
import { expect, it } from 'vitest'
import type { PlatformEvent } from '../../../src/interaction/call.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { programmeSchema } from '../../../src/programme/programme.js'
import { hear } from '../../../src/reception.js'
import type { Storage } from '../../../src/storage/storage.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, reviewerNamed } from '../applications/kit.js'

const choose = () => 'en'
const DAY_MS = 86_400_000

/** Somebody who is an admin of a group of so many. */
async function adminOf(house: House, name: string, size = 850): Promise<Person> {
  const person = await house.person(name)
  person.stands({ isAdmin: true })
  house.measures(house.group, { size })
  return person
}

async function rulesOf(house: House, number: string): Promise<Record<string, string>> {
  const rows = await house.look((work) => work.db.select().from(work.t.applications))
  const row = rows.find(({ id }) => String(id) === number)
  const rules: { rule: string; verdict: string }[] = JSON.parse(row?.rules ?? '[]')
  return Object.fromEntries(rules.map(({ rule, verdict }) => [rule, verdict]))
}

const communitiesIn = (storage: Storage) =>
  storage.read((work) => work.db.select().from(work.t.communities).orderBy(work.t.communities.id))

const news = (house: House, kind: 'bot-left' | 'bot-joined', id: string): PlatformEvent => ({
  ...{ id, kind, place: house.group },
})

describeStorage('/measure', (engine) => {
  it('in private brings the bot along, by a link that names the application', async () => {
    const house = await openHouse(engine)
    const moon = await adminOf(house, 'Moon')
    const number = await applies(house, moon)
    const how = await moon.inPrivate.types('/measure')
    expect(how.view.rows?.flat()).toEqual([
      { kind: 'bring', label: { key: 'measure-bring' }, payload: `measure_${number}` },
    ])
  })

  it('turns the word of an applicant into a proof: size, admin, date', async () => {
    const house = await openHouse(engine)
    const moon = await adminOf(house, 'Moon')
    const number = await applies(house, moon)
    expect(await rulesOf(house, number)).toEqual({ followers: 'unproven', community: 'unproven' })
    const done = await moon.opens(`measure_${number}`)
    expect(done.keys).toEqual(['measured-done', 'measured-enough', 'measured-counting'])
    expect(done.words).toContain('Traders: 850 members, and you are an admin')
    expect(await rulesOf(house, number)).toEqual({ followers: 'unproven', community: 'pass' })
    const rita = await reviewerNamed(house, 'Rita')
    const panel = await rita.types('/review')
    expect(panel.words).toContain('✓ a community of 200 members: Traders, measured: 850, Moon is an admin')
    expect(panel.words).toContain('Activity, day 1 of 14: 0 messages on 0 days')
    expect((await house.card(number, 'telegram', 'application')).words).toContain('Moon is an admin')
    expect(await house.audit()).toEqual([])
  })

  it('before the application is sent counts when it is', async () => {
    const house = await openHouse(engine)
    const moon = await adminOf(house, 'Moon')
    await moon.inPrivate.types('/apply')
    expect((await moon.types('/measure')).refusal).toBeUndefined()
    const number = await applies(house, moon, { communities: '' })
    expect(await rulesOf(house, number)).toEqual({ followers: 'unproven', community: 'pass' })
  })

  it('below the threshold proves that it is too few', async () => {
    const house = await openHouse(engine)
    const moon = await adminOf(house, 'Moon', 199)
    const number = await applies(house, moon)
    expect((await moon.types('/measure')).keys).toContain('measured-few')
    expect(await rulesOf(house, number)).toEqual({ followers: 'unproven', community: 'fail' })
  })

  it('refuses whoever is no admin, who cannot be told, and what cannot be counted; nothing is kept', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const number = await applies(house, moon)
    expect((await moon.types('/measure')).refusal).toBe('measure-unseen')
    house.measures(house.group, {})
    expect((await moon.types('/measure')).refusal).toBe('measure-not-admin')
    moon.stands({ membership: 'unknown', isAdmin: false })
    expect((await moon.types('/measure')).refusal).toBe('measure-unsure')
    moon.stands({ membership: 'outsider', isAdmin: true })
    expect((await moon.types('/measure')).refusal).toBe('measure-not-admin')
    expect(await communitiesIn(house.storage)).toEqual([])
    expect((await rulesOf(house, number)).community).toBe('unproven')
  })

  it('refuses a forged link, whoever never applied, and one that is decided', async () => {
    const house = await openHouse(engine)
    const moon = await adminOf(house, 'Moon')
    const eve = await adminOf(house, 'Eve')
    const number = await applies(house, moon)
    expect((await eve.opens(`measure_${number}`)).refusal).toBe('measure-none')
    await applies(house, eve)
    expect((await eve.opens(`measure_${number}`)).refusal).toBe('measure-not-yours')
    expect((await eve.opens('measure_999999')).refusal).toBe('measure-not-yours')
    expect((await eve.presses({ command: 'measure-again', values: { community: '77' } })).refusal).toBe(
      'measure-unknown',
    )
    expect(await communitiesIn(house.storage)).toEqual([])
    const asked = await moon.inPrivate.presses({
      ...{ command: 'application-withdraw', values: { application: number } },
    })
    await moon.inPrivate.presses(asked.press({ act: 'confirm' }))
    expect((await moon.types('/measure')).refusal).toBe('measure-over')
  })

  it('twice is one community, with the measurement before it; a jump is noted', async () => {
    const house = await openHouse(engine)
    const moon = await adminOf(house, 'Moon')
    const number = await applies(house, moon)
    await moon.types('/measure')
    house.world.passes(60_000)
    house.measures(house.group, { size: 900 })
    await moon.types('/measure')
    const rita = await reviewerNamed(house, 'Rita')
    const panel = await rita.types('/review')
    expect(panel.keys).not.toContain('community-changed')
    house.measures(house.group, { size: 1800 })
    const again = await rita.presses(panel.press({ command: 'measure-again' }))
    expect(again.refusal).toBeUndefined()
    const rows = await communitiesIn(house.storage)
    expect(rows.map(({ size, sizeBefore, isChanged }) => [size, sizeBefore, isChanged])).toEqual([
      [1800, 900, true],
    ])
    const shown = await rita.presses({ command: 'application-open', values: { application: number } })
    expect(shown.words).toContain('jumped: 900 at')
  })

  it('again by a reviewer keeps that the applicant is no admin any more; strangers may not', async () => {
    const house = await openHouse(engine)
    const moon = await adminOf(house, 'Moon')
    const number = await applies(house, moon)
    await moon.types('/measure')
    const eve = await house.person('Eve')
    const again = { command: 'measure-again', values: { community: '1' } }
    expect((await eve.presses(again)).refusal).toBe('measure-not-yours')
    moon.stands({ isAdmin: false })
    expect((await moon.presses(again)).refusal).toBe('measure-not-admin')
    const rita = await reviewerNamed(house, 'Rita')
    await rita.types('/review')
    expect((await rita.presses(again)).refusal).toBeUndefined()
    expect((await rulesOf(house, number)).community).toBe('fail')
    const shown = await rita.presses({ command: 'application-open', values: { application: number } })
    expect(shown.words).toContain('measured: 850, but Moon is not an admin')
  })

  it('by a second applicant proves nothing, and both reviewers see it', async () => {
    const house = await openHouse(engine)
    const moon = await adminOf(house, 'Moon')
    const eve = await adminOf(house, 'Eve')
    const [first, second] = [await applies(house, moon), await applies(house, eve)]
    await moon.types('/measure')
    expect((await eve.types('/measure')).keys).toEqual([
      ...['measured-done', 'measured-claimed', 'measured-counting'],
    ])
    expect((await rulesOf(house, first)).community).toBe('pass')
    expect((await rulesOf(house, second)).community).toBe('unproven')
    const rita = await reviewerNamed(house, 'Rita')
    const open = (application: string) =>
      rita.presses({ command: 'application-open', values: { application } })
    expect((await open(first)).words).toContain(`Claimed by #${eve.member} too, application ${second}`)
    expect((await open(second)).words).toContain(`Claimed first by #${moon.member}, application ${first}`)
    const asked = await moon.inPrivate.presses({
      ...{ command: 'application-withdraw', values: { application: first } },
    })
    await moon.inPrivate.presses(asked.press({ act: 'confirm' }))
    expect((await eve.types('/measure')).keys).toContain('measured-enough')
    expect((await rulesOf(house, second)).community).toBe('pass')
    expect((await communitiesIn(house.storage)).map(({ isHeld }) => isHeld)).toEqual([false, true])
  })

  it('is open again when the bot is shown out, is told once, and is asked for when it is back', async () => {
    const house = await openHouse(engine)
    const moon = await adminOf(house, 'Moon')
    const number = await applies(house, moon)
    await moon.types('/measure')
    await hear(house.storage, news(house, 'bot-left', 'update:l1'), choose)
    await hear(house.storage, news(house, 'bot-left', 'update:l1'), choose)
    expect((await rulesOf(house, number)).community).toBe('unproven')
    const lost = (await house.told(moon)).filter(({ keys }) => keys.includes('measured-lost'))
    expect(lost).toHaveLength(1)
    const rita = await reviewerNamed(house, 'Rita')
    expect((await rita.types('/review')).words).toContain('measured: 850, but the bot was removed since')
    await hear(house.storage, news(house, 'bot-joined', 'update:j1'), choose)
    const back = (await house.told(moon)).find(({ keys }) => keys.includes('measured-back'))
    const again = await moon.inPrivate.presses(back?.press({ command: 'measure-again' }) ?? '')
    expect(again.keys).toContain('measured-enough')
    expect((await rulesOf(house, number)).community).toBe('pass')
    await hear(house.storage, news(house, 'bot-joined', 'update:j2'), choose)
    expect((await house.told(moon)).filter(({ keys }) => keys.includes('measured-back'))).toHaveLength(1)
  })

  it('counts a server once, whichever channel it was typed in', async () => {
    const house = await openHouse(engine)
    const at = { ...house.groupNamed('lounge', 'discord'), guild: '9001' }
    const other = { ...house.groupNamed('drops', 'discord'), guild: '9001' }
    const moon = await house.person('Moon', { at })
    for (const place of [at, other]) {
      moon.stands({ isAdmin: true }, place)
      house.measures(place, { size: 400, guild: '9001' })
    }
    const number = await applies(house, moon)
    await moon.types('/measure')
    await moon.in(other).types('/measure')
    expect((await communitiesIn(house.storage)).map(({ home, size }) => [home, size])).toEqual([
      ['guild:9001', 400],
    ])
    await hear(house.storage, { id: 'g:1', kind: 'bot-left', place: other }, choose)
    expect((await rulesOf(house, number)).community).toBe('unproven')
  })

  it('says that messages cannot be seen, rather than that there are none', async () => {
    const house = await openHouse(engine)
    const moon = await adminOf(house, 'Moon')
    await applies(house, moon)
    house.measures(house.group, { hears: false })
    expect((await moon.types('/measure')).keys).toContain('measured-unheard')
    const rita = await reviewerNamed(house, 'Rita')
    const panel = await rita.types('/review')
    expect(panel.keys).toContain('community-unheard')
    expect(panel.keys).not.toContain('community-activity')
  })

  it('goes by the numbers of the programme', async () => {
    const applications = { ...bitmart.applications, measuring: { days: 3, factor: 5 } }
    const programme = programmeSchema.parse({ ...bitmart, applications })
    const house = await openHouse(engine, { programme })
    const moon = await adminOf(house, 'Moon')
    await applies(house, moon)
    await moon.types('/measure')
    house.measures(house.group, { size: 4000 })
    await moon.types('/measure')
    const [row] = await communitiesIn(house.storage)
    expect(row?.isChanged).toBe(false)
    expect((row?.countedUntil ?? 0) - (row?.countedFrom ?? 0)).toBe(3 * DAY_MS)
  })
})
