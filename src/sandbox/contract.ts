/**
 * What the two pretend platforms, the storm and the chat page agree on.
 *
 * A pretend platform has two faces. Towards the bot it is an HTTP (and WebSocket) server that speaks the
 * platform's own API. Towards the page it is a `SandboxPlatform`: what people see and what they may do.
 * The page receives *native* message objects (Telegram `Message`, Discord `APIMessage`) and draws them as the
 * platform's apps would, so that a rendering mistake of the bot is seen and not smoothed over.
 */

import type { Reason } from './reasons.js'
import type { SentUpdate } from './sent.js'

/**
 * What somebody is when the demo begins, each a person of its own, so that whatever takes two can be tried:
 * `owner` administers the programme; `finance` asks for money and `checker` decides about it; `moderator`
 * runs the groups and reviews applications, `regional` above them; `risk` may stop things; the rest are what
 * they say.
 */
export type Part = 'owner' | 'finance' | 'checker' | 'moderator' | 'regional' | 'risk' | 'partner' | 'member'

export interface Person {
  /** Stable name used in actions, URLs and tests, for example `mei`. */
  id: string
  name: string
  part: Part
  /** IETF tag of the person's apps: `en`, `zh-CN`, `ru`, `es`. */
  language: string
  telegram: { id: number; username?: string; isPremium: boolean }
  discord: { id: string; username: string; roles: string[] }
}

/** A place a person can look at: a group, a topic, a channel, or the private chat with the bot. */
export interface Room {
  /** Native id as text: Telegram chat id (`-1001…`), Discord channel id. Private chats: the person's own. */
  id: string
  title: string
  kind: 'private' | 'group'
  /** Set for forum topics. */
  thread?: string
  members: number
  /** How it stands, where that is not as usual; absent where all is. */
  flags?: RoomFlag[]
}

/**
 * Of a group: the person owns or administers it. Telegram, of a private chat: the person never began it, has
 * blocked the bot, or has deleted their account; of a group: the bot is an ordinary member or not in it, only
 * administrators write, the topic is closed, it is a basic group.
 */
export type RoomFlag =
  | 'owner'
  | 'admin'
  | 'not-begun'
  | 'blocked'
  | 'deleted'
  | 'bot-member'
  | 'bot-out'
  | 'muted'
  | 'closed'
  | 'basic'

/** A file that a person attaches. */
export interface GivenFile {
  name: string
  /** Media type, `image/png` for example. */
  type: string
  base64: string
}

export type Action =
  /**
   * A text typed into the room, or a file with the text as its caption. On Telegram a text that begins with
   * `/` is a command as it is there.
   */
  | { do: 'say'; room: string; thread?: string; text: string; replyTo?: number | string; file?: GivenFile }
  /**
   * A slash command with typed options (Discord). Values as the Discord client would send them; `files` by
   * the names of the options that take one.
   */
  | {
      do: 'command'
      room: string
      name: string
      options: Record<string, string | number | boolean>
      files?: Record<string, GivenFile>
    }
  /** A button (or select, with `values`) under a message. `data` is callback_data or custom_id. */
  | { do: 'press'; room: string; message: number | string; data: string; values?: string[] }
  /** A modal filled in (Discord). `values` and `files` by custom_id. */
  | {
      do: 'submit'
      room: string
      modal: string
      values: Record<string, string | string[]>
      files?: Record<string, GivenFile[]>
    }
  /** A deep link `t.me/<bot>?start=<payload>` opened (Telegram): presses Start in the private chat. */
  | { do: 'open'; payload: string }
  /** `t.me/<bot>?startgroup=<payload>` opened and a group chosen (Telegram): adds the bot where it is not. */
  | { do: 'bring'; room: string; payload: string }
  /** An administrator changes what the bot is in a group (Telegram). */
  | { do: 'let-in' | 'show-out' | 'promote-bot' | 'demote-bot'; room: string }
  /** Whoever owns the group or the server makes the person one of its administrators, or takes that back. */
  | { do: 'become-admin' | 'cease-admin'; room: string }
  /** An administrator lets nobody else write, or all again; makes a basic group a supergroup (Telegram). */
  | { do: 'mute' | 'unmute' | 'upgrade'; room: string }
  /** Of a forum (Telegram). */
  | { do: 'close-topic' | 'open-topic'; room: string; thread: string }
  /** The person keeps the bot from writing to them; deletes their account, or is there again (Telegram). */
  | { do: 'block' | 'unblock' | 'delete-account' | 'restore-account' }
  | { do: 'join'; room: string }
  | { do: 'leave'; room: string }

/** What the person sees at once in answer to an action, or why the platform itself refused it. */
export type Outcome =
  | { kind: 'none' }
  /** Telegram: the callback answer. `url` opens a deep link. */
  | { kind: 'toast'; text: string; alert: boolean; url?: string }
  /** Discord: an ephemeral or public reply, or the update of the pressed message (native APIMessage). */
  | { kind: 'message'; message: unknown; ephemeral: boolean; update: boolean }
  /**
   * Discord: a modal was opened (native APIModalInteractionResponseCallbackData, plus the id to submit it
   * by).
   */
  | { kind: 'modal'; modal: string; data: unknown }
  /** Nobody answered in the time the platform allows ("This interaction failed", the endless spinner). */
  | { kind: 'timeout' }
  /** The platform would not let this person do it (not in the chat, unknown message, no such button). */
  | { kind: 'impossible'; reason: Reason }

