/**
 * A packet above the limit waits for a second person. Nothing is reserved while it waits: limits and money
 * are checked again when it is approved, and what is approved is exactly what was asked.
 */
import { eq } from 'drizzle-orm'
import { fromJson, toJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import type { PacketPolicy } from '../../programme/programme.js'
import type { Work } from '../../storage/storage.js'
import { record } from '../facts/facts.js'
import { checkDrop, dropPacket } from './drop.js'
import type { PacketOrder } from './order.js'

export interface Approval {
  id: string
  maker: number
  order: PacketOrder
  state: 'asked' | 'approved' | 'rejected'
}

/** Writes an order down to be decided by somebody else. Refuses what `checkDrop` refuses. */
export async function askApproval(work: Work, order: PacketOrder, policy: PacketPolicy): Promise<Approval> {
  await checkDrop(work, order, policy)
  const id = work.world.newId()
  const row = { id, maker: order.sender, chat: order.chat, terms: toJson(order), state: 'asked' as const }
  await work.db.insert(work.t.packetRequests).values({ ...row, createdAt: work.now })
  const details = { asset: order.asset.code, total: order.total, shares: order.shares }
  await record(work, {
    kind: 'packet-asked',
    actor: `member:${order.sender}`,
    subject: `packet-request:${id}`,
    details,
  })
  return { id, maker: order.sender, order, state: 'asked' }
}

/** An order that waits or was decided. Refuses `request-unknown`. */
async function requestOf(work: Work, id: string): Promise<Approval> {
  const { packetRequests } = work.t
  const [row] = await work.lock(work.db.select().from(packetRequests).where(eq(packetRequests.id, id)))
  if (!row) return refuse('request-unknown')
  return { id, maker: row.maker, order: fromJson<PacketOrder>(row.terms), state: row.state }
}

/** Drops it as asked. Refuses `request-decided`, `four-eyes`, and what `dropPacket` refuses. */
export async function approvePacket(
  work: Work,
  id: string,
  checker: number,
  policy: PacketPolicy,
): Promise<{ id: string; order: PacketOrder }> {
  const { order } = await decide(work, id, checker, 'approved')
  const dropped = await dropPacket(work, order, policy)
  await note(work, id, checker, 'approved')
  return { ...dropped, order }
}

/** Refuses `request-decided`, `four-eyes`. */
export async function rejectPacket(work: Work, id: string, checker: number): Promise<PacketOrder> {
  const { order } = await decide(work, id, checker, 'rejected')
  await note(work, id, checker, 'rejected')
  return order
}

type Decision = 'approved' | 'rejected'

/** Of what was asked for, only the passphrase is not kept: it has done its work. */
async function decide(work: Work, id: string, checker: number, state: Decision): Promise<Approval> {
  const asked = await requestOf(work, id)
  if (asked.state !== 'asked') return refuse('request-decided', { state: asked.state })
  if (asked.maker === checker) return refuse('four-eyes')
  const { packetRequests } = work.t
  const terms = toJson({ ...asked.order, passphrase: undefined })
  await work.db
    .update(packetRequests)
    .set({ state, checker, terms, decidedAt: work.now })
    .where(eq(packetRequests.id, id))
  return asked
}

/** After the money has moved, as everywhere: facts are the last to be locked. */
async function note(work: Work, id: string, checker: number, state: Decision): Promise<void> {
  const subject = `packet-request:${id}`
  await record(work, { kind: `packet-${state}`, actor: `member:${checker}`, subject })
}
