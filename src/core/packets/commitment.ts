/**
 * The promise on the card: a hash over the seed and everything that decides the shares, shown before anyone
 * claims. When the packet has closed, the seed is published and anyone can hash it again.
 */
import { createHash } from 'node:crypto'
import { must } from '../../kit/refusal.js'
import { seedHex } from './chance.js'
import type { SplitParams } from './split.js'

/** Version of the committed text and of every function behind it (`docs/fairness.md`). */
export const VERSION = 1

/** What may stand for a packet or an asset in the text: nothing that could look like another line of it. */
export const NAME = /^[0-9A-Za-z._:-]{1,64}$/

/** How slots find their holders: the next free one at each claim, or `drawHolders` when the window closes. */
export type PacketKind = 'first-come' | 'window-draw'

/** Everything a commitment fixes besides the seed. */
export interface Committed extends SplitParams {
  packet: string
  asset: string
  kind: PacketKind
  /** 0 for the packet as it was made, 1, 2, … for each top-up. */
  tranche: number
}

/**
 * SHA-256, in lower-case hex, of {@link commitmentText}. `seed` is the packet's master seed, for every
 * tranche.
 */
export function commit(seed: Uint8Array, params: Committed): string {
  return createHash('sha256').update(commitmentText(seed, params)).digest('hex')
}

/** Whether `commitment` is the one for this seed and these parameters. */
export function verifyCommitment(commitment: string, seed: Uint8Array, params: Committed): boolean {
  return commitment === commit(seed, params)
}

/**
 * The text that is hashed: twelve lines, each ended by one line feed. The seed is the last of them, so that
 * nobody can learn from one hash the hash of a longer text. Throws when the packet or the asset has a name
 * outside {@link NAME}.
 */
export function commitmentText(seed: Uint8Array, params: Committed): string {
  must(NAME.test(params.packet) && NAME.test(params.asset), 'plain names of packet and asset')
  return [
    `red packet/${VERSION}`,
    `packet=${params.packet}`,
    `asset=${params.asset}`,
    `kind=${params.kind}`,
    `tranche=${params.tranche}`,
    `total=${params.total}`,
    `shares=${params.shares}`,
    `split=${params.split}`,
    `spread=${params.spread}`,
    `floor=${params.floor}`,
    `cap=${params.cap ?? 'none'}`,
    `seed=${seedHex(seed)}`,
    '',
  ].join('\n')
}
