/**
 * Time that never runs backwards: the `now` of units, kept across jumps of the machine's clock and across
 * restarts.
 */
import type { Log } from '../kit/log.js'
import type { World } from '../kit/world.js'

export interface Clock {
  now(): number
  /** A unit at this moment was committed: no later one may be earlier. */
  committed(at: number): void
}

/** ms that this machine's clock may differ from the database server's. From page 7, I16. */
export const CLOCK_TOLERANCE_MS = 2_000

/**
 * ms that this machine's clock may be behind what is stored before the operator is told. From page 7, section
 * 6.
 */
const MAX_BEHIND_MS = 5 * 60_000

/** `newest` is the latest moment that the database knows, ms since the epoch. */
export function clock(world: Pick<World, 'now'>, newest: number, log: Log): Clock {
  const behindMs = newest - world.now()
  if (behindMs > MAX_BEHIND_MS)
    log.warn('the clock is behind the newest entry of the ledger; time stands still until then', { behindMs })
  let last = newest
  return {
    now: () => Math.max(world.now(), last),
    committed(at) {
      last = Math.max(last, at)
    },
  }
}
