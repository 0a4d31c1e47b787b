/** One entry of the rail while it grows: what a person did, or a burst of the same presses. */
import type { Action, Community, Outcome, Person } from './contract.js'
import type {
  LinkedBy,
  PlatformName,
  RailCall,
  RailEntry,
  RailMessage,
  RailOutgoing,
  RailResult,
  RailSwitched,
  RailTransfer,
} from './page-contract.js'
import { decimal, type KeptCall, linkOf, type NewRow, namesOf, type RailBook } from './rail-book.js'
import { filesOf, seenOf } from './rail-words.js'
import type { SentUpdate } from './sent.js'

/** Rows, messages and calls told one by one in an entry. */
const TOLD_MAX = 30
/** ms after an outcome in which the bot's row of the call must have been seen. */
const ROW_MS = 2_500

/** One call of the bot, as far as it is known. */
export interface Doing {
  readonly person: Person
  readonly at: number
  sent: SentUpdate[]
  /** By which the bot knows it; the first of the calls, where one act is several updates. */
  call?: string
  outcome?: Outcome
  outcomeAt?: number
  /** When the bot was seen to have what was sent. */
  takenAt?: number
  row?: KeptCall
  result: RailResult
}

export interface Growing {
  readonly entry: RailEntry
  readonly action: Action
  /** The only one; or of a burst the first. */
  readonly first: Doing
  /** Ids of what it is about: packets, forms, requests. */
  readonly ids: Set<string>
  /** The message that was pressed, or that the person wrote. */
  message?: number | string | undefined
  member?: number
  /** Outgoing messages of which it is known what became of them. */
  readonly settled: Set<string>
  /** Kept up to date by what still comes in. */
  isOpen: boolean
  /** Of a burst: when one of it pressed or was answered last. */
  touchedAt?: number
}

export function newDoing(person: Person, at: number): Doing {
  return { person, at, sent: [], result: 'waiting' }
}

export function newEntry(given: {
  id: number
  platform: PlatformName
  action: Action
  first: Doing
  words: string
  room?: string
  roomTitle?: string
}): RailEntry {
  const { id, platform, action, first, words, room, roomTitle } = given
  const files = filesOf(action)
  return {
    ...{ id, version: 0, at: first.at, platform, did: action.do, words, result: 'waiting', deliveries: 0 },
    person: { id: first.person.id, name: first.person.name },
    ...(room === undefined ? {} : { room }),
    ...(roomTitle === undefined ? {} : { roomTitle }),
    ...(files.length === 0 ? {} : { files }),
    ...{ transfers: [], facts: [], outgoing: [], messages: [], calls: [] },
    more: { transfers: 0, facts: 0, outgoing: 0, messages: 0, calls: 0 },
  }
}

const NOBODY: Person = {
  ...{ id: '', name: '', part: 'member', language: 'en' },
  ...{ telegram: { id: 0, isPremium: false }, discord: { id: '', username: '', roles: [] } },
}

/** An entry of what was done to the bot itself: nothing is looked up for it. */
export function newSwitched(id: number, at: number, switched: RailSwitched): Growing {
  const first = newDoing(NOBODY, at)
  const action: Action = { do: 'open', payload: '' }
  const entry = newEntry({ id, platform: 'telegram', action, first, words: '' })
  return {
    ...{ action, first, ids: new Set(), settled: new Set(), isOpen: false },
    entry: { ...entry, did: 'switch', switched },
  }
}

/** By which the platform knows them. */
export function accountOf(platform: PlatformName, { telegram, discord }: Person): string {
  return platform === 'telegram' ? String(telegram.id) : discord.id
}

/** What became of it, as far as that is known at `now`. */
export function resultOf(
  { row, outcome, outcomeAt = 0, takenAt = outcomeAt, sent }: Doing,
  now: number,
): RailResult {
  if (outcome?.kind === 'impossible') return 'impossible'
  if (row) return row.isRefused ? 'refused' : row.isForm ? 'form' : row.isSilent ? 'silent' : 'done'
  if (!outcome) return 'waiting'
  if (sent.length === 0) return 'unheard'
  if (now - outcomeAt < ROW_MS) return 'waiting'
  if (outcome.kind === 'timeout') return 'unanswered'
  // What the bot does not have yet, it has not passed over.
  if (!sent.every((one) => one.isTaken()) || now - takenAt < ROW_MS) return 'waiting'
  // A press that the bot turns away in memory leaves no row; talk that is not for it leaves none either.
  return outcome.kind === 'none' ? 'silent' : 'refused'
}

/** Key of the message by which the bot answers a call. */
export const isAnswer = ({ key }: Pick<RailOutgoing, 'key'>): boolean => key.startsWith('answer:')

/** ms after which nothing more is added to an entry, and that it is waited for what is still under way. */
const OPEN_MS = 30_000
const UNDER_WAY_MS = 300_000

/** Whether nothing more is to come of it: the bot has it, dealt with it, and its answer went somewhere. */
export function isOver({ entry, first, settled, touchedAt }: Growing, now: number): boolean {
  const { sent, outcomeAt = now, takenAt = outcomeAt } = first
  if (now - (touchedAt ?? Math.max(outcomeAt, takenAt)) <= OPEN_MS) return false
  const isSettled = entry.outgoing.every((one) => !isAnswer(one) || settled.has(one.key))
  const isUnderWay = !entry.burst && !(isSettled && sent.every((one) => one.isTaken()))
  return !isUnderWay || now - outcomeAt > UNDER_WAY_MS
}

/** ms in which somebody who was too fast is not told so again: their bucket is full by then. */
const CALM_MS = 100_000

