/**
 * What comes in. A slash command, a typed command, a press, a form, a deep link: each is a Call.
 * An adapter makes it from a native update by a pure function and vouches for `actor` and `place` (the
 * platform said so); everything in `request` is the client's word and is trusted in nothing.
 */
export const PLATFORM_NAMES = ['telegram', 'discord'] as const
export type PlatformName = (typeof PLATFORM_NAMES)[number]

/** By what the outbox is carried: a platform, or the mail. */
export type CarrierName = PlatformName | 'mail'

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

/** How somebody stands in a chat other than the one they speak in. */
export interface Elsewhere {
  /** By its own number. */
  chat: number
  standing: Standing
}

/** How somebody else stands in a chat. */
export interface Concerned extends Elsewhere {
  member: number
  /** Unknown as well where they have no account on its platform. */
  standing: Standing
}

/** What a platform says of a group and of what the bot sees there. */
export interface Survey {
  /** Members, as the platform counts them (bots are among them). */
  size: number
  /** Whether people's messages there reach the bot. */
  hears: boolean
  /** Discord's guild, which is what was counted. */
  guild?: string
}

/**
 * That somebody wrote something in a group, for counting alone: the words are left where they are. Names the
 * message and its writer by native ids.
 */
export interface Overheard {
  platform: PlatformName
  /** The group, or Discord's guild. */
  home: string
  /** The chat in it, where there are several (Discord's channels); left out: the group itself. */
  chat?: string
  message: string
  writer: string
  /** ms since the epoch. */
  at: number
}

/** That an account came into a group, or is in it no more. */
export interface Noticed {
  platform: PlatformName
  chat: string
  account: string
  what: 'came' | 'went'
  /** The invitation by which they came, where the platform tells. */
  link?: string
}

/** A file that a person sent along, as the platform describes it. */
export interface SentFile {
  /** By what the platform gives it out: Telegram's file id, Discord's address. */
  native: string
  /** Telegram shows and gives out again a photo as a photo only, anything else as a document. */
  sentAs: 'photo' | 'document'
  /** The same for the same bytes, where the platform says so (Telegram's `file_unique_id`). */
  unique?: string
  /** As the sender named it: any text. */
  name: string
  /** As the sender's app says; lower case, without parameters. */
  mime: string
  /** Bytes, where the platform tells. */
  size?: number
}

export type Request =
  /** `/command the words after it`, as typed. */
  | { kind: 'typed'; command: string; words: string }
  /** A command whose arguments came named and apart (Discord slash options), all as text. */
  | { kind: 'filled'; command: string; values: Record<string, string>; files?: Record<string, SentFile> }
  /** A button or select. `data` is what `press.ts` packed; a select adds the chosen values. */
  | { kind: 'pressed'; data: string; values?: string[] }
  /**
   * A free text that may answer the open form of this person in this place (Telegram reply or private text),
   * or a file, with its caption.
   */
  | { kind: 'answered'; text: string; replyTo?: string; file?: SentFile }
  /** A modal. `form` is the packed data it was opened with. */
  | { kind: 'submitted'; form: string; values: Record<string, string>; files?: Record<string, SentFile> }
  /** A deep link, `/start payload`; an empty payload is a plain /start. */
  | { kind: 'opened'; payload: string }

export interface Call {
  platform: PlatformName
  /**
   * Unique on the platform: `update:<bot>:<number>`, interaction id. The same id means the same call again.
   */
  id: string
  /** When it happened by the platform's clock, ms since the epoch. */
  at: number
  actor: Account
  place: Place
  /** Given when the platform sends it along (Discord); otherwise asked for only when needed. */
  standing?: Standing
  /** The same of another chat in which the command acts; asked for only when it says so. */
  there?: Elsewhere
  /** Of somebody whom the command is about; asked for only when it says so. */
  concerned?: Concerned
  /** Of the chat that is measured; asked for only when the command says so. */
  survey?: Survey
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
