/**
 * From what a bot sends to what is shown: markup or explicit entities, cleaning, trimming, and the links and
 * commands Telegram finds by itself [td MessageEntity.cpp fix_formatted_text].
 */
import { type Fields, isObject, objectField, requiredInteger, requiredString, stringField } from '../args.js'
import type { FormattedText, MessageEntity, User } from '../native.js'
import { badRequest } from '../refusal.js'
import { dateEntity } from './dates.js'
import { detectEntities } from './detect.js'
import { emojiEntity, linkEntity, parseHtml } from './html.js'
import { parseMarkdown } from './markdown.js'
import { hasLoneSurrogate, sortEntities } from './order.js'

/** Bytes of text the server looks at before parsing [Client.cpp get_formatted_text]. */
const RAW_LIMIT = 1 << 15
/** Entities a message keeps [tginfo/Telegram-Limits]. */
const ENTITY_LIMIT = 100
/** Largest offset and length the server reads [td MessageEntity.cpp fix_formatted_text]. */
const OFFSET_LIMIT = 1_000_000

/** The old style is still read by Telegram; nothing here needs it. */
const LEGACY = 'the sandbox does not read the legacy Markdown style, use MarkdownV2 or HTML'

export interface Formatting {
  text: string
  parseMode: string
  /** The `entities` argument, parsed from JSON. */
  entities: unknown
  findUser: (id: number) => User | undefined
}

/** Shown text with entities; empty text stays empty. Throws 400. */
export function formatText(source: Formatting): FormattedText {
  if (Buffer.byteLength(source.text) > RAW_LIMIT) throw badRequest('Text is too long')
  if (hasLoneSurrogate(source.text)) throw badRequest('strings must be encoded in UTF-8')
  const given = parsed(source) ?? explicit(source)
  const shown = trimmed(cleaned(given))
  const found = detectEntities(shown.text, shown.entities)
  return { text: shown.text, entities: sortEntities([...shown.entities, ...found]).slice(0, ENTITY_LIMIT) }
}

function parsed({ text, parseMode, findUser }: Formatting): FormattedText | undefined {
  const mode = parseMode.toLowerCase()
  if (text === '' || mode === '' || mode === 'none') return undefined
  if (mode === 'markdown') throw badRequest(LEGACY)
  if (mode !== 'html' && mode !== 'markdownv2') throw badRequest('Unsupported parse_mode')
  try {
    return mode === 'html' ? parseHtml(text, findUser) : parseMarkdown(text, findUser)
  } catch (error) {
    if (error instanceof Error) throw badRequest(`can't parse entities: ${error.message}`)
    throw error
  }
}

function explicit({ text, entities, findUser }: Formatting): FormattedText {
  if (!Array.isArray(entities)) return { text, entities: [] }
  try {
    const read = entities.flatMap((entity) => readEntity(entity, findUser))
    for (const entity of read) checkSpan(text, entity)
    return { text, entities: sortEntities(read.filter((entity) => entity.length > 0)) }
  } catch (error) {
    if (error instanceof Error && !('code' in error)) {
      throw badRequest(`Can't parse MessageEntity: ${error.message}`)
    }
    throw error
  }
}

/** Entities Telegram finds by itself are ignored when a bot gives them. */
const AUTOMATIC = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card_number',
])
const STYLES = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'code',
  'blockquote',
  'expandable_blockquote',
])

function readEntity(value: unknown, findUser: Formatting['findUser']): MessageEntity[] {
  if (!isObject(value)) throw new Error('expected an Object')
  const span = { offset: requiredInteger(value, 'offset'), length: requiredInteger(value, 'length') }
  const type = requiredString(value, 'type')
  if (type === '') throw new Error('Type is not specified')
  if (AUTOMATIC.has(type)) return []
  if (STYLES.has(type)) return [{ type, ...span } as MessageEntity]
  return readMeaning(type, value, span, findUser)
}

