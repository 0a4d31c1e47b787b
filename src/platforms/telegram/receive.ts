/**
 * What comes in: a native update becomes a Call, an event, news about a member, or nothing. Pure and total.
 *
 * Left out on purpose: edited messages and channel posts (a command counts once, when it is said), messages
 * that were forwarded or written through another bot (the words are somebody else's), other bots' commands,
 * files in groups and commands in captions, free text in groups that answers nothing of ours, and presses of
 * inline-mode messages, which carry no chat.
 */
import type { Call, Noticed, Place, PlatformEvent, Request, Standing } from '../../interaction/call.js'
import { readFile } from './incoming-file.js'
import { PAYLOAD_PATTERN } from './limits.js'
import {
  integer,
  type Native,
  object,
  readAccount,
  readChat,
  readMessageId,
  readPlace,
  readStanding,
  string,
} from './native.js'

/** The bot itself, as getMe tells. */
export interface Self {
  id: number
  /** Without the @. */
  username: string
  /** Privacy mode is off: messages of groups reach it where it is no admin, too. */
  readsAll?: boolean
}

export type Received =
  | { kind: 'call'; call: Call }
  | { kind: 'event'; event: PlatformEvent; news?: MemberNews }
  | { kind: 'news'; news: MemberNews; noticed?: Noticed }
  /** A press that we cannot place. It is told so, and that is all. `language` is the presser's. */
  | { kind: 'unplaced'; query: string; language?: string }

/** What a `chat_member` or `my_chat_member` update tells about an account in a chat. */
export interface MemberNews {
  chat: string
  account: string
  standing: Standing
  /** When it came about, ms in whole seconds. */
  at: number
}

/**
 * Reads one update; undefined when there is nothing in it for us. `now` dates what carries no date itself.
 * Updates are numbered by bot, and anew after a quiet week, so a call is named after both.
 */
export function receive(update: unknown, self: Self, now: number): Received | undefined {
  const native = object(update)
  const id = updateId(update)
  if (!native || id === undefined) return undefined
  const name = `update:${self.id}:${id}`
  if (native.callback_query !== undefined) return pressed(object(native.callback_query), name, now)
  if (native.message !== undefined) return said(object(native.message), name, self, now)
  if (native.my_chat_member !== undefined) return moved(object(native.my_chat_member), name, self)
  if (native.chat_member !== undefined) return seen(object(native.chat_member))
  return undefined
}

/** The update's number, by which a poll confirms it; undefined for what is no update. */
export function updateId(update: unknown): number | undefined {
  return integer(object(update)?.update_id)
}

function pressed(query: Native | undefined, id: string, now: number): Received | undefined {
  const handle = string(query?.id)
  const actor = readAccount(query?.from)
  if (!query || !handle || !actor) return undefined
  const message = object(query.message)
  const data = string(query.data)
  const place = message && readPlace(message)
  const isForeign = query.inline_message_id !== undefined || message?.business_connection_id !== undefined
  if (!message || !place || data === undefined || isForeign) {
    return { kind: 'unplaced', query: handle, language: actor.language }
  }
  const call: Call = {
    platform: 'telegram',
    id,
    at: now,
    actor,
    place,
    request: { kind: 'pressed', data },
    message: readMessageId(message, actor.id, place.chat),
    awaitsAnswer: true,
    handle,
  }
  return { kind: 'call', call }
}

function said(message: Native | undefined, id: string, self: Self, now: number): Received | undefined {
  if (!message) return undefined
  const migration = readMigration(message, id)
  if (migration) return { kind: 'event', event: migration }
  const actor = readAccount(message.from, message.sender_chat)
  const place = readPlace(message)
  if (!actor || !place || isSecondHand(message)) return undefined
  const request = readSaid(message, place, self)
  if (!request) return undefined
  const call: Call = {
    platform: 'telegram',
    id,
    at: dateOf(message, now),
    actor,
    place,
    request,
    message: readMessageId(message, actor.id, place.chat),
    awaitsAnswer: false,
    handle: undefined,
  }
  return { kind: 'call', call }
}

/** Words, or in a private chat a file. */
function readSaid(message: Native, place: Place, self: Self): Request | undefined {
  const text = string(message.text)
  if (text !== undefined) return readRequest(text, message, place, self)
  const file = place.kind === 'private' ? readFile(message) : undefined
  return file && { kind: 'answered', text: string(message.caption) ?? '', file }
}

