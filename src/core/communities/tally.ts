/**
 * Counts what is written in some communities, in memory: messages by day, and who wrote by a keyed hash that
 * is another one for each day. A message costs a look into a map, and where its community is counted, one
 * hash. No words and no names come in here.
 */
import { createHmac } from 'node:crypto'

const DAY_MS = 86_400_000
/** Bytes of a hash that are kept. */
const HASH_BYTES = 16
/** Messages remembered for each home, so that one that is delivered twice counts once. */
const REMEMBERED = 1000

/** A community that is counted, from one moment to another, ms since the epoch. */
export interface Watched {
  community: number
  platform: string
  /** Native id of the group or guild. */
  home: string
  from: number
  until: number
}

/** What was counted of a day since it was last taken out. */
export interface Counted {
  community: number
  /** Days since the epoch, UTC. */
  day: number
  messages: number
  writers: Set<string>
}

interface Tally {
  hear(message: { platform: string; home: string; message: string; writer: string; at: number }): void
  /** Takes out what was counted. */
  drain(): Counted[]
  /** Puts back what could not be kept. */
  restore(counted: readonly Counted[]): void
  /** What is counted from now on. */
  watch(watched: readonly Watched[]): void
}

/** `key`: secret bytes, without which a hash tells nothing of an account. */
export function createTally(key: Uint8Array): Tally {
  let homes = new Map<string, Watched[]>()
  const seen = new Map<string, Set<string>>()
  let counts = new Map<string, Counted>()

  function add({ community, day, messages, writers }: Counted): void {
    const name = `${community}:${day}`
    const known = counts.get(name)
    if (!known) {
      counts.set(name, { community, day, messages, writers: new Set(writers) })
      return
    }
    known.messages += messages
    for (const writer of writers) known.writers.add(writer)
  }

  return {
    hear({ platform, home, message, writer, at }) {
      const name = `${platform}:${home}`
      const watched = homes.get(name)
      if (!watched || isRepeated(seen, name, message)) return
      const day = Math.floor(at / DAY_MS)
      for (const { community, from, until } of watched) {
        if (at < from || at >= until) continue
        const hash = hashOf(key, [community, day, platform, writer])
        add({ community, day, messages: 1, writers: new Set([hash]) })
      }
    },
    drain() {
      const drained = [...counts.values()].sort((a, b) => a.community - b.community || a.day - b.day)
      counts = new Map()
      return drained
    },
    restore(counted) {
      for (const one of counted) add(one)
    },
    watch(watched) {
      homes = new Map()
      for (const one of watched) {
        const name = `${one.platform}:${one.home}`
        homes.set(name, [...(homes.get(name) ?? []), one])
      }
      for (const name of seen.keys()) if (!homes.has(name)) seen.delete(name)
    },
  }
}

function isRepeated(seen: Map<string, Set<string>>, home: string, message: string): boolean {
  const known = seen.get(home) ?? new Set<string>()
  seen.set(home, known)
  if (known.has(message)) return true
  known.add(message)
  const oldest = known.size > REMEMBERED ? known.values().next().value : undefined
  if (oldest !== undefined) known.delete(oldest)
  return false
}

function hashOf(key: Uint8Array, parts: readonly (string | number)[]): string {
  return createHmac('sha256', key)
    .update(parts.join(':'))
    .digest('hex')
    .slice(0, HASH_BYTES * 2)
}
