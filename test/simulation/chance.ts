/** All chance of a simulated history comes from one seed; each part of it draws from a stream of its own. */
export interface Chance {
  /** A whole number from 0 to below `most`. */
  below(most: number): number
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number
  happens(probability: number): boolean
  /** From 0 to below 1. */
  real(): number
  pick<T>(list: readonly T[]): T
  bytes(count: number): Uint8Array
}

/** The stream of this name under this seed. */
export function chanceOf(seed: number, stream: string): Chance {
  const next = small(seed, stream)
  const real = () => next() / 4_294_967_296
  const below = (most: number) => Math.floor(real() * most)
  return {
    below,
    real,
    between: (least, most) => least + below(most - least + 1),
    happens: (probability) => real() < probability,
    pick(list) {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => next() & 255),
  }
}

/** sfc32 (Chris Doty-Humphrey): small, fast, passes PractRand. Whole numbers of 32 bits. */
function small(seed: number, stream: string): () => number {
  let a = seed | 0
  let b = Math.floor(seed / 4_294_967_296) | 0
  let c = 0x9e3779b9
  for (const character of stream) c = Math.imul(c ^ character.charCodeAt(0), 0x85ebca6b)
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 16; warm++) next()
  return next
}
