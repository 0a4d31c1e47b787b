/** Where a packet is seen: its cards in the chats. */
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { touchCards } from '../cards/cards.js'
import * as store from './store.js'

/** Card kind of a packet in `core/cards`. */
export const PACKET_CARD = 'packet'

/** The same of one that was taken off a chat: drawn once more, and not kept current. */
export const WITHDRAWN_CARD = 'packet-withdrawn'

/** The packets' cards show their newest state soon. */
export async function touchPackets(work: Work, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await touchCards(work, PACKET_CARD, ids)
}

export async function touchPacket(work: Work, id: string): Promise<void> {
  await touchPackets(work, [id])
}

/** A packet that must exist. Refuses `packet-unknown`. */
export async function packetOf(work: Work, id: string): Promise<store.PacketRow> {
  const [packet] = await store.packetById(work, { id })
  return packet ?? refuse('packet-unknown', { packet: id })
}

/** Like {@link packetOf}, and nobody else changes it until the commit. */
export async function lockPacket(work: Work, id: string): Promise<store.PacketRow> {
  const [packet] = await store.lockedPacket(work, { id })
  return packet ?? refuse('packet-unknown', { packet: id })
}

/** Like {@link lockPacket}, and it has not ended. Refuses `packet-over`. */
export async function lockLivingPacket(work: Work, id: string): Promise<store.PacketRow> {
  return assertLiving(await lockPacket(work, id), work.now)
}

/** The packet, which has not ended. Refuses `packet-over`. */
export function assertLiving(packet: store.PacketRow, now: number): store.PacketRow {
  const isOver = packet.endedAt !== null || packet.expiresAt <= now
  return isOver ? refuse('packet-over', { state: packet.state }) : packet
}
