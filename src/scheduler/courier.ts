/**
 * The courier carries the outbox to the platforms and is the only one who tries again. Lanes (a chat, an
 * account) keep their order and do not wait for each other. A row is leased, sent, settled under its fence;
 * what happens when nobody can tell whether it arrived depends on its class (docs/operators.md): an
 * edit is sent again, a receipt once more and marked, a post waits for a person, and whatever goes to Discord
 * is sent again under the same nonce.
 */
import { setMaxListeners } from 'node:events'
import type { CarrierName } from '../interaction/call.js'
import { fail, type Ways } from './attempt.js'
import { afterFailure } from './failures.js'
import { createLanes } from './lanes.js'
import { createLooks, LOOK_MS } from './looks.js'
import type { Pacing } from './pacing.js'
import { allLeases, dueHeads, lostLeases, type OutboxRow, putAside } from './rows.js'

export interface CourierOptions extends Ways {
  /** The token is revoked: nothing can be sent any more. */
  fatal(platform: CarrierName, detail: string): void
  pacing?: Pacing
}

export interface Courier {
  start(): Promise<void>
  /** Begins nothing more and waits for what is under way. */
  stop(): Promise<void>
  /** Something was queued. */
  wake(): void
  /** Resolves when nothing is under way and nothing could be sent now. */
  drain(): Promise<void>
}

export function createCourier(options: CourierOptions): Courier {
  const { world, storage, log } = options
  const lanes = createLanes({ ...options, ended: () => looks.wake() })
  const looks = createLooks(world, look)
  let ending = new AbortController()

  async function look(): Promise<number | undefined> {
    const { signal } = ending
    const open = lanes.open(LOOK_MS)
    if (open.length === 0 || signal.aborted) return undefined
    try {
      const { lost, heads } = await storage.read(async (work) => ({
        lost: await lostLeases(work),
        heads: await dueHeads(work, open),
      }))
      // Whoever still has a row in hand here knows best how it went.
      await giveBack(
        options,
        lost.filter(({ id }) => !lanes.carries(id)),
        signal,
      )
      const crowded = lanes.crowded(heads)
      if (crowded.length > 0) await storage.write((work) => putAside(work, crowded))
      const next = lanes.begin(heads, signal)
      return crowded.length > 0 ? 0 : next
    } catch (error) {
      log.warn('the outbox could not be read', { error })
      return undefined
    }
  }

  return {
    async start() {
      ending = new AbortController()
      // Every attempt under way may wait for it.
      setMaxListeners(0, ending.signal)
      // SQLite has one process, so every lease is of a former life; on PostgreSQL a neighbour may hold one.
      const which = storage.dialect === 'sqlite' ? allLeases : lostLeases
      await giveBack(options, await storage.read(which), ending.signal)
      looks.start()
    },
    async stop() {
      ending.abort()
      await looks.stop()
      await lanes.idle()
    },
    wake: looks.wake,
    async drain() {
      do {
        await lanes.idle()
        await looks.now()
      } while (lanes.count() > 0)
    },
  }
}

/** Rows whose courier never came back: nobody can tell whether they arrived. */
async function giveBack(
  options: CourierOptions,
  rows: readonly OutboxRow[],
  signal: AbortSignal,
): Promise<void> {
  const { world, log } = options
  for (const row of rows) {
    const verdict = afterFailure(row, { kind: 'unknown', detail: 'its courier never came back' }, world)
    log.warn('a message was under way when its courier ended', { key: row.key, state: verdict.change.state })
    await fail(options, row, verdict, signal)
  }
}
