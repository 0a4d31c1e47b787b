/**
 * From the words that Fluent gives to styled spans. Markup is read here, after Fluent has formatted, and what
 * goes into a sentence is not yet in it: each opaque parameter is one private-use character that stands for a
 * slot. So markup can come from `locales/` only, whatever a person is called.
 */
import type { Span } from './speech.js'

/** What a place holder stands for. */
export interface Slot {
  spans: readonly Span[]
  /**
   * A person's text with right-to-left letters: isolated, so that it cannot reorder the sentence around it.
   */
  isolate: boolean
}

const FIRST_SLOT = 0xe000
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'
const MARK = /<(\/?)(b|i|code)>|([\uE000-\uF8FF])/g
/** Hebrew, Arabic and their neighbours, in both planes. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

type Style = 'bold' | 'italic' | 'code'
const STYLE_OF: Record<string, Style> = { b: 'bold', i: 'italic', code: 'code' }

/** The character that stands for slot number `index` while Fluent works. */
export function placeholder(index: number): string {
  return String.fromCharCode(FIRST_SLOT + index)
}

export function holdsPlaceholder(source: string): boolean {
  return /[\uE000-\uF8FF]/.test(source)
}

export function readsRightToLeft(person: string): boolean {
  return RIGHT_TO_LEFT.test(person)
}

/**
 * Total: a tag that closes nothing is dropped, one that stays open ends with the text. The house test finds
 * both in `locales/`.
 */
export function compose(formatted: string, slots: readonly Slot[]): Span[] {
  const spans: Span[] = []
  const open = { bold: 0, italic: 0, code: 0 }
  let from = 0
  for (const mark of formatted.matchAll(MARK)) {
    append(spans, { text: formatted.slice(from, mark.index) }, open)
    from = mark.index + mark[0].length
    if (mark[3] === undefined) toggle(open, mark[2] ?? '', mark[1] === '/')
    else fill(spans, slots[mark[3].charCodeAt(0) - FIRST_SLOT], open)
  }
  append(spans, { text: formatted.slice(from) }, open)
  return spans
}

function toggle(open: Record<Style, number>, tag: string, closes: boolean): void {
  const style = STYLE_OF[tag]
  if (style) open[style] = Math.max(0, open[style] + (closes ? -1 : 1))
}

function fill(spans: Span[], slot: Slot | undefined, open: Record<Style, number>): void {
  if (!slot) return
  // Code is there to be copied, so nothing invisible goes into it.
  const isolate = slot.isolate && open.code === 0
  if (isolate) append(spans, { text: FIRST_STRONG_ISOLATE }, open)
  for (const span of slot.spans) append(spans, span, open)
  if (isolate) append(spans, { text: POP_ISOLATE }, open)
}

/** Adds a run in the style that is open, to the last span where nothing tells them apart. */
function append(spans: Span[], run: Readonly<Span>, open: Record<Style, number>): void {
  if (run.text === '') return
  const bold = open.bold > 0 || run.bold === true
  const italic = open.italic > 0 || run.italic === true
  const code = open.code > 0 || run.code === true
  const last = spans.at(-1)
  const isAlike = last && (last.typed ?? false) === (run.typed ?? false) && looks(last, bold, italic, code)
  if (isAlike && !last.instant && !run.instant) last.text += run.text
  else spans.push(styled(run, bold, italic, code))
}

function looks(span: Span, bold: boolean, italic: boolean, code: boolean): boolean {
  return (span.bold ?? false) === bold && (span.italic ?? false) === italic && (span.code ?? false) === code
}

function styled(run: Readonly<Span>, bold: boolean, italic: boolean, code: boolean): Span {
  const span: Span = { text: run.text }
  if (bold) span.bold = true
  if (italic) span.italic = true
  if (code) span.code = true
  if (run.typed) span.typed = true
  if (run.instant) span.instant = run.instant
  return span
}
