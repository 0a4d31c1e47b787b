/**
 * Chance that anyone can replay: whole numbers from a seed, by SHA-256 over plain text.
 * Written down with test vectors in `docs/fairness.md`; a change here is a new version there.
 */
import { createHash } from 'node:crypto'

/** Bytes of a seed: as many as SHA-256 gives, so a derived seed is no weaker than the first. */
const SEED_BYTES = 32

/** How many different numbers eight bytes hold. */
const NUMBERS = 1n << 64n
const NUMBER_BYTES = 8

export interface Chance {
  /** A whole number from 0 to `limit` − 1, each equally likely. `limit` is from 1 to 2^64. */
  below(limit: bigint): bigint
}

/**
 * The stream of numbers of a seed. Block i is SHA-256 of the text `<label> <seed in hex> <i>`, i = 0, 1, 2,
 * …; every block gives four big-endian 64-bit numbers. Labels keep the streams of one seed apart. Throws when
 * the seed is not 32 bytes.
 */
export function chanceFrom(label: string, seed: Uint8Array): Chance {
  const name = `${label} ${seedHex(seed)}`
  let block = Buffer.alloc(0)
  let blocks = 0
  let offset = 0

  function next(): bigint {
    if (offset === block.length) {
      block = createHash('sha256').update(`${name} ${blocks}`).digest()
      blocks++
      offset = 0
    }
    offset += NUMBER_BYTES
    return block.readBigUInt64BE(offset - NUMBER_BYTES)
  }

  function below(limit: bigint): bigint {
    if (limit < 1n || limit > NUMBERS) throw new RangeError(`chance below ${limit}`)
    // The last, incomplete run of `limit` numbers is drawn again: a plain remainder would favour the small
    // ones.
    const end = NUMBERS - (NUMBERS % limit)
    let number = next()
    while (number >= end) number = next()
    return number % limit
  }

  return { below }
}

/** Lower-case hex of a seed, as it goes into every hashed text. Throws when the seed is not 32 bytes. */
export function seedHex(seed: Uint8Array): string {
  if (seed.length !== SEED_BYTES) throw new RangeError(`a seed has ${SEED_BYTES} bytes, not ${seed.length}`)
  return Buffer.from(seed).toString('hex')
}

/** Fisher–Yates in place: afterwards every order of `items` is equally likely. */
export function shuffle<T>(chance: Chance, items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last--)
    swap(items, last, Number(chance.below(BigInt(last + 1))))
  return items
}

/** Exchanges two items. Both indices must exist. */
export function swap<T>(items: T[], a: number, b: number): void {
  const kept = items[a] as T
  items[a] = items[b] as T
  items[b] = kept
}
