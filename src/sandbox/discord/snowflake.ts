/** Discord's epoch: 2015-01-01T00:00:00Z (developers/reference, "Snowflakes"). */
const EPOCH_MS = 1_420_070_400_000
/** Bits below the milliseconds: 5 worker, 5 process, 12 increment. */
const BELOW_TIME = 22n

export interface Snowflakes {
  /** An id not given before, and greater than all before it even when the clock stands or goes back. */
  next(): string
  /** The greatest id given so far. */
  last(): string
}

/** `after` is the last id of a former life, so that a restored sandbox never repeats one. */
export function snowflakes(now: () => number, after = '0'): Snowflakes {
  let last = BigInt(after)
  return {
    next() {
      const fromClock = BigInt(Math.trunc(now()) - EPOCH_MS) << BELOW_TIME
      last = fromClock > last ? fromClock : last + 1n
      return String(last)
    },
    last: () => String(last),
  }
}

/** Shard that serves a guild: `(guild_id >> 22) % shards` (developers/events/gateway, "Sharding"). */
export function shardOf(guild: string, shards: number): number {
  return Number((BigInt(guild) >> BELOW_TIME) % BigInt(shards))
}
