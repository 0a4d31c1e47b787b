/** Queries about badges. */
import { and, asc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'

export type BadgeRow = Tables['badges']['$inferSelect']
export type BadgeKey = Pick<BadgeRow, 'platform' | 'place' | 'badge' | 'account'>

/** All that was ever asked for a person's accounts. */
export async function badgesOf(work: Work, member: number): Promise<BadgeRow[]> {
  const { badges: t } = work.t
  return work.db
    .select()
    .from(t)
    .where(eq(t.member, member))
    .orderBy(asc(t.platform), asc(t.place), asc(t.badge), asc(t.account))
}

export async function badgeAt(work: Work, key: BadgeKey): Promise<BadgeRow | undefined> {
  const { badges: t } = work.t
  const [row] = await work.lock(work.db.select().from(t).where(isAt(work, key)))
  return row
}

function isAt(work: Work, { platform, place, badge, account }: BadgeKey) {
  const { badges: t } = work.t
  return and(eq(t.platform, platform), eq(t.place, place), eq(t.badge, badge), eq(t.account, account))
}

/** Asks for it, or for its end; what we put there is still known. */
export async function wish(
  work: Work,
  { member, wanted, ...key }: BadgeKey & Pick<BadgeRow, 'member' | 'wanted'>,
): Promise<void> {
  const { badges: t } = work.t
  const set = { member, wanted, state: 'asked' as const, at: work.now }
  await work.db
    .insert(t)
    .values({ ...key, ...set })
    .onConflictDoUpdate({ target: [t.platform, t.place, t.badge, t.account], set })
}

export async function writeBadge(
  work: Work,
  key: BadgeKey,
  set: Pick<BadgeRow, 'state'> & Partial<Pick<BadgeRow, 'shown'>>,
): Promise<void> {
  await work.db
    .update(work.t.badges)
    .set({ ...set, at: work.now })
    .where(isAt(work, key))
}

/** Whether what is shown of a partner, or would be, has changed since they were looked at. */
export function hasOtherBadges(
  { t: { partners, badgeChecks: seen } }: Work,
  policy: string,
): SQL | undefined {
  return or(ne(seen.policy, policy), ne(seen.tier, sql`coalesce(${partners.tier}, '')`))
}

/** Whether this look is one of the hourly ones. */
export async function isStale(work: Work, partner: number): Promise<boolean> {
  const { badgeChecks: t } = work.t
  const [row] = await work.db.select({ stale: t.stale }).from(t).where(eq(t.partner, partner))
  return row?.stale ?? false
}

export async function noteSeen(
  work: Work,
  { partner, ...seen }: { partner: number; version: number; tier: string; policy: string },
): Promise<void> {
  const { badgeChecks: t } = work.t
  const set = { ...seen, stale: false }
  await work.db
    .insert(t)
    .values({ partner, ...set })
    .onConflictDoUpdate({ target: t.partner, set })
}

/** Partners of whom anything was ever asked are held against the platforms anew. */
export async function markStale(work: Work): Promise<void> {
  const { badgeChecks: t, badges, partners } = work.t
  const touched = work.db
    .select({ id: partners.id })
    .from(partners)
    .innerJoin(badges, eq(badges.member, partners.member))
  await work.db.update(t).set({ stale: true }).where(inArray(t.partner, touched))
}
