/** Changes of two people who turn out to be one: what waits for a second person waits for another person. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import { conclude } from './changing.js'
import { TRANSITIONS } from './transitions.js'

/**
 * What was proposed or announced was so by the number that stays; a change of their own tier or region that
 * waits is none any more. Answers the partners whose change went. The ledger is done with: this records
 * facts.
 */
export async function joinChanges(work: Work, gone: number, stays: number): Promise<number[]> {
  const { partnerChanges: t, partners } = work.t
  await work.db.update(t).set({ by: stays }).where(eq(t.by, gone))
  const rows = await work.db
    .select({ row: t })
    .from(t)
    .innerJoin(partners, eq(partners.id, t.partner))
    .where(
      and(eq(t.by, stays), eq(partners.member, stays), inArray(t.state, ['proposed', 'pending'] as const)),
    )
    .orderBy(asc(t.id))
  for (const { row } of rows) await conclude(work, TRANSITIONS.drop, row, 'system')
  return rows.map(({ row }) => row.partner)
}
