/**
 * Every change of an application's state goes through here: the table is asked, the row is changed only as it
 * was looked at, the fact is recorded, and its cards are drawn again.
 */
import { and, asc, eq, inArray } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { touchCards } from '../cards/cards.js'
import { lastHandOn, memberText, record } from '../facts/facts.js'
import { nameOf, numbersOf } from '../members/members.js'
import { recruitersOf } from '../partners/partners.js'
import { rivalsOf } from '../risks/risks.js'
import { grantsOf, type Held, reaches, regionsHeld } from '../roles/roles.js'
import { endProposal, openProposal } from './proposals.js'
import { type Barring, barringRejection, refuseBarred } from './reapplying.js'
import {
  type Act,
  decideMove,
  GUARDS,
  type Guard,
  type Part,
  type State,
  TRANSITIONS,
  type Transition,
} from './transitions.js'

export type ApplicationRow = Tables['applications']['$inferSelect']
type Change = Partial<Omit<ApplicationRow, 'id' | 'member' | 'state' | 'version' | 'changedAt'>>

/** The kind of a card of an application; its subject is the number. */
export const APPLICATION_CARD = 'application'

/** Roles that may decide about applications. */
export const REVIEWERS = ['admin', 'regional_manager', 'reviewer'] as const

const isReviewing = (role: string): boolean => REVIEWERS.some((one) => one === role)

/**
 * Whether a person may review applications of a region (null: of none). The one place that knows how far a
 * reviewer's right reaches.
 */
export async function mayReview(work: Work, member: number, region: string | null): Promise<boolean> {
  const grants = await grantsOf(work, member)
  return REVIEWERS.some((role) => reaches(grants, role, region))
}

/** The regions whose applications a person may review; undefined: all, and those of none. */
export async function regionsReviewed(work: Work, member: number): Promise<string[] | undefined> {
  return regionsHeld(await grantsOf(work, member), REVIEWERS)
}

/** Who does it: a person, or nobody (a clock, a rule). */
export type Mover = number | 'system'

export interface Move {
  /** Guards that hold besides those that follow from the row. */
  holds?: readonly Guard[]
  set?: Change
  /** For the record; nothing personal, for it can never be erased. */
  details?: Record<string, unknown>
  /** What else belongs to it and is locked before the facts. */
  effects?(moved: ApplicationRow): Promise<void>
}

/** Refuses `application-unknown`. Nobody else changes it until the commit. */
export async function lockApplication(work: Work, id: number): Promise<ApplicationRow> {
  const { applications } = work.t
  const [row] = await work.lock(work.db.select().from(applications).where(eq(applications.id, id)))
  return row ?? refuse('application-unknown', { number: String(id) })
}

/**
 * Nobody else changes any of these until the commit, whichever of them there are. Whoever does something with
 * several locks them all by this before the first fact, and comes to each in an order of their own.
 */
export async function lockApplications(work: Work, ids: readonly number[]): Promise<void> {
  const { applications } = work.t
  await work.lock(
    work.db
      .select({ id: applications.id })
      .from(applications)
      .where(inArray(applications.id, [...ids]))
      .orderBy(asc(applications.id)),
  )
}

/**
 * Moves an application, as it was looked at. Refuses what the table refuses (see `transitions.ts`) and
 * `application-moved-on` where somebody else was faster.
 */
export async function move(
  work: Work,
  act: Act,
  row: ApplicationRow,
  by: Mover,
  { holds = [], set = {}, details = {}, effects }: Move = {},
): Promise<ApplicationRow> {
  const verdict = await assertMove(work, act, row, by, holds)
  const moved = await compareAndSet(work, row, verdict.to, set)
  await effects?.(moved)
  if (row.state === 'in_review')
    await endProposal(work, row.id, { end: 'gone', by: by === 'system' ? null : by })
  await record(work, {
    kind: 'application-moved',
    actor: by === 'system' ? 'system' : memberText(by),
    subject: `application:${row.id}`,
    details: { transition: verdict.id, from: row.state, to: verdict.to, version: moved.version, ...details },
  })
  await touchCards(work, APPLICATION_CARD, [String(row.id)])
  return moved
}

