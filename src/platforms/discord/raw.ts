/**
 * Narrow looks at what came from outside: each answers undefined for anything of another shape and never
 * throws.
 */

export type Raw = Readonly<Record<string, unknown>>

/** Snowflakes have 17 to 20 digits until the year 2090; shorter ones would be from before Discord. */
const SNOWFLAKE = /^\d{17,20}$/
/** First millisecond of a snowflake's clock. Source: Discord documentation, reference, Snowflakes. */
const DISCORD_EPOCH_MS = 1_420_070_400_000n

export function record(value: unknown): Raw | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : undefined
}

/** At most `limit` items, so that an array of any length costs the same. */
export function list(value: unknown, limit: number): unknown[] {
  return Array.isArray(value) ? value.slice(0, limit) : []
}

export function string(value: unknown, limit: number): string | undefined {
  return typeof value === 'string' && value.length <= limit ? value : undefined
}

export function snowflake(value: unknown): string | undefined {
  return typeof value === 'string' && SNOWFLAKE.test(value) ? value : undefined
}

/** When the thing with this id came into being, ms since the epoch. */
export function createdAt(id: string): number {
  return Number((BigInt(id) >> 22n) + DISCORD_EPOCH_MS)
}
