/**
 * The bot's queue of undelivered updates. Numbers are sequential, each update has its own lifetime and its
 * own delivery queue (a chat for messages, a person for button presses), and the kinds that are wanted are
 * decided when the update happens, not when it is fetched.
 */

import { type Clock, unixTime } from '../clock.js'
import type { FaultLane } from '../fault-lane.js'
import { type SentUpdate, sendingOf } from '../sent.js'
import type { UpdateKind } from './native.js'
import { trimOldest } from './state.js'

/**
 * Lifetime of an undelivered press, seconds [tdlib/telegram-bot-api Client.cpp, add_update CallbackQuery].
 */
export const CALLBACK_LIFETIME_S = 150
/** Lifetime of every other update here, seconds [same, add_message_update]. */
const MESSAGE_LIFETIME_S = 86_400
/** Updates held for one bot [tdlib/td TQueue.cpp, MAX_QUEUE_EVENTS]. */
const QUEUE_LIMIT = 100_000
/** Text of one getUpdates answer, bytes, about [7-reliability 1.5]. */
const ANSWER_BYTES = 4_000_000

/** Kinds left out unless asked for by name [Bot API, getUpdates.allowed_updates]. */
const ON_REQUEST = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

/** Every kind of update there is [Bot API Update]; other names in `allowed_updates` are ignored. */
const KINDS = new Set([
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'guest_message',
  'message_reaction',
  'message_reaction_count',
  'inline_query',
  'chosen_inline_result',
  'callback_query',
  'shipping_query',
  'pre_checkout_query',
  'purchased_paid_media',
  'poll',
  'poll_answer',
  'my_chat_member',
  'chat_member',
  'chat_join_request',
  'chat_boost',
  'removed_chat_boost',
  'managed_bot',
  'subscription',
  'stopped_message_generation',
])

export interface Queued {
  id: number
  kind: string
  /** JSON of the update without its id: `"message":{…}`. */
  body: string
  /** Unix seconds. */
  expires: number
  queue: string
}

export interface UpdateQueue {
  /** Forgotten at once if the bot did not ask for this kind. Its lifetime begins now, however late it is. */
  push(kind: UpdateKind, payload: object, queue: string, lifetimeSeconds?: number): void
  /** Delivers something once more under the same id, whatever was confirmed, as webhooks do at times. */
  repeat(id: number): boolean
  /**
   * Forgets everything below `offset`; a negative offset keeps that many of the newest. Returns the offset to
   * read from: one that lies in the future is not believed and forgets nothing.
   */
  confirm(offset: number): number
  read(offset: number, limit: number): Queued[]
  remove(id: number): void
  isAlive(update: Queued): boolean
  size(): number
  clear(): void
  /** Remembers the wanted kinds; an empty list means the default ones. Returns whether that changed. */
  allow(kinds: string[]): boolean
  allowed(): string[] | undefined
  onPush(listener: (update: Queued) => void): () => void
  dump(): SavedUpdates
  load(saved: SavedUpdates): void
}

export interface SavedUpdates {
  next: number
  allowed?: string[]
  waiting: Queued[]
}

/** First update id, always the same here; the real ones start at a random number. */
const FIRST_UPDATE = 710_000_001
/**
 * Ids skipped when a snapshot comes back: it may be older than what the bot has seen, and no id may come
 * twice.
 */
const SKIPPED_ON_RETURN = 100_000
/** How far beyond the newest update an offset may lie [tdlib/td TQueue.cpp]. */
const FUTURE = 10
/** Delivered updates remembered for `repeat`. */
const REMEMBERED = 1_000

/** What updates pass through before they are in the queue. */
type Way = Pick<FaultLane, 'pass'>

const STRAIGHT: Way = { pass: (update) => update.give() }

export interface QueueParts {
  way?: Way
  /** Told of every update the bot asked for, when it happens. */
  sent?: (update: SentUpdate) => void
  /** Telegram id of the bot, which is a part of the names of its updates. */
  bot?: number
}

export function createUpdateQueue(clock: Clock, parts: QueueParts = {}): UpdateQueue {
  return new Queue(clock, parts)
}

class Queue implements UpdateQueue {
  readonly #clock: Clock
  readonly #parts: QueueParts
  #waiting = new Map<number, Queued>()
  /** Delivered at the next reading whatever was confirmed. */
  #repeats: Queued[] = []
  readonly #recent = new Map<number, Queued>()
  #next = FIRST_UPDATE
  #wanted: string[] | undefined
  readonly #listeners = new Set<(update: Queued) => void>()

  constructor(clock: Clock, parts: QueueParts) {
    this.#clock = clock
    this.#parts = parts
  }

