/** Everything the pretend Discord remembers, and the few ports its parts share. No rules live here. */
import type { APIApplicationCommand, APIEmbed, APIMessage, APIOverwrite, APIRole, APIUser } from 'discord.js'
import type { Dispatcher } from 'undici'
import type { Clock } from '../clock.js'
import type { Community, SandboxEvent } from '../contract.js'
import type { Interaction } from './interactions/interaction.js'
import type { Snowflakes } from './snowflake.js'

export interface Realm {
  readonly clock: Clock
  /** Replaced when a snapshot is restored. */
  ids: Snowflakes
  readonly community: Community
  readonly app: Application
  readonly guilds: Map<string, Guild>
  readonly channels: Map<string, Channel>
  readonly commands: Map<string, StoredCommand>
  /** Creates per guild (or `global`) in the running day, against the limit of 200. */
  readonly commandCreates: Map<string, { day: number; count: number }>
  /** By token; removed when the token dies. */
  readonly interactions: Map<string, Interaction>
  /** Payloads of the newest interactions as sent, for replays. */
  readonly sentInteractions: Map<string, SentInteraction>
  /** The modal each person has open, by user id. */
  readonly modals: Map<string, OpenModal>
  /** Recent messages by author and nonce, for `enforce_nonce`. */
  readonly nonces: Map<string, { kept: Kept; at: number }>
  readonly files: Map<string, StoredFile>
  readonly invites: Map<string, Invite>
  /** User ids that take no direct messages from strangers and bots. */
  readonly closedDms: Set<string>
  /** `http://127.0.0.1:<port>`; known after `listen`. */
  origin: string
  /** How long `act` waits for the end of a deferred answer, in ms. */
  readonly patience: number
  /** Privileged intents switched on for the application. */
  readonly privilegedIntents: number
  /** Connections to the interactions endpoint. */
  readonly http: Dispatcher
  /** To every gateway session that asked for it. */
  dispatch(event: GatewayEvent): void
  /** To the page. */
  tell(event: Telling): void
  /** Sends an interaction (as JSON) to the bot by the way the application chose. */
  deliver(interaction: SentInteraction): void
}

/** Omit over each member of a union. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
export type Telling = Without<SandboxEvent, 'at' | 'platform'>

export interface Application {
  readonly id: string
  readonly name: string
  readonly user: APIUser
  /** Changes when the identify budget is overrun: Discord then resets it. */
  token: string
  readonly publicKey: string
  sign(text: string): string
  /** Where interactions are POSTed; `undefined`: to the gateway. */
  endpoint: string | undefined
  description: string
}

export interface GatewayEvent {
  name: string
  /** Absent for what concerns a direct message; those go to shard 0. */
  guild?: string
  /** The event is sent to sessions with one of these intents; 0 is for everyone. */
  intents: number
  data?: unknown
  /** The data already as JSON, instead of `data`. */
  json?: string
  /** Told instead of `data` to sessions without MESSAGE_CONTENT. */
  withoutContent?: unknown
}

export interface Guild {
  readonly id: string
  name: string
  owner: string
  roles: APIRole[]
  members: Map<string, Member>
  /** Members beside them, who have no name here. */
  unnamed?: number
  /** User ids that left; they do not come back by themselves as the crowd does. */
  left: Set<string>
  locale: string
}

export interface Member {
  user: string
  roles: string[]
  joinedAt: string
  nick: string | null
}

export interface Channel {
  readonly id: string
  readonly guild?: string
  /** Direct messages: the person's user id. */
  readonly recipient?: string
  name: string
  topic: string | null
  position: number
  overwrites: APIOverwrite[]
  /** What everyone in the channel sees, oldest first. */
  messages: Map<string, Kept>
  /** Ephemeral messages, oldest first, with the same ids space. */
  ephemeral: Map<string, Kept>
  /** The same by person, newest last. */
  ephemeralOf: Map<string, Kept[]>
  lastMessage: string | null
  lastPin: string | null
}

export interface Pings {
  users: string[]
  roles: string[]
  everyone: boolean
}

/** A message with what the native object does not tell. */
export interface Kept {
  message: APIMessage
  channel: Channel
  /** User id of the only one who sees it. */
  onlyFor?: string
  pings: Pings
  /** All embeds, also while they are suppressed. */
  embeds: APIEmbed[]
  reactions: Map<string, Set<string>>
  pinnedAt?: string
  deleted?: boolean
}

export interface StoredCommand {
  guild?: string
  command: APIApplicationCommand
}

export interface SentInteraction {
  id: string
  token: string
  guild?: string
  payload: string
}

export interface OpenModal {
  id: string
  room: string
  interaction: Interaction
  data: { custom_id: string; title: string; components: Record<string, unknown>[] }
}

export interface StoredFile {
  name: string
  type: string
  data: Buffer
}

export interface Invite {
  code: string
  channel: string
  inviter: string
  maxAge: number
  maxUses: number
  uses: number
  temporary: boolean
  createdAt: number
}

/** ISO 8601 with microseconds and offset, as Discord writes it. */
export const timestamp = (ms: number): string => new Date(ms).toISOString().replace('Z', '000+00:00')
