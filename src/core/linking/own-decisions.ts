/** What one of two people decided about the other, before anybody knew that both are one. */
import { type AnyColumn, and, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'

const DECIDED = ['application', 'change', 'case', 'report', 'treasury', 'packet'] as const

export interface OwnDecision {
  what: (typeof DECIDED)[number]
  id: string
}

/**
 * Decisions by any number of one of two people about the other, in the order of {@link DECIDED}. They stand,
 * for others rely on them; whoever answers for them is told. To be asked before the two are one.
 */
export async function ownDecisions(
  work: Work,
  one: readonly number[],
  other: readonly number[],
): Promise<OwnDecision[]> {
  const { db, t } = work
  const crossed = (by: AnyColumn, about: AnyColumn): SQL | undefined =>
    or(
      and(inArray(by, [...one]), inArray(about, [...other])),
      and(inArray(by, [...other]), inArray(about, [...one])),
    )
  const { applications, applicationDecisions, cases, caseDeeds, partners, reports } = t
  const decided = await db
    .selectDistinct({ id: applications.id })
    .from(applicationDecisions)
    .innerJoin(applications, eq(applications.id, applicationDecisions.application))
    .where(crossed(applicationDecisions.by, applications.member))
    .orderBy(applications.id)
  const changed = await db
    .select({ id: t.partnerChanges.id })
    .from(t.partnerChanges)
    .innerJoin(partners, eq(partners.id, t.partnerChanges.partner))
    .where(
      or(crossed(t.partnerChanges.by, partners.member), crossed(t.partnerChanges.endedBy, partners.member)),
    )
    .orderBy(t.partnerChanges.id)
  const judged = await db
    .selectDistinct({ id: cases.id })
    .from(caseDeeds)
    .innerJoin(cases, eq(cases.id, caseDeeds.case))
    .innerJoin(partners, eq(partners.id, cases.partner))
    .where(crossed(caseDeeds.by, partners.member))
    .orderBy(cases.id)
  const heard = await db
    .select({ id: reports.id })
    .from(reports)
    .leftJoin(partners, eq(partners.id, reports.partner))
    .where(or(crossed(reports.decidedBy, reports.reporter), crossed(reports.decidedBy, partners.member)))
    .orderBy(reports.id)
  const moved = await db
    .select({ id: t.treasuryRequests.id })
    .from(t.treasuryRequests)
    .where(crossed(t.treasuryRequests.checker, t.treasuryRequests.maker))
    .orderBy(t.treasuryRequests.id)
  const dropped = await db
    .select({ id: t.packetRequests.id })
    .from(t.packetRequests)
    .where(crossed(t.packetRequests.checker, t.packetRequests.maker))
    .orderBy(t.packetRequests.id)
  const found = {
    ...{ application: decided, change: changed, case: judged },
    ...{ report: heard, treasury: moved, packet: dropped },
  }
  return DECIDED.flatMap((what) => found[what].map(({ id }) => ({ what, id: String(id) })))
}
