/** Approvals that wait for a second person. */
import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import type { PROPOSAL_ENDS } from '../../storage/tables/reviews.js'
import type { Tables } from '../../storage/tables.js'

export type Proposal = Tables['applicationProposals']['$inferSelect']

/** The one that waits about an application. */
export async function openProposal(work: Work, application: number): Promise<Proposal | undefined> {
  const { applicationProposals: t } = work.t
  const [row] = await work.db
    .select()
    .from(t)
    .where(and(eq(t.application, application), isNull(t.endedAt)))
  return row
}

/** One about an application, waiting or ended. */
export async function proposalNumbered(
  work: Work,
  application: number,
  id: number,
): Promise<Proposal | undefined> {
  const { applicationProposals: t } = work.t
  const [row] = await work.db
    .select()
    .from(t)
    .where(and(eq(t.id, id), eq(t.application, application)))
  return row
}

/** The newest that was declined, where an application is back in the hands of who proposed it. */
export async function lastDeclined(work: Work, application: number): Promise<Proposal | undefined> {
  const { applicationProposals: t } = work.t
  const [row] = await work.db
    .select()
    .from(t)
    .where(and(eq(t.application, application), isNotNull(t.endedAt)))
    .orderBy(desc(t.id))
    .limit(1)
  return row?.end === 'declined' ? row : undefined
}

/** Proposals that are looked through. */
const OPEN_MOST = 50

/** All that wait, the oldest first. */
export async function openProposals(work: Work): Promise<Proposal[]> {
  const { applicationProposals: t } = work.t
  return work.db.select().from(t).where(isNull(t.endedAt)).orderBy(asc(t.id)).limit(OPEN_MOST)
}

/** The application is locked: it has no other. */
export async function insertProposal(
  work: Work,
  proposal: Pick<Proposal, 'application' | 'tier' | 'by'>,
): Promise<void> {
  await work.db.insert(work.t.applicationProposals).values({ ...proposal, at: work.now })
}

/** Ends the one that waits, where one does. */
export async function endProposal(
  work: Work,
  application: number,
  { end, by, note = null }: { end: (typeof PROPOSAL_ENDS)[number]; by: number | null; note?: string | null },
): Promise<void> {
  const { applicationProposals: t } = work.t
  await work.db
    .update(t)
    .set({ end, endedBy: by, endedAt: work.now, note })
    .where(and(eq(t.application, application), isNull(t.endedAt)))
}
