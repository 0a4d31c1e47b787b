/**
 * How fast a platform is spoken to. Limits are not fixed and not all published, so the platforms' own `retry_after`
 * is always obeyed besides; these keep us from asking for it.
 */
import type { PlatformName } from '../interaction/call.js'

export interface Pace {
  /** Messages and edits a second over all chats. */
  perSecond: number
  /** Least ms between two messages to one chat, after the burst. */
  chatGapMs: number
  /** Messages a chat takes at once before the gap counts. */
  chatBurst: number
  /** Messages and edits together that a group takes in a minute. */
  groupPerMinute: number
  /** Least ms between two edits in one chat. */
  editGapMs: number
}

export const PACES: Readonly<Record<PlatformName, Pace>> = {
  /**
   * Telegram's FAQ: 30/s in all, 1/s a chat, 20/min a group; edits share it (tdlib/td#3034). A little below each.
   */
  telegram: { perSecond: 25, chatGapMs: 1000, chatBurst: 3, groupPerMinute: 18, editGapMs: 3000 },
  /** Discord: buckets are read from headers by its REST client; 50/s in all by the documentation. */
  discord: { perSecond: 40, chatGapMs: 200, chatBurst: 5, groupPerMinute: 240, editGapMs: 1500 },
}

const MINUTE_MS = 60_000

interface LanePast {
  /** Moments of the last minute, oldest first. */
  sent: number[]
  lastEdit: number
  pausedUntil: number
}

export interface Pacing {
  /** ms until this may be sent; 0: now. */
  wait(platform: PlatformName, lane: string, isEdit: boolean, now: number): number
  took(platform: PlatformName, lane: string, isEdit: boolean, now: number): void
  /** The platform asked to wait. */
  pause(platform: PlatformName, lane: string | undefined, until: number): void
}

/** `now` is monotonic ms throughout. */
export function createPacing(paces: Readonly<Record<PlatformName, Pace>> = PACES): Pacing {
  const lanes = new Map<string, LanePast>()
  const overall = new Map<PlatformName, { sent: number[]; pausedUntil: number }>()

  const laneOf = (lane: string): LanePast => {
    const known = lanes.get(lane)
    if (known) return known
    const fresh = { sent: [], lastEdit: Number.NEGATIVE_INFINITY, pausedUntil: 0 }
    lanes.set(lane, fresh)
    return fresh
  }
  const overallOf = (platform: PlatformName) => {
    const known = overall.get(platform) ?? { sent: [], pausedUntil: 0 }
    overall.set(platform, known)
    return known
  }

  return {
    wait(platform, lane, isEdit, now) {
      const pace = paces[platform]
      const all = overallOf(platform)
      const past = laneOf(lane)
      forget(all.sent, now - 1000)
      forget(past.sent, now - MINUTE_MS)
      const burst = past.sent.at(-pace.chatBurst)
      return Math.max(
        0,
        all.pausedUntil - now,
        past.pausedUntil - now,
        full(all.sent, pace.perSecond, 1000, now),
        full(past.sent, pace.groupPerMinute, MINUTE_MS, now),
        burst === undefined ? 0 : burst + pace.chatGapMs * pace.chatBurst - now,
        isEdit ? past.lastEdit + pace.editGapMs - now : 0,
      )
    },
    took(platform, lane, isEdit, now) {
      overallOf(platform).sent.push(now)
      const past = laneOf(lane)
      past.sent.push(now)
      if (isEdit) past.lastEdit = now
    },
    pause(platform, lane, until) {
      const target = lane === undefined ? overallOf(platform) : laneOf(lane)
      target.pausedUntil = Math.max(target.pausedUntil, until)
    },
  }
}

function forget(moments: number[], before: number): void {
  let old = 0
  while (old < moments.length && (moments[old] ?? 0) <= before) old++
  if (old > 0) moments.splice(0, old)
}

/** ms until a window that holds `most` has room for one more. */
function full(moments: readonly number[], most: number, windowMs: number, now: number): number {
  const oldest = moments.at(-most)
  return oldest === undefined ? 0 : oldest + windowMs - now
}
