/**
 * A packet is divided in tranches: the first when it is made, one more at each top-up. Each has its own
 * parameters and its own commitment; all seeds come from the one that the first commitment has fixed, so a
 * top-up leaves nothing to choose. Slots are numbered on: the second tranche begins where the first ends.
 */
import { createHash } from 'node:crypto'
import { seedHex } from './chance.js'
import { type SplitParams, splitShares } from './split.js'

/** Tranches of a packet: 20 of 1,000 shares are recomputed in well under a second, on a phone too. */
export const TRANCHES_MOST = 20

/** Names the hash that makes a tranche's seed, and its version. */
const LABEL = 'tranche/1'

/** The seed of tranche 0, 1, 2, …: SHA-256 of the text `tranche/1 <master seed in hex> <number>`. */
export function trancheSeed(master: Uint8Array, tranche: number): Uint8Array {
  return createHash('sha256')
    .update(`${LABEL} ${seedHex(master)} ${tranche}`)
    .digest()
}

/** The shares that one tranche adds, slot by slot. Throws as `splitShares` does. */
export function trancheShares(master: Uint8Array, tranche: number, params: SplitParams): bigint[] {
  return splitShares({ ...params, seed: trancheSeed(master, tranche) })
}
