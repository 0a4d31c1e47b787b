/** Applications of two people who turn out to be one: one history, and one that is open. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import { type ApplicationRow, lockApplications, move } from './moving.js'
import { type Barring, barringRejection } from './reapplying.js'
import { ENDED } from './transitions.js'

/** Why an application was withdrawn that was one too many, as the fact says it. */
export const JOINED = 'people-joined'

/** Nobody else changes what two people have applied for, or hold as reviewers, until the commit. */
export async function lockApplicationsOf(work: Work, people: readonly number[]): Promise<void> {
  const ids = [...new Set([...(await mineOf(work, people)), ...(await heldOf(work, people))])]
  if (ids.length > 0) await lockApplications(work, ids)
}

async function mineOf(work: Work, people: readonly number[]): Promise<number[]> {
  const { applications } = work.t
  const rows = await work.db
    .select({ id: applications.id })
    .from(applications)
    .where(inArray(applications.member, [...people]))
  return rows.map(({ id }) => id)
}

async function heldOf(work: Work, people: readonly number[]): Promise<number[]> {
  const { applications } = work.t
  const rows = await work.db
    .select({ id: applications.id })
    .from(applications)
    .where(inArray(applications.reviewer, [...people]))
  return rows.map(({ id }) => id)
}

/** Open applications of two people that cannot go on when they are one. */
export interface Surplus {
  rows: ApplicationRow[]
  /** The rejection of one of the two that holds for both: none of their applications goes on. */
  barring?: Barring
}

/**
 * Which open application of two people goes on when they are one: none where the person is a partner, nor
 * where one of the two was rejected and may not apply again yet, or ever; else the one that was sent, of two
 * the earlier. The others are to be withdrawn.
 */
export async function surplusOf(work: Work, people: readonly number[], isPartner: boolean): Promise<Surplus> {
  const { applications } = work.t
  const rows = await work.db
    .select()
    .from(applications)
    .where(inArray(applications.member, [...people]))
    .orderBy(asc(applications.id))
  const open = rows.filter(({ state }) => !ENDED.includes(state))
  const rank = ({ submittedAt }: ApplicationRow) => submittedAt ?? Number.MAX_SAFE_INTEGER
  const sorted = [...open].sort((a, b) => rank(a) - rank(b) || a.id - b.id)
  const barring = await barringRejection(work, people)
  if (barring) return { rows: sorted, barring }
  return { rows: sorted.slice(isPartner ? 0 : 1) }
}

/**
 * Withdraws what is one too many, as the applicant could; the rest is the number's that stays. An application
 * that a person would have to decide about themself goes back to the queue. Answers what was withdrawn. The
 * rows are locked, the ledger is done with: this records facts.
 */
export async function joinApplications(
  work: Work,
  { gone, stays, isPartner }: { gone: number; stays: number; isPartner: boolean },
): Promise<Surplus> {
  const surplus = await surplusOf(work, [gone, stays], isPartner)
  const rejected = surplus.barring?.id
  const details = { because: JOINED, ...(rejected === undefined ? {} : { rejected }) }
  for (const row of surplus.rows) {
    await move(work, 'withdraw', row, row.member, { set: { reviewer: null, promisedAt: null }, details })
  }
  const { applications } = work.t
  await work.db.update(applications).set({ member: stays }).where(eq(applications.member, gone))
  await work.db.update(applications).set({ reviewer: stays }).where(eq(applications.reviewer, gone))
  const { applicationProposals: proposals } = work.t
  await work.db.update(proposals).set({ by: stays }).where(eq(proposals.by, gone))
  const own = await work.db
    .select()
    .from(applications)
    .where(and(eq(applications.member, stays), eq(applications.reviewer, stays)))
  for (const row of own) {
    if (row.state === 'in_review') await move(work, 'release', row, 'system', { set: { reviewer: null } })
    else await work.db.update(applications).set({ reviewer: null }).where(eq(applications.id, row.id))
  }
  return surplus
}
