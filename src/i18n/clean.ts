/**
 * What people typed, made fit to be shown. Names carry more than letters: bidi controls turn the sentence
 * around them, zero-width characters make two names look alike, thousands of combining marks paint over the
 * neighbours, and a lone surrogate is not text at all (platforms refuse the whole message that holds one).
 */
import { COLOUR, JOINER, UNSEEN, unstacked } from '../kit/unseen.js'

/** UTF-16 units of a raw name that are looked at. Platforms allow 64–128; the rest can only be an attack. */
const RAW_LIMIT_UNITS = 4096
/** Graphemes kept of a name: both platforms allow as many characters, rounded down. */
const NAME_LIMIT_GRAPHEMES = 64
/** UTF-16 units kept of a name: an emoji family takes 11, and joined emoji may go on for ever. */
const NAME_LIMIT_UNITS = 256

/** Nothing to do: printable ASCII with single spaces. Most names are. */
const PLAIN_NAME = /^[!-~]+(?: [!-~]+)*$/
/**
 * Anything that turns into a space: U+2800 is the blank braille pattern, which is no white space to Unicode.
 */
const BLANKS = /[\p{White_Space}\u2800]+/gu
const GLUE_OR_UNSEEN = new RegExp(`(${JOINER.source}|${COLOUR.source})|${UNSEEN.source}`, 'gu')
const LEADING_MARKS = /^[\p{M} ]+/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * A name as it may be stored and shown: no controls, no bidi, nothing invisible, white space folded, NFC, at
 * most 64 graphemes. Empty when nothing is left; then the caller shows `#` and the end of the id. Applying it
 * twice changes nothing.
 */
export function cleanName(raw: string): string {
  if (raw.length <= NAME_LIMIT_GRAPHEMES && PLAIN_NAME.test(raw)) return raw
  const spaced = raw.slice(0, RAW_LIMIT_UNITS).replace(BLANKS, ' ')
  const seen = spaced.replace(GLUE_OR_UNSEEN, (_, glue: string | undefined) => glue ?? '').normalize('NFC')
  const name = unstacked(seen).replace(BLANKS, ' ').replace(LEADING_MARKS, '')
  return cutToGraphemes(name).trimEnd()
}

function cutToGraphemes(name: string): string {
  if (name.length <= NAME_LIMIT_GRAPHEMES) return name
  let end = 0
  let count = 0
  for (const { index, segment } of graphemes.segment(name)) {
    const next = index + segment.length
    if (count === NAME_LIMIT_GRAPHEMES || next > NAME_LIMIT_UNITS) break
    end = next
    count++
  }
  return name.slice(0, end)
}

/**
 * What would break the sentence around a person's text: controls except the line break, bidi controls,
 * private use (our own place holders), lone surrogates, the line and paragraph separators.
 */
const BREAKING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\0-\x09\x0B-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uD800-\uDFFF\uE000-\uF8FF]/u
const BREAKING_ALL = new RegExp(BREAKING.source, 'gu')
const BLANK = /[\t\u2028\u2029]/

/** Any text of a person as a literal part of a sentence: everything readable stays, markup included. */
export function cleanLiteral(raw: string): string {
  const whole = BREAKING.test(raw) ? raw.replace(BREAKING_ALL, (one) => (BLANK.test(one) ? ' ' : '')) : raw
  return unstacked(whole)
}

/** As BCP 47 builds tags; the longest of those in use has 35 characters (RFC 5646, 4.4.1). */
const LANGUAGE_TAG = /^(?=.{2,35}$)[a-z]{2,8}(?:[-_][a-z0-9]{1,8})*$/i

/** A language as a platform names it, when it is fit to be one: what an app sends may be anything. */
export function cleanLanguage(tag: string | undefined): string | undefined {
  return tag !== undefined && LANGUAGE_TAG.test(tag) ? tag : undefined
}
