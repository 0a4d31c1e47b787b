/** News that waits for somebody's private chat, and is not true any more when there is one. */
import { expect, it } from 'vitest'
import { resolveRow } from '../src/outgoing.js'
import { applies, reviewerNamed } from './core/applications/kit.js'
import {
  agrees,
  caseToDecide,
  DAY_MS,
  does,
  HOUR_MS,
  opensCase,
  rules,
  scene,
  staffNamed,
  THINKING_MS,
} from './core/cases/kit.js'
import { type House, openHouse, type Person } from './kit/house.js'
import { describeStorage } from './kit/storage.js'

/** What the courier would do with the messages to somebody that say this. */
async function sent(house: House, { account }: Person, key: string): Promise<string[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.outbox).orderBy(work.t.outbox.id))
  const theirs = rows.filter((row) => row.account === account.id && row.content.includes(`"${key}"`))
  const outcomes = theirs.map((row) => house.storage.write((work) => resolveRow(work, row, () => 'en')))
  return (await Promise.all(outcomes)).map((outcome) => (typeof outcome === 'string' ? outcome : 'said'))
}

describeStorage('news that waited', (engine) => {
  it('does not say that there is no desk when there is one by now', async () => {
    const house = await openHouse(engine)
    const ada = await staffNamed(house, 'Ada', 'admin')
    const rita = await reviewerNamed(house, 'Rita')
    await applies(house, await house.person('Moon'))
    expect(await sent(house, rita, 'review-arrived')).toEqual(['said'])
    await ada.types('/desk here')
    expect(await sent(house, rita, 'review-arrived')).toEqual(['gone'])
  })

  it('does not say that an application waits which somebody has, nor that it is yours when it is not', async () => {
    const house = await openHouse(engine)
    const rita = await reviewerNamed(house, 'Rita')
    const rob = await reviewerNamed(house, 'Robert')
    await applies(house, await house.person('Moon'))
    const panel = await rita.types('/review')
    expect(await sent(house, rob, 'review-arrived')).toEqual(['gone'])
    const asked = await rita.presses(panel.press({ command: 'application-hand' }))
    await rita.presses(asked.press({ act: 'set', field: 'to', value: `#${rob.member}` }))
    expect(await sent(house, rob, 'hand-told')).toEqual(['said'])
    const back = await rob.presses({ command: 'application-hand', values: { application: '1' } })
    await rob.presses(back.press({ act: 'set', field: 'to', value: `#${rita.member}` }))
    expect(await sent(house, rob, 'hand-told')).toEqual(['gone'])
    expect(await sent(house, rita, 'hand-told')).toEqual(['said'])
    await rita.presses({ command: 'application-release', values: { application: '1' } })
    expect(await sent(house, rita, 'hand-told')).toEqual(['gone'])
  })

  it('does not say that an application is late which was answered meanwhile', async () => {
    const house = await openHouse(engine)
    const ada = await staffNamed(house, 'Ada', 'admin')
    const rita = await reviewerNamed(house, 'Rita')
    const moon = await house.person('Moon')
    await applies(house, moon)
    house.world.passes(4 * DAY_MS)
    await house.beats()
    expect(await sent(house, ada, 'late-told')).toEqual(['said'])
    const panel = await rita.types('/review')
    const asked = await rita.presses(panel.press({ command: 'application-reject' }))
    const preview = await rita.presses(asked.press({ act: 'set', value: 'content' }))
    house.world.passes(3000)
    await rita.presses(preview.press({ act: 'confirm' }))
    expect(await sent(house, ada, 'late-told')).toEqual(['gone'])
  })

  it('does not remind of a case whose time to reply is over', async () => {
    const { house, ana, rita } = await scene(engine, 'rita')
    const number = await opensCase(house, rita, ana)
    await does(house, rita, await rita.types(`/case ${number}`), 'case-notify')
    house.world.passes(2 * DAY_MS + HOUR_MS)
    await house.beats()
    expect(await sent(house, rita, 'case-remind-reply')).toEqual(['said'])
    house.world.passes(DAY_MS)
    await house.beats()
    expect(await sent(house, rita, 'case-remind-reply')).toEqual(['gone'])
  })

  it('does not ask for a second person to decide what was decided', async () => {
    const { house, ana, rita, risk } = await scene(engine, 'rita', 'risk')
    const root = await staffNamed(house, 'Root', 'admin')
    const tier = { tier: 'ambassador', note: 'Agreed in the spring talk.' }
    await does(house, root, await root.types(`/partner ${ana.id}`), 'partner-tier', tier)
    expect(await sent(house, risk, 'change-waits')).toEqual(['said'])
    house.world.passes(THINKING_MS)
    await does(house, risk, await risk.types(`/partner ${ana.id}`), 'change-agree')
    expect(await sent(house, risk, 'change-waits')).toEqual(['gone'])

    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'suspend')
    expect(await sent(house, risk, 'case-waits')).toEqual(['said'])
    await agrees(house, risk, number)
    expect(await sent(house, risk, 'case-waits')).toEqual(['gone'])
  })
})
