/** How an application looks: to its applicant, and on the card in the staff chat. */
import type { Button, View } from '../../interaction/view.js'
import { type Param, type Text, text } from '../../kit/text.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import type { Work } from '../../storage/storage.js'
import { nameOf, namesOf, type PlatformWord } from '../members/members.js'
import { type Choose, tellMember } from '../notices/notices.js'
import { partnerOf } from '../partners/partners.js'
import {
  type Answered,
  type ApplicationRow,
  applicationOf,
  askerOf,
  decisionsOf,
  escalationsOf,
  isAppealOpen,
  mayAppeal,
  openProposal,
  ownStateText,
  type Proposal,
  type RuleResult,
  roundsOf,
  rulesOf,
  stateText,
  summaryOf,
  textsIn,
  verdictOf,
} from './applications.js'
import { shownState } from './shown.js'

/** Characters of an answer on a card; the page of a reviewer has all of it. */
const CARD_ANSWER_MOST = 160

export function press(
  command: string,
  label: Text,
  values: Record<string, string>,
): Button & { kind: 'press' } {
  return { kind: 'press', label, press: { command, values } }
}

/** What staff say to a decision, of an application or anything else: their own words, left as they are. */
export function noteText(note: string): Text {
  return text('application-note', { note: { said: note } })
}

/** The application as staff see it in the chat that is its desk. */
export async function applicationCard(work: Work, subject: string, platform: PlatformWord): Promise<View> {
  const row = await applicationOf(work, Number(subject))
  const shown = summaryOf(row).filter(({ isPrivate }) => !isPrivate)
  return {
    text: [
      ...(await headLines(work, row, platform)),
      ...answerLines(shown, CARD_ANSWER_MOST),
      ...(await ruleLines(work, row, platform)),
    ],
    rows: [cardRow(row, await openProposal(work, row.id))],
    tone: isAppealOpen(row) ? 'warning' : (TONES[row.state] ?? 'info'),
    audience: 'everyone',
  }
}

const TONES: Partial<Record<ApplicationRow['state'], View['tone']>> = {
  approved: 'success',
  rejected: 'refusal',
  in_review: 'warning',
}

function cardRow(row: ApplicationRow, waiting: Proposal | undefined): Button[] {
  const values = { application: String(row.id) }
  const open = press('application-open', text('review-open'), values)
  if (waiting) {
    const seen = { ...values, proposal: String(waiting.id) }
    return [press('application-confirm', text('review-confirm'), seen), open]
  }
  return row.state === 'queued' ? [press('application-take', text('review-take'), values), open] : [open]
}

/** Who applies, since when, and where it stands. */
export async function headLines(work: Work, row: ApplicationRow, platform: PlatformWord): Promise<Text[]> {
  const number = String(row.id)
  const name = await nameOf(work, row.member, platform)
  const title = text('application-title', { number, name })
  const since = { instant: row.submittedAt ?? row.startedAt, as: 'relative' as const }
  return [
    title,
    text('application-since', { state: stateText(row.state), at: since }),
    ...(await holderLine(work, row, platform)),
    ...promiseLines(row, work.now),
    ...(await lateLines(work, row)),
    ...appealLine(row),
  ]
}

/** That it is rejected is not the end of it. */
function appealLine(row: ApplicationRow): Text[] {
  if (!isAppealOpen(row)) return []
  return [text('application-appealed', { at: { instant: row.appealedAt ?? row.startedAt, as: 'relative' } })]
}

async function holderLine(work: Work, row: ApplicationRow, platform: PlatformWord): Promise<Text[]> {
  if (row.state === 'in_review' && row.reviewer !== null && row.dueAt === null) {
    return [text('application-waits-for-second', { name: await nameOf(work, row.reviewer, platform) })]
  }
  if (row.state === 'in_review' && row.reviewer !== null) {
    const name = await nameOf(work, row.reviewer, platform)
    return [text('application-with', { name, at: { instant: row.dueAt ?? work.now, as: 'moment' } })]
  }
  const asker = await askerOf(work, row)
  if (!asker) return []
  const at = { instant: asker.until, as: 'moment' as const }
  return [text('application-answer-for', { name: await nameOf(work, asker.member, platform), at })]
}

/** Until when an answer is promised, while the clock runs. */
function promiseLines({ promisedAt }: ApplicationRow, now: number): Text[] {
  if (promisedAt === null) return []
  const at = { instant: promisedAt, as: 'relative' as const }
  return [text(promisedAt > now ? 'application-promised' : 'application-late', { at })]
}

