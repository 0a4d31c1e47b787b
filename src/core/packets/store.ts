/** Queries about packets. */
import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, isNull, lte, not, or, sql } from 'drizzle-orm'
import { insertMany } from '../../storage/insert-many.js'
import { prepared } from '../../storage/prepared.js'
import { among, countAll, type List, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { chatsBehind, numbersOf } from '../members/members.js'

export type PacketRow = Tables['packets']['$inferSelect']
export type ClaimRow = Tables['packetClaims']['$inferSelect']
export type TrancheRow = Tables['packetTranches']['$inferSelect']
export type PlaceRow = Tables['packetChats']['$inferSelect']
export type ShareRow = Tables['packetShares']['$inferSelect']

/**
 * A packet as its row is, but that its sender is the number that stands for them now: what a packet promised
 * never changes, who is behind a number may.
 */
export function packetNow({ packets, memberLinks }: Pick<Tables, 'packets' | 'memberLinks'>) {
  const person = sql`(
    select ${memberLinks.person} from ${memberLinks} where ${memberLinks.gone} = ${packets.sender})`
  const sender = sql<number>`coalesce(${person}, ${packets.sender})`.mapWith(Number)
  return { ...getTableColumns(packets), sender }
}

export const lockedPacket = prepared('packets.locked', (db, t, p: { id: string }, lock) =>
  lock(db.select(packetNow(t)).from(t.packets).where(eq(t.packets.id, p.id))),
)

export const packetById = prepared('packets.by-id', (db, t, p: { id: string }) =>
  db.select(packetNow(t)).from(t.packets).where(eq(t.packets.id, p.id)),
)

export const chatsOfPacket = prepared('packets.chats', (db, t, p: { packet: string }) =>
  db.select().from(t.packetChats).where(eq(t.packetChats.packet, p.packet)),
)

const claimsByMembers = prepared('packets.claims-by-members', (db, t, p: { packet: string; members: List }) =>
  db
    .select()
    .from(t.packetClaims)
    .where(and(eq(t.packetClaims.packet, p.packet), among(t.packetClaims.member, p.members))),
)

export async function claimsOfMembers(
  work: Work,
  packet: string,
  members: Iterable<number>,
): Promise<ClaimRow[]> {
  return claimsByMembers(work, { packet, members: listOf(members) })
}

const sharesFrom = prepared(
  'packets.shares-from',
  (db, t, p: { packet: string; from: number; most: number }) =>
    db
      .select()
      .from(t.packetShares)
      .where(and(eq(t.packetShares.packet, p.packet), gte(t.packetShares.slot, p.from)))
      .orderBy(asc(t.packetShares.slot))
      .limit(p.most),
)

/** The next free shares, at most `most`. */
export async function nextShares(
  work: Work,
  packet: string,
  from: number,
  most: number,
): Promise<ShareRow[]> {
  return most > 0 ? sharesFrom(work, { packet, from, most }) : []
}

export async function insertClaims(work: Work, rows: ClaimRow[]): Promise<void> {
  await insertMany(work, work.t.packetClaims, rows)
}

/** Counts what a batch of claims has taken. */
export const takeShares = prepared(
  'packets.take-shares',
  (db, t, p: { id: string; count: number; amount: bigint }) =>
    db
      .update(t.packets)
      .set({ taken: sql`${t.packets.taken} + ${p.count}`, paid: sql`${t.packets.paid} + ${p.amount}` })
      .where(eq(t.packets.id, p.id)),
)

export async function insertPacket(
  work: Work,
  packet: Tables['packets']['$inferInsert'],
  chat: { chat: number; thread?: string },
): Promise<void> {
  await work.db.insert(work.t.packets).values(packet)
  await work.db
    .insert(work.t.packetChats)
    .values({ packet: packet.id, chat: chat.chat, thread: chat.thread ?? null })
}

export async function insertTranche(work: Work, tranche: TrancheRow, shares: ShareRow[]): Promise<void> {
  await work.db.insert(work.t.packetTranches).values(tranche)
  await insertMany(work, work.t.packetShares, shares)
}

export const tranchesOf = prepared('packets.tranches', (db, t, p: { packet: string }) =>
  db
    .select()
    .from(t.packetTranches)
    .where(eq(t.packetTranches.packet, p.packet))
    .orderBy(asc(t.packetTranches.number)),
)

/** Claims from a slot on, by slot. */
export const claimsFrom = prepared(
  'packets.claims-from',
  (db, t, p: { packet: string; from: number; most: number }) =>
    db
      .select()
      .from(t.packetClaims)
      .where(and(eq(t.packetClaims.packet, p.packet), gte(t.packetClaims.slot, p.from)))
      .orderBy(asc(t.packetClaims.slot))
      .limit(p.most),
)

/** Rows read before others take their turns: about a millisecond's work. */
export const ROWS_AT_ONCE = 1000

export interface Calmly {
  /** Lets others take their turns between pages. */
  breathe?: () => Promise<void>
  atOnce?: number
}

/** All claims by slot, up to twenty thousand. */
export function claimsOf(work: Work, packet: string, calmly?: Calmly): Promise<ClaimRow[]> {
  return allBySlot((from, most) => claimsFrom(work, { packet, from, most }), calmly)
}

/** All shares by slot, up to twenty thousand. */
export function sharesOf(work: Work, packet: string, calmly?: Calmly): Promise<ShareRow[]> {
  return allBySlot((from, most) => sharesFrom(work, { packet, from, most }), calmly)
}

async function allBySlot<Row extends { slot: number }>(
  read: (from: number, most: number) => Promise<Row[]>,
  { breathe, atOnce = ROWS_AT_ONCE }: Calmly = {},
): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; ; ) {
    const page = await read(from, atOnce)
    rows.push(...page)
    const last = page.at(-1)
    if (!last || page.length < atOnce) return rows
    from = last.slot + 1
    await breathe?.()
  }
}

