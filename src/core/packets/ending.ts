/**
 * The end of a packet, and what staff and senders may do to a living one. An end is for ever: the state, the
 * return of the rest under one key, and the publishing of the seed are one unit of work.
 */
import { must, refuse } from '../../kit/refusal.js'
import { listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { cardGone, cardOf, cardsOf } from '../cards/cards.js'
import { type FactKind, record } from '../facts/facts.js'
import { allFreezes, assertNotFrozen } from '../freezes/freezes.js'
import { move, parseOwner } from '../ledger/ledger.js'
import { drawWindow } from './drawing.js'
import { lockLivingPacket, lockPacket, PACKET_CARD, touchPacket } from './seen.js'
import type { PacketRow } from './store.js'
import * as store from './store.js'

/** Due packets found by one look. */
const DUE_AT_ONCE = 200
/** How far in the future an extension may put the end. */
const LIFE_MOST_MS = 30 * 86_400_000

type End = 'closed' | 'expired' | 'cancelled'

/** The last share was taken. */
export async function closePacket(work: Work, packet: PacketRow): Promise<void> {
  await end(work, packet, 'closed', 'system', 0n)
}

/**
 * Packets whose time is over, in ascending order after the id `after`: a page, an empty one is the end. A
 * draw waits while its chat is stopped, everything while the programme is.
 */
export async function duePackets(work: Work, after: string): Promise<string[]> {
  const stops = await allFreezes(work)
  if (stops.includes('programme')) return []
  const chats = stops.flatMap((scope) => (scope.startsWith('chat:') ? [scope.slice('chat:'.length)] : []))
  const limits = { now: work.now, after, limit: DUE_AT_ONCE, stopped: listOf(chats) }
  return (await store.duePackets(work, limits)).map(({ id }) => id)
}

/**
 * Ends a packet of {@link duePackets}: a window is drawn, any other expires. Does nothing when it is not due
 * any more, or was stopped since. One packet a unit: one that cannot be ended must not hold up the others,
 * and a unit that holds one packet waits for no second one while claims wait for it.
 */
export async function endDuePacket(work: Work, id: string): Promise<void> {
  const packet = await lockPacket(work, id)
  if (packet.endedAt !== null || packet.expiresAt > work.now) return
  const stops = await allFreezes(work)
  if (stops.includes('programme')) return
  if (packet.draw === 'first') return endWithRest(work, packet, 'expired', 'system')
  if (stops.includes(`chat:${packet.origin}`)) return
  await drawWindow(work, packet)
  const drawn = await lockPacket(work, id)
  await endWithRest(work, drawn, 'closed', 'system')
}

/** The sender or staff ends it; the rest goes back. Refuses `packet-over` and `frozen-programme`. */
export async function cancelPacket(work: Work, id: string, actor: string): Promise<void> {
  await assertNotFrozen(work, {})
  await endWithRest(work, await lockLivingPacket(work, id), 'cancelled', actor)
}

async function endWithRest(work: Work, packet: PacketRow, as: End, actor: string): Promise<void> {
  await end(work, packet, as, actor, packet.total - packet.paid)
  await touchPacket(work, packet.id)
}

async function end(work: Work, packet: PacketRow, as: End, actor: string, rest: bigint): Promise<void> {
  await store.updatePacket(work, packet.id, { state: as, endedAt: work.now, endedBy: actor })
  if (rest > 0n) await giveBack(work, packet, rest)
  await record(work, {
    kind: `packet-${as}`,
    actor,
    subject: `packet:${packet.id}`,
    details: { returned: rest },
  })
}

async function giveBack(work: Work, packet: PacketRow, rest: bigint): Promise<void> {
  await move(work, [
    {
      key: `packet:return:${packet.id}`,
      from: { kind: 'packet', id: packet.id },
      to: must(parseOwner(packet.source), `the source of packet ${packet.id}`),
      asset: packet.asset,
      amount: rest,
      code: 'packet-return',
      ref: `packet:${packet.id}`,
      actor: 'system',
    },
  ])
}

/**
 * Moves the end further away. Refuses `packet-over`, `packet-window` (a draw keeps its time), `packet-life`.
 */
export async function extendPacket(work: Work, id: string, byMs: number, actor: string): Promise<number> {
  const packet = await lockLivingPacket(work, id)
  const expiresAt = packet.expiresAt + byMs
  checkExtension(packet, expiresAt, work.now)
  await store.updatePacket(work, id, { expiresAt })
  await note(work, 'packet-extended', id, actor, { expiresAt })
  return expiresAt
}

function checkExtension(packet: PacketRow, expiresAt: number, now: number): void {
  if (packet.draw === 'window') refuse('packet-window')
  if (expiresAt - now > LIFE_MOST_MS) refuse('packet-life', { most: { duration: LIFE_MOST_MS } })
}

/**
 * Nobody can claim until it is resumed; its clock runs on. Refuses `packet-over`, `packet-paused-already`.
 */
export async function pausePacket(work: Work, id: string, actor: string): Promise<void> {
  const { state } = await lockLivingPacket(work, id)
  if (state === 'paused') refuse('packet-paused-already')
  await store.updatePacket(work, id, { state: 'paused' })
  await note(work, 'packet-paused', id, actor)
}

/** Refuses `packet-over`, `packet-not-paused`. */
export async function resumePacket(work: Work, id: string, actor: string): Promise<void> {
  const { state } = await lockLivingPacket(work, id)
  if (state !== 'paused') refuse('packet-not-paused')
  await store.updatePacket(work, id, { state: 'live' })
  await note(work, 'packet-resumed', id, actor)
}

async function note(work: Work, kind: FactKind, id: string, actor: string, details = {}): Promise<void> {
  await record(work, { kind, actor, subject: `packet:${id}`, details })
  await touchPacket(work, id)
}

/**
 * A card could not be posted, or its message is gone. When no other card of the packet is or can be seen,
 * nobody can claim: the packet is cancelled and the money goes back. Says whether it was.
 */
export async function returnLostPacket(work: Work, card: number): Promise<{ packet: string } | undefined> {
  const { kind, subject } = await cardOf(work, card)
  if (kind !== PACKET_CARD) return undefined
  const packet = await lockPacket(work, subject)
  await cardGone(work, card)
  const seen = (await cardsOf(work, PACKET_CARD, subject)).some(({ gone }) => !gone)
  const stands = (await allFreezes(work)).includes('programme')
  const lost = !seen && packet.endedAt === null && !stands
  if (lost) await endWithRest(work, packet, 'cancelled', 'system')
  const fact = { kind: 'packet-card-lost' as const, actor: 'system', subject: `packet:${subject}` }
  await record(work, { ...fact, details: { card } })
  return lost ? { packet: subject } : undefined
}
