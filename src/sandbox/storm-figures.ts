/** The arithmetic of a storm: quantiles of its latencies, and its course in slices of time. */
import type { StormEnd, StormGain, StormSlice } from './page-contract.js'

/** Width of a slice at the start, milliseconds. */
const FIRST_WIDTH = 100
/** When there are more slices than a small chart can show, neighbours are merged and the width doubles. */
const SLICES_MAX = 96

/**
 * Nearest-rank quantile of ascending numbers: the smallest one that at least `share` of them do not exceed.
 */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const rank = Math.ceil(share * ascending.length)
  return ascending[Math.min(Math.max(rank, 1), ascending.length) - 1] ?? 0
}

/** With one decimal. */
const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10

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
      const at = (share: number) => rounded(quantile(ascending, share))
      return { p50: at(0.5), p99: at(0.99), slowest: at(1) }
    },
  }
}

/** Something for each slice of time since the start. When there are too many, neighbours become one. */
interface Sliced<T> {
  /** The slice of this moment, milliseconds since the start. */
  at(elapsed: number): T
  all(): { slices: readonly T[]; sliceWidth: number }
}

function createSliced<T>(empty: () => T, join: (left: T, right: T) => T): Sliced<T> {
  let slices: T[] = []
  let sliceWidth = FIRST_WIDTH
  return {
    at(elapsed) {
      while (elapsed >= sliceWidth * SLICES_MAX) {
        const before = slices
        slices = Array.from({ length: Math.ceil(before.length / 2) }, (_, index) =>
          join(before[2 * index] ?? empty(), before[2 * index + 1] ?? empty()),
        )
        sliceWidth *= 2
      }
      const index = Math.max(0, Math.floor(elapsed / sliceWidth))
      while (slices.length <= index) slices.push(empty())
      return slices[index] ?? empty()
    },
    all: () => ({ slices, sliceWidth }),
  }
}

export interface Course {
  /** `took` is of a press that was answered, milliseconds. */
  add(elapsed: number, end: StormEnd, took: number): void
  slices(): { slices: StormSlice[]; sliceWidth: number }
}

/** How many presses ended in each slice of time since the start, and how long answers took. */
export function createCourse(): Course {
  const course = createSliced(
    () => ({ answered: 0, turnedAway: 0, unanswered: 0, took: [] as number[] }),
    (left, right) => ({
      answered: left.answered + right.answered,
      turnedAway: left.turnedAway + right.turnedAway,
      unanswered: left.unanswered + right.unanswered,
      took: [...left.took, ...right.took],
    }),
  )
  return {
    add(elapsed, end, took) {
      const slice = course.at(elapsed)
      slice[end]++
      if (end === 'answered') slice.took.push(took)
    },
    slices() {
      const { slices, sliceWidth } = course.all()
      const shown = slices.map(({ took, ...ends }) => {
        const ascending = Float64Array.from(took).sort()
        return { ...ends, p50: rounded(quantile(ascending, 0.5)), p99: rounded(quantile(ascending, 0.99)) }
      })
      return { slices: shown, sliceWidth }
    },
  }
}

export interface GainCourse {
  /** One person more, or one less who has got something better since. */
  add(elapsed: number, gain: keyof StormGain, by: 1 | -1): void
  slices(): { gains: StormGain[]; gainWidth: number }
}

/** How many people were paid or refused in each slice of time, in slices as wide as those of a storm. */
export function createGainCourse(): GainCourse {
  const course = createSliced(
    (): StormGain => ({ paid: 0, refused: 0 }),
    (left, right) => ({ paid: left.paid + right.paid, refused: left.refused + right.refused }),
  )
  return {
    add(elapsed, gain, by) {
      course.at(elapsed)[gain] += by
    },
    slices() {
      const { slices, sliceWidth } = course.all()
      return { gains: slices.map((slice) => ({ ...slice })), gainWidth: sliceWidth }
    },
  }
}
