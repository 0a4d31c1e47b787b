/**
 * That somebody wrote in a group, for counting alone: which message, who, when. The words are not looked at.
 * Left out: bots and anonymous admins (nobody to count), what Telegram itself says of joins and pins, what
 * was forwarded automatically from a channel. Pure and total.
 */
import type { Overheard } from '../../interaction/call.js'
import { integer, object } from './native.js'

/** What a person sends. Service messages have none of it. Bot API, Message. */
const CONTENT = [
  ...['text', 'photo', 'video', 'animation', 'sticker', 'document', 'audio', 'voice', 'video_note'],
  ...['story', 'poll', 'dice', 'location', 'venue', 'contact', 'game', 'checklist'],
]

export function overhear(update: unknown): Overheard | undefined {
  const message = object(object(update)?.message)
  const chat = object(message?.chat)
  if (!message || (chat?.type !== 'group' && chat?.type !== 'supergroup')) return undefined
  const from = object(message.from)
  const [home, id, writer, date] = [chat.id, message.message_id, from?.id, message.date].map(integer)
  if (home === undefined || id === undefined || writer === undefined || date === undefined) return undefined
  // Ephemeral messages have no number of their own.
  const isNobody = from?.is_bot === true || message.sender_chat !== undefined || id <= 0
  if (isNobody || message.is_automatic_forward === true) return undefined
  if (!CONTENT.some((kind) => message[kind] !== undefined)) return undefined
  const at = date * 1000
  return { platform: 'telegram', home: String(home), message: String(id), writer: String(writer), at }
}
