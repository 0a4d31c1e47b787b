/** The applicant's side: begin, keep, send, answer, take back, appeal. Never speaks. */
import { fromJson, toJson } from '../../kit/json.js'
import { must, refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import { type ApplicationPolicy, days, hours, reapplyAt } from '../../programme/applications.js'
import { ACCEPTED_KINDS } from '../../programme/texts.js'
import { textOf } from '../../programme/words.js'
import type { Work } from '../../storage/storage.js'
import { touchCards } from '../cards/cards.js'
import { memberText, record } from '../facts/facts.js'
import { freezesOver } from '../freezes/freezes.js'
import { firstTouch, partnerOf } from '../partners/partners.js'
import { type Marked, noteMarks } from '../risks/risks.js'
import { accept } from '../texts/texts.js'
import { isMetByNumber, judge, type RuleResult, type Stated, unsized, verdictOf } from './eligibility.js'
import { rulesMeasured } from './measured.js'
import {
  APPLICATION_CARD,
  type ApplicationRow,
  assertMove,
  lockApplication,
  move,
  ownStateText,
} from './moving.js'
import { assertNotTooOften } from './pace.js'
import { barringRejection, refuseBarred } from './reapplying.js'
import * as store from './store.js'
import { decideMove, ENDED, GUARDS, type Guard } from './transitions.js'

/** An answer as it was given, with the question as it was asked. */
export interface Answered {
  name: string
  label: Text
  value: Text
  /** For the reviewer's eyes, not for a card that a whole chat sees. */
  isPrivate: boolean
  /** The id of the file that was sent as the answer. */
  file?: string
}

export interface Submission {
  answers: Answered[]
  stated: Stated
  /** What else of it could stand in another person's application. */
  contact: Pick<Marked, 'email' | 'uid'>
  region: string | null
  guidelines: string
  disclosure: string
}

/**
 * The person's draft, begun where there is none; whose link they came by first stays with them. Refuses
 * `apply-open`, `apply-partner`, `apply-blocked`, `apply-too-soon`, `apply-never`.
 */
export async function draftOf(
  work: Work,
  member: number,
  source: string | undefined,
  policy: ApplicationPolicy,
): Promise<ApplicationRow> {
  const newest = await store.newestOf(work, member)
  if (newest?.state === 'draft') return newest
  await assertMayBegin(work, member, newest)
  // What was written before is not asked for again: an expired or withdrawn application is taken up.
  const answers = newest?.answers ?? toJson({})
  const begun = await store.insertDraft(work, {
    ...{ member, answers },
    source: (await firstTouch(work, member)) ?? source ?? null,
    dueAt: work.now + days(policy.draftDays),
  })
  if (!begun) return refuse('apply-open', { number: String(newest?.id ?? '') })
  await record(work, {
    kind: 'application-moved',
    actor: memberText(member),
    subject: `application:${begun.id}`,
    details: { transition: 'A1', from: 'none', to: 'draft', version: 1 },
  })
  return begun
}

async function assertMayBegin(work: Work, member: number, newest: ApplicationRow | undefined): Promise<void> {
  const isOpen = newest !== undefined && !ENDED.includes(newest.state)
  const barring = await barringRejection(work, [member])
  const holds: Guard[] = []
  if (!isOpen) holds.push('none-open')
  if (!(await partnerOf(work, member))) holds.push('not-partner')
  if (!(await isBlocked(work, member))) holds.push('not-blocked')
  if (!barring) holds.push('may-reapply')
  const verdict = decideMove('begin', { state: 'none', parts: new Set(['applicant']), holds: new Set(holds) })
  if (typeof verdict !== 'string') return
  if (barring && verdict === GUARDS['may-reapply']) return refuseBarred(barring, barring.id, 'applicant')
  return refuse(verdict, { number: String(newest?.id ?? '') })
}

/** A stop over the person is one over applying, too. */
async function isBlocked(work: Work, member: number): Promise<boolean> {
  return (await freezesOver(work, [memberText(member)])).size > 0
}

export function answersOf({ answers }: Pick<ApplicationRow, 'answers'>): Record<string, string> {
  return fromJson<Record<string, string>>(answers)
}

/** Writes down what was answered so far. Refuses `apply-no-draft`: it was sent, or is gone. */
export async function keepAnswers(
  work: Work,
  member: number,
  answers: Readonly<Record<string, string>>,
  policy: ApplicationPolicy,
): Promise<void> {
  const kept = await store.writeAnswers(work, member, toJson(answers), work.now + days(policy.draftDays))
  if (!kept) refuse('apply-no-draft')
}

/**
 * Sends the draft and screens it by the rules, all at once: afterwards it waits for a reviewer, for the
 * applicant (something is missing), or is rejected where the rules alone may do that. Refuses
 * `apply-no-draft`, `apply-often`, `apply-blocked`, `apply-too-soon`, `apply-never`, `apply-incomplete`.
 */
export async function submitDraft(
  work: Work,
  member: number,
  { answers, stated, contact, region, guidelines, disclosure }: Submission,
  { policy, digestKey }: { policy: ApplicationPolicy; digestKey: Uint8Array },
): Promise<ApplicationRow> {
  const draft = await store.newestOf(work, member)
  if (draft?.state !== 'draft') return refuse('apply-no-draft')
  const row = await lockApplication(work, draft.id)
  const rules = await rulesMeasured(work, row, judge(stated, policy.eligibility, work.now))
  const holds: Guard[] = ['accepted', 'not-too-often']
  if (stated.channels.length > 0) holds.push('complete')
  if (!(await isBlocked(work, member))) holds.push('not-blocked')
  // Nobody is told to wait who may not send at all.
  await assertMove(work, 'submit', row, member, holds)
  await assertNotTooOften(work, member, policy.limits, digestKey)
  const set = { region, guidelines, disclosure, submittedAt: work.now }
  const sent = await move(work, 'submit', row, member, {
    holds,
    set: { ...set, summary: toJson(answers), rules: toJson(rules) },
    effects: ({ id }) => noteMarks(work, id, { ...contact, ...placesOf(stated) }),
  })
  const versions = { guidelines, disclosure }
  await accept(work, member, ...ACCEPTED_KINDS.map((kind) => ({ kind, version: versions[kind] })))
  return screen(work, await move(work, 'screen', sent, 'system'), { rules, stated }, policy)
}

function placesOf({ channels, communities }: Stated): Pick<Marked, 'channels' | 'communities'> {
  const places = (lines: Stated['channels']) => lines.map(({ place }) => place)
  return { channels: places(channels), communities: places(communities) }
}

async function screen(
  work: Work,
  row: ApplicationRow,
  { rules, stated }: { rules: RuleResult[]; stated: Stated },
  policy: ApplicationPolicy,
): Promise<ApplicationRow> {
  const unfit = unfitFor(row, rules, policy)
  if (unfit !== undefined) return bar(work, row, unfit, policy)
  const missing = unsized(stated)
  const promise = hours(policy.answerHours)
  if (!isMetByNumber(rules) && missing.length > 0) {
    const questions = missing.map(({ place }) => text('application-asks-size', { place }))
    await store.insertRound(work, { application: row.id, questions: toJson(questions), askedBy: null })
    return move(work, 'lack', row, 'system', {
      holds: ['proof-missing'],
      set: { promiseLeft: promise, reminded: 0, dueAt: work.now + days(policy.infoDays) },
    })
  }
  return move(work, 'enqueue', row, 'system', {
    holds: ['passable'],
    set: { queuedAt: work.now, promisedAt: work.now + promise },
  })
}

/** The reason for which the rules alone turn this one away; the programme says whether they may. */
function unfitFor(
  { region }: ApplicationRow,
  rules: readonly RuleResult[],
  { screening }: ApplicationPolicy,
): string | undefined {
  if (region !== null && screening.blockedRegions.includes(region)) return screening.blockedReason
  // Nobody states less than they have.
  return verdictOf(rules) === 'fail' ? screening.belowReason : undefined
}

async function bar(
  work: Work,
  row: ApplicationRow,
  id: string,
  { reasons }: ApplicationPolicy,
): Promise<ApplicationRow> {
  const reason = must(
    reasons.find((one) => one.id === id),
    'a reason that the programme was checked for',
  )
  await store.insertDecision(work, {
    ...{ application: row.id, verdict: 'rejected', reason: id, by: null },
    reasonWords: toJson([textOf(reason.words), textOf(reason.next)]),
  })
  return move(work, 'bar', row, 'system', {
    holds: ['proven-unfit'],
    set: { reapplyAt: reapplyAt(reason, work.now) },
    details: { reason: id },
  })
}

/** The answer to what was asked; back to the queue, with the place it had. Refuses what the table refuses. */
export async function answerQuestions(
  work: Work,
  id: number,
  member: number,
  answer: string,
  policy: ApplicationPolicy,
): Promise<ApplicationRow> {
  const row = await lockApplication(work, id)
  const moved = await move(work, 'answer', row, member, {
    holds: ANSWERS,
    set: {
      revision: row.revision + 1,
      queuedAt: row.queuedAt ?? work.now,
      promisedAt: work.now + (row.promiseLeft ?? hours(policy.answerHours)),
      promiseLeft: null,
    },
    details: { revision: row.revision + 1 },
    async effects() {
      const last = must((await store.roundsOf(work, id)).at(-1), 'what was asked')
      await store.writeAnswer(work, id, last.number, answer)
    },
  })
  return moved
}

const ANSWERS = ['answers'] as const

/** All that {@link answerQuestions} would refuse, without writing: before anything is answered. */
export async function assertMayAnswer(work: Work, row: ApplicationRow, member: number): Promise<void> {
  await assertMove(work, 'answer', row, member, ANSWERS)
}

/** The applicant takes it back; no harm is done by it. */
export async function withdraw(work: Work, id: number, member: number): Promise<ApplicationRow> {
  return move(work, 'withdraw', await lockApplication(work, id), member, {
    set: { reviewer: null, promisedAt: null },
  })
}

/**
 * Once, and for a while after the rejection, the applicant may ask for another person's look. Refuses
 * `application-state`, `application-not-yours`, `application-appealed`, `application-appeal-late`.
 */
export async function appeal(
  work: Work,
  id: number,
  member: number,
  words: string,
  policy: ApplicationPolicy,
): Promise<ApplicationRow> {
  const row = await lockApplication(work, id)
  const number = String(id)
  assertMayAppeal(work, row, member, policy)
  await store.writeAppeal(work, id, words)
  await record(work, {
    kind: 'application-appealed',
    actor: memberText(member),
    subject: `application:${id}`,
  })
  await touchCards(work, APPLICATION_CARD, [number])
  return { ...row, appeal: words, appealedAt: work.now }
}

/** All that {@link appeal} would refuse, without writing. */
export function assertMayAppeal(
  { now }: Pick<Work, 'now'>,
  row: ApplicationRow,
  member: number,
  policy: ApplicationPolicy,
): void {
  const number = String(row.id)
  if (row.member !== member) refuse('application-not-yours', { number })
  const params = { number, state: ownStateText(row.state), who: 'none', name: '' }
  if (row.state !== 'rejected') refuse('application-state', params)
  if (row.appealedAt !== null) refuse('application-appealed', { number })
  if (now > row.changedAt + days(policy.appealDays)) refuse('application-appeal-late', { number })
}

/** Whether the person may appeal now. */
export function mayAppeal(row: ApplicationRow, now: number, policy: ApplicationPolicy): boolean {
  return row.state === 'rejected' && row.appealedAt === null && now <= row.changedAt + days(policy.appealDays)
}
