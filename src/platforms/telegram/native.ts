/**
 * Narrow reading of Telegram's objects. What arrives is unknown until each field has been looked at: a
 * malformed update yields nothing and never throws.
 */
import { cleanLanguage } from '../../i18n/clean.js'
import type { Account, Place, Standing } from '../../interaction/call.js'
import { ANONYMOUS_AUTHORS, GENERAL_TOPIC } from './limits.js'
import { formatMessageId } from './message-id.js'

export type Native = Readonly<Record<string, unknown>>

/** UTF-16 units of a name or title that we carry on; Telegram's own are 64 and 128. */
const NAME_LIMIT = 256

export function object(value: unknown): Native | undefined {
  return typeof value === 'object' && value !== null ? (value as Native) : undefined
}

export function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Ids take up to 52 bits (Bot API, User.id), so a safe integer holds each. */
export function integer(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined
}

/** An account from a User. `sentAs` is the message's `sender_chat`: then `from` is a placeholder. */
export function readAccount(value: unknown, sentAs?: unknown): Account | undefined {
  const user = object(value)
  const id = integer(user?.id)
  if (!user || id === undefined || id <= 0) return undefined
  const account: Account = {
    platform: 'telegram',
    id: String(id),
    name: fullName(user),
    isBot: user.is_bot === true,
    isAnonymous: sentAs !== undefined || ANONYMOUS_AUTHORS.has(id),
    isPremium: user.is_premium === true,
  }
  const username = string(user.username)
  if (username) account.username = username
  const language = cleanLanguage(string(user.language_code))
  if (language) account.language = language
  return account
}

function fullName(user: Native): string {
  const first = string(user.first_name) ?? ''
  const last = string(user.last_name)
  return (last ? `${first} ${last}` : first).slice(0, NAME_LIMIT)
}

/** A place from a message: its chat, and its topic unless that is General, which is never sent back. */
export function readPlace(message: Native): Place | undefined {
  const place = readChat(message.chat)
  const topic = message.is_topic_message === true ? integer(message.message_thread_id) : undefined
  if (place && topic !== undefined && topic !== GENERAL_TOPIC) place.thread = String(topic)
  return place
}

export function readChat(value: unknown): Place | undefined {
  const chat = object(value)
  const id = integer(chat?.id)
  const kind = string(chat?.type)
  if (!chat || id === undefined || id === 0 || !isChatType(kind)) return undefined
  const place: Place = {
    platform: 'telegram',
    chat: String(id),
    kind: kind === 'private' ? 'private' : 'group',
  }
  const title = string(chat.title)
  if (title) place.title = title.slice(0, NAME_LIMIT)
  return place
}

function isChatType(kind: string | undefined): boolean {
  return kind === 'private' || kind === 'group' || kind === 'supergroup' || kind === 'channel'
}

/** The message's own name; an ephemeral one has the number 0 and another number that counts. */
export function readMessageId(message: Native, person: string, chat: string): string | undefined {
  const ephemeral = integer(message.ephemeral_message_id)
  if (ephemeral !== undefined && ephemeral > 0) {
    return formatMessageId({ chat, receiver: person, ephemeral }, chat)
  }
  const number = integer(message.message_id)
  return number !== undefined && number > 0 ? String(number) : undefined
}

/**
 * A ChatMember as a standing. A restricted person may be in the chat or not: only the server's word counts.
 */
export function readStanding(value: unknown): Standing | undefined {
  const member = object(value)
  switch (member?.status) {
    case 'creator':
    case 'administrator':
      return { membership: 'member', isAdmin: true, roles: [] }
    case 'member':
      return { membership: 'member', isAdmin: false, roles: [] }
    case 'restricted':
      return { membership: member.is_member === true ? 'member' : 'outsider', isAdmin: false, roles: [] }
    case 'left':
    case 'kicked':
      return { membership: 'outsider', isAdmin: false, roles: [] }
    default:
      return undefined
  }
}
