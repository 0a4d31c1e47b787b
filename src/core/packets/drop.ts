/**
 * The beginning of a packet. It is funded in full when it is made, by a transfer into an account of its own,
 * so none can promise what it does not hold; all shares are drawn then and committed to by a hash.
 */
import { dayStart, quarterStart } from '../../kit/calendar.js'
import { toJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import { approvalPeriod, type PacketPolicy, type Programme } from '../../programme/programme.js'
import type { Work } from '../../storage/storage.js'
import { postCard } from '../cards/cards.js'
import { impossibleOn } from '../conditions/conditions.js'
import { memberText, record } from '../facts/facts.js'
import { assertNotFrozen } from '../freezes/freezes.js'
import { balance, move, ownerText } from '../ledger/ledger.js'
import { chatOf, countAlone, ownerNow } from '../members/members.js'
import { droppedAlone, droppedBy, droppedIn } from './limits-store.js'
import {
  type Above,
  aboveAlone,
  checkDayThere,
  checkOrder,
  type Dropped,
  floorOf,
  money,
  type PacketOrder,
} from './order.js'
import { PACKET_CARD } from './seen.js'
import * as store from './store.js'
import { addTranche } from './tranches.js'

/** How much one person may do alone in this house. */
export interface DropRules {
  policy: PacketPolicy
  /** The maker cannot be the checker. */
  fourEyes: boolean
}

/** A team of one has nobody to ask; the limit of one packet holds all the same. */
export function dropRules({ packets, treasury }: Programme): DropRules {
  return { policy: packets, fourEyes: treasury.fourEyes }
}

/**
 * Makes a packet: limits, split, money, card. `approvedBy` is the second person who agreed to it, if one did.
 * Refuses `frozen-…`, what {@link checkOrder} refuses, and `ledger-insufficient`.
 */
export async function dropPacket(
  work: Work,
  asked: PacketOrder,
  policy: PacketPolicy,
  approvedBy: number | null = null,
): Promise<{ id: string }> {
  // What was asked long ago, or is asked right now, may name a chat that has given way to another.
  const chat = await countAlone(work, { chat: asked.chat, member: asked.sender })
  const order = { ...asked, chat, source: await ownerNow(work, asked.source) }
  await checkDrop(work, order, policy)
  const id = work.world.newId()
  const seed = order.passphrase ? Buffer.from(order.passphrase.seed, 'hex') : work.world.random(32)
  await store.insertPacket(work, rowOf(work, id, seed, order, policy), order)
  const first = { id, seed, number: 0, firstSlot: 0 }
  await addTranche(work, first, order, floorOf(policy, order.asset), approvedBy)
  await fund(work, id, 0, order, memberText(order.sender))
  await record(work, {
    kind: 'packet-dropped',
    actor: memberText(order.sender),
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

/**
 * All that {@link dropPacket} would refuse but the money itself, without writing: for previews. Refuses
 * `frozen-…`, `condition-impossible` (nobody in the chat could ever claim), and what `checkOrder` refuses.
 */
export async function checkDrop(work: Work, order: PacketOrder, policy: PacketPolicy): Promise<void> {
  await assertNotFrozen(work, { chat: order.chat, member: order.sender, owner: order.source })
  const { platform } = await chatOf(work, order.chat)
  const [impossible] = impossibleOn(platform, order.conditions)
  if (impossible) refuse('condition-impossible', { kind: impossible.kind })
  checkOrder(order, policy, await droppedLately(work, order))
}

/**
 * What counts for the limits. A chat's limit counts what was dropped in it, shared into it, and what its
 * budget paid, wherever that went.
 */
export async function droppedLately(
  work: Work,
  { sender, chat, asset, source }: Pick<PacketOrder, 'sender' | 'chat' | 'asset' | 'source'>,
): Promise<Dropped> {
  const today = { asset: asset.code, since: dayStart(work.now) }
  let byChatToday = await droppedIn(work, chat, today)
  if (source.kind === 'chat' && source.id !== chat) {
    const byPayer = await droppedIn(work, source.id, today)
    if (byPayer > byChatToday) byChatToday = byPayer
  }
  const quarter = { asset: asset.code, since: quarterStart(work.now) }
  return { bySenderQuarter: await droppedBy(work, sender, quarter), byChatToday }
}

/** That a chat's day has room for what sharing brings into it. Refuses `packet-above-day-there`. */
export async function assertRoomThere(
  work: Work,
  { chat, asset, total }: Pick<PacketOrder, 'chat' | 'asset' | 'total'>,
  policy: PacketPolicy,
): Promise<void> {
  const today = { asset: asset.code, since: dayStart(work.now) }
  const { title } = await chatOf(work, chat)
  checkDayThere({ asset, total }, policy, await droppedIn(work, chat, today), title)
}

/**
 * Why a second person must agree to so much more, if one must. What one person's word sent out lately counts,
 * by who sends and by who pays: many small packets are one large.
 */
export async function needsSecond(
  work: Work,
  order: Pick<PacketOrder, 'sender' | 'asset' | 'source' | 'total'>,
  { policy, fourEyes }: DropRules,
): Promise<Above | undefined> {
  if (!fourEyes) return undefined
  const lately = { asset: order.asset.code, since: work.now - approvalPeriod(policy) }
  const bySender = await droppedAlone(work, order.sender, lately)
  const byPayer = await droppedAlone(work, await ownerNow(work, order.source), lately)
  return aboveAlone(order, policy, bySender > byPayer ? bySender : byPayer)
}

/** What is left in the source after the packet. Refuses `ledger-insufficient`, before the ledger would. */
export async function assertFunds(
  work: Work,
  { source, asset, total }: Pick<PacketOrder, 'source' | 'asset' | 'total'>,
): Promise<{ available: bigint }> {
  const { available } = await balance(work, source, asset.code)
  if (available < total) {
    refuse('ledger-insufficient', { available: money(available, asset), needed: money(total, asset) })
  }
  return { available }
}

/** Moves the money of tranche `number` into the packet, as `actor` wishes, who need not be its sender. */
export async function fund(
  work: Work,
  id: string,
  number: number,
  { source, asset, total }: Pick<PacketOrder, 'source' | 'asset' | 'total'>,
  actor: string,
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
      actor,
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
    passphrase: order.passphrase?.hash ?? null,
    greeting: order.greeting ?? null,
    state: 'live' as const,
    expiresAt: work.now + (windowMs ?? order.lifeMs),
    createdAt: work.now,
  }
}
