/**
 * The bot's queue of undelivered updates. Numbers are sequential, each update has its own lifetime and its own
 * delivery queue (a chat for messages, a person for button presses), and the kinds that are wanted are decided
 * when the update happens, not when it is fetched.
 */
import { type Clock, unixTime } from './clock.js'
import type { UpdateKind } from './native.js'

/** Lifetime of an undelivered press, seconds [tdlib/telegram-bot-api Client.cpp, add_update CallbackQuery]. */
export const CALLBACK_LIFETIME_S = 150
/** Lifetime of every other update here, seconds [same, add_message_update]. */
export const MESSAGE_LIFETIME_S = 86_400
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
  /** Returns the update's id, or undefined when the bot did not ask for this kind. */
  push(kind: UpdateKind, payload: object, queue: string, lifetimeSeconds?: number): number | undefined
  /** Delivers something once more under the same id, whatever was confirmed, as webhooks do at times. */
  repeat(id: number): boolean
  /**
   * Forgets everything below `offset`; a negative offset keeps that many of the newest. Returns the offset to read
   * from: one that lies in the future is not believed and forgets nothing.
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
  dump(): { next: number; allowed?: string[]; waiting: Queued[] }
  load(saved: { next: number; allowed?: string[]; waiting: Queued[] }): void
}

/** First update id; the real ones start at a random number too. */
const FIRST_UPDATE = 710_000_001
/** How far beyond the newest update an offset may lie [tdlib/td TQueue.cpp]. */
const FUTURE = 10
/** Delivered updates remembered for `repeat`. */
const REMEMBERED = 1_000

export function createUpdateQueue(clock: Clock): UpdateQueue {
  let waiting = new Map<number, Queued>()
  let repeats: Queued[] = []
  const recent = new Map<number, Queued>()
  let next = FIRST_UPDATE
  let wanted: string[] | undefined
  const listeners = new Set<(update: Queued) => void>()

  const wants = (kind: string) => (wanted ? wanted.includes(kind) : !ON_REQUEST.has(kind))
  const isAlive = (update: Queued) => update.expires > unixTime(clock)
  const remember = (update: Queued) => {
    recent.set(update.id, update)
    if (recent.size > REMEMBERED) recent.delete(recent.keys().next().value as number)
  }
  const tell = (update: Queued) => {
    for (const listener of listeners) listener(update)
  }
  const expire = () => {
    for (const [id, update] of waiting) if (!isAlive(update)) waiting.delete(id)
  }

  return {
    push(kind, payload, queue, lifetimeSeconds = MESSAGE_LIFETIME_S) {
      if (!wants(kind) || waiting.size >= QUEUE_LIMIT) return undefined
      const id = next++
      const body = `${JSON.stringify(kind)}:${JSON.stringify(payload)}`
      const update: Queued = { id, kind, body, expires: unixTime(clock) + lifetimeSeconds, queue }
      remember(update)
      waiting.set(id, update)
      tell(update)
      return id
    },
    repeat(id) {
      const update = recent.get(id)
      if (!update) return false
      repeats.push(update)
      tell(update)
      return true
    },
    confirm(offset) {
      if (offset < 0) dropOldest(waiting, waiting.size + offset)
      if (offset <= 0 || offset > next + FUTURE) return 0
      for (const id of waiting.keys()) {
        if (id >= offset) break
        waiting.delete(id)
      }
      return offset
    },
    read(offset, limit) {
      const again = repeats.splice(0, limit)
      return [...again, ...readFrom(waiting, offset, limit - again.length, isAlive)]
    },
    remove(id) {
      waiting.delete(id)
      repeats = repeats.filter((update) => update.id !== id)
    },
    isAlive,
    size: () => {
      expire()
      return waiting.size
    },
    clear() {
      waiting.clear()
      repeats = []
    },
    allow(kinds) {
      const before = wanted?.join()
      const known = kinds.filter((kind) => KINDS.has(kind))
      wanted = known.length > 0 ? known : undefined
      return wanted?.join() !== before
    },
    allowed: () => wanted,
    onPush(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dump: () => ({ next, ...(wanted ? { allowed: wanted } : {}), waiting: [...waiting.values()] }),
    load(saved) {
      next = saved.next
      wanted = saved.allowed
      waiting = new Map(saved.waiting.map((update) => [update.id, update]))
    },
  }
}

function dropOldest(waiting: Map<number, Queued>, count: number): void {
  let left = count
  for (const id of waiting.keys()) {
    if (left-- <= 0) return
    waiting.delete(id)
  }
}

/** Reads in order of id and sweeps out what has expired on the way. */
function readFrom(
  waiting: Map<number, Queued>,
  offset: number,
  limit: number,
  isAlive: (update: Queued) => boolean,
): Queued[] {
  const found: Queued[] = []
  let bytes = 0
  for (const [id, update] of waiting) {
    if (!isAlive(update)) {
      waiting.delete(id)
      continue
    }
    if (id < offset) continue
    bytes += update.body.length
    if (found.length >= limit || (found.length > 0 && bytes > ANSWER_BYTES)) break
    found.push(update)
  }
  return found
}

/** The update as the bot receives it. */
export const updateJson = (update: Queued): string => `{"update_id":${update.id},${update.body}}`
