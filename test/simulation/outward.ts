/**
 * A platform's side of what the bot sends: requests travel, may be refused, lost before or after their
 * effect, or slow; what has left the app arrives though the app dies.
 */
import {
  type Delivered,
  type Delivery,
  DeliveryError,
  type DeliveryFailure,
} from '../../src/interaction/platform.js'
import type { Board, Shown } from './board.js'
import type { History } from './history.js'
import type { Life } from './life.js'

/** ms a request or an answer is on its way. */
const TRAVEL = { least: 5, most: 250 }
/** ms after which the adapters' clients give up (`src/platforms`), and how long a slow answer takes. */
const PATIENCE_MS = 30_000
const SLOW = { least: 3_000, most: 40_000 }
/** ms that a platform asks to wait for. */
const WAIT = { least: 500, most: 8_000 }
/** Discord knows a nonce again for "a few minutes"; two are counted on. */
export const NONCE_MS = 180_000

export interface Outward {
  deliver(life: Life, delivery: Delivery): Promise<Delivered>
}

export interface OutwardOptions {
  name: 'telegram' | 'discord'
  history: History
  board: Board
  /** Why a message cannot get there, by the state of the platform. */
  obstacle(delivery: Delivery): DeliveryFailure | undefined
  /** Somebody reads it. */
  shown(shown: Shown, isNew: boolean): void
}

type Outcome = { delivered: Delivered } | { failure: DeliveryFailure }

export function outwardOf(options: OutwardOptions): Outward {
  const { name, history, board } = options
  const { scheduler, count } = history
  const chance = history.chance(`${name} outward`)
  const nonces = new Map<string, { message: string; at: number }>()

  function effect(delivery: Delivery): Outcome {
    const obstacle = options.obstacle(delivery)
    if (obstacle) {
      board.fate(delivery.key).refused = obstacle.kind
      return { failure: obstacle }
    }
    return delivery.edit === undefined ? post(delivery) : edit(delivery, delivery.edit)
  }

  function edit(delivery: Delivery, message: string): Outcome {
    const shown = board.edit(message, delivery)
    if (!shown) {
      board.fate(delivery.key).refused = 'gone'
      return { failure: { kind: 'gone', detail: 'there is no such message' } }
    }
    options.shown(shown, false)
    return { delivered: { message } }
  }

  function post(delivery: Delivery): Outcome {
    const known = nonces.get(delivery.key)
    if (name === 'discord' && known && history.trueTime() - known.at < NONCE_MS)
      return { delivered: { message: known.message } }
    if (board.fate(delivery.key).effects > 0) count.repeated += 1
    const shown = board.post(delivery, history.trueTime())
    nonces.set(delivery.key, { message: shown.message, at: shown.at })
    options.shown(shown, true)
    return { delivered: { message: shown.message } }
  }

  /** What the platform makes of a request, and when its answer comes; `undefined`: the answer is lost. */
  function arrive(delivery: Delivery): { outcome: Outcome | undefined; ms: number } {
    const { mood } = history
    const ms = chance.between(TRAVEL.least, TRAVEL.most)
    if (chance.happens(mood.broken)) return { outcome: later(0, false), ms }
    if (chance.happens(mood.limited)) {
      const wait = chance.between(WAIT.least, WAIT.most)
      return { outcome: later(wait, name === 'discord' && chance.happens(0.2)), ms }
    }
    if (chance.happens(mood.cut)) return { outcome: undefined, ms }
    const outcome = effect(delivery)
    if (chance.happens(mood.lost)) return { outcome: undefined, ms }
    if (!chance.happens(mood.stalled)) return { outcome, ms }
    const slow = chance.between(SLOW.least, SLOW.most)
    return slow < PATIENCE_MS ? { outcome, ms: slow } : { outcome: undefined, ms: PATIENCE_MS }
  }

  return {
    deliver(life, delivery) {
      count.sends += 1
      history.trace.add(`${name} is sent ${delivery.key} ${delivery.edit ?? ''}`)
      if (life.passes('request')) return new Promise(() => {})
      return new Promise((resolve, reject) => {
        scheduler.later(chance.between(TRAVEL.least, TRAVEL.most), `${name} takes ${delivery.key}`, () => {
          const { outcome, ms } = arrive(delivery)
          answer(life, delivery.key, ms, outcome, resolve, reject)
        })
      })
    },
  }

  function answer(
    life: Life,
    key: string,
    ms: number,
    outcome: Outcome | undefined,
    resolve: (delivered: Delivered) => void,
    reject: (error: Error) => void,
  ): void {
    if (life.isOver()) return
    const go = () => {
      if (life.passes('request')) return
      if (!outcome) board.fate(key).doubts += 1
      const failure = outcome ? 'failure' in outcome && outcome.failure : UNTOLD
      if (failure) reject(new DeliveryError(failure))
      else if (outcome && 'delivered' in outcome) resolve(outcome.delivered)
    }
    scheduler.later(ms, `${life.number} hears of ${key}`, go, life.number)
  }
}

const UNTOLD: DeliveryFailure = { kind: 'unknown', detail: 'no answer came' }

function later(retryAfter: number, everything: boolean): Outcome {
  return { failure: { kind: 'later', retryAfter, everything } }
}
