/**
 * What the bot found out itself about the communities that applicants name: how many members, whether the
 * applicant is an admin, how much is written. The door for other features; never speaks.
 */
import { refuse } from '../../kit/refusal.js'
import { insertMany } from '../../storage/insert-many.js'
import type { Work } from '../../storage/storage.js'
import { chatNumbered, type PlaceSeen } from '../members/members.js'
import * as store from './store.js'
import type { Counted, Watched } from './tally.js'

export { activityOf, type CommunityRow, ofApplication, rivals } from './store.js'
export { type Counted, createTally } from './tally.js'

const DAY_MS = 86_400_000

/** A community as the platform described it at one moment. */
export interface Measurement {
  application: number
  /** The applicant. */
  member: number
  chat: number
  /** See {@link homeOf}. */
  home: string
  size: number
  isAdmin: boolean
  hears: boolean
}

/**
 * The name under which a community is one and the same: a Telegram group by its own number, which outlives
 * its native id; on Discord the guild, whichever of its channels it was met in.
 */
export function homeOf(chat: number, guild: string | undefined): string {
  return guild === undefined ? `chat:${chat}` : `guild:${guild}`
}

/**
 * Keeps a measurement, the one before it beside it. The application is locked. A community counts for one
 * person: whoever had it measured first has it, unless that application came to nothing.
 */
export async function keepMeasurement(
  work: Work,
  { member, ...measured }: Measurement,
  { days, factor }: { days: number; factor: number },
): Promise<void> {
  const { application, home, chat, size, isAdmin, hears } = measured
  const known = (await store.ofApplication(work, application)).find((one) => one.home === home)
  const isFree = await freed(work, measured, member)
  const seen = { chat, size, isAdmin, hears, measuredAt: work.now, lostAt: null }
  if (known) {
    const before = { sizeBefore: known.size, measuredBefore: known.measuredAt }
    const isChanged = hasChanged(known.size, size, factor)
    await store.update(work, known.id, { ...seen, ...before, isChanged, isHeld: known.isHeld || isFree })
    return
  }
  const fresh = { ...seen, application, home, sizeBefore: null, measuredBefore: null, isChanged: false }
  const counted = { countedFrom: work.now, countedUntil: work.now + days * DAY_MS, countedAll: false }
  const row = { ...fresh, ...counted }
  // Another one may have been faster since we looked.
  const made = await store.insert(work, { ...row, isHeld: isFree })
  if (!made) await store.insert(work, { ...row, isHeld: false })
}

function hasChanged(before: number, now: number, factor: number): boolean {
  return before !== now && Math.max(before, now) >= Math.min(before, now) * factor
}

/** Whether nobody else holds it; whose own application came to nothing, or is an older one, gives way. */
async function freed(
  work: Work,
  { home, application }: Pick<Measurement, 'home' | 'application'>,
  member: number,
): Promise<boolean> {
  const holder = (await store.rivals(work, { home, application })).find(({ isHeld }) => isHeld)
  if (!holder) return true
  if (holder.member !== member && !holder.isGivenUp) return false
  await store.update(work, holder.community, { isHeld: false })
  return true
}

/** Refuses `measure-unknown`. */
export async function communityNumbered(work: Work, id: number): Promise<store.CommunityRow> {
  return (await store.byId(work, id)) ?? refuse('measure-unknown')
}

/** What was measured there for applications that are not decided yet, by application. */
export async function measuredAt(work: Work, place: PlaceSeen): Promise<store.Undecided[]> {
  if (place.platform === 'discord' && place.guild !== undefined) {
    return store.undecided(work, homeOf(0, place.guild))
  }
  // Only looked for: chats are locked after applications.
  const chat = await store.chatLike(work, place.platform, place.chat)
  return chat === undefined ? [] : store.undecided(work, homeOf(chat, undefined))
}

/** The bot was shown out: what was measured is not sure any more, until it is measured anew. */
export async function markLost(work: Work, community: number): Promise<void> {
  await store.update(work, community, { lostAt: work.now })
}

/** What is to be counted now. */
export async function watchedNow(work: Work): Promise<Watched[]> {
  const watched: Watched[] = []
  for (const { id, chat, home, countedFrom: from, countedUntil } of await store.counted(work)) {
    const found = await chatNumbered(work, chat)
    if (!found) continue
    const { platform, native } = found
    const guild = home.startsWith('guild:') ? home.slice('guild:'.length) : undefined
    // Telegram tells whole seconds.
    const since = Math.floor(from / 1000) * 1000
    watched.push({ community: id, platform, home: guild ?? native, from: since, until: countedUntil })
  }
  return watched
}

/** Adds what was counted since the last time. What comes after the end of the counting is left out. */
export async function keepCounts(work: Work, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return
  const live = await store.stillCounted(work, [...new Set(counted.map(({ community }) => community))])
  for (const { community, day, messages, writers } of counted) {
    if (!live.has(community)) continue
    const rows = [...writers].sort().map((hash) => ({ community, day, hash }))
    await insertMany(work, work.t.communityWriters, rows, 'ignore')
    await store.addToDay(work, community, day, messages)
  }
}

/** Endings in one look. */
const AT_ONCE = 100

/** Numbers of communities whose counting is over, after `after`; measured at `since` or later. */
export async function dueCounts(work: Work, after: string, since = 0): Promise<string[]> {
  return (await store.countedOut(work, Number(after), since, AT_ONCE)).map(String)
}

/** Ends the counting: who wrote is forgotten, how much was written stays. Safe to do twice. */
export async function endCount(work: Work, id: string): Promise<void> {
  await store.update(work, Number(id), { countedAll: true })
  await store.forgetWriters(work, Number(id))
}
