/** What was due when it was listed is looked at again under its lock. */
import { expect, it } from 'vitest'
import { duePackets, endDuePacket, extendPacket } from '../../../src/core/packets/packets.js'
import { openHouse } from '../../kit/house.js'
import { meanwhile } from '../../kit/meanwhile.js'
import { describeStorage } from '../../kit/storage.js'
import { drop, factKinds, has, packetRow, USDT } from './kit.js'

const HOUR_MS = 3_600_000
const dueNow = (house: Awaited<ReturnType<typeof openHouse>>) => house.look((work) => duePackets(work, ''))

describeStorage('a due packet', (engine) => {
  it('that was extended in its last second, while it was listed, lives on to its new time', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 5 equal life=1h')
    house.world.passes(HOUR_MS - 1000)
    const listed = await meanwhile(
      house.storage,
      (work) => extendPacket(work, packet, HOUR_MS, `member:${pavel.member}`),
      async () => {
        house.world.passes(1500)
        return dueNow(house)
      },
    )
    expect(listed).toEqual([packet])
    for (const id of listed) await house.storage.write((work) => endDuePacket(work, id))
    expect(await packetRow(house, packet)).toMatchObject({ state: 'live', endedAt: null })
    expect(await has(house, pavel.owner)).toBe(450n * USDT)
    expect(await factKinds(house, `packet:${packet}`)).toEqual(['packet-dropped', 'packet-extended'])
    house.world.passes(HOUR_MS)
    for (const id of await dueNow(house)) await house.storage.write((work) => endDuePacket(work, id))
    expect((await packetRow(house, packet)).state).toBe('expired')
  })

  it('of a list that knows nothing of time is not ended', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const vera = await house.rich('Vera', '500')
    const packets = [await drop(pavel, '50 5 life=1h'), await drop(vera, '50 5 window=60s')]
    house.world.passes(59_999)
    for (const id of packets) await house.storage.write((work) => endDuePacket(work, id))
    for (const id of packets) expect((await packetRow(house, id)).state).toBe('live')
    expect(await dueNow(house)).toEqual([])
  })
})
