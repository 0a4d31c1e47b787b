import type { Outcome } from '../../contract.js'

export const NOTHING: Outcome = { kind: 'none' }

/** The app would not let the person do it; `reason` is a sentence for them. */
export const impossible = (reason: string): Outcome => ({ kind: 'impossible', reason })
