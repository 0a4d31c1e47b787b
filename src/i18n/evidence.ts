/**
 * Addresses in what a person typed, for whoever has to look at them: as code, which both platforms let a
 * reader copy whole and neither makes a link of. A word too many as code costs nothing; a link would be one
 * tap from a place that somebody prepared for staff.
 */
import { addressesIn } from '../kit/addresses.js'
import type { Span } from './speech.js'

/** The text as spans of a person's words. */
export function evidenceIn(text: string): Span[] {
  return addressesIn(text).map((piece) =>
    piece.isAddress ? { text: piece.text, typed: true, code: true } : { text: piece.text, typed: true },
  )
}
