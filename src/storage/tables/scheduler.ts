/** The jobs of the scheduler: since when each is known, and one row for every period that came due. */
import { type Columns, oneOfThese } from '../columns.js'

/**
 * `due` waits; `leased` is being done, or is tried again when its lease is over; `skipped` was passed over by
 * the job's own rule; `failed` was given up.
 */
const RUN_STATES = ['due', 'leased', 'done', 'skipped', 'failed'] as const

export function defineScheduler(c: Columns) {
  return { jobs: defineJobs(c), jobRuns: defineJobRuns(c) }
}

function defineJobs(c: Columns) {
  return c.table('jobs', {
    name: c.text('name').primaryKey(),
    /**
     * Periods up to this moment are written down. At first the moment of the installation: no history is made
     * up.
     */
    plannedTo: c.instant('planned_to').notNull(),
    /** The latest moment the scheduler saw when it wrote; a clock that is behind it ran backwards. */
    seenAt: c.instant('seen_at').notNull(),
  })
}

function defineJobRuns(c: Columns) {
  return c.table(
    'job_runs',
    {
      job: c.text('job').notNull(),
      /** The wall time in the job's zone at which it is due, `2026-11-21T03:00`. */
      period: c.text('period').notNull(),
      dueAt: c.instant('due_at').notNull(),
      state: c.oneOf('state', RUN_STATES).notNull(),
      /** Until then nobody else takes it. */
      leaseUntil: c.instant('lease_until'),
      /** Of whoever does it; one that slept over its lease is told apart by it. */
      fence: c.count('fence').notNull().default(0),
      attempts: c.count('attempts').notNull().default(0),
      /** Why it was skipped, or how it failed. */
      note: c.text('note'),
    },
    (t) => [
      c.primaryKey({ name: 'job_runs_once', columns: [t.job, t.period] }),
      c.index('job_runs_state').on(t.state, t.dueAt),
      c.check('job_runs_state', oneOfThese(t.state, RUN_STATES)),
    ],
  )
}
