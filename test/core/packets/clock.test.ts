/** A clock that is wrong ends no packet, and nobody loses a share by it. */
import { expect, it } from 'vitest'
import { timekeeper } from '../../../src/storage/clock.js'
import { compareClocks } from '../../../src/storage/database-clock.js'
import { keepSureMoment } from '../../../src/storage/sure-moment.js'
import { type House, openHouse, type SteeredWorld, steeredWorld } from '../../kit/house.js'
import { recordingLog } from '../../kit/lines.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import { claim, crowd, drop, has, packetRow, USDT } from './kit.js'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

async function openTimed(engine: EngineForTests, world: SteeredWorld, url?: string) {
  const log = recordingLog()
  const time = timekeeper(world, log.log)
  const storage = await engine.open({ world, clock: time, ...(url ? { url } : {}) })
  const house = await openHouse(engine, { world, storage })
  return { house, time, log, beats: () => house.beats(time.trust().since) }
}

async function stateOf(house: House, packet: string): Promise<string> {
  return (await packetRow(house, packet)).state
}

describeStorage('a wrong clock', (engine) => {
  it.each([25 * HOUR_MS, -25 * HOUR_MS])('that jumps by %d ms and back ends nothing', async (jump) => {
    const world = steeredWorld()
    const { house, beats } = await openTimed(engine, world)
    const pavel = await house.rich('Pavel', '500')
    const [mia, noah] = await crowd(house, 2)
    const packet = await drop(pavel, '50 5 equal life=24h')
    world.passes(3_000)
    const draw = await drop(pavel, '50 5 window=1h')
    world.jumps(jump)
    await beats()
    expect([await stateOf(house, packet), await stateOf(house, draw)]).toEqual(['live', 'live'])
    expect((await mia?.presses(claim(packet)))?.keys).toContain('claim-paid')
    world.passes(3_000)
    const brief = await drop(pavel, '10 2 equal life=5m')
    world.jumps(-jump)
    expect((await noah?.presses(claim(packet)))?.keys).toContain('claim-paid')
    world.passes(5 * MINUTE_MS)
    await beats()
    expect([await stateOf(house, packet), await stateOf(house, brief)]).toEqual(['live', 'expired'])
    world.passes(24 * HOUR_MS)
    await beats()
    expect(await stateOf(house, packet)).toBe('expired')
    expect(await has(house, pavel.owner)).toBe(480n * USDT)
    expect(await house.audit()).toEqual([])
  })

  it('at a start ends nothing that was there before, and what is new on time', async () => {
    const world = steeredWorld()
    const url = await engine.emptyDatabase()
    const before = await openTimed(engine, world, url)
    const pavel = await before.house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 5 equal life=24h')
    await before.house.storage.write((work) => keepSureMoment(work))
    await before.house.storage.close()
    world.jumps(25 * HOUR_MS)
    const { house, beats, time } = await openTimed(engine, world, url)
    if (engine.dialect === 'postgres') {
      await compareClocks(house.storage, world, time, async () => world.now() - 25 * HOUR_MS)
      expect(time.trust().state).toBe('wrong')
      world.passes(HOUR_MS)
    }
    const sender = await house.rich('Mia', '500')
    const brief = await drop(sender, '10 2 equal life=5m')
    world.passes(5 * MINUTE_MS)
    await beats()
    expect(await stateOf(house, packet)).toBe('live')
    expect(await stateOf(house, brief)).toBe(engine.dialect === 'postgres' ? 'live' : 'expired')
    world.jumps(-25 * HOUR_MS)
    if (engine.dialect === 'postgres')
      await compareClocks(house.storage, world, time, async () => world.now())
    await beats()
    expect(time.trust().state).toBe('right')
    expect(await stateOf(house, brief)).toBe('expired')
    const [noah] = await crowd(house, 1)
    expect((await noah?.presses(claim(packet)))?.keys).toContain('claim-paid')
    const next = await drop(sender, '10 2 equal life=5m')
    world.passes(5 * MINUTE_MS)
    await beats()
    expect([await stateOf(house, packet), await stateOf(house, next)]).toEqual(['live', 'expired'])
  })

  it('after a weekend off is right in the end, and what was overdue ends', async () => {
    const world = steeredWorld()
    const url = await engine.emptyDatabase()
    const before = await openTimed(engine, world, url)
    const pavel = await before.house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 5 equal life=1h')
    await before.house.storage.close()
    world.jumps(60 * HOUR_MS)
    const { house, beats } = await openTimed(engine, world, url)
    if (engine.dialect === 'sqlite') {
      await beats()
      expect(await stateOf(house, packet)).toBe('live')
      world.passes(15 * MINUTE_MS)
    }
    await beats()
    expect(await stateOf(house, packet)).toBe('expired')
  })
})
