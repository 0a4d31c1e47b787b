/** What the page's server and the page in the browser agree on, beyond `contract.ts`. Types only. */
import type { Action, FaultId, Person, SandboxEvent, SandboxGroup, Strange } from './contract.js'
import type { Reason } from './reasons.js'
import type { PlatformName, StormEnd, StormGain } from './storm-contract.js'
import type { Transports } from './transport-contract.js'

export type * from './storm-contract.js'

/** Every answer that is a no. */
export interface NoAnswer {
  error: Reason
  /** For developers, in English; the page does not show it. */
  detail?: string
}

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
  /** It runs, and not all platforms have accepted it yet. */
  isWaiting?: boolean
  /** When the running process started, or when the last one ended. */
  since: number
  restarts: number
}

/** Answer of `GET /api/people`; server-sent event `people`. */
export interface PeopleAnswer {
  /** Roles of the programme by person id, the longest held first; absent while nobody knows them. */
  roles?: Record<string, string[]> | undefined
  /** Messages of the bot that only this person sees, so far: by platform and person id. */
  told: Record<PlatformName, Record<string, number>>
}

/** Server-sent event `frame`: what happened since the last one, the newest state of each message only. */
export interface Frame {
  events: SandboxEvent[]
  /** API calls of the bot that were left out because there were too many for one frame. */
  skippedCalls: number
  /** Too much happened to tell it one by one: fetch the history again. */
  reload: boolean
}

/** Off, only the next time, or a share of the times: 0 < share ≤ 1. */
export type FaultLevel = 'off' | 'next' | number

export interface FaultState {
  id: FaultId
  platform: PlatformName
  what: 'call' | 'update' | 'gateway'
  level: FaultLevel
  /** How often it has struck since the sandbox was started. */
  struck: number
  /** Milliseconds since the epoch and, of a call, the method or route it struck last. */
  last?: { at: number; on?: string }
  /** How long the bot is told to wait, a call is held, or an update is late. */
  seconds?: number
  /** Of the gateway: what became of the bot's session since it struck last. */
  after?: SessionAfter
}

/**
 * `away`: the bot has not come back yet; `resumed`: it took its session up again, and `events` were sent once
 * more; `begun`: it began a new one, and `events` had nobody to go to. `ms` from the strike on.
 */
export type SessionAfter = { kind: 'away' } | { kind: 'resumed' | 'begun'; ms: number; events: number }

/** Answer of `GET /api/faults` and `POST /api/faults`; server-sent event `faults`. */
export type FaultsAnswer = { faults: FaultState[] }

/** Body of `POST /api/faults`: levels to set, or everything off. */
export type FaultsRequest = { set: Partial<Record<FaultId, FaultLevel>> } | { allOff: true }

/**
 * What became of something a person did:
 * - `waiting`: nobody knows yet;
 * - `done`, `refused`, `form` (something is missing and was asked for): the bot has dealt with it;
 * - `too-fast`: typed by somebody who was too fast and has been told so once; more is not said;
 * - `silent`: the bot took it and had nothing to say or do, as with talk that is not for it;
 * - `unheard`: it was never sent to the bot (talk in a group, a link, joining);
 * - `unanswered`: nobody answered in the platform's time, and the database has nothing of it either;
 * - `impossible`: the platform itself did not let it through.
 */
export type RailResult =
  | 'waiting'
  | 'done'
  | 'refused'
  | 'form'
  | 'too-fast'
  | 'silent'
  | 'unheard'
  | 'unanswered'
  | 'impossible'

/**
 * How something is known to belong to the entry: `key`: it names the call, the fact it stands for, or the
 * message; `time`: it only happened at the same time and to the same person or room.
 */
export type LinkedBy = 'key' | 'time'

/** One row of the ledger. */
export interface RailTransfer {
  id: number
  /** What for, a word of the program: `packet-claim`. */
  code: string
  phase: 'single' | 'pending' | 'post' | 'void'
  /** Ledger owners: `member:42:available`, `chat:7`, `packet:<id>`, `treasury`. */
  debit: string
  credit: string
  /** Names of people and groups behind the owners, where there are any. */
  debitName?: string
  creditName?: string
  /** Decimal, with a point: `1.25`. */
  amount: string
  asset: string
  linkedBy: LinkedBy
}

/** A row of the record of what happened. */
export interface RailFact {
  kind: string
  /** `packet:<id>`, `member:7`, `application:2`. */
  subject: string
  /** What people call whom it is about, where it is a person or a group. */
  name?: string
  /** The role it is about, or the state that something is in now. */
  detail?: string
  /** Done by the bot itself, not by whose entry it is. */
  isOfBot?: true
  linkedBy: LinkedBy
}

/** A message waiting in the outbox, or gone from it. */
export interface RailOutgoing {
  key: string
  /** The person whom it is for, where it is for one. */
  person?: { id: string; name: string; platform: PlatformName }
  state: 'queued' | 'leased' | 'sent' | 'unknown' | 'dead'
  class: 'edit' | 'receipt' | 'post'
  attempts: number
  /** Given up until the person opens the private chat; then it is sent. */
  waits?: true
  /** Has waited for longer than it takes to send a message at once. */
  isLate?: true
  linkedBy: LinkedBy
}

