/** Where an application stands, as its applicant sees it, with what they can do about it. */
import type { Button, View } from '../../interaction/view.js'
import { type Param, type Text, text } from '../../kit/text.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import type { Work } from '../../storage/storage.js'
import {
  type ApplicationRow,
  decisionsOf,
  ENDED,
  hostsOf,
  isSuiting,
  mayAppeal,
  ownStateText,
  type RuleResult,
  roundsOf,
  rulesOf,
  shownState,
  type Talk,
  talkOf,
  textsIn,
  verdictOf,
} from '../applications/applications.js'
import { askedText, noteText, press, talkAnswer } from '../applications/cards.js'
import { type Choose, tellMember } from '../notices/notices.js'
import { partnerOf } from '../partners/partners.js'

export async function statusView(
  work: Work,
  row: ApplicationRow,
  policy: ApplicationPolicy,
  ...notes: Text[]
): Promise<View> {
  const number = String(row.id)
  const age = { instant: row.submittedAt ?? row.startedAt, as: 'relative' as const }
  const key = row.submittedAt === null ? 'status-line' : 'status-sent'
  const head = text(key, { number, state: ownStateText(shownState(row.state)), at: age })
  const talk = await talkOf(work, row)
  return {
    text: [
      ...[...notes, head],
      ...(talk ? await talkLines(work, row, talk) : []),
      ...(await statusLines(work, row, policy)),
    ],
    rows: [...(talk ? [talkRow(row, talk)] : []), ...statusRows(row, work.now, policy)],
  }
}

async function statusLines(work: Work, row: ApplicationRow, policy: ApplicationPolicy): Promise<Text[]> {
  if (row.state === 'draft') return [text('status-draft')]
  if (row.state === 'needs_info') {
    const until = row.dueAt === null ? [] : [text('status-asked-until', { at: moment(row.dueAt) })]
    return [text('status-asked'), ...(await openQuestions(work, row)), ...until]
  }
  if (row.state === 'approved') return approvedLines(work, row)
  if (row.state === 'rejected') return rejectedLines(work, row, policy)
  if (row.promisedAt === null) return []
  const at = row.promisedAt
  const promise =
    at > work.now
      ? text('status-promised', { at: moment(at) })
      : text('status-late', { at: { instant: at, as: 'relative' } })
  return [promise, ...belowLines(row)]
}

/** What is proposed, who invites and who leads it (by role: nobody is named), and what they said to it. */
async function talkLines(work: Work, row: ApplicationRow, { questions, answer }: Talk): Promise<Text[]> {
  const { invites, leads, isSame } = await hostsOf(work, row)
  const led = text(isSame ? 'talk-hosted' : 'talk-led', { role: leads })
  const who = isSame || invites === undefined ? [led] : [text('talk-invited', { role: invites }), led]
  const said = answer === null ? text('talk-asked') : talkAnswer(answer, 'talk-own')
  return [...textsIn(questions), ...who, said]
}

/** Whoever has said one thing may think better of it. */
function talkRow({ id }: ApplicationRow, { number, answer }: Talk): Button[] {
  const values = { application: String(id), talk: String(number) }
  const suits = press('talk-suits', text('talk-suits'), values)
  const isSaid = answer !== null && !isSuiting(answer)
  const unsuited = press('talk-unsuited', text(isSaid ? 'talk-another' : 'talk-unsuited'), values)
  return isSuiting(answer) ? [unsuited] : [suits, unsuited]
}

/** Nobody waits for days without knowing that they are below what is looked for. */
function belowLines(row: ApplicationRow): Text[] {
  const rules = rulesOf(row)
  if (verdictOf(rules) !== 'fail') return []
  const least = (rule: RuleResult['rule']): number => rules.find((one) => one.rule === rule)?.least ?? 0
  return [text('status-below', { followers: least('followers'), members: least('community') })]
}

const moment = (instant: number): Param => ({ instant, as: 'moment' })

/** What the applicant was asked last. */
export async function openQuestions(work: Work, row: ApplicationRow): Promise<Text[]> {
  const last = (await roundsOf(work, row.id)).at(-1)
  return textsIn(last?.questions ?? null).map(askedText)
}

async function approvedLines(work: Work, row: ApplicationRow): Promise<Text[]> {
  const partner = await partnerOf(work, row.member)
  const next = partner?.state === 'onboarding' ? 'status-approved-next' : 'status-approved-since'
  return [text('status-approved', { number: String(partner?.id ?? '') }), text(next)]
}

/** Why, what would change it, when to apply again, and the way to another person. */
async function rejectedLines(work: Work, row: ApplicationRow, policy: ApplicationPolicy): Promise<Text[]> {
  return [
    ...(await rejectionLines(work, row)),
    reapplyText(row.reapplyAt, work.now),
    ...appealLines(row, work.now, policy),
  ]
}

/** Why it was rejected, and what would change it. */
export async function rejectionLines(work: Work, row: ApplicationRow): Promise<Text[]> {
  const decisions = await decisionsOf(work, row.id)
  const rejection = decisions.findLast(({ verdict }) => verdict === 'rejected')
  return [...textsIn(rejection?.reasonWords ?? null), ...(rejection?.note ? [noteText(rejection.note)] : [])]
}

export function reapplyText(at: number | null, now: number): Text {
  if (at === null) return text('reapply-never')
  return at <= now ? text('reapply-now') : text('reapply-at', { at: { instant: at, as: 'moment' } })
}

function appealLines(row: ApplicationRow, now: number, policy: ApplicationPolicy): Text[] {
  if (row.appealDecidedAt !== null) return [text('appeal-refused')]
  if (row.appealedAt !== null)
    return [text('appeal-waits', { at: { instant: row.appealedAt, as: 'relative' } })]
  return mayAppeal(row, now, policy) ? [text('appeal-offer', { days: policy.appealDays })] : []
}

function statusRows(row: ApplicationRow, now: number, policy: ApplicationPolicy): Button[][] {
  const values = { application: String(row.id) }
  const rows: Button[][] = []
  if (row.state === 'approved') rows.push([press('membership', text('membership-see'), {})])
  if (row.state === 'draft') rows.push([press('apply', text('apply-go-on'), {})])
  if (row.state === 'needs_info') rows.push([press('application-answer', text('apply-answer'), values)])
  if (mayAppeal(row, now, policy)) rows.push([press('application-appeal', text('apply-appeal'), values)])
  if (!ENDED.includes(row.state)) {
    rows.push([press('measure', text('apply-measure'), {}), press('prove', text('apply-prove'), {})])
    rows.push([{ ...press('application-withdraw', text('apply-withdraw'), values), style: 'danger' }])
  }
  return rows
}

/** News for the applicant, in their language, wherever they are. Each change is told once. */
export async function tellApplicant(
  work: Work,
  row: ApplicationRow,
  what: Text,
  { policy, choose }: { policy: ApplicationPolicy; choose: Choose },
  notes: readonly Text[] = [],
): Promise<void> {
  const status = await statusView(work, row, policy, what)
  const view = { ...status, text: [...status.text, ...notes] }
  const key = `application:${row.id}:${row.version}:${what.key}:${row.reminded}`
  await tellMember(work, { key, member: row.member, view }, choose)
}

/** News of a talk that is proposed, once for each that is. */
export async function tellInvited(
  work: Work,
  row: ApplicationRow,
  what: Text,
  { policy, choose }: { policy: ApplicationPolicy; choose: Choose },
): Promise<void> {
  const view = await statusView(work, row, policy, what)
  const key = `application:${row.id}:${row.version}:${what.key}:${row.revision}`
  await tellMember(work, { key, member: row.member, view }, choose)
}
