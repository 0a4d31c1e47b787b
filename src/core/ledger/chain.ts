/** The hash chain of the ledger, walked from a known link: I11. */
import type { Work } from '../../storage/storage.js'
import { transfersAfter, transfersByIds } from './audit-store.js'
import type { Finding } from './finding.js'
import { accountsByIds, currentHead } from './store.js'
import { chainHash, storedRequestHash, type TransferRow } from './transfer.js'

/** A place in the chain that is known to be good. */
export interface ChainEnd {
  /** Of the last good transfer, 0 for none. */
  id: number
  hash: Uint8Array
}

/** Before the first transfer. */
export const GENESIS: ChainEnd = { id: 0, hash: new Uint8Array(32) }

/** Transfers read at a time. */
const PAGE = 1000

export interface ChainProgress {
  findings: Finding[]
  end: ChainEnd
  more: boolean
}

/** With the transfers that were walked, up to `end`. */
export interface ChainPage extends ChainProgress {
  rows: TransferRow[]
}

/**
 * Walks at most `limit` transfers, or to the first bad one. At the end of the chain the head must say the
 * same.
 */
export async function checkChain(work: Work, since: ChainEnd, limit: number): Promise<ChainProgress> {
  let end = since
  for (let left = limit; left > 0; left -= PAGE) {
    const page = await chainPage(work, end, Math.min(PAGE, left))
    end = page.end
    if (!page.more || page.findings.length > 0) return { findings: page.findings, end, more: page.more }
  }
  return { findings: [], end, more: true }
}

/** As {@link checkChain}, all at once: for a few hundred transfers. */
export async function chainPage(work: Work, since: ChainEnd, limit: number): Promise<ChainPage> {
  const rows = await transfersAfter(work, { after: since.id, limit })
  const bad = await firstBad(work, rows, since)
  if (bad) return { findings: [bad], end: since, more: true, rows: [] }
  const end = linkOf(rows.at(-1) ?? since)
  if (rows.length === limit) return { findings: [], end, more: true, rows }
  return { findings: await checkHead(work, end), end, more: false, rows }
}

/** The transfer that a chain was walked to is still the same. */
export async function checkEnd(work: Work, end: ChainEnd): Promise<Finding[]> {
  if (end.id === 0) return []
  const [row] = await transfersByIds(work, [end.id])
  if (row && same(row.hash, end.hash)) return []
  const detail = 'is missing or another one than was found right; history was written anew'
  return [{ check: 'ledger-chain', detail, subject: `transfer:${end.id}` }]
}

function linkOf({ id, hash }: ChainEnd): ChainEnd {
  return { id, hash }
}

async function firstBad(work: Work, page: TransferRow[], since: ChainEnd): Promise<Finding | undefined> {
  const requestHash = await requestHashes(work, page)
  let previous = since
  for (const row of page) {
    const wrong = fault(row, previous, requestHash(row))
    if (wrong) return { check: 'ledger-chain', detail: `${row.key}: ${wrong}`, subject: `transfer:${row.id}` }
    previous = row
  }
  return undefined
}

function fault(row: TransferRow, previous: ChainEnd, requestHash: Uint8Array): string | undefined {
  if (row.id !== previous.id + 1) return `follows transfer ${previous.id}; those between are missing`
  if (!same(row.previousHash, previous.hash)) return 'does not hold the hash of the transfer before'
  if (!same(row.hash, chainHash(row))) return 'was changed after it was written, or its hash was'
  if (!same(row.requestHash, requestHash))
    return 'is not what its request asked for; an account or a hold was exchanged'
  return undefined
}

/** What each row of a page must have been asked for, by the owners and holds as they stand now. */
async function requestHashes(work: Work, page: TransferRow[]): Promise<(row: TransferRow) => Buffer> {
  const accounts = await accountsByIds(work, new Set(page.flatMap((row) => [row.debit, row.credit])))
  const owners = new Map(accounts.map((account) => [account.id, account.owner]))
  const holds = await transfersByIds(
    work,
    page.flatMap((row) => row.pending ?? []),
  )
  const keys = new Map(holds.map((row) => [row.id, row.key]))
  return (row) =>
    storedRequestHash(row, {
      from: owners.get(row.debit) ?? '',
      to: owners.get(row.credit) ?? '',
      hold: keys.get(row.pending ?? 0) ?? '',
    })
}

async function checkHead(work: Work, end: ChainEnd): Promise<Finding[]> {
  const [head] = await currentHead(work, {})
  if (head && head.lastTransfer === end.id && same(head.hash, end.hash)) return []
  const detail = `the head says ${head?.lastTransfer ?? 'nothing'}, the last transfer is ${end.id}`
  return [{ check: 'ledger-chain', detail, subject: 'ledger-head' }]
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
