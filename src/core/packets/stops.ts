/** Which stops hold a packet still, and whose money it is while they are asked for. */
import { must, refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { memberText } from '../facts/facts.js'
import { freezesOver, reasonOf, type Scope } from '../freezes/freezes.js'
import { type Owner, parseOwner } from '../ledger/ledger.js'
import { ownerNow } from '../members/members.js'
import type { PacketRow } from './store.js'

/** Whose money it is now: of a group that gave way to another, that other's. */
export function payerOf(work: Work, { id, source }: Pick<PacketRow, 'id' | 'source'>): Promise<Owner> {
  return ownerNow(work, must(parseOwner(source), `the source of packet ${id}`))
}

/** A scope that may be stopped, and the refusal that tells it. */
type Held = readonly [scope: Scope, key: string]

export interface Around {
  payer: Owner
  /** Who acts: a stop over themself is told as theirs. */
  by: string
  /** Where they act, and where the packet's own place matters, that, too. */
  chats: readonly number[]
}

/**
 * What may be stopped around a packet. A stop over the group that pays, or over the sender, holds wherever
 * the packet hangs: the sender's account may be in other hands, and what it dropped before a way to empty it.
 */
export function scopesAround({ sender }: Pick<PacketRow, 'sender'>, { payer, by, chats }: Around): Held[] {
  const groups = payer.kind === 'chat' ? [...chats, payer.id] : chats
  const isOwn = by === memberText(sender)
  return [
    ['programme', 'frozen-programme'],
    ...groups.map((chat): Held => [`chat:${chat}`, 'frozen-chat']),
    [memberText(sender), isOwn ? 'frozen-member' : 'frozen-sender'],
  ]
}

/** The first of them that is stopped, as a refusal is made of it. */
export function stopAmong(
  scopes: readonly Held[],
  stops: ReadonlyMap<string, { reason: string }>,
): { key: string; reason: string } | undefined {
  for (const [scope, key] of scopes) {
    const stop = stops.get(scope)
    if (stop) return { key, reason: reasonOf(stop) }
  }
  return undefined
}

/**
 * Whatever gives a packet more money, life or reach waits for the stops around it; ending and pausing it do
 * not. Refuses `frozen-programme`, `frozen-chat`, `frozen-member`, `frozen-sender`, and `frozen-spender` for
 * whoever would spend from a budget while they are suspended.
 */
export async function assertMayGrow(
  work: Work,
  packet: PacketRow,
  by: string,
  ...chats: number[]
): Promise<void> {
  const payer = await payerOf(work, packet)
  const scopes = [
    ...scopesAround(packet, { payer, by, chats: [...chats, packet.origin] }),
    ...spender(payer, by),
  ]
  const stops = await freezesOver(
    work,
    scopes.map(([scope]) => scope),
  )
  const found = stopAmong(scopes, stops)
  if (found) refuse(found.key, { reason: found.reason })
}

/** A budget is not for whoever is suspended as a partner; their own wallet is. */
function spender(payer: Owner, by: string): Held[] {
  const [, member] = /^member:([0-9]+)$/.exec(by) ?? []
  return payer.kind === 'chat' && member ? [[`spender:${Number(member)}`, 'frozen-spender']] : []
}
