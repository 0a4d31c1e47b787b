/**
 * The courier carries the outbox to the platforms and is the only one who tries again. Lanes (a chat, an account)
 * keep their order and do not wait for each other. A row is leased, sent, settled under its fence; what happens when
 * nobody can tell whether it arrived depends on its class (page "Operators": delivery):
 * an edit is sent again, a receipt once more and marked, a post waits for a person, and whatever goes to Discord is
 * sent again under the same nonce.
 */
import type { PlatformName } from '../interaction/call.js'
import { type Delivered, type Delivery, DeliveryError, type Platform } from '../interaction/platform.js'
import type { Log } from '../kit/log.js'
import type { World } from '../kit/world.js'
import type { Storage, Work } from '../storage/storage.js'
import { afterFailure, type Verdict } from './failures.js'
import { createPacing, type Pacing } from './pacing.js'
import { allLeases, dueHeads, lease, lostLeases, type OutboxRow, settle, versionOf } from './rows.js'

/** Longer than any attempt: the platforms' clients give up after 30 s. */
const LEASE_MS = 90_000
/** The courier looks at least so often, for rows whose time has come. */
const LOOK_MS = 1000
/** Attempts under way on one platform. */
const PARALLEL = 16

export interface CourierOptions {
  storage: Storage
  world: World
  log: Log
  platforms: ReadonlyMap<PlatformName, Platform>
  /** What a row says now; `gone` when there is nothing to say any more, `later` when it must wait for its post. */
  resolve(work: Work, row: OutboxRow): Promise<Delivery | 'gone' | 'later'>
  /** In the unit that settles a sent row. */
  onSent(work: Work, row: OutboxRow, delivered: Delivered): Promise<void>
  /** In the unit that gives a row up. */
  onDead(work: Work, row: OutboxRow, reason: 'gone' | 'unreachable' | 'other'): Promise<void>
  /** A chat has a new native id; in the unit that queues the row again. */
  onMoved(work: Work, row: OutboxRow, to: string): Promise<void>
  /** The token is revoked: nothing can be sent any more. */
  fatal(platform: PlatformName, detail: string): void
  pacing?: Pacing
}

export interface Courier {
  start(): Promise<void>
  stop(): Promise<void>
  /** Something was queued. */
  wake(): void
  /** Resolves when nothing is due and nothing under way. */
  drain(): Promise<void>
}

