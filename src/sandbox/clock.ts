/**
 * The clock of a pretend platform. Every lifetime, delay, limit and date of it is read from here, so that a
 * test can let 150 seconds pass in no time.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs once after `ms`; the returned function cancels it. */
  after(ms: number, run: () => void): () => void
}

/** The machine's clock; timers never keep the process alive: a waiting deadline is no reason to stay. */
export function machineClock(now: () => number = Date.now): Clock {
  return {
    now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      timer.unref()
      return () => clearTimeout(timer)
    },
  }
}

/** Unix time in whole seconds, as Telegram dates things. */
export const unixTime = (clock: Clock): number => Math.floor(clock.now() / 1000)
