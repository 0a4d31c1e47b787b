/** More money and shares into a living packet: a tranche of its own, drawn and committed like the first. */

import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { type Asset, allAssets, assetOf } from '../assets/assets.js'
import { record } from '../facts/facts.js'
import { countAloneIn, numbersNow } from '../members/members.js'
import { assertRoomThere, type DropRules, droppedLately, fund, needsSecond } from './drop.js'
import { checkMost, checkOrder, type PacketOrder, refuseUnapproved } from './order.js'
import { homesOf, placesOf } from './places.js'
import { assertLiving, lockLivingPacket, packetOf, touchPacket } from './seen.js'
import { assertMayGrow, payerOf } from './stops.js'
import * as store from './store.js'
import { TRANCHES_MOST } from './tranche.js'
import { addTranche } from './tranches.js'

interface Addition {
  /** Units. */
  total: bigint
  shares: number
}

/**
 * Adds `total` units in `shares` shares, from whoever pays for the packet now. Refuses what
 * {@link checkTopUp} refuses, `packet-just-shared` (into a chat whose limit is not looked at yet), and
 * `ledger-insufficient`.
 */
export async function topUp(
  work: Work,
  id: string,
  addition: Addition,
  rules: DropRules,
  actor: string,
): Promise<void> {
  const packet = await lockCounted(work, id)
  const { order, number } = await orderFor(work, packet, addition, rules, actor)
  const tranche = { id, seed: packet.seed, number, firstSlot: packet.shares }
  await addTranche(work, tranche, order, packet.floor, null)
  await fund(work, id, number, order, actor)
  const total = packet.total + addition.total
  const shares = packet.shares + addition.shares
  await store.updatePacket(work, id, { total, shares })
  const details = { total: addition.total, shares: addition.shares }
  await record(work, { kind: 'packet-topped-up', actor, subject: `packet:${id}`, details })
  await touchPacket(work, id)
}

/**
 * All that {@link topUp} would refuse but the money itself, without writing: for previews. Refuses
 * `packet-over`, `packet-window`, `packet-tranches`, `frozen-…`, `topup-approval`, `packet-above-day-there`,
 * and what `checkMost` and `checkOrder` refuse.
 */
export async function checkTopUp(
  work: Work,
  id: string,
  addition: Addition,
  rules: DropRules,
  actor: string,
): Promise<void> {
  await orderFor(work, assertLiving(await packetOf(work, id), work.now), addition, rules, actor)
}

/**
 * The chats and the person before the packet, as everybody does who needs both: all that the packet lives in,
 * for what is added is added to the day of each.
 */
async function lockCounted(work: Work, id: string): Promise<store.PacketRow> {
  const { origin, sender } = await packetOf(work, id)
  const chats = [origin, ...(await placesOf(work, id))]
  const counted = new Set(await countAloneIn(work, { chats, member: sender }))
  const packet = await lockLivingPacket(work, id)
  const places = await numbersNow(work, await placesOf(work, id))
  return places.every((chat) => counted.has(chat)) ? packet : refuse('packet-just-shared')
}

async function orderFor(
  work: Work,
  packet: store.PacketRow,
  addition: Addition,
  rules: DropRules,
  actor: string,
): Promise<{ order: TopUpOrder; number: number }> {
  const { policy, fourEyes } = rules
  if (packet.draw === 'window') refuse('packet-window')
  const number = (await store.tranchesOf(work, { packet: packet.id })).length
  if (number >= TRANCHES_MOST) refuse('packet-tranches', { most: TRANCHES_MOST })
  await assertMayGrow(work, packet, actor)
  const asset = assetOf(await allAssets(work), packet.asset)
  const source = await payerOf(work, packet)
  const order = { ...orderOf(packet, asset), source, ...addition }
  const inAll = packet.total + addition.total
  checkMost(order, inAll, policy)
  if (fourEyes) refuseUnapproved(order, inAll, policy, await needsSecond(work, order, rules))
  checkOrder(order, policy, await droppedLately(work, order))
  const places = await numbersNow(work, await placesOf(work, packet.id))
  const homes = await homesOf(work, packet)
  for (const chat of places)
    if (!homes.includes(chat)) await assertRoomThere(work, { ...order, chat }, policy)
  return { order, number }
}

type TopUpOrder = Omit<PacketOrder, 'thread' | 'windowMs' | 'passphrase' | 'greeting'>

function orderOf(packet: store.PacketRow, asset: Asset): Omit<TopUpOrder, 'source' | 'total' | 'shares'> {
  return {
    sender: packet.sender,
    chat: packet.origin,
    asset,
    split: packet.split,
    spread: packet.spread,
    cap: packet.cap,
    lifeMs: packet.expiresAt - packet.createdAt,
    conditions: [],
  }
}
