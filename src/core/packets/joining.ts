/** What two people who turn out to be one have in packets becomes one person's. */
import { and, asc, eq, inArray, isNull, max, or } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import { touchPackets } from './seen.js'

/** Packets of one person that wait for a second: nobody else decides them until the commit. */
export async function lockRequestsOf(work: Work, members: readonly number[]): Promise<void> {
  const { packetRequests } = work.t
  const isOpen = and(eq(packetRequests.state, 'asked'), inArray(packetRequests.maker, [...members]))
  await work.lock(
    work.db
      .select({ id: packetRequests.id })
      .from(packetRequests)
      .where(isOpen)
      .orderBy(asc(packetRequests.id)),
  )
}

/**
 * Requests that wait are asked by the number that stays, so that no account of the same person decides them;
 * of two entries in a draw that is not held, one stays; wrong passphrases are the larger number. Claims stay
 * where they are, and count for the person. The people are seized. Answers how many entries were given up.
 */
export async function joinPackets(work: Work, gone: number, stays: number): Promise<number> {
  const { packetRequests } = work.t
  const isOpen = and(eq(packetRequests.state, 'asked'), eq(packetRequests.maker, gone))
  await work.db.update(packetRequests).set({ maker: stays }).where(isOpen)
  const living = await lockLiving(work, gone)
  if (living.length === 0) return 0
  const doubled = await joinEntries(work, living, gone, stays)
  await joinTries(work, living, gone, stays)
  await touchPackets(work, living)
  return doubled
}

/** Living packets in which a person has entered or tried; nobody else changes them until the commit. */
async function lockLiving(work: Work, member: number): Promise<string[]> {
  const { packets, packetEntries, packetTries } = work.t
  const entered = work.db
    .select({ packet: packetEntries.packet })
    .from(packetEntries)
    .where(eq(packetEntries.member, member))
  const tried = work.db
    .select({ packet: packetTries.packet })
    .from(packetTries)
    .where(eq(packetTries.member, member))
  const rows = await work.lock(
    work.db
      .select({ id: packets.id })
      .from(packets)
      .where(and(isNull(packets.endedAt), or(inArray(packets.id, entered), inArray(packets.id, tried))))
      .orderBy(asc(packets.id)),
  )
  return rows.map(({ id }) => id)
}

async function joinEntries(work: Work, living: string[], gone: number, stays: number): Promise<number> {
  const { packetEntries } = work.t
  const isHere = inArray(packetEntries.packet, living)
  const own = await work.db
    .select({ packet: packetEntries.packet })
    .from(packetEntries)
    .where(and(eq(packetEntries.member, stays), isHere))
  const doubled = own.map(({ packet }) => packet)
  const isGone = eq(packetEntries.member, gone)
  const given =
    doubled.length === 0
      ? []
      : await work.db
          .delete(packetEntries)
          .where(and(isGone, inArray(packetEntries.packet, doubled)))
          .returning({ packet: packetEntries.packet })
  await work.db.update(packetEntries).set({ member: stays }).where(and(isGone, isHere))
  return given.length
}

async function joinTries(work: Work, living: string[], gone: number, stays: number): Promise<void> {
  const { packetTries } = work.t
  const rows = await work.db
    .select()
    .from(packetTries)
    .where(and(inArray(packetTries.member, [gone, stays]), inArray(packetTries.packet, living)))
  for (const { packet, tries } of rows.filter(({ member }) => member === gone)) {
    const own = rows.find((row) => row.packet === packet && row.member === stays)?.tries ?? 0
    const most = Math.max(own, tries)
    await work.db
      .insert(packetTries)
      .values({ packet, member: stays, tries: most })
      .onConflictDoUpdate({ target: [packetTries.packet, packetTries.member], set: { tries: most } })
  }
}

/**
 * Until when at the latest a packet lives that one of these people dropped, has a share of or is entered in:
 * until then it must be known who is who. Undefined: there is none. ms since the epoch.
 */
export async function inPacketsUntil(work: Work, numbers: readonly number[]): Promise<number | undefined> {
  const { packets, packetClaims, packetEntries } = work.t
  const claimed = work.db
    .select({ packet: packetClaims.packet })
    .from(packetClaims)
    .where(inArray(packetClaims.member, [...numbers]))
  const entered = work.db
    .select({ packet: packetEntries.packet })
    .from(packetEntries)
    .where(inArray(packetEntries.member, [...numbers]))
  const isTheirs = or(
    inArray(packets.sender, [...numbers]),
    inArray(packets.id, claimed),
    inArray(packets.id, entered),
  )
  const [row] = await work.db
    .select({ until: max(packets.expiresAt) })
    .from(packets)
    .where(and(isNull(packets.endedAt), isTheirs))
  return row?.until ?? undefined
}
