/** What a storm is asked for and tells, as the page's server and the page agree on it. Types only. */
import type { SandboxPlatform } from './contract.js'
import type { Reason } from './reasons.js'

export type PlatformName = SandboxPlatform['name']

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
  /** The bot is killed when a third of the presses has ended; its supervisor starts it again. */
  kill?: boolean
  /** Whoever got no answer presses once more in the end, as people do. */
  again?: boolean
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
  /** The text with `…` for each number that was not the same for all. */
  pattern: string
  /** The first of these texts, as it was. */
  example: string
  /** Why the platform refused the press, in place of a text; `…` for what was not the same for all. */
  reason?: Reason
  kind: StormKind
  platforms: PlatformName[]
  count: number
}

/**
 * How a press ended, in short: the bot answered; the platform did not let it through, because the button is
 * gone by then, for example; or nobody answered in the platform's time.
 */
export type StormEnd = 'answered' | 'turnedAway' | 'unanswered'

/** Presses that ended within one slice of time. */
export interface StormSlice extends Record<StormEnd, number> {
  /** Milliseconds within which half of its answers came, and 99 % of them; 0 where there were none. */
  p50: number
  p99: number
}

/** People in a slice of time, by the best that each of them got: when the answer came that told it. */
export interface StormGain {
  paid: number
  refused: number
}

/** Those presses that were made by people who had got no answer and pressed once more. */
export interface StormAgain {
  /** Those that have begun. */
  presses: number
  told: ToldRow[]
}

/**
 * A storm as it stands, sent about five times a second. Durations in milliseconds. All numbers are of all
 * presses, those of people who pressed once more among them: `ended` = `answered` + `turnedAway` +
 * `unanswered`, and it is the sum of `kinds`, of `slices`, and of `told` with `toldMore`.
 */
export interface StormReport {
  id: number
  request: StormRequest
  /** To be made in all, as far as that is known. */
  presses: number
  started: number
  ended: number
  elapsed: number
  answered: number
  turnedAway: number
  unanswered: number
  kinds: Partial<Record<StormKind, number>>
  /** Of those that were answered. */
  p50: number
  p99: number
  slowest: number
  /** Slices of `sliceWidth` milliseconds since the start. */
  slices: StormSlice[]
  sliceWidth: number
  told: ToldRow[]
  /** How many rows `told` leaves out, and how many presses those stand for. */
  toldMore: { rows: number; count: number }
  /** Milliseconds after the start at which the bot was killed. */
  killed?: number
  /** The same of every further time. */
  killedAgain?: number[]
  /** Absent while nobody has pressed once more. */
  again?: StormAgain
  state: 'running' | 'done' | 'cancelled'
}
