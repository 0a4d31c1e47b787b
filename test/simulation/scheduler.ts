/**
 * Time and order of a simulated history. Whatever waits is either ready, and then chance says who goes next,
 * or waits for a moment; time passes when nobody is ready.
 */
import type { Chance } from './chance.js'
import type { Trace } from './trace.js'

/** Somebody who waits. What belongs to a life of the app ends with it. */
interface Waiting {
  label: string
  life: number | undefined
  go: () => void
}

interface Timed extends Waiting {
  at: number
  order: number
  cancelled: boolean
}

export interface Scheduler {
  /** Virtual ms since the beginning. */
  now(): number
  /** Whoever waits here goes on when chance picks them. */
  ready(label: string, go: () => void, life?: number): void
  /** As {@link ready}, as a promise. */
  point(label: string, life?: number): Promise<void>
  /** Is ready after so many ms. The result cancels it. */
  later(ms: number, label: string, go: () => void, life?: number): () => void
  /** All that waits for this life never goes on. */
  forget(life: number): void
  /** Goes on until it is so; asked whenever all is at rest. Rejects when nothing is left to happen. */
  run(isOver: () => boolean): Promise<void>
}

/** Steps of one history. More means that it goes round in circles. */
const STEPS_MOST = 400_000

export function schedulerOf(chance: Chance, trace: Trace): Scheduler {
  let now = 0
  let order = 0
  let steps = 0
  let ready: Waiting[] = []
  const timers = heapOf()

  function step(): void {
    if (ready.length === 0) pass()
    const at = chance.below(ready.length)
    const [next] = ready.splice(at, 1)
    if (!next) throw new Error('nothing is left that could happen')
    steps += 1
    if (steps > STEPS_MOST) throw new Error('it goes on for ever')
    trace.add(`${now} ${next.label}`)
    next.go()
  }

  /** Time passes: whoever waited for the next moment is ready. */
  function pass(): void {
    const first = timers.first()
    if (!first) return
    now = Math.max(now, first.at)
    for (let due = timers.first(); due && due.at <= now; due = timers.first()) ready.push(timers.take())
  }

  return {
    now: () => now,
    ready: (label, go, life) => void ready.push({ label, life, go }),
    point: (label, life) => new Promise((resolve) => ready.push({ label, life, go: resolve })),
    later(ms, label, go, life) {
      order += 1
      const timed = { at: now + Math.max(0, Math.round(ms)), order, label, life, go, cancelled: false }
      timers.add(timed)
      return () => {
        timed.cancelled = true
        ready = ready.filter((one) => one !== timed)
      }
    },
    forget(life) {
      ready = ready.filter((one) => one.life !== life)
      timers.drop((one) => one.life === life)
    },
    run: (isOver) =>
      turns(() => {
        if (isOver()) return true
        step()
        return false
      }),
  }
}

/**
 * Calls `turn` until it says true, each time when no promise has anything left to do: what `nextTick` holds
 * runs after all of them.
 */
function turns(turn: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    function once(): void {
      try {
        if (turn()) resolve()
        else rest()
      } catch (error) {
        reject(error)
      }
    }
    // Whoever begins inside a tick (a message from a parent process) comes before all promises without this.
    const rest = () => queueMicrotask(() => process.nextTick(once))
    rest()
  })
}

interface Heap {
  add(one: Timed): void
  /** The earliest that was not cancelled. */
  first(): Timed | undefined
  /** Takes {@link first} out. */
  take(): Timed
  drop(which: (one: Timed) => boolean): void
}

/** A binary heap by moment, then by order of arrival. */
function heapOf(): Heap {
  let heap: Timed[] = []
  const isBefore = (a: Timed, b: Timed) => a.at < b.at || (a.at === b.at && a.order < b.order)

  function add(one: Timed): void {
    let at = heap.push(one) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent] as Timed
      if (!isBefore(one, above)) break
      heap[at] = above
      at = parent
    }
    heap[at] = one
  }

  function removeFirst(): Timed {
    const first = heap[0] as Timed
    const last = heap.pop() as Timed
    if (heap.length > 0) sink(last)
    return first
  }

  function sink(one: Timed): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      const [left, right] = [heap[child], heap[child + 1]]
      if (!left) break
      if (right && isBefore(right, left)) child += 1
      const below = heap[child] as Timed
      if (!isBefore(below, one)) break
      heap[at] = below
      at = child
    }
    heap[at] = one
  }

  function first(): Timed | undefined {
    while (heap[0]?.cancelled) removeFirst()
    return heap[0]
  }

  return {
    add,
    first,
    take: removeFirst,
    drop(which) {
      const kept = heap.filter((one) => !one.cancelled && !which(one))
      heap = []
      for (const one of kept) add(one)
    },
  }
}
