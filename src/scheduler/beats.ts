/**
 * What is done again and again every few seconds: a beat looks what is due and settles each of it in a unit
 * of work of its own, so that one that fails holds up no other; it is tried again the next time. Never twice
 * at the same time in one process, and safe to do by two. What is due by the calendar and must be done once
 * is a job of the scheduler.
 */
import type { Log } from '../kit/log.js'
import { Outage } from '../kit/outage.js'
import type { World } from '../kit/world.js'
import type { Beat } from '../storage/beat.js'
import type { Storage } from '../storage/storage.js'

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
      await turn(beat, { storage, log, wake, stopped: () => stopped })
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

/** Settles all that is due once. Fails only when nothing can be settled: the database is away. */
export async function turn(
  beat: Beat,
  { storage, log, wake, stopped }: { storage: Storage; log: Log; wake(): void; stopped(): boolean },
): Promise<void> {
  for (let after = ''; ; ) {
    const ids = await storage.read((work) => beat.due(work, after))
    for (const id of ids) {
      if (stopped()) return
      await settled(beat, id, storage, log)
      after = id
    }
    if (ids.length === 0) return
    wake()
  }
}

async function settled(beat: Beat, id: string, storage: Storage, log: Log): Promise<void> {
  try {
    await storage.write((work) => beat.settle(work, id))
  } catch (error) {
    if (error instanceof Outage) throw error
    log.error('this could not be settled; it is tried again', { beat: beat.name, id, error })
  }
}
