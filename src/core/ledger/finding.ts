/**
 * Checks of the database and what they find: at start, every five minutes, and by `npm run cli -- audit`.
 * Every feature has its own; the ledger's are in `audit.ts`.
 */
import type { Work } from '../../storage/storage.js'

/** Something that must hold does not. */
export interface Finding {
  /** The invariant, in a word of its feature: `ledger-replay`, `facts-chain`. */
  check: string
  /** One line for the operator, with both figures where two should be equal. */
  detail: string
  /** The first bad row: `transfer:17`, `account:member:42:available`. */
  subject: string
}

export interface Check {
  name: string
  /**
   * Looks only. An empty list is good news. With `since` (ms since the epoch) a check may leave out what has
   * not changed from then on; without it everything is looked at.
   */
  run(work: Work, since?: number): Promise<Finding[]>
}
