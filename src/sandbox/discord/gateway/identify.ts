/** The budget of identifies. Source: developers/events/gateway "Session Start Limit", "Rate Limiting". */
import type { Clock } from '../../clock.js'

/** Identifies a day, over all shards. */
export const IDENTIFIES_A_DAY = 1_000
const DAY_MS = 24 * 60 * 60_000
/** `max_concurrency` identifies may start in each such window. */
export const IDENTIFY_WINDOW_MS = 5_000

export interface IdentifyBudget {
  /** For GET /gateway/bot. */
  limit(): { total: number; remaining: number; reset_after: number; max_concurrency: number }
  /** `spent`: the day's budget is gone. `crowded`: too many in this five seconds. */
  take(shard: number): 'granted' | 'crowded' | 'spent'
}

export interface IdentifyLimits {
  maxConcurrency: number
  total: number
  windowMs: number
}

export function identifyBudget(clock: Clock, limits: IdentifyLimits): IdentifyBudget {
  const { maxConcurrency, total, windowMs } = limits
  let used = 0
  let dayEnds = clock.now() + DAY_MS
  const lastByKey = new Map<number, number>()
  const turnDay = (): void => {
    if (clock.now() < dayEnds) return
    used = 0
    dayEnds = clock.now() + DAY_MS
  }
  return {
    limit() {
      turnDay()
      const remaining = Math.max(0, total - used)
      return { total, remaining, reset_after: dayEnds - clock.now(), max_concurrency: maxConcurrency }
    },
    take(shard) {
      turnDay()
      used += 1
      if (used > total) return 'spent'
      const key = shard % maxConcurrency
      const last = lastByKey.get(key)
      if (last !== undefined && clock.now() - last < windowMs) return 'crowded'
      lastByKey.set(key, clock.now())
      return 'granted'
    },
  }
}
