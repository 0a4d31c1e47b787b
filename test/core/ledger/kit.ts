/** What the tests of the ledger have in common. */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { ensureAssets } from '../../../src/core/assets/assets.js'
import { type Movement, move, type Owner, ownerText } from '../../../src/core/ledger/ledger.js'
import { currentHead, insertAccounts } from '../../../src/core/ledger/store.js'
import { chainHash, type TransferRow } from '../../../src/core/ledger/transfer.js'
import { must } from '../../../src/kit/refusal.js'
import { constraintsOf } from '../../../src/storage/errors.js'
import type { Storage, Work } from '../../../src/storage/storage.js'

export const TREASURY: Owner = { kind: 'treasury' }
export const ANN: Owner = { kind: 'member', id: 1 }
export const BEN: Owner = { kind: 'member', id: 2 }
export const PACKET: Owner = { kind: 'packet', id: 'p1' }

export function movement(
  key: string,
  from: Owner,
  to: Owner,
  amount: bigint,
  more: Partial<Movement> = {},
): Movement {
  return { key, from, to, amount, asset: 'USDT', code: 'test', actor: 'system', ...more }
}

/** Two assets, and 100 units of USDT for Ann. */
export async function fund(storage: Storage, amount = 100n): Promise<void> {
  await storage.write(async (work) => {
    await ensureAssets(work, [
      { code: 'USDT', scale: 6 },
      { code: 'BMX', scale: 2 },
    ])
    await move(work, [
      movement('fund:ann', TREASURY, ANN, amount),
      movement('fund:bmx', TREASURY, ANN, 7n, { asset: 'BMX' }),
    ])
  })
}

/** An account in which nothing has moved. */
export async function openAccount(work: Work, owner: Owner, asset = 'USDT'): Promise<void> {
  await insertAccounts(work, [{ owner: ownerText(owner), asset, mayOverdraw: false }])
}

export async function accountId(work: Work, owner: Owner, asset = 'USDT'): Promise<number> {
  const { ledgerAccounts } = work.t
  const rows = await work.db
    .select()
    .from(ledgerAccounts)
    .where(eq(ledgerAccounts.owner, ownerText(owner)))
  return must(
    rows.find((row) => row.asset === asset),
    `${ownerText(owner)} has an account in ${asset}`,
  ).id
}

/** A row that would be taken, but for what is changed; written past the ledger, straight to the database. */
export async function forgedRow(work: Work, changes: Partial<TransferRow> = {}): Promise<TransferRow> {
  const [head] = await currentHead(work, {})
  const { lastTransfer, hash } = must(head, 'there is a head')
  const row = {
    id: lastTransfer + 1,
    key: 'forged',
    requestHash: new Uint8Array(32),
    phase: 'single' as const,
    pending: null,
    debit: await accountId(work, ANN),
    credit: await accountId(work, BEN),
    asset: 'USDT',
    amount: 1n,
    code: 'forged',
    ref: null,
    actor: 'thief',
    at: work.now,
    previousHash: hash,
    ...changes,
  }
  return { ...row, hash: changes.hash ?? chainHash(row) }
}

/** Rejected by the database, by this constraint or guard. */
export async function expectRefusedBy(rule: string, written: Promise<unknown>): Promise<void> {
  const error = await written.then(
    () => new Error('it was written'),
    (reason: unknown) => reason,
  )
  expect({ rules: constraintsOf(error), message: messages(error) }).toMatchObject({
    rules: expect.arrayContaining([rule]),
  })
}

/** The message of an error and of its causes, one a line. */
export function messages(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${messages(error.cause)}` : ''
}
