/** How long somebody links nothing more. */
import { eq, inArray } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'

/** Until when a person links nothing; undefined where they may. */
export async function pausedUntil(work: Work, member: number): Promise<number | undefined> {
  const { linkPauses } = work.t
  const [row] = await work.db.select().from(linkPauses).where(eq(linkPauses.member, member))
  return row && row.until > work.now ? row.until : undefined
}

/** From now on nothing more for so long; an earlier pause that is longer stays. */
export async function pause(work: Work, member: number, ms: number): Promise<void> {
  const { linkPauses } = work.t
  const until = Math.max((await pausedUntil(work, member)) ?? 0, work.now + ms)
  await work.db
    .insert(linkPauses)
    .values({ member, until })
    .onConflictDoUpdate({ target: linkPauses.member, set: { until } })
}

/** The longer pause of two is that of the person. */
export async function joinPauses(work: Work, gone: number, stays: number): Promise<void> {
  const { linkPauses } = work.t
  const rows = await work.db
    .select()
    .from(linkPauses)
    .where(inArray(linkPauses.member, [gone, stays]))
  const left = Math.max(0, ...rows.map(({ until }) => until - work.now))
  await work.db.delete(linkPauses).where(eq(linkPauses.member, gone))
  if (left > 0) await pause(work, stays, left)
}
