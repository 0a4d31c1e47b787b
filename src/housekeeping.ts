/** What is done once a day so that the database does not grow for ever. */
import { forgetOldForms } from './interaction/forms.js'
import { forgetOldCalls } from './interaction/repeats.js'
import { pruneOutbox } from './scheduler/rows.js'
import type { Job } from './scheduler/scheduler.js'

const DAY_MS = 24 * 3_600_000
/** Posts are kept for questions about them, everything else while a platform may still speak of it. */
const KEEP = { postsMs: 30 * DAY_MS, othersMs: 2 * DAY_MS }

/**
 * Days of the database are days of UTC; a quarter of an hour apart, so that they never queue behind each
 * other.
 */
const daily = { zone: 'UTC', catchUp: 'run_latest' } as const

export const houseKeeping: readonly Job[] = [
  { ...daily, name: 'forget-calls', cron: '10 3 * * *', run: forgetOldCalls },
  { ...daily, name: 'forget-forms', cron: '25 3 * * *', run: forgetOldForms },
  { ...daily, name: 'prune-outbox', cron: '40 3 * * *', run: (work) => pruneOutbox(work, KEEP) },
]
