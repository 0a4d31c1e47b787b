/** The reviewer's side: take, give back, ask, decide. Never speaks. */
import { Again } from '../../kit/again.js'
import { fromJson, toJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import { type ApplicationPolicy, days, hours, type Reason, reapplyAt } from '../../programme/applications.js'
import { textOf } from '../../programme/words.js'
import type { Work } from '../../storage/storage.js'
import { touchCards } from '../cards/cards.js'
import { memberText, record } from '../facts/facts.js'
import { partnerOf } from '../partners/partners.js'
import { lookedAt, type RuleName, type RuleResult } from './eligibility.js'
import {
  APPLICATION_CARD,
  type ApplicationRow,
  assertMove,
  heldBy,
  lockApplication,
  mayReview,
  move,
  overtakenBy,
  partsOf,
  regionsReviewed,
} from './moving.js'
import * as store from './store.js'
import { ENDED, type Guard } from './transitions.js'

const MINUTE_MS = 60_000

export function rulesOf({ rules }: Pick<ApplicationRow, 'rules'>): RuleResult[] {
  return fromJson<RuleResult[]>(rules)
}

/** The lease of a reviewer: until when they have it to themself. */
export function leaseUntil(work: Work, { leaseMinutes }: ApplicationPolicy): number {
  return work.now + leaseMinutes * MINUTE_MS
}

/** A reviewer takes one. Refuses what the table refuses: held by another, their own, decided before. */
export async function take(
  work: Work,
  id: number,
  reviewer: number,
  policy: ApplicationPolicy,
): Promise<ApplicationRow> {
  const row = await lockApplication(work, id)
  if (row.state === 'in_review' && row.reviewer === reviewer) return row
  if (row.state === 'in_review') return refuse('application-held', await heldBy(work, row, reviewer))
  return move(work, 'take', row, reviewer, { set: { reviewer, dueAt: leaseUntil(work, policy) } })
}

/**
 * What a reviewer has in hand, else the next of the queue that they may take; undefined where there is none.
 */
export async function takeNext(
  work: Work,
  reviewer: number,
  policy: ApplicationPolicy,
): Promise<ApplicationRow | undefined> {
  const [held] = await store.heldBy(work, reviewer)
  const isLive = held !== undefined && (held.dueAt ?? 0) > work.now
  if (isLive && (await partsOf(work, held, reviewer)).has('holder')) return held
  const regions = await regionsReviewed(work, reviewer)
  if (regions?.length === 0) return undefined
  let highest = 0
  for await (const queued of store.queue(work, reviewer, regions)) {
    if (!(await partsOf(work, queued, reviewer)).has('second')) continue
    const asker = await askerOf(work, queued)
    if (asker && asker.member !== reviewer) continue
    // The queue is no order of locks: nobody waits for a lower number with a higher one in hand.
    if (queued.id < highest) throw new Again('the next of the queue was taken by another meanwhile')
    highest = queued.id
    const row = await lockApplication(work, queued.id)
    // Another reviewer was faster.
    if (row.state !== 'queued') continue
    return move(work, 'take', row, reviewer, { set: { reviewer, dueAt: leaseUntil(work, policy) } })
  }
  return undefined
}

/** So long an answer waits for whoever asked, before `/review` gives it to anybody. */
const ASKER_FIRST_MS = 24 * 3_600_000

/**
 * Who asked what has been answered and is to have it first, and until when: as long as they may, not for
 * ever, and never beyond the promise.
 */
export async function askerOf(
  work: Work,
  { state, reviewer, region, changedAt, promisedAt }: ApplicationRow,
): Promise<{ member: number; until: number } | undefined> {
  if (state !== 'queued' || reviewer === null) return undefined
  const until = Math.min(changedAt + ASKER_FIRST_MS, promisedAt ?? Infinity)
  return until > work.now && (await mayReview(work, reviewer, region))
    ? { member: reviewer, until }
    : undefined
}

/** Given back: by who has it, or taken away by an admin. */
export async function release(work: Work, id: number, by: number): Promise<ApplicationRow> {
  return move(work, 'release', await lockApplication(work, id), by, { set: { reviewer: null } })
}

/** Asks the applicant; the clock of the promise stands still meanwhile. */
export async function askApplicant(
  work: Work,
  { id, version, by, questions }: Decided & { questions: readonly string[] },
  policy: ApplicationPolicy,
): Promise<ApplicationRow> {
  const row = await lockedAt(work, { id, version, by })
  // Rounds of before have plain strings here, and are shown like what anybody typed.
  const list = questions.map((said) => text('form-literal', { value: { said } }))
  return move(work, 'ask', row, by, {
    holds: questions.length > 0 ? ['asks'] : [],
    set: {
      promiseLeft: Math.max(0, (row.promisedAt ?? work.now + hours(policy.answerHours)) - work.now),
      promisedAt: null,
      reminded: 0,
      dueAt: work.now + days(policy.infoDays),
    },
    effects: () => store.insertRound(work, { application: id, questions: toJson(list), askedBy: by }),
  })
}

/** A decision about an application as somebody saw it. */
export interface Decided {
  id: number
  /** Of the application when it was looked at. */
  version: number
  by: number
}

/** Refuses `application-changed` where it is not any more what was looked at, but still to be decided. */
export async function lockedAt(work: Work, { id, version, by }: Decided): Promise<ApplicationRow> {
  const row = await lockApplication(work, id)
  await assertUnchanged(work, row, { version, by })
  return row
}

/** Refuses `application-changed`, as {@link lockedAt} does. */
export async function assertUnchanged(
  work: Work,
  row: ApplicationRow,
  { version, by }: Omit<Decided, 'id'>,
): Promise<void> {
  if (row.state === 'in_review' && row.version !== version)
    refuse('application-changed', await overtakenBy(work, row, by))
}

/** What a reviewer does with words of theirs, and what these words are to the table. */
const WORDED = { ask: 'asks', reject: 'reasoned', invite: 'noted', debrief: 'noted' } as const

/** All that is refused whatever the words are, without writing: before any are asked for. */
export async function assertStill(
  work: Work,
  act: keyof typeof WORDED,
  { id, version, by }: Omit<Decided, 'version'> & { version?: number },
): Promise<void> {
  const row = (await store.byId(work, id)) ?? refuse('application-unknown', { number: String(id) })
  if (version !== undefined) await assertUnchanged(work, row, { version, by })
  await assertMove(work, act, row, by, [WORDED[act]])
}

/** Refuses `reason-unknown`. */
export function reasonNamed({ reasons }: ApplicationPolicy, id: string): Reason {
  return reasons.find((one) => one.id === id) ?? refuse('reason-unknown', { typed: id })
}

/** What is told of a reason: what it is, and what would change it. */
export function reasonWords({ words, next }: Reason): Text[] {
  return [textOf(words), textOf(next)]
}

export async function reject(
  work: Work,
  { id, version, by, reason, note }: Decided & { reason: Reason; note?: string },
): Promise<ApplicationRow> {
  const row = await lockedAt(work, { id, version, by })
  return move(work, 'reject', row, by, {
    holds: ['reasoned'],
    set: {
      ...{ promisedAt: null, reapplyAt: reapplyAt(reason, work.now) },
      // An appeal that was upheld was of another rejection: this one can be appealed, too.
      ...{ appeal: null, appealedAt: null, appealDecidedAt: null },
    },
    details: { reason: reason.id },
    effects: () =>
      store.insertDecision(work, {
        ...{ application: id, verdict: 'rejected', reason: reason.id, by },
        reasonWords: toJson(reasonWords(reason)),
        ...(note === undefined ? {} : { note }),
      }),
  })
}

/** Takes it, unless it is in hand, and rejects it. Refuses what taking and rejecting refuse. */
export async function rejectUnheld(
  work: Work,
  { id, by, reason }: Pick<Decided, 'id' | 'by'> & { reason: Reason },
  policy: ApplicationPolicy,
): Promise<ApplicationRow> {
  const { version } = await take(work, id, by, policy)
  return reject(work, { id, version, by, reason })
}

/** Whoever has it has looked at the evidence of a rule. Refuses `application-held`, `application-own`. */
export async function checkRule(
  work: Work,
  { id, rule, isSo, by }: { id: number; rule: RuleName; isSo: boolean; by: number },
): Promise<ApplicationRow> {
  const row = await lockApplication(work, id)
  const number = String(id)
  const parts = await partsOf(work, row, by)
  if (parts.has('applicant')) refuse('application-own', { number })
  if (!parts.has('holder')) refuse('application-held', await heldBy(work, row, by))
  const rules = toJson(lookedAt(rulesOf(row), rule, { isSo, by, at: work.now }))
  await store.writeRules(work, id, rules)
  await record(work, {
    kind: 'application-checked',
    actor: memberText(by),
    subject: `application:${id}`,
    details: { rule, isSo },
  })
  await touchCards(work, APPLICATION_CARD, [number])
  return { ...row, rules }
}

/**
 * Upheld: back to the queue, for somebody else. Refuses what the table refuses; also where the applicant has
 * gone on meanwhile, for a person has one application, and a partner none.
 */
export async function upholdAppeal(
  work: Work,
  id: number,
  by: number,
  policy: ApplicationPolicy,
): Promise<ApplicationRow> {
  const row = await lockApplication(work, id)
  const holds: Guard[] = row.appealedAt !== null && row.appealDecidedAt === null ? ['appealed'] : []
  if (await isAlone(work, row)) holds.push('alone')
  return move(work, 'uphold', row, by, {
    holds,
    set: {
      ...{ appealDecidedAt: work.now, reapplyAt: null, reviewer: null, queuedAt: work.now },
      promisedAt: work.now + hours(policy.answerHours),
    },
    async effects() {
      await store.insertDecision(work, { application: id, verdict: 'appeal-upheld', by })
      await store.deleteEscalations(work, id)
    },
  })
}

export function isAppealOpen({ state, appealedAt, appealDecidedAt }: ApplicationRow): boolean {
  return state === 'rejected' && appealedAt !== null && appealDecidedAt === null
}

/** Whether its applicant has no other that is open, and is no partner. */
async function isAlone(work: Work, { member }: ApplicationRow): Promise<boolean> {
  const newest = await store.newestOf(work, member)
  const isOpen = newest !== undefined && !ENDED.includes(newest.state)
  return !isOpen && (await partnerOf(work, member)) === undefined
}

/** The rejection stands. Refuses `application-own`, `application-appeal-other`, `application-no-appeal`. */
export async function refuseAppeal(work: Work, id: number, by: number): Promise<ApplicationRow> {
  const row = await lockApplication(work, id)
  const number = String(id)
  const parts = await partsOf(work, row, by)
  if (parts.has('applicant')) refuse('application-own', { number })
  if (!parts.has('second')) refuse('application-appeal-other', { number })
  if (!isAppealOpen(row)) refuse('application-no-appeal', await overtakenBy(work, row, by))
  await store.writeAppealDecided(work, id)
  await store.insertDecision(work, { application: id, verdict: 'appeal-refused', by })
  await record(work, {
    kind: 'application-appeal-refused',
    actor: memberText(by),
    subject: `application:${id}`,
  })
  await touchCards(work, APPLICATION_CARD, [number])
  return { ...row, appealDecidedAt: work.now }
}

/** The talk is over: whoever led it has the application in hand, with what came of it. */
export async function debrief(
  work: Work,
  id: number,
  by: number,
  outcome: string,
  policy: ApplicationPolicy,
): Promise<ApplicationRow> {
  return move(work, 'debrief', await lockApplication(work, id), by, {
    holds: ['noted'],
    set: { reviewer: by, dueAt: leaseUntil(work, policy) },
    effects: async () => {
      const questions = toJson([text('application-outcome', { outcome: { said: outcome } })])
      await store.insertRound(work, { application: id, questions, askedBy: by })
    },
  })
}
