/** Queries about reports. */
import { and, asc, count, eq, gt, inArray, or } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'

export type ReportRow = Tables['reports']['$inferSelect']

export async function byId(work: Work, id: number): Promise<ReportRow | undefined> {
  const { reports } = work.t
  const [row] = await work.db.select().from(reports).where(eq(reports.id, id))
  return row
}

/** Nobody else changes it until the commit. */
export async function locked(work: Work, id: number): Promise<ReportRow | undefined> {
  const { reports } = work.t
  const [row] = await work.lock(work.db.select().from(reports).where(eq(reports.id, id)))
  return row
}

/** Reports of a person since a moment. */
export async function countSince(work: Work, reporter: number, since: number): Promise<number> {
  const { reports } = work.t
  const [row] = await work.db
    .select({ count: count() })
    .from(reports)
    .where(and(eq(reports.reporter, reporter), gt(reports.at, since)))
  return Number(row?.count ?? 0)
}

/** An open one that says the same: of the same partner and reason, or of the same page. */
export async function openLike(
  work: Work,
  { partner, reason, link }: Pick<ReportRow, 'partner' | 'reason' | 'link'>,
): Promise<ReportRow | undefined> {
  const { reports: t } = work.t
  const same = [
    ...(partner === null ? [] : [and(eq(t.partner, partner), eq(t.reason, reason))]),
    ...(link === null ? [] : [eq(t.link, link)]),
  ]
  if (same.length === 0) return undefined
  const [row] = await work.db
    .select()
    .from(t)
    .where(and(eq(t.state, 'open'), or(...same)))
    .orderBy(asc(t.id))
    .limit(1)
  return row
}

export async function insertReport(
  work: Work,
  row: Omit<Tables['reports']['$inferInsert'], 'id' | 'at'>,
): Promise<ReportRow> {
  const [made] = await work.db
    .insert(work.t.reports)
    .values({ ...row, at: work.now })
    .returning()
  return made as ReportRow
}

export async function writeReport(
  work: Work,
  id: number,
  set: Partial<Omit<ReportRow, 'id' | 'reporter' | 'at'>>,
): Promise<ReportRow> {
  const { reports } = work.t
  const [row] = await work.db.update(reports).set(set).where(eq(reports.id, id)).returning()
  return row as ReportRow
}

/** Reports that wait at a time. */
const OPEN_MOST = 500

/** Those that nobody has decided, the oldest first. */
export async function openReports(work: Work): Promise<ReportRow[]> {
  const { reports } = work.t
  return work.db
    .select()
    .from(reports)
    .where(eq(reports.state, 'open'))
    .orderBy(asc(reports.at), asc(reports.id))
    .limit(OPEN_MOST)
}

/** Numbers of the open ones about a partner, the oldest first. */
export async function openReportsOf(work: Work, partner: number): Promise<number[]> {
  const { reports } = work.t
  const rows = await work.db
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.state, 'open'), eq(reports.partner, partner)))
    .orderBy(asc(reports.id))
  return rows.map(({ id }) => id)
}

/** Whether a person reported the same as this one says. */
export async function hasJoined(work: Work, id: number, reporter: number): Promise<boolean> {
  const { reports } = work.t
  const rows = await work.db
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.joins, id), eq(reports.reporter, reporter)))
    .limit(1)
  return rows.length > 0
}

/** How many more say the same. */
export async function joinedTo(work: Work, id: number): Promise<number> {
  const { reports } = work.t
  const [row] = await work.db.select({ count: count() }).from(reports).where(eq(reports.joins, id))
  return Number(row?.count ?? 0)
}

/** Reports, one with those that join it, whose reporters were not told yet. */
export async function untold(work: Work, heads: readonly number[]): Promise<ReportRow[]> {
  return (await withJoined(work, heads)).filter(({ toldAt }) => toldAt === null)
}

/** And those whose reporters were. */
export async function told(work: Work, heads: readonly number[]): Promise<ReportRow[]> {
  return (await withJoined(work, heads)).filter(({ toldAt }) => toldAt !== null)
}

async function withJoined(work: Work, heads: readonly number[]): Promise<ReportRow[]> {
  if (heads.length === 0) return []
  const { reports: t } = work.t
  return work.db
    .select()
    .from(t)
    .where(or(inArray(t.id, [...heads]), inArray(t.joins, [...heads])))
    .orderBy(asc(t.id))
}

/** Numbers of those that a case came from. */
export async function behindCase(work: Work, kase: number): Promise<number[]> {
  const { reports } = work.t
  const rows = await work.db.select({ id: reports.id }).from(reports).where(eq(reports.case, kase))
  return rows.map(({ id }) => id)
}
