/** Queries about codes in profiles. */
import { and, asc, eq } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'

export type ProofRow = Tables['proofs']['$inferSelect']

export async function byId(work: Work, id: number): Promise<ProofRow | undefined> {
  const { proofs } = work.t
  const [row] = await work.db.select().from(proofs).where(eq(proofs.id, id))
  return row
}

/** Of one application, the oldest first. */
export async function ofApplication(work: Work, application: number): Promise<ProofRow[]> {
  const { proofs } = work.t
  return work.db.select().from(proofs).where(eq(proofs.application, application)).orderBy(asc(proofs.id))
}

export async function insert(
  work: Work,
  row: Pick<ProofRow, 'application' | 'place' | 'code' | 'expiresAt'>,
): Promise<ProofRow | undefined> {
  const made = { ...row, state: 'open' as const, madeAt: work.now }
  return (await work.db.insert(work.t.proofs).values(made).returning())[0]
}

/** Changes one that is open; undefined where it is not any more. */
export async function changeOpen(
  work: Work,
  id: number,
  change: Partial<Omit<ProofRow, 'id' | 'application'>>,
): Promise<ProofRow | undefined> {
  const { proofs } = work.t
  const [row] = await work.db
    .update(proofs)
    .set(change)
    .where(and(eq(proofs.id, id), eq(proofs.state, 'open')))
    .returning()
  return row
}
