/** How a report looks to staff, and what its reporter is told of it. */
import type { Context } from '../../interaction/command.js'
import { receivedFile, shownFile } from '../../interaction/received-files.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import { noteText, press } from '../applications/cards.js'
import type { CaseRow } from '../cases/cases.js'
import { postOnDesk } from '../desks/desks.js'
import { nameOf, type PlatformWord } from '../members/members.js'
import { type Choose, tellHolders, tellMember } from '../notices/notices.js'
import { partnerNumbered, STAFF } from '../partners/partners.js'
import {
  barTo,
  joinedTo,
  openReports,
  REPORT_CARD,
  type ReportRow,
  reasonOfReport,
  reportNumbered,
  takeUntold,
  takeUntoldOf,
  toldOf,
} from './reports.js'

/** The card of a report in the staff chat. Who reported it is not on it: its partner may be in there. */
export async function reportCard(work: Work, subject: string, platform: PlatformWord): Promise<View> {
  const row = await reportNumbered(work, Number(subject))
  return {
    text: await reportLines(work, row, platform),
    rows: [[press('report-page', text('case-open'), { report: subject })]],
    tone: row.state === 'open' ? 'warning' : 'info',
    audience: 'everyone',
  }
}

async function reportLines(work: Work, row: ReportRow, platform?: PlatformWord): Promise<Text[]> {
  const joined = await joinedTo(work, row.id)
  return [
    text('report-title', { number: String(row.id), state: text(`report-is-${row.state}`) }),
    text('report-since', { at: { instant: row.at, as: 'relative' } }),
    ...(await aboutLines(work, row, platform)),
    text('case-reason', { reason: reasonOfReport(row) }),
    row.words === '' ? text('report-emptied') : text('case-words', { words: { evidence: row.words } }),
    ...(row.link === null ? [] : [text('case-link', { link: { evidence: row.link } })]),
    ...(joined > 0 ? [text('report-joined', { count: joined })] : []),
    ...(row.case === null ? [] : [text('report-case', { number: String(row.case) })]),
    ...(row.note === null ? [] : [noteText(row.note)]),
  ]
}

/** Where one of the two was erased, how the other was named is gone too. */
async function aboutLines(work: Work, row: ReportRow, platform?: PlatformWord): Promise<Text[]> {
  const { about } = row
  if (row.partner === null) return about === '' ? [] : [text('report-about', { about })]
  const { member } = await partnerNumbered(work, row.partner)
  const known = { name: await nameOf(work, member, platform), partner: String(row.partner) }
  return [
    about === '' ? text('report-about-number', known) : text('report-about-partner', { ...known, about }),
  ]
}

/** A report as a member of staff sees it who may decide about it. */
export async function reportView(
  { work, platform }: Context,
  row: ReportRow,
  ...notes: Text[]
): Promise<View> {
  const reporter = await nameOf(work, row.reporter, platform)
  return {
    text: [...notes, ...(await reportLines(work, row, platform)), text('report-by', { name: reporter })],
    rows: rowsFor(row),
    replace: true,
  }
}

/** The picture that was sent with a report, or that it is not there any more. For the eyes of staff. */
export async function pictureView(work: Work, id: string | null): Promise<View> {
  const found = id === null ? undefined : await receivedFile(work, id)
  if (!found) return { text: [text('evidence-picture-gone')] }
  return { text: [text('evidence-picture-of')], files: [shownFile(found)] }
}

function rowsFor(row: ReportRow): Button[][] {
  const report = String(row.id)
  const picture = row.file === null ? [] : [[press('report-picture', text('evidence-picture'), { report })]]
  return [...decisionRows(row, report), ...picture]
}

function decisionRows(row: ReportRow, report: string): Button[][] {
  if (row.case !== null)
    return [
      [press('case-page', text('case-open-one', { number: String(row.case) }), { case: String(row.case) })],
    ]
  if (row.state !== 'open') return []
  const partner: Record<string, string> = row.partner === null ? {} : { partner: String(row.partner) }
  return [
    [
      press('report-case', text('report-open-case'), { report, ...partner }),
      press('report-dismiss', text('report-dismiss'), { report }),
    ],
  ]
}

/** Buttons of reports that wait and that somebody may decide about, in the list of staff. */
export async function reportRows(work: Work, by: number, most: number): Promise<Button[][]> {
  const rows: Button[][] = []
  for (const row of await openReports(work)) {
    if (rows.length === most) break
    if ((await barTo(work, row, by)) !== undefined) continue
    const number = String(row.id)
    rows.push([press('report-page', text('report-open-one', { number }), { report: number })])
  }
  return rows
}

/** Puts a report before the staff: on the desk, or where there is none, before each of them. */
export async function putReportOnDesk(work: Work, row: ReportRow, choose: Choose): Promise<void> {
  const subject = String(row.id)
  if (await postOnDesk(work, 'cases', { kind: REPORT_CARD, subject })) return
  await tellOfReport(work, row, choose)
}

/** Puts it before each of the staff. `why`: told once more for it. */
export async function tellOfReport(work: Work, row: ReportRow, choose: Choose, why?: string): Promise<void> {
  const subject = String(row.id)
  const partner = row.partner === null ? undefined : await partnerNumbered(work, row.partner)
  const view = {
    text: [text('report-arrived', { number: subject })],
    rows: [[press('report-page', text('case-open'), { report: subject })]],
  }
  // Of somebody whom nobody has told to be a partner any of the staff may find out.
  const there = partner ? { region: partner.region } : {}
  const key = `report:${row.id}:arrived${why === undefined ? '' : `:${why}`}`
  const isFor = async (member: number) => (await barTo(work, row, member)) === undefined
  await tellHolders(work, { key, roles: STAFF, ...there, except: [], isFor, view }, choose)
}

/** Whoever reported what a case was about hears that it was looked at, and whether anything followed. */
export async function tellReporters(work: Work, row: CaseRow, choose: Choose): Promise<void> {
  if (row.appealVerdict === 'overturned') return correctReporters(work, row, choose)
  const what = row.verdict === 'dismissed' ? 'nothing' : 'acted'
  await tellAll(work, await takeUntoldOf(work, row.id), what, choose)
}

/** Who was told that measures were taken hears that they were taken back. */
async function correctReporters(work: Work, { id }: CaseRow, choose: Choose): Promise<void> {
  const told = await toldOf(work, id)
  await tellAll(work, await takeUntoldOf(work, id), 'nothing', choose)
  await tellAll(work, told, 'overturned', choose)
}

/** The same of a report that came to nothing. */
export async function tellDismissed(work: Work, row: ReportRow, choose: Choose): Promise<void> {
  await tellAll(work, await takeUntold(work, [row.id]), 'nothing', choose)
}

async function tellAll(
  work: Work,
  rows: readonly ReportRow[],
  what: 'nothing' | 'acted' | 'overturned',
  choose: Choose,
): Promise<void> {
  for (const { id, reporter } of rows) {
    const view = { text: [text(`report-told-${what}`, { number: String(id) })] }
    const key = `report:${id}:${what === 'overturned' ? what : 'told'}`
    await tellMember(work, { key, member: reporter, view }, choose)
  }
}
