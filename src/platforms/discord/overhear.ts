/**
 * That somebody wrote in a server, for counting alone: which message, who, when. Without the privileged
 * intent Discord leaves the words out, and nothing here would look at them. Left out: bots, webhooks, private
 * chats, and what Discord itself says (joins, pins). Pure and total.
 */
import { MessageType } from 'discord.js'
import type { Overheard } from '../../interaction/call.js'
import { record, snowflake, string } from './raw.js'

/** What a person writes. Source: Discord documentation, message types. */
const WRITTEN: ReadonlySet<unknown> = new Set([MessageType.Default, MessageType.Reply])
/** Characters of an ISO 8601 timestamp; a little more than it has. */
const TIMESTAMP_LIMIT = 40

export function overhear(raw: unknown): Overheard | undefined {
  const message = record(raw)
  const author = record(message?.author)
  const ids = [message?.guild_id, message?.channel_id, message?.id, author?.id]
  const [home, chat, id, writer] = ids.map(snowflake)
  const at = Date.parse(string(message?.timestamp, TIMESTAMP_LIMIT) ?? '')
  if (!message || !home || !chat || !id || !writer || Number.isNaN(at)) return undefined
  if (author?.bot === true || message.webhook_id !== undefined || !WRITTEN.has(message.type)) return undefined
  return { platform: 'discord', home, chat, message: id, writer, at }
}
