/**
 * Spans → Discord's markdown. Whatever stands in a span is shown literally: nothing a person typed can become
 * a mention, a link, a heading or a style. Escapes need no invisible characters except after an `@` that
 * would name somebody, because the server looks for mentions before it reads escapes (`allowed_mentions`
 * forbids the ping, this forbids the look).
 */
import type { Span } from '../../i18n/speech.js'
import { codeMarkdown, escapeLiteral, LINE_END, LINE_OPENER, ZERO_WIDTH_SPACE } from '../../kit/markdown.js'
import { firstUnits, wellFormed } from './cut.js'

/** Seconds that Discord can show, either side of the epoch (JavaScript's own range of dates). */
const LAST_SECOND = 8_640_000_000_000

/** Paragraphs as markdown, one to a line, in at most `limit` UTF-16 units, cut with `…`. */
export function markdownOf(paragraphs: readonly (readonly Span[])[], limit: number): string {
  const spans = clip(joinLines(paragraphs), limit)
  const whole = renderLines(spans)
  return whole.length <= limit ? whole : renderLines(longestFit(spans, limit))
}

function joinLines(paragraphs: readonly (readonly Span[])[]): Span[] {
  return paragraphs.flatMap((spans, index) => (index === 0 ? [...spans] : [{ text: '\n' }, ...spans]))
}

/** Every unit of text takes at least one of markdown, so more than `limit` of them can be dropped unseen. */
function clip(spans: Span[], limit: number): Span[] {
  return unitsOf(spans) <= limit ? spans : firstSpans(spans, limit)
}

/**
 * Searches for the most text whose markdown still fits, because escapes make the length of a prefix uneven.
 */
function longestFit(spans: Span[], limit: number): Span[] {
  let fits = 0
  let tooMany = unitsOf(spans) + 1
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1
    if (renderLines(firstSpans(spans, middle)).length <= limit) fits = middle
    else tooMany = middle
  }
  return firstSpans(spans, fits)
}

function unitsOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + (span.instant ? 1 : span.text.length), 0)
}

/** The first `units` of text and an ellipsis. A moment counts as one and is never cut in two. */
function firstSpans(spans: readonly Span[], units: number): Span[] {
  const kept: Span[] = []
  let left = units
  for (const span of spans) {
    const size = span.instant ? 1 : span.text.length
    if (size > left) {
      if (!span.instant) kept.push({ ...span, text: firstUnits(span.text, left) })
      break
    }
    kept.push(span)
    left -= size
  }
  return [...kept, { text: '…' }]
}

function renderLines(spans: readonly Span[]): string {
  return splitLines(spans).map(renderLine).join('\n')
}

function splitLines(spans: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]]
  for (const span of spans) {
    for (const [index, text] of span.text.split(LINE_END).entries()) {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...span, text: wellFormed(text) })
    }
  }
  return lines
}

function renderLine(spans: readonly Span[]): string {
  const pieces = mergeAlike(spans)
  const literal = pieces.map((piece) => (isOpaque(piece) ? 'x' : piece.text)).join('')
  let opener = LINE_OPENER.exec(literal)?.[0].length ?? -1
  let markdown = ''
  for (const piece of pieces) {
    const rendered = renderPiece(piece, opener)
    opener -= isOpaque(piece) ? 1 : piece.text.length
    const collides = markdown.endsWith('*') && rendered.startsWith('*')
    markdown += collides ? ZERO_WIDTH_SPACE + rendered : rendered
  }
  return markdown
}

/** Code and moments bring their own delimiters, so nothing in them can open a heading or a list. */
function isOpaque(span: Span): boolean {
  return span.code === true || span.instant !== undefined
}

function mergeAlike(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && !last.instant && !span.instant && styleOf(last) === styleOf(span)) {
      merged[merged.length - 1] = { ...last, text: last.text + span.text }
    } else merged.push(span)
  }
  return merged
}

function styleOf(span: Span): number {
  return (span.bold ? 1 : 0) + (span.italic ? 2 : 0) + (span.code ? 4 : 0)
}

/** `opener`: index in this piece of the character that would open a block, or out of range. */
function renderPiece(piece: Span, opener: number): string {
  const inner = innerMarkdown(piece, opener)
  const marker = (piece.bold ? '**' : '') + (piece.italic ? '*' : '')
  const core = inner.trim()
  if (marker === '' || core === '') return inner
  const start = inner.indexOf(core)
  return inner.slice(0, start) + marker + core + marker + inner.slice(start + core.length)
}

function innerMarkdown(piece: Span, opener: number): string {
  if (piece.instant) return timestamp(piece.instant) ?? escapeLiteral(piece.text)
  if (piece.code && piece.text.trim() !== '') return codeMarkdown(piece.text)
  if (opener < 0 || opener >= piece.text.length) return escapeLiteral(piece.text)
  return `${escapeLiteral(piece.text.slice(0, opener))}\\${escapeLiteral(piece.text.slice(opener))}`
}

function timestamp(instant: { at: number; as: 'relative' | 'moment' }): string | undefined {
  const seconds = Math.floor(instant.at / 1000)
  if (!Number.isFinite(seconds) || Math.abs(seconds) > LAST_SECOND) return undefined
  return `<t:${seconds}:${instant.as === 'relative' ? 'R' : 'f'}>`
}