/** Words that somebody else wrote, or that reached us through somebody else's account. */
function isSecondHand(message: Native): boolean {
  return (
    message.forward_origin !== undefined ||
    message.is_automatic_forward === true ||
    message.via_bot !== undefined ||
    message.business_connection_id !== undefined
  )
}

function dateOf(native: Native, now: number): number {
  const seconds = integer(native.date)
  return seconds !== undefined && seconds > 0 ? seconds * 1000 : now
}

function readMigration(message: Native, id: string): PlatformEvent | undefined {
  const here = integer(object(message.chat)?.id)
  const to = integer(message.migrate_to_chat_id)
  const from = integer(message.migrate_from_chat_id)
  if (!here || (!to && !from)) return undefined
  return {
    id,
    kind: 'chat-migrated',
    platform: 'telegram',
    from: String(to ? here : from),
    to: String(to ? to : here),
  }
}

/** `/name`, `/name@bot` and what follows after white space. */
const COMMAND = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,32}))?(?:\s+(.*))?$/s

function readRequest(text: string, message: Native, place: Place, self: Self): Request | undefined {
  const command = COMMAND.exec(text)
  if (!command) return readAnswer(text, message, place, self)
  const [, name = '', bot, rest = ''] = command
  const words = rest.trim()
  if (bot && bot.toLowerCase() !== self.username.toLowerCase()) return undefined
  if (name.toLowerCase() !== 'start') return { kind: 'typed', command: name.toLowerCase(), words }
  return { kind: 'opened', payload: PAYLOAD_PATTERN.test(words) ? words : '' }
}

/** Free text: anything in private; in a group only what replies to us or what nobody but us sees. */
function readAnswer(text: string, message: Native, place: Place, self: Self): Request | undefined {
  const target = object(message.reply_to_message)
  const isReplyToUs =
    integer(object(target?.from)?.id) === self.id && target?.forum_topic_created === undefined
  const isForUs = place.kind === 'private' || isReplyToUs || message.ephemeral_message_id !== undefined
  if (!isForUs) return undefined
  const replyTo = target && isReplyToUs ? readMessageId(target, receiverOf(message), place.chat) : undefined
  return replyTo ? { kind: 'answered', text, replyTo } : { kind: 'answered', text }
}

/** Whoever replies to an ephemeral message is the one who received it. */
function receiverOf(message: Native): string {
  return String(integer(object(message.from)?.id) ?? 0)
}

function moved(change: Native | undefined, id: string, self: Self): Received | undefined {
  const place = readChat(change?.chat)
  const before = readStanding(change?.old_chat_member)
  const after = readStanding(change?.new_chat_member)
  if (!change || !place || !before || !after) return undefined
  const by = readAccount(change.from)
  const was = before.membership === 'member'
  const is = after.membership === 'member'
  if (place.kind === 'private') {
    if (!by || was === is) return undefined
    return { kind: 'event', event: { id, kind: is ? 'bot-unblocked' : 'bot-blocked', account: by } }
  }
  const news = { chat: place.chat, account: String(self.id), standing: after, at: changedAt(change) }
  if (was === is) return { kind: 'news', news }
  const kind = is ? 'bot-joined' : 'bot-left'
  return { kind: 'event', event: by ? { id, kind, place, by } : { id, kind, place }, news }
}

/** What has no date counts as very old. */
function changedAt(change: Native | undefined): number {
  return (integer(change?.date) ?? 0) * 1000
}

function seen(change: Native | undefined): Received | undefined {
  const place = readChat(change?.chat)
  const member = object(change?.new_chat_member)
  const account = integer(object(member?.user)?.id)
  const standing = readStanding(member)
  if (!place || account === undefined || !standing) return undefined
  const news = { chat: place.chat, account: String(account), standing, at: changedAt(change) }
  const before = readStanding(change?.old_chat_member)
  if (place.kind === 'private' || !before || before.membership === standing.membership)
    return { kind: 'news', news }
  const what = standing.membership === 'member' ? 'came' : 'went'
  const link = what === 'came' ? string(object(change?.invite_link)?.invite_link) : undefined
  const { chat } = place
  const noticed: Noticed = {
    platform: 'telegram',
    chat,
    account: news.account,
    what,
    ...(link ? { link } : {}),
  }
  return { kind: 'news', news, noticed }
}
