/** One row's way: leased, drawn, sent, settled under its fence. */
import type { CarrierName } from '../interaction/call.js'
import {
  type Carrier,
  type Delivered,
  type Delivery,
  DeliveryError,
  type Letter,
  type Performed,
} from '../interaction/platform.js'
import type { Log } from '../kit/log.js'
import { Outage } from '../kit/outage.js'
import { must } from '../kit/refusal.js'
import type { World } from '../kit/world.js'
import type { Task } from '../storage/deed.js'
import { hasten } from '../storage/outbox.js'
import type { Storage, Work } from '../storage/storage.js'
import {
  afterFailure,
  afterLeft,
  afterMistake,
  afterWait,
  type DeathReason,
  noted,
  type Verdict,
} from './failures.js'
import { isNewer, lease, type OutboxRow, settle, settleSent, settleUnlessNewer } from './rows.js'

/**
 * An edit whose post is still on its way is woken by it; in case that goes amiss, it looks again after so
 * long.
 */
const POST_AWAITED_MS = 60_000
/** Between attempts to write down how it went while the database is away. */
const SETTLE_AGAIN_MS = 1000
/** So long is it tried; a database that stays away longer leaves a doubt. */
const SETTLE_MOST_MS = 600_000

/** What a row says at this moment, ready for whoever carries it. */
export type Outward = Delivery | Letter | Task

/** Why nothing is sent at this moment. */
export type Unsaid = 'gone' | 'later' | 'unreachable' | 'waits'

/** How a row went that was carried: a message, or a deed. */
export type Carried = Delivered | Performed

export interface Ways {
  storage: Storage
  world: World
  log: Log
  platforms: ReadonlyMap<CarrierName, Carrier>
  /**
   * What a row says now; `gone` when there is nothing to say any more, `later` when it must wait for its
   * post, which wakes it (see `hasten`), `unreachable` when it is known beforehand that nobody hears it,
   * `waits` when it is for a private chat that is not begun.
   */
  resolve(work: Work, row: OutboxRow): Promise<Outward | Unsaid>
  /** In the unit that settles a sent row, before it: whoever changes a packet comes to its messages last. */
  onSent(work: Work, row: OutboxRow, carried: Carried): Promise<void>
  /** The key of the row that waits for this one to be settled. */
  awaitedBy(row: OutboxRow): string | undefined
  /**
   * Whether the row is still for where this went. Its chat may have moved meanwhile, and what it changes may
   * have been posted anew.
   */
  isStillFor(work: Work, row: OutboxRow, delivery: Outward): Promise<boolean>
  /** In the unit that gives a row up, before it; the row as it will be. */
  onDead(work: Work, row: OutboxRow, reason: DeathReason): Promise<void>
  /** A chat has a new native id; in the unit that queues the row again, before it. */
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
  if (delivery === 'unreachable' || delivery === 'waits') {
    const after = delivery === 'waits' ? afterWait : afterLeft
    await fail(ways, row, after(row, ways.world), signal)
    return false
  }
  const outcome = await send(ways, row, delivery)
  ways.world.crashpoint('courier: sent')
  if ('verdict' in outcome) {
    heed(outcome.verdict)
    await fail(ways, row, outcome.verdict, signal, delivery)
  } else await succeed(ways, row, outcome, signal)
  ways.world.crashpoint('courier: settled')
  // In a unit of its own: whoever finds the post away from now on has not looked at it before the commit.
  const waits = ways.awaitedBy(row)
  if (waits) await ways.storage.write((work) => hasten(work, waits))
  return true
}

