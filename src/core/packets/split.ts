/**
 * How a packet is divided into shares: a published function of its seed and its parameters, nothing else.
 * `docs/fairness.md` describes it for people who want to do it again in their own language.
 */
import { must } from '../../kit/refusal.js'
import { spreadUnder } from './cap.js'
import { chanceFrom, shuffle } from './chance.js'
import type { Spread } from './spread.js'

/**
 * Shares of one tranche. All of them are rows written in one unit of work and drawn within 20 ms; a drop for
 * more people than this is an airdrop (`docs/fairness.md`, "Limits").
 */
export const SHARES_MOST = 1000

/** Units of one tranche: the largest number a signed 64-bit column of SQLite or PostgreSQL holds. */
export const UNITS_MOST = 2n ** 63n - 1n

/** Names the stream of numbers that a split takes from a seed, and the version of this function. */
const LABEL = 'split/1'

/**
 * `lucky`: by chance; `equal`: as level as units allow; `fixed`: exactly the same for everyone, or not at
 * all.
 */
export type Split = 'lucky' | 'equal' | 'fixed'

export interface SplitParams {
  /** Units of the asset to give away, 1 … 2^63 − 1. */
  total: bigint
  /** How many people get one, 1 … 1,000. */
  shares: number
  split: Split
  /** Counts for `lucky` only. */
  spread: Spread
  /** The least anyone gets, in units, 1 or more. */
  floor: bigint
  /** The most anyone gets, in units; null for no limit. */
  cap: bigint | null
}

/** Why a packet cannot be divided so, with what would do instead. Amounts are in units. */
export type SplitProblem =
  | { code: 'split-total'; total: bigint; most: bigint }
  | { code: 'split-shares'; shares: number; most: number }
  /** More shares than units, or than {@link SHARES_MOST}; `most` is what is possible. */
  | { code: 'split-too-many-shares'; shares: number; most: number }
  /**
   * The floor is below 1 unit or the total cannot pay it to everyone; `most` is the highest floor that works.
   */
  | { code: 'split-floor'; floor: bigint; most: bigint }
  /** The cap is too low for the total to be given away; `least` is the lowest cap that works. */
  | { code: 'split-cap'; cap: bigint; least: bigint }
  /**
   * A fixed split would leave something over; `less` (0: none) and `more` are the nearest totals that would
   * not.
   */
  | { code: 'split-not-divisible'; total: bigint; less: bigint; more: bigint }

/**
 * The first thing wrong with the parameters, in the order of {@link SplitProblem}; undefined when they are
 * fine.
 */
export function checkSplit(params: SplitParams): SplitProblem | undefined {
  return checkSize(params) ?? checkBounds(params) ?? checkDivisible(params)
}

function checkSize({ total, shares }: SplitParams): SplitProblem | undefined {
  if (total < 1n || total > UNITS_MOST) return { code: 'split-total', total, most: UNITS_MOST }
  if (!Number.isSafeInteger(shares) || shares < 1) return { code: 'split-shares', shares, most: SHARES_MOST }
  const most = total < BigInt(SHARES_MOST) ? Number(total) : SHARES_MOST
  if (shares > most) return { code: 'split-too-many-shares', shares, most }
}

function checkBounds({ total, shares, floor, cap }: SplitParams): SplitProblem | undefined {
  const people = BigInt(shares)
  if (floor < 1n || floor * people > total) return { code: 'split-floor', floor, most: total / people }
  if (cap !== null && cap * people < total) return { code: 'split-cap', cap, least: ceilDiv(total, people) }
}

function checkDivisible({ total, shares, split }: SplitParams): SplitProblem | undefined {
  const over = total % BigInt(shares)
  if (split !== 'fixed' || over === 0n) return undefined
  return { code: 'split-not-divisible', total, less: total - over, more: total - over + BigInt(shares) }
}

/**
 * The shares of a tranche, slot by slot: they add up to `total`, and none is below `floor` or above `cap`.
 * `seed` is the tranche's own 32 bytes (see `trancheSeed`). The parameters must have passed {@link
 * checkSplit}; throws otherwise.
 */
export function splitShares(params: SplitParams & { seed: Uint8Array }): bigint[] {
  const problem = checkSplit(params)
  must(!problem, `parameters that can be split (${problem?.code})`)
  return params.split === 'lucky' ? luckyShares(params) : equalShares(params)
}

function luckyShares(params: SplitParams & { seed: Uint8Array }): bigint[] {
  const { seed, total, shares, spread, floor, cap } = params
  const chance = chanceFrom(LABEL, seed)
  const excess = total - floor * BigInt(shares)
  const room = cap === null ? excess : cap - floor
  const parts = spreadUnder(chance, excess, shares, spread, room)
  return shuffle(chance, parts).map((part) => floor + part)
}

/** What does not divide goes, one unit each, to the first slots. */
function equalShares({ total, shares }: SplitParams): bigint[] {
  const people = BigInt(shares)
  const over = Number(total % people)
  return Array.from({ length: shares }, (_, slot) => total / people + (slot < over ? 1n : 0n))
}

/** Division of positive numbers, rounded up. */
export function ceilDiv(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor
}