/**
 * Everything that can go wrong on purpose. `before` and `after` tell whether a call had its effect when it
 * failed. Stable names: the page's words are keyed by them.
 */
export type FaultId = CallFaultId | UpdateFaultId | GatewayFaultId

/** What can befall one API call of the bot. */
export type CallFaultId =
  | `${SandboxPlatform['name']}-limit`
  | 'discord-limit-global'
  /** Nobody tells a bot that is no administrator who somebody else is. */
  | 'telegram-unsure'
  | `${SandboxPlatform['name']}-error-before`
  | `${SandboxPlatform['name']}-error-after`
  | `${SandboxPlatform['name']}-stall`
  | `${SandboxPlatform['name']}-reset-before`
  | `${SandboxPlatform['name']}-reset-after`

/** What can befall one update on its way to the bot. */
export type UpdateFaultId =
  | `${SandboxPlatform['name']}-duplicate`
  | `${SandboxPlatform['name']}-late`
  | `${SandboxPlatform['name']}-reorder`

/** What can befall the bot's connection to Discord's gateway. */
export type GatewayFaultId =
  /** Discord asks to connect anew (opcode 7); the session is resumed. */
  | 'discord-reconnect'
  /** The connection is cut without a word; the session is resumed. */
  | 'discord-drop'
  /** The session is over (opcode 9): what was sent meanwhile is lost. */
  | 'discord-invalid-session'
  /** Heartbeats are not acknowledged: the bot must notice by itself. */
  | 'discord-deaf'

/** Told to the page (server-sent events) whenever something visible happens. */
export type SandboxEvent = { platform: 'telegram' | 'discord'; at: number } & (
  | { kind: 'message' | 'edit'; room: string; thread?: string; message: unknown; onlyFor?: string }
  | { kind: 'delete'; room: string; message: number | string; onlyFor?: string }
  | ApiCall
)

/** A field that is unknown, by its path; or one that is not of the type that it should be of. */
export interface Strange {
  field: string
  type?: string
}

/** One API call of the bot, for the "what just happened" rail. */
export interface ApiCall {
  kind: 'call'
  method: string
  ok: boolean
  note: string
  /** What struck it on purpose. */
  fault?: FaultId
  /** What the platform's documentation does not know of it; the platform itself ignores such fields. */
  strange?: Strange[]
  /** The update that it answers, by the name that it gives (see `sent.ts`). */
  answers?: string
  /** The room, and the message in it, that it was about. */
  room?: string
  message?: number | string
}

export interface SandboxPlatform {
  readonly name: 'telegram' | 'discord'
  /** What the bot gets as TELEGRAM_API_ROOT or DISCORD_API_ROOT, known after `listen`. */
  readonly root: string
  /** What the bot gets as its token. */
  readonly token: string
  listen(port?: number): Promise<void>
  close(): Promise<void>
  /** Rooms this person sees, groups first, the private chat with the bot last. */
  rooms(person: string): Room[]
  /** The newest `limit` native messages this person sees in the room, oldest first. */
  history(room: string, person: string, limit?: number): unknown[]
  /** Does it as the app on the person's phone would, and resolves with what the person sees in answer. */
  act(person: string, action: Action): Promise<Outcome>
  /** Slash commands or bot commands this person's app would suggest in the room (native objects). */
  commands(room: string, person: string): unknown[]
  onEvent(listener: (event: SandboxEvent) => void): () => void
  /** Tells of updates on their way to the bot, while whoever caused them still waits in `act`. */
  onSent?(listener: (sent: SentUpdate) => void): () => void
  /**
   * Everything that must survive a restart of the sandbox, as JSON; `restore` takes it back before `listen`.
   */
  snapshot(): unknown
  restore(snapshot: unknown): void
}

/** People and places the demo starts with. Both platforms build their rooms from it. */
export interface Community {
  readonly people: readonly Person[]
  /** Finds a seeded person, or one of the crowd (`crowd-17`), who exist on demand. Denies `no-person`. */
  person(id: string): Person
  byTelegram(id: number): Person | undefined
  byDiscord(id: string): Person | undefined
  readonly groups: readonly SandboxGroup[]
}

export interface SandboxGroup {
  key: string
  platform: 'telegram' | 'discord'
  title: string
  /** Telegram: the chat id. Discord: the channel id. */
  room: string
  /** Discord: the guild the channel is in. */
  guild?: string
  /** Telegram: a forum with topics. */
  topics?: { id: number; title: string }[]
  admins: string[]
  language: string
  /** Everyone is a member unless listed here. */
  outsiders?: string[]
  /** A closed group: nobody but these is in it, and nobody is offered to join. */
  only?: string[]
  /** Members besides those who have a name here, as far as the platform counts them. */
  unnamed?: number
}
