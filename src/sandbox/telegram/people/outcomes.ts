import type { Outcome } from '../../contract.js'
import type { Reason } from '../../reasons.js'

export const NOTHING: Outcome = { kind: 'none' }

/** The app would not let the person do it. */
export const impossible = (reason: Reason): Outcome => ({ kind: 'impossible', reason })
