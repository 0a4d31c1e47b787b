/** Cases of two people who turn out to be one: nobody decides about themself, and two people stay two. */
import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { Again } from '../../kit/again.js'
import type { Work } from '../../storage/storage.js'
import { touchCards } from '../cards/cards.js'
import { record } from '../facts/facts.js'
import { CASE_CARD, type CaseRow, compareAndSet } from './moving.js'
import * as store from './store.js'

/** Proposals by these people, or about them. */
function proposalsOf(work: Work, people: readonly number[]) {
  const { cases, partners } = work.t
  const theirs = work.db
    .select({ id: partners.id })
    .from(partners)
    .where(inArray(partners.member, [...people]))
  const isTheirs = or(inArray(cases.proposedBy, [...people]), inArray(cases.partner, theirs))
  return work.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(isNotNull(cases.proposal), isTheirs))
    .orderBy(asc(cases.id))
}

/** Nobody else changes proposals by these people, or about them, until the commit. Answers the cases. */
export async function lockCasesOf(work: Work, people: readonly number[]): Promise<number[]> {
  const rows = await work.lock(proposalsOf(work, people))
  return rows.map(({ id }) => id)
}

/** A proposal that came before they were seized is locked by beginning anew: cases come before people. */
export async function assertCasesLocked(
  work: Work,
  people: readonly number[],
  locked: readonly number[],
): Promise<void> {
  const rows = await proposalsOf(work, people)
  if (rows.some(({ id }) => !locked.includes(id))) throw new Again('a case was proposed meanwhile')
}

/**
 * What waits was proposed by the number that stays, so that no account of the same person agrees to it; a
 * proposal about themself, or in a case that they reported, is none any more. Deeds keep the number under
 * which they were done. Answers the cases whose proposal went. The rows are locked, the ledger is done with:
 * this records facts.
 */
export async function joinCases(work: Work, gone: number, stays: number): Promise<number[]> {
  const { cases, partners } = work.t
  await work.db.update(cases).set({ proposedBy: stays }).where(eq(cases.proposedBy, gone))
  const rows = await work.db
    .select({ row: cases, member: partners.member })
    .from(cases)
    .innerJoin(partners, eq(partners.id, cases.partner))
    .where(eq(cases.proposedBy, stays))
    .orderBy(asc(cases.id))
  const dropped: number[] = []
  for (const { row, member } of rows) {
    if (member !== stays && !(await store.hasReported(work, row.id, stays))) continue
    await drop(work, row)
    dropped.push(row.id)
  }
  return dropped
}

async function drop(work: Work, row: CaseRow): Promise<void> {
  const { dueAt } = row
  const moved = await compareAndSet(work, row, { dueAt, proposal: null, proposedBy: null })
  await store.insertDeed(work, row.id, { deed: 'declined', by: null })
  await record(work, {
    kind: 'case-declined',
    actor: 'system',
    subject: `case:${row.id}`,
    details: { version: moved.version, because: 'people-joined' },
  })
  await touchCards(work, CASE_CARD, [String(row.id)])
}
