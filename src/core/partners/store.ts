/** Queries about partners. */
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lte, ne, or, type SQL } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import type { SANCTIONS } from '../../storage/tables/cases.js'
import type { Tables } from '../../storage/tables.js'
import type { PartnerRow } from './moving.js'

export type SanctionRow = Tables['partnerSanctions']['$inferSelect']
export type Sanction = (typeof SANCTIONS)[number]

export async function byMember(work: Work, member: number): Promise<PartnerRow | undefined> {
  const { partners } = work.t
  const [row] = await work.db.select().from(partners).where(eq(partners.member, member))
  return row
}

export async function byId(work: Work, id: number): Promise<PartnerRow | undefined> {
  const { partners } = work.t
  const [row] = await work.db.select().from(partners).where(eq(partners.id, id))
  return row
}

/** The rest of a deep link that names the partner who gave it out: `p12`. */
const NAMES_PARTNER = /^p([1-9][0-9]{0,8})$/

/** The person whose link brought an applicant; undefined where it names no partner. */
async function recruiterOf(work: Work, source: string | null): Promise<number | undefined> {
  const [, number] = NAMES_PARTNER.exec(source ?? '') ?? []
  return number === undefined ? undefined : (await byId(work, Number(number)))?.member
}

/**
 * The link by which a person came first, in whichever of their applications, and whatever became of it; null:
 * by none.
 */
export async function firstTouch({ db, t }: Work, member: number): Promise<string | null> {
  const { source, startedAt, id } = t.applications
  const [row] = await db
    .select({ source })
    .from(t.applications)
    .where(and(eq(t.applications.member, member), isNotNull(source)))
    .orderBy(asc(startedAt), asc(id))
    .limit(1)
  return row?.source ?? null
}

/**
 * Who brought somebody: by the link of this application, and by the one they came by first. Who takes an
 * application back and applies without the link is still whom they brought.
 */
export async function recruitersOf(
  work: Work,
  { member, source }: { member: number; source: string | null },
): Promise<number[]> {
  const links = new Set([source, await firstTouch(work, member)])
  const found: number[] = []
  for (const link of links) {
    const recruiter = await recruiterOf(work, link)
    if (recruiter !== undefined) found.push(recruiter)
  }
  return found
}

/** Partners among so many names that are looked through. */
const NAMES_MOST = 5000

/** Partners and the names of their accounts, the newest partner first. */
export async function namedPartners(work: Work): Promise<{ partner: number; name: string }[]> {
  const { partners, identities } = work.t
  return work.db
    .select({ partner: partners.id, name: identities.name })
    .from(partners)
    .innerJoin(identities, eq(identities.member, partners.member))
    .orderBy(desc(partners.id))
    .limit(NAMES_MOST)
}

/** The sanctions that hold, the oldest first. */
export async function heldSanctions(work: Work, partner: number): Promise<SanctionRow[]> {
  const { partnerSanctions: t } = work.t
  return work.db
    .select()
    .from(t)
    .where(and(eq(t.partner, partner), isNull(t.undoneAt)))
    .orderBy(asc(t.id))
}

export async function insertSanction(
  work: Work,
  sanction: Omit<Tables['partnerSanctions']['$inferInsert'], 'id' | 'at'>,
): Promise<void> {
  await work.db.insert(work.t.partnerSanctions).values({ ...sanction, at: work.now })
}

export async function writeSanction(
  work: Work,
  id: number,
  set: Partial<Pick<SanctionRow, 'undoneAt' | 'case' | 'until'>>,
): Promise<void> {
  const { partnerSanctions: t } = work.t
  await work.db.update(t).set(set).where(eq(t.id, id))
}

/** States in which a case still asks something of somebody. */
const LIVE = ['open', 'awaiting_partner', 'deciding', 'appealed'] as const

/** The same, once the partner was told of it and as long as nobody has decided. */
const TOLD = ['awaiting_partner', 'deciding'] as const

/** The oldest case of a partner that is not decided, or whose appeal is not. */
export async function liveCase(work: Work, partner: number): Promise<number | undefined> {
  const { cases } = work.t
  const [row] = await work.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.partner, partner), inArray(cases.state, [...LIVE])))
    .orderBy(asc(cases.id))
    .limit(1)
  return row?.id
}

export interface ToldCase {
  id: number
  /** Its last step once it can be decided, in ms since the epoch; null while the partner may reply. */
  decidingSince: number | null
  /** A suspension has come to its end in it, and nobody had decided. */
  isSpent: boolean
}

