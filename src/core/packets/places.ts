/** The chats a packet lives in: it is shared into further ones, and taken off one of those again. */
import { refuse } from '../../kit/refusal.js'
import type { PacketPolicy } from '../../programme/programme.js'
import type { Work } from '../../storage/storage.js'
import { allAssets, assetOf } from '../assets/assets.js'
import { postCard, turnCards } from '../cards/cards.js'
import { record } from '../facts/facts.js'
import { countAlone } from '../members/members.js'
import { assertRoomThere } from './drop.js'
import { lockLivingPacket, PACKET_CARD, packetOf, WITHDRAWN_CARD } from './seen.js'
import { assertMayGrow, payerOf } from './stops.js'
import type { PacketRow, PlaceRow } from './store.js'
import * as store from './store.js'

/** Chats one packet may be live in: each is a card to edit. */
const PLACES_MOST = 20

/**
 * The packet is live in this chat too, with the same counter. That is a drop there: what is left in it counts
 * for the chat's day. Refuses `packet-over`, `frozen-…`, `packet-here` (it is already), `packet-barred`
 * (it was taken off), `packet-places` (in {@link PLACES_MOST} chats), `packet-above-day-there`.
 */
export async function postHere(
  work: Work,
  id: string,
  place: { chat: number; thread?: string },
  policy: PacketPolicy,
  actor: string,
): Promise<void> {
  const { packet, chat } = await lockWithPlace(work, id, place.chat)
  await assertMayGrow(work, packet, actor, chat)
  assertNew(await store.chatsOfPacket(work, { packet: id }), chat)
  const brought = packet.total - packet.paid
  const asset = assetOf(await allAssets(work), packet.asset)
  await assertRoomThere(work, { chat, asset, total: brought }, policy)
  const row = { packet: id, chat, thread: place.thread ?? null, sharedAt: work.now, brought }
  await store.insertPlace(work, row)
  await record(work, {
    kind: 'packet-posted-here',
    actor,
    subject: `packet:${id}`,
    details: { chat, brought },
  })
  await postCard(work, { kind: PACKET_CARD, subject: id, chat, thread: place.thread })
}

/**
 * Chat, sender and packet, in this order, as everybody takes them: the chat gives way to no other meanwhile,
 * and nobody else counts what is dropped in it. Refuses `packet-over`.
 */
async function lockWithPlace(
  work: Work,
  id: string,
  asked: number,
): Promise<{ packet: PacketRow; chat: number }> {
  const { sender } = await packetOf(work, id)
  const chat = await countAlone(work, { chat: asked, member: sender })
  return { packet: await lockLivingPacket(work, id), chat }
}

function assertNew(places: readonly PlaceRow[], chat: number): void {
  const here = places.find((place) => place.chat === chat)
  if (here) refuse(here.withdrawnAt === null ? 'packet-here' : 'packet-barred')
  if (places.filter(isOpen).length >= PLACES_MOST) refuse('packet-places', { most: PLACES_MOST })
}

function isOpen({ withdrawnAt }: PlaceRow): boolean {
  return withdrawnAt === null
}

/**
 * Takes the packet off a chat that it was only shared into: its card there says so, nobody claims from there
 * any more, and nobody shares it there again. Everywhere else it goes on, and what was claimed stays claimed.
 * Refuses `packet-over`, `packet-no-guest`.
 */
export async function withdrawFrom(work: Work, id: string, asked: number, actor: string): Promise<void> {
  const { packet, chat } = await lockWithPlace(work, id, asked)
  if (!(await isGuestIn(work, packet, chat))) refuse('packet-no-guest')
  await store.closePlace(work, id, chat, actor)
  await record(work, { kind: 'packet-withdrawn', actor, subject: `packet:${id}`, details: { chat } })
  await turnCards(work, { kind: PACKET_CARD, subject: id, chat }, WITHDRAWN_CARD)
}

/** The chats a packet lives in, by their own numbers. */
export async function placesOf(work: Work, id: string): Promise<number[]> {
  return (await store.chatsOfPacket(work, { packet: id })).filter(isOpen).map(({ chat }) => chat)
}

/** The chats a packet can be shared into no more: it is there, or was taken off. */
export async function placesTaken(work: Work, id: string): Promise<number[]> {
  return (await store.chatsOfPacket(work, { packet: id })).map(({ chat }) => chat)
}

/** The chats that are a packet's own: it was dropped there, or the chat's budget pays. */
export async function homesOf(
  work: Work,
  packet: Pick<PacketRow, 'id' | 'origin' | 'source'>,
): Promise<number[]> {
  const payer = await payerOf(work, packet)
  return payer.kind === 'chat' ? [packet.origin, payer.id] : [packet.origin]
}

/** Whether a chat is one of those that the packet lives in because it was shared into them. */
export async function isGuestIn(
  work: Work,
  packet: Pick<PacketRow, 'id' | 'origin' | 'source'>,
  chat: number,
): Promise<boolean> {
  if ((await homesOf(work, packet)).includes(chat)) return false
  return (await placesOf(work, packet.id)).includes(chat)
}
