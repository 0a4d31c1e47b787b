/**
 * A world in which time passes only when told, and all chance comes from a seed. What happens in between is
 * waited for, so that a run is the same each time on SQLite and free of races on PostgreSQL:
 *
 *     const world = virtualWorld({ seed: 7 })
 *     const storage = world.holding(await engine.open({ world: world.forStorage }))
 *     …
 *     await world.passes(60_000)     // every timer of that minute has fired, and what it led to is done
 */
import { crockford, realWorld, type World } from '../../src/kit/world.js'
import type { Storage } from '../../src/storage/storage.js'

export interface VirtualWorld extends World {
  /** Lets time pass: timers fire in their order, each when all that came before it has come to rest. */
  passes(ms: number): Promise<void>
  /** Lets time pass, a timer at a time, until something holds. Throws when it does not within `mostMs`. */
  passesUntil(holds: () => boolean | Promise<boolean>, mostMs?: number): Promise<void>
  /** The machine's clock is set; timers and monotonic time do not notice. */
  jumps(ms: number): void
  /** Resolves when nothing but time could bring anything about. */
  rests(): Promise<void>
  /** The same storage; time stands still while a unit runs. */
  holding(storage: Storage): Storage
  /** A whole number from 0 to below `most`. */
  roll(most: number): number
  /** This world with real timers: a storage's deadlines are about real databases. */
  readonly forStorage: World
}

const START = Date.UTC(2026, 10, 21, 12)
/** Turns of the event loop without anything under way, after which the world is at rest. */
const QUIET_TURNS = 3

export function virtualWorld({ seed = 1, start = START } = {}): VirtualWorld {
  const real = realWorld()
  const timers = createTimers()
  const held = new Set<Promise<unknown>>()
  const next = generator(seed)
  let offset = start

  const random = (count: number) => Uint8Array.from({ length: count }, () => next() & 255)
  const own = {
    now: () => timers.now() + offset,
    monotonic: timers.now,
    random,
    newId: () => crockford(random(10)),
    crashpoint() {},
  }

  function hold<T>(work: Promise<T>): Promise<T> {
    held.add(work)
    return work.finally(() => held.delete(work))
  }

  async function rests(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; quiet++) {
      await real.breathe()
      if (held.size === 0) continue
      await Promise.allSettled(held)
      quiet = -1
    }
  }

  async function passes(ms: number): Promise<void> {
    const until = timers.now() + ms
    for (await rests(); timers.fire(until); await rests());
    timers.reach(until)
  }

  return {
    ...own,
    after: timers.after,
    sleep: timers.sleep,
    breathe: () => hold(real.breathe()),
    rests,
    passes,
    async passesUntil(holds, mostMs = 24 * 3_600_000) {
      const until = timers.now() + mostMs
      for (await rests(); !(await holds()); await rests())
        if (!timers.fire(until)) throw new Error(`it did not come about within ${mostMs} ms`)
    },
    jumps(ms) {
      offset += ms
    },
    holding: (storage) => ({
      dialect: storage.dialect,
      read: (look, pace) => hold(storage.read(look, pace)),
      write: (unit) => hold(storage.write(unit)),
      close: () => storage.close(),
    }),
    roll: (most) => next() % most,
    forStorage: { ...real, ...own },
  }
}

function createTimers() {
  let now = 0
  let count = 0
  const timers = new Map<number, { at: number; task: () => void }>()

  function after(ms: number, task: () => void): () => void {
    count += 1
    const id = count
    timers.set(id, { at: now + ms, task })
    return () => timers.delete(id)
  }

  return {
    now: () => now,
    after,
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        if (signal?.aborted) return resolve()
        const finish = () => {
          cancel()
          signal?.removeEventListener('abort', finish)
          resolve()
        }
        const cancel = after(ms, finish)
        signal?.addEventListener('abort', finish, { once: true })
      }),
    /** Fires the first timer up to a moment; false when there is none. */
    fire(until: number): boolean {
      let first: [number, { at: number; task: () => void }] | undefined
      for (const timer of timers) if (!first || timer[1].at < first[1].at) first = timer
      if (!first || first[1].at > until) return false
      timers.delete(first[0])
      now = Math.max(now, first[1].at)
      first[1].task()
      return true
    },
    reach(moment: number) {
      now = Math.max(now, moment)
    },
  }
}

/** Mulberry32: small, fast, good enough for dice. Whole numbers of 32 bits. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}
