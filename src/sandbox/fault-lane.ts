/**
 * The way of updates to the bot while they may be delivered twice, late, or after a later one. What belongs
 * to one queue keeps its order whatever happens: no platform mixes that up.
 */
import type { Faults } from './faults.js'
import type { PlatformName, RailStruck } from './page-contract.js'

/** ms that an update waits for another one to overtake it. */
const OVERTAKE_MS = 1_000

interface Clock {
  after(ms: number, run: () => void): () => void
}

/** An update on its way. */
export interface Passage {
  /** Updates of one queue arrive in their order. */
  queue: string
  /** Hands it to the bot. */
  give(): void
  /** Hands it to the bot once more, as it was. */
  again(): void
  /** Is told what befalls it before it is given. */
  struck?(struck: RailStruck): void
}

export interface FaultLane {
  /** Gives it at once, unless a fault strikes or something of its queue is still held. */
  pass(update: Passage): void
}

interface Held {
  updates: Passage[]
  /** Waits to be overtaken by an update of another queue. */
  isYielding: boolean
  stop(): void
}

export function createFaultLane(platform: PlatformName, clock: Clock, faults: Faults | undefined): FaultLane {
  const held = new Map<string, Held>()
  const release = (queue: string, first: RailStruck): void => {
    const one = held.get(queue)
    held.delete(queue)
    one?.stop()
    for (const [at, update] of (one?.updates ?? []).entries()) {
      update.struck?.(at === 0 ? first : { what: 'behind' })
      give(update)
    }
  }
  const give = (update: Passage): void => {
    update.give()
    if (faults?.strikes(`${platform}-duplicate`)) update.again()
    for (const [queue, { isYielding }] of [...held]) {
      if (isYielding && queue !== update.queue) release(queue, { what: 'overtaken' })
    }
  }
  const hold = (update: Passage, ms: number, isYielding: boolean): void => {
    const late: RailStruck = isYielding ? { what: 'not-overtaken' } : { what: 'late', seconds: ms / 1000 }
    const stop = clock.after(ms, () => release(update.queue, late))
    held.set(update.queue, { updates: [update], isYielding, stop })
  }
  return {
    pass(update) {
      const before = held.get(update.queue)
      if (before) before.updates.push(update)
      else if (faults?.strikes(`${platform}-late`))
        hold(update, faults.times[`${platform}Late`] * 1000, false)
      else if (faults?.strikes(`${platform}-reorder`)) hold(update, OVERTAKE_MS, true)
      else give(update)
    },
  }
}
