/**
 * The end of a packet, and what staff and senders may do to a living one. An end is for ever: the state, the
 * return of the rest under one key, and the publishing of the seed are one unit of work.
 */
import { refuse } from '../../kit/refusal.js'
import { listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { cardGone, cardOf, cardsOf, mayBeSeen } from '../cards/cards.js'
import { type FactKind, memberText, record } from '../facts/facts.js'
import { allFreezes, assertNotFrozen } from '../freezes/freezes.js'
import { lockLedger, move } from '../ledger/ledger.js'
import { numbersAround } from '../members/members.js'
import { drawWindow } from './drawing.js'
import { lockLivingPacket, lockPacket, PACKET_CARD, touchPacket, WITHDRAWN_CARD } from './seen.js'
import { assertMayGrow, payerOf } from './stops.js'
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
 * draw waits while its chat is stopped (see {@link endDuePacket}), everything while the programme is. Only
 * packets that were made at `madeSince` or later: of the others the clock is in doubt.
 */
export async function duePackets(work: Work, after: string, madeSince = 0): Promise<string[]> {
  const stops = await allFreezes(work)
  if (stops.includes('programme')) return []
  const numbers = (kind: 'chat:' | 'member:') =>
    stops.flatMap((scope) => (scope.startsWith(kind) ? [Number(scope.slice(kind.length))] : []))
  const { all } = await numbersAround(work, numbers('member:'))
  const stopped = { chats: listOf(numbers('chat:')), senders: listOf(all) }
  const limits = { now: work.now, after, madeSince, limit: DUE_AT_ONCE, ...stopped }
  return (await store.duePackets(work, limits)).map(({ id }) => id)
}

/**
 * Ends a packet of {@link duePackets}: a window is drawn, any other expires. So does a window that nobody may
 * take from at its time, because it is paused or its sender is stopped: what holds it is over one packet or
 * one person, may last for ever, and its time runs on. A stop over its chat will end, and the draw waits.
 * Does nothing when it is not due
 * any more, or was stopped since. One packet a unit: one that cannot be ended must not hold up the others,
 * and a unit that holds one packet waits for no second one while claims wait for it.
 */
export async function endDuePacket(work: Work, id: string): Promise<void> {
  const packet = await lockPacket(work, id)
  if (packet.endedAt !== null || packet.expiresAt > work.now) return
  const stops = await allFreezes(work)
  if (stops.includes('programme')) return
  const isHeld = packet.state === 'paused' || stops.includes(memberText(packet.sender))
  if (packet.draw === 'first' || isHeld) return endWithRest(work, packet, 'expired', 'system')
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
  await lockLedger(work)
  const to = await payerOf(work, packet)
  await move(work, [
    {
      key: `packet:return:${packet.id}`,
      from: { kind: 'packet', id: packet.id },
      to,
      asset: packet.asset,
      amount: rest,
      code: 'packet-return',
      ref: `packet:${packet.id}`,
      actor: 'system',
    },
  ])
}

/**
 * Moves the end further away. Refuses `packet-over`, `frozen-…`, `packet-window` (a draw keeps its time),
 * `packet-life`.
 */
export async function extendPacket(work: Work, id: string, byMs: number, actor: string): Promise<number> {
  const packet = await lockLivingPacket(work, id)
  await assertMayGrow(work, packet, actor)
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

/** Whoever may manage a packet, and as what: the sender, a moderator where it lives, staff. */
export interface Manager {
  /** As the facts name them. */
  by: string
  as: NonNullable<PacketRow['pausedAs']>
}

const RANK = { sender: 0, moderator: 1, staff: 2 } as const

/**
 * Nobody can claim until it is resumed; its clock runs on, and a window that is still paused at its time is
 * not drawn. A pause by somebody of a higher rank takes the
 * place of one that is there. Refuses `packet-over`, `packet-paused-already`.
 */
export async function pausePacket(work: Work, id: string, manager: Manager): Promise<void> {
  const { pausedAs, state } = await lockLivingPacket(work, id)
  const isHigher = pausedAs !== null && RANK[manager.as] > RANK[pausedAs]
  if (state === 'paused' && !isHigher) refuse('packet-paused-already')
  await store.updatePacket(work, id, { state: 'paused', pausedBy: manager.by, pausedAs: manager.as })
  await note(work, 'packet-paused', id, manager.by, { as: manager.as })
}

/**
 * What a moderator or staff paused, nobody of a lower rank lets go on. Refuses `packet-over`,
 * `frozen-…`, `packet-not-paused`, `packet-paused-above`.
 */
export async function resumePacket(work: Work, id: string, manager: Manager): Promise<void> {
  const packet = await lockLivingPacket(work, id)
  const { pausedAs, state } = packet
  await assertMayGrow(work, packet, manager.by)
  if (state !== 'paused') return refuse('packet-not-paused')
  if (pausedAs !== null && RANK[manager.as] < RANK[pausedAs]) refuse('packet-paused-above', { by: pausedAs })
  await store.updatePacket(work, id, { state: 'live', pausedBy: null, pausedAs: null })
  await note(work, 'packet-resumed', id, manager.by, { as: manager.as })
}

async function note(work: Work, kind: FactKind, id: string, actor: string, details = {}): Promise<void> {
  await record(work, { kind, actor, subject: `packet:${id}`, details })
  await touchPacket(work, id)
}

/**
 * A card could not be posted, or its message is gone. A packet that nobody can have seen is cancelled and the
 * money goes back: none of its cards was ever posted or may have been (`isDoubtful`: this one), none is on
 * its way, and nothing was claimed. Any other lives until its time is over, whatever becomes of its cards.
 * Answers what became of a living packet that no group shows now.
 */
export async function returnLostPacket(
  work: Work,
  card: number,
  isDoubtful = false,
): Promise<{ packet: string; returned: boolean } | undefined> {
  const { kind, subject } = await cardOf(work, card)
  if (kind !== PACKET_CARD) return undefined
  const packet = await lockPacket(work, subject)
  await cardGone(work, card)
  const cards = await cardsOf(work, PACKET_CARD, subject)
  const isHidden = packet.endedAt === null && cards.every(({ gone }) => gone)
  const all = [...cards, ...(await cardsOf(work, WITHDRAWN_CARD, subject))]
  const wasSeen = isDoubtful || packet.taken > 0 || (await mayBeSeen(work, all))
  const stands = (await allFreezes(work)).includes('programme')
  const returned = isHidden && !wasSeen && !stands
  if (returned) await endWithRest(work, packet, 'cancelled', 'system')
  const fact = { kind: 'packet-card-lost' as const, actor: 'system', subject: `packet:${subject}` }
  await record(work, { ...fact, details: { card } })
  return isHidden ? { packet: subject, returned } : undefined
}
