/**
 * How luck is spread: `excess` units over `shares` people, before the floor is added and the slots are
 * shuffled. Whole numbers only, so that every language gives the same result to the unit. Every spread gives
 * each position the same mean, `excess / shares`, exactly; `test/core/packets/split.test.ts` proves it by
 * enumeration.
 */
import type { Chance } from './chance.js'

/** How far apart shares may lie: `wild` is the widest. */
export type Spread = 'calm' | 'normal' | 'wild'

/**
 * Gaps that add up to one share. One gap is a random cut (all ways to divide equally likely); the sum of four
 * varies half as much, which is what a Dirichlet(4) would do with money that has no smallest unit.
 */
const GAPS_WILD = 1
const GAPS_CALM = 4

/** Divides `excess` units among `shares` people; the parts add up to `excess` and may be 0. */
export function spreadOut(chance: Chance, excess: bigint, shares: number, spread: Spread): bigint[] {
  if (spread === 'normal') return doubleAverage(chance, excess, shares)
  return cutAtRandom(chance, excess, shares, spread === 'wild' ? GAPS_WILD : GAPS_CALM)
}

/**
 * Each person in turn gets anything from nothing to twice the average of what is left, the last one the rest.
 * Twice the average is rarely whole: rounding it up with just the right chance is what keeps the means level
 * (the common version rounds down, and with 15 units for 10 people gives the first 1.33 times the mean).
 */
function doubleAverage(chance: Chance, excess: bigint, shares: number): bigint[] {
  const parts: bigint[] = []
  let left = excess
  for (let people = BigInt(shares); people > 1n; people--) {
    const most = (2n * left + chance.below(people)) / people
    const part = chance.below(most + 1n)
    parts.push(part)
    left -= part
  }
  parts.push(left)
  return parts
}

/**
 * Lays out `excess` units and `gaps · shares − 1` cuts in a row, every order equally likely; a person's part
 * is the number of units in `gaps` neighbouring gaps.
 */
function cutAtRandom(chance: Chance, excess: bigint, shares: number, gaps: number): bigint[] {
  const cuts = gaps * shares - 1
  const places = excess + BigInt(cuts)
  const cutPlaces = choosePlaces(chance, places, cuts)
  const parts: bigint[] = []
  let start = -1n
  for (let share = 1; share <= shares; share++) {
    const end = cutPlaces[gaps * share - 1] ?? places
    parts.push(end - start - BigInt(gaps))
    start = end
  }
  return parts
}

/**
 * Floyd's sampling: `count` different places out of 0 … `places` − 1, every set equally likely, ascending.
 */
function choosePlaces(chance: Chance, places: bigint, count: number): BigUint64Array {
  const chosen = new Set<bigint>()
  for (let newest = places - BigInt(count); newest < places; newest++) {
    const place = chance.below(newest + 1n)
    chosen.add(chosen.has(place) ? newest : place)
  }
  return BigUint64Array.from(chosen).sort()
}
