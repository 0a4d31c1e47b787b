/** Late answers: who is told, once, and that the clock stands while the applicant is asked. */
import { expect, it } from 'vitest'
import { openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, reviewerNamed } from '../applications/kit.js'
import { staffNamed } from '../cases/kit.js'

const HOUR_MS = 3_600_000

describeStorage('an answer that is late', (engine) => {
  it('is told to the managers of the region, then to the admins, once each, and stands on the card', async () => {
    const house = await openHouse(engine)
    const [mia, other] = [await house.person('Mia'), await house.person('Otto')]
    await mia.becomes('regional_manager', 'latam')
    await other.becomes('regional_manager', 'europe')
    const ada = await staffNamed(house, 'Ada', 'admin')
    const number = await applies(house, await house.person('Moon'))
    const late = async (person: Person) =>
      (await house.told(person)).filter(({ keys }) => keys[0] === 'late-told').length
    const counts = async () => [await late(mia), await late(other), await late(ada)]
    const card = async () => (await house.card(number, 'telegram', 'application')).keys
    expect(await card()).toContain('application-promised')
    house.world.passes(71 * HOUR_MS)
    await house.beats()
    expect(await counts()).toEqual([0, 0, 0])
    house.world.passes(2 * HOUR_MS)
    await house.beats()
    await house.beats()
    expect(await counts()).toEqual([1, 0, 0])
    expect(await card()).toEqual(expect.arrayContaining(['application-late', 'late-managers']))
    house.world.passes(24 * HOUR_MS)
    await house.beats()
    await house.beats()
    expect(await counts()).toEqual([1, 0, 1])
    expect(await card()).toContain('late-admins')
    const open = (await house.told(ada)).at(-1)?.press({ command: 'application-open' })
    expect((await ada.presses(open ?? '')).keys[0]).toBe('application-title')
    expect(await house.audit()).toEqual([])
  })

  it('is the admins’ at once where the region has no manager, and not told again', async () => {
    const house = await openHouse(engine)
    const ada = await staffNamed(house, 'Ada', 'admin')
    await applies(house, await house.person('Moon'))
    house.world.passes(73 * HOUR_MS)
    await house.beats()
    house.world.passes(48 * HOUR_MS)
    await house.beats()
    expect((await house.told(ada)).filter(({ keys }) => keys[0] === 'late-told')).toHaveLength(1)
  })

  it('is not late while the applicant is asked: the clock goes on with the answer', async () => {
    const house = await openHouse(engine)
    const rita = await reviewerNamed(house, 'Rita')
    const ada = await staffNamed(house, 'Ada', 'admin')
    const moon = await house.person('Moon')
    await applies(house, moon)
    const panel = await rita.types('/review')
    await rita.presses(panel.press({ command: 'application-ask' }))
    await rita.types('Which languages do you speak?')
    house.world.passes(100 * HOUR_MS)
    await house.beats()
    const lateTo = async () => (await house.told(ada)).filter(({ keys }) => keys[0] === 'late-told').length
    expect(await lateTo()).toBe(0)
    const status = await moon.inPrivate.types('/status')
    await moon.inPrivate.presses(status.press({ command: 'application-answer' }))
    await moon.inPrivate.types('Spanish and some English.')
    house.world.passes(70 * HOUR_MS)
    await house.beats()
    expect(await lateTo()).toBe(0)
    house.world.passes(3 * HOUR_MS)
    await house.beats()
    expect(await lateTo()).toBe(1)
  })
})
