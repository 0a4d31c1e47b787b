/** What a clock reminds of in a case, and how it bounds what one person laid. */
import { expect, it } from 'vitest'
import { type House, openHouse } from '../../kit/house.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import {
  agrees,
  caseToDecide,
  DAY_MS,
  does,
  HOUR_MS,
  lastTold,
  movesOf,
  opensCase,
  type Partner,
  partnerNamed,
  rules,
  staffNamed,
  standing,
  stateOf,
  THINKING_MS,
} from './kit.js'

async function scene(engine: EngineForTests) {
  const house = await openHouse(engine)
  const ana = await partnerNamed(house, 'Ana')
  const rita = await staffNamed(house, 'Rita', 'reviewer')
  const risk = await staffNamed(house, 'Risk', 'risk_officer')
  const mia = await staffNamed(house, 'Mia', 'regional_manager')
  return { house, ana, rita, risk, mia }
}

async function passes(house: House, ms: number): Promise<void> {
  house.world.passes(ms)
  await house.beats()
}

describeStorage('the time to reply', (engine) => {
  it('is reminded of a day before its end: the partner, and whoever told them, once', async () => {
    const { house, ana, rita, risk } = await scene(engine)
    const number = await opensCase(house, rita, ana)
    await does(house, rita, await rita.types(`/case ${number}`), 'case-notify')
    const before = { ana: (await house.told(ana.person)).length, risk: (await house.told(risk)).length }
    await passes(house, 47 * HOUR_MS)
    expect(await house.told(ana.person)).toHaveLength(before.ana)
    await passes(house, HOUR_MS)
    await passes(house, 60_000)
    const told = await house.told(ana.person)
    expect(told).toHaveLength(before.ana + 1)
    expect(told.at(-1)?.keys[0]).toBe('case-told-remind')
    expect(told.at(-1)?.offers({ command: 'case-reply' })).toBe(true)
    const owner = await lastTold(house, rita)
    expect([owner.keys, owner.offers({ command: 'case-page' })]).toEqual([['case-remind-reply'], true])
    expect(await house.told(risk)).toHaveLength(before.risk)
    expect(await house.audit()).toEqual([])
  })

  it('is told to all staff where whoever told the partner is none of them any more', async () => {
    const { house, ana, rita, risk } = await scene(engine)
    const number = await opensCase(house, rita, ana)
    await does(house, rita, await rita.types(`/case ${number}`), 'case-notify')
    await rita.loses('reviewer')
    await passes(house, 48 * HOUR_MS)
    expect((await lastTold(house, risk)).keys).toEqual(['case-remind-reply'])
    expect((await house.told(rita)).flatMap(({ keys }) => keys)).not.toContain('case-remind-reply')
  })

  it('is not reminded of once the partner has replied', async () => {
    const { house, ana, rita } = await scene(engine)
    await caseToDecide(house, rita, ana)
    const before = (await house.told(ana.person)).length
    await passes(house, 60 * HOUR_MS)
    expect(await house.told(ana.person)).toHaveLength(before)
  })
})

describeStorage('a suspension that one person laid', (engine) => {
  async function held(
    house: House,
    { mia, ana }: { mia: Awaited<ReturnType<typeof staffNamed>>; ana: Partner },
  ) {
    await does(house, mia, await mia.types(`/partner ${ana.id}`), 'partner-hold', { reason: 'spam' })
    house.world.passes(THINKING_MS)
  }

  it('ends 72 hours after it began when the case is left undecided, and staff are told before', async () => {
    const { house, ana, rita, risk, mia } = await scene(engine)
    const before = await standing(house, ana)
    await held(house, { mia, ana })
    const number = await caseToDecide(house, rita, ana)
    await house.beats()
    expect((await risk.types(`/case ${number}`)).keys).toContain('case-hold-due')
    expect((await house.told(risk)).flatMap(({ keys }) => keys)).not.toContain('case-remind-hold')
    await passes(house, 49 * HOUR_MS)
    expect((await lastTold(house, risk)).keys).toEqual(['case-remind-hold'])
    const reminded = (await house.told(risk)).length
    await passes(house, 22 * HOUR_MS)
    expect(await stateOf(house, ana)).toBe('suspended')
    expect(await house.told(risk)).toHaveLength(reminded)
    await passes(house, HOUR_MS)
    expect(await standing(house, ana)).toBe(before)
    expect((await lastTold(house, ana.person)).keys[0]).toBe('membership-told-expired')
    expect((await lastTold(house, risk)).keys).toEqual(['case-hold-over'])
    expect(await movesOf(house, ana)).toBe('P2 P5 P6')
    // The case itself is to be decided all the same.
    await rules(house, rita, number, 'suspend')
    await agrees(house, risk, number)
    expect(await stateOf(house, ana)).toBe('suspended')
    expect(await house.audit()).toEqual([])
  })

  it('lasts through the time to reply, and then a day in which something can be proposed', async () => {
    const { house, ana, rita, risk, mia } = await scene(engine)
    await held(house, { mia, ana })
    const number = await opensCase(house, rita, ana)
    await does(house, rita, await rita.types(`/case ${number}`), 'case-notify')
    await passes(house, 71 * HOUR_MS)
    await passes(house, 2 * HOUR_MS)
    expect(await stateOf(house, ana)).toBe('suspended')
    await house.beats()
    expect((await lastTold(house, risk)).keys).toEqual(['case-remind-hold'])
    await passes(house, 23 * HOUR_MS)
    expect(await stateOf(house, ana)).toBe('suspended')
    await passes(house, 2 * HOUR_MS)
    expect(await stateOf(house, ana)).toBe('active')
  })

  it('waits for the second person when something is proposed, and ends when that is declined', async () => {
    const { house, ana, rita, risk, mia } = await scene(engine)
    await held(house, { mia, ana })
    const number = await caseToDecide(house, rita, ana)
    await house.beats()
    await rules(house, rita, number, 'suspend')
    await passes(house, 10 * DAY_MS)
    expect(await stateOf(house, ana)).toBe('suspended')
    const own = await ana.person.inPrivate.types('/membership')
    expect(own.keys).toContain('membership-until-decided')
    await does(house, risk, await risk.types(`/case ${number}`), 'case-decline')
    await passes(house, 60_000)
    expect(await stateOf(house, ana)).toBe('active')
    expect(await house.audit()).toEqual([])
  })

  it('is no more once another case is decided: an upheld appeal does not keep it', async () => {
    const { house, ana, rita, mia } = await scene(engine)
    const root = await staffNamed(house, 'Root', 'admin')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'warn')
    house.world.passes(THINKING_MS)
    const told = await lastTold(house, ana.person)
    await ana.person.inPrivate.presses(told.press({ command: 'case-appeal' }))
    house.world.passes(THINKING_MS)
    await ana.person.inPrivate.types('The posts were not mine, look at the account.')
    await held(house, { mia, ana })
    await passes(house, 72 * HOUR_MS)
    expect(await stateOf(house, ana)).toBe('active')
    await does(house, root, await root.types(`/case ${number}`), 'case-uphold', { note: 'It stands.' })
    expect(await stateOf(house, ana)).toBe('active')
    expect(await house.audit()).toEqual([])
  })
})