/**
 * Whether it was typed by somebody who was too fast: they are told so once (`src/interaction/gate.ts`), and
 * what they type then leaves no row and no word. `others` are entries of the same rail.
 */
export function isHeldBack({ entry, action, first }: Growing, others: readonly Growing[]): boolean {
  if (action.do !== 'say' || entry.command === undefined || first.call === undefined) return false
  return others.some(({ entry: other, first: { row } }) => {
    const isTheirs = other.platform === entry.platform && other.person.id === entry.person.id
    if (!isTheirs || other.id >= entry.id || entry.at - other.at > CALM_MS) return false
    if (row?.said === 'refusal-cooldown') return other.command === entry.command
    return other.result === 'too-fast' || row?.said === 'refusal-too-fast'
  })
}

/** Adds to a list of the entry, or counts what does not fit. */
function put<K extends keyof RailEntry['more']>(entry: RailEntry, list: K, one: RailEntry[K][number]): void {
  const all = entry[list] as RailEntry[K][number][]
  if (all.length < TOLD_MAX) all.push(one)
  else entry.more[list] += 1
}

/** Takes a row of the database in, if it belongs. */
export function takeRow(growing: Growing, row: NewRow, community: Addressees): boolean {
  const { entry, first, ids, member } = growing
  if (!first.row || first.call === undefined) return false
  const call = { key: `${entry.platform}:${first.call}`, at: first.row.at, member, ids }
  const linkedBy = linkOf(row, call)
  if (!linkedBy) return false
  const { show } = row
  if (show.kind === 'transfer') put(entry, 'transfers', { ...show.row, linkedBy })
  else if (show.kind === 'fact') put(entry, 'facts', { ...show.row, linkedBy })
  else {
    const person = addresseeOf(show.row.key, community)
    put(entry, 'outgoing', { ...show.row, ...(person ? { person } : {}), linkedBy })
  }
  return true
}

type Addressees = Pick<Community, 'byTelegram' | 'byDiscord'>

/** News for one person end with their account (`core/notices`): `application:2:told:telegram:5000000006`. */
function addresseeOf(key: string, community: Addressees): RailOutgoing['person'] {
  const [, platform, account = ''] = /:(telegram|discord):(\d+)$/.exec(key) ?? []
  if (platform !== 'telegram' && platform !== 'discord') return undefined
  const found = platform === 'telegram' ? community.byTelegram(Number(account)) : community.byDiscord(account)
  return found && { id: found.id, name: found.name, platform }
}

/** Fills in names that were not known when the rows came. Whether there was one. */
export function takeNames({ transfers }: RailEntry, nameOf: RailBook['nameOf']): boolean {
  let isNew = false
  for (const transfer of transfers) {
    const { debitName, creditName } = transfer
    Object.assign(transfer, namesOf(transfer, nameOf))
    isNew ||= transfer.debitName !== debitName || transfer.creditName !== creditName
  }
  return isNew
}

/** An edit of a message that is there already takes its place. */
export function takeMessage(entry: RailEntry, message: RailMessage): void {
  const before = entry.messages.findIndex(
    (one) => one.room === message.room && one.message === message.message,
  )
  if (before < 0) {
    put(entry, 'messages', message)
    return
  }
  const kind =
    entry.messages[before]?.kind === 'message' && message.kind === 'edit' ? 'message' : message.kind
  entry.messages[before] = { ...message, kind }
}

/** How an outgoing message stands now; what it became belongs to the entry by its key. */
export function takeState(
  { entry, settled }: Growing,
  key: string,
  { message, ...state }: NonNullable<ReturnType<RailBook['outgoing']>>,
): boolean {
  const outgoing = entry.outgoing.find((one) => one.key === key)
  if (!outgoing) return false
  if (state.state === 'sent' || state.state === 'dead') settled.add(key)
  const before = JSON.stringify(outgoing)
  Object.assign(outgoing, state)
  const became = entry.messages.find((one) => one.linkedBy === 'time' && String(one.message) === message)
  if (became) became.linkedBy = 'key'
  return became !== undefined || before !== JSON.stringify(outgoing)
}

/** The call as it is in the entry now, unless there were too many already. */
export function takeCall(entry: RailEntry, call: Omit<RailCall, 'linkedBy'>, linkedBy: LinkedBy): RailCall {
  const told = { ...call, linkedBy }
  put(entry, 'calls', told)
  return told
}

export function takeOutcome({ entry, first }: Growing, outcome: Outcome, now: number): void {
  first.outcome = outcome
  first.outcomeAt = now
  const seen = seenOf(outcome)
  if (seen) Object.assign(entry, { seen, took: Math.round(now - first.at) })
  if (outcome.kind === 'impossible') entry.why = outcome.reason
  if (outcome.kind === 'timeout') entry.isUnseen = true
}

/** Adds a row of the ledger to the sums of a burst. */
export function addToTotals(entry: RailEntry, { code, asset, amount }: Omit<RailTransfer, 'linkedBy'>): void {
  const { burst } = entry
  if (!burst) return
  const total = burst.totals.find((one) => one.code === code && one.asset === asset)
  if (total) {
    total.rows += 1
    total.amount = sum(total.amount, amount)
  } else burst.totals.push({ code, asset, rows: 1, amount })
}

/** Of two decimals, exactly. */
function sum(one: string, other: string): string {
  const places = Math.max(...[one, other].map((text) => text.split('.')[1]?.length ?? 0))
  const units = (text: string): bigint => {
    const [whole = '0', rest = ''] = text.split('.')
    return BigInt(whole + rest.padEnd(places, '0'))
  }
  return decimal(units(one) + units(other), places)
}
