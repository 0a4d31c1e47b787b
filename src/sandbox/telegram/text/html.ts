/**
 * Telegram's HTML style, read as the server reads it [td MessageEntity.cpp parse_html], with its complaints.
 * Offsets in complaints are bytes of UTF-8, offsets of entities are UTF-16 code units.
 */
import type { FormattedText, MessageEntity, User } from '../native.js'
import { dateEntity } from './dates.js'
import { linkOrNothing, mentionedUser } from './links.js'
import { hasLoneSurrogate, sortEntities } from './order.js'

interface Open {
  tag: string
  argument: string
  date: number
  offset: number
}

type UserLookup = (id: number) => User | undefined

const STYLE_OF: Record<string, 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler'> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
}
const TAGS = new Set([...Object.keys(STYLE_OF), 'a', 'tg-emoji', 'tg-time', 'pre', 'code', 'blockquote'])

/** Throws an Error with the server's words after "can't parse entities: ". */
export function parseHtml(source: string, findUser: UserLookup): FormattedText {
  const entities: MessageEntity[] = []
  const open: Open[] = []
  let text = ''
  let at = 0
  while (at < source.length) {
    const char = source.charAt(at)
    if (char === '&') {
      const code = characterReference(source, at)
      text += code ? code.text : char
      at = code ? code.end : at + 1
    } else if (char !== '<') {
      text += char
      at += 1
    } else if (source.charAt(at + 1) === '/') {
      at = closeTag(source, at, text, open, entities, findUser)
    } else {
      const tag = openTag(source, at)
      open.push({ ...tag.open, offset: text.length })
      at = tag.end
    }
  }
  const left = open.at(-1)
  if (left) throw new Error(`Can't find end tag corresponding to start tag "${left.tag}"`)
  if (hasLoneSurrogate(text)) {
    throw new Error(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    )
  }
  return { text, entities: sortEntities(entities.map(withoutCodeLanguage)) }
}

const byteOffset = (source: string, at: number): number => Buffer.byteLength(source.slice(0, at))

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** One `&…;`; the semicolon may be missing; unknown names stay as they are. */
function characterReference(source: string, at: number): { text: string; end: number } | undefined {
  const numeric = /^&#(?:x([\da-f]*)|(\d*))/i.exec(source.slice(at, at + 16))
  const named = numeric ? undefined : /^&([a-z]+)/i.exec(source.slice(at, at + 16))
  const matched = numeric ?? named
  if (!matched) return undefined
  const decoded = numeric ? fromCode(numeric) : NAMED[named?.[1] ?? '']
  if (!decoded) return undefined
  const end = at + matched[0].length
  return { text: decoded, end: source.charAt(end) === ';' ? end + 1 : end }
}

function fromCode(match: RegExpExecArray): string | undefined {
  const code = match[1] === undefined ? Number.parseInt(match[2] ?? '', 10) : Number.parseInt(match[1], 16)
  return !code || code >= 0x10ffff || match[0].length >= 10 ? undefined : String.fromCodePoint(code)
}

const isSpace = (char: string): boolean =>
  char === ' ' || char === '\t' || char === '\r' || char === '\n' || char === '\0' || char === '\v'

function openTag(source: string, begin: number): { open: Omit<Open, 'offset'>; end: number } {
  const where = () => byteOffset(source, begin)
  let at = begin + 1
  while (at < source.length && !isSpace(source.charAt(at)) && source.charAt(at) !== '>') at++
  if (at >= source.length) throw new Error(`Unclosed start tag at byte offset ${where()}`)
  const tag = source.slice(begin + 1, at).toLowerCase()
  if (!TAGS.has(tag)) throw new Error(`Unsupported start tag "${tag}" at byte offset ${where()}`)
  const open = { tag, argument: '', date: 0 }
  while (source.charAt(at) !== '>') {
    at = skipSpace(source, at)
    if (source.charAt(at) === '>') break
    const attribute = readAttribute(source, at, tag, begin)
    applyAttribute(open, attribute.name, attribute.value)
    at = attribute.end
  }
  if (tag === 'span' && open.argument !== 'spoiler') {
    throw new Error(`Tag "span" must have class "tg-spoiler" at byte offset ${where()}`)
  }
  return { open, end: at + 1 }
}

function skipSpace(source: string, from: number): number {
  let at = from
  while (at < source.length && isSpace(source.charAt(at))) at++
  return at
}

interface Attribute {
  name: string
  /** Undefined for an attribute without a value. */
  value: string | undefined
  end: number
}

function readAttribute(source: string, begin: number, tag: string, tagBegin: number): Attribute {
  const unclosed = () =>
    new Error(`Unclosed start tag "${tag}" at byte offset ${byteOffset(source, tagBegin)}`)
  let at = begin
  while (at < source.length && !isSpace(source.charAt(at)) && !'=>/"\''.includes(source.charAt(at))) at++
  const name = source.slice(begin, at)
  if (name === '') {
    throw new Error(`Empty attribute name in the tag "${tag}" at byte offset ${byteOffset(source, tagBegin)}`)
  }
  at = skipSpace(source, at)
  if (at >= source.length) throw unclosed()
  if (source.charAt(at) !== '=') return { name, value: undefined, end: at }
  at = skipSpace(source, at + 1)
  if (at >= source.length) throw unclosed()
  const value = readValue(source, at)
  if (value.end >= source.length) {
    throw new Error(`Unclosed start tag at byte offset ${byteOffset(source, tagBegin)}`)
  }
  return { name, value: value.text, end: value.end }
}

