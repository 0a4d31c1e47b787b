/** Shares become money: the one place where a packet pays. */
import type { Work } from '../../storage/storage.js'
import { move } from '../ledger/ledger.js'
import { type ClaimRow, insertClaims, type PacketRow, takeShares } from './store.js'

/** The key under which a person's claim of a packet is paid, once and for ever. */
export function claimKey(packet: string, member: number): string {
  return `packet:claim:${packet}:${member}`
}

/**
 * Writes claims down and pays them: the claims' own keys make each pair of packet and person unique for ever.
 */
export async function pay(work: Work, packet: PacketRow, claims: ClaimRow[]): Promise<void> {
  await insertClaims(work, claims)
  await move(
    work,
    claims.map(({ member, amount }) => ({
      key: claimKey(packet.id, member),
      from: { kind: 'packet', id: packet.id },
      to: { kind: 'member', id: member },
      asset: packet.asset,
      amount,
      code: 'packet-claim',
      ref: `packet:${packet.id}`,
      actor: `member:${member}`,
    })),
  )
  const amount = claims.reduce((sum, claim) => sum + claim.amount, 0n)
  await takeShares(work, packet.id, claims.length, amount)
}
