import { expect, it } from 'vitest'
import { silentLog } from '../../src/kit/log.js'
import { type Beat, createBeats } from '../../src/scheduler/beats.js'
import { everySecond } from '../../src/scheduler/ticks.js'
import { recordingLog } from '../kit/lines.js'
import { describeStorage, type EngineForTests } from '../kit/storage.js'
import { virtualWorld } from '../kit/world.js'

async function begun(engine: EngineForTests, run: Beat['run']) {
  const world = virtualWorld()
  const storage = world.holding(await engine.open({ world: world.forStorage }))
  const log = recordingLog()
  const wakes = { count: 0 }
  const wake = () => {
    wakes.count += 1
  }
  const beats = createBeats({
    storage,
    world,
    log: log.log,
    beats: [{ name: 'beat', everyMs: 2000, run }],
    wake,
  })
  beats.start()
  return { world, beats, log, wakes }
}

describeStorage('a beat', (engine) => {
  it('works until it is done, each time, and not after the end', async () => {
    let turns = 0
    const { world, beats, wakes } = await begun(engine, async () => {
      turns += 1
      return turns % 3 === 0 ? 'done' : 'more'
    })
    await world.passes(1900)
    expect(turns).toBe(0)
    await world.passes(2000)
    expect(turns).toBe(3)
    expect(wakes.count).toBe(3)
    await world.passes(2000)
    expect(turns).toBe(6)
    await beats.stop()
    await world.passes(60_000)
    expect(turns).toBe(6)
  })

  it('that fails is tried again the next time', async () => {
    let turns = 0
    const { world, beats, log } = await begun(engine, async () => {
      turns += 1
      if (turns === 1) throw new TypeError('a beat with a bug')
      return 'done'
    })
    await world.passes(5000)
    expect(turns).toBe(2)
    expect(log.lines).toMatchObject([{ level: 'error', message: 'a beat failed; it is tried again' }])
    await beats.stop()
  })
})

it('the clock of the scheduler ticks until it is told not to', async () => {
  let ticked = () => {}
  const first = new Promise<void>((resolve) => {
    ticked = resolve
  })
  const cancel = everySecond(() => ticked(), silentLog)
  await first
  cancel()
})
