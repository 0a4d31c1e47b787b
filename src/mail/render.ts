/** A letter's words: plain, and as simple HTML of the same. */
import type { Span } from '../i18n/speech.js'

/** Characters of a subject: one line on a phone and well below RFC 5322's limit. */
const SUBJECT_MOST = 120

/** One line: what follows a line break would become a header. */
export function subjectOf(words: string): string {
  return [...words.replace(/[\r\n]+/g, ' ')].slice(0, SUBJECT_MOST).join('')
}

export function textOf(paragraphs: readonly (readonly Span[])[]): string {
  return paragraphs.map((spans) => spans.map(({ text }) => text).join('')).join('\n\n')
}

/** Every word is literal: nothing that a person typed becomes markup. */
export function htmlOf(paragraphs: readonly (readonly Span[])[], locale: string): string {
  const body = paragraphs.map((spans) => `<p>${spans.map(spanOf).join('')}</p>`).join('\n')
  return `<!doctype html>\n<html lang="${escaped(locale)}"><body>\n${body}\n</body></html>\n`
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
