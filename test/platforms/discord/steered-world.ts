/** A world whose clock and timers move only when told. */
import { randomBytes } from 'node:crypto'
import { crockford, type World } from '../../../src/kit/world.js'

export interface SteeredWorld extends World {
  /** Moves the clock on and runs what has come due, in order. */
  pass(ms: number): void
  /** Timers and sleeps that wait. */
  waiting(): number
}

export function steeredWorld(start = 1_763_393_153_906): SteeredWorld {
  let elapsed = 0
  const tasks = new Map<symbol, { due: number; task: () => void }>()
  const after = (ms: number, task: () => void) => {
    const key = Symbol('timer')
    tasks.set(key, { due: elapsed + ms, task })
    return () => void tasks.delete(key)
  }
  return {
    now: () => start + elapsed,
    monotonic: () => elapsed,
    random: (count) => randomBytes(count),
    newId: () => crockford(randomBytes(10)),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const cancel = after(ms, resolve)
        signal?.addEventListener('abort', () => {
          cancel()
          resolve()
        })
      }),
    after,
    breathe: () => Promise.resolve(),
    crashpoint() {},
    waiting: () => tasks.size,
    pass(ms) {
      elapsed += ms
      const due = [...tasks].filter(([, one]) => one.due <= elapsed).sort(([, a], [, b]) => a.due - b.due)
      for (const [key, { task }] of due) {
        tasks.delete(key)
        task()
      }
    },
  }
}
