/** What a clock reminds of in a case, and how it bounds what one person laid. */
import { expect, it } from 'vitest'
import { lockPartner, suspend } from '../../../src/core/partners/partners.js'
import type { House, Person } from '../../kit/house.js'
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
  rules,
  scene,
  staffNamed,
  standing,
  stateOf,
  THINKING_MS,
} from './kit.js'

const staffed = (engine: EngineForTests) => scene(engine, 'rita', 'risk', 'mia')

async function passes(house: House, ms: number): Promise<void> {
  house.world.passes(ms)
  await house.beats()
}

/** How often cards were to be drawn again. */
async function edits(house: House): Promise<number> {
  const rows = await house.look((work) => work.db.select().from(work.t.outbox))
  const cards = rows.filter((row) => row.class === 'edit' && row.content.includes('"kind":"card"'))
  return cards.reduce((sum, { version }) => sum + version, 0)
}

/** Sanctions that hold. */
async function heldNow(house: House) {
  const rows = await house.look((work) => work.db.select().from(work.t.partnerSanctions))
  return rows.filter(({ undoneAt }) => undoneAt === null)
}

describeStorage('the time to reply', (engine) => {
  it('is reminded of a day before its end: the partner, and whoever told them, once', async () => {
    const { house, ana, rita, risk } = await staffed(engine)
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
    const { house, ana, rita, risk } = await staffed(engine)
    const number = await opensCase(house, rita, ana)
    await does(house, rita, await rita.types(`/case ${number}`), 'case-notify')
    await rita.loses('reviewer')
    await passes(house, 48 * HOUR_MS)
    expect((await lastTold(house, risk)).keys).toEqual(['case-remind-reply'])
    expect((await house.told(rita)).flatMap(({ keys }) => keys)).not.toContain('case-remind-reply')
  })

  it('is not reminded of once the partner has replied', async () => {
    const { house, ana, rita } = await staffed(engine)
    await caseToDecide(house, rita, ana)
    const before = (await house.told(ana.person)).length
    await passes(house, 60 * HOUR_MS)
    expect(await house.told(ana.person)).toHaveLength(before)
  })
})

