/**
 * Addresses in what a person typed, for whoever has to look at them: as code, which both platforms let a
 * reader copy whole and neither makes a link of. A word too many as code costs nothing; a link would be one
 * tap from a place that somebody prepared for staff.
 */
import type { Span } from './speech.js'

/** A word that holds a domain, a scheme or a name of an account. */
const ADDRESS = /[\p{L}\p{N}]\.\p{L}{2}|:\/\/|@\w|\b\d{1,3}(?:\.\d{1,3}){3}/u
/** What stands around an address and is no part of it. */
const AROUND = /^([("'<[«“]*)(.*?)([.,:;!?)\]}'"»”>]*)$/su

/** The text as spans of a person's words. */
export function evidenceIn(text: string): Span[] {
  return text.split(/(\s+)/u).flatMap((word) => (ADDRESS.test(word) ? around(word) : piece(word, false)))
}

function around(word: string): Span[] {
  const [, before = '', address = word, after = ''] = AROUND.exec(word) ?? []
  return [...piece(before, false), ...piece(address, true), ...piece(after, false)]
}

function piece(text: string, code: boolean): Span[] {
  if (text === '') return []
  return [code ? { text, typed: true, code } : { text, typed: true }]
}
