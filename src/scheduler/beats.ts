/**
 * What is done again and again every few seconds: each beat runs in units of work until it says `done`, never
 * twice at the same time in one process, and is safe to do by two. What is due by the calendar and must be
 * done once is a job of the scheduler.
 */
import type { Log } from '../kit/log.js'
import type { World } from '../kit/world.js'
import type { Storage, Work } from '../storage/storage.js'

export interface Beat {
  name: string
  everyMs: number
  run(work: Work): Promise<'done' | 'more'>
}

export interface Beats {
  start(): void
  stop(): Promise<void>
}

export function createBeats(options: {
  storage: Storage
  world: Pick<World, 'after'>
  log: Log
  beats: readonly Beat[]
  /** Called after a beat that may have queued something. */
  wake(): void
}): Beats {
  const { storage, world, log, wake } = options
  const cancels = new Set<() => void>()
  const running = new Set<Promise<void>>()
  let stopped = true

  function plan(beat: Beat): void {
    if (stopped) return
    const cancel = world.after(beat.everyMs, () => {
      cancels.delete(cancel)
      const turn = run(beat).finally(() => {
        running.delete(turn)
        plan(beat)
      })
      running.add(turn)
    })
    cancels.add(cancel)
  }

  async function run(beat: Beat): Promise<void> {
    try {
      while (!stopped && (await storage.write((work) => beat.run(work))) === 'more') wake()
      wake()
    } catch (error) {
      log.error('a beat failed; it is tried again', { beat: beat.name, error })
    }
  }

  return {
    start() {
      stopped = false
      for (const beat of options.beats) plan(beat)
    },
    async stop() {
      stopped = true
      for (const cancel of cancels) cancel()
      cancels.clear()
      await Promise.all(running)
    },
  }
}
