/** What happens when luck would give somebody more than the packet's cap. */
import type { Chance } from './chance.js'
import { type Spread, spreadOut } from './spread.js'

/** Whole vectors drawn before we give up, so that a cap below all luck costs a bounded time. */
const TRIES_MOST = 16
/** Shares drawn in all tries together: keeps 1,000 shares within 20 ms on one slow core. */
const TRIES_SHARES_MOST = 2000
/** Even the longest vector gets a second try. */
const TRIES_LEAST = 2

/**
 * Like {@link spreadOut}, with no part above `room`. A vector with a part above it is drawn again, whole,
 * with the next numbers of the stream; the last one allowed is levelled instead.
 */
export function spreadUnder(
  chance: Chance,
  excess: bigint,
  shares: number,
  spread: Spread,
  room: bigint,
): bigint[] {
  let parts = spreadOut(chance, excess, shares, spread)
  for (let tries = triesFor(shares); tries > 1 && parts.some((part) => part > room); tries--) {
    parts = spreadOut(chance, excess, shares, spread)
  }
  return level(parts, room)
}

/** How many vectors may be drawn for so many shares: from 2 (1,000 shares) to 16 (125 shares and fewer). */
export function triesFor(shares: number): number {
  return Math.max(TRIES_LEAST, Math.min(TRIES_MOST, Math.floor(TRIES_SHARES_MOST / shares)))
}

/**
 * Cuts parts down to `room` and gives the surplus to the others in proportion to the room they have left,
 * rounded down; the few units that rounding leaves go, one each, to the first that still have room. There is
 * enough room: the caller has checked that `shares · cap ≥ total`.
 */
export function level(parts: readonly bigint[], room: bigint): bigint[] {
  const kept = parts.map((part) => (part > room ? room : part))
  const surplus = sum(parts) - sum(kept)
  if (surplus === 0n) return kept
  const free = room * BigInt(kept.length) - sum(kept)
  const levelled = kept.map((part) => part + (surplus * (room - part)) / free)
  let rest = sum(parts) - sum(levelled)
  return levelled.map((part) => {
    if (rest === 0n || part === room) return part
    rest--
    return part + 1n
  })
}

/** Adds up. */
export function sum(parts: readonly bigint[]): bigint {
  return parts.reduce((all, part) => all + part, 0n)
}
