/** Queries about applications. */
import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  max,
  min,
  ne,
  notInArray,
  or,
  type SQL,
} from 'drizzle-orm'
import { countAll } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import type { VERDICTS } from '../../storage/tables/applications.js'
import type { Tables } from '../../storage/tables.js'
import type { ApplicationRow } from './moving.js'
import { ENDED } from './transitions.js'

type DecisionRow = Tables['applicationDecisions']['$inferSelect']
type RoundRow = Tables['applicationRounds']['$inferSelect']

export async function byId(work: Work, id: number): Promise<ApplicationRow | undefined> {
  const { applications } = work.t
  const [row] = await work.db.select().from(applications).where(eq(applications.id, id))
  return row
}

/** The newest of a person: the open one, where there is one. */
export async function newestOf(work: Work, member: number): Promise<ApplicationRow | undefined> {
  const { applications } = work.t
  const [row] = await work.db
    .select()
    .from(applications)
    .where(eq(applications.member, member))
    // Of two people who turned out to be one it may be the older.
    .orderBy(desc(notInArray(applications.state, [...ENDED])), desc(applications.id))
    .limit(1)
  return row
}

/** Undefined where the person has an open one already. */
export async function insertDraft(
  work: Work,
  draft: Pick<ApplicationRow, 'member' | 'source' | 'answers' | 'dueAt'>,
): Promise<ApplicationRow | undefined> {
  const [row] = await work.db
    .insert(work.t.applications)
    .values({ ...draft, state: 'draft', version: 1, startedAt: work.now, changedAt: work.now })
    .onConflictDoNothing()
    .returning()
  return row
}

/** The answers of a draft so far; false where it is no draft any more. */
export async function writeAnswers(
  work: Work,
  member: number,
  answers: string,
  dueAt: number,
): Promise<boolean> {
  const { applications } = work.t
  const kept = await work.db
    .update(applications)
    .set({ answers, changedAt: work.now, dueAt })
    .where(and(eq(applications.member, member), eq(applications.state, 'draft')))
    .returning({ id: applications.id })
  return kept.length > 0
}

export async function writeRules(work: Work, id: number, rules: string): Promise<void> {
  const { applications } = work.t
  await work.db.update(applications).set({ rules }).where(eq(applications.id, id))
}

/** Rows that are looked at in one query. */
const AT_ONCE = 50

/**
 * The queue of some regions (undefined: all, and what has none), the oldest first, to its end: somebody may
 * be barred from any number of the oldest. What they are to have back comes first for them.
 */
export async function* queue(
  work: Work,
  member: number,
  regions: readonly string[] | undefined,
): AsyncGenerator<ApplicationRow> {
  const { reviewer } = work.t.applications
  const others = or(isNull(reviewer), ne(reviewer, member))
  for (const part of [eq(reviewer, member), others]) {
    let last: Pick<ApplicationRow, 'queuedAt' | 'id'> | undefined
    do {
      const rows = await queuePage(work, { member, regions, part, last })
      yield* rows
      last = rows.length < AT_ONCE ? undefined : rows.at(-1)
    } while (last)
  }
}

async function queuePage(
  { db, t: { applications: t } }: Work,
  { member, regions, part, last }: QueuePart,
): Promise<ApplicationRow[]> {
  const there = regions && inArray(t.region, [...regions])
  const at = last?.queuedAt ?? 0
  const after = last && or(gt(t.queuedAt, at), and(eq(t.queuedAt, at), gt(t.id, last.id)))
  return db
    .select()
    .from(t)
    .where(and(eq(t.state, 'queued'), ne(t.member, member), there, part, after))
    .orderBy(asc(t.queuedAt), asc(t.id))
    .limit(AT_ONCE)
}

interface QueuePart {
  member: number
  regions: readonly string[] | undefined
  part: SQL | undefined
  /** The last of the page before. */
  last: Pick<ApplicationRow, 'queuedAt' | 'id'> | undefined
}

/** What somebody has in their hands. */
export async function heldBy(work: Work, member: number): Promise<ApplicationRow[]> {
  const { applications } = work.t
  return work.db
    .select()
    .from(applications)
    .where(and(eq(applications.state, 'in_review'), eq(applications.reviewer, member)))
    .orderBy(asc(applications.dueAt))
}

/** Applications that wait to be taken, by region (null: of none), with the moment of the oldest. */
export interface Waiting {
  region: string | null
  count: number
  oldest: number
}

export async function waitingByRegion({ db, t }: Work): Promise<Waiting[]> {
  const { region, state, queuedAt } = t.applications
  const rows = await db
    .select({ region, count: countAll(), oldest: min(queuedAt) })
    .from(t.applications)
    .where(eq(state, 'queued'))
    .groupBy(region)
  return rows.map(({ oldest, ...row }) => ({ ...row, oldest: oldest ?? 0 }))
}

/** Rejections whose appeal nobody has decided, the longest waiting first. */
export async function openAppeals(work: Work): Promise<ApplicationRow[]> {
  const { applications } = work.t
  return work.db
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.state, 'rejected'),
        isNotNull(applications.appealedAt),
        isNull(applications.appealDecidedAt),
      ),
    )
    .orderBy(asc(applications.appealedAt), asc(applications.id))
    .limit(OPEN_MOST)
}

/**
 * Appeals of a person that nobody has decided go to another region; answers their numbers. What the person
 * has applied for is locked.
 */
