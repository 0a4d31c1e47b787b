/** Queries about what an auditor has found right. Of what is read, only what its own seal is on. */
import { and, asc, eq, gt, lt, ne, notInArray, or } from 'drizzle-orm'
import { insertMany } from '../../storage/insert-many.js'
import { prepared } from '../../storage/prepared.js'
import { among, type List, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { type ChainEnd, GENESIS } from './chain.js'
import type { Checkpoint, Reached, Seal } from './seal.js'

const byAccounts = prepared(
  'ledger.checkpoints-by-accounts',
  (db, t, p: { keeper: string; accounts: List }) =>
    db
      .select()
      .from(t.ledgerCheckpoints)
      .where(and(eq(t.ledgerCheckpoints.keeper, p.keeper), among(t.ledgerCheckpoints.account, p.accounts))),
)

const lockedByAccounts = prepared(
  'ledger.locked-checkpoints',
  (db, t, p: { keeper: string; accounts: List }, lock) =>
    lock(
      db
        .select({ account: t.ledgerCheckpoints.account })
        .from(t.ledgerCheckpoints)
        .where(and(eq(t.ledgerCheckpoints.keeper, p.keeper), among(t.ledgerCheckpoints.account, p.accounts)))
        .orderBy(asc(t.ledgerCheckpoints.account)),
    ),
)

const anchorOf = prepared('ledger.anchor', (db, t, p: { keeper: string }) =>
  db.select().from(t.ledgerAnchors).where(eq(t.ledgerAnchors.keeper, p.keeper)),
)

/** By account; without those that are missing or bear another seal. */
export async function checkpointsOf(
  work: Work,
  seal: Seal,
  accounts: Iterable<number>,
): Promise<Map<number, Reached>> {
  const rows = await byAccounts(work, { keeper: seal.keeper, accounts: listOf(accounts) })
  const ours = rows.filter((row) => seal.ofCheckpoint(row).equals(row.seal))
  return new Map(ours.map(({ account, transfer, dp, dx, cp, cx }) => [account, { transfer, dp, dx, cp, cx }]))
}

/** Another process of the same keeper may have been further. */
const KEEP_NEWER = {
  name: 'keep-newer',
  action: `(keeper, account) do update set transfer = excluded.transfer, dp = excluded.dp, dx = excluded.dx,
    cp = excluded.cp, cx = excluded.cx, seal = excluded.seal
    where ledger_checkpoints.transfer <= excluded.transfer`,
}

/**
 * Those among `lost` take the place of whatever is there. Rows are locked by account, ascending, so that two
 * processes of a keeper do not wait for each other.
 */
export async function keepCheckpoints(
  work: Work,
  seal: Seal,
  { right, lost }: { right: readonly Checkpoint[]; lost: readonly number[] },
): Promise<void> {
  const { ledgerCheckpoints: t } = work.t
  const { keeper } = seal
  const ordered = [...right].sort((a, b) => a.account - b.account)
  if (lost.length > 0) {
    await lockedByAccounts(work, { keeper, accounts: listOf(ordered.map(({ account }) => account)) })
    await work.db.delete(t).where(and(eq(t.keeper, keeper), among(t.account, listOf(lost))))
  }
  const rows = ordered.map((one) => ({ ...one, keeper, seal: seal.ofCheckpoint(one) }))
  await insertMany(work, t, rows, KEEP_NEWER)
}

/** Undefined when there is none, or when another hand has written it. */
export async function anchor(work: Work, seal: Seal): Promise<ChainEnd | undefined> {
  const [row] = await anchorOf(work, { keeper: seal.keeper })
  const end = row && { id: row.transfer, hash: row.hash }
  return end && seal.ofAnchor(end).equals(row.seal) ? end : undefined
}

const KEEP_FURTHER = {
  name: 'keep-further',
  action: `(keeper) do update set transfer = excluded.transfer, hash = excluded.hash, seal = excluded.seal,
    at = excluded.at where ledger_anchors.transfer <= excluded.transfer`,
}

/** Goes ahead only, but from one that another hand has written. */
export async function keepAnchor(work: Work, seal: Seal, end: ChainEnd): Promise<void> {
  const { keeper } = seal
  if (!(await anchor(work, seal))) await dropAnchor(work, seal)
  const row = { keeper, transfer: end.id, hash: end.hash, seal: seal.ofAnchor(end), at: work.now }
  await insertMany(work, work.t.ledgerAnchors, [row], KEEP_FURTHER)
}

/** The next start walks the whole ledger. */
export async function dropAnchor(work: Work, { keeper }: Pick<Seal, 'keeper'>): Promise<void> {
  await work.db.delete(work.t.ledgerAnchors).where(eq(work.t.ledgerAnchors.keeper, keeper))
}

/**
 * Forgets at most `limit` checkpoints of another keeper that has anchored nothing since a moment; false: none
 * is left. Our own are never forgotten, for a ledger at rest gives no reason to anchor anew.
 */
export async function forgetKeeper(
  work: Work,
  own: Pick<Seal, 'keeper'>,
  before: number,
  limit: number,
): Promise<boolean> {
  const { ledgerAnchors: a, ledgerCheckpoints: t } = work.t
  const isOld = and(lt(a.at, before), ne(a.keeper, own.keeper))
  const [old] = await work.db.select({ keeper: a.keeper }).from(a).where(isOld).limit(1)
  if (!old) return false
  const rows = await work.db
    .select({ account: t.account })
    .from(t)
    .where(eq(t.keeper, old.keeper))
    .orderBy(asc(t.account))
    .limit(limit)
  const accounts = listOf(rows.map(({ account }) => account))
  await work.db.delete(t).where(and(eq(t.keeper, old.keeper), among(t.account, accounts)))
  if (rows.length < limit) await dropAnchor(work, old)
  return true
}

/** Other keepers of whom there are checkpoints and no anchor: it was dropped, or never written. */
export async function unanchored(work: Work, { keeper }: Pick<Seal, 'keeper'>): Promise<string[]> {
  const { ledgerAnchors: a, ledgerCheckpoints: t } = work.t
  const anchors = work.db.select({ keeper: a.keeper }).from(a)
  const rows = await work.db
    .selectDistinct({ keeper: t.keeper })
    .from(t)
    // Not `<>`: ours are the most, and so they are passed over in the index.
    .where(and(or(lt(t.keeper, keeper), gt(t.keeper, keeper)), notInArray(t.keeper, anchors)))
    .orderBy(asc(t.keeper))
  return rows.map((row) => row.keeper)
}

/** An anchor under no seal, so nobody goes on from it: from now on the time of these keepers runs. */
export async function holdPlace(work: Work, keepers: readonly string[]): Promise<void> {
  const { id: transfer, hash } = GENESIS
  const rows = keepers.map((keeper) => ({ keeper, transfer, hash, seal: NO_SEAL, at: work.now }))
  await insertMany(work, work.t.ledgerAnchors, rows, 'ignore')
}

const NO_SEAL = Buffer.alloc(32)
