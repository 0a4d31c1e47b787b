/**
 * What comes in. A slash command, a typed command, a press, a form, a deep link: each is a Call.
 * An adapter makes it from a native update by a pure function and vouches for `actor` and `place` (the
 * platform said so); everything in `request` is the client's word and is trusted in nothing.
 */
export const PLATFORM_NAMES = ['telegram', 'discord'] as const
export type PlatformName = (typeof PLATFORM_NAMES)[number]

export interface Account {
  platform: PlatformName
  /** Native id as text; never a username, which can change hands. */
  id: string
  /**
   * As the platform gives it: may hold markup, bidi and zero-width characters. Cleaned where it is stored.
   */
  name: string
  username?: string
  /** IETF tag of the person's app, when the platform tells. */
  language?: string
  isBot: boolean
  /** An anonymous admin, a channel, a linked-channel forward: nobody we could credit. */
  isAnonymous: boolean
  isPremium?: boolean
  /** When the account was made, ms since the epoch, where the platform lets us know (Discord snowflakes). */
  createdAt?: number
}

export interface Place {
  platform: PlatformName
  /** Native chat or channel id as text. */
  chat: string
  /** Forum topic. */
  thread?: string
  kind: 'private' | 'group'
  title?: string
  /** IETF tag the platform gives for the group (Discord's guild_locale). */
  language?: string
  /** Discord's guild, where there is one. */
  guild?: string
}

/** What the platform says of an account in a place. `unknown` membership is never taken for a yes. */
export interface Standing {
  membership: 'member' | 'outsider' | 'unknown'
  isAdmin: boolean
  /** Native role ids (Discord). */
  roles: string[]
}

export type Request =
  /** `/command the words after it`, as typed. */
  | { kind: 'typed'; command: string; words: string }
  /** A command whose arguments came named and apart (Discord slash options), all as text. */
  | { kind: 'filled'; command: string; values: Record<string, string> }
  /** A button or select. `data` is what `press.ts` packed; a select adds the chosen values. */
  | { kind: 'pressed'; data: string; values?: string[] }
  /**
   * A free text that may answer the open form of this person in this place (Telegram reply or private text).
   */
  | { kind: 'answered'; text: string; replyTo?: string }
  /** A modal. `form` is the packed data it was opened with. */
  | { kind: 'submitted'; form: string; values: Record<string, string> }
  /** A deep link, `/start payload`; an empty payload is a plain /start. */
  | { kind: 'opened'; payload: string }

export interface Call {
  platform: PlatformName
  /**
   * Unique for ever on the platform: `update:<id>`, interaction id. The same id means the same call again.
   */
  id: string
  /** When it happened by the platform's clock, ms since the epoch. */
  at: number
  actor: Account
  place: Place
  /** Given when the platform sends it along (Discord); otherwise asked for only when needed. */
  standing?: Standing
  request: Request
  /** Native id of the message that was pressed, or of the typed message. */
  message?: string
  /**
   * True where the platform waits for an answer to this very call (callback query, interaction): the answer
   * is handed back to the adapter. False for typed messages: the answer goes through the outbox.
   */
  awaitsAnswer: boolean
  /** The adapter's own handle (callback query id, interaction token). Opaque, never stored. */
  handle: unknown
}

/** News from a platform that nobody said. `id` is the same whenever the same news is delivered again. */
export type PlatformEvent = { id: string } & News

type News =
  /** A group became a supergroup: same chat, new id. */
  | { kind: 'chat-migrated'; platform: PlatformName; from: string; to: string }
  /** The bot came into a group, or was shown out. `by` is who did it, when known. */
  | { kind: 'bot-joined' | 'bot-left'; place: Place; by?: Account }
  /** A person stopped or restarted the private chat with the bot. */
  | { kind: 'bot-blocked' | 'bot-unblocked'; account: Account }
