/** What is due again and again, as a feature says it and the scheduler does it (`scheduler/beats.ts`). */
import type { Work } from './storage.js'

export interface Beat {
  name: string
  everyMs: number
  /** Money goes by it: it waits while the clock is not to be trusted. */
  byTime?: boolean
  /**
   * A page of ids in ascending order after `after` ('' at first); an empty one is the end. Of a beat that is
   * `byTime`, only of what was made at `madeSince` or later: of everything else the clock is in doubt.
   */
  due(work: Work, after: string, madeSince: number): Promise<string[]>
  /** Settles one, or does nothing when it is not due any more. */
  settle(work: Work, id: string): Promise<void>
}