  push(kind: UpdateKind, payload: object, queue: string, lifetimeSeconds = MESSAGE_LIFETIME_S): void {
    if (!this.#wants(kind)) return
    const body = `${JSON.stringify(kind)}:${JSON.stringify(payload)}`
    const update = { kind, body, expires: unixTime(this.#clock) + lifetimeSeconds, queue }
    let id = 0
    const { way = STRAIGHT, sent, bot = 0 } = this.#parts
    const native = () => ({ ...(id ? { update_id: id } : {}), [kind]: payload })
    const query = kind === 'callback_query' ? (payload as { id?: string }).id : undefined
    const sending = sendingOf(native, query, () => id !== 0 && !this.#waiting.has(id))
    sent?.(sending)
    const delivered = () => sending.delivered(`update:${bot}:${id}`)
    way.pass({
      queue,
      struck: sending.struck,
      give: () => {
        id = this.#admit(update)
        delivered()
      },
      again: () => {
        if (this.repeat(id)) delivered()
      },
    })
  }

  /** Numbered in the order of arrival; what does not fit is lost. */
  #admit(given: Omit<Queued, 'id'>): number {
    if (this.#waiting.size >= QUEUE_LIMIT) return 0
    const id = this.#next++
    const update = { ...given, id }
    this.#recent.set(id, update)
    trimOldest(this.#recent, REMEMBERED)
    this.#waiting.set(id, update)
    this.#tell(update)
    return id
  }

  #wants(kind: string): boolean {
    return this.#wanted ? this.#wanted.includes(kind) : !ON_REQUEST.has(kind)
  }

  #tell(update: Queued): void {
    for (const listener of this.#listeners) listener(update)
  }

  repeat(id: number): boolean {
    const update = this.#recent.get(id)
    if (!update) return false
    this.#repeats.push(update)
    this.#tell(update)
    return true
  }

  confirm(offset: number): number {
    if (offset < 0) trimOldest(this.#waiting, -offset)
    if (offset <= 0 || offset > this.#next + FUTURE) return 0
    for (const id of this.#waiting.keys()) {
      if (id >= offset) break
      this.#waiting.delete(id)
    }
    return offset
  }

  read(offset: number, limit: number): Queued[] {
    const again = this.#dueRepeats(limit)
    return [...again, ...this.#readFrom(offset, limit - again.length)]
  }

  /** A repeat waits until nothing older does: confirming it would confirm those too. */
  #dueRepeats(limit: number): Queued[] {
    const [oldest = Number.POSITIVE_INFINITY] = this.#waiting.keys()
    const due = this.#repeats.filter(({ id }) => id < oldest).slice(0, limit)
    this.#repeats = this.#repeats.filter((update) => !due.includes(update))
    return due
  }

  /** Reads in order of id and sweeps out what has expired on the way. */
  #readFrom(offset: number, limit: number): Queued[] {
    const found: Queued[] = []
    let bytes = 0
    for (const [id, update] of this.#waiting) {
      if (!this.isAlive(update)) this.#waiting.delete(id)
      else if (id >= offset) {
        bytes += update.body.length
        if (found.length >= limit || (found.length > 0 && bytes > ANSWER_BYTES)) break
        found.push(update)
      }
    }
    return found
  }

  remove(id: number): void {
    this.#waiting.delete(id)
    this.#repeats = this.#repeats.filter((update) => update.id !== id)
  }

  isAlive(update: Queued): boolean {
    return update.expires > unixTime(this.#clock)
  }

  size(): number {
    for (const [id, update] of this.#waiting) if (!this.isAlive(update)) this.#waiting.delete(id)
    return this.#waiting.size
  }

  clear(): void {
    this.#waiting.clear()
    this.#repeats = []
  }

  allow(kinds: string[]): boolean {
    const before = this.#wanted?.join()
    const known = kinds.filter((kind) => KINDS.has(kind))
    this.#wanted = known.length > 0 ? known : undefined
    return this.#wanted?.join() !== before
  }

  allowed(): string[] | undefined {
    return this.#wanted
  }

  onPush(listener: (update: Queued) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  dump(): SavedUpdates {
    const allowed = this.#wanted ? { allowed: this.#wanted } : {}
    return { next: this.#next, ...allowed, waiting: [...this.#waiting.values()] }
  }

  load(saved: SavedUpdates): void {
    this.#next = saved.next + SKIPPED_ON_RETURN
    this.#wanted = saved.allowed
    this.#waiting = new Map(saved.waiting.map((update) => [update.id, update]))
  }
}

/** The update as the bot receives it. */
export const updateJson = (update: Queued): string => `{"update_id":${update.id},${update.body}}`