/** Leases a row and draws it, in one unit of work. Undefined when there is nothing to send. */
async function take(
  ways: Ways,
  id: number,
  signal: AbortSignal,
): Promise<{ row: OutboxRow; delivery: Outward | Silent } | undefined> {
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

/** Why nothing is sent, and the row is given up. */
type Silent = Exclude<Unsaid, 'gone' | 'later'>

async function drawn(ways: Ways, work: Work, row: OutboxRow): Promise<Outward | Silent | undefined> {
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

async function send(ways: Ways, row: OutboxRow, delivery: Outward): Promise<Carried | { verdict: Verdict }> {
  try {
    const carrier = must(ways.platforms.get(row.platform), 'a connected platform')
    if (!('deed' in delivery)) return await carrier.deliver(delivery)
    return await must(carrier.perform?.(delivery), 'a carrier that does deeds')
  } catch (error) {
    if (!(error instanceof DeliveryError))
      ways.log.error('an adapter failed to say why', { key: row.key, error })
    const failure = error instanceof DeliveryError ? error.failure : UNTOLD
    return { verdict: afterFailure(row, failure, ways.world) }
  }
}

const UNTOLD = { kind: 'unknown', detail: 'an adapter failed' } as const

async function succeed(ways: Ways, row: OutboxRow, carried: Carried, signal: AbortSignal): Promise<void> {
  const message = ('message' in carried ? carried.message : undefined) ?? row.message
  const change = { state: 'sent' as const, settledAt: ways.world.now(), message, lastError: null }
  const record = async (work: Work): Promise<void> => {
    // What says something else by now, or goes elsewhere, is sent again: this message is nobody's any more.
    const isStale = await isNewer(work, row)
    if (!isStale) await ways.onSent(work, row, carried)
    const how = await settleSent(work, row, message)
    if (how === 'lost' || (how === 'newer' && !isStale)) throw new Overtaken(how)
  }
  await conclude(ways, row, signal, record, change)
}

/** Writes down that an attempt failed, and what follows from it. `delivery`: what was tried, if anything. */
export async function fail(
  ways: Ways,
  row: OutboxRow,
  verdict: Verdict,
  signal: AbortSignal,
  delivery?: Outward,
): Promise<void> {
  const { change, dead, moved, tell } = verdict
  if (tell)
    ways.log[tell](`a message is ${change.state}: ${change.lastError}`, {
      key: row.key,
      attempts: row.attempts,
    })
  const record = async (work: Work): Promise<void> => {
    const isAboutPlace = dead !== undefined || moved !== undefined
    if (isAboutPlace && delivery && !(await ways.isStillFor(work, row, delivery)))
      return await sendElsewhere(work, row)
    // What is refused for its words may have better ones by now, and a post changes only to go elsewhere.
    const mayBeNewer = dead === 'other' || (dead !== undefined && row.class !== 'edit')
    const isStale = mayBeNewer && (await isNewer(work, row))
    if (moved !== undefined) await ways.onMoved(work, row, moved)
    if (dead && !isStale) await ways.onDead(work, { ...row, ...change }, dead)
    const how = mayBeNewer
      ? await settleUnlessNewer(work, row, change)
      : await settledOrLost(work, row, change)
    if (how === 'lost' || (how === 'newer' && !isStale)) throw new Overtaken(how)
  }
  await conclude(ways, row, signal, record, change)
}

/** What became of it where it went says nothing about where it is to go now. */
async function sendElsewhere(work: Work, row: OutboxRow): Promise<void> {
  await settle(work, row, {
    state: 'queued',
    notBefore: work.now,
    lastError: noted(row, 'it went to where it was before'),
  })
}

async function settledOrLost(
  work: Work,
  row: OutboxRow,
  change: Partial<OutboxRow>,
): Promise<'settled' | 'lost'> {
  return (await settle(work, row, change)) ? 'settled' : 'lost'
}

/**
 * What follows from a message is done before its row is settled, so that rows of the outbox are the last that
 * any unit waits for. When the row turns out to be another courier's, or to say something else by now, all of
 * it is undone.
 */
class Overtaken extends Error {
  readonly by: 'lost' | 'newer'

  constructor(by: 'lost' | 'newer') {
    super(`overtaken: the row is ${by}`)
    this.name = 'Overtaken'
    this.by = by
  }
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
      if (error instanceof Overtaken) {
        if (error.by === 'lost') return
      } else if (error instanceof Outage) {
        if (signal.aborted || world.monotonic() > until) throw error
        await world.sleep(SETTLE_AGAIN_MS, signal)
      } else if (unit === record) {
        log.error('what follows from a message could not be done', { key: row.key, error })
        unit = async (work) => void (await settleUnlessNewer(work, row, bare))
      } else throw error
    }
  }
}