/** Who was told that the answer is late. */
async function lateLines(work: Work, { id, promisedAt }: ApplicationRow): Promise<Text[]> {
  if (promisedAt === null || promisedAt > work.now) return []
  const last = (await escalationsOf(work, id)).at(-1)
  if (!last) return []
  const key = last.step === 1 ? 'late-managers' : 'late-admins'
  return [text(key, { at: { instant: last.at, as: 'relative' } })]
}

/** Question and answer, a line each, for those who look at them; at most so many characters of each. */
export function answerLines(answers: readonly Answered[], most = Number.POSITIVE_INFINITY): Text[] {
  return answers.map(({ label, value }) =>
    text('form-review-line', { label: { heading: label }, value: cut(value, most) }),
  )
}

/** What a person typed, cut; words of ours and choices are short. */
function cut(value: Text, most: number): Text {
  const typed = value.key === 'form-literal' ? value.params?.value : undefined
  if (typeof typed !== 'string') return value
  const all = [...typed]
  const evidence = all.length > most ? `${all.slice(0, most).join('')}…` : typed
  return text('form-literal', { value: { evidence } })
}

/** Each rule of the thresholds: how it was met, by what, who says so and when; and that one is enough. */
export async function ruleLines(work: Work, row: ApplicationRow, platform: PlatformWord): Promise<Text[]> {
  const rules = rulesOf(row)
  const names = await namesOf(
    work,
    rules.flatMap(({ by }) => by ?? []),
    platform,
  )
  const lines = rules.map((rule) =>
    text('rule-line', {
      verdict: text(`rule-${rule.verdict}`),
      rule: text(`rule-${rule.rule}`, { least: rule.least }),
      evidence: evidenceText(rule, names),
    }),
  )
  return lines.length > 1 ? [text('rule-one-enough'), ...lines] : lines
}

function evidenceText({ evidence, by, at, measured }: RuleResult, names: ReadonlyMap<number, string>): Text {
  const moment = { instant: at, as: 'moment' as const }
  if (!evidence) return text('rule-nothing', { at: moment })
  const { size } = evidence
  const place = { evidence: evidence.place }
  if (size === undefined) return text('rule-unsized', { place, at: moment })
  if (measured && by === undefined) return measuredText(measured, { place, size, at: moment })
  if (by === undefined) return text('rule-stated', { place, size, at: moment })
  return text('rule-checked', { place, size, at: moment, who: names.get(by) ?? `#${by}` })
}

function measuredText(
  { name, isAdmin, but }: NonNullable<RuleResult['measured']>,
  seen: { place: Param; size: number; at: { instant: number; as: 'moment' } },
): Text {
  if (but) return text(`rule-measured-${but}`, { ...seen, name })
  return text(isAdmin ? 'rule-measured' : 'rule-measured-no-admin', { ...seen, name })
}

/** What reviewers noted, and asked nobody. */
const NOTES = new Set(['application-slot', 'application-outcome'])

function askedText(question: Text): Text {
  return text('application-question', { question })
}

/** What was asked besides the form, and what was answered. */
export async function roundLines(work: Work, row: ApplicationRow): Promise<Text[]> {
  const rounds = await roundsOf(work, row.id)
  return rounds.flatMap(({ questions, answer }) => [
    ...textsIn(questions).map((one) => (NOTES.has(one.key) ? one : askedText(one))),
    ...(answer === null ? [] : [text('application-answer-line', { answer: { evidence: answer } })]),
  ])
}

/** What was decided before, an older decision above a newer. */
export async function decisionLines(work: Work, row: ApplicationRow): Promise<Text[]> {
  const decisions = await decisionsOf(work, row.id)
  return decisions.flatMap(({ verdict, reasonWords, note, at }) => [
    text('application-decision', { verdict: text(`verdict-${verdict}`), at: { instant: at, as: 'moment' } }),
    ...textsIn(reasonWords).slice(0, 1),
    ...(note === null ? [] : [noteText(note)]),
  ])
}

/** Where an application stands, for its applicant, with what they can do about it. */
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
  return {
    text: [...notes, head, ...(await statusLines(work, row, policy))],
    rows: statusRows(row, work.now, policy),
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

const GONE: readonly string[] = ['approved', 'rejected', 'withdrawn', 'expired']

function statusRows(row: ApplicationRow, now: number, policy: ApplicationPolicy): Button[][] {
  const values = { application: String(row.id) }
  const rows: Button[][] = []
  if (row.state === 'approved') rows.push([press('membership', text('membership-see'), {})])
  if (row.state === 'draft') rows.push([press('apply', text('apply-go-on'), {})])
  if (row.state === 'needs_info') rows.push([press('application-answer', text('apply-answer'), values)])
  if (mayAppeal(row, now, policy)) rows.push([press('application-appeal', text('apply-appeal'), values)])
  if (!GONE.includes(row.state)) {
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
