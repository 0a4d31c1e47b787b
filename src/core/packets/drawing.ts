/**
 * The draw of a window: everyone who pressed in time is in, and the committed seed says who holds a share.
 */
import { must } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { freezesOver, type Scope } from '../freezes/freezes.js'
import { drawHolders } from './draw.js'
import { payAll } from './paying.js'
import { type ClaimRow, entriesOf, nextShares, type PacketRow, removeEntries } from './store.js'

/** How a person stands in published lists: their number in this house, which names nobody outside it. */
export function referenceOf(member: number): string {
  return `member-${member}`
}

/** Draws the holders and pays them. The packet is locked and its time is over. */
export async function drawWindow(work: Work, packet: PacketRow): Promise<void> {
  await leaveOutFrozen(work, packet.id)
  const entries = await entriesOf(work, { packet: packet.id })
  const byReference = new Map(entries.map((entry) => [referenceOf(entry.member), entry]))
  const eligible = [...byReference.keys()]
  const holders = drawHolders({ seed: packet.seed, eligible, slots: packet.shares })
  const shares = await nextShares(work, packet.id, 0, holders.length)
  const claims = holders.map((holder, slot): ClaimRow => {
    const { member, chat } = must(byReference.get(holder), 'a holder who entered')
    const { amount } = must(shares[slot], 'a share for every holder')
    return { packet: packet.id, member, slot, amount, chat, at: work.now }
  })
  if (claims.length > 0) await payAll(work, [{ packet, claims }])
}

/**
 * Who was stopped after entering is not in the draw: their entry goes, so the published list is the one drawn
 * from.
 */
async function leaveOutFrozen(work: Work, packet: string): Promise<void> {
  const entries = await entriesOf(work, { packet })
  const scopes = entries.map(({ member }): Scope => `member:${member}`)
  const frozen = await freezesOver(work, scopes)
  const out = entries.map(({ member }) => member).filter((member) => frozen.has(`member:${member}`))
  await removeEntries(work, packet, out)
}
