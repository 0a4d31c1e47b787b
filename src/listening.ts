/**
 * Counts what is written in communities that are measured (`core/communities/tally.ts`), and writes it down
 * once a minute in one unit of work, so that a message costs the database nothing. What a crash loses is a
 * minute.
 */
import { createHmac } from 'node:crypto'
import { type Counted, createTally, keepCounts, watchedNow } from './core/communities/communities.js'
import type { Overheard } from './interaction/call.js'
import type { Log } from './kit/log.js'
import type { World } from './kit/world.js'
import type { Storage } from './storage/storage.js'

const EVERY_MS = 60_000

export interface Listening {
  overhear(heard: Overheard): void
  start(): Promise<void>
  /** Writes down what was counted, and counts no more. */
  stop(): Promise<void>
}

/** `secret`: bytes that are in no database. */
export function createListening(options: {
  storage: Pick<Storage, 'read' | 'write'>
  world: Pick<World, 'after'>
  log: Log
  secret: Uint8Array
}): Listening {
  const { storage, world, log, secret } = options
  const tally = createTally(createHmac('sha256', secret).update('writers of communities').digest())
  let cancel = () => {}
  let turn = Promise.resolve()
  let isStopped = true

  async function keep(counted: readonly Counted[]): Promise<void> {
    if (counted.length === 0) return tally.watch(await storage.read(watchedNow))
    const watched = await storage.write(async (work) => {
      await keepCounts(work, counted)
      return watchedNow(work)
    })
    tally.watch(watched)
  }

  async function flush(): Promise<void> {
    const counted = tally.drain()
    try {
      await keep(counted)
    } catch (error) {
      tally.restore(counted)
      log.warn('what was counted could not be written down yet', { error })
    }
  }

  function plan(): void {
    if (isStopped) return
    cancel = world.after(EVERY_MS, () => {
      turn = flush().finally(plan)
    })
  }

  return {
    overhear: (heard) => tally.hear(heard),
    async start() {
      isStopped = false
      await flush()
      plan()
    },
    async stop() {
      isStopped = true
      cancel()
      await turn
      await flush()
    },
  }
}
