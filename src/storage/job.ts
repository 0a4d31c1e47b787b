/** What is due once by the calendar, as a feature says it and the scheduler does it. */
import type { Work } from './storage.js'

export interface Period {
  /** The wall time it is named by, `2026-11-21T03:00`: unique, also where the clocks are put back. */
  name: string
  /** ms since the epoch. */
  dueAt: number
}

export interface Job {
  /** Unique and lasting: the table knows it by this. */
  name: string
  /** Five fields of cron, in the wall time of `zone` (IANA). */
  cron: string
  zone: string
  /**
   * Of periods that were missed: `run_latest` does the newest alone, `run_each` all in order; with
   * `skipAfterMs`, each that is not older, and the others wait for a person.
   */
  catchUp: 'run_latest' | 'run_each' | { skipAfterMs: number }
  /** Moves value, speaks in public or forgets: waits while the clock is not to be trusted. */
  needsTrueClock?: boolean
  /** One unit of its work, the same again until it says `done`. It goes by its period, never by "now". */
  run(work: Work, period: Period): Promise<'done' | 'more'>
}