/** The largest claim, the earliest of equals. */
export const largestClaim = prepared('packets.largest-claim', (db, t, p: { packet: string }) =>
  db
    .select()
    .from(t.packetClaims)
    .where(eq(t.packetClaims.packet, p.packet))
    .orderBy(desc(t.packetClaims.amount), asc(t.packetClaims.slot))
    .limit(1),
)

export const entriesOf = prepared('packets.entries', (db, t, p: { packet: string }) =>
  db.select().from(t.packetEntries).where(eq(t.packetEntries.packet, p.packet)),
)

/** Takes people out of a draw that has not been held. What they entered stays, and why they are out. */
export async function excludeEntries(work: Work, packet: string, members: readonly number[]): Promise<void> {
  if (members.length === 0) return
  const { packetEntries } = work.t
  await work.db
    .update(packetEntries)
    .set({ excluded: 'frozen' })
    .where(and(eq(packetEntries.packet, packet), among(packetEntries.member, listOf(members))))
}

const countEntries = prepared('packets.entries-count', (db, t, p: { packet: string }) =>
  db
    .select({ entered: countAll(), excluded: sql`count(${t.packetEntries.excluded})`.mapWith(Number) })
    .from(t.packetEntries)
    .where(eq(t.packetEntries.packet, p.packet)),
)

/** How many entered, and how many of them were left out of the draw. */
export async function entryCounts(work: Work, packet: string) {
  const [row] = await countEntries(work, { packet })
  return row ?? { entered: 0, excluded: 0 }
}

const entriesByMembers = prepared(
  'packets.entries-by-members',
  (db, t, p: { packet: string; members: List }) =>
    db
      .select()
      .from(t.packetEntries)
      .where(and(eq(t.packetEntries.packet, p.packet), among(t.packetEntries.member, p.members))),
)

export async function entriesOfMembers(work: Work, packet: string, members: Iterable<number>) {
  return entriesByMembers(work, { packet, members: listOf(members) })
}

export async function insertEntries(
  work: Work,
  rows: { packet: string; member: number; chat: number; at: number }[],
): Promise<void> {
  await insertMany(work, work.t.packetEntries, rows)
}

const triesByMembers = prepared('packets.tries', (db, t, p: { packet: string; members: List }) =>
  db
    .select()
    .from(t.packetTries)
    .where(and(eq(t.packetTries.packet, p.packet), among(t.packetTries.member, p.members))),
)

