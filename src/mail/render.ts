/**
 * A letter's words: plain, and as simple HTML of the same. Nobody has proven that a mailbox is theirs, so
 * what a person typed can be read and not be pressed, code too: mail programs find addresses in all words.
 */
import type { Span } from '../i18n/speech.js'
import { unpressed } from '../i18n/unpressed.js'

/** Characters of a subject: one line on a phone and well below RFC 5322's limit. */
const SUBJECT_MOST = 120

/** One line: what follows a line break would become a header. */
export function subjectOf(words: string): string {
  return [...words.replace(/[\r\n]+/g, ' ')].slice(0, SUBJECT_MOST).join('')
}

export function textOf(paragraphs: readonly (readonly Span[])[]): string {
  return paragraphs
    .map((spans) =>
      unlinked(spans)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n\n')
}

/** Every word is literal: nothing that a person typed becomes markup. */
export function htmlOf(paragraphs: readonly (readonly Span[])[], locale: string): string {
  const body = paragraphs.map((spans) => `<p>${unlinked(spans).map(spanOf).join('')}</p>`).join('\n')
  const html = `<html lang="${escaped(locale)}">\n<head>${NO_NUMBERS}</head>`
  return `<!doctype html>\n${html}\n<body>\n${body}\n</body></html>\n`
}

/** Telephone numbers, places and dates, which have no mark to be broken at: Apple's programs find none. */
const NO_NUMBERS = '<meta name="format-detection" content="telephone=no, address=no, date=no">'

function unlinked(spans: readonly Span[]): Span[] {
  let before = { text: '', typed: false }
  return spans.map((span) => {
    const text = unpressed(span, before)
    before = { text: before.text + text, typed: span.typed === true }
    return { ...span, text }
  })
}

function spanOf({ text, bold, italic, code }: Span): string {
  const tags = [bold ? 'b' : '', italic ? 'i' : '', code ? 'code' : ''].filter((tag) => tag !== '')
  const words = escaped(text).replaceAll('\n', '<br>')
  return tags.reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, words)
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one)
}
