/** What slows linking down outlives an erasure for its time, and holds nobody's name. */
import { expect, it } from 'vitest'
import { brakesJob, part } from '../../../src/core/linking/linking.js'
import { memberOf } from '../../../src/core/members/members.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { codeOf, confirms, erased, link, offer, pair } from './kit.js'

const MINUTE = 60_000
const DAY = 86_400_000

const brakesOf = (house: House) => house.look((work) => work.db.select().from(work.t.linkBrakes))

/** The daily job, now. */
const forgets = (house: House) =>
  house.storage.write((work) => brakesJob.run(work, { name: 'today', dueAt: work.now }))

const guesses = (person: Person) => person.inPrivate.types('/link_account 0000-1111-2222-3333')

describeStorage('after an erasure', (engine) => {
  it('the pause after a link goes on for every account, for its time', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const third = await house.person('Third')
    await link(tele, disco)
    house.world.passes(DAY)
    expect((await erased(tele)).keys).toEqual(['privacy-erased'])
    const kept = await brakesOf(house)
    expect(kept).toHaveLength(2)
    for (const { account } of [tele, disco]) expect(JSON.stringify(kept)).not.toContain(account.id)
    for (const one of [tele, disco]) {
      expect((await one.inPrivate.types('/link_account')).refusal).toBe('link-pause')
      expect((await offer(third, one)).refusal).toBe('link-pause')
    }
    // Erased once more without having linked, and after having tried.
    expect((await erased(tele)).keys).toEqual(['privacy-erased'])
    expect((await erased(tele)).keys).toEqual(['privacy-erased'])
    expect((await tele.inPrivate.types('/link_account')).refusal).toBe('link-pause')
    house.world.passes(29 * DAY)
    expect((await tele.inPrivate.types('/link_account')).keys[0]).toBe('link-code')
    expect(await house.audit()).toEqual([])
  })

  it('wrong codes stay counted for their hour', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    for (let at = 0; at < 3; at++) await guesses(disco)
    await erased(disco)
    expect((await guesses(disco)).params('refusal-link-code-wrong.next').left).toBe(1)
    await erased(disco)
    await guesses(disco)
    await erased(disco)
    const code = await codeOf(tele)
    expect((await disco.inPrivate.types(`/link_account ${code}`)).refusal).toBe('link-tries')
    house.world.passes(61 * MINUTE)
    const fresh = await offer(tele, disco)
    expect(fresh.keys[0]).toBe('link-offer')
  })

  it('whoever is behind an account that staff took off still waits', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const staff = await house.person('Staff')
    await link(tele, disco)
    house.world.passes(31 * DAY)
    const { platform, id } = disco.account
    await house.storage.write((work) =>
      part(
        work,
        { account: { platform, id, member: tele.member }, by: staff.member, reason: 'stolen' },
        house.programme.linking,
      ),
    )
    const fresh = await house.look((work) => memberOf(work, disco.account))
    await erased(disco)
    expect((await disco.inPrivate.types('/link_account')).refusal).toBe('link-pause')
    expect(await house.look((work) => memberOf(work, disco.account))).not.toBe(fresh)
  })

  it('nothing is kept of whoever has no brakes, nor when their time is over', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const third = await house.person('Third')
    await erased(third)
    expect(await brakesOf(house)).toEqual([])
    await guesses(third)
    await link(tele, disco)
    await erased(third)
    await erased(disco)
    expect(await brakesOf(house)).toHaveLength(3)
    house.world.passes(DAY)
    await forgets(house)
    expect(await brakesOf(house)).toHaveLength(2)
    house.world.passes(30 * DAY)
    await forgets(house)
    expect(await brakesOf(house)).toEqual([])
  })

  it('codes go a day after their time, but none by which somebody is still to be told', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const third = await house.person('Third')
    const word = await confirms(tele, disco)
    await codeOf(third)
    const codes = async () => (await house.dump()).linkCodes?.length
    house.world.passes(DAY)
    await forgets(house)
    expect(await codes()).toBe(2)
    house.world.passes(11 * MINUTE)
    await forgets(house)
    expect(await codes()).toBe(1)
    await house.beats()
    expect((await house.told(disco)).map(({ keys }) => keys[0])).toEqual(['link-lapsed'])
    await forgets(house)
    expect(await codes()).toBe(0)
    for (const command of ['link-drop', 'link-decline', 'link-accept'])
      expect((await tele.inPrivate.presses({ ...word, command })).refusal).toBe('link-code-gone')
  })
})