const HELD = 'application-held'
const UNBARRED = ['may-reapply', 'not-barred'] as const

/** What keeps the person from applying, looked for where it is asked for. */
async function barringOf(work: Work, act: Act, { id, member }: ApplicationRow): Promise<Barring | undefined> {
  const { guards }: Transition = TRANSITIONS[act]
  const isAsked = UNBARRED.some((guard) => guards.includes(guard))
  if (!isAsked) return undefined
  // Of two whose appeals are open each would bar the other for ever; when it is approved, both count again.
  return barringRejection(work, [member], { but: id, appealed: act !== 'uphold' })
}

/** All that {@link move} would refuse by the table, without writing. Answers where it leads. */
export async function assertMove(
  work: Work,
  act: Act,
  row: ApplicationRow,
  by: Mover,
  holds: readonly Guard[] = [],
) {
  const parts = await partsOf(work, row, by)
  const barring = await barringOf(work, act, row)
  const verdict = decideMove(act, {
    state: row.state,
    parts,
    holds: new Set([...holds, ...leaseOf(row, work.now), ...(barring ? [] : UNBARRED)]),
  })
  if (typeof verdict !== 'string') return verdict
  if (barring && verdict === GUARDS['may-reapply']) return refuseBarred(barring, row.id, 'applicant')
  if (barring && verdict === GUARDS['not-barred']) return refuseBarred(barring, row.id, 'staff')
  if (verdict === HELD) return refuse(HELD, await heldBy(work, row, by))
  return refuse(verdict, {
    ...(await overtakenBy(work, row, by)),
    ...(by === row.member ? { state: ownStateText(row.state) } : {}),
  })
}

/**
 * What a refusal tells of an application that is not as it was looked at: to staff who may look at it, or
 * confirm its approval, also who was the last of them to do something about it.
 */
export async function overtakenBy(
  work: Work,
  row: ApplicationRow,
  by: Mover,
): Promise<Record<string, string | Text>> {
  const last = by !== 'system' && (await mayKnow(work, row, by)) ? await lastHand(work, row) : undefined
  return last === undefined ? paramsOf(row) : { ...paramsOf(row), who: 'known', name: last }
}

/** What the refusal of another's application tells: whose it is, to those who may look at it. */
export async function heldBy(
  work: Work,
  row: ApplicationRow,
  by: Mover,
): Promise<Record<string, string | Text>> {
  const holder = row.state === 'in_review' ? row.reviewer : null
  const isTold = holder !== null && holder !== by && by !== 'system' && (await mayKnow(work, row, by))
  return isTold ? { ...paramsOf(row), who: 'known', name: await nameOf(work, holder) } : paramsOf(row)
}

/** The name of whoever of the staff did something last; none where it was the applicant, or time. */
async function lastHand(work: Work, { id, member }: ApplicationRow): Promise<string | undefined> {
  const last = await lastHandOn(work, `application:${id}`)
  const isStaff = last !== undefined && !(await numbersOf(work, member)).includes(last)
  return isStaff ? nameOf(work, last) : undefined
}

/** Staff who may look at it, and whoever could be a second person: neither has to do with the applicant. */
export async function mayKnow(work: Work, row: ApplicationRow, by: number): Promise<boolean> {
  const parts = await partsOf(work, row, by)
  if (parts.has('reviewer')) return true
  if ((['applicant', 'recruiter', 'rival'] as const).some((part) => parts.has(part))) return false
  const grants = await grantsOf(work, by)
  return COSIGNERS.some((role) => reaches(grants, role, row.region))
}

async function compareAndSet(
  work: Work,
  { id, state, version }: ApplicationRow,
  to: State,
  set: Change,
): Promise<ApplicationRow> {
  const { applications } = work.t
  const [moved] = await work.db
    .update(applications)
    .set({ dueAt: null, ...set, state: to, version: version + 1, changedAt: work.now })
    .where(and(eq(applications.id, id), eq(applications.state, state), eq(applications.version, version)))
    .returning()
  return moved ?? refuse('application-moved-on', { number: String(id) })
}