function readMeaning(
  type: string,
  value: Fields,
  span: { offset: number; length: number },
  findUser: Formatting['findUser'],
): MessageEntity[] {
  if (type === 'pre') {
    const language = stringField(value, 'language')
    return [{ type: 'pre', ...span, ...(language ? { language } : {}) }]
  }
  if (type === 'text_link') return linkEntity(requiredString(value, 'url'), span, findUser)
  if (type === 'text_mention') {
    return linkEntity(`tg://user?id=${requiredInteger(objectField(value, 'user'), 'id')}`, span, findUser)
  }
  if (type === 'custom_emoji') return [emojiEntity(requiredString(value, 'custom_emoji_id'), span)]
  if (type === 'date_time') {
    return dateEntity(requiredInteger(value, 'unix_time'), stringField(value, 'date_time_format'), span)
  }
  throw new Error('Unsupported type specified')
}

/** Offsets are UTF-16 code units and may not cut a surrogate pair. */
function checkSpan(text: string, { offset, length }: MessageEntity): void {
  if (offset < 0 || offset > OFFSET_LIMIT)
    throw badRequest(`Receive an entity with incorrect offset ${offset}`)
  if (length < 0 || length > OFFSET_LIMIT)
    throw badRequest(`Receive an entity with incorrect length ${length}`)
  if (length === 0) return
  if (offset > text.length) {
    throw badRequest(`Entity begins after the end of the text at UTF-16 offset ${offset}`)
  }
  const end = offset + length
  if (end > text.length) {
    throw badRequest(
      `Entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    )
  }
  const bytes = (at: number) => Buffer.byteLength(text.slice(0, at - 1)) + 4
  if (cutsPair(text, offset)) {
    throw badRequest(`Entity begins in a middle of a UTF-16 symbol at byte offset ${bytes(offset)}`)
  }
  if (cutsPair(text, end)) {
    throw badRequest(
      `Entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${bytes(end)}`,
    )
  }
}

function cutsPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** Removed outright: carriage returns, direction overrides and the like [td misc.cpp clean_input_string]. */
const REMOVED = /\r|[\u2028-\u202e]|\u0333|\u033f|\u030a/
/** Shown as a space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const BLANKED = /[\u0000-\u0009\u000b\u000c\u000e-\u001f]/g

function cleaned({ text, entities }: FormattedText): FormattedText {
  const blanked = text.replace(BLANKED, ' ')
  if (!REMOVED.test(blanked)) return { text: blanked, entities }
  return without(blanked, entities, (unit) => REMOVED.test(unit))
}

/** Takes code units out and moves the entities along. */
function without(text: string, entities: MessageEntity[], drop: (unit: string) => boolean): FormattedText {
  const moved = new Array<number>(text.length + 1)
  let kept = ''
  for (let at = 0; at < text.length; at++) {
    moved[at] = kept.length
    if (!drop(text.charAt(at))) kept += text.charAt(at)
  }
  moved[text.length] = kept.length
  const shifted = entities.map((entity) => {
    const offset = moved[entity.offset] ?? 0
    return { ...entity, offset, length: (moved[entity.offset + entity.length] ?? 0) - offset }
  })
  return { text: kept, entities: shifted.filter((entity) => entity.length > 0) }
}

/** Ends lose all white space, beginnings lose spaces and new lines that no entity covers. */
function trimmed({ text, entities }: FormattedText): FormattedText {
  const end = text.trimEnd().length
  const leading = /^[ \n]*/.exec(text)?.[0].length ?? 0
  const start = Math.min(leading, end, entities[0]?.offset ?? end)
  const fitted = entities.map((entity) => ({
    ...entity,
    offset: entity.offset - start,
    length: Math.min(entity.offset + entity.length, end) - entity.offset,
  }))
  return { text: text.slice(start, end), entities: fitted.filter((entity) => entity.length > 0) }
}
