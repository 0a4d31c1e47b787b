/** Queries about what was put into packets lately: what the limits are held against. */
import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, not, or, type SQL, sql } from 'drizzle-orm'
import { smallSumOf, sumOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { type Owner, ownerText } from '../ledger/ledger.js'
import { chatsBehind, linksInto } from '../members/members.js'

/** Which units are counted: of an asset, put in at this moment or later. */
export interface Lately {
  asset: string
  /** Ms since the epoch. */
  since: number
}

/**
 * Units put into packets, by the day of each tranche: a top-up counts when it is made. Of a packet that is
 * over only what was paid counts, for the rest went back; however it ended.
 */
async function putIn(work: Work, { asset, since }: Lately, whose: SQL | undefined): Promise<bigint> {
  const { packets, packetTranches } = work.t
  const put = work.db
    .select({
      paid: packets.paid,
      endedAt: packets.endedAt,
      total: smallSumOf(packetTranches.total).as('put'),
    })
    .from(packetTranches)
    .innerJoin(packets, eq(packets.id, packetTranches.packet))
    .where(and(whose, eq(packets.asset, asset), gte(packetTranches.at, since)))
    .groupBy(packets.id, packets.paid, packets.endedAt)
    .as('by_packet')
  const counts = sql`case when ${put.endedAt} is null or ${put.total} < ${put.paid} then ${put.total} else ${put.paid} end`
  const [row] = await work.db.select({ sum: sumOf(counts) }).from(put)
  return row?.sum ?? 0n
}

/** Units a person has dropped. */
export function droppedBy(work: Work, sender: number, lately: Lately): Promise<bigint> {
  return usedBy(work, sender, lately)
}

/** Units a person has dropped, or an owner has paid, to which no second person agreed. */
export async function droppedAlone(work: Work, whose: number | Owner, lately: Lately): Promise<bigint> {
  const alone = isNull(work.t.packetTranches.approvedBy)
  if (typeof whose === 'number') return usedBy(work, whose, lately, alone)
  const chats = whose.kind === 'chat' ? await chatsBehind(work, whose.id) : []
  return putIn(work, lately, and(inArray(work.t.packets.source, pursesOf(chats, whose)), alone))
}

/**
 * What a person has used of a limit. When two turn out to be one, the larger use of the two is the person's,
 * and what follows is added to it. (Of a packet that is over, and was topped up on both sides of that moment,
 * what was paid may count on both: that errs against the person, and only for so long as it counts at all.)
 */
async function usedBy(
  work: Work,
  member: number,
  lately: Lately,
  which?: SQL,
  until = Number.MAX_SAFE_INTEGER,
): Promise<bigint> {
  const { packets, packetTranches } = work.t
  const own = (from: number, to: number) =>
    putIn(
      work,
      { asset: lately.asset, since: Math.max(from, lately.since) },
      and(eq(packets.sender, member), lt(packetTranches.at, to), which),
    )
  let used = 0n
  let from = lately.since
  for (const { gone, at } of await linksInto(work, member)) {
    if (at >= until) break
    used += await own(from, at)
    const other = await usedBy(work, gone, lately, which, at)
    if (other > used) used = other
    from = at
  }
  return used + (await own(from, until))
}

/** Units dropped in a chat, paid from its budget, or shared into it; those that gave way to it count, too. */
export async function droppedIn(work: Work, chat: number, lately: Lately): Promise<bigint> {
  const { packets } = work.t
  const all = await chatsBehind(work, chat)
  const own = or(inArray(packets.origin, all), inArray(packets.source, pursesOf(all)))
  return (await putIn(work, lately, own)) + (await sharedInto(work, all, lately))
}

function pursesOf(chats: readonly number[], ...more: readonly Owner[]): string[] {
  return [...chats.map((id) => ownerText({ kind: 'chat', id })), ...more.map(ownerText)]
}

/**
 * Units that came into a chat by sharing: what was left in a packet then, and what it was topped up with
 * since. Of a packet that is over, or was taken off the chat, at most what was paid of it, or claimed there.
 * Who entered a draw from there before it was taken off is still in it, so all of it counts until the draw.
 */
async function sharedInto(work: Work, chats: number[], { asset, since }: Lately): Promise<bigint> {
  const { packets, packetChats, packetClaims, packetEntries, packetTranches } = work.t
  const added = work.db
    .select({ sum: smallSumOf(packetTranches.total).as('added_sum') })
    .from(packetTranches)
    .where(
      and(
        eq(packetTranches.packet, packets.id),
        gte(packetTranches.at, since),
        gt(packetTranches.at, packetChats.sharedAt),
      ),
    )
  const claimed = work.db
    .select({ sum: smallSumOf(packetClaims.amount).as('claimed_sum') })
    .from(packetClaims)
    .where(and(eq(packetClaims.packet, packets.id), inArray(packetClaims.chat, chats)))
  const entered = work.db
    .select({ one: sql`1` })
    .from(packetEntries)
    .where(and(eq(packetEntries.packet, packets.id), inArray(packetEntries.chat, chats)))
  const isOwn = or(inArray(packets.origin, chats), inArray(packets.source, pursesOf(chats)))
  const isGuest = and(
    inArray(packetChats.chat, chats),
    isNotNull(packetChats.sharedAt),
    not(isOwn ?? sql`false`),
  )
  const grown = work.db
    .select({ packet: packetTranches.packet })
    .from(packetTranches)
    .where(gte(packetTranches.at, since))
  const isLately = or(gte(packetChats.sharedAt, since), inArray(packets.id, grown))
  const rows = await work.db
    .select({
      packet: packets.id,
      ...{ sharedAt: packetChats.sharedAt, brought: packetChats.brought },
      ...{ withdrawnAt: packetChats.withdrawnAt, endedAt: packets.endedAt, paid: packets.paid },
      isAwaited: sql<boolean>`(${isNull(packets.endedAt)} and exists ${entered})`.mapWith(Boolean),
      added: sql`(${added})`.mapWith((value) => BigInt(String(value))),
      claimed: sql`(${claimed})`.mapWith((value) => BigInt(String(value))),
    })
    .from(packetChats)
    .innerJoin(packets, eq(packets.id, packetChats.packet))
    .where(and(isGuest, eq(packets.asset, asset), isLately))
  const byPacket = new Map<string, bigint>()
  for (const row of rows) {
    const brought = (row.sharedAt ?? 0) >= since ? (row.brought ?? 0n) : 0n
    const counted = atMost(brought + row.added, row)
    byPacket.set(row.packet, most(counted, byPacket.get(row.packet) ?? 0n))
  }
  return [...byPacket.values()].reduce((sum, units) => sum + units, 0n)
}

function atMost(
  units: bigint,
  place: {
    withdrawnAt: number | null
    endedAt: number | null
    paid: bigint
    claimed: bigint
    isAwaited: boolean
  },
): bigint {
  const { withdrawnAt, endedAt, paid, claimed, isAwaited } = place
  if (isAwaited) return units
  if (withdrawnAt !== null) return least(units, claimed)
  return endedAt === null ? units : least(units, paid)
}

const least = (one: bigint, other: bigint) => (one < other ? one : other)
const most = (one: bigint, other: bigint) => (one > other ? one : other)