export async function moveAppeals({ db, t }: Work, member: number, region: string): Promise<number[]> {
  const { applications } = t
  const rows = await db
    .update(applications)
    .set({ region })
    .where(
      and(
        eq(applications.member, member),
        eq(applications.state, 'rejected'),
        isNotNull(applications.appealedAt),
        isNull(applications.appealDecidedAt),
      ),
    )
    .returning({ id: applications.id })
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

/** Numbers of those that time ends, at most so many, after `after`; only what changed since a moment. */
export async function due(work: Work, after: number, since: number, most: number): Promise<number[]> {
  const { applications } = work.t
  const rows = await work.db
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        isNotNull(applications.dueAt),
        lte(applications.dueAt, work.now),
        gte(applications.changedAt, since),
        gt(applications.id, after),
      ),
    )
    .orderBy(asc(applications.id))
    .limit(most)
  return rows.map(({ id }) => id)
}

export async function decisionsOf(work: Work, application: number): Promise<DecisionRow[]> {
  const { applicationDecisions } = work.t
  return work.db
    .select()
    .from(applicationDecisions)
    .where(eq(applicationDecisions.application, application))
    .orderBy(asc(applicationDecisions.number))
}

export interface NewDecision {
  application: number
  verdict: (typeof VERDICTS)[number]
  reason?: string
  reasonWords?: string
  note?: string
  by: number | null
}

/** The application is locked: numbers have no gaps. */
export async function insertDecision(work: Work, decision: NewDecision): Promise<void> {
  const { applicationDecisions: t } = work.t
  const [last] = await work.db
    .select({ number: max(t.number) })
    .from(t)
    .where(eq(t.application, decision.application))
  await work.db.insert(t).values({ ...decision, number: Number(last?.number ?? 0) + 1, at: work.now })
}

export async function roundsOf(work: Work, application: number): Promise<RoundRow[]> {
  const { applicationRounds } = work.t
  return work.db
    .select()
    .from(applicationRounds)
    .where(eq(applicationRounds.application, application))
    .orderBy(asc(applicationRounds.number))
}

/** The application is locked: numbers have no gaps. */
export async function insertRound(
  work: Work,
  round: { application: number; questions: string; askedBy: number | null },
): Promise<void> {
  const { applicationRounds: t } = work.t
  const [last] = await work.db
    .select({ number: max(t.number) })
    .from(t)
    .where(eq(t.application, round.application))
  await work.db.insert(t).values({ ...round, number: Number(last?.number ?? 0) + 1, askedAt: work.now })
}

export async function writeAnswer(
  work: Work,
  application: number,
  number: number,
  answer: string,
): Promise<void> {
  const { applicationRounds: t } = work.t
  await work.db
    .update(t)
    .set({ answer, answeredAt: work.now })
    .where(and(eq(t.application, application), eq(t.number, number)))
}

export async function writeAppeal(work: Work, id: number, appeal: string): Promise<void> {
  const { applications } = work.t
  await work.db.update(applications).set({ appeal, appealedAt: work.now }).where(eq(applications.id, id))
}

export async function writeAppealDecided(work: Work, id: number): Promise<void> {
  const { applications } = work.t
  await work.db.update(applications).set({ appealDecidedAt: work.now }).where(eq(applications.id, id))
}

/** When time ends the state it is in; null: not by itself. */
export async function writeDue(work: Work, id: number, dueAt: number | null): Promise<void> {
  const { applications } = work.t
  await work.db.update(applications).set({ dueAt }).where(eq(applications.id, id))
}

/** Who was told that the answer is late, the first step first. */
export async function escalationsOf(work: Work, application: number) {
  const { applicationEscalations: t } = work.t
  return work.db.select().from(t).where(eq(t.application, application)).orderBy(asc(t.step))
}

/** A new promise is made: whoever is told when it is late is told anew. */
export async function deleteEscalations(work: Work, application: number): Promise<void> {
  const { applicationEscalations: t } = work.t
  await work.db.delete(t).where(eq(t.application, application))
}

/** Another has it in hand, or has invited the applicant; `revision`: one more thing was said of a talk. */
export async function writeHolder(
  work: Work,
  id: number,
  held: Pick<ApplicationRow, 'reviewer'> & Partial<Pick<ApplicationRow, 'dueAt' | 'revision'>>,
): Promise<void> {
  const { applications } = work.t
  await work.db.update(applications).set(held).where(eq(applications.id, id))
}

export async function writeReminded(work: Work, id: number, reminded: number): Promise<void> {
  const { applications } = work.t
  await work.db.update(applications).set({ reminded }).where(eq(applications.id, id))
}

/** Applications whose cards move to a new desk: all that are open, as far as a busy month goes. */
const OPEN_MOST = 500

/** Numbers of those that are sent and not decided, the oldest first. */
export async function openNumbers(work: Work): Promise<number[]> {
  const { applications } = work.t
  const { state, appealedAt, appealDecidedAt } = applications
  const isAppealed = and(eq(state, 'rejected'), isNotNull(appealedAt), isNull(appealDecidedAt))
  const rows = await work.db
    .select({ id: applications.id })
    .from(applications)
    .where(or(inArray(state, ['queued', 'in_review', 'interview', 'needs_info']), isAppealed))
    .orderBy(asc(applications.id))
    .limit(OPEN_MOST)
  return rows.map(({ id }) => id)
}

/** Those that wait for their applicant, by number, after `after`. */
export async function waiting(work: Work, after: number, most: number): Promise<ApplicationRow[]> {
  const { applications } = work.t
  return work.db
    .select()
    .from(applications)
    .where(and(eq(applications.state, 'needs_info'), gt(applications.id, after)))
    .orderBy(asc(applications.id))
    .limit(most)
}
