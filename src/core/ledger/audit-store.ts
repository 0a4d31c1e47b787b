/** The audit's queries. */
import { and, asc, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { prepared } from '../../storage/prepared.js'
import { among, type List, listOf, sumOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import type { AccountRow } from './store.js'
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

export function sumsByAsset(work: Work) {
  const { asset, dx, cx, dp, cp } = work.t.ledgerAccounts
  return work.db
    .select({ asset, dx: sumOf(dx), cx: sumOf(cx), dp: sumOf(dp), cp: sumOf(cp) })
    .from(work.t.ledgerAccounts)
    .groupBy(asset)
}

export async function firstNegative(work: Work): Promise<AccountRow | undefined> {
  const { ledgerAccounts: t } = work.t
  const owes = sql`${t.dx} + ${t.dp} > ${t.cx}`
  const rows = await work.db
    .select()
    .from(t)
    .where(and(eq(t.mayOverdraw, false), owes))
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

/** Which accounts: those whose newest transfer is after this one; -1 for all. */
export interface ReplayScope {
  touchedAfter: number
}

export interface Mismatch {
  owner: string
  asset: string
  /** dp dx cp cx. */
  stored: string
  replayed: string
}

/** Accounts replayed by one look, so that none takes long. */
const REPLAY_PAGE = 1000

/**
 * The first account of a page, in order of their ids after `after`, whose sums are not those of its
 * transfers; `next` is where the next page begins.
 */
export async function firstReplayMismatch(
  work: Work,
  scope: ReplayScope,
  after: number,
): Promise<{ mismatch?: Mismatch; next?: number }> {
  const page = await replayPage(work, scope, after)
  for (const { account, ...replayed } of page) {
    const texts = { stored: sumsText(account), replayed: sumsText(replayed) }
    if (texts.stored !== texts.replayed)
      return { mismatch: { owner: account.owner, asset: account.asset, ...texts } }
  }
  return page.length < REPLAY_PAGE ? {} : { next: page.at(-1)?.account.id }
}

function replayPage(work: Work, { touchedAfter }: ReplayScope, after: number) {
  const { ledgerAccounts: a, transfers: x } = work.t
  const replay = {
    dp: held(x, x.debit, a),
    dx: posted(x, x.debit, a),
    cp: held(x, x.credit, a),
    cx: posted(x, x.credit, a),
  }
  return work.db
    .select({ account: a, ...replay })
    .from(a)
    .where(and(gt(a.lastTransfer, touchedAfter), gt(a.id, after)))
    .orderBy(asc(a.id))
    .limit(REPLAY_PAGE)
}

function sumsText({ dp, dx, cp, cx }: Record<'dp' | 'dx' | 'cp' | 'cx', bigint>): string {
  return `dp ${dp} dx ${dx} cp ${cp} cx ${cx}`
}

type Transfers = Tables['transfers']
type Side = Transfers['debit'] | Transfers['credit']

/** What of an account's transfers has moved. */
function posted(x: Transfers, side: Side, a: Tables['ledgerAccounts']): SQL<bigint> {
  return replayed(x, side, a, sql`case when ${x.phase} in ('single', 'post') then ${x.amount} else 0 end`)
}

/** What of an account's transfers is on hold. */
function held(x: Transfers, side: Side, a: Tables['ledgerAccounts']): SQL<bigint> {
  const amount = sql`case ${x.phase} when 'pending' then ${x.amount} when 'single' then 0 else -${x.amount} end`
  return replayed(x, side, a, amount)
}

function replayed(x: Transfers, side: Side, a: Tables['ledgerAccounts'], amount: SQL): SQL<bigint> {
  const sum = sql`(select coalesce(sum(${amount}), 0) from ${x} where ${side} = ${a.id})`
  // Wrapped once more, because drizzle takes the table's name off the columns that stand right in a selected
  // field.
  return sql`${sum}`.mapWith((value: unknown) => BigInt(String(value))) as SQL<bigint>
}
