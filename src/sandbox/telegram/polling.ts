/**
 * Long polling: one poller at a time, an answer at once or when something happens [Client.cpp
 * do_get_updates].
 */

import type { Clock } from '../clock.js'
import { type Args, clamped, integer, json, text } from './args.js'
import { conflict } from './refusal.js'
import { type Queued, type UpdateQueue, updateJson } from './updates.js'

/** Seconds a poll is held at most [Client.h LONG_POLL_MAX_TIMEOUT]. */
const MAX_TIMEOUT_S = 50
/** Updates of one answer at most [Bot API getUpdates.limit]. */
const MAX_LIMIT = 100
/**
 * A poll that repeats the last offset sooner than this is held this long [Client.cpp
 * process_get_updates_query].
 */
const BUSY_LOOP_MS = 3_000
/** A poll that repeats the last offset sooner than this gets one update only [same]. */
const BUSY_LOOP_HARD_MS = 500
/** Conflicts are told at most this often [Client.cpp fail_query_conflict]. */
const CONFLICT_MS = 3_000

/** JSON text that is already written and goes into the answer as it is. */
export class RawJson {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export interface Polling {
  poll(args: Args): Promise<RawJson>
  /** Ends the waiting poll because the bot set a webhook, or because the server stops. */
  abort(reason: string): void
  /** A poll that cannot be: rejects with 409, at most one every three seconds. */
  refuse(reason: string): Promise<never>
  close(): void
}

interface Waiting {
  finish(updates: Queued[]): void
  refuse(reason: string): void
}

const OTHER_POLLER = 'terminated by other getUpdates request; make sure that only one bot instance is running'

export function createPolling(clock: Clock, updates: UpdateQueue): Polling {
  let waiting: Waiting | undefined
  let last = { offset: Number.NaN, at: Number.NEGATIVE_INFINITY }
  let nextConflict = Number.NEGATIVE_INFINITY

  const abort = (reason: string) => waiting?.refuse(reason)

  const wait = (offset: number, limit: number, seconds: number): Promise<Queued[]> =>
    new Promise((resolve, reject) => {
      abort(OTHER_POLLER)
      const leave = () => {
        stopTimer()
        stopListening()
        if (waiting === self) waiting = undefined
      }
      const self: Waiting = {
        finish(found) {
          leave()
          resolve(found)
        },
        refuse(reason) {
          leave()
          delayConflict(() => reject(conflict(reason)))
        },
      }
      /**
       * Comes a turn of the event loop later, so that a storm is fetched in batches [LONG_POLL_MAX_DELAY].
       */
      const wake = () => {
        if (waiting === self) self.finish(updates.read(offset, limit))
      }
      const stopTimer = clock.after(seconds * 1000, () => self.finish([]))
      const stopListening = updates.onPush(() => {
        stopListening()
        setImmediate(wake)
      })
      waiting = self
    })

  const delayConflict = (tell: () => void) => {
    const now = clock.now()
    if (now < nextConflict) {
      clock.after(CONFLICT_MS, tell)
      return
    }
    nextConflict = now + CONFLICT_MS
    tell()
  }

  return {
    async poll(args) {
      const offset = integer(args, 'offset')
      let limit = clamped(args, 'limit', MAX_LIMIT, 1, MAX_LIMIT)
      let timeout = clamped(args, 'timeout', 0, 0, MAX_TIMEOUT_S)
      rememberKinds(updates, args)
      const since = offset === last.offset ? clock.now() - last.at : Number.POSITIVE_INFINITY
      if (since < BUSY_LOOP_MS && timeout < BUSY_LOOP_MS / 1000) timeout = BUSY_LOOP_MS / 1000
      if (since < BUSY_LOOP_HARD_MS) limit = 1
      last = { offset, at: clock.now() }
      const from = updates.confirm(offset)
      const found = updates.read(from, limit)
      const answer = found.length > 0 || timeout === 0 ? found : await wait(from, limit, timeout)
      return new RawJson(`[${answer.map(updateJson).join(',')}]`)
    },
    abort,
    refuse: (reason) => new Promise((_resolve, reject) => delayConflict(() => reject(conflict(reason)))),
    close: () => waiting?.finish([]),
  }
}

/** `allowed_updates` is remembered when given; anything that is no list of names is ignored. */
export function rememberKinds(updates: UpdateQueue, args: Args): boolean {
  if (text(args, 'allowed_updates') === '') return false
  const value = readKinds(args)
  return value === undefined ? false : updates.allow(value)
}

function readKinds(args: Args): string[] | undefined {
  try {
    const value = json(args, 'allowed_updates', '')
    const isList = Array.isArray(value) && value.every((kind) => typeof kind === 'string')
    return isList ? value.map((kind) => kind.toLowerCase()) : undefined
  } catch {
    return undefined
  }
}
