/** Finds what Telegram marks by itself in plain text: commands, mentions, tags, links, addresses. */
import type { MessageEntity } from '../native.js'

type Plain = 'bot_command' | 'mention' | 'hashtag' | 'cashtag' | 'url' | 'email'

/** A pattern's first group is what must stand before the entity; the second is the entity. */
const PATTERNS: [Plain, RegExp][] = [
  ['email', /()([\w.%+-]{1,64}@(?:[a-z\d-]{1,63}\.)+[a-z]{2,24})/giu],
  ['url', /(^|[^\p{L}\p{N}_@.])((?:https?:\/\/|tg:\/\/)[^\s<>"]+)/giu],
  [
    'url',
    /(^|[^\p{L}\p{N}_@./-])((?:[a-z\d-]{1,63}\.)+(?:com|net|org|io|me|app|dev|info|xyz)(?:[/?#][^\s<>"]*)?)(?![\w@])/giu,
  ],
  ['bot_command', /(^|[^\w/<>])(\/[a-z\d_]{1,64}(?:@[a-z\d_]{3,32})?)(?![\w/])/giu],
  ['mention', /(^|[^\w@/.])(@[a-z\d_]{3,32})(?!\w)/giu],
  ['hashtag', /(^|[^\p{L}\p{N}_&#])(#[\p{L}\p{N}_]{1,256})/giu],
  ['cashtag', /(^|[^\p{L}\p{N}_$])(\$(?:1INCH|[A-Z]{1,8}))(?![\p{L}\p{N}_])/gu],
]

const TRAILING = /[.,:;!?)\]}'»]+$/u

/** Entities found in `text`, none overlapping an entity in `taken`; sorted by offset. */
export function detectEntities(text: string, taken: readonly MessageEntity[] = []): MessageEntity[] {
  const found: MessageEntity[] = [...taken]
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const before = match[1] ?? ''
      const value = type === 'url' ? (match[2] ?? '').replace(TRAILING, '') : (match[2] ?? '')
      const entity = { type, offset: match.index + before.length, length: value.length }
      if (isFree(entity, found) && isWorthy(type, value)) found.push(entity)
    }
  }
  return found.filter((entity) => !taken.includes(entity)).sort((a, b) => a.offset - b.offset)
}

/** Styles may lie over a link; anything that means something by itself may not. */
const STYLES = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
])

function isFree(entity: { offset: number; length: number }, found: readonly MessageEntity[]): boolean {
  return !found.some(
    (other) =>
      !STYLES.has(other.type) &&
      entity.offset < other.offset + other.length &&
      other.offset < entity.offset + entity.length,
  )
}

/** A tag of digits only is a number, not a hashtag. */
function isWorthy(type: Plain, value: string): boolean {
  return type !== 'hashtag' || /\D/u.test(value.slice(1))
}
