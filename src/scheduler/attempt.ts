/** One row's way: leased, drawn, sent, settled under its fence. */
import type { PlatformName } from '../interaction/call.js'
import { type Delivered, type Delivery, DeliveryError, type Platform } from '../interaction/platform.js'
import type { Log } from '../kit/log.js'
import { Outage } from '../kit/outage.js'
import { must } from '../kit/refusal.js'
import type { World } from '../kit/world.js'
import type { Storage, Work } from '../storage/storage.js'
import { afterFailure, afterMistake, type DeathReason, type Verdict } from './failures.js'
import { lease, type OutboxRow, settle, settleUnlessNewer } from './rows.js'

/** An edit whose post is still on its way looks again after so long. */
const POST_AWAITED_MS = 1000
/** Between attempts to write down how it went while the database is away. */
const SETTLE_AGAIN_MS = 1000
/** So long is it tried; a database that stays away longer leaves a doubt. */
const SETTLE_MOST_MS = 600_000

export interface Ways {
  storage: Storage
  world: World
  log: Log
  platforms: ReadonlyMap<PlatformName, Platform>
  /**
   * What a row says now; `gone` when there is nothing to say any more, `later` when it must wait for its
   * post, `unreachable` when it is known beforehand that nobody hears it.
   */
  resolve(work: Work, row: OutboxRow): Promise<Delivery | 'gone' | 'later' | 'unreachable'>
  /** In the unit that settles a sent row. */
  onSent(work: Work, row: OutboxRow, delivered: Delivered): Promise<void>
  /** In the unit that gives a row up. */
  onDead(work: Work, row: OutboxRow, reason: DeathReason): Promise<void>
  /** A chat has a new native id; in the unit that queues the row again. */
  onMoved(work: Work, row: OutboxRow, to: string): Promise<void>
}

/**
 * Carries one row, and answers whether anything was sent at all. Throws an Outage when the database is away.
 * `signal` ends the wait for a database that is away after the sending; `heed` hears of a failure at once.
 */
export async function carry(
  ways: Ways,
  id: number,
  signal: AbortSignal,
  heed: (verdict: Verdict) => void,
): Promise<boolean> {
  const taken = await take(ways, id, signal)
  if (!taken) return false
  const { row, delivery } = taken
  ways.world.crashpoint('courier: leased')
  const outcome = await send(ways, row, delivery)
  ways.world.crashpoint('courier: sent')
  if ('verdict' in outcome) {
    heed(outcome.verdict)
    await fail(ways, row, outcome.verdict, signal)
  } else await succeed(ways, row, outcome, signal)
  ways.world.crashpoint('courier: settled')
  return true
}

/** Leases a row and draws it, in one unit of work. Undefined when there is nothing to send. */
async function take(
  ways: Ways,
  id: number,
  signal: AbortSignal,
): Promise<{ row: OutboxRow; delivery: Delivery } | undefined> {
  try {
    return await ways.storage.write(async (work) => {
      const row = await lease(work, id)
      const delivery = row && (await drawn(ways, work, row))
      return row && delivery && { row, delivery }
    })
  } catch (error) {
    if (error instanceof Outage) throw error
    await refuse(ways, id, error, signal)
    return undefined
  }
}

async function drawn(ways: Ways, work: Work, row: OutboxRow): Promise<Delivery | undefined> {
  const what = await ways.resolve(work, row)
  switch (what) {
    case 'gone':
      await settle(work, row, { state: 'sent', settledAt: work.now })
      return undefined
    case 'later': {
      const notBefore = work.now + POST_AWAITED_MS
      await settle(work, row, { state: 'queued', notBefore, attempts: row.attempts - 1 })
      return undefined
    }
    case 'unreachable': {
      const lastError = 'the bot has left the chat'
      await settle(work, row, { state: 'dead', lastError, settledAt: work.now })
      await ways.onDead(work, row, 'unreachable')
      return undefined
    }
    default:
      return what
  }
}

/** A row that our own code cannot draw must not hold up its lane for ever. */
async function refuse(ways: Ways, id: number, error: unknown, signal: AbortSignal): Promise<void> {
  ways.log.error('a message could not be drawn', { row: id, error })
  const row = await ways.storage.write((work) => lease(work, id))
  if (row) await fail(ways, row, afterMistake(row, ways.world), signal)
}

async function send(
  ways: Ways,
  row: OutboxRow,
  delivery: Delivery,
): Promise<Delivered | { verdict: Verdict }> {
  try {
    return await must(ways.platforms.get(row.platform), 'a connected platform').deliver(delivery)
  } catch (error) {
    if (!(error instanceof DeliveryError))
      ways.log.error('an adapter failed to say why', { key: row.key, error })
    const failure = error instanceof DeliveryError ? error.failure : UNTOLD
    return { verdict: afterFailure(row, failure, ways.world) }
  }
}

const UNTOLD = { kind: 'unknown', detail: 'an adapter failed' } as const

async function succeed(ways: Ways, row: OutboxRow, delivered: Delivered, signal: AbortSignal): Promise<void> {
  const message = delivered.message ?? row.message
  const change = { state: 'sent' as const, settledAt: ways.world.now(), message, lastError: null }
  const record = async (work: Work): Promise<void> => {
    if ((await settleUnlessNewer(work, row, change)) !== 'lost') await ways.onSent(work, row, delivered)
  }
  await conclude(ways, row, signal, record, change)
}

/** Writes down that an attempt failed, and what follows from it. */
export async function fail(ways: Ways, row: OutboxRow, verdict: Verdict, signal: AbortSignal): Promise<void> {
  const { change, dead, moved, tell } = verdict
  if (tell)
    ways.log[tell](`a message is ${change.state}: ${change.lastError}`, {
      key: row.key,
      attempts: row.attempts,
    })
  const record = async (work: Work): Promise<void> => {
    if (!(await settleFailed(work, row, verdict))) return
    if (moved !== undefined) await ways.onMoved(work, row, moved)
    if (dead) await ways.onDead(work, row, dead)
  }
  await conclude(ways, row, signal, record, change)
}

/** What is refused for its words may have better ones by now. */
async function settleFailed(work: Work, row: OutboxRow, { change, dead }: Verdict): Promise<boolean> {
  if (dead !== 'other') return await settle(work, row, change)
  return (await settleUnlessNewer(work, row, change)) === 'settled'
}

/**
 * Writes the end of an attempt down, again and again while the database is away: who
 * knows how it went must not forget it. When what follows from it fails by a mistake of ours, `bare` is
 * written alone, because a row without an end would be sent again.
 */
async function conclude(
  { storage, world, log }: Ways,
  row: OutboxRow,
  signal: AbortSignal,
  record: (work: Work) => Promise<void>,
  bare: Partial<OutboxRow>,
): Promise<void> {
  const until = world.monotonic() + SETTLE_MOST_MS
  let unit = record
  for (;;) {
    try {
      return await storage.write(unit)
    } catch (error) {
      if (error instanceof Outage) {
        if (signal.aborted || world.monotonic() > until) throw error
        await world.sleep(SETTLE_AGAIN_MS, signal)
      } else if (unit === record) {
        log.error('what follows from a message could not be done', { key: row.key, error })
        unit = async (work) => void (await settleUnlessNewer(work, row, bare))
      } else throw error
    }
  }
}
