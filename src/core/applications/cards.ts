/** How an application looks: on the card in the staff chat, and what its pages have in common. */
import type { Button, View } from '../../interaction/view.js'
import { type Param, type Text, text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import { nameOf, namesOf, type PlatformWord } from '../members/members.js'
import {
  type Answered,
  type ApplicationRow,
  applicationOf,
  askerOf,
  decisionsOf,
  escalationsOf,
  isAppealOpen,
  isSuiting,
  openProposal,
  type Proposal,
  type RuleResult,
  roundsOf,
  rulesOf,
  stateText,
  summaryOf,
  textsIn,
} from './applications.js'

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

/** What an applicant said to a talk, in the words of `said`: that it suits, or when it would. */
export function talkAnswer(answer: string, said: 'talk-said' | 'talk-own'): Text {
  if (isSuiting(answer)) return text(`${said}-suits`)
  return text(`${said}-unsuited`, { answer: { evidence: answer } })
}

export function askedText(question: Text): Text {
  return text('application-question', { question })
}

function answerText(answer: string): Text {
  return text('application-answer-line', { answer: { evidence: answer } })
}

/** What was asked besides the form, and what was answered. */
export async function roundLines(work: Work, row: ApplicationRow): Promise<Text[]> {
  const rounds = await roundsOf(work, row.id)
  return rounds.flatMap(({ questions, answer }) => {
    const asked = textsIn(questions)
    const isTalk = asked.some(({ key }) => key === 'application-slot')
    return [
      ...asked.map((one) => (NOTES.has(one.key) ? one : askedText(one))),
      ...(answer === null ? [] : [isTalk ? talkAnswer(answer, 'talk-said') : answerText(answer)]),
    ]
  })
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