export function createCourier(options: CourierOptions): Courier {
  const { world, storage, log } = options
  const pacing = options.pacing ?? createPacing()
  const busy = new Set<string>()
  const underway = new Set<Promise<void>>()
  const halted = new Set<PlatformName>()
  let stopped = true
  let pumping: Promise<void> | undefined
  let again = false
  let cancelTimer = () => {}

  function wake(): void {
    again = true
    if (stopped || pumping) return
    pumping = pump().finally(() => {
      pumping = undefined
      if (again) wake()
      else plan(LOOK_MS)
    })
  }

  function plan(ms: number): void {
    cancelTimer()
    if (!stopped) cancelTimer = world.after(Math.max(1, ms), wake)
  }

  async function pump(): Promise<void> {
    again = false
    try {
      await reclaim(options)
      for (const row of await storage.read(dueHeads)) consider(row)
    } catch (error) {
      log.warn('the outbox could not be read', { error })
    }
  }

  function consider(row: OutboxRow): void {
    const { platform } = row
    const lane = `${row.lane} ${row.class === 'edit' ? 'edits' : 'messages'}`
    if (busy.has(lane) || halted.has(platform) || underway.size >= PARALLEL) return
    const now = world.monotonic()
    const wait = pacing.wait(platform, row.lane, row.class === 'edit', now)
    if (wait > 0) {
      planSooner(wait)
      return
    }
    pacing.took(platform, row.lane, row.class === 'edit', now)
    busy.add(lane)
    const attempt = carry(row).finally(() => {
      busy.delete(lane)
      underway.delete(attempt)
      wake()
    })
    underway.add(attempt)
  }

  let soonest = Number.POSITIVE_INFINITY
  function planSooner(ms: number): void {
    if (world.monotonic() + ms >= soonest) return
    soonest = world.monotonic() + ms
    world.after(ms, () => {
      soonest = Number.POSITIVE_INFINITY
      wake()
    })
  }

  async function carry(head: OutboxRow): Promise<void> {
    try {
      const taken = await storage.write(async (work) => {
        const row = await lease(work, head.id, LEASE_MS)
        return row && { row, what: await options.resolve(work, row) }
      })
      if (!taken) return
      const { row, what } = taken
      if (what === 'later')
        return await finish(row, {
          state: 'queued',
          notBefore: world.now() + LOOK_MS,
          attempts: row.attempts - 1,
        })
      if (what === 'gone') return await finish(row, { state: 'sent', settledAt: world.now() })
      world.crashpoint('courier: leased')
      await send(row, what)
    } catch (error) {
      log.error('a message could not be carried', { row: head.id, key: head.key, error })
    }
  }

  async function send(row: OutboxRow, delivery: Delivery): Promise<void> {
    const platform = options.platforms.get(row.platform)
    if (!platform)
      return finish(row, {
        state: 'dead',
        lastError: 'the platform is not connected',
        settledAt: world.now(),
      })
    try {
      const delivered = await platform.deliver(delivery)
      world.crashpoint('courier: sent')
      await sent(row, delivered)
    } catch (error) {
      if (!(error instanceof DeliveryError))
        log.error('an adapter failed to say why', { key: row.key, error })
      const verdict = afterFailure(row, error, world)
      await failed(row, verdict)
    }
  }

  async function sent(row: OutboxRow, delivered: Delivered): Promise<void> {
    await storage.write(async (work) => {
      const isNewest = (await versionOf(work, row.id)) === row.version
      const change = isNewest
        ? ({ state: 'sent', settledAt: work.now } as const)
        : ({ state: 'queued', notBefore: work.now, attempts: 0 } as const)
      const message = delivered.message ?? row.message
      if (await settle(work, row, { ...change, message, lastError: null }))
        await options.onSent(work, row, delivered)
    })
  }

  async function failed(row: OutboxRow, verdict: Verdict): Promise<void> {
    if (verdict.pause)
      pacing.pause(
        row.platform,
        verdict.pause.everything ? undefined : row.lane,
        world.monotonic() + verdict.pause.ms,
      )
    if (verdict.tell)
      log[verdict.tell](`a message is ${verdict.change.state}: ${verdict.change.lastError}`, {
        key: row.key,
        attempts: row.attempts,
      })
    if (verdict.halt) {
      halted.add(row.platform)
      options.fatal(row.platform, verdict.change.lastError ?? '')
    }
    await storage.write(async (work) => {
      if (!(await settle(work, row, verdict.change))) return
      if (verdict.moved !== undefined) await options.onMoved(work, row, verdict.moved)
      if (verdict.dead) await options.onDead(work, row, verdict.dead)
    })
  }

  async function finish(row: OutboxRow, change: Partial<OutboxRow>): Promise<void> {
    await storage.write((work) => settle(work, row, change))
  }

  return {
    async start() {
      stopped = false
      await recover(options)
      wake()
    },
    async stop() {
      stopped = true
      cancelTimer()
      await pumping
      await Promise.all(underway)
    },
    wake,
    async drain() {
      for (;;) {
        await pumping
        await Promise.all(underway)
        if (underway.size === 0 && !pumping && !again) return
      }
    },
  }
}

/**
 * What a former life of this program had under way: nobody can tell whether it arrived. SQLite has one process, so
 * every lease is of a former life; on PostgreSQL a neighbour may hold one, so only those that ran out are.
 */
async function recover(options: CourierOptions): Promise<void> {
  await settleLost(options, options.storage.dialect === 'sqlite' ? allLeases : lostLeases)
}

/** Leases that ran out: their courier sleeps or is dead. */
async function reclaim(options: CourierOptions): Promise<void> {
  const lost = await options.storage.read(lostLeases)
  if (lost.length > 0) await settleLost(options, lostLeases)
}

async function settleLost(
  { storage, world }: CourierOptions,
  which: (work: Work) => Promise<OutboxRow[]>,
): Promise<void> {
  await storage.write(async (work) => {
    for (const row of await which(work)) {
      const unknown = new DeliveryError({ kind: 'unknown', detail: 'its courier never came back' })
      await settle(work, row, afterFailure(row, unknown, world).change)
    }
  })
}
