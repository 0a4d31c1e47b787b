/** What was due when it was listed is looked at again under its lock. */
import { expect, it } from 'vitest'
import {
  dueApplications,
  endDueApplication,
  keepAnswers,
  release,
  takeNext,
} from '../../../src/core/applications/applications.js'
import { must } from '../../../src/kit/refusal.js'
import { applicationPolicy } from '../../../src/programme/applications.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { programmeSchema } from '../../../src/programme/programme.js'
import { type House, openHouse } from '../../kit/house.js'
import { meanwhile } from '../../kit/meanwhile.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, fillIn, movesOf, reviewerNamed, stateOf } from './kit.js'

const SECOND_MS = 1000
const policy = must(
  applicationPolicy(programmeSchema.parse(bitmart), Number.POSITIVE_INFINITY),
  'a policy for applications',
)

/** When time ends the only application, ms from now. */
async function leftMs(house: House): Promise<number> {
  const [row] = await house.look((work) => work.db.select().from(work.t.applications))
  return (row?.dueAt ?? Number.NaN) - house.world.now()
}

/** What is due a moment later, before what was done is committed. */
function listedMeanwhile(house: House, unit: Parameters<typeof meanwhile>[1]): Promise<string[]> {
  return meanwhile(house.storage, unit, async () => {
    house.world.passes(2 * SECOND_MS)
    return house.look((work) => dueApplications(work, ''))
  })
}

const ends = (house: House, id: string) => house.storage.write((work) => endDueApplication(work, id))

describeStorage('a due application', (engine) => {
  it('of which the draft was written on in its last second, while it was listed, is still a draft', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    await fillIn(house, moon, {}, 'email')
    house.world.passes((await leftMs(house)) - SECOND_MS)
    const listed = await listedMeanwhile(house, (work) =>
      keepAnswers(work, moon.member, { region: 'latam' }, policy),
    )
    expect(listed).toEqual(['1'])
    expect(await ends(house, '1')).toBeUndefined()
    expect(await stateOf(house, '1')).toBe('draft')
    house.world.passes(await leftMs(house))
    expect((await ends(house, '1'))?.what).toBe('forgotten')
  })

  it('that was given back and taken anew in the last second of its lease stays with its reviewer', async () => {
    const house = await openHouse(engine)
    const number = await applies(house, await house.person('Moon'))
    const rita = await reviewerNamed(house, 'Rita')
    await rita.types('/review')
    house.world.passes((await leftMs(house)) - SECOND_MS)
    const listed = await listedMeanwhile(house, async (work) => {
      await release(work, Number(number), rita.member)
      await takeNext(work, rita.member, policy)
    })
    expect(listed).toEqual([number])
    expect(await ends(house, number)).toBeUndefined()
    expect(await stateOf(house, number)).toBe('in_review')
    const moves = await movesOf(house, number)
    house.world.passes(await leftMs(house))
    expect((await ends(house, number))?.what).toBe('released')
    expect(await movesOf(house, number)).not.toBe(moves)
  })
})
