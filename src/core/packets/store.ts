/** Queries about packets. */
import { and, asc, desc, eq, gt, gte, isNull, lte, ne, not, or, type SQL, sql } from 'drizzle-orm'
import { insertMany } from '../../storage/insert-many.js'
import { prepared } from '../../storage/prepared.js'
import { among, type List, listOf, plus, sumOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'

export type PacketRow = Tables['packets']['$inferSelect']
export type ClaimRow = Tables['packetClaims']['$inferSelect']
export type TrancheRow = Tables['packetTranches']['$inferSelect']
export type ShareRow = Tables['packetShares']['$inferSelect']

export const lockedPacket = prepared('packets.locked', (db, t, p: { id: string }, lock) =>
  lock(db.select().from(t.packets).where(eq(t.packets.id, p.id))),
)

export const packetById = prepared('packets.by-id', (db, t, p: { id: string }) =>
  db.select().from(t.packets).where(eq(t.packets.id, p.id)),
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
export async function takeShares(work: Work, id: string, count: number, amount: bigint): Promise<void> {
  const { packets } = work.t
  await work.db
    .update(packets)
    .set({
      taken: sql`${packets.taken} + ${sql.param(count, packets.taken)}`,
      paid: plus(packets.paid, amount),
    })
    .where(eq(packets.id, id))
}

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

export const claimsOf = prepared('packets.claims', (db, t, p: { packet: string }) =>
  db
    .select()
    .from(t.packetClaims)
    .where(eq(t.packetClaims.packet, p.packet))
    .orderBy(asc(t.packetClaims.slot)),
)

export const entriesOf = prepared('packets.entries', (db, t, p: { packet: string }) =>
  db.select().from(t.packetEntries).where(eq(t.packetEntries.packet, p.packet)),
)

/** Takes people out of a draw that has not been held. */
export async function removeEntries(work: Work, packet: string, members: readonly number[]): Promise<void> {
  if (members.length === 0) return
  const { packetEntries } = work.t
  await work.db
    .delete(packetEntries)
    .where(and(eq(packetEntries.packet, packet), among(packetEntries.member, listOf(members))))
}

const countEntries = prepared('packets.entries-count', (db, t, p: { packet: string }) =>
  db
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(t.packetEntries)
    .where(eq(t.packetEntries.packet, p.packet)),
)

export async function entryCount(work: Work, packet: string): Promise<number> {
  const [row] = await countEntries(work, { packet })
  return row?.count ?? 0
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

export async function updatePacket(
  work: Work,
  id: string,
  change: Partial<Pick<PacketRow, 'state' | 'endedAt' | 'endedBy' | 'expiresAt' | 'total' | 'shares'>>,
): Promise<void> {
  await work.db.update(work.t.packets).set(change).where(eq(work.t.packets.id, id))
}

export async function insertPlace(
  work: Work,
  packet: string,
  chat: number,
  thread?: string,
): Promise<boolean> {
  const rows = await work.db
    .insert(work.t.packetChats)
    .values({ packet, chat, thread: thread ?? null })
    .onConflictDoNothing()
    .returning({ chat: work.t.packetChats.chat })
  return rows.length > 0
}

/** Packets whose time is over, by id after `after`. No window of a chat among `stopped` is. */
export const duePackets = prepared(
  'packets.due',
  (db, t, p: { now: number; after: string; limit: number; stopped: List }) =>
    db
      .select({ id: t.packets.id })
      .from(t.packets)
      .where(
        and(
          lte(t.packets.expiresAt, p.now),
          isNull(t.packets.endedAt),
          gt(t.packets.id, p.after),
          or(eq(t.packets.draw, 'first'), not(among(t.packets.origin, p.stopped))),
        ),
      )
      .orderBy(asc(t.packets.id))
      .limit(p.limit),
)

/**
 * Units put into packets since a moment, by the day of each tranche: a top-up counts when it is made. Of a
 * packet that was cancelled only what was claimed counts, for the rest went back.
 */
async function putIn(work: Work, asset: string, since: number, whose: SQL | undefined): Promise<bigint> {
  const { packets, packetTranches } = work.t
  const [row] = await work.db
    .select({ sum: sumOf(packetTranches.total) })
    .from(packetTranches)
    .innerJoin(packets, eq(packets.id, packetTranches.packet))
    .where(
      and(whose, eq(packets.asset, asset), gte(packetTranches.at, since), ne(packets.state, 'cancelled')),
    )
  const [cancelled] = await work.db
    .select({ sum: sumOf(packets.paid) })
    .from(packets)
    .where(
      and(whose, eq(packets.asset, asset), gte(packets.createdAt, since), eq(packets.state, 'cancelled')),
    )
  return (row?.sum ?? 0n) + (cancelled?.sum ?? 0n)
}

/** Units a person has dropped of an asset since a moment. */
export async function droppedBy(work: Work, sender: number, asset: string, since: number): Promise<bigint> {
  return putIn(work, asset, since, eq(work.t.packets.sender, sender))
}

/** Units dropped from a chat since a moment. */
export async function droppedIn(work: Work, chat: number, asset: string, since: number): Promise<bigint> {
  return putIn(work, asset, since, eq(work.t.packets.origin, chat))
}

/** A person's claims, the newest first, with the asset. */
export async function claimsByMember(work: Work, member: number, limit: number) {
  const { packetClaims, packets } = work.t
  return work.db
    .select({
      packet: packetClaims.packet,
      amount: packetClaims.amount,
      at: packetClaims.at,
      asset: packets.asset,
      sender: packets.sender,
    })
    .from(packetClaims)
    .innerJoin(packets, eq(packets.id, packetClaims.packet))
    .where(eq(packetClaims.member, member))
    .orderBy(desc(packetClaims.at), desc(packetClaims.packet))
    .limit(limit)
}

/** A person's own packets, the newest first. */
export async function packetsBySender(work: Work, sender: number, limit: number): Promise<PacketRow[]> {
  const { packets } = work.t
  return work.db
    .select()
    .from(packets)
    .where(eq(packets.sender, sender))
    .orderBy(desc(packets.createdAt))
    .limit(limit)
}

/** Packets offered by /verify when none was named. */
const OFFERED = 6

/** The newest packets that live or lived in a chat. */
export async function latestIn(work: Work, chat: number): Promise<Pick<PacketRow, 'id' | 'sender'>[]> {
  const { packets, packetChats } = work.t
  return work.db
    .select({ id: packets.id, sender: packets.sender })
    .from(packetChats)
    .innerJoin(packets, eq(packets.id, packetChats.packet))
    .where(eq(packetChats.chat, chat))
    .orderBy(desc(packets.createdAt))
    .limit(OFFERED)
}
