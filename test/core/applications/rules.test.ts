/** What an application is measured by: thresholds, the clock of the promise, stops. */
import { expect, it } from 'vitest'
import { freeze, lift } from '../../../src/core/freezes/freezes.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { type Programme, programmeSchema } from '../../../src/programme/programme.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import { applies, fillIn, movesOf, reviewerNamed, sends, stateOf } from './kit.js'

const HOUR_MS = 3_600_000
const { answerHours } = bitmart.applications

/** The shipped programme, whose rules alone may turn people away. */
function strict(screening: Record<string, unknown>): Programme {
  return programmeSchema.parse({ ...bitmart, applications: { ...bitmart.applications, screening } })
}

/** What became of somebody who stated so many. */
async function outcome(engine: EngineForTests, followers: number | string, community: number | string) {
  const house = await openHouse(engine, { programme: strict({ belowReason: 'audience' }) })
  const number = await applies(house, await house.person('Moon'), {
    channels: `youtube.com/@moon ${followers}`,
    communities: `t.me/moontalk ${community}`,
  })
  const [row] = await house.look((work) => work.db.select().from(work.t.applications))
  const rules = JSON.parse(row?.rules ?? '') as { rule: string; verdict: string }[]
  return [await stateOf(house, number), ...rules.map(({ verdict }) => verdict)]
}

describeStorage('an application', (engine) => {
  it('with exactly as many followers or members as the programme asks for meets it, with one less not', async () => {
    const { followers, community } = bitmart.applications.eligibility
    expect(await outcome(engine, followers, community - 1)).toEqual(['queued', 'unproven', 'fail'])
    expect(await outcome(engine, followers - 1, community)).toEqual(['queued', 'fail', 'unproven'])
    expect(await outcome(engine, followers - 1, community - 1)).toEqual(['rejected', 'fail', 'fail'])
  })

  it('is turned away by no part of a number, and by none that may be another', async () => {
    // Each was read as less than the programme asks for.
    for (const followers of ['12k members / 300', '12,000.50', '10k (200)', '-499']) {
      expect(await outcome(engine, followers, 1)).toEqual(['needs_info', 'unproven', 'fail'])
    }
    expect(await outcome(engine, '1万5', 1)).toEqual(['queued', 'unproven', 'fail'])
    expect(await outcome(engine, '', 'and t.me/club-100')).toEqual(['needs_info', 'unproven', 'unproven'])
  })

  it('from a region in which there is no programme is turned away by that alone, with the reason', async () => {
    const programme = strict({ blockedRegions: ['latam'], blockedReason: 'region' })
    const house = await openHouse(engine, { programme })
    const moon = await house.person('Moon')
    const sent = await sends(house, moon)
    expect(sent.keys).toContain('reason-region')
    expect(await movesOf(house, '1')).toBe('A1 A2 A3 A6')
    const sun = await house.person('Sun')
    expect(await stateOf(house, await applies(house, sun, { region: 'europe' }))).toBe('queued')
  })

  it('that was asked about has the rest of its promised time left, and not all of it', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const rita = await reviewerNamed(house, 'Rita')
    await applies(house, moon)
    const promised = async () => {
      const [row] = await house.look((work) => work.db.select().from(work.t.applications))
      return row?.promisedAt ?? null
    }
    const before = (await promised()) ?? Number.NaN
    house.world.passes(10 * HOUR_MS)
    const panel = await rita.types('/review')
    await rita.presses(panel.press({ command: 'application-ask' }))
    const askedAt = house.world.now()
    await rita.types('Who pays you now?')
    expect(await promised()).toBeNull()
    house.world.passes(24 * HOUR_MS)
    const [asked] = (await house.told(moon)).slice(-1)
    if (!asked) throw new Error('nobody asked')
    await moon.inPrivate.presses(asked.press({ command: 'application-answer' }))
    const answeredAt = house.world.now()
    await moon.inPrivate.types('Nobody.')
    expect(await promised()).toBe(before + (answeredAt - askedAt))
    expect(before - askedAt).toBeLessThan((answerHours - 10) * HOUR_MS)
  })

  it('is not sent by somebody who was stopped while they filled it in, and is when the stop is lifted', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const page = await fillIn(house, moon)
    const stop = `member:${moon.member}` as const
    await house.storage.write((work) => freeze(work, stop, 'a report', 'system'))
    const refused = await moon.inPrivate.presses(page.press({ act: 'confirm' }))
    expect(refused.refusal).toBe('apply-blocked')
    expect(await stateOf(house, '1')).toBe('draft')
    await house.storage.write((work) => lift(work, stop, 'system', true))
    house.world.passes(60_000)
    expect(await stateOf(house, await applies(house, moon))).toBe('queued')
    expect(await movesOf(house, '1')).toBe('A1 A2 A3 A4')
  })
})
