/**
 * How fast a platform is spoken to. Limits are not fixed and not all published, so the platforms' own
 * `retry_after` is always obeyed besides; these keep us from asking for it. Two couriers on one database pace
 * themselves apart.
 */
import type { CarrierName } from '../interaction/call.js'
import type { Head } from './rows.js'

export interface Pace {
  /** Messages and edits a second over all chats. */
  perSecond: number
  /** Least ms between two messages to one chat, after the burst. */
  chatGapMs: number
  /** Messages a chat takes at once before the gap counts. */
  chatBurst: number
  /** Messages and edits together that a group takes in a minute. */
  groupPerMinute: number
  /** Of these, answers to single people: the rest is kept for cards, for which a whole group waits. */
  answersPerMinute: number
  /** Of these, answers that came back from where there is no private chat: a crowd of them leaves room. */
  returnedPerMinute: number
  /** Least ms between two edits in one chat. */
  editGapMs: number
  /** Two chats limited within so many ms mean that the whole bot is; 0 where the platform tells so itself. */
  blameMs: number
}

export const PACES = {
  /**
   * Telegram's FAQ ("My bot is hitting limits"): 30/s in all, 1/s a chat, 20/min a group; edits share it
   * (tdlib/td#3034). A little below each.
   */
  telegram: {
    perSecond: 25,
    chatGapMs: 1000,
    chatBurst: 3,
    groupPerMinute: 18,
    answersPerMinute: 9,
    returnedPerMinute: 3,
    editGapMs: 3000,
    blameMs: 1000,
  },
  /** Discord: its REST client reads the buckets from headers; 50/s in all (docs, "Rate limits"). */
  discord: {
    perSecond: 40,
    chatGapMs: 200,
    chatBurst: 5,
    groupPerMinute: 240,
    answersPerMinute: 120,
    returnedPerMinute: 40,
    editGapMs: 1500,
    blameMs: 0,
  },
  /** No number is published; few enough that no server takes us for a spammer. */
  mail: {
    perSecond: 5,
    chatGapMs: 2000,
    chatBurst: 3,
    groupPerMinute: 18,
    answersPerMinute: 9,
    returnedPerMinute: 3,
    editGapMs: 3000,
    blameMs: 0,
  },
} as const satisfies Record<CarrierName, Pace>

const MINUTE_MS = 60_000
/**
 * A suspicion is tested again after so long: it must not keep everybody waiting for what two chats were told.
 */
const SUSPICION_MOST_MS = 5000

/** What counts for pacing, of a message on its way. */
export type Paced = Pick<Head, 'platform' | 'spot' | 'class' | 'isGroup' | 'isAnswer' | 'isReturned'>

export interface Pacing {
  /** ms until this may be sent; 0: now. */
  wait(message: Paced, now: number): number
  /** ms until anything may be sent to the platform. */
  waitOfAll(platform: CarrierName, now: number): number
  /** Counts it. The result takes it back, for a message that was not sent after all. */
  took(message: Paced, now: number): () => void
  /** The platform asked to wait, for one spot or altogether. */
  pause(message: Paced, ms: number, everything: boolean, now: number): void
}

interface Past {
  /** Moments of the last second (a platform) or minute (a spot), oldest first. */
  sent: number[]
  edits: number[]
  answers: number[]
  returned: number[]
  pausedUntil: number
  /** Of a platform: the last pause that was for one spot alone. */
  lastPause?: { spot: string; at: number; until: number }
}

const fresh = (): Past => ({ sent: [], edits: [], answers: [], returned: [], pausedUntil: 0 })

