/** The ledger's queries. */
import { and, desc, eq, lt } from 'drizzle-orm'
import { insertMany } from '../../storage/insert-many.js'
import { prepared } from '../../storage/prepared.js'
import { among, type List, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import type { TransferRow } from './transfer.js'

export type AccountRow = Tables['ledgerAccounts']['$inferSelect']
export type HeadRow = Tables['ledgerHead']['$inferSelect']
export type RefusalRow = Tables['ledgerRefusals']['$inferSelect']

/** Locked first by whoever moves money, so that money moves one unit after the other. */
export const lockedHead = prepared('ledger.locked-head', (db, t, _: object, lock) =>
  lock(db.select().from(t.ledgerHead)),
)

export const currentHead = prepared('ledger.head', (db, t) => db.select().from(t.ledgerHead))

const byKeys = prepared('ledger.transfers-by-keys', (db, t, p: { keys: List }) =>
  db.select().from(t.transfers).where(among(t.transfers.key, p.keys)),
)

const refusedByKeys = prepared('ledger.refusals-by-keys', (db, t, p: { keys: List }) =>
  db.select().from(t.ledgerRefusals).where(among(t.ledgerRefusals.key, p.keys)),
)

const byOwners = prepared('ledger.accounts-by-owners', (db, t, p: { owners: List }) =>
  db.select().from(t.ledgerAccounts).where(among(t.ledgerAccounts.owner, p.owners)),
)

const byIds = prepared('ledger.accounts-by-ids', (db, t, p: { ids: List }) =>
  db.select().from(t.ledgerAccounts).where(among(t.ledgerAccounts.id, p.ids)),
)

const resolvedHolds = prepared('ledger.resolutions-of', (db, t, p: { holds: List }) =>
  db.select().from(t.transfers).where(among(t.transfers.pending, p.holds)),
)

export function transfersByKeys(work: Work, keys: Iterable<string>): Promise<TransferRow[]> {
  return byKeys(work, { keys: listOf(keys) })
}

export function refusalsByKeys(work: Work, keys: Iterable<string>): Promise<RefusalRow[]> {
  return refusedByKeys(work, { keys: listOf(keys) })
}

/** In all assets. */
export function accountsByOwners(work: Work, owners: Iterable<string>): Promise<AccountRow[]> {
  return byOwners(work, { owners: listOf(owners) })
}

export function accountsByIds(work: Work, ids: Iterable<number>): Promise<AccountRow[]> {
  return byIds(work, { ids: listOf(ids) })
}

export function resolutionsOf(work: Work, holds: Iterable<number>): Promise<TransferRow[]> {
  return resolvedHolds(work, { holds: listOf(holds) })
}

export type NewAccount = Pick<AccountRow, 'owner' | 'asset' | 'mayOverdraw'>

/**
 * Leaves those that another process has opened meanwhile as they are; SQLite, where none can, refuses what is
 * there.
 */
export function insertAccounts(work: Work, accounts: NewAccount[]): Promise<void> {
  const rows = accounts.map((account) => ({ ...account, openedAt: work.now }))
  return insertMany(work, work.t.ledgerAccounts, rows, 'ignore')
}

export function insertTransfers(work: Work, rows: TransferRow[]): Promise<void> {
  return insertMany(work, work.t.transfers, rows)
}

export async function insertRefusal(work: Work, row: RefusalRow): Promise<void> {
  await work.db.insert(work.t.ledgerRefusals).values(row)
}

export async function setFrozen(work: Work, owner: string, frozen: boolean): Promise<void> {
  const { ledgerAccounts } = work.t
  await work.db.update(ledgerAccounts).set({ frozen }).where(eq(ledgerAccounts.owner, owner))
}

/** The newest transfers of one side of an account before `before`, of some phases, newest first. */
export const debitsBefore = prepared('ledger.debits-before', (db, t, p: Page) =>
  db
    .select()
    .from(t.transfers)
    .where(
      and(eq(t.transfers.debit, p.account), lt(t.transfers.id, p.before), among(t.transfers.phase, p.phases)),
    )
    .orderBy(desc(t.transfers.id))
    .limit(p.limit),
)

export const creditsBefore = prepared('ledger.credits-before', (db, t, p: Page) =>
  db
    .select()
    .from(t.transfers)
    .where(
      and(
        eq(t.transfers.credit, p.account),
        lt(t.transfers.id, p.before),
        among(t.transfers.phase, p.phases),
      ),
    )
    .orderBy(desc(t.transfers.id))
    .limit(p.limit),
)

interface Page {
  account: number
  before: number
  limit: number
  phases: List
}
