/** What two people who turn out to be one have accepted, and were told of. */
import { and, eq, exists, not, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Work } from '../../storage/storage.js'

/**
 * What either has accepted the person has. Of a version that both accepted the number that gave way
 * keeps its row, for what was accepted is on record for ever.
 */
export async function joinTexts(work: Work, gone: number, stays: number): Promise<void> {
  const { textAcceptances, textNotices } = work.t
  for (const marks of [textAcceptances, textNotices]) {
    const own = alias(marks, 'own')
    const has = work.db
      .select({ one: sql`1` })
      .from(own)
      .where(and(eq(own.member, stays), eq(own.kind, marks.kind), eq(own.version, marks.version)))
    await work.db
      .update(marks)
      .set({ member: stays })
      .where(and(eq(marks.member, gone), not(exists(has))))
  }
  await work.db.delete(textNotices).where(eq(textNotices.member, gone))
}
