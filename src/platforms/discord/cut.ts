/** Shortens text for a limit without breaking what a person sees as one character. */
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Units looked at beyond the limit, so that the grapheme that crosses it is seen whole. */
const LOOKAHEAD = 64

/** Lone surrogates become U+FFFD: Discord refuses a body that holds one. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

/** `text` in at most `limit` UTF-16 units, ending with `…` when something was cut. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return wellFormed(text)
  return `${firstUnits(text, limit - 1)}…`
}

/** The longest beginning of whole graphemes within `limit` UTF-16 units. */
export function firstUnits(text: string, limit: number): string {
  if (text.length <= limit) return wellFormed(text)
  const seen = text.slice(0, Math.max(0, limit) + LOOKAHEAD)
  let end = 0
  for (const { index, segment } of graphemes.segment(seen)) {
    if (index + segment.length > limit) break
    end = index + segment.length
  }
  return wellFormed(seen.slice(0, end))
}
