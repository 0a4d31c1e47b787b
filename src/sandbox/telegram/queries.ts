/**
 * Presses waiting for `answerCallbackQuery`. One record a press, found by its id in one step, so that ten
 * thousand presses cost no more each than one does.
 */

import type { Clock } from '../clock.js'
import type { Outcome } from '../contract.js'

export interface Query {
  id: string
  /** Telegram id of the person who pressed. */
  user: number
  chat: number
  /** Id of the message, 0 for an ephemeral one. */
  message: number
  ephemeral?: number
  data: string
  /** Milliseconds since 1970. */
  at: number
  answered: boolean
  settle(outcome: Outcome): void
}

export interface Queries {
  open(press: Omit<Query, 'id' | 'at' | 'answered' | 'settle'>, settle: (outcome: Outcome) => void): Query
  /** The query while Telegram still takes an answer to it. */
  alive(id: string): Query | undefined
  /** The query whatever its age, as long as it is remembered. */
  find(id: string): Query | undefined
  /** Answers; the person's app may show the same answer again for `cacheSeconds` without asking. */
  answer(query: Query, outcome: Outcome, cacheSeconds: number): void
  /** An answer the person's app still has. */
  cached(press: Pick<Query, 'user' | 'chat' | 'message' | 'data'>): Outcome | undefined
  /** Lets everybody who still waits go. */
  close(): void
  dump(): { next: number; open: StoredQuery[] }
  /** Takes presses back; the people who made them no longer wait. */
  load(saved: { next: number; open: StoredQuery[] }): void
}

export type StoredQuery = Omit<Query, 'settle'>

/** Presses remembered; the oldest go first. */
const REMEMBERED = 20_000
/** Callback ids are 64-bit numbers in text; these start where no real account's do. */
const FIRST_ID = 4_300_000_000_000_000_000n
const ID_STEP = 7_919n

export interface QueryTimes {
  /** How long the person's app waits for an answer, milliseconds. */
  patienceMs: number
  /**
   * How long the server takes an answer, milliseconds. Telegram publishes no number; reports of
   * "query is too old" begin at about ten seconds [4-platforms 1.3].
   */
  answerableMs: number
}

export function createQueries(clock: Clock, times: QueryTimes): Queries {
  const open = new Map<string, Query>()
  const cache = new Map<string, { outcome: Outcome; until: number }>()
  let next = 1
  return {
    open(press, settle) {
      const id = String(FIRST_ID + BigInt(next++) * ID_STEP)
      const give = once(clock, times.patienceMs, settle)
      const query: Query = { ...press, id, at: clock.now(), answered: false, settle: give }
      open.set(id, query)
      if (open.size > REMEMBERED) open.delete(open.keys().next().value as string)
      return query
    },
    alive(id) {
      const query = open.get(id)
      const fresh = query && !query.answered && clock.now() - query.at <= times.answerableMs
      return fresh ? query : undefined
    },
    find: (id) => open.get(id),
    answer(query, outcome, cacheSeconds) {
      query.answered = true
      query.settle(outcome)
      if (cacheSeconds > 0) cache.set(cacheKey(query), { outcome, until: clock.now() + cacheSeconds * 1000 })
      if (cache.size > REMEMBERED) cache.delete(cache.keys().next().value as string)
    },
    cached(press) {
      const kept = cache.get(cacheKey(press))
      return kept && kept.until > clock.now() ? kept.outcome : undefined
    },
    close() {
      for (const query of open.values()) if (!query.answered) query.settle({ kind: 'timeout' })
    },
    dump: () => ({
      next,
      open: [...open.values()]
        .filter((query) => !query.answered)
        .map(({ settle: _settle, ...query }) => query),
    }),
    load(saved) {
      next = saved.next
      for (const query of saved.open) open.set(query.id, { ...query, settle: () => undefined })
    },
  }
}

const cacheKey = ({ user, chat, message, data }: Pick<Query, 'user' | 'chat' | 'message' | 'data'>): string =>
  `${user} ${chat} ${message} ${data}`

/** Settles with the first outcome, or with `timeout` when none came in time. */
function once(clock: Clock, patienceMs: number, settle: (outcome: Outcome) => void) {
  let done = false
  const finish = (outcome: Outcome): void => {
    if (done) return
    done = true
    cancel()
    settle(outcome)
  }
  const cancel = clock.after(patienceMs, () => finish({ kind: 'timeout' }))
  return finish
}
