/** Looking through the record of facts, the newest first. */
import { and, desc, eq, gte, inArray, like, lt, or, type SQL } from 'drizzle-orm'
import { fromJson } from '../../kit/json.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { numbersOf } from '../members/members.js'
import { memberText } from './facts.js'

export type FactRow = Tables['facts']['$inferSelect']

/** What to look for; whatever is left out does not matter. */
export interface FactFilter {
  /** Who did it or what it was done to, as facts name people and other things: `member:7`, `packet:6f3k…`. */
  about?: readonly string[] | undefined
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

/**
 * What the record calls a person: themself by every number they ever had, what they spend as a partner, and
 * what is theirs: applications, the partnership, and the cases about it.
 */
export async function namesOfPerson(work: Work, member: number): Promise<string[]> {
  const { applications, partners, cases } = work.t
  const numbers = await numbersOf(work, member)
  const theirs = work.db.select({ id: partners.id }).from(partners).where(inArray(partners.member, numbers))
  const partnerships = await theirs
  const sent = await work.db
    .select({ id: applications.id })
    .from(applications)
    .where(inArray(applications.member, numbers))
  const about = await work.db.select({ id: cases.id }).from(cases).where(inArray(cases.partner, theirs))
  return [
    ...numbers.flatMap((number) => [memberText(number), `spender:${number}`]),
    ...sent.map(({ id }) => `application:${id}`),
    ...partnerships.map(({ id }) => `partner:${id}`),
    ...about.map(({ id }) => `case:${id}`),
  ]
}

/** At most so many. */
export function factsLike(
  { db, t }: Work,
  { about, kind, since, before }: FactFilter,
  most: number,
): Promise<FactRow[]> {
  const { facts } = t
  const wanted: (SQL | undefined)[] = [
    about && or(inArray(facts.actor, [...about]), inArray(facts.subject, [...about])),
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

/** A fact as a document has it: with both hashes, by which the chain can be reckoned anew. */
export function exported({ id, at, kind, actor, subject, details, previousHash, hash }: FactRow): object {
  return {
    ...{ number: id, at: new Date(at).toISOString(), kind, actor, subject },
    details: fromJson(details),
    ...{ previousHash: hex(previousHash), hash: hex(hash) },
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
