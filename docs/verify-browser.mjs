/**
 * Lets a browser run verify.mjs as it is, without Node: the page's import map leads the two imports of
 * verify.mjs to this file, which stands in for the hash.
 */

const PRIMES = firstPrimes(64)
/** Fractional parts of the primes' square and cube roots. Source: FIPS 180-4, 4.2.2 and 5.3.3. */
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const ROUNDS = PRIMES.map((prime) => fraction(Math.cbrt(prime)))

function firstPrimes(count) {
  const primes = []
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return primes
}

function fraction(root) {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) >>> 0
}

const turned = (word, by) => (word >>> by) | (word << (32 - by))

/** FIPS 180-4, 5.1.1: a one, zeros, and the length in bits. */
function padded(bytes) {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  new DataView(blocks.buffer).setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n)
  return new DataView(blocks.buffer)
}

/** FIPS 180-4, 6.2.2, step 1. */
function schedule(blocks, start) {
  const words = Array.from({ length: 16 }, (_, i) => blocks.getUint32(start + 4 * i))
  for (let i = 16; i < 64; i++) {
    const [early, late] = [words[i - 15], words[i - 2]]
    const a = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const b = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words.push((words[i - 16] + a + words[i - 7] + b) >>> 0)
  }
  return words
}

/** FIPS 180-4, 6.2.2, steps 2 to 4. */
function compressed(state, words) {
  let [a, b, c, d, e, f, g, h] = state
  for (let i = 0; i < 64; i++) {
    const big = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const one = (h + big + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) >>> 0
    const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    ;[a, b, c, d, e, f, g, h] = [(one + two) >>> 0, a, b, c, (d + one) >>> 0, e, f, g]
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]) >>> 0)
}

function sha256(text) {
  const blocks = padded(new TextEncoder().encode(text))
  let state = START
  for (let at = 0; at < blocks.byteLength; at += 64) state = compressed(state, schedule(blocks, at))
  return state.map((word) => word.toString(16).padStart(8, '0')).join('')
}

/** As of node:crypto, for the one hash that verify.mjs asks for. */
export function createHash() {
  return { update: (text) => ({ digest: () => sha256(text) }) }
}

/** As of node:fs. In a browser there are no files: verify-page.mjs brings the record itself. */
export function readFileSync() {
  throw new Error('there are no files here')
}
