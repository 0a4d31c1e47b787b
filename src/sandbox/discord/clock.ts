/**
 * The one clock of the pretend Discord. Deadlines, rate limits and snowflakes all read it, so that a
 * simulation may put a virtual clock in its place.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs `task` once after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void
}

/** Timers of the process. They never keep it alive: a waiting deadline is no reason to stay. */
export function processClock(now: () => number = Date.now): Clock {
  return {
    now,
    after(ms, task) {
      const timer = setTimeout(task, ms)
      timer.unref()
      return () => clearTimeout(timer)
    },
  }
}
