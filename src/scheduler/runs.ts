/** The scheduler's queries: what came due, who does it, how it ended. */
import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Period } from '../storage/job.js'
import type { Work } from '../storage/storage.js'
import type { Tables } from '../storage/tables.js'

export type Run = Tables['jobRuns']['$inferSelect']

/** How long a unit of a job may take, many times its deadline. After it the run is anybody's. */
const LEASE_MS = 300_000

/** Up to which moment the periods of a job are written down: `now` when the job is new, which is noted. */
export async function plannedTo(work: Work, job: string, now: number): Promise<number> {
  const { jobs } = work.t
  const [row] = await work.db.select().from(jobs).where(eq(jobs.name, job))
  if (row) return row.plannedTo
  await work.db.insert(jobs).values({ name: job, plannedTo: now, seenAt: now }).onConflictDoNothing()
  return now
}

/** Moves that moment; false when somebody else has. */
export async function movePlan(
  work: Work,
  job: string,
  { from, to, now }: { from: number; to: number; now: number },
): Promise<boolean> {
  const { jobs } = work.t
  const rows = await work.db
    .update(jobs)
    .set({ plannedTo: to, seenAt: now })
    .where(and(eq(jobs.name, job), eq(jobs.plannedTo, from)))
    .returning({ name: jobs.name })
  return rows.length > 0
}

export async function addRuns(
  work: Work,
  job: string,
  periods: readonly (Period & { note?: string })[],
): Promise<void> {
  if (periods.length === 0) return
  const rows = periods.map(({ name, dueAt, note }) => ({
    job,
    period: name,
    dueAt,
    state: note ? ('skipped' as const) : ('due' as const),
    note,
  }))
  await work.db.insert(work.t.jobRuns).values(rows).onConflictDoNothing()
}

/** Passes over what still waits of a job that only its latest period matters to. */
export async function skipBefore(work: Work, job: string, dueAt: number): Promise<void> {
  const { jobRuns } = work.t
  await work.db
    .update(jobRuns)
    .set({ state: 'skipped', note: 'a later period came due' })
    .where(and(eq(jobRuns.job, job), eq(jobRuns.state, 'due'), lt(jobRuns.dueAt, dueAt)))
}

/**
 * Takes the oldest run of a job that is not over; undefined when there is none, or while somebody works for
 * it or it waits after a failure: the runs of a job keep their order.
 */
export async function takeRun(work: Work, job: string): Promise<Run | undefined> {
  const { jobRuns } = work.t
  const isOpen = inArray(jobRuns.state, ['due', 'leased'])
  const [oldest] = await work.db
    .select()
    .from(jobRuns)
    .where(and(eq(jobRuns.job, job), isOpen))
    .orderBy(asc(jobRuns.dueAt))
    .limit(1)
  if (!oldest || (oldest.leaseUntil ?? 0) > work.now) return undefined
  const [run] = await work.db
    .update(jobRuns)
    .set({
      state: 'leased',
      leaseUntil: work.now + LEASE_MS,
      fence: sql`${jobRuns.fence} + 1`,
      attempts: sql`${jobRuns.attempts} + 1`,
    })
    .where(and(isRun(work, oldest), isOpen))
    .returning()
  return run
}

/** Whether a run is still ours; its lease begins anew. To be asked first in every unit that works for it. */
export function keepRun(work: Work, run: Run): Promise<boolean> {
  return changeRun(work, run, { leaseUntil: work.now + LEASE_MS })
}

export function endRun(work: Work, run: Run, state: 'done' | 'failed', note?: string): Promise<boolean> {
  return changeRun(work, run, { state, leaseUntil: null, note })
}

/** The run waits, and is then anybody's. */
export function putOff(work: Work, run: Run, ms: number, note: string): Promise<boolean> {
  return changeRun(work, run, { leaseUntil: work.now + ms, note })
}

/** Frees what a former life had under way; where there is one process only. */
export async function freeRuns(work: Work): Promise<void> {
  const { jobRuns } = work.t
  await work.db
    .update(jobRuns)
    .set({ state: 'due', leaseUntil: null, fence: sql`${jobRuns.fence} + 1` })
    .where(eq(jobRuns.state, 'leased'))
}

async function changeRun(work: Work, run: Run, change: Partial<Run>): Promise<boolean> {
  const { jobRuns } = work.t
  const rows = await work.db
    .update(jobRuns)
    .set(change)
    .where(and(isRun(work, run), eq(jobRuns.state, 'leased')))
    .returning({ job: jobRuns.job })
  return rows.length > 0
}

function isRun({ t: { jobRuns } }: Work, { job, period, fence }: Run) {
  return and(eq(jobRuns.job, job), eq(jobRuns.period, period), eq(jobRuns.fence, fence))
}
