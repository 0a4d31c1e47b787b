/**
 * Counts what is written in communities that are measured (`core/communities/tally.ts`), and writes it down
 * once a minute in one unit of work, so that a message costs the database nothing. What a crash loses is a
 * minute. Who comes into the groups of partners or goes is written down before the platform may forget it,
 * and who speaks there for the first time in a minute at once (`core/groups/arrivals.ts`); people in other
 * groups cost nothing.
 */
import { createHmac } from 'node:crypto'
import { type Counted, createTally, keepCounts, watchedNow } from './core/communities/communities.js'
import { hearArrival } from './core/groups/cards.js'
import { createArrivals, groupsNow, type Noted } from './core/groups/groups.js'
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
  /** Resolves once it is written down. Rejects with an `Outage`: it was not, and must come again. */
  notice(noticed: Noticed): Promise<void>
  start(): Promise<void>
  /** Writes down what was counted, and counts no more. */
  stop(): Promise<void>
}

interface Options {
  storage: Pick<Storage, 'read' | 'write'>
  world: Pick<World, 'after'>
  log: Log
  /** Bytes that are in no database. */
  secret: Uint8Array
  choose: Choose
  /** There is something to be sent. */
  wake(): void
}

export function createListening(options: Options): Listening {
  const counting = createCounting(options)
  const arriving = createArriving(options)
  const { world } = options
  let cancel = () => {}
  let cancelLook = () => {}
  let turn = Promise.resolve()
  let isStopped = true

  async function flush(): Promise<void> {
    await counting.flush()
    await arriving.look()
    arriving.forgetWords()
    await arriving.write()
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
    cancelLook = world.after(LOOK_EVERY_MS, () => void arriving.look().finally(planLook))
  }

  function note(noted: Noted): void {
    if (arriving.note(noted)) turn = turn.then(arriving.write)
  }

  /** After what was noted before it. */
  async function notice(noted: Noted): Promise<void> {
    if (!arriving.counts(noted)) return
    const written = turn.then(arriving.write).then(() => arriving.keep(noted))
    turn = written.catch(() => {})
    return written
  }

  return {
    overhear(heard) {
      counting.hear(heard)
      const { platform, home, chat = home, writer } = heard
      note({ platform, chat, account: writer, what: 'wrote' })
    },
    notice,
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

function createCounting({ storage, log, secret }: Options) {
  const tally = createTally(createHmac('sha256', secret).update('writers of communities').digest())

  async function keep(counted: readonly Counted[]): Promise<void> {
    if (counted.length === 0) return tally.watch(await storage.read(watchedNow))
    const watched = await storage.write(async (work) => {
      await keepCounts(work, counted)
      return watchedNow(work)
    })
    tally.watch(watched)
  }

  return {
    hear: (heard: Overheard) => tally.hear(heard),
    async flush(): Promise<void> {
      const counted = tally.drain()
      try {
        await keep(counted)
      } catch (error) {
        tally.restore(counted)
        log.warn('what was counted could not be written down yet', { error })
      }
    },
  }
}

function createArriving({ storage, log, choose, wake }: Options) {
  const arrivals = createArrivals()

  /** Whoever cannot be written down by a mistake of ours is passed over, so that they hold up nobody. */
  async function keep(noted: Noted): Promise<void> {
    try {
      await storage.write((work) => hearArrival(work, noted, choose))
      wake()
    } catch (error) {
      const isAway = error instanceof Outage
      log[isAway ? 'warn' : 'error']('who came into a group could not be written down', { error })
      if (isAway) throw error
    }
  }

  return {
    note: arrivals.note,
    counts: arrivals.counts,
    forgetWords: arrivals.forgetWords,
    keep,
    /** Which groups count. */
    async look(): Promise<void> {
      try {
        const groups = await storage.read(groupsNow)
        arrivals.watch(groups.map(({ platform, native }) => ({ platform, chat: native })))
      } catch (error) {
        log.warn('the groups of partners could not be looked up', { error })
      }
    },
    async write(): Promise<void> {
      const noted = arrivals.drain()
      for (const [at, one] of noted.entries()) {
        try {
          await keep(one)
        } catch {
          return arrivals.restore(noted.slice(at))
        }
      }
    },
  }
}
