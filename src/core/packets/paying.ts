/** Shares become money: the one place where a packet pays. */

import type { Work } from '../../storage/storage.js'
import { memberText } from '../facts/facts.js'
import { type Movement, move } from '../ledger/ledger.js'
import { type ClaimRow, insertClaims, type PacketRow, takeShares } from './store.js'

/** The key under which a person's claim of a packet is paid, once and for ever. */
export function claimKey(packet: string, member: number): string {
  return `packet:claim:${packet}:${member}`
}

/**
 * Writes claims down and pays them: the claims' own keys make each pair of packet and person unique for ever.
 * The packets are locked. All claims of the unit come at once, since the ledger is locked by the first
 * movement and no packet may be locked after it.
 */
export async function payAll(
  work: Work,
  paid: readonly { packet: PacketRow; claims: ClaimRow[] }[],
): Promise<void> {
  if (paid.length === 0) return
  await insertClaims(
    work,
    paid.flatMap(({ claims }) => claims),
  )
  for (const { packet, claims } of paid) {
    const amount = claims.reduce((sum, claim) => sum + claim.amount, 0n)
    await takeShares(work, { id: packet.id, count: claims.length, amount })
  }
  await move(
    work,
    paid.flatMap(({ packet, claims }) => claims.map((claim) => movementOf(packet, claim))),
  )
}

function movementOf({ id, asset }: PacketRow, { member, amount }: ClaimRow): Movement {
  return {
    key: claimKey(id, member),
    from: { kind: 'packet', id },
    to: { kind: 'member', id: member },
    asset,
    amount,
    code: 'packet-claim',
    ref: `packet:${id}`,
    actor: memberText(member),
  }
}