export async function triesOf(
  work: Work,
  packet: string,
  members: Iterable<number>,
): Promise<Map<number, number>> {
  const rows = await triesByMembers(work, { packet, members: listOf(members) })
  return new Map(rows.map(({ member, tries }) => [member, tries]))
}

export async function countTry(work: Work, packet: string, member: number): Promise<void> {
  const { packetTries } = work.t
  await work.db
    .insert(packetTries)
    .values({ packet, member, tries: 1 })
    .onConflictDoUpdate({
      target: [packetTries.packet, packetTries.member],
      set: { tries: sql`${packetTries.tries} + ${sql.param(1, packetTries.tries)}` },
    })
}

export async function updatePacket(work: Work, id: string, change: Partial<PacketRow>): Promise<void> {
  await work.db.update(work.t.packets).set(change).where(eq(work.t.packets.id, id))
}

export async function insertPlace(work: Work, place: Tables['packetChats']['$inferInsert']): Promise<void> {
  await work.db.insert(work.t.packetChats).values(place)
}

/** It is not in this chat any more, by any of its numbers. */
export async function closePlace(work: Work, packet: string, chat: number, by: string): Promise<void> {
  const { packetChats } = work.t
  const isHere = inArray(packetChats.chat, await chatsBehind(work, chat))
  await work.db
    .update(packetChats)
    .set({ withdrawnAt: work.now, withdrawnBy: by })
    .where(and(eq(packetChats.packet, packet), isHere))
}

/**
 * Packets made since a moment whose time is over, by id after `after`. No window of one of these `chats` is
 * that would be drawn: it is not paused, and its sender none of `senders`.
 */
export const duePackets = prepared(
  'packets.due',
  (db, t, p: { now: number; after: string; madeSince: number; limit: number; chats: List; senders: List }) =>
    db
      .select({ id: t.packets.id })
      .from(t.packets)
      .where(
        and(
          lte(t.packets.expiresAt, p.now),
          isNull(t.packets.endedAt),
          gt(t.packets.id, p.after),
          gte(t.packets.createdAt, p.madeSince),
          or(
            eq(t.packets.draw, 'first'),
            eq(t.packets.state, 'paused'),
            among(t.packets.sender, p.senders),
            not(among(t.packets.origin, p.chats)),
          ),
        ),
      )
      .orderBy(asc(t.packets.id))
      .limit(p.limit),
)

/** A person's claims under all their numbers, the newest first, with the asset and where it was claimed. */
export async function claimsByMember(work: Work, member: number, limit: number) {
  const { packetClaims, packets } = work.t
  return work.db
    .select({
      packet: packetClaims.packet,
      chat: packetClaims.chat,
      amount: packetClaims.amount,
      at: packetClaims.at,
      asset: packets.asset,
      sender: packets.sender,
    })
    .from(packetClaims)
    .innerJoin(packets, eq(packets.id, packetClaims.packet))
    .where(inArray(packetClaims.member, await numbersOf(work, member)))
    .orderBy(desc(packetClaims.at), desc(packetClaims.packet))
    .limit(limit)
}

/** A person's own packets under all their numbers, the newest first. */
export async function packetsBySender(work: Work, sender: number, limit: number): Promise<PacketRow[]> {
  const { packets } = work.t
  return work.db
    .select(packetNow(work.t))
    .from(packets)
    .where(inArray(packets.sender, await numbersOf(work, sender)))
    .orderBy(desc(packets.createdAt))
    .limit(limit)
}

/** The newest packets that live or lived in a chat, and were not taken off it. */
export async function packetsIn(work: Work, chat: number, limit: number): Promise<PacketRow[]> {
  const { packets, packetChats } = work.t
  const rows = await work.db
    .select({ packet: packets })
    .from(packetChats)
    .innerJoin(packets, eq(packets.id, packetChats.packet))
    .where(and(eq(packetChats.chat, chat), isNull(packetChats.withdrawnAt)))
    .orderBy(desc(packets.createdAt))
    .limit(limit)
  return rows.map(({ packet }) => packet)
}
