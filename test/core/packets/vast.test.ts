/** Limits over packets whose totals fit 64 bits each and not together. */
import { expect, it } from 'vitest'
import { droppedBy, droppedIn } from '../../../src/core/packets/limits-store.js'
import { slip } from '../../kit/execute.js'
import { openHouse, steeredWorld } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { drop, packetRow } from './kit.js'

describeStorage('what was dropped lately', (engine) => {
  it('is counted to the last unit past 64 bits', async () => {
    const url = await engine.emptyDatabase()
    const world = steeredWorld()
    const house = await openHouse(engine, { world, storage: await engine.open({ url, world }) })
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 5')
    world.passes(60_000)
    await drop(pavel, '50 5')
    const { origin } = await packetRow(house, packet)
    const most = 2n ** 63n - 1n
    await slip(url, `update packet_tranches set total = ${most}; update packets set total = ${most}`)
    const lately = { asset: 'USDT', since: 0 }
    expect(await house.look((work) => droppedBy(work, pavel.member, lately))).toBe(2n * most)
    expect(await house.look((work) => droppedIn(work, origin, lately))).toBe(2n * most)
  })
})
