/**
 * The seal of both chains: where they stand, to be posted where many people read it. Whoever could change the
 * database could compute every hash anew, but not what was posted yesterday; `npm run cli -- audit --seal`
 * compares.
 */
import { eq } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'

const CHAINS = ['fact', 'transfer'] as const

/** Where a chain stood: its last row, and that row's hash in hex. */
export interface ChainSeal {
  chain: (typeof CHAINS)[number]
  id: number
  hash: string
}

/** `fact:812:9f…`, as it is posted and as the operator types it. */
export function sealText({ chain, id, hash }: ChainSeal): string {
  return `${chain}:${id}:${hash}`
}

/** Undefined where it is none. */
export function sealFrom(typed: string): ChainSeal | undefined {
  const [, chain, id, hash] = /^(fact|transfer):([0-9]{1,15}):([0-9a-f]{64})$/.exec(typed.trim()) ?? []
  const known = CHAINS.find((one) => one === chain)
  return known && id !== undefined && hash !== undefined ? { chain: known, id: Number(id), hash } : undefined
}

/** Where both chains stand now. */
export async function sealsNow({ db, t }: Work): Promise<ChainSeal[]> {
  const [facts] = await db.select().from(t.factHead)
  const [ledger] = await db.select().from(t.ledgerHead)
  return [
    ...(facts ? [{ chain: 'fact' as const, id: facts.lastFact, hash: hex(facts.hash) }] : []),
    ...(ledger ? [{ chain: 'transfer' as const, id: ledger.lastTransfer, hash: hex(ledger.hash) }] : []),
  ]
}

/** Whether the row that was sealed is there, with that hash. Number 0 is the beginning of a chain. */
export async function sealHolds({ db, t }: Work, { chain, id, hash }: ChainSeal): Promise<boolean> {
  const table = chain === 'fact' ? t.facts : t.transfers
  if (id === 0) return /^0{64}$/.test(hash)
  const [row] = await db.select({ hash: table.hash }).from(table).where(eq(table.id, id))
  return row !== undefined && hex(row.hash) === hash
}

function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex')
}
