/** The audit's queries. */
import { and, asc, desc, eq, gt, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { prepared } from '../../storage/prepared.js'
import { among, type List, listOf, sumAmong, sumOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import type { AccountRow } from './store.js'
import type { Sums } from './sums.js'
import type { TransferRow } from './transfer.js'

export const transfersAfter = prepared(
  'ledger.transfers-after',
  (db, t, p: { after: number; limit: number }) =>
    db
      .select()
      .from(t.transfers)
      .where(gt(t.transfers.id, p.after))
      .orderBy(asc(t.transfers.id))
      .limit(p.limit),
)

const byIds = prepared('ledger.transfers-by-ids', (db, t, p: { ids: List }) =>
  db.select().from(t.transfers).where(among(t.transfers.id, p.ids)),
)

export function transfersByIds(work: Work, ids: Iterable<number>): Promise<TransferRow[]> {
  return byIds(work, { ids: listOf(ids) })
}

/** A stretch of accounts by their ids, `after` not included. */
export interface Stretch {
  after: number
  last: number
}

function within({ id }: Tables['ledgerAccounts'], { after, last }: Stretch): SQL | undefined {
  return and(gt(id, after), lte(id, last))
}

/** 0 where there is none. */
export async function newestAccount(work: Work): Promise<number> {
  const { ledgerAccounts: t } = work.t
  const [row] = await work.db.select({ id: t.id }).from(t).orderBy(desc(t.id)).limit(1)
  return row?.id ?? 0
}

export function sumsByAsset(work: Work, stretch: Stretch) {
  const { asset, dx, cx, dp, cp } = work.t.ledgerAccounts
  return work.db
    .select({ asset, dx: sumOf(dx), cx: sumOf(cx), dp: sumOf(dp), cp: sumOf(cp) })
    .from(work.t.ledgerAccounts)
    .where(within(work.t.ledgerAccounts, stretch))
    .groupBy(asset)
}

export async function firstNegative(work: Work, stretch: Stretch): Promise<AccountRow | undefined> {
  const { ledgerAccounts: t } = work.t
  // Not dx + dp: past 64 bits that fails on PostgreSQL.
  const owes = sql`${t.dp} > ${t.cx} - ${t.dx}`
  const rows = await work.db
    .select()
    .from(t)
    .where(and(within(t, stretch), eq(t.mayOverdraw, false), owes))
    .orderBy(asc(t.id))
    .limit(1)
  return rows[0]
}

/** The oldest hold from before `cutoff` that nobody has resolved. */
export async function oldestOpenHold(work: Work, cutoff: number): Promise<TransferRow | undefined> {
  const holds = work.t.transfers
  const resolutions = alias(holds, 'resolutions')
  const rows = await work.db
    .select({ hold: holds })
    .from(holds)
    .leftJoin(resolutions, eq(resolutions.pending, holds.id))
    .where(and(sql`${holds.phase} = 'pending'`, lt(holds.at, cutoff), isNull(resolutions.id)))
    .orderBy(asc(holds.id))
    .limit(1)
  return rows[0]?.hold
}

/** Accounts replayed by one look, so that none takes long. */
const REPLAY_PAGE = 1000

export interface Replayed {
  account: AccountRow
  sums: Sums
}

/** Accounts in the order of their ids after `after`; `next` is where the next page begins. */
export async function replayAfter(
  work: Work,
  after: number,
): Promise<{ page: Replayed[]; next: number | undefined }> {
  const page = await replayed(work, gt(work.t.ledgerAccounts.id, after), REPLAY_PAGE)
  return { page, next: page.length < REPLAY_PAGE ? undefined : page.at(-1)?.account.id }
}

/** Some accounts, from their first transfer: as long as their history. */
export function replayOf(work: Work, accounts: readonly number[]): Promise<Replayed[]> {
  return replayed(work, among(work.t.ledgerAccounts.id, listOf(accounts)), accounts.length)
}

async function replayed(work: Work, which: SQL, limit: number): Promise<Replayed[]> {
  const { ledgerAccounts: a, transfers: x } = work.t
  const rows = await work.db
    .select({ account: a, ...replayUpTo(x, { id: a.id }) })
    .from(a)
    .where(which)
    .orderBy(asc(a.id))
    .limit(limit)
  return rows.map(({ account, ...sums }) => ({ account, sums }))
}

/** Checkpoints of all keepers, in order, with what the transfers up to them give. */
export async function checkpointsReplayed(work: Work, after: CheckpointKey) {
  const { ledgerCheckpoints: c, transfers: x } = work.t
  const rows = await work.db
    .select({ checkpoint: c, ...replayUpTo(x, { id: c.account, last: c.transfer }) })
    .from(c)
    .where(or(gt(c.keeper, after.keeper), and(eq(c.keeper, after.keeper), gt(c.account, after.account))))
    .orderBy(asc(c.keeper), asc(c.account))
    .limit(REPLAY_PAGE)
  const last = rows.at(-1)?.checkpoint
  const page = rows.map(({ checkpoint, ...sums }) => ({ checkpoint, sums }))
  return { page, next: page.length < REPLAY_PAGE ? undefined : last }
}

export interface CheckpointKey {
  keeper: string
  account: number
}

const newest = prepared('ledger.newest-up-to', (db, t, p: { accounts: List; last: number }) => {
  const { transfers: x, ledgerAccounts: a } = t
  const of = (side: Side) =>
    sql`coalesce((select max(${x.id}) from ${x} where ${side} = ${a.id} and ${x.id} <= ${p.last}), 0)`
  return db
    .select({
      id: a.id,
      debit: sql`${of(x.debit)}`.mapWith(Number),
      credit: sql`${of(x.credit)}`.mapWith(Number),
    })
    .from(a)
    .where(among(a.id, p.accounts))
})

/** The newest transfer of each account up to one; 0 for none. */
export async function newestUpTo(
  work: Work,
  accounts: readonly number[],
  last: number,
): Promise<Map<number, number>> {
  const rows = await newest(work, { accounts: listOf(accounts), last })
  return new Map(rows.map(({ id, debit, credit }) => [id, Math.max(debit, credit)]))
}

/** Accounts in the order of their ids. */
export const accountsAfter = prepared('ledger.accounts-after', (db, t, p: { after: number; limit: number }) =>
  db
    .select()
    .from(t.ledgerAccounts)
    .where(gt(t.ledgerAccounts.id, p.after))
    .orderBy(asc(t.ledgerAccounts.id))
    .limit(p.limit),
)

type Transfers = Tables['transfers']
type Side = Transfers['debit'] | Transfers['credit']

/** Whose transfers, and up to which: a column each. */
interface Whose {
  id: Tables['ledgerAccounts']['id'] | Tables['ledgerCheckpoints']['account']
  last?: Tables['ledgerCheckpoints']['transfer']
}

function replayUpTo(x: Transfers, whose: Whose) {
  return {
    dp: held(x, x.debit, whose),
    dx: posted(x, x.debit, whose),
    cp: held(x, x.credit, whose),
    cx: posted(x, x.credit, whose),
  }
}

/** What of an account's transfers has moved. */
function posted(x: Transfers, side: Side, whose: Whose): SQL<bigint> {
  return summed(x, side, whose, sql`case when ${x.phase} in ('single', 'post') then ${x.amount} else 0 end`)
}

/** What of an account's transfers is on hold. */
function held(x: Transfers, side: Side, whose: Whose): SQL<bigint> {
  const amount = sql`case ${x.phase} when 'pending' then ${x.amount} when 'single' then 0 else -${x.amount} end`
  return summed(x, side, whose, amount)
}

function summed(x: Transfers, side: Side, { id, last }: Whose, amount: SQL): SQL<bigint> {
  const until = last ? sql` and ${x.id} <= ${last}` : sql``
  return sumAmong(amount, sql`from ${x} where ${side} = ${id}${until}`)
}
