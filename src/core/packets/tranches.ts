/** Writes a tranche down: its commitment and its shares, slot by slot. */
import type { Work } from '../../storage/storage.js'
import { commit, type PacketKind } from './commitment.js'
import type { PacketOrder } from './order.js'
import { insertTranche } from './store.js'
import { trancheShares } from './tranche.js'

interface At {
  id: string
  seed: Uint8Array
  number: number
  /** Slots of all tranches before. */
  firstSlot: number
}

/** The parameters must have passed `checkSplit`. `approvedBy`: the second person who agreed, if one did. */
export async function addTranche(
  work: Work,
  { id, seed, number, firstSlot }: At,
  order: Pick<PacketOrder, 'asset' | 'total' | 'shares' | 'split' | 'spread' | 'cap' | 'windowMs'>,
  floor: bigint,
  approvedBy: number | null,
): Promise<void> {
  const { total, shares, split, spread, cap } = order
  const params = { total, shares, split, spread, floor, cap }
  const kind = kindOf(order.windowMs === undefined ? 'first' : 'window')
  const commitment = commit(seed, { ...params, packet: id, asset: order.asset.code, kind, tranche: number })
  const amounts = trancheShares(seed, number, params)
  await insertTranche(
    work,
    { packet: id, number, total, shares, commitment, at: work.now, approvedBy },
    amounts.map((amount, at) => ({ packet: id, slot: firstSlot + at, amount })),
  )
}

/** The word of `docs/fairness.md`. */
export function kindOf(draw: 'first' | 'window'): PacketKind {
  return draw === 'first' ? 'first-come' : 'window-draw'
}
