/**
 * Telegram's MarkdownV2, read as the server reads it [td MessageEntity.cpp parse_markdown_v2], with its
 * complaints. Offsets in complaints are bytes of UTF-8.
 */
import type { FormattedText, MessageEntity, User } from '../native.js'
import { dateEntity } from './dates.js'
import { emojiEntity, linkEntity } from './html.js'
import { sortEntities } from './order.js'

type Style =
  | 'Bold'
  | 'Italic'
  | 'Underline'
  | 'Strikethrough'
  | 'Spoiler'
  | 'Code'
  | 'Pre'
  | 'PreCode'
  | 'TextUrl'
  | 'CustomEmoji'
  | 'BlockQuote'

interface Open {
  style: Style
  argument: string
  /** Where its text begins in the result. */
  offset: number
  /** Where its mark began in the source. */
  begin: number
}

interface Reader {
  source: string
  at: number
  text: string
  open: Open[]
  entities: MessageEntity[]
  inQuote: boolean
  mayQuote: boolean
  findUser: (id: number) => User | undefined
}

const RESERVED = '_*[]()~`>#+-=|{}.!\n'

/** Throws an Error with the server's words after "can't parse entities: ". */
export function parseMarkdown(source: string, findUser: (id: number) => User | undefined): FormattedText {
  const reader: Reader = {
    source,
    at: 0,
    text: '',
    open: [],
    entities: [],
    inQuote: false,
    mayQuote: true,
    findUser,
  }
  while (reader.at < source.length) step(reader)
  finish(reader)
  return { text: reader.text, entities: sortEntities(reader.entities) }
}

const peek = (reader: Reader, ahead = 0): string => reader.source.charAt(reader.at + ahead)

const byteOffset = (reader: Reader, at: number): number => Buffer.byteLength(reader.source.slice(0, at))

function step(reader: Reader): void {
  const char = peek(reader)
  const next = peek(reader, 1)
  if (char === '\\' && next > '\0' && next <= '~') {
    reader.text += next
    reader.mayQuote = next === '\r' ? reader.mayQuote : next === '\n'
    reader.at += 2
    return
  }
  const last = reader.open.at(-1)
  const reserved = last && ['Code', 'Pre', 'PreCode'].includes(last.style) ? '`' : RESERVED
  if (!reserved.includes(char)) {
    reader.text += char
    if (char !== '\r') reader.mayQuote = false
    reader.at += 1
    return
  }
  if (last && endsHere(reader, last)) closeEntity(reader, last)
  else openEntity(reader, char)
}

/** Whether the mark at the reader ends the innermost open entity. */
function endsHere(reader: Reader, last: Open): boolean {
  const [char, next, third] = [peek(reader), peek(reader, 1), peek(reader, 2)]
  if (reader.inQuote && char === '\n' && next !== '>') return true
  if (last.style === 'Italic') return char === '_' && next !== '_'
  if (last.style === 'Underline') return char === '_' && next === '_'
  if (last.style === 'Spoiler') return char === '|' && next === '|'
  if (last.style === 'Pre' || last.style === 'PreCode') return char === '`' && next === '`' && third === '`'
  if (last.style === 'TextUrl' || last.style === 'CustomEmoji') return char === ']'
  const single: Partial<Record<Style, string>> = { Bold: '*', Strikethrough: '~', Code: '`' }
  return single[last.style] === char
}

function reservedCharacter(char: string): Error {
  return new Error(`Character '${char}' is reserved and must be escaped with the preceding '\\'`)
}

function openEntity(reader: Reader, char: string): void {
  const begin = reader.at
  const next = peek(reader, 1)
  const push = (style: Style, marks: number, argument = '') => {
    reader.at = begin + marks
    reader.open.push({ style, argument, offset: reader.text.length, begin })
  }
  if (char === '\n') {
    reader.text += char
    reader.mayQuote = true
    reader.at += 1
  } else if (char === '>') openQuote(reader, push)
  else if (char === '_') next === '_' ? push('Underline', 2) : push('Italic', 1)
  else if (char === '*') push('Bold', 1)
  else if (char === '~') push('Strikethrough', 1)
  else if (char === '[') push('TextUrl', 1)
  else if (char === '|' && next === '|') push('Spoiler', 2)
  else if (char === '!' && next === '[') push('CustomEmoji', 2)
  else if (char === '`') openCode(reader, push)
  else throw reservedCharacter(char)
}

function openQuote(reader: Reader, push: (style: Style, marks: number) => void): void {
  if (!reader.mayQuote) throw reservedCharacter('>')
  if (reader.inQuote) {
    reader.at += 1
    return
  }
  push('BlockQuote', 1)
  reader.inQuote = true
}

