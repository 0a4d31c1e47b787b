/**
 * Token buckets in memory: the cheap no before any database work. One bucket a person and one a chat; losing
 * them on a restart costs nothing.
 */

/**
 * Calls a person may make at once, and how many come back a second. A human tap is rarely faster than 2/s.
 */
export const PERSON_BUCKET = { size: 12, perSecond: 1.5 } as const
/**
 * Of these, typed calls in a group, whose answers are messages there. A Telegram group takes 18 messages a
 * minute in all: one person shall fill a third of it at most, and hear but once that it was too fast, until
 * half of the bucket is there again.
 */
export const TYPIST_BUCKET = { size: 8, perSecond: 0.1, calmAt: 4 } as const
/**
 * What of a call comes back when it was refused, while the bucket is at least half full: whoever corrects a
 * line is no flood, but a refusal is a message, too. So eleven refusals are the most at once, and the pace
 * after them is the same.
 */
export const SLIP_REFUND = 0.5
/**
 * Typed commands a chat may make at once, and how many come back a second. Presses are not counted: a storm
 * is welcome.
 */
export const CHAT_BUCKET = { size: 60, perSecond: 10 } as const
/**
 * Buckets kept at most; beyond them the longest unused are forgotten, which only ever favours the person. One
 * that is full again is like a new one and never kept.
 */
const KEPT = 200_000

interface Bucket {
  tokens: number
  at: number
  warned: boolean
}

export interface Buckets {
  /**
   * Takes a token at `now` (monotonic ms). `warn` is a no that should be told; `silent` one that was told
   * already.
   */
  take(key: string, now: number): { verdict: 'ok' } | { verdict: 'warn' | 'silent'; waitMs: number }
  /** Gives a part of a token back, as long as the bucket is calm. */
  refund(key: string, tokens: number): void
  /** How many are remembered: those that are not full. */
  count(): number
}

interface Size {
  size: number
  perSecond: number
  /** With so many tokens left after a call, the next no is told again. */
  calmAt?: number
}

export function createBuckets({ size, perSecond, calmAt = 0 }: Size): Buckets {
  /** The longest unused first. */
  const buckets = new Map<string, Bucket>()
  const fullAfterMs = (size / perSecond) * 1000
  const forgetFull = (now: number): void => {
    for (const [key, { at }] of buckets) {
      if (at + fullAfterMs > now) return
      buckets.delete(key)
    }
  }
  return {
    take(key, now) {
      forgetFull(now)
      const bucket = buckets.get(key) ?? { tokens: size, at: now, warned: false }
      buckets.delete(key)
      buckets.set(key, bucket)
      if (buckets.size > KEPT) buckets.delete(buckets.keys().next().value ?? key)
      bucket.tokens = Math.min(size, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
      bucket.at = now
      if (bucket.tokens >= 1) {
        bucket.tokens -= 1
        bucket.warned &&= bucket.tokens < calmAt
        return { verdict: 'ok' }
      }
      const verdict = bucket.warned ? 'silent' : 'warn'
      bucket.warned = true
      return { verdict, waitMs: Math.ceil(((1 - bucket.tokens) / perSecond) * 1000) }
    },
    count: () => buckets.size,
    refund(key, tokens) {
      const bucket = buckets.get(key)
      if (bucket && bucket.tokens >= calmAt) bucket.tokens = Math.min(size, bucket.tokens + tokens)
    },
  }
}
