import { expect, it } from 'vitest'
import { silentLog } from '../../src/kit/log.js'
import { Outage } from '../../src/kit/outage.js'
import { createBeats } from '../../src/scheduler/beats.js'
import { everySecond } from '../../src/scheduler/ticks.js'
import type { Beat } from '../../src/storage/beat.js'
import type { Work } from '../../src/storage/storage.js'
import { recordingLog } from '../kit/lines.js'
import { describeStorage, type EngineForTests } from '../kit/storage.js'
import { virtualWorld } from '../kit/world.js'

async function begun(engine: EngineForTests, beat: Pick<Beat, 'due' | 'settle'>) {
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
    beats: () => [{ name: 'beat', everyMs: 2000, ...beat }],
    madeSince: async () => 0,
    wake,
  })
  beats.start()
  return { world, beats, log, wakes }
}

/** Two a page, of a list from which what is settled goes. */
function listed(
  ids: Set<string>,
  settled: string[],
  fails: (id: string) => Error | undefined = () => undefined,
) {
  return {
    due: async (_: Work, after: string) => [...ids].filter((id) => id > after).slice(0, 2),
    async settle(_: Work, id: string) {
      const error = fails(id)
      if (error) throw error
      settled.push(id)
      ids.delete(id)
    },
  }
}

describeStorage('a beat', (engine) => {
  it('settles all that is due, each time, and not after the end', async () => {
    const ids = new Set(['a', 'b', 'c'])
    const settled: string[] = []
    const { world, beats, wakes } = await begun(engine, listed(ids, settled))
    await world.passes(1900)
    expect(settled).toEqual([])
    await world.passes(2000)
    expect(settled).toEqual(['a', 'b', 'c'])
    expect(wakes.count).toBe(2)
    ids.add('a')
    await world.passes(2000)
    expect(settled).toEqual(['a', 'b', 'c', 'a'])
    await beats.stop()
    ids.add('a')
    await world.passes(60_000)
    expect(settled).toHaveLength(4)
  })

  it('lets what cannot be settled stop nothing else, and tries it again', async () => {
    const ids = new Set(['a', 'b', 'c', 'd'])
    const settled: string[] = []
    let poison = true
    const fails = (id: string) => (poison && id < 'c' ? new TypeError(`a bug in ${id}`) : undefined)
    const { world, beats, log } = await begun(engine, listed(ids, settled, fails))
    await world.passes(2000)
    expect(settled).toEqual(['c', 'd'])
    const message = 'this could not be settled; it is tried again'
    expect(log.lines).toMatchObject(['a', 'b'].map((id) => ({ level: 'error', message, fields: { id } })))
    poison = false
    await world.passes(2000)
    expect(settled).toEqual(['c', 'd', 'a', 'b'])
    await beats.stop()
  })

  it('gives up its turn while the database is away', async () => {
    const ids = new Set(['a', 'b'])
    const settled: string[] = []
    const tried: string[] = []
    const fails = (id: string) => {
      tried.push(id)
      return tried.length === 1 ? new Outage('away') : undefined
    }
    const { world, beats, log } = await begun(engine, listed(ids, settled, fails))
    await world.passes(2000)
    expect([tried, settled]).toEqual([['a'], []])
    expect(log.lines).toMatchObject([{ level: 'error', message: 'a beat failed; it is tried again' }])
    await world.passes(2000)
    expect(settled).toEqual(['a', 'b'])
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