/** A point in time within a text: its place there, milliseconds since the epoch, and Discord's style. */
export interface RailMoment {
  from: number
  to: number
  at: number
  style: string
}

/** Something that became visible. */
export interface RailMessage {
  kind: 'message' | 'edit' | 'delete'
  platform: PlatformName
  room: string
  /** Of the room, or of the topic in it. */
  roomTitle?: string
  message: number | string
  /** The first words of it, as they are read. */
  text: string
  /** Points in time within `text`; absent where there are none. */
  moments?: RailMoment[]
  /** The only person who sees it, and what they are called. */
  onlyFor?: string
  onlyForName?: string
  linkedBy: LinkedBy
}

/** What befell an update on its way to the bot, on purpose. */
export type RailStruck =
  /** Held back for so many seconds. */
  | { what: 'late'; seconds: number }
  /** Waited behind another one of its chat that was held back. */
  | { what: 'behind' }
  /** Held back until something from another chat was there first; or nothing came in that second. */
  | { what: 'overtaken' | 'not-overtaken' }

/** One API call of the bot. */
export interface RailCall {
  platform: PlatformName
  method: string
  ok: boolean
  note: string
  /** The fault that struck it. */
  fault?: FaultId
  /** As `ApiCall.strange`. */
  strange?: Strange[]
  /** Milliseconds after the update. */
  after: number
  linkedBy: LinkedBy
}

/**
 * What the presses of a storm on one button came to, told as one entry.
 * `presses` = `answered` + `turnedAway` + `unanswered` + `waiting`: how each press ended for whoever pressed;
 * `people` = `paid` + `others` + the sum of `refused` + `lost` + `open`: the best that each person got by
 * all presses, as the bot's database has it. A person may be paid by a press whose answer was lost.
 */
export interface RailBurst extends Record<StormEnd, number> {
  /** `StormReport.id`. */
  storm: number
  presses: number
  waiting: number
  people: number
  paid: number
  /** Got an answer that is neither money nor a no: a place in a draw, the conditions. */
  others: number
  /** Were told no, by the key of the refusal: `packet-empty`. Nothing but `turned-away` by the platform. */
  refused: Partial<Record<string, number>>
  /** The bot has nothing of their presses, and cannot have them any more; absent where there is nobody. */
  lost?: number
  /** Nothing is known of what they got. */
  open: number
  /** `paid` and `refused` in slices of `gainWidth` milliseconds since `RailEntry.at`. */
  gains: StormGain[]
  gainWidth: number
  /** Sums of the ledger rows by what for and asset; amounts decimal. */
  totals: { code: string; asset: string; rows: number; amount: string }[]
}

/** Something that was done to the bot itself, and not by a person in a chat. */
export type RailSwitched =
  | { what: 'killed' }
  | { what: 'way'; platform: PlatformName; way: Transports[PlatformName] }

/** One thing that a person did and what followed: an entry of the rail. */
export interface RailEntry {
  id: number
  /** Grows with every change: a newer one replaces the older. */
  version: number
  /** Milliseconds since the epoch. */
  at: number
  platform: PlatformName
  person: { id: string; name: string }
  room?: string
  roomTitle?: string
  did: Action['do'] | 'switch'
  /** What was typed; the command with its options; the label of the button, or its data. */
  words: string
  /** Names of the files that went along, and whether each is a picture. */
  files?: { name: string; isPicture: boolean }[]
  /** The bot's command that it was: `claim`. Absent when it was none. */
  command?: string
  result: RailResult
  /** How often the platform delivered it: from the second time on the bot has answered already. */
  deliveries: number
  /** What the person saw at once, if anything. */
  seen?: {
    kind: 'toast' | 'alert' | 'private' | 'public' | 'update' | 'modal'
    text: string
    /** As in `RailMessage`. */
    moments?: RailMoment[]
  }
  /** Why the platform did not let it through, where it did not. */
  why?: Reason
  /** Milliseconds from what they did to what they saw. */
  took?: number
  transfers: RailTransfer[]
  facts: RailFact[]
  outgoing: RailOutgoing[]
  messages: RailMessage[]
  calls: RailCall[]
  /** On its way to the bot; absent when nothing did. */
  struck?: RailStruck[]
  /**
   * The answer was not seen in the platform's time, though the bot has dealt with it. Absent otherwise.
   */
  isUnseen?: true
  /** How many of each were left out, because there were too many for one entry. */
  more: { transfers: number; facts: number; outgoing: number; messages: number; calls: number }
  /** Set when this stands for many presses of one button; `person` is then the first of them. */
  burst?: RailBurst
  /**
   * Set when nobody did it: `person` and `platform` say nothing then, and `took` is until the bot ran again.
   */
  switched?: RailSwitched
}

/** Answer of `GET /api/rail`: the newest 200, newest first. */
export interface RailAnswer {
  entries: RailEntry[]
}

/** Server-sent event `rail`: entries that are new or have changed since the last one. */
export interface RailNews {
  entries: RailEntry[]
}

/**
 * Answer of `GET /api/rail/:id`: what the bot was sent, as it was sent but for secrets, and the row that
 * remembers the call. Of a burst the first press.
 */
export interface RailDetail {
  entry: RailEntry
  /** Native update or interaction; null when nothing was sent to the bot. */
  update: unknown
  /** The row of `calls`: the answer as the bot keeps it; null when there is none. */
  call: unknown
}
