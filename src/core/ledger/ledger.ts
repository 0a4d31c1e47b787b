/**
 * The ledger: the only door through which money moves. Double entry, one row a movement; every operation
 * takes a list where it may be hot, does all of it or nothing, and is safe to repeat under the same keys.
 *
 * Whoever moves money locks the head of the chain first. So on PostgreSQL as on SQLite money moves one unit
 * of work after the other: ids have no gaps, no deadlock is possible, and a balance that was read here is the
 * balance that is written on. What the code gets wrong all the same, the database refuses:
 * `migrations/<engine>/*_guards.sql`.
 */
import { must } from '../../kit/refusal.js'
import { listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { decideMovements, decideResolutions, type Facts, KeyReused } from './decide.js'
import { mayOverdraw, type Owner, ownerText, parseOwner } from './owner.js'
import {
  type AccountRow,
  accountsByIds,
  accountsByOwners,
  creditsBefore,
  debitsBefore,
  insertAccounts,
  insertRefusal,
  insertTransfers,
  lockedHead,
  type NewAccount,
  refusalsByKeys,
  resolutionsOf,
  setFrozen,
  transfersByKeys,
} from './store.js'
import { type Movement, movementHash, type Resolution, type Transfer, type TransferRow } from './transfer.js'

export { KeyReused } from './decide.js'
export { type Aside, type Check, type Finding, orItsFailure, paged, runCheck } from './finding.js'
export { type Owner, ownerText, parseOwner } from './owner.js'
export { MAX_AMOUNT, type Movement } from './transfer.js'

/** An account as the rest of the house sees it. Amounts in the asset's smallest unit. */
export interface Balance {
  asset: string
  /** What can be spent now. Below zero only for the treasury. */
  available: bigint
  /** On its way out: held by pending movements, no longer available. */
  onHold: bigint
  /** On its way in: pending movements of others, not yet ours. */
  incoming: bigint
  /** Nothing leaves until staff lift it. */
  frozen: boolean
}

/**
 * Moves money at once. Accounts are opened as needed. Answers in the order of the list.
 * Refuses: `ledger-insufficient` (owner, available, needed), `ledger-frozen` (owner), whatever was refused
 * for good under a key. Throws {@link KeyReused}.
 */
export function move(work: Work, movements: readonly Movement[]): Promise<Transfer[]> {
  return record(work, 'single', movements)
}

/**
 * Holds money to be moved later: it leaves what is available now, and arrives with {@link post}.
 * Refuses and throws as {@link move}.
 */
export function hold(work: Work, movements: readonly Movement[]): Promise<Transfer[]> {
  return record(work, 'pending', movements)
}

/**
 * Lets held money arrive. A frozen account does not stop it: what was promised before is paid.
 * Refuses: `ledger-hold-resolved` (hold, as: `post` or `void`), whatever was refused for good. Throws {@link
 * KeyReused}.
 */
export function post(work: Work, resolutions: readonly Resolution[]): Promise<Transfer[]> {
  return resolve(work, 'post', resolutions)
}

/** Gives held money back. Refuses and throws as {@link post}. */
export function voidHold(work: Work, resolutions: readonly Resolution[]): Promise<Transfer[]> {
  return resolve(work, 'void', resolutions)
}

async function record(
  work: Work,
  phase: 'single' | 'pending',
  movements: readonly Movement[],
): Promise<Transfer[]> {
  if (movements.length === 0) return []
  const facts = await lockedFacts(work, movements)
  const accounts = await openAccounts(work, movements.flatMap(accountsOfMovement))
  const decision = decideMovements(phase, movements, { ...facts, accounts })
  await insertTransfers(work, decision.rows)
  return decision.transfers
}

async function resolve(
  work: Work,
  phase: 'post' | 'void',
  resolutions: readonly Resolution[],
): Promise<Transfer[]> {
  if (resolutions.length === 0) return []
  const facts = await lockedFacts(work, resolutions)
  const holds = await transfersByKeys(
    work,
    resolutions.map((resolution) => resolution.hold),
  )
  const resolved = await resolutionsOf(
    work,
    holds.map((row) => row.id),
  )
  const decision = decideResolutions(phase, resolutions, { ...facts, holds, resolutions: resolved })
  await insertTransfers(work, decision.rows)
  return decision.transfers
}

/** The lock comes first: what is read after it stays true until the commit. */
async function lockedFacts(work: Work, requests: readonly { key: string }[]): Promise<Facts> {
  const head = await lockHead(work)
  const keys = requests.map((request) => request.key)
  const transfers = await transfersByKeys(work, keys)
  return { head, now: work.now, transfers, refusals: await refusalsByKeys(work, keys) }
}

/**
 * From here to the commit nobody else moves money, and what is read of balances stays true. Whatever decides
 * where money goes by something that money moves along with (a chat that gives way) is read after it.
 */
export async function lockLedger(work: Work): Promise<void> {
  await lockHead(work)
}

async function lockHead(work: Work) {
  const [head] = await lockedHead(work, {})
  return must(head, 'the ledger has a head')
}

/**
 * Remembers that a movement is refused, so that a repetition is refused with the same reason even when it
 * could be done by then. Does not throw: tell the actor after the commit. Nothing moves under this key ever
 * again.
 * `reason` is the key of a refusal. Throws {@link KeyReused}. No command asks for it yet: each of today's
 * operations refuses by rolling back, which moves nothing and leaves its key free.
 */
export async function refuseForGood(work: Work, movement: Movement, reason: string): Promise<void> {
  const { refusals, transfers } = await lockedFacts(work, [movement])
  const requestHash = movementHash('single', movement)
  const [stored] = [...transfers, ...refusals]
  if (!stored) return await insertRefusal(work, { key: movement.key, requestHash, reason, at: work.now })
  if (!requestHash.equals(stored.requestHash)) throw new KeyReused(movement.key)
  must('reason' in stored, `${movement.key} has not been paid when it is refused for good`)
}

function accountsOfMovement({ from, to, asset }: Movement): NewAccount[] {
  return [newAccount(from, asset), newAccount(to, asset)]
}

function newAccount(owner: Owner, asset: string): NewAccount {
  const text = ownerText(owner)
  must(parseOwner(text), `an owner can be read back: ${text}`)
  return { owner: text, asset, mayOverdraw: mayOverdraw(owner) }
}

/** Opens the missing ones; the answer may hold further assets of the same owners. */
async function openAccounts(work: Work, wanted: NewAccount[]): Promise<AccountRow[]> {
  const owners = new Set(wanted.map((account) => account.owner))
  const there = await accountsByOwners(work, owners)
  const nameOf = ({ owner, asset }: NewAccount) => `${owner} ${asset}`
  const missing = new Map(wanted.map((account) => [nameOf(account), account]))
  for (const account of there) missing.delete(nameOf(account))
  if (missing.size === 0) return there
  await insertAccounts(work, [...missing.values()])
  return await accountsByOwners(work, owners)
}

/**
 * Stops, or lets again, money leave the owner's accounts in every asset. Money that is on hold still moves.
 * No command asks for it yet; stops of people and chats (`core/freezes`) leave the accounts alone.
 */
export async function freeze(work: Work, owner: Owner, frozen: boolean): Promise<void> {
  await lockHead(work)
  await setFrozen(work, ownerText(owner), frozen)
}

/** What an owner has in one asset; all zero where there is no account yet. */
export async function balance(work: Work, owner: Owner, asset: string): Promise<Balance> {
  const balances = await accountsOf(work, owner)
  return (
    balances.find((one) => one.asset === asset) ?? {
      asset,
      available: 0n,
      onHold: 0n,
      incoming: 0n,
      frozen: false,
    }
  )
}

/** What an owner has, an entry for each asset they have an account in, by the asset's code. */
export async function accountsOf(work: Work, owner: Owner): Promise<Balance[]> {
  const rows = await accountsByOwners(work, [ownerText(owner)])
  return rows.map(balanceOf).sort((a, b) => (a.asset < b.asset ? -1 : 1))
}

function balanceOf({ asset, dp, dx, cp, cx, frozen }: AccountRow): Balance {
  return { asset, available: cx - dx - dp, onHold: dp, incoming: cp, frozen }
}

/** What was moved under these keys; a key under which nothing was has no entry. */
export async function movedUnder(work: Work, keys: Iterable<string>): Promise<Map<string, bigint>> {
  const rows = await transfersByKeys(work, keys)
  return new Map(rows.map(({ key, amount }) => [key, amount]))
}

/** One line of an account's statement. */
export interface Line {
  id: number
  key: string
  phase: Transfer['phase']
  /** `in` or `out`, seen from the owner. A hold has moved nothing yet, a void never will. */
  direction: 'in' | 'out'
  amount: bigint
  asset: string
  code: string
  ref: string | null
  actor: string
  /** The other side. Undefined for an owner that this program cannot read. */
  counterparty: Owner | undefined
  /** ms since the epoch. */
  at: number
}

/** Phases of what has moved: a hold has not yet, a void never will. */
const MOVED = ['single', 'post'] as const
const ALL_PHASES = [...MOVED, 'pending', 'void'] as const

/**
 * The newest lines of an owner in all assets, newest first, at most `limit`; the next page is that before the
 * id of the last line. With `moved` only of what has moved.
 */
export async function statement(
  work: Work,
  owner: Owner,
  {
    before = Number.MAX_SAFE_INTEGER,
    limit,
    moved = false,
  }: { before?: number; limit: number; moved?: boolean },
): Promise<Line[]> {
  const accounts = await accountsByOwners(work, [ownerText(owner)])
  const phases = listOf(moved ? MOVED : ALL_PHASES)
  const rows: TransferRow[] = []
  for (const { id } of accounts) {
    rows.push(...(await debitsBefore(work, { account: id, before, limit, phases })))
    rows.push(...(await creditsBefore(work, { account: id, before, limit, phases })))
  }
  const page = rows.sort((a, b) => b.id - a.id).slice(0, limit)
  return await linesOf(work, new Set(accounts.map((account) => account.id)), page)
}

async function linesOf(work: Work, own: Set<number>, rows: TransferRow[]): Promise<Line[]> {
  const others = rows.map((row) => (own.has(row.debit) ? row.credit : row.debit))
  const accounts = await accountsByIds(work, new Set(others))
  const owners = new Map(accounts.map((account) => [account.id, parseOwner(account.owner)]))
  return rows.map(({ id, key, phase, amount, asset, code, ref, actor, at, debit, credit }) => {
    const out = own.has(debit)
    const counterparty = owners.get(out ? credit : debit)
    return {
      id,
      key,
      phase,
      direction: out ? 'out' : 'in',
      amount,
      asset,
      code,
      ref,
      actor,
      counterparty,
      at,
    }
  })
}