describeStorage('a suspension that one person laid', (engine) => {
  async function held(house: House, { mia, ana }: { mia: Person; ana: Partner }) {
    await does(house, mia, await mia.types(`/partner ${ana.id}`), 'partner-hold', { reason: 'spam' })
    house.world.passes(THINKING_MS)
  }

  it('ends 72 hours after it began when the case is left undecided, and staff are told before', async () => {
    const { house, ana, rita, risk, mia } = await staffed(engine)
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
    const { house, ana, rita, risk, mia } = await staffed(engine)
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

  it('waits for the second person, who is reminded, and ends a day after that is declined', async () => {
    const { house, ana, rita, risk, mia } = await staffed(engine)
    await held(house, { mia, ana })
    const number = await caseToDecide(house, rita, ana)
    await house.beats()
    await rules(house, rita, number, 'suspend')
    await passes(house, 49 * HOUR_MS)
    const second = await lastTold(house, risk)
    expect([second.keys, second.offers({ command: 'case-page' })]).toEqual([['case-remind-second'], true])
    for (const other of [rita, mia])
      expect((await house.told(other)).flatMap(({ keys }) => keys)).not.toContain('case-remind-second')
    const reminded = (await house.told(risk)).length
    await passes(house, 10 * DAY_MS)
    expect(await house.told(risk)).toHaveLength(reminded)
    expect(await stateOf(house, ana)).toBe('suspended')
    const own = await ana.person.inPrivate.types('/membership')
    expect(own.keys).toContain('membership-until-decided')
    expect((await risk.types(`/case ${number}`)).keys).not.toContain('case-hold-due')
    await does(house, risk, await risk.types(`/case ${number}`), 'case-decline', { note: 'Not for this.' })
    const left = await lastTold(house, rita)
    expect(left.keys).toEqual(['case-remind-hold'])
    expect(left.params('case-remind-hold').at).toMatchObject({ instant: house.world.now() + DAY_MS })
    await passes(house, DAY_MS - 60_000)
    expect(await stateOf(house, ana)).toBe('suspended')
    await passes(house, 60_000)
    expect(await stateOf(house, ana)).toBe('active')
    expect((await lastTold(house, rita)).keys).toEqual(['case-hold-over'])
    expect(await house.audit()).toEqual([])
  })

  it('is not prolonged by a proposal that is declined long before the end', async () => {
    const { house, ana, rita, risk, mia } = await staffed(engine)
    await held(house, { mia, ana })
    const number = await caseToDecide(house, rita, ana)
    await house.beats()
    await rules(house, rita, number, 'suspend')
    await does(house, risk, await risk.types(`/case ${number}`), 'case-decline', { note: 'Not for this.' })
    expect((await house.told(rita)).flatMap(({ keys }) => keys)).not.toContain('case-remind-hold')
    await passes(house, 72 * HOUR_MS)
    expect(await stateOf(house, ana)).toBe('active')
  })

  it('is not laid once more in a case in which it has ended, before that is decided', async () => {
    const { house, ana, rita, mia } = await staffed(engine)
    await held(house, { mia, ana })
    const number = await caseToDecide(house, rita, ana)
    await house.beats()
    await passes(house, 73 * HOUR_MS)
    expect(await stateOf(house, ana)).toBe('active')
    const again = async () =>
      does(house, mia, await mia.types(`/partner ${ana.id}`), 'partner-hold', { reason: 'spam' })
    const refused = await again()
    expect(refused.refusal).toBe('partner-hold-spent')
    expect(refused.words).toContain(`Decide case ${number}, or propose a suspension in it.`)
    expect(await stateOf(house, ana)).toBe('active')
    await rules(house, rita, number, 'dismiss')
    house.world.passes(THINKING_MS)
    expect((await again()).refusal).toBeUndefined()
    expect(await stateOf(house, ana)).toBe('suspended')
    expect(await house.audit()).toEqual([])
  })

  it('may be laid for another case that the partner was told of, and is of that', async () => {
    const { house, ana, rita, mia } = await staffed(engine)
    await held(house, { mia, ana })
    await caseToDecide(house, rita, ana)
    await house.beats()
    await passes(house, 73 * HOUR_MS)
    const other = await opensCase(house, rita, ana, 'brand')
    await does(house, rita, await rita.types(`/case ${other}`), 'case-notify')
    await held(house, { mia, ana })
    expect(await stateOf(house, ana)).toBe('suspended')
    await passes(house, 73 * HOUR_MS)
    expect((await heldNow(house)).map(({ case: of }) => String(of))).toEqual([other])
    expect(await house.audit()).toEqual([])
  })

  it('ends 72 hours after it began when the case could be decided before it', async () => {
    const { house, ana, rita, risk, mia } = await staffed(engine)
    await caseToDecide(house, rita, ana)
    await held(house, { mia, ana })
    await passes(house, 71 * HOUR_MS)
    expect(await stateOf(house, ana)).toBe('suspended')
    await passes(house, HOUR_MS)
    await house.beats()
    expect(await stateOf(house, ana)).toBe('active')
    expect((await lastTold(house, ana.person)).keys[0]).toBe('membership-told-expired')
    const told = (await house.told(risk)).flatMap(({ keys }) => keys)
    expect(told.filter((key) => /case-(remind-hold|hold-over)/.test(key))).toEqual(['case-hold-over'])
    expect(await house.audit()).toEqual([])
  })

  it('is reminded of and told over each time, where one case has two of them', async () => {
    const { house, ana, rita, risk, mia } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana)
    for (const [times, before] of [
      [1, 0],
      [2, 1],
    ] as const) {
      const sanctioned = { by: mia.member, case: Number(number), reason: 'spam' }
      await house.storage.write(async (work) => {
        const until = work.now + 72 * HOUR_MS
        await suspend(work, await lockPartner(work, ana.id), { ...sanctioned, until })
      })
      const told = async (key: string) =>
        (await house.told(risk)).filter(({ keys }) => keys[0] === key).length
      expect([await told('case-remind-hold'), await told('case-hold-over')]).toEqual([before, before])
      await passes(house, 49 * HOUR_MS)
      await passes(house, HOUR_MS)
      expect([await told('case-remind-hold'), await told('case-hold-over')]).toEqual([times, before])
      await passes(house, 23 * HOUR_MS)
      expect([await told('case-remind-hold'), await told('case-hold-over')]).toEqual([times, times])
      expect(await stateOf(house, ana)).toBe('active')
    }
    expect(await house.audit()).toEqual([])
  })

  it('is on the desk’s card no more when it has ended', async () => {
    const { house, ana, rita, mia } = await staffed(engine)
    const root = await staffNamed(house, 'Root', 'admin')
    await root.types('/desk here cases')
    await held(house, { mia, ana })
    const number = await caseToDecide(house, rita, ana)
    await house.beats()
    expect((await house.card(number, 'telegram', 'case')).keys).toContain('case-hold-due')
    await passes(house, 49 * HOUR_MS)
    const drawn = await edits(house)
    await passes(house, 22 * HOUR_MS)
    expect(await edits(house)).toBe(drawn)
    await passes(house, 2 * HOUR_MS)
    expect(await stateOf(house, ana)).toBe('active')
    expect((await house.card(number, 'telegram', 'case')).keys).not.toContain('case-hold-due')
    expect(await edits(house)).toBe(drawn + 1)
  })

  it('is no more once another case is decided: an upheld appeal does not keep it', async () => {
    const { house, ana, rita, mia } = await staffed(engine)
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
