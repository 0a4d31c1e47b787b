/** More money and shares into a living packet: a tranche of its own, drawn and committed like the first. */

import { dayStart, quarterStart } from '../../kit/calendar.js'
import { must, refuse } from '../../kit/refusal.js'
import type { PacketPolicy } from '../../programme/programme.js'
import type { Work } from '../../storage/storage.js'
import { type Asset, allAssets } from '../assets/assets.js'
import { record } from '../facts/facts.js'
import { assertNotFrozen } from '../freezes/freezes.js'
import { parseOwner } from '../ledger/ledger.js'
import { countAlone } from '../members/members.js'
import { fund } from './drop.js'
import { checkMost, checkOrder, checkUnapproved } from './order.js'
import { lockLivingPacket, touchPacket } from './seen.js'
import * as store from './store.js'
import { TRANCHES_MOST } from './tranche.js'
import { addTranche } from './tranches.js'

/**
 * Adds `total` units in `shares` shares, from the packet's own source. Refuses `packet-over`,
 * `packet-window`, `packet-tranches`, `frozen-…`, what `checkMost`, `checkUnapproved` and `checkOrder`
 * refuse, and `ledger-insufficient`.
 */
export async function topUp(
  work: Work,
  id: string,
  addition: { total: bigint; shares: number },
  { policy, fourEyes }: { policy: PacketPolicy; fourEyes: boolean },
  actor: string,
): Promise<void> {
  const packet = await lockLivingPacket(work, id)
  if (packet.draw === 'window') refuse('packet-window')
  const number = (await store.tranchesOf(work, { packet: id })).length
  if (number >= TRANCHES_MOST) refuse('packet-tranches', { most: TRANCHES_MOST })
  await countAlone(work, { chat: packet.origin, member: packet.sender })
  const owner = parseOwner(packet.source)
  await assertNotFrozen(work, { chat: packet.origin, member: packet.sender, owner })
  const asset = must(
    (await allAssets(work)).find(({ code }) => code === packet.asset),
    'the asset of a packet',
  )
  const order = { ...orderOf(packet, asset), ...addition }
  checkMost(order, packet.total + addition.total, policy)
  if (fourEyes) checkUnapproved(order, packet.total + addition.total, policy)
  checkOrder(order, policy, await droppedLately(work, packet))
  await addTranche(work, { id, seed: packet.seed, number, firstSlot: packet.shares }, order, packet.floor)
  await fund(work, id, number, order)
  const total = packet.total + addition.total
  const shares = packet.shares + addition.shares
  await store.updatePacket(work, id, { total, shares })
  await record(work, { kind: 'packet-topped-up', actor, subject: `packet:${id}`, details: addition })
  await touchPacket(work, id)
}

async function droppedLately(work: Work, { sender, origin, asset }: store.PacketRow) {
  return {
    bySenderQuarter: await store.droppedBy(work, sender, asset, quarterStart(work.now)),
    byChatToday: await store.droppedIn(work, origin, asset, dayStart(work.now)),
  }
}

function orderOf(packet: store.PacketRow, asset: Asset) {
  return {
    sender: packet.sender,
    chat: packet.origin,
    asset,
    split: packet.split,
    spread: packet.spread,
    cap: packet.cap,
    lifeMs: packet.expiresAt - packet.createdAt,
    conditions: [],
    source: must(parseOwner(packet.source), `the source of packet ${packet.id}`),
  }
}
