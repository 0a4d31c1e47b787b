/**
 * The ledger: double entry with one row a movement, so an unbalanced one cannot be written down.
 *
 * The rules that no row may break stand in the database: the checks and unique keys here, the triggers in
 * `migrations/<engine>/*_guards.sql` (what moves balances, what makes rows immutable, what links the chain).
 */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'

/** `single` moves at once; `pending` holds until its one `post` (it moves) or `void` (it does not). */
const PHASES = ['single', 'pending', 'post', 'void'] as const

/** Bytes of a SHA-256. */
const HASH_BYTES = sql.raw('32')

export function defineLedger(c: Columns) {
  const assets = defineAssets(c)
  const ledgerAccounts = defineAccounts(c, assets)
  const transfers = defineTransfers(c, ledgerAccounts)
  return {
    ...{ assets, ledgerAccounts, transfers },
    ...{ ledgerHead: defineHead(c), ledgerRefusals: defineRefusals(c) },
    ...{ ledgerCheckpoints: defineCheckpoints(c), ledgerAnchors: defineAnchors(c) },
  }
}
export type LedgerTables = ReturnType<typeof defineLedger>

function defineAssets(c: Columns) {
  return c.table(
    'assets',
    {
      /** `USDT`, `BMX`. What the rest of the house calls an asset by. */
      code: c.text('code').primaryKey(),
      /** Decimal places: 6 means that 1,000,000 units are one. Never changes. */
      scale: c.count('scale').notNull(),
    },
    (t) => [
      c.check('assets_code', sql`length(${t.code}) between 1 and 16`),
      c.check('assets_scale', sql`${t.scale} between 0 and 8`),
    ],
  )
}

function defineAccounts(c: Columns, assets: ReturnType<typeof defineAssets>) {
  return c.table(
    'ledger_accounts',
    {
      id: c.id('id'),
      /** Whose, as text: see `core/ledger/owner.ts`. */
      owner: c.text('owner').notNull(),
      asset: c
        .text('asset')
        .notNull()
        .references(() => assets.code),
      /** Only what mirrors the world outside may owe: the treasury. */
      mayOverdraw: c.flag('may_overdraw').notNull().default(false),
      frozen: c.flag('frozen').notNull().default(false),
      /** Debits and credits, pending and posted, since ever. The balance is cx - dx, of which dp is held. */
      dp: c.amount('dp').notNull().default(sql`0`),
      dx: c.amount('dx').notNull().default(sql`0`),
      cp: c.amount('cp').notNull().default(sql`0`),
      cx: c.amount('cx').notNull().default(sql`0`),
      /** The newest transfer that is in these sums, 0 before the first. */
      lastTransfer: c.count('last_transfer').notNull().default(0),
      openedAt: c.instant('opened_at').notNull(),
    },
    (t) => [
      c.unique('ledger_accounts_owner').on(t.owner, t.asset),
      /** Lets a transfer refer to account and asset together: an asset mismatch is a broken reference. */
      c.unique('ledger_accounts_asset').on(t.id, t.asset),
      c.check('ledger_accounts_owner_text', sql`length(${t.owner}) between 1 and 100`),
      c.check('ledger_accounts_sums', sql`${t.dp} >= 0 and ${t.dx} >= 0 and ${t.cp} >= 0 and ${t.cx} >= 0`),
      c.check('ledger_accounts_not_negative', sql`${t.mayOverdraw} or ${t.dx} + ${t.dp} <= ${t.cx}`),
    ],
  )
}

function defineTransfers(c: Columns, accounts: ReturnType<typeof defineAccounts>) {
  return c.table(
    'transfers',
    {
      /** 1, 2, 3 … without a gap, in commit order. Given by the ledger, not by the database. */
      id: c.count('id').primaryKey(),
      /** Derived from the fact, never from a clock or a counter, so that a repetition gives the same one. */
      key: c.text('key').notNull(),
      /** SHA-256 of what was asked under that key. */
      requestHash: c.bytes('request_hash').notNull(),
      phase: c.oneOf('phase', PHASES).notNull(),
      /** Of a post or void: the pending transfer it resolves. */
      pending: c.count('pending'),
      debit: c.count('debit').notNull(),
      credit: c.count('credit').notNull(),
      asset: c.text('asset').notNull(),
      amount: c.amount('amount').notNull(),
      /** What for, a word of the feature: `packet-claim`. */
      code: c.text('code').notNull(),
      /** What it belongs to, for statements: `packet:6f3k…`. */
      ref: c.text('ref'),
      /** Who asked: `member:42`, `system`. */
      actor: c.text('actor').notNull(),
      /** Never earlier than that of the transfer before. */
      at: c.instant('at').notNull(),
      /** SHA-256 of the transfer before, zeros for the first. */
      previousHash: c.bytes('previous_hash').notNull(),
      hash: c.bytes('hash').notNull(),
    },
    (t) => [
      c.unique('transfers_key').on(t.key),
      c.uniqueIndex('transfers_resolved_once').on(t.pending).where(sql`${t.pending} is not null`),
      c.index('transfers_holds').on(t.id).where(sql`${t.phase} = 'pending'`),
      c.index('transfers_debit').on(t.debit, t.id),
      c.index('transfers_credit').on(t.credit, t.id),
      reference(c, 'transfers_debit_account', [t.debit, t.asset], accounts),
      reference(c, 'transfers_credit_account', [t.credit, t.asset], accounts),
      c.foreignKey({ name: 'transfers_pending', columns: [t.pending], foreignColumns: [t.id] }),
      c.check('transfers_phase', oneOfThese(t.phase, PHASES)),
      c.check('transfers_two_accounts', sql`${t.debit} <> ${t.credit}`),
      c.check('transfers_amount', sql`${t.amount} > 0`),
      c.check('transfers_resolution', sql`(${t.phase} in ('post', 'void')) = (${t.pending} is not null)`),
      c.check('transfers_key_text', sql`length(${t.key}) between 3 and 200`),
      c.check('transfers_hashes', hashLengths(t)),
    ],
  )
}

