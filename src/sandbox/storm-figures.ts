/** The arithmetic of a storm: quantiles of its latencies, and its course in slices of time. */
import type { StormEnd, StormSlice } from './page-contract.js'

/** Width of a slice at the start, milliseconds. */
const FIRST_WIDTH = 100
/** When there are more slices than a small chart can show, neighbours are merged and the width doubles. */
const SLICES_MAX = 96

const NOTHING: StormSlice = { answered: 0, refused: 0, failed: 0 }

/**
 * Nearest-rank quantile of ascending numbers: the smallest one that at least `share` of them do not exceed.
 */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const rank = Math.ceil(share * ascending.length)
  return ascending[Math.min(Math.max(rank, 1), ascending.length) - 1] ?? 0
}

export interface Latencies {
  add(milliseconds: number): void
  summary(): { p50: number; p99: number; slowest: number }
}

/** Latencies of at most `capacity` presses, kept exactly: 10,000 numbers are 80 kB. */
export function createLatencies(capacity: number): Latencies {
  const all = new Float64Array(capacity)
  let count = 0
  return {
    add(milliseconds) {
      if (count < capacity) all[count++] = milliseconds
    },
    summary() {
      const ascending = all.slice(0, count).sort()
      const at = (share: number) => Math.round(quantile(ascending, share) * 10) / 10
      return { p50: at(0.5), p99: at(0.99), slowest: at(1) }
    },
  }
}

export interface Course {
  add(elapsed: number, end: StormEnd): void
  slices(): { slices: StormSlice[]; sliceWidth: number }
}

/** How many presses ended in each slice of time since the start. */
export function createCourse(): Course {
  let slices: StormSlice[] = []
  let sliceWidth = FIRST_WIDTH
  const sliceAt = (elapsed: number): StormSlice => {
    while (elapsed >= sliceWidth * SLICES_MAX) {
      slices = mergePairs(slices)
      sliceWidth *= 2
    }
    const index = Math.max(0, Math.floor(elapsed / sliceWidth))
    while (slices.length <= index) slices.push({ ...NOTHING })
    return slices[index] ?? { ...NOTHING }
  }
  return {
    add(elapsed, end) {
      sliceAt(elapsed)[end]++
    },
    slices: () => ({ slices: slices.map((slice) => ({ ...slice })), sliceWidth }),
  }
}

function mergePairs(slices: StormSlice[]): StormSlice[] {
  const merged: StormSlice[] = []
  for (let index = 0; index < slices.length; index += 2) {
    const [left = NOTHING, right = NOTHING] = [slices[index], slices[index + 1]]
    merged.push({
      answered: left.answered + right.answered,
      refused: left.refused + right.refused,
      failed: left.failed + right.failed,
    })
  }
  return merged
}
