/** Queries about cases. */
import {
  type AnyColumn,
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  ne,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import type { CASE_DEEDS, CASE_REMINDERS } from '../../storage/tables/cases.js'
import type { Tables } from '../../storage/tables.js'
import { numbersOf } from '../members/members.js'
import type { CaseRow } from './moving.js'

export type Deed = (typeof CASE_DEEDS)[number]
export type Reminder = (typeof CASE_REMINDERS)[number]
export type DeedRow = Tables['caseDeeds']['$inferSelect']

export async function byId(work: Work, id: number): Promise<CaseRow | undefined> {
  const { cases } = work.t
  const [row] = await work.db.select().from(cases).where(eq(cases.id, id))
  return row
}

export async function insertCase(
  work: Work,
  row: Pick<CaseRow, 'partner' | 'reason' | 'reasonWords' | 'words' | 'link' | 'file' | 'openedBy'>,
): Promise<CaseRow> {
  const values = { ...row, state: 'open' as const, version: 1, openedAt: work.now, changedAt: work.now }
  const [made] = await work.db.insert(work.t.cases).values(values).returning()
  return made as CaseRow
}

/** The case is locked: numbers have no gaps. */
export async function insertDeed(
  work: Work,
  kase: number,
  { deed, note, by }: { deed: Deed; note?: string; by: number | null },
): Promise<void> {
  const { caseDeeds: t } = work.t
  const [last] = await work.db
    .select({ number: max(t.number) })
    .from(t)
    .where(eq(t.case, kase))
  const number = Number(last?.number ?? 0) + 1
  await work.db.insert(t).values({ case: kase, number, deed, note: note ?? null, by, at: work.now })
}

/** What was done, the oldest first. */
export async function deedsOf(work: Work, kase: number): Promise<DeedRow[]> {
  const { caseDeeds: t } = work.t
  return work.db.select().from(t).where(eq(t.case, kase)).orderBy(asc(t.number))
}

/** What was done last. */
export async function lastDeed(work: Work, kase: number): Promise<DeedRow | undefined> {
  const { caseDeeds: t } = work.t
  const [row] = await work.db.select().from(t).where(eq(t.case, kase)).orderBy(desc(t.number)).limit(1)
  return row
}

/** Under whichever of their numbers. */
export async function hasTakenPart(work: Work, kase: number, member: number): Promise<boolean> {
  const { caseDeeds: t } = work.t
  const numbers = await numbersOf(work, member)
  const rows = await work.db
    .select({ number: t.number })
    .from(t)
    .where(and(eq(t.case, kase), inArray(t.by, numbers)))
    .limit(1)
  return rows.length > 0
}

/** Whether somebody told us of what the case is about. */
export async function hasReported(work: Work, kase: number, member: number): Promise<boolean> {
  const { reports: t } = work.t
  const [first] = await work.db.select({ id: t.id }).from(t).where(eq(t.case, kase)).limit(1)
  if (!first) return false
  const rows = await work.db
    .select({ id: t.id, case: t.case, joins: t.joins })
    .from(t)
    .where(eq(t.reporter, member))
  const own = rows.filter(({ case: of }) => of === kase)
  if (own.length > 0) return true
  const joined = rows.flatMap(({ joins }) => (joins === null ? [] : [joins]))
  if (joined.length === 0) return false
  const led = await work.db
    .select({ id: t.id })
    .from(t)
    .where(and(inArray(t.id, joined), eq(t.case, kase)))
  return led.length > 0
}

/** Cases that are listed at a time. */
const LISTED = 50

/** Cases that are not closed, of partners of some regions (undefined: of all), the newest last. */
export async function liveCases(work: Work, regions?: readonly string[]): Promise<CaseRow[]> {
  const { cases, partners } = work.t
  const there =
    regions &&
    inArray(
      cases.partner,
      work.db
        .select({ id: partners.id })
        .from(partners)
        .where(inArray(partners.region, [...regions])),
    )
  return work.db
    .select()
    .from(cases)
    .where(and(ne(cases.state, 'closed'), there))
    .orderBy(asc(cases.openedAt), asc(cases.id))
    .limit(LISTED)
}

/** All of a partner, the newest first. */
export async function casesOf(work: Work, partner: number): Promise<CaseRow[]> {
  const { cases } = work.t
  return work.db.select().from(cases).where(eq(cases.partner, partner)).orderBy(desc(cases.id)).limit(LISTED)
}

/** Warnings of a partner that were given after a moment and not taken back. */
export async function warningsSince(work: Work, partner: number, since: number): Promise<number> {
  const { cases } = work.t
  const [row] = await work.db
    .select({ count: count() })
    .from(cases)
    .where(and(eq(cases.partner, partner), isNotNull(cases.warnedAt), gt(cases.warnedAt, since)))
  return Number(row?.count ?? 0)
}

/** The undecided case of a partner for a reason, the oldest. */
export async function pendingCase(work: Work, partner: number, reason: string): Promise<number | undefined> {
  const { cases } = work.t
  const [row] = await work.db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.partner, partner),
        eq(cases.reason, reason),
        inArray(cases.state, ['open', 'awaiting_partner', 'deciding']),
      ),
    )
    .orderBy(asc(cases.id))
    .limit(1)
  return row?.id
}

