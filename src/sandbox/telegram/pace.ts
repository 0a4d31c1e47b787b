/**
 * Send limits: sends and edits share one budget [4-platforms 1.2]. A call is looked at before its effect and
 * paid for after it, so that a refused call costs nothing.
 */
import type { Clock } from '../clock.js'
import { tooManyRequests } from './refusal.js'

export interface PaceLimits {
  /** Messages and edits a group takes in any 60 seconds [core.telegram.org/bots/faq]. */
  groupPerMinute: number
  /** Messages and edits one chat takes per second, on average [same]. */
  chatPerSecond: number
  /**
   * How many may come at once before the average counts ("short bursts pass"; the number is not published).
   */
  chatBurst: number
  /** Messages and edits of the bot per second over all chats [same: about 30]. */
  overallPerSecond: number
}

export const TELEGRAM_PACE: PaceLimits = {
  groupPerMinute: 20,
  chatPerSecond: 1,
  chatBurst: 5,
  overallPerSecond: 30,
}

/** Switches every limit off. */
export const NO_PACE: PaceLimits = {
  groupPerMinute: Number.POSITIVE_INFINITY,
  chatPerSecond: Number.POSITIVE_INFINITY,
  chatBurst: Number.POSITIVE_INFINITY,
  overallPerSecond: Number.POSITIVE_INFINITY,
}

export interface Pace {
  /** Throws 429 with `retry_after` when the chat, or the bot, has used its budget up. */
  check(chat: number, isGroup: boolean): void
  spend(chat: number, isGroup: boolean): void
}

const MINUTE_MS = 60_000

interface Bucket {
  tokens: number
  at: number
}

export function createPace(clock: Clock, limits: PaceLimits): Pace {
  const minutes = new Map<number, number[]>()
  const chats = new Map<number, Bucket>()
  const overall: Bucket = { tokens: limits.overallPerSecond, at: clock.now() }

  const bucketOf = (chat: number): Bucket => {
    const known = chats.get(chat)
    if (known) return known
    const fresh = { tokens: limits.chatBurst, at: clock.now() }
    chats.set(chat, fresh)
    return fresh
  }
  const recent = (chat: number): number[] => {
    const kept = (minutes.get(chat) ?? []).filter((at) => at > clock.now() - MINUTE_MS)
    minutes.set(chat, kept)
    return kept
  }
  const groupWait = (chat: number): number => {
    const sent = recent(chat)
    const oldest = sent[sent.length - limits.groupPerMinute]
    return oldest === undefined ? 0 : oldest + MINUTE_MS - clock.now()
  }

  return {
    check(chat, isGroup) {
      const waits = [
        isGroup ? groupWait(chat) : 0,
        bucketWait(bucketOf(chat), limits.chatPerSecond, limits.chatBurst, clock.now()),
        bucketWait(overall, limits.overallPerSecond, limits.overallPerSecond, clock.now()),
      ]
      const wait = Math.max(...waits)
      if (wait > 0) throw tooManyRequests(Math.max(1, Math.ceil(wait / 1000)))
    },
    spend(chat, isGroup) {
      if (isGroup && Number.isFinite(limits.groupPerMinute)) recent(chat).push(clock.now())
      bucketOf(chat).tokens -= 1
      overall.tokens -= 1
    },
  }
}

/** Milliseconds until the bucket has a whole token; refills it on the way. */
function bucketWait(bucket: Bucket, perSecond: number, burst: number, now: number): number {
  if (perSecond === Number.POSITIVE_INFINITY) return 0
  bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
  bucket.at = now
  return bucket.tokens >= 1 ? 0 : ((1 - bucket.tokens) / perSecond) * 1000
}
