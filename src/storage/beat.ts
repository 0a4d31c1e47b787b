/** What is due again and again, as a feature says it and the scheduler does it (`scheduler/beats.ts`). */
import type { Work } from './storage.js'

export interface Beat {
  name: string
  everyMs: number
  /** A page of ids in ascending order after `after` ('' at first); an empty one is the end. */
  due(work: Work, after: string): Promise<string[]>
  /** Settles one, or does nothing when it is not due any more. */
  settle(work: Work, id: string): Promise<void>
}
