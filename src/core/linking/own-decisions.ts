/** What one of two people decided about the other, or both together, before anybody knew they are one. */
import { type AnyColumn, and, asc, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { walletsOf } from '../treasury/treasury.js'

const DECIDED = ['application', 'change', 'case', 'report', 'treasury', 'packet'] as const

export interface OwnDecision {
  what: (typeof DECIDED)[number]
  id: string
}

/** The numbers of the one, and those of the other. */
type Two = readonly [one: readonly number[], other: readonly number[]]
type Found = { id: number | string }[]

/**
 * Decisions by any number of one of two people about the other, and what was decided by both where it takes
 * two, in the order of {@link DECIDED}. They stand, for others rely on them; whoever answers for them is
 * told. To be asked before the two are one.
 */
export async function ownDecisions(
  work: Work,
  one: readonly number[],
  other: readonly number[],
): Promise<OwnDecision[]> {
  const two: Two = [one, other]
  const found: Record<OwnDecision['what'], Found> = {
    application: await decidedApplications(work, two),
    change: await decidedChanges(work, two),
    case: await decidedCases(work, two),
    report: await decidedReports(work, two),
    treasury: await movedMoney(work, two),
    packet: await droppedPackets(work, two),
  }
  return DECIDED.flatMap((what) => found[what].map(({ id }) => ({ what, id: String(id) })))
}

/** One column names the one, and the other column the other. */
function crossed(by: AnyColumn, about: AnyColumn, [one, other]: Two): SQL | undefined {
  return or(
    and(inArray(by, [...one]), inArray(about, [...other])),
    and(inArray(by, [...other]), inArray(about, [...one])),
  )
}

/** About themself, by either signature; or with both signatures. */
async function decidedApplications({ db, t }: Work, two: Two): Promise<Found> {
  const { applications, applicationDecisions, applicationProposals: proposals } = t
  const decided = await db
    .selectDistinct({ id: applications.id })
    .from(applicationDecisions)
    .innerJoin(applications, eq(applications.id, applicationDecisions.application))
    .where(crossed(applicationDecisions.by, applications.member, two))
  const signed = await db
    .selectDistinct({ id: applications.id })
    .from(proposals)
    .innerJoin(applications, eq(applications.id, proposals.application))
    .where(
      or(
        crossed(proposals.endedBy, applications.member, two),
        and(eq(proposals.end, 'confirmed'), crossed(proposals.by, proposals.endedBy, two)),
      ),
    )
  return inOrder([...decided, ...signed].map(({ id }) => id))
}

async function decidedChanges({ db, t }: Work, two: Two): Promise<Found> {
  const { partnerChanges: changes, partners } = t
  return db
    .select({ id: changes.id })
    .from(changes)
    .innerJoin(partners, eq(partners.id, changes.partner))
    .where(
      or(
        crossed(changes.by, partners.member, two),
        crossed(changes.endedBy, partners.member, two),
        and(eq(changes.state, 'done'), crossed(changes.by, changes.endedBy, two)),
      ),
    )
    .orderBy(changes.id)
}

/** About themself; of what they reported; with both hands; or an appeal over what they had a hand in. */
async function decidedCases(work: Work, two: Two): Promise<Found> {
  const { db, t } = work
  const { cases, caseDeeds, partners } = t
  const judged = await db
    .selectDistinct({ id: cases.id })
    .from(caseDeeds)
    .innerJoin(cases, eq(cases.id, caseDeeds.case))
    .innerJoin(partners, eq(partners.id, cases.partner))
    .where(crossed(caseDeeds.by, partners.member, two))
  const theirs = db.select({ id: caseDeeds.case }).from(caseDeeds).where(inArray(caseDeeds.by, two.flat()))
  const deeds = await db
    .select({ case: caseDeeds.case, deed: caseDeeds.deed, by: caseDeeds.by })
    .from(caseDeeds)
    .where(inArray(caseDeeds.case, theirs))
    .orderBy(asc(caseDeeds.case), asc(caseDeeds.number))
  const told = await reportsBy(work, two.flat())
  const wrong = deeds.filter((deed, at) => {
    const hasReported = told.some((one) => one.case === deed.case && areTwo(one.reporter, deed.by, two))
    return hasReported || isByBoth(deed, deeds.slice(0, at), two)
  })
  return inOrder([...judged.map(({ id }) => id), ...wrong.map((deed) => deed.case)])
}

/** Of which cases these people had told, on their own or after somebody else. */
async function reportsBy(
  { db, t: { reports } }: Work,
  people: readonly number[],
): Promise<{ reporter: number; case: number | null }[]> {
  const rows = await db
    .select({ reporter: reports.reporter, case: reports.case, joins: reports.joins })
    .from(reports)
    .where(inArray(reports.reporter, [...people]))
  const joined = rows.flatMap(({ joins }) => (joins === null ? [] : [joins]))
  const led = await db
    .select({ id: reports.id, case: reports.case })
    .from(reports)
    .where(inArray(reports.id, joined))
  const caseLed = new Map(led.map((one) => [one.id, one.case]))
  return rows.map((row) => ({
    reporter: row.reporter,
    case: row.case ?? (row.joins === null ? null : (caseLed.get(row.joins) ?? null)),
  }))
}

type Deed = Pick<Tables['caseDeeds']['$inferSelect'], 'case' | 'deed' | 'by'>

const APPEALS: readonly Deed['deed'][] = ['upheld', 'reduced', 'overturned']
const FOR_TWO: readonly Deed['deed'][] = ['suspended', 'terminated']

/** Whether a deed takes another than what came before it in its case, and was by the other of the two. */
function isByBoth({ case: id, deed, by }: Deed, before: readonly Deed[], two: Two): boolean {
  const earlier = before.filter((each) => each.case === id)
  if (APPEALS.includes(deed)) return earlier.some((each) => areTwo(each.by, by, two))
  const proposed = earlier.findLast((each) => each.deed === 'proposed')
  return FOR_TWO.includes(deed) && proposed !== undefined && areTwo(proposed.by, by, two)
}

/** Whether these are the one and the other. */
function areTwo(first: number | null, second: number | null, [one, other]: Two): boolean {
  if (first === null || second === null) return false
  return (one.includes(first) && other.includes(second)) || (other.includes(first) && one.includes(second))
}

async function decidedReports({ db, t }: Work, two: Two): Promise<Found> {
  const { partners, reports } = t
  return db
    .select({ id: reports.id })
    .from(reports)
    .leftJoin(partners, eq(partners.id, reports.partner))
    .where(
      or(crossed(reports.decidedBy, reports.reporter, two), crossed(reports.decidedBy, partners.member, two)),
    )
    .orderBy(reports.id)
}

/** What they asked for, and what they let through of their own wallet: giving it back is for everybody. */
async function movedMoney({ db, t }: Work, [one, other]: Two): Promise<Found> {
  const { treasuryRequests: requests } = t
  const letThrough = (by: readonly number[], of: readonly number[]) =>
    and(inArray(requests.checker, [...by]), inArray(requests.owner, walletsOf(of)))
  return db
    .select({ id: requests.id })
    .from(requests)
    .where(
      or(
        crossed(requests.checker, requests.maker, [one, other]),
        and(eq(requests.state, 'approved'), or(letThrough(one, other), letThrough(other, one))),
      ),
    )
    .orderBy(requests.id)
}

async function droppedPackets({ db, t }: Work, two: Two): Promise<Found> {
  const { packetRequests: requests } = t
  return db
    .select({ id: requests.id })
    .from(requests)
    .where(crossed(requests.checker, requests.maker, two))
    .orderBy(requests.id)
}

function inOrder(ids: readonly number[]): Found {
  return [...new Set(ids)].sort((a, b) => a - b).map((id) => ({ id }))
}
