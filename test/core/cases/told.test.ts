/** Who of the staff is told of an appeal or a reply, with a desk and without one. */
import { expect, it } from 'vitest'
import type { House, Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import {
  agrees,
  appeals,
  caseNow,
  caseToDecide,
  does,
  lastTold,
  opensCase,
  replies,
  rules,
  scene,
  staffNamed,
} from './kit.js'

/** The first lines of all that somebody was told. */
async function news(house: House, person: Person): Promise<string[]> {
  return (await house.told(person)).flatMap(({ keys }) => keys.slice(0, 1))
}

const PLACES = [true, false]
const placeOf = (isDesk: boolean) => (isDesk ? 'at a desk' : 'without a desk')

describeStorage('an appeal', (engine) => {
  it.each(PLACES)('that nobody can decide is told to the admins (at a desk: %s)', async (isDesk) => {
    const { house, ana, rita, risk, root } = await scene(engine, 'rita', 'risk', 'root')
    if (isDesk) await root.types('/desk here cases')
    const number = await caseToDecide(house, risk, ana)
    await rules(house, risk, number, 'terminate')
    await agrees(house, root, number)
    const before = [await news(house, rita), await news(house, risk)]
    await appeals(house, ana)
    expect((await caseNow(house, number)).state, placeOf(isDesk)).toBe('appealed')
    const told = await lastTold(house, root)
    expect(told.keys).toEqual(['case-appealed-nobody'])
    expect(told.words).toContain('nobody of the staff can decide about it')
    expect([await news(house, rita), await news(house, risk)]).toEqual(before)
    const chief = await staffNamed(house, 'Chief', 'admin')
    expect(
      (await chief.presses(told.press({ command: 'case-page' }))).offers({ command: 'case-uphold' }),
    ).toBe(true)
  })

  it('is told as one, to whoever can decide it alone, where there is no desk', async () => {
    const { house, ana, rita, risk, root } = await scene(engine, 'rita', 'risk', 'root')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'suspend')
    await agrees(house, risk, number)
    const before = [await news(house, rita), await news(house, risk)]
    await appeals(house, ana)
    expect((await lastTold(house, root)).keys).toEqual(['case-appealed-told'])
    expect([await news(house, rita), await news(house, risk)]).toEqual(before)
  })
})

describeStorage('a reply', (engine) => {
  it.each(PLACES)('is told to whoever told the partner, and nobody else (at a desk: %s)', async (isDesk) => {
    const { house, ana, rita, risk, root } = await scene(engine, 'rita', 'risk', 'root')
    if (isDesk) await root.types('/desk here cases')
    await caseToDecide(house, rita, ana)
    expect((await lastTold(house, rita)).keys).toEqual(['case-replied-told'])
    expect(await news(house, risk)).not.toContain('case-replied-told')
  })

  it.each(PLACES)(
    'is told to all who may work on it where they may not any more (at a desk: %s)',
    async (isDesk) => {
      const { house, ana, rita, risk, root } = await scene(engine, 'rita', 'risk', 'root')
      if (isDesk) await root.types('/desk here cases')
      const number = await opensCase(house, rita, ana)
      await does(house, rita, await rita.types(`/case ${number}`), 'case-notify')
      await rita.loses('reviewer')
      await replies(house, ana)
      for (const one of [risk, root]) expect((await lastTold(house, one)).keys).toEqual(['case-replied-told'])
      expect(await news(house, rita)).not.toContain('case-replied-told')
    },
  )
})
