/** Looking through the record of facts, the newest first. */
import { and, desc, eq, gte, inArray, like, lt, or, type SQL } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'

export type FactRow = Tables['facts']['$inferSelect']

/** What to look for; whatever is left out does not matter. */
export interface FactFilter {
  /** Who did it or whom it was done to, as facts name people and other things: `member:7`, `packet:6f3k…`. */
  about?: string | undefined
  /** The beginning of a kind: `packet` finds every `packet-…`. */
  kind?: string | undefined
  /** ms since the epoch; not older. */
  since?: number | undefined
  /** Older than this fact. */
  before?: number | undefined
}

/** The assets of packets, by their ids. */
export async function assetsOfPackets({ db, t }: Work, ids: readonly string[]): Promise<Map<string, string>> {
  const { packets } = t
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: packets.id, asset: packets.asset })
    .from(packets)
    .where(inArray(packets.id, [...ids]))
  return new Map(rows.map(({ id, asset }) => [id, asset]))
}

/** What chats are called, by their numbers. */
export async function titlesOf({ db, t }: Work, ids: readonly number[]): Promise<Map<number, string>> {
  const { chats } = t
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: chats.id, title: chats.title })
    .from(chats)
    .where(inArray(chats.id, [...ids]))
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** At most so many. */
export function factsLike(
  { db, t }: Work,
  { about, kind, since, before }: FactFilter,
  most: number,
): Promise<FactRow[]> {
  const { facts } = t
  const wanted: (SQL | undefined)[] = [
    about === undefined ? undefined : or(eq(facts.actor, about), eq(facts.subject, about)),
    kind === undefined ? undefined : or(eq(facts.kind, kind), like(facts.kind, `${kind}-%`)),
    since === undefined ? undefined : gte(facts.at, since),
    before === undefined ? undefined : lt(facts.id, before),
  ]
  return db
    .select()
    .from(facts)
    .where(and(...wanted))
    .orderBy(desc(facts.id))
    .limit(most)
}
