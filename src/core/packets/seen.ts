/** Where a packet is seen: its cards in the chats. */
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { postCard, touchCards } from '../cards/cards.js'
import { record } from '../facts/facts.js'
import { assertNotFrozen } from '../freezes/freezes.js'
import * as store from './store.js'

/** Card kind of a packet in `core/cards`. */
export const PACKET_CARD = 'packet'

/** Chats one packet may be live in: each is a card to edit. */
const PLACES_MOST = 20

/** The packet's cards show its newest state soon. */
export async function touchPacket(work: Work, id: string): Promise<void> {
  await touchCards(work, PACKET_CARD, id)
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
  const packet = await lockPacket(work, id)
  if (packet.endedAt !== null || packet.expiresAt <= work.now)
    return refuse('packet-over', { state: packet.state })
  return packet
}

/**
 * The packet is live in this chat too, with the same counter. Refuses `packet-over`, `frozen-…`,
 * `packet-here` (it is already), `packet-places` (in {@link PLACES_MOST} chats).
 */
export async function postHere(
  work: Work,
  id: string,
  place: { chat: number; thread?: string },
  actor: string,
): Promise<void> {
  await lockLivingPacket(work, id)
  await assertNotFrozen(work, { chat: place.chat })
  const places = await store.chatsOfPacket(work, { packet: id })
  if (places.length >= PLACES_MOST) refuse('packet-places', { most: PLACES_MOST })
  if (!(await store.insertPlace(work, id, place.chat, place.thread))) refuse('packet-here')
  await record(work, {
    kind: 'packet-posted-here',
    actor,
    subject: `packet:${id}`,
    details: { chat: place.chat },
  })
  await postCard(work, { kind: PACKET_CARD, subject: id, ...place })
}

/** The chats a packet lives in, by their own numbers. */
export async function placesOf(work: Work, id: string): Promise<number[]> {
  return (await store.chatsOfPacket(work, { packet: id })).map(({ chat }) => chat)
}
