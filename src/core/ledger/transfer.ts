/** What is asked of the ledger and what it answers; the hashes that hold both. Pure. */
import { createHash } from 'node:crypto'
import type { Tables } from '../../storage/tables.js'
import { type Owner, ownerText } from './owner.js'

/** Money to be moved, or held to be moved later. */
export interface Movement {
  /**
   * Derived from the fact, never from a clock or a counter, 3 to 200 characters:
   * `rp:claim:{packet}:{member}`. The same key is the same movement, however often it is asked for.
   */
  key: string
  from: Owner
  to: Owner
  /** Code of the asset. */
  asset: string
  /** In the asset's smallest unit, 1 to 2^63-1. */
  amount: bigint
  /** What for, a word of the feature: `packet-claim`. */
  code: string
  /** What it belongs to, for statements: `packet:6f3k…`. */
  ref?: string
  /**
   * Who asked, as in `member:42` or `system`. Not part of the request: another person's repetition is one
   * too.
   */
  actor: string
}

/** A hold to be let through (post) or let go (void). */
export interface Resolution {
  /** See {@link Movement.key}. */
  key: string
  /** The key of the hold. */
  hold: string
  /** What for; the hold's own word if left out. */
  code?: string
  actor: string
}

/** A movement as the ledger has it. */
export interface Transfer {
  /** 1, 2, 3 …, in the order of commits. */
  id: number
  key: string
  phase: 'single' | 'pending' | 'post' | 'void'
  asset: string
  amount: bigint
  /** ms since the epoch. */
  at: number
  /** It had been done before, under the same key; nothing moved now. */
  replayed: boolean
}

export type TransferRow = Tables['transfers']['$inferSelect']

/** Largest amount and largest sum of an account: a signed 64-bit integer, as both engines keep it. */
export const MAX_AMOUNT = 2n ** 63n - 1n

/** The texts a stored row's {@link requestHash} was made of. */
export interface RequestTexts {
  from: string
  to: string
  /** Key of the hold that a post or void resolves. */
  hold: string
}

/** What a stored row was asked for, as 32 bytes: equal to its `requestHash` when nobody has touched it. */
export function storedRequestHash(row: TransferRow, { from, to, hold }: RequestTexts): Buffer {
  const { phase, asset, amount, code, ref } = row
  if (phase === 'post' || phase === 'void') return requestHash(phase, hold)
  return requestHash(phase, from, to, asset, String(amount), code, ref)
}

/** What a movement asks for, as 32 bytes. */
export function movementHash(phase: 'single' | 'pending', movement: Movement): Buffer {
  const { from, to, asset, amount, code, ref } = movement
  return requestHash(phase, ownerText(from), ownerText(to), asset, String(amount), code, ref ?? null)
}

/** What a resolution asks for, as 32 bytes. */
export function resolutionHash(phase: 'post' | 'void', hold: string): Buffer {
  return requestHash(phase, hold)
}

function requestHash(...parts: (string | null)[]): Buffer {
  return sha256(JSON.stringify(parts))
}

/** The link of the chain: SHA-256 over the hash before and every field of the row. */
export function chainHash(row: Omit<TransferRow, 'hash'>): Buffer {
  const { id, key, phase, pending, debit, credit, asset, amount, code, ref, actor, at } = row
  const request = Buffer.from(row.requestHash).toString('hex')
  const fields = [
    id,
    key,
    request,
    phase,
    pending,
    debit,
    credit,
    asset,
    String(amount),
    code,
    ref,
    actor,
    at,
  ]
  return sha256(row.previousHash, JSON.stringify(fields))
}

function sha256(...parts: (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
