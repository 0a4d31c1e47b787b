/** When to look: soon after a wake, at the moment the last look named, and at least every second. */
import type { World } from '../kit/world.js'

/** ms between two looks when nothing else is known. */
export const LOOK_MS = 1000
/** Least ms between two looks, so that a storm of wakes costs one. */
const GAP_MS = 20
/** A look that took long is followed by so many times its length without one. */
const REST = 4

interface Looks {
  wake(): void
  /** Looks at once, even when stopped, and resolves after it. */
  now(): Promise<void>
  start(): void
  /** Resolves after the look in hand. */
  stop(): Promise<void>
}

/** `look` never rejects, and answers the ms after which another one is due; undefined: nothing is known. */
export function createLooks(
  world: Pick<World, 'monotonic' | 'after'>,
  look: () => Promise<number | undefined>,
): Looks {
  let isStarted = false
  let isWanted = false
  let looking: Promise<void> | undefined
  let restUntil = 0
  let planned: { at: number; cancel: () => void } | undefined

  function plan(ms: number): void {
    const now = world.monotonic()
    const at = Math.max(now + ms, restUntil)
    if (!isStarted || (planned && planned.at <= at)) return
    planned?.cancel()
    planned = { at, cancel: world.after(Math.ceil(at - now), begin) }
  }

  function begin(): void {
    planned?.cancel()
    planned = undefined
    looking ??= once().finally(() => {
      looking = undefined
    })
  }

  async function once(): Promise<void> {
    isWanted = false
    const began = world.monotonic()
    const next = await look()
    const ended = world.monotonic()
    restUntil = ended + Math.max(GAP_MS, REST * (ended - began))
    plan(isWanted ? 0 : Math.min(LOOK_MS, next ?? LOOK_MS))
  }

  return {
    wake() {
      isWanted = true
      if (!isStarted || looking) return
      if (world.monotonic() >= restUntil) begin()
      else plan(0)
    },
    async now() {
      await looking
      begin()
      await looking
    },
    start() {
      isStarted = true
      begin()
    },
    async stop() {
      isStarted = false
      planned?.cancel()
      planned = undefined
      await looking
    },
  }
}
