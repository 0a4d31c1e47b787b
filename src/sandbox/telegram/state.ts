/**
 * What the pretend Telegram remembers: chats, their members and messages. Plain data, so that a snapshot is a
 * copy of it.
 */
import type { Message } from './native.js'

export type Standing = 'creator' | 'administrator' | 'member' | 'left' | 'kicked'

export interface Membership {
  standing: Standing
  /** Posts as the group itself (GroupAnonymousBot). */
  anonymous?: boolean
  tag?: string
  /** The link by which they came in and are in still. */
  cameBy?: string
}

export interface InviteLink {
  link: string
  name?: string
  expires?: number
  limit?: number
  byRequest: boolean
  joined: number
  isRevoked?: boolean
}

export interface ChatState {
  id: number
  type: 'private' | 'group' | 'supergroup'
  title: string
  /** Forum topics; empty when the chat is no forum. The General topic has id 1. */
  topics: { id: number; title: string; isClosed?: boolean }[]
  /** People nobody recorded are members (the crowd of a demo group). */
  open: boolean
  members: Map<number, Membership>
  /** Members beside them, who have no name here. */
  unnamed?: number
  /** The bot's own standing. In a private chat `left` means never started, `kicked` means blocked. */
  bot: Standing
  /** Rights the bot lacks although it is an administrator. */
  botLacks: string[]
  messages: Map<number, Message>
  /** Ephemeral messages by their own id. */
  ephemerals: Map<number, Ephemeral>
  nextMessage: number
  nextEphemeral: number
  pinned: number[]
  migratedTo?: number
  /** Of a private chat: the person has deleted their account. */
  isDeactivated?: boolean
  /** Of a group: only administrators may write. */
  isMuted?: boolean
  links: InviteLink[]
}

export interface Ephemeral {
  message: Message
  /** Telegram id of the only person who sees it (the sender, for one that a person sent). */
  person: number
  /** When it was sent, milliseconds since 1970. */
  at: number
  /** The ordinary message it stands in place of, for that person. */
  replaces?: number
}

/** Messages a chat keeps; older ones are gone for everybody, as the demo never needs them. */
export const MESSAGES_KEPT = 2_000

/** Messages `history` shows at most. */
export const HISTORY_SHOWN = 500

/** Ephemeral messages a chat keeps. */
export const EPHEMERALS_KEPT = 2_000

export function emptyChat(
  seed: Pick<ChatState, 'id' | 'type' | 'title' | 'bot'> & Partial<ChatState>,
): ChatState {
  return {
    topics: [],
    open: false,
    members: new Map(),
    botLacks: [],
    messages: new Map(),
    ephemerals: new Map(),
    nextMessage: 1,
    nextEphemeral: 1,
    pinned: [],
    links: [],
    ...seed,
  }
}

/** The chat's standing of a person, with the crowd's default. */
export function standingOf(chat: ChatState, user: number): Standing {
  return chat.members.get(user)?.standing ?? (chat.open ? 'member' : 'left')
}

export const isPresent = (standing: Standing): boolean => standing !== 'left' && standing !== 'kicked'

export const isAdmin = (standing: Standing): boolean => standing === 'creator' || standing === 'administrator'

/** Drops the oldest entries of an insertion-ordered map. */
export function trimOldest<K, V>(map: Map<K, V>, keep: number): void {
  for (const key of map.keys()) {
    if (map.size <= keep) return
    map.delete(key)
  }
}
