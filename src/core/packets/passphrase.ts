/**
 * A packet's passphrase is kept as a keyed hash under the packet's own secret seed: equal passphrases of two
 * packets look different, and the text is nowhere. Spelling is forgiven: case, width and spaces do not count.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** What is kept. */
export function sealPassphrase(seed: Uint8Array, passphrase: string): string {
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
