/** Queries about measured communities. */
import { and, asc, eq, gt, gte, inArray, isNull, lte, ne, notInArray, or, sql } from 'drizzle-orm'
import { countAll, smallSumOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'

export type CommunityRow = Tables['communities']['$inferSelect']

/** States of an application that is decided about no more. An approved one keeps its community. */
const OVER = ['approved', 'rejected', 'withdrawn', 'expired'] as const
const GIVEN_UP = ['rejected', 'withdrawn', 'expired'] as const

/** Of one application, the one that was measured first before the others. */
export async function ofApplication(work: Work, application: number): Promise<CommunityRow[]> {
  const { communities } = work.t
  return work.db
    .select()
    .from(communities)
    .where(eq(communities.application, application))
    .orderBy(asc(communities.id))
}

export async function byId(work: Work, id: number): Promise<CommunityRow | undefined> {
  const { communities } = work.t
  const [row] = await work.db.select().from(communities).where(eq(communities.id, id))
  return row
}

/** Another application that names the same community. */
interface Rival {
  community: number
  application: number
  member: number
  isHeld: boolean
  /** Its application came to nothing. */
  isGivenUp: boolean
}

export async function rivals(
  work: Work,
  { home, application }: Pick<CommunityRow, 'home' | 'application'>,
): Promise<Rival[]> {
  const { communities: t, applications } = work.t
  const rows = await work.db
    .select({
      ...{ community: t.id, application: t.application, isHeld: t.isHeld },
      ...{ member: applications.member, state: applications.state },
    })
    .from(t)
    .innerJoin(applications, eq(applications.id, t.application))
    .where(and(eq(t.home, home), ne(t.application, application)))
    .orderBy(asc(t.id))
  const given: readonly string[] = GIVEN_UP
  return rows.map(({ state, ...row }) => ({ ...row, isGivenUp: given.includes(state) }))
}

export async function update(work: Work, id: number, change: Partial<CommunityRow>): Promise<void> {
  const { communities } = work.t
  await work.db.update(communities).set(change).where(eq(communities.id, id))
}

/** Undefined where another one holds the community already. */
export async function insert(work: Work, row: Omit<CommunityRow, 'id'>): Promise<CommunityRow | undefined> {
  const [made] = await work.db.insert(work.t.communities).values(row).onConflictDoNothing().returning()
  return made
}

/** A community, and whose application it was measured for. */
export type Undecided = CommunityRow & { member: number }

/** Measured for applications that are not decided yet, by application. */
export async function undecided(work: Work, home: string): Promise<Undecided[]> {
  const { communities, applications } = work.t
  const rows = await work.db
    .select({ community: communities, member: applications.member })
    .from(communities)
    .innerJoin(applications, eq(applications.id, communities.application))
    .where(and(eq(communities.home, home), notInArray(applications.state, [...OVER])))
    .orderBy(asc(communities.application))
  return rows.map(({ community, member }) => ({ ...community, member }))
}

/** A chat by its native id, where it is known. Only looks. */
export async function chatLike(
  work: Work,
  platform: 'telegram' | 'discord',
  native: string,
): Promise<number | undefined> {
  const { chats } = work.t
  const [row] = await work.db
    .select({ id: chats.id })
    .from(chats)
    .where(and(eq(chats.platform, platform), eq(chats.native, native), isNull(chats.mergedInto)))
  return row?.id
}

/** Communities that are counted at once, at most. */
const COUNTED_MOST = 1000

/** What is counted now. */
export async function counted(work: Work): Promise<CommunityRow[]> {
  const { communities, applications } = work.t
  const rows = await work.db
    .select({ community: communities })
    .from(communities)
    .innerJoin(applications, eq(applications.id, communities.application))
    .where(
      and(
        eq(communities.countedAll, false),
        eq(communities.hears, true),
        isNull(communities.lostAt),
        gt(communities.countedUntil, work.now),
        notInArray(applications.state, [...OVER]),
      ),
    )
    .orderBy(asc(communities.id))
    .limit(COUNTED_MOST)
  return rows.map(({ community }) => community)
}

/** Those of some that are still counted. */
export async function stillCounted(work: Work, ids: readonly number[]): Promise<Set<number>> {
  const { communities } = work.t
  const rows = await work.db
    .select({ id: communities.id })
    .from(communities)
    .where(and(inArray(communities.id, [...ids]), eq(communities.countedAll, false)))
  return new Set(rows.map(({ id }) => id))
}

/** Numbers of those whose counting is over, by time or because the application ended, after `after`. */
export async function countedOut(work: Work, after: number, since: number, most: number): Promise<number[]> {
  const { communities, applications } = work.t
  const rows = await work.db
    .select({ id: communities.id })
    .from(communities)
    .innerJoin(applications, eq(applications.id, communities.application))
    .where(
      and(
        eq(communities.countedAll, false),
        gte(communities.measuredAt, since),
        gt(communities.id, after),
        or(lte(communities.countedUntil, work.now), inArray(applications.state, [...OVER])),
      ),
    )
    .orderBy(asc(communities.id))
    .limit(most)
  return rows.map(({ id }) => id)
}

export async function forgetWriters(work: Work, community: number): Promise<void> {
  const { communityWriters } = work.t
  await work.db.delete(communityWriters).where(eq(communityWriters.community, community))
}

/** Messages are added; writers are counted from their hashes, which are written before. */
export async function addToDay(work: Work, community: number, day: number, messages: number): Promise<void> {
  const { communityDays: days, communityWriters: t } = work.t
  const [row] = await work.db
    .select({ writers: countAll() })
    .from(t)
    .where(and(eq(t.community, community), eq(t.day, day)))
  const writers = row?.writers ?? 0
  await work.db
    .insert(days)
    .values({ community, day, messages, writers })
    .onConflictDoUpdate({
      target: [days.community, days.day],
      set: { messages: sql`${days.messages} + ${sql.param(messages, days.messages)}`, writers },
    })
}

/** What was counted: days on which somebody wrote, messages in all, and the sum of each day's writers. */
interface Activity {
  days: number
  messages: number
  writers: number
}

export async function activityOf(work: Work, community: number): Promise<Activity> {
  const { communityDays: t } = work.t
  const [row] = await work.db
    .select({ days: countAll(), messages: smallSumOf(t.messages), writers: smallSumOf(t.writers) })
    .from(t)
    .where(eq(t.community, community))
  const [messages, writers] = [row?.messages ?? 0n, row?.writers ?? 0n].map(Number)
  return { days: row?.days ?? 0, messages: messages ?? 0, writers: writers ?? 0 }
}
