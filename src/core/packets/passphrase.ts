/**
 * A packet's passphrase is kept as a keyed hash under the packet's own secret seed, from the moment it is
 * asked for: equal passphrases of two packets look different. The text itself is in no row of a packet or of
 * a request for one; a half-filled form holds it until it is sent or given up.
 * Spelling is forgiven: case, width and spaces do not count.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { World } from '../../kit/world.js'
import { seedHex } from './chance.js'

/** Of a packet that is not made yet: the seed it will have, and what will be kept of the passphrase. */
export interface Sealed {
  /** 32 bytes, hex. */
  seed: string
  /** Hex. */
  hash: string
}

/** Seals a passphrase for a packet to come, and draws the packet's seed with it. */
export function sealAhead(world: Pick<World, 'random'>, passphrase: string): Sealed {
  const seed = world.random(32)
  return { seed: seedHex(seed), hash: sealPassphrase(seed, passphrase) }
}

/** What is kept: HMAC-SHA256 under the seed, hex. */
function sealPassphrase(seed: Uint8Array, passphrase: string): string {
  return createHmac('sha256', seed)
    .update(`passphrase/1 ${spelt(passphrase)}`)
    .digest('hex')
}

/** Whether it is the one; in constant time. */
export function opensWith(sealed: string, seed: Uint8Array, passphrase: string): boolean {
  return timingSafeEqual(Buffer.from(sealed, 'hex'), Buffer.from(sealPassphrase(seed, passphrase), 'hex'))
}

function spelt(passphrase: string): string {
  return passphrase.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