function readValue(source: string, begin: number): { text: string; end: number } {
  const quote = source.charAt(begin)
  if (quote !== '"' && quote !== "'") return readToken(source, begin)
  let text = ''
  let at = begin + 1
  while (at < source.length && source.charAt(at) !== quote) {
    const code = source.charAt(at) === '&' ? characterReference(source, at) : undefined
    text += code ? code.text : source.charAt(at)
    at = code ? code.end : at + 1
  }
  return { text, end: at < source.length ? at + 1 : at }
}

function readToken(source: string, begin: number): { text: string; end: number } {
  const token = /^[a-z\d.-]*/i.exec(source.slice(begin))?.[0] ?? ''
  const end = begin + token.length
  const after = source.charAt(end)
  if (after !== '>' && !isSpace(after)) {
    throw new Error(`Unexpected end of name token at byte offset ${byteOffset(source, begin)}`)
  }
  return { text: token.toLowerCase(), end }
}

function applyAttribute(open: Omit<Open, 'offset'>, name: string, value: string | undefined): void {
  const { tag } = open
  if (tag === 'blockquote' && name === 'expandable') open.argument = '1'
  if (value === undefined) return
  if (tag === 'a' && name === 'href') open.argument = value
  if (tag === 'code' && name === 'class' && value.startsWith('language-')) open.argument = value.slice(9)
  if (tag === 'span' && name === 'class' && value.startsWith('tg-')) open.argument = value.slice(3)
  if (tag === 'tg-emoji' && name === 'emoji-id') open.argument = value
  if (tag === 'tg-time' && name === 'unix') open.date = Number.parseInt(value, 10) || 0
  if (tag === 'tg-time' && name === 'format') open.argument = value
}

function closeTag(
  source: string,
  begin: number,
  text: string,
  open: Open[],
  entities: MessageEntity[],
  findUser: UserLookup,
): number {
  const where = byteOffset(source, begin)
  const last = open.pop()
  if (!last) throw new Error(`Unexpected end tag at byte offset ${where}`)
  let at = begin + 2
  while (at < source.length && !isSpace(source.charAt(at)) && source.charAt(at) !== '>') at++
  const tag = source.slice(begin + 2, at).toLowerCase()
  at = skipSpace(source, at)
  if (source.charAt(at) !== '>') throw new Error(`Unclosed end tag at byte offset ${where}`)
  if (tag !== '' && tag !== last.tag) {
    throw new Error(`Unmatched end tag at byte offset ${where}, expected "</${last.tag}>", found "</${tag}>"`)
  }
  if (text.length > last.offset) addEntity(last, text, entities, findUser)
  return at + 1
}

function addEntity(open: Open, text: string, entities: MessageEntity[], findUser: UserLookup): void {
  const span = { offset: open.offset, length: text.length - open.offset }
  const style = STYLE_OF[open.tag]
  if (style) entities.push({ type: style, ...span })
  else if (open.tag === 'a')
    entities.push(...linkEntity(open.argument || text.slice(open.offset), span, findUser))
  else if (open.tag === 'pre' || open.tag === 'code') addCode(open, span, entities)
  else if (open.tag === 'tg-emoji') entities.push(emojiEntity(open.argument, span))
  else if (open.tag === 'tg-time') entities.push(...dateEntity(open.date, open.argument, span))
  else entities.push({ type: open.argument ? 'expandable_blockquote' : 'blockquote', ...span })
}

interface Span {
  offset: number
  length: number
}

/** A text link, a mention without a username, or nothing when the address is none. */
export function linkEntity(link: string, span: Span, findUser: UserLookup): MessageEntity[] {
  const id = mentionedUser(link)
  if (id !== undefined) {
    const user = findUser(id)
    return user ? [{ type: 'text_mention', ...span, user }] : []
  }
  const url = linkOrNothing(link)
  return url ? [{ type: 'text_link', ...span, url }] : []
}

export function emojiEntity(id: string, span: Span): MessageEntity {
  if (!/^[1-9]\d{0,18}$/.test(id)) throw new Error('Invalid custom emoji identifier specified')
  return { type: 'custom_emoji', ...span, custom_emoji_id: id }
}

/** `<pre><code class="language-x">` is one entity with a language. */
function addCode(open: Open, span: Span, entities: MessageEntity[]): void {
  const last = entities.at(-1) as (MessageEntity & { language?: string }) | undefined
  const isSame = last && last.offset === span.offset && last.length === span.length
  const other = open.tag === 'pre' ? 'code' : 'pre'
  const language = open.tag === 'pre' ? last?.language : open.argument
  if (isSame && last.type === other && language) {
    entities[entities.length - 1] = { type: 'pre', ...span, language }
    return
  }
  const kept = open.tag === 'code' && open.argument ? { language: open.argument } : {}
  entities.push({ type: open.tag === 'pre' ? 'pre' : 'code', ...span, ...kept } as MessageEntity)
}

/** The language of a lone `<code>` was kept only for a `<pre>` that might have followed. */
function withoutCodeLanguage(entity: MessageEntity): MessageEntity {
  return entity.type === 'code' ? { type: 'code', offset: entity.offset, length: entity.length } : entity
}
