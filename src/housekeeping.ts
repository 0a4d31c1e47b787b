/** What is done once a day so that the database does not grow for ever. */
import { forgetOldForms } from './interaction/forms.js'
import { forgetOldCalls } from './interaction/repeats.js'
import { pruneOutbox } from './scheduler/rows.js'
import type { Job } from './storage/job.js'

const DAY_MS = 24 * 3_600_000
/**
 * Posts are kept for questions about them, everything else while a platform may still speak of it. What keeps
 * a repeated call from a second answer is not the answer's row, but the call that is remembered
 * (`REMEMBERED_MS`).
 */
const KEEP = { postsMs: 30 * DAY_MS, othersMs: 2 * DAY_MS }

/**
 * Days of the database are days of UTC; a quarter of an hour apart, so that they never queue behind each
 * other. By a clock that is days ahead, what was said just now would be old, and an update that comes again
 * be answered again.
 */
const daily = { zone: 'UTC', catchUp: 'run_latest', needsTrueClock: true } as const

export const houseKeeping: readonly Job[] = [
  { ...daily, name: 'forget-calls', cron: '10 3 * * *', run: forgetOldCalls },
  { ...daily, name: 'forget-forms', cron: '25 3 * * *', run: forgetOldForms },
  { ...daily, name: 'prune-outbox', cron: '40 3 * * *', run: (work) => pruneOutbox(work, KEEP) },
]
