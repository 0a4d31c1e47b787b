/** Queries about what happened to applications. */
import { and, asc, eq, gte, notInArray, or } from 'drizzle-orm'
import { fromJson } from '../../kit/json.js'
import { among, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import type { VERDICTS } from '../../storage/tables/applications.js'
import { ENDED, JOINED } from '../applications/applications.js'
import type { Counted } from './counting.js'

/** Whatever may have happened at a moment or later, and what is open. Without decisions. */
export async function movedSince({ db, t }: Work, since: number): Promise<Omit<Counted, 'decisions'>[]> {
  const { id, member, source, region, state, startedAt, submittedAt, changedAt } = t.applications
  return db
    .select({ id, member, source, region, state, startedAt, submittedAt, changedAt })
    .from(t.applications)
    .where(or(gte(changedAt, since), notInArray(state, [...ENDED])))
    .orderBy(asc(id))
}

interface Decided {
  application: number
  verdict: (typeof VERDICTS)[number]
  by: number | null
  at: number
}

/** What was decided about some, the oldest first. */
export async function decisionsAbout({ db, t }: Work, ids: readonly number[]): Promise<Decided[]> {
  const { application, number, verdict, by, at } = t.applicationDecisions
  return db
    .select({ application, verdict, by, at })
    .from(t.applicationDecisions)
    .where(among(application, listOf(ids)))
    .orderBy(asc(application), asc(number))
}

/** The answers of some drafts, as JSON. */
export async function draftAnswers(
  { db, t }: Work,
  ids: readonly number[],
): Promise<{ id: number; answers: string }[]> {
  const { id, answers } = t.applications
  return db
    .select({ id, answers })
    .from(t.applications)
    .where(among(id, listOf(ids)))
}

/** Which of some ended because two people turned out to be one: the other application stands for both. */
export async function joinedAway({ db, t }: Work, ids: readonly number[]): Promise<Set<number>> {
  const { kind, subject, details } = t.facts
  const subjects = listOf(ids.map((id) => `application:${id}`))
  const rows = await db
    .select({ subject, details })
    .from(t.facts)
    .where(and(among(subject, subjects), eq(kind, 'application-moved')))
  const joined = rows.filter((row) => fromJson<{ because?: string }>(row.details).because === JOINED)
  return new Set(joined.map((row) => Number(row.subject.slice('application:'.length))))
}