/** A lease holds until its moment; whoever gives back what is theirs needs none. */
function leaseOf({ state, dueAt }: ApplicationRow, now: number): Guard[] {
  if (state !== 'in_review') return []
  return (dueAt ?? 0) > now ? ['lease-live', 'given-back'] : ['given-back']
}

/** What somebody is to an application. Whose it is, is nothing else to it. */
export async function partsOf(work: Work, row: ApplicationRow, by: Mover): Promise<Set<Part>> {
  if (by === 'system') return new Set(['system'])
  if (by === row.member) return new Set(['applicant'])
  if ((await recruitersOf(work, row)).includes(by)) return new Set(['recruiter'])
  if ((await rivalsOf(work, row)).includes(by)) return new Set(['rival'])
  const grants = await grantsOf(work, by)
  const parts = new Set<Part>()
  if (await mayCosign(work, row, by, grants)) parts.add('cosigner')
  if (!REVIEWERS.some((role) => reaches(grants, role, row.region))) {
    return grants.some(({ role }) => isReviewing(role)) ? parts.add('elsewhere') : parts
  }
  parts.add('reviewer')
  if (reaches(grants, 'admin', row.region)) parts.add('admin').add('manager')
  if (reaches(grants, 'regional_manager', row.region)) parts.add('manager')
  if (row.state === 'in_review' && row.reviewer === by) parts.add('holder')
  if (!(await hasDecided(work, row.id, by))) parts.add('second')
  return parts
}

/**
 * That somebody may look at an application as staff do: whatever shows something of one asks here first.
 * Refuses `application-own`, `application-recruited`, `application-rival`, `application-other-region`,
 * `application-not-yours`.
 */
export async function assertMayLook(work: Work, row: ApplicationRow, by: number): Promise<void> {
  const parts = await partsOf(work, row, by)
  if (parts.has('reviewer') || parts.has('cosigner')) return
  const number = String(row.id)
  if (parts.has('applicant')) refuse('application-own', { number })
  if (parts.has('recruiter')) refuse('application-recruited', { number })
  if (parts.has('rival')) refuse('application-rival', { number })
  refuse(parts.has('elsewhere') ? 'application-other-region' : 'application-not-yours', { number })
}

/** Roles that confirm what weighs too much for one person. */
export const COSIGNERS = ['admin', 'risk_officer'] as const

/** Whether somebody may confirm or decline the approval that waits, having had no part in it. */
async function mayCosign(
  work: Work,
  row: ApplicationRow,
  by: number,
  grants: readonly Held[],
): Promise<boolean> {
  if (row.state !== 'in_review' || row.reviewer === by) return false
  if (!COSIGNERS.some((role) => reaches(grants, role, row.region))) return false
  const proposal = await openProposal(work, row.id)
  return proposal !== undefined && proposal.by !== by && !(await hasDecided(work, row.id, by))
}

/** Whether somebody took part in a decision about it, under whichever of their numbers. */
async function hasDecided(work: Work, application: number, member: number): Promise<boolean> {
  const { applicationDecisions } = work.t
  const numbers = await numbersOf(work, member)
  const [row] = await work.db
    .select({ number: applicationDecisions.number })
    .from(applicationDecisions)
    .where(and(eq(applicationDecisions.application, application), inArray(applicationDecisions.by, numbers)))
    .limit(1)
  return row !== undefined
}

/** What any refusal about an application may tell. */
function paramsOf({ id, state }: ApplicationRow): Record<string, string | Text> {
  return { number: String(id), state: stateText(state), who: 'none' }
}

export function stateText(state: State): Text {
  return text(`application-is-${state}`)
}

/** The same, said to the applicant. */
export function ownStateText(state: State): Text {
  return state === 'needs_info' ? text('application-own-needs_info') : stateText(state)
}