/** Those that the partner was told of and that are to be decided, the oldest first. */
export async function toldCases(work: Work, partner: number): Promise<ToldCase[]> {
  const { cases, partnerSanctions: t } = work.t
  const told = await work.db
    .select({ id: cases.id, state: cases.state, changedAt: cases.changedAt })
    .from(cases)
    .where(and(eq(cases.partner, partner), inArray(cases.state, [...TOLD])))
    .orderBy(asc(cases.id))
  const ended = await work.db
    .select({ case: t.case })
    .from(t)
    .where(and(eq(t.partner, partner), eq(t.kind, 'suspension'), isNotNull(t.case), isNotNull(t.undoneAt)))
  const spent = new Set(ended.map((one) => one.case))
  return told.map(({ id, state, changedAt }) => ({
    id,
    decidingSince: state === 'deciding' ? changedAt : null,
    isSpent: spent.has(id),
  }))
}

/** Whether a decision about a case is still to come, and whether one is proposed. */
export async function undecided(work: Work, id: number): Promise<'open' | 'proposed' | undefined> {
  const { cases } = work.t
  const [row] = await work.db
    .select({ verdict: cases.verdict, proposal: cases.proposal })
    .from(cases)
    .where(eq(cases.id, id))
  if (!row || row.verdict !== null) return undefined
  return row.proposal === null ? 'open' : 'proposed'
}

/** Whether an appeal against a case waits for its decision. */
export async function isAppealOpen(work: Work, id: number): Promise<boolean> {
  const { cases } = work.t
  const rows = await work.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, id), eq(cases.state, 'appealed')))
  return rows.length > 0
}

/** Partners whose newest sanction has come to its moment, by number; only of those laid since a moment. */
export async function dueSanctions(
  work: Work,
  after: number,
  since: number,
  most: number,
): Promise<number[]> {
  const { partnerSanctions: t, partners } = work.t
  const rows = await work.db
    .selectDistinct({ partner: t.partner })
    .from(t)
    .innerJoin(partners, eq(partners.id, t.partner))
    .where(
      and(
        isNull(t.undoneAt),
        isNotNull(t.until),
        lte(t.until, work.now),
        gte(t.at, since),
        gt(t.partner, after),
        inArray(partners.state, ['suspended', 'terminating']),
      ),
    )
    .orderBy(asc(t.partner))
    .limit(most)
  return rows.map(({ partner }) => partner)
}

/** Partners who were being onboarded already at `before`, by number, after `after`. */
export async function idlePartners(
  work: Work,
  { after, since, before }: { after: number; since: number; before: number },
  most: number,
): Promise<PartnerRow[]> {
  const { partners } = work.t
  return work.db
    .select()
    .from(partners)
    .where(
      and(
        eq(partners.state, 'onboarding'),
        lte(partners.since, before),
        gte(partners.since, since),
        gt(partners.id, after),
      ),
    )
    .orderBy(asc(partners.id))
    .limit(most)
}

/**
 * Numbers of partners, after `after`, whom a feature has not looked at since they have changed, or since
 * whatever else it goes by has.
 */
export async function uncheckedPartners(
  work: Work,
  seen: Tables['groupChecks'] | Tables['badgeChecks'],
  { after, most, hasChanged }: { after: string; most: number; hasChanged?: SQL | undefined },
): Promise<string[]> {
  const { partners } = work.t
  const isOld = or(isNull(seen.partner), eq(seen.stale, true), ne(seen.version, partners.version), hasChanged)
  const rows = await work.db
    .select({ id: partners.id })
    .from(partners)
    .leftJoin(seen, eq(seen.partner, partners.id))
    .where(and(gt(partners.id, Number(after)), isOld))
    .orderBy(asc(partners.id))
    .limit(most)
  return rows.map(({ id }) => String(id))
}

/** What was recorded of a partner, the newest first. */
export async function historyOf(work: Work, partner: number, most: number) {
  const { facts } = work.t
  return work.db
    .select({ kind: facts.kind, details: facts.details, at: facts.at, actor: facts.actor })
    .from(facts)
    .where(eq(facts.subject, `partner:${partner}`))
    .orderBy(desc(facts.id))
    .limit(most)
}

/** What a partner sent when they applied. */
export async function applicationBehind(work: Work, id: number) {
  const { applications: t } = work.t
  const [row] = await work.db
    .select({ answers: t.answers, guidelines: t.guidelines, disclosure: t.disclosure })
    .from(t)
    .where(eq(t.id, id))
  return row
}
