/**
 * Counts what is written in communities that are measured (`core/communities/tally.ts`), and writes it down
 * once a minute in one unit of work, so that a message costs the database nothing. What a crash loses is a
 * minute. Who comes into the groups of partners, goes or speaks there for the first time is written down at
 * once (`core/groups/arrivals.ts`); people in other groups cost nothing.
 */
import { createHmac } from 'node:crypto'
import { type Counted, createTally, keepCounts, watchedNow } from './core/communities/communities.js'
import { hearArrival } from './core/groups/cards.js'
import { createArrivals, groupsNow } from './core/groups/groups.js'
import type { Choose } from './core/notices/notices.js'
import type { Noticed, Overheard } from './interaction/call.js'
import type { Log } from './kit/log.js'
import { Outage } from './kit/outage.js'
import type { World } from './kit/world.js'
import type { Storage } from './storage/storage.js'

const EVERY_MS = 60_000
const LOOK_EVERY_MS = 5000

export interface Listening {
  overhear(heard: Overheard): void
  notice(noticed: Noticed): void
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
  choose: Choose
  /** There is something to be sent. */
  wake(): void
}): Listening {
  const { storage, world, log, secret, choose, wake } = options
  const arrivals = createArrivals()
  const tally = createTally(createHmac('sha256', secret).update('writers of communities').digest())
  let cancel = () => {}
  let cancelLook = () => {}
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
    await watchGroups()
    await writeArrivals()
  }

  async function watchGroups(): Promise<void> {
    try {
      const groups = await storage.read(groupsNow)
      arrivals.watch(groups.map(({ platform, native }) => ({ platform, chat: native })))
    } catch (error) {
      log.warn('the groups of partners could not be looked up', { error })
    }
  }

  async function writeArrivals(): Promise<void> {
    const noted = arrivals.drain()
    for (const [at, one] of noted.entries()) {
      try {
        await storage.write((work) => hearArrival(work, one, choose))
        wake()
      } catch (error) {
        const isAway = error instanceof Outage
        log[isAway ? 'warn' : 'error']('who came into a group could not be written down', { error })
        if (isAway) return arrivals.restore(noted.slice(at))
      }
    }
  }

  function note(noted: Parameters<typeof arrivals.note>[0]): void {
    if (!arrivals.note(noted)) return
    turn = turn.then(writeArrivals)
  }

  function plan(): void {
    if (isStopped) return
    cancel = world.after(EVERY_MS, () => {
      turn = turn.then(flush).finally(plan)
    })
  }

  /** A group that was just named counts within seconds. */
  function planLook(): void {
    if (isStopped) return
    cancelLook = world.after(LOOK_EVERY_MS, () => void watchGroups().finally(planLook))
  }

  return {
    overhear(heard) {
      tally.hear(heard)
      const { platform, home, chat = home, writer } = heard
      note({ platform, chat, account: writer, what: 'wrote' })
    },
    notice: note,
    async start() {
      isStopped = false
      await flush()
      plan()
      planLook()
    },
    async stop() {
      isStopped = true
      cancel()
      cancelLook()
      await turn
      await flush()
    },
  }
}