function openCode(reader: Reader, push: (style: Style, marks: number, argument?: string) => void): void {
  if (peek(reader, 1) !== '`' || peek(reader, 2) !== '`') {
    push('Code', 1)
    return
  }
  const after = reader.source.slice(reader.at + 3)
  const language = /^[^\s`]+(?=\s)/.exec(after)?.[0] ?? ''
  const newLine = /^(?:\r\n|\n\r|\n|\r)/.exec(after.slice(language.length))?.[0] ?? ''
  push(language ? 'PreCode' : 'Pre', 3 + language.length + newLine.length, language)
}

const STYLE_TYPES = {
  Bold: 'bold',
  Italic: 'italic',
  Underline: 'underline',
  Strikethrough: 'strikethrough',
  Spoiler: 'spoiler',
  Code: 'code',
} as const

function closeEntity(reader: Reader, last: Open): void {
  if (peek(reader) === '\n') {
    closeQuote(reader, last)
    return
  }
  reader.open.pop()
  const span = { offset: last.offset, length: reader.text.length - last.offset }
  const marks: Partial<Record<Style, number>> = { Underline: 2, Spoiler: 2, Pre: 3, PreCode: 3 }
  reader.at += marks[last.style] ?? 1
  if (last.style === 'TextUrl') {
    const url = peek(reader) === '(' ? readUrl(reader) : reader.text.slice(last.offset)
    if (span.length > 0) reader.entities.push(...linkEntity(url, span, reader.findUser))
  } else if (last.style === 'CustomEmoji') {
    const found = special(reader, span)
    if (span.length > 0) reader.entities.push(...found)
  } else if (span.length > 0) {
    reader.entities.push(plain(last, span))
  }
}

function plain(open: Open, span: { offset: number; length: number }): MessageEntity {
  if (open.style === 'PreCode') return { type: 'pre', ...span, language: open.argument }
  if (open.style === 'Pre') return { type: 'pre', ...span }
  return { type: STYLE_TYPES[open.style as keyof typeof STYLE_TYPES], ...span }
}

/** A quotation ends at a line that does not begin with `>`; `||` before its end makes it expandable. */
function closeQuote(reader: Reader, last: Open): void {
  const isMark = last.style === 'Spoiler' && last.begin === reader.at - 2
  const quote = isMark ? reader.open.at(-2) : last
  if (quote?.style !== 'BlockQuote') throw unclosed(reader, quote ?? last)
  reader.open.length -= isMark ? 2 : 1
  reader.text += '\n'
  const type = isMark ? 'expandable_blockquote' : 'blockquote'
  reader.entities.push({ type, offset: quote.offset, length: reader.text.length - quote.offset })
  reader.inQuote = false
  reader.mayQuote = true
  reader.at += 1
}

const unclosed = (reader: Reader, open: Open): Error =>
  new Error(`Can't find end of ${open.style} entity at byte offset ${byteOffset(reader, open.begin)}`)

/** Reads `(…)` after a bracket. */
function readUrl(reader: Reader): string {
  reader.at += 1
  const begin = reader.at
  let url = ''
  while (reader.at < reader.source.length && peek(reader) !== ')') {
    const next = peek(reader, 1)
    const isEscape = peek(reader) === '\\' && next > '\0' && next <= '~'
    url += isEscape ? next : peek(reader)
    reader.at += isEscape ? 2 : 1
  }
  if (peek(reader) !== ')')
    throw new Error(`Can't find end of a URL at byte offset ${byteOffset(reader, begin)}`)
  reader.at += 1
  return url
}

/** `![…](tg://emoji?id=…)` or `![…](tg://time?unix=…&format=…)`. */
function special(reader: Reader, span: { offset: number; length: number }): MessageEntity[] {
  if (peek(reader) !== '(') throw new Error('The entity must contain a tg://emoji or tg://time URL')
  const url = readUrl(reader)
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const emoji = parsed?.protocol === 'tg:' && parsed.host === 'emoji' ? parsed.searchParams.get('id') : null
  if (emoji && /^[1-9]\d{0,18}$/.test(emoji)) return [emojiEntity(emoji, span)]
  const unix =
    parsed?.protocol === 'tg:' && parsed.host === 'time' ? Number(parsed.searchParams.get('unix')) : 0
  if (!(unix > 0)) throw new Error('Invalid tg://emoji or tg://time URL specified')
  return dateEntity(unix, parsed?.searchParams.get('format') ?? '', span)
}

/** Ends an open quotation with the text; anything else left open is a mistake. */
function finish(reader: Reader): void {
  const last = reader.open.at(-1)
  if (!last) return
  const end = reader.source.length
  const isMark = last.style === 'Spoiler' && last.begin === end - 2
  const quote = isMark ? reader.open.at(-2) : last
  if (!reader.inQuote || quote?.style !== 'BlockQuote') throw unclosed(reader, last)
  const length = reader.text.length - quote.offset
  const type = isMark ? 'expandable_blockquote' : 'blockquote'
  if (length > 0) reader.entities.push({ type, offset: quote.offset, length })
  reader.open.length -= isMark ? 2 : 1
  const left = reader.open.at(-1)
  if (left) throw unclosed(reader, left)
}