/** Numbers of those that time ends, at most so many, after `after`; only what changed since a moment. */
export async function due(work: Work, after: number, since: number, most: number): Promise<number[]> {
  const { cases } = work.t
  const rows = await work.db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        isNotNull(cases.dueAt),
        lte(cases.dueAt, work.now),
        gte(cases.changedAt, since),
        gt(cases.id, after),
      ),
    )
    .orderBy(asc(cases.id))
    .limit(most)
  return rows.map(({ id }) => id)
}

/**
 * Numbers of cases whose reply is due before a moment and nobody was reminded of it, and of those to be
 * decided under a suspension that has no end yet, or one before that moment of which nobody was reminded
 * since it was laid.
 */
export async function dueClocks(
  work: Work,
  { after, since, before }: { after: number; since: number; before: number },
  most: number,
): Promise<number[]> {
  const { cases, partnerSanctions: held } = work.t
  const isHeld = (which: SQL | undefined) =>
    exists(
      work.db
        .select({ one: sql`1` })
        .from(held)
        .where(and(eq(held.case, cases.id), eq(held.kind, 'suspension'), isNull(held.undoneAt), which)),
    )
  const isUnreplied = and(
    eq(cases.state, 'awaiting_partner'),
    gt(cases.dueAt, work.now),
    lte(cases.dueAt, before),
    not(isReminded(work, 'reply')),
  )
  const isEnding = isHeld(and(lte(held.until, before), not(isReminded(work, 'hold', held.at))))
  const isUndecided = and(eq(cases.state, 'deciding'), or(isHeld(isNull(held.until)), isEnding))
  const rows = await work.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(or(isUnreplied, isUndecided), gte(cases.changedAt, since), gt(cases.id, after)))
    .orderBy(asc(cases.id))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** `since`: not before it. */
function isReminded({ db, t }: Work, of: Reminder, since?: AnyColumn): SQL {
  const { caseReminders, cases } = t
  const isLater = since && gte(caseReminders.at, since)
  return exists(
    db
      .select({ one: sql`1` })
      .from(caseReminders)
      .where(and(eq(caseReminders.case, cases.id), eq(caseReminders.of, of), isLater)),
  )
}

/**
 * Whether it is the first of its kind in the case, or since a moment. A clock that was set back does not make
 * it an earlier one.
 */
export async function noteReminder(work: Work, kase: number, of: Reminder, since = 0): Promise<boolean> {
  const { caseReminders: t } = work.t
  const at = Math.max(work.now, since)
  const rows = await work.db
    .insert(t)
    .values({ case: kase, of, at })
    .onConflictDoNothing()
    .returning({ of: t.of })
  if (rows.length > 0) return true
  const later = await work.db
    .update(t)
    .set({ at })
    .where(and(eq(t.case, kase), eq(t.of, of), lt(t.at, since)))
    .returning({ of: t.of })
  return later.length > 0
}

/** Who told the partner of the case. */
export async function noticedBy(work: Work, kase: number): Promise<number | null> {
  const { caseDeeds: t } = work.t
  const [row] = await work.db
    .select({ by: t.by })
    .from(t)
    .where(and(eq(t.case, kase), eq(t.deed, 'noticed')))
  return row?.by ?? null
}

/** Whose the newest proposal was; after a decision that took two, of what was decided. */
export async function proposedLast(work: Work, kase: number): Promise<number | null> {
  const { caseDeeds: t } = work.t
  const [row] = await work.db
    .select({ by: t.by })
    .from(t)
    .where(and(eq(t.case, kase), eq(t.deed, 'proposed')))
    .orderBy(desc(t.number))
    .limit(1)
  return row?.by ?? null
}

/** How many reports a case came from. */
export async function reportsBehind(work: Work, kase: number): Promise<number> {
  const { reports: t } = work.t
  const heads = await work.db.select({ id: t.id }).from(t).where(eq(t.case, kase))
  if (heads.length === 0) return 0
  const joined = await work.db
    .select({ id: t.id })
    .from(t)
    .where(
      inArray(
        t.joins,
        heads.map(({ id }) => id),
      ),
    )
  return heads.length + joined.length
}
