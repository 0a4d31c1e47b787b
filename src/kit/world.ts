/**
 * Time, chance, ids and waiting, injected everywhere so that a whole run can be replayed from a seed.
 * This is the only file of the house that asks the machine for them.
 */
import { randomBytes } from 'node:crypto'

export interface World {
  /** Milliseconds since the epoch. May jump; money never trusts it alone (see `Work.now`). */
  now(): number
  /** Milliseconds that only ever grow, for measuring and for rate limits. */
  monotonic(): number
  /** `count` unpredictable bytes. */
  random(count: number): Uint8Array
  /** A new public id: 80 random bits as 16 characters of Crockford's base 32, lower case. */
  newId(): string
  /** Resolves after `ms`, or at once when `signal` aborts. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Runs `task` after `ms`; the result cancels it. Does not keep the process alive. */
  after(ms: number, task: () => void): () => void
  /** Lets everything else that is ready go first: one turn of the event loop. */
  breathe(): Promise<void>
  /** Marks a place where a simulation may kill the process. Does nothing in production. */
  crashpoint(label: string): void
}

/** The real thing. */
export function realWorld(): World {
  const random = (count: number) => randomBytes(count)
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    random,
    newId: () => crockford(random(ID_BYTES)),
    sleep,
    after(ms, task) {
      const timer = setTimeout(task, ms)
      timer.unref()
      return () => clearTimeout(timer)
    },
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    crashpoint() {},
  }
}

const ID_BYTES = 10
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * Crockford's base 32 without padding: 5 bits a character, no i, l, o, u. `bytes.length` must divide by 5.
 */
export function crockford(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let left = (bytes.length * 8) / 5; left > 0; left--) {
    text = ALPHABET.charAt(Number(bits & 31n)) + text
    bits >>= 5n
  }
  return text
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const timer = setTimeout(finish, ms)
    function finish() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', finish)
      resolve()
    }
    signal?.addEventListener('abort', finish, { once: true })
  })
}