type Pair<T> = [T, T]

function reference<T extends Parameters<Columns['foreignKey']>[0]['columns'][number]>(
  c: Columns,
  name: string,
  columns: Pair<T>,
  accounts: ReturnType<typeof defineAccounts>,
) {
  return c.foreignKey({ name, columns, foreignColumns: [accounts.id, accounts.asset] })
}

function hashLengths(t: Record<'requestHash' | 'previousHash' | 'hash', Parameters<typeof oneOfThese>[0]>) {
  return sql`length(${t.requestHash}) = ${HASH_BYTES} and length(${t.previousHash}) = ${HASH_BYTES} and length(${t.hash}) = ${HASH_BYTES}`
}

/**
 * One row: where the chain stands. Whoever moves money locks it first, so ids have no gaps and no deadlock is
 * possible.
 */
function defineHead(c: Columns) {
  return c.table(
    'ledger_head',
    {
      one: c.count('one').primaryKey(),
      /** Id, hash and moment of the newest transfer; 0, zeros and 0 before the first. */
      lastTransfer: c.count('last_transfer').notNull(),
      hash: c.bytes('hash').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.check('ledger_head_one_row', sql`${t.one} = 1`),
      c.check('ledger_head_hash', sql`length(${t.hash}) = ${HASH_BYTES}`),
    ],
  )
}

/** Requests refused for good: a repetition is refused again, even when it could be done by now. */
function defineRefusals(c: Columns) {
  return c.table(
    'ledger_refusals',
    {
      key: c.text('key').primaryKey(),
      requestHash: c.bytes('request_hash').notNull(),
      /** The key of the refusal, see `kit/refusal.ts`. */
      reason: c.text('reason').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.check('ledger_refusals_hash', sql`length(${t.requestHash}) = ${HASH_BYTES}`)],
  )
}

/**
 * How far an auditor has replayed an account and found it right: what it goes on from. Written by the auditor
 * alone; nothing else believes it, and the auditor only what it has sealed itself: see `core/ledger/seal.ts`.
 * No reference to the account, no guard: who loses all of these replays from the first transfer.
 */
function defineCheckpoints(c: Columns) {
  return c.table(
    'ledger_checkpoints',
    {
      /** Whose seal: auditors with other keys leave each other's alone. */
      keeper: c.text('keeper').notNull(),
      account: c.count('account').notNull(),
      /** The account's sums after this transfer and before the next, its own or not. */
      transfer: c.count('transfer').notNull(),
      dp: c.amount('dp').notNull(),
      dx: c.amount('dx').notNull(),
      cp: c.amount('cp').notNull(),
      cx: c.amount('cx').notNull(),
      seal: c.bytes('seal').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'ledger_checkpoints_once', columns: [t.keeper, t.account] }),
      c.check('ledger_checkpoints_seal', sql`length(${t.seal}) = ${HASH_BYTES}`),
    ],
  )
}

/** How far a keeper has walked the chain: every account's transfers up to here are in its checkpoints. */
function defineAnchors(c: Columns) {
  return c.table(
    'ledger_anchors',
    {
      keeper: c.text('keeper').primaryKey(),
      transfer: c.count('transfer').notNull(),
      /** Of that transfer. */
      hash: c.bytes('hash').notNull(),
      seal: c.bytes('seal').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.check(
        'ledger_anchors_hashes',
        sql`length(${t.hash}) = ${HASH_BYTES} and length(${t.seal}) = ${HASH_BYTES}`,
      ),
    ],
  )
}
