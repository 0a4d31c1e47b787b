/**
 * Calls of one hot command that arrive together become one unit of work. While a unit is under way the next
 * ones collect, so the size of a batch follows the load by itself: alone a call waits for nobody.
 */
import { Outage } from '../kit/outage.js'
import type { World } from '../kit/world.js'

/**
 * Calls in one unit. More makes a commit longer than a person notices; fewer wastes commits.
 */
export const GATHERED_MOST = 256

export interface Gatherer<In, Out> {
  add(item: In): Promise<Out>
}

interface Waiting<In, Out> {
  item: In
  resolve(out: Out): void
  reject(error: unknown): void
}

/**
 * `together` answers in the order of the items. When it fails, each item is tried on its own, so that one
 * that cannot be done hurts nobody else; when the world is away, all fail at once. */
export function createGatherer<In, Out>(
  together: (items: In[]) => Promise<Out[]>,
  world: Pick<World, 'breathe'>,
): Gatherer<In, Out> {
  let waiting: Waiting<In, Out>[] = []
  let flying = false

  async function fly(): Promise<void> {
    flying = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, GATHERED_MOST)
      waiting = waiting.slice(GATHERED_MOST)
      await settle(batch)
    }
    flying = false
  }

  async function settle(batch: Waiting<In, Out>[]): Promise<void> {
    try {
      const results = await together(batch.map(({ item }) => item))
      for (const [index, one] of batch.entries()) one.resolve(results[index] as Out)
    } catch (error) {
      const [only] = batch
      if (batch.length === 1) only?.reject(error)
      else if (error instanceof Outage) for (const one of batch) one.reject(error)
      else for (const one of batch) await settle([one])
    }
  }

  return {
    add(item) {
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        if (!flying) void world.breathe().then(() => (flying ? undefined : fly()))
      })
    },
  }
}
