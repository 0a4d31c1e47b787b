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
  /** Asked before every turn: they follow the programme, and come and go with its sections. */
  beats(): readonly Beat[]
  /** What was made at this moment or later may be ended by the clock; Infinity: nothing may. */
  madeSince(): Promise<number>
  /** Called after a beat that may have queued something. */
  wake(): void
}): Beats {
  const { storage, world, log, wake, madeSince } = options
  const cancels = new Set<() => void>()
  const running = new Set<Promise<void>>()
  const planned = new Set<string>()
  let stopped = true

  /** Each that is there and waits for no turn yet. */
  function planAll(): void {
    if (stopped) return
    for (const beat of options.beats()) if (!planned.has(beat.name)) plan(beat)
  }

  function plan({ name, everyMs }: Beat): void {
    planned.add(name)
    const cancel = world.after(everyMs, () => {
      cancels.delete(cancel)
      const beat = options.beats().find((one) => one.name === name)
      const turn = (beat ? run(beat) : Promise.resolve()).finally(() => {
        running.delete(turn)
        planned.delete(name)
        planAll()
      })
      running.add(turn)
    })
    cancels.add(cancel)
  }

  async function run(beat: Beat): Promise<void> {
    try {
      await turn(beat, { storage, log, wake, madeSince, stopped: () => stopped })
    } catch (error) {
      log.error('a beat failed; it is tried again', { beat: beat.name, error })
    }
  }

  return {
    start() {
      stopped = false
      planAll()
    },
    async stop() {
      stopped = true
      for (const cancel of cancels) cancel()
      cancels.clear()
      planned.clear()
      await Promise.all(running)
    },
  }
}

interface Turning {
  storage: Storage
  log: Log
  madeSince(): Promise<number>
  wake(): void
  stopped(): boolean
}

/** Settles all that is due once. Fails only when nothing can be settled: the database is away. */
export async function turn(beat: Beat, { storage, log, wake, stopped, madeSince }: Turning): Promise<void> {
  for (let after = ''; ; ) {
    // Asked anew at every page: a clock may be set while many packets end.
    const since = beat.byTime ? await madeSince() : 0
    if (since === Number.POSITIVE_INFINITY) return
    const ids = await storage.read((work) => beat.due(work, after, since))
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