/** `now` is monotonic ms throughout. */
export function createPacing(given: Readonly<Partial<Record<CarrierName, Pace>>> = PACES): Pacing {
  const paces: Readonly<Record<CarrierName, Pace>> = { ...PACES, ...given }
  const spots = new Map<string, Past>()
  const wholes = new Map<CarrierName, Past>()
  let sweptAt = 0

  return {
    wait(message, now) {
      const past = spots.get(message.spot)
      const whole = waitOf(entry(wholes, message.platform), paces[message.platform].perSecond, now)
      return past ? Math.max(whole, waitAt(past, paces[message.platform], message, now)) : whole
    },
    waitOfAll: (platform, now) => waitOf(entry(wholes, platform), paces[platform].perSecond, now),
    took(message, now) {
      if (now - sweptAt > MINUTE_MS) {
        sweep(spots, now)
        sweptAt = now
      }
      const past = entry(spots, message.spot)
      const lists = [entry(wholes, message.platform).sent, past.sent]
      if (message.class === 'edit') lists.push(past.edits)
      if (message.isAnswer) lists.push(past.answers)
      if (message.isReturned) lists.push(past.returned)
      for (const list of lists) list.push(now)
      return () => {
        for (const list of lists) takeBack(list, now)
      }
    },
    pause(message, ms, everything, now) {
      const whole = entry(wholes, message.platform)
      const past = everything ? whole : entry(spots, message.spot)
      past.pausedUntil = Math.max(past.pausedUntil, now + ms)
      if (!everything) suspect(whole, message.spot, now + ms, paces[message.platform].blameMs, now)
    },
  }
}

function entry<Key>(pasts: Map<Key, Past>, key: Key): Past {
  const known = pasts.get(key) ?? fresh()
  pasts.set(key, known)
  return known
}

function waitOf(whole: Past, perSecond: number, now: number): number {
  forget(whole.sent, now - 1000)
  return Math.max(0, whole.pausedUntil - now, full(whole.sent, perSecond, 1000, now))
}

function waitAt(
  past: Past,
  pace: Pace,
  { class: kind, isGroup, isAnswer, isReturned }: Paced,
  now: number,
): number {
  forget(past.sent, now - MINUTE_MS)
  forget(past.answers, now - MINUTE_MS)
  forget(past.returned, now - MINUTE_MS)
  forget(past.edits, now - pace.editGapMs)
  return Math.max(
    0,
    past.pausedUntil - now,
    isGroup ? full(past.sent, pace.groupPerMinute, MINUTE_MS, now) : 0,
    isAnswer ? full(past.answers, pace.answersPerMinute, MINUTE_MS, now) : 0,
    isReturned ? full(past.returned, pace.returnedPerMinute, MINUTE_MS, now) : 0,
    full(past.sent, pace.chatBurst, pace.chatGapMs * pace.chatBurst, now),
    kind === 'edit' ? full(past.edits, 1, pace.editGapMs, now) : 0,
  )
}

/** Two spots that were told to wait at the same time: then it was probably meant for the whole bot. */
function suspect(whole: Past, spot: string, until: number, blameMs: number, now: number): void {
  const before = whole.lastPause
  whole.lastPause = { spot, at: now, until }
  if (!before || before.spot === spot || now - before.at >= blameMs) return
  const shorter = Math.min(before.until, until, now + SUSPICION_MOST_MS)
  whole.pausedUntil = Math.max(whole.pausedUntil, shorter)
}

function forget(moments: number[], before: number): void {
  let old = 0
  while (old < moments.length && (moments[old] ?? 0) <= before) old++
  if (old > 0) moments.splice(0, old)
}

function takeBack(moments: number[], moment: number): void {
  const at = moments.lastIndexOf(moment)
  if (at >= 0) moments.splice(at, 1)
}

/** ms until a window that holds `most` has room for one more. */
function full(moments: readonly number[], most: number, windowMs: number, now: number): number {
  const oldest = moments.at(-most)
  return oldest === undefined ? 0 : oldest + windowMs - now
}

/** Spots that nothing was sent to for a minute need not be remembered. */
function sweep(spots: Map<string, Past>, now: number): void {
  for (const [spot, past] of spots) {
    const isQuiet = (past.sent.at(-1) ?? 0) < now - MINUTE_MS && past.pausedUntil < now
    if (isQuiet) spots.delete(spot)
  }
}
