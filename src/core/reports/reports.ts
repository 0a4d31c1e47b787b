/** Reports: anybody tells us of what a partner did. The door for other features; never speaks. */
import { fromJson, toJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import type { Text } from '../../kit/text.js'
import type { CasePolicy, CaseReason } from '../../programme/cases.js'
import { textOf } from '../../programme/words.js'
import type { Work } from '../../storage/storage.js'
import { touchCards } from '../cards/cards.js'
import { assertMayOpen, type Heard, mayHandle, openCase, pendingCase } from '../cases/cases.js'
import { memberText, record } from '../facts/facts.js'
import { countAloneIn } from '../members/members.js'
import { partnerNumbered } from '../partners/partners.js'
import type { ReportRow } from './store.js'
import * as store from './store.js'

export { joinReports, lockReportsOf } from './joining.js'
export { joinedTo, openReports, openReportsOf, type ReportRow } from './store.js'

/** The kind of a card of a report; its subject is the number. */
export const REPORT_CARD = 'report'

const DAY_MS = 86_400_000

export interface NewReport {
  reporter: number
  /** Whom it is about, as it was typed; and the partner, where one could be told from it. */
  about: string
  partner: { id: number; member: number } | undefined
  reason: CaseReason
  words: string
  link: string | null
  /** The id of a picture that was sent along. */
  file: string | null
}

/** That a person may report, by today's count. Refuses `report-too-many`. */
export async function assertMayReport(work: Work, reporter: number, policy: CasePolicy): Promise<void> {
  const { reportsPerDay: most } = policy
  if ((await store.countSince(work, reporter, work.now - DAY_MS)) >= most) refuse('report-too-many', { most })
}

/**
 * Writes a report down. One that says what another says already joins it. Refuses `report-too-many`,
 * `report-own`.
 */
export async function makeReport(
  work: Work,
  { reporter, about, partner, reason, words, link, file }: NewReport,
  policy: CasePolicy,
): Promise<ReportRow> {
  await countAloneIn(work, { chats: [], member: reporter })
  await assertMayReport(work, reporter, policy)
  if (partner?.member === reporter) refuse('report-own')
  const told = { partner: partner?.id ?? null, reason: reason.id, link }
  const like = await store.openLike(work, told)
  const isKnown = like === undefined && partner !== undefined
  const kase = isKnown ? await pendingCase(work, partner.id, reason.id) : undefined
  const row = await store.insertReport(work, {
    ...{ ...told, reporter, about, words, file, reasonWords: toJson(textOf(reason.words)) },
    state: like ? 'joined' : kase === undefined ? 'open' : 'cased',
    ...(like ? { joins: like.id } : {}),
    ...(kase === undefined ? {} : { case: kase }),
  })
  await record(work, {
    kind: 'report-made',
    actor: memberText(reporter),
    subject: `report:${row.id}`,
    details: { partner: told.partner, reason: reason.id, state: row.state },
  })
  if (like) await touchCards(work, REPORT_CARD, [String(like.id)])
  return row
}

/** Refuses `report-unknown`. */
export async function reportNumbered(work: Work, id: number): Promise<ReportRow> {
  return (await store.byId(work, id)) ?? refuse('report-unknown', { number: String(id) })
}

/**
 * The refusal of whoever may neither look at a report as staff do nor decide about it: `report-own-decision`
 * (they reported the same, or it is about them), `report-not-yours` (about a partner of another region, or
 * whom they brought).
 */
export async function barTo(
  work: Work,
  row: ReportRow,
  by: number,
): Promise<'report-own-decision' | 'report-not-yours' | undefined> {
  const partner = row.partner === null ? undefined : await partnerNumbered(work, row.partner)
  const isTheirs = row.reporter === by || partner?.member === by
  if (isTheirs || (await store.hasJoined(work, row.id, by))) return 'report-own-decision'
  return partner && !(await mayHandle(work, partner, by)) ? 'report-not-yours' : undefined
}

/**
 * That somebody may decide about a report, without writing. Refuses what {@link barTo} says, and
 * `report-decided`.
 */
export async function assertMayDecide(work: Work, row: ReportRow, by: number): Promise<void> {
  const number = String(row.id)
  const bar = await barTo(work, row, by)
  if (bar !== undefined) refuse(bar, { number })
  if (row.state !== 'open') refuse('report-decided', { number })
}

async function lockOpen(work: Work, id: number, by: number): Promise<ReportRow> {
  const row = (await store.locked(work, id)) ?? refuse('report-unknown', { number: String(id) })
  await assertMayDecide(work, row, by)
  return row
}

/** Nothing follows from it; why is for the staff. Refuses what {@link assertMayDecide} refuses. */
export async function dismissReport(
  work: Work,
  { id, by, note }: { id: number; by: number; note: string },
): Promise<ReportRow> {
  await lockOpen(work, id, by)
  const set = { state: 'dismissed' as const, note, decidedBy: by, decidedAt: work.now }
  const row = await store.writeReport(work, id, set)
  await recordDecision(work, row, by)
  return row
}

/**
 * A case is opened from it, for the reason and with the words of the report. Refuses what
 * {@link assertMayDecide} refuses, and what opening a case refuses.
 */
export async function caseFrom(
  work: Work,
  { id, by, partner, reason }: { id: number; by: number; partner: number; reason: CaseReason },
): Promise<{ row: ReportRow; heard: Heard }> {
  const { words, link, file } = await lockOpen(work, id, by)
  await assertMayOpen(work, await partnerNumbered(work, partner), by)
  const heard = await openCase(work, { partner, reason, words, link, file, by })
  const row = await store.writeReport(work, id, {
    ...{ state: 'cased' as const, case: heard.row.id, partner },
    ...{ decidedBy: by, decidedAt: work.now },
  })
  await recordDecision(work, row, by)
  return { row, heard }
}

async function recordDecision(work: Work, row: ReportRow, by: number): Promise<void> {
  await record(work, {
    kind: 'report-decided',
    actor: memberText(by),
    subject: `report:${row.id}`,
    details: { state: row.state, case: row.case },
  })
  await touchCards(work, REPORT_CARD, [String(row.id)])
}

/** Whoever reported something, each once: they are noted as told. */
export async function takeUntold(work: Work, heads: readonly number[]): Promise<ReportRow[]> {
  const rows = await store.untold(work, heads)
  for (const { id } of rows) await store.writeReport(work, id, { toldAt: work.now })
  return rows
}

/** Whoever reported what a case was about. */
export async function takeUntoldOf(work: Work, kase: number): Promise<ReportRow[]> {
  return takeUntold(work, await store.behindCase(work, kase))
}

/** Whoever reported what a case was about, and was told what came of it. */
export async function toldOf(work: Work, kase: number): Promise<ReportRow[]> {
  return store.told(work, await store.behindCase(work, kase))
}

/** The reason as it was when the report was made. */
export function reasonOfReport({ reasonWords }: Pick<ReportRow, 'reasonWords'>): Text {
  return fromJson<Text>(reasonWords)
}
