/** The shape of a check of the database: at start, every few minutes, and by `npm run cli -- audit`. */
import type { Work } from './storage.js'

/** Something that must hold does not. */
export interface Finding {
  /** Which invariant, as in `I2`; the list is in `core/ledger/audit.ts` and its neighbours. */
  invariant: string
  /** One line for the operator that names the first bad row and both figures. */
  message: string
}

export interface Check {
  name: string
  /** Looks only. An empty list is good news. */
  run(work: Work): Promise<Finding[]>
}
