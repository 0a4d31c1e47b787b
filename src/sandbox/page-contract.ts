/** What the page's server and the page in the browser agree on, beyond `contract.ts`. Types only. */
import type { Person, SandboxEvent, SandboxGroup } from './contract.js'

export type PlatformName = 'telegram' | 'discord'

/** Answer of `GET /api/community`. */
export interface CommunityAnswer {
  people: readonly Person[]
  groups: readonly SandboxGroup[]
  /** Roles of the Discord server. */
  roles: { id: string; name: string }[]
  platforms: PlatformName[]
  /** Highest number a `crowd-<n>` may have. */
  crowd: number
}

/** Answer of `GET /api/bot`; `at` and `since` in milliseconds since the epoch. */
export interface BotStatus {
  running: boolean
  /** When the running process started, or when the last one ended. */
  since: number
  restarts: number
}

/** One button that the storm presses. */
export interface StormTarget {
  platform: PlatformName
  room: string
  message: number | string
  data: string
}

/** Body of `POST /api/storm`: `people` of the crowd from number `from` on press `taps` times each. */
export interface StormRequest {
  targets: StormTarget[]
  people: number
  from?: number
  taps?: number
}

/**
 * How a press ended, by the form of what the person saw. `toast` and `alert` are Telegram's callback answers,
 * `private`, `public` and `update` Discord's replies, `silent` an answer without anything to read,
 * `timeout` no answer in the platform's time, `impossible` a press the platform itself refused.
 */
export type StormKind =
  | 'toast'
  | 'alert'
  | 'private'
  | 'public'
  | 'update'
  | 'modal'
  | 'silent'
  | 'timeout'
  | 'impossible'

/** What people were told: texts that differ only in their numbers are one row. */
export interface ToldRow {
  /** The text with every number replaced by `#`. */
  pattern: string
  /** The first of these texts, as it was. */
  example: string
  kind: StormKind
  platforms: PlatformName[]
  count: number
}

/**
 * How a press ended, in short: the bot answered; the platform did not let it through, because the button is
 * gone by then, for example; or nobody answered in the platform's time.
 */
export type StormEnd = 'answered' | 'refused' | 'failed'

/** Presses that ended within one slice of time. */
export type StormSlice = Record<StormEnd, number>

/** A storm as it stands, sent about five times a second. Durations in milliseconds. */
export interface StormReport {
  id: number
  request: StormRequest
  presses: number
  started: number
  ended: number
  elapsed: number
  answered: number
  refused: number
  failed: number
  kinds: Partial<Record<StormKind, number>>
  p50: number
  p99: number
  slowest: number
  /** Slices of `sliceWidth` milliseconds since the start. */
  slices: StormSlice[]
  sliceWidth: number
  told: ToldRow[]
  /** How many rows `told` leaves out, and how many presses those stand for. */
  toldMore: { rows: number; count: number }
  state: 'running' | 'done' | 'cancelled'
}

/** Server-sent event `frame`: what happened since the last one, the newest state of each message only. */
export interface Frame {
  events: SandboxEvent[]
  /** API calls of the bot that were left out because there were too many for one frame. */
  skippedCalls: number
  /** Too much happened to tell it one by one: fetch the history again. */
  reload: boolean
}
