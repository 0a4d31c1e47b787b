/**
 * What an auditor remembers in the database it is about, and how it knows it again: under a key that is not
 * in there. Whoever can write to every table can lose a checkpoint, which costs a replay, or put back one
 * that was true. An old one is found at once where a newer transfer still names the account. Where such
 * transfers were given to other accounts, too, and the balance was set back, it goes for right until the walk
 * over the whole ledger comes to the first of them, whose hash no longer fits: see `src/auditor.ts` for how
 * soon. Pure.
 */
import { createHash, createHmac } from 'node:crypto'
import type { ChainEnd } from './chain.js'
import type { Sums } from './sums.js'

/** The sums of an account when all transfers up to one were in, its own or not. */
export interface Reached extends Sums {
  transfer: number
}

export interface Checkpoint extends Reached {
  account: number
}

/** Characters of a keeper's name: 64 bits, no secret. */
const NAME_LENGTH = 16

export class Seal {
  /** Tells apart whose checkpoints they are; says nothing of the key. */
  readonly keeper: string
  readonly #key: Uint8Array

  /** 32 bytes that are not in the database; the same after a restart, or all is replayed. */
  constructor(key: Uint8Array) {
    this.#key = key
    this.keeper = createHash('sha256').update(this.#of('keeper')).digest('hex').slice(0, NAME_LENGTH)
  }

  ofCheckpoint({ account, transfer, dp, dx, cp, cx }: Checkpoint): Buffer {
    return this.#of('checkpoint', account, transfer, ...[dp, dx, cp, cx].map(String))
  }

  ofAnchor({ id, hash }: ChainEnd): Buffer {
    return this.#of('anchor', id, Buffer.from(hash).toString('hex'))
  }

  #of(...parts: (string | number)[]): Buffer {
    return createHmac('sha256', this.#key).update(JSON.stringify(parts)).digest()
  }
}
