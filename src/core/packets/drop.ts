/**
 * The beginning of a packet. It is funded in full when it is made, by a transfer into an account of its own,
 * so none can promise what it does not hold; all shares are drawn then and committed to by a hash.
 */
import { dayStart, quarterStart } from '../../kit/calendar.js'
import { toJson } from '../../kit/json.js'
import type { PacketPolicy } from '../../programme/programme.js'
import type { Work } from '../../storage/storage.js'
import { postCard } from '../cards/cards.js'
import { record } from '../facts/facts.js'
import { assertNotFrozen } from '../freezes/freezes.js'
import { move, ownerText } from '../ledger/ledger.js'
import { countAlone } from '../members/members.js'
import { checkOrder, floorOf, type PacketOrder } from './order.js'
import { sealPassphrase } from './passphrase.js'
import { PACKET_CARD } from './seen.js'
import * as store from './store.js'
import { addTranche } from './tranches.js'

/**
 * Makes a packet: limits, split, money, card. Refuses `frozen-…`, what {@link checkOrder} refuses, and
 * `ledger-insufficient`.
 */
export async function dropPacket(
  work: Work,
  order: PacketOrder,
  policy: PacketPolicy,
): Promise<{ id: string }> {
  await countAlone(work, { chat: order.chat, member: order.sender })
  await checkDrop(work, order, policy)
  const id = work.world.newId()
  const seed = work.world.random(32)
  await store.insertPacket(work, rowOf(work, id, seed, order, policy), order)
  await addTranche(work, { id, seed, number: 0, firstSlot: 0 }, order, floorOf(policy, order.asset))
  await fund(work, id, 0, order)
  await record(work, {
    kind: 'packet-dropped',
    actor: `member:${order.sender}`,
    subject: `packet:${id}`,
    details: {
      asset: order.asset.code,
      total: order.total,
      shares: order.shares,
      source: ownerText(order.source),
    },
  })
  await postCard(work, { kind: PACKET_CARD, subject: id, chat: order.chat, thread: order.thread })
  return { id }
}

/** All that {@link dropPacket} would refuse but the money itself, without writing: for previews. */
export async function checkDrop(work: Work, order: PacketOrder, policy: PacketPolicy): Promise<void> {
  await assertNotFrozen(work, { chat: order.chat, member: order.sender, owner: order.source })
  const { sender, chat, asset } = order
  checkOrder(order, policy, {
    bySenderQuarter: await store.droppedBy(work, sender, asset.code, quarterStart(work.now)),
    byChatToday: await store.droppedIn(work, chat, asset.code, dayStart(work.now)),
  })
}

/** Moves the money of tranche `number` into the packet. */
export async function fund(
  work: Work,
  id: string,
  number: number,
  { source, asset, total, sender }: Pick<PacketOrder, 'source' | 'asset' | 'total' | 'sender'>,
): Promise<void> {
  await move(work, [
    {
      key: `packet:fund:${id}:${number}`,
      from: source,
      to: { kind: 'packet', id },
      asset: asset.code,
      amount: total,
      code: 'packet-fund',
      ref: `packet:${id}`,
      actor: `member:${sender}`,
    },
  ])
}

function rowOf(work: Work, id: string, seed: Uint8Array, order: PacketOrder, policy: PacketPolicy) {
  const { windowMs } = order
  return {
    id,
    seed,
    sender: order.sender,
    origin: order.chat,
    asset: order.asset.code,
    total: order.total,
    shares: order.shares,
    split: order.split,
    spread: order.spread,
    floor: floorOf(policy, order.asset),
    cap: order.cap,
    draw: windowMs === undefined ? ('first' as const) : ('window' as const),
    drawAt: windowMs === undefined ? null : work.now + windowMs,
    source: ownerText(order.source),
    conditions: toJson(order.conditions),
    passphrase: order.passphrase === undefined ? null : sealPassphrase(seed, order.passphrase),
    greeting: order.greeting ?? null,
    state: 'live' as const,
    expiresAt: work.now + (windowMs ?? order.lifeMs),
    createdAt: work.now,
  }
}
