/**
 * A packet above the limit of one person waits for a second. Nothing is reserved while it waits: limits and
 * money are checked again when it is approved, and what is approved is exactly what was asked. Who has not
 * the money asks nobody, one person has only so many requests waiting, and one that nobody decides comes to
 * an end by itself.
 */
import { and, asc, eq, gt, lte } from 'drizzle-orm'
import { fromJson, toJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import { type PacketPolicy, requestLife } from '../../programme/programme.js'
import { countAll } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'
import { countAlone, nameOf } from '../members/members.js'
import { assertFunds, checkDrop, type DropRules, dropPacket, needsSecond } from './drop.js'
import type { PacketOrder } from './order.js'

export interface PacketRequest {
  id: string
  maker: number
  order: PacketOrder
  state: 'asked' | 'approved' | 'rejected' | 'expired'
  createdAt: number
  /** Decided no more from then on. */
  expiresAt: number
}

/**
 * Drops a packet, or, where one person alone may not, writes it down to be decided by another. What counts
 * for that is counted alone, so that two packets at once are not both the first. Refuses what `dropPacket`
 * and {@link askApproval} refuse.
 */
export async function dropOrAsk(
  work: Work,
  order: PacketOrder,
  rules: DropRules,
): Promise<{ id: string } | { request: PacketRequest }> {
  await countAlone(work, { chat: order.chat, member: order.sender })
  const above = await needsSecond(work, order, rules)
  return above
    ? { request: await askApproval(work, order, rules.policy) }
    : dropPacket(work, order, rules.policy)
}

/**
 * Writes an order down to be decided by somebody else; what counts for it is locked. Refuses what `checkDrop`
 * and `assertFunds` refuse, and `packet-requests` (too many wait already).
 */
async function askApproval(work: Work, order: PacketOrder, policy: PacketPolicy): Promise<PacketRequest> {
  await checkDrop(work, order, policy)
  await assertFunds(work, order)
  const most = policy.requestsMost
  if ((await waitingOf(work, order.sender)) >= most) refuse('packet-requests', { most })
  const id = work.world.newId()
  const times = { createdAt: work.now, expiresAt: work.now + requestLife(policy) }
  const row = { id, maker: order.sender, chat: order.chat, state: 'asked' as const, ...times }
  await work.db.insert(work.t.packetRequests).values({ ...row, terms: toJson(order) })
  const details = { asset: order.asset.code, total: order.total, shares: order.shares }
  const actor = memberText(order.sender)
  await record(work, { kind: 'packet-asked', actor, subject: `packet-request:${id}`, details })
  return { ...row, order }
}

/** How many requests of a person wait now. */
async function waitingOf(work: Work, maker: number): Promise<number> {
  const { packetRequests } = work.t
  const [row] = await work.db
    .select({ count: countAll() })
    .from(packetRequests)
    .where(and(isWaiting(work), eq(packetRequests.maker, maker)))
  return row?.count ?? 0
}

function isWaiting({ t, now }: Work) {
  return and(eq(t.packetRequests.state, 'asked'), gt(t.packetRequests.expiresAt, now))
}

/** Requests that wait for a decision, the oldest first, at most `limit`. */
export async function openPacketRequests(work: Work, limit: number): Promise<PacketRequest[]> {
  const { packetRequests } = work.t
  const rows = await work.db
    .select()
    .from(packetRequests)
    .where(isWaiting(work))
    .orderBy(asc(packetRequests.createdAt), asc(packetRequests.id))
    .limit(limit)
  return rows.map(requestFrom)
}

type Row = Omit<PacketRequest, 'order'> & { terms: string }

/** Who asked may have become another person since: it is they who send. */
function requestFrom({ id, maker, terms, state, createdAt, expiresAt }: Row): PacketRequest {
  const order = { ...fromJson<PacketOrder>(terms), sender: maker }
  return { id, maker, order, state, createdAt, expiresAt }
}

/**
 * A request that `checker` may decide now; nobody else decides it until the commit. Refuses
 * `request-unknown`, `request-decided` (also when its time is over), `four-eyes`.
 */
export async function packetRequestFor(
  work: Work,
  id: string,
  checker: number,
  { fourEyes }: Pick<DropRules, 'fourEyes'>,
): Promise<PacketRequest> {
  const request = await lockedRequest(work, id)
  const isLate = request.state === 'asked' && request.expiresAt <= work.now
  const state = isLate ? 'expired' : request.state
  if (state !== 'asked') return refuse('request-decided', await decidedParams(work, { ...request, state }))
  return fourEyes && request.maker === checker ? refuse('four-eyes') : request
}

/** How a request was decided, and by whom, for those who decide; nobody did where it came to its end. */
async function decidedParams(
  work: Work,
  { state, checker }: { state: string; checker: number | null },
): Promise<Record<string, string>> {
  return checker === null ? { state } : { state, name: await nameOf(work, checker) }
}

/** `checker`: who has decided it. */
async function lockedRequest(work: Work, id: string): Promise<PacketRequest & { checker: number | null }> {
  const { packetRequests } = work.t
  const [row] = await work.lock(work.db.select().from(packetRequests).where(eq(packetRequests.id, id)))
  return row ? { ...requestFrom(row), checker: row.checker } : refuse('request-unknown')
}

/** Drops it as asked. Refuses what {@link packetRequestFor} and `dropPacket` refuse. */
export async function approvePacket(
  work: Work,
  id: string,
  checker: number,
  rules: DropRules,
): Promise<{ id: string; order: PacketOrder }> {
  const request = await packetRequestFor(work, id, checker, rules)
  await close(work, request, 'approved', checker)
  const dropped = await dropPacket(work, request.order, rules.policy, checker)
  await note(work, id, 'packet-approved', memberText(checker))
  return { ...dropped, order: request.order }
}

/**
 * Whom a request concerns, and where: who asks for a packet must have the right to it when it is dropped.
 * Undefined where nothing waits for a decision.
 */
export async function makerOf(work: Work, id: string): Promise<{ member: number; chat: number } | undefined> {
  const { packetRequests } = work.t
  const isIt = and(eq(packetRequests.id, id), eq(packetRequests.state, 'asked'))
  const [row] = await work.db.select().from(packetRequests).where(isIt)
  return row && { member: row.maker, chat: row.chat }
}

/** Why whoever asked for a packet has no right to it any more. */
export type Lost = 'left' | 'demoted'

/** `lost`: not by the checker's own wish. Refuses what {@link packetRequestFor} refuses. */
export async function rejectPacket(
  work: Work,
  id: string,
  checker: number,
  rules: Pick<DropRules, 'fourEyes'>,
  lost?: Lost,
): Promise<PacketOrder> {
  const request = await packetRequestFor(work, id, checker, rules)
  await close(work, request, 'rejected', checker)
  await note(work, id, 'packet-rejected', memberText(checker), lost ? { lost } : {})
  return request.order
}

/** Requests looked at by one look of the beat. */
const DUE_AT_ONCE = 100

/** Requests that nobody decided in time, in ascending order after the id `after`. */
export async function duePacketRequests(work: Work, after: string): Promise<string[]> {
  const { packetRequests } = work.t
  const isDue = and(eq(packetRequests.state, 'asked'), lte(packetRequests.expiresAt, work.now))
  const rows = await work.db
    .select({ id: packetRequests.id })
    .from(packetRequests)
    .where(and(isDue, gt(packetRequests.id, after)))
    .orderBy(asc(packetRequests.id))
    .limit(DUE_AT_ONCE)
  return rows.map(({ id }) => id)
}

/** Ends a request of {@link duePacketRequests}; undefined when it is not due any more. */
export async function expirePacketRequest(work: Work, id: string): Promise<PacketOrder | undefined> {
  const request = await lockedRequest(work, id)
  if (request.state !== 'asked' || request.expiresAt > work.now) return undefined
  await close(work, request, 'expired', null)
  await note(work, id, 'packet-request-expired', 'system')
  return request.order
}

/** Of what was asked for, only what the passphrase left is not kept: it has done its work. */
async function close(
  work: Work,
  { id, order }: PacketRequest,
  state: Exclude<PacketRequest['state'], 'asked'>,
  checker: number | null,
): Promise<void> {
  const { packetRequests } = work.t
  const terms = toJson({ ...order, passphrase: undefined })
  const change = { state, checker, terms, decidedAt: work.now }
  await work.db.update(packetRequests).set(change).where(eq(packetRequests.id, id))
}

type Ending = 'packet-approved' | 'packet-rejected' | 'packet-request-expired'

/** After the money has moved, as everywhere: facts are the last to be locked. */
async function note(work: Work, id: string, kind: Ending, actor: string, details = {}): Promise<void> {
  await record(work, { kind, actor, subject: `packet-request:${id}`, details })
}
