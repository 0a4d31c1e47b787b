/** Two ways to look at chance: every outcome with its exact weight, and many seeds in a fixed order. */
import { createHash } from 'node:crypto'
import type { Chance } from '../../../src/core/packets/chance.js'

/**
 * Runs `play` once for every possible course of chance. `odds` is one in how many: the product of the limits
 * it asked for. Seeds play no part, so what is shown this way is a proof and not a sample.
 */
export function* everyOutcome<T>(play: (chance: Chance) => T): Generator<{ result: T; odds: bigint }> {
  const path: bigint[] = []
  do {
    const limits: bigint[] = []
    const result = play({
      below(limit) {
        const step = limits.push(limit) - 1
        path[step] ??= 0n
        return path[step]
      },
    })
    yield { result, odds: limits.reduce((all, limit) => all * limit, 1n) }
    advance(path, limits)
  } while (path.length > 0)
}

/** The next path in order; empty after the last. */
function advance(path: bigint[], limits: readonly bigint[]): void {
  for (let step = path.pop(); step !== undefined; step = path.pop()) {
    if (step + 1n < (limits[path.length] ?? 0n)) {
      path.push(step + 1n)
      return
    }
  }
}

/** The i-th of a fixed list of seeds: a test that passes once passes always. */
export function seedNumber(i: number): Uint8Array {
  return createHash('sha256').update(`test seed ${i}`).digest()
}

/** Mean, and its own standard deviation (that of the mean, not of a single value). */
export function meanOf(values: readonly number[]): { mean: number; sigma: number } {
  const mean = values.reduce((all, value) => all + value, 0) / values.length
  const squares = values.reduce((all, value) => all + (value - mean) ** 2, 0)
  return { mean, sigma: Math.sqrt(squares / (values.length - 1) / values.length) }
}

/** Pearson's χ² of counts that should all be the same. */
export function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((all, count) => all + count, 0) / counts.length
  return counts.reduce((all, count) => all + (count - expected) ** 2 / expected, 0)
}

/**
 * What χ² exceeds once in a thousand times when all is well, by the Wilson–Hilferty approximation
 * (z = 3.0902; within 0.1 of the tables from 5 degrees of freedom on).
 */
export function chiSquareLimit(degrees: number): number {
  const third = 2 / (9 * degrees)
  return degrees * (1 - third + 3.0902 * Math.sqrt(third)) ** 3
}
