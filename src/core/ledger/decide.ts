/**
 * What a list of requests does to the ledger: facts in, rows out. Pure. Requests of one list are decided one
 * after the other, each on the balances that those before it leave.
 */
import { must, Refusal, refuse } from '../../kit/refusal.js'
import { type Owner, ownerText } from './owner.js'
import type { AccountRow, HeadRow, RefusalRow } from './store.js'
import {
  chainHash,
  MAX_AMOUNT,
  type Movement,
  movementHash,
  type Resolution,
  resolutionHash,
  type Transfer,
  type TransferRow,
} from './transfer.js'

/** Read under the lock of the head. */
export interface Facts {
  head: HeadRow
  /** Moment of the unit, ms since the epoch. */
  now: number
  /** What is stored under the keys of the list. */
  transfers: TransferRow[]
  refusals: RefusalRow[]
}

export interface Decision {
  /** To be written, in this order. */
  rows: TransferRow[]
  /** The answers, in the order of the requests. */
  transfers: Transfer[]
}

/** A key that stands for another request. Our mistake, or an attack; nothing is done. */
export class KeyReused extends Error {
  constructor(key: string) {
    super(`broken promise: the key ${key} stands for another request already`)
    this.name = 'KeyReused'
  }
}

/** Refuses: `ledger-frozen`, `ledger-insufficient`, and whatever was refused for good under a key. */
export function decideMovements(
  phase: 'single' | 'pending',
  movements: readonly Movement[],
  facts: Facts & { accounts: AccountRow[] },
): Decision {
  const ledger = continuation(facts)
  const accounts = accountBook(facts.accounts)
  const transfers = movements.map((movement) => {
    const requestHash = movementHash(phase, movement)
    return (
      ledger.known(movement.key, requestHash) ??
      ledger.append({ ...movementRow(movement, accounts.take(phase, movement)), phase, requestHash })
    )
  })
  return { rows: ledger.rows, transfers }
}

/** Refuses: `ledger-hold-resolved`, and whatever was refused for good under a key. */
export function decideResolutions(
  phase: 'post' | 'void',
  resolutions: readonly Resolution[],
  facts: Facts & { holds: TransferRow[]; resolutions: TransferRow[] },
): Decision {
  const ledger = continuation(facts)
  const holds = new Map(facts.holds.map((hold) => [hold.key, hold]))
  const resolved = new Map(facts.resolutions.map((row) => [row.pending, row.phase]))
  const transfers = resolutions.map((resolution) => {
    const requestHash = resolutionHash(phase, resolution.hold)
    const known = ledger.known(resolution.key, requestHash)
    if (known) return known
    const hold = must(holds.get(resolution.hold), `there is a hold ${resolution.hold}`)
    const as = resolved.get(hold.id)
    if (as) refuse('ledger-hold-resolved', { hold: hold.key, as })
    resolved.set(hold.id, phase)
    return ledger.append({ ...resolutionRow(resolution, hold), phase, requestHash })
  })
  return { rows: ledger.rows, transfers }
}

type Links = 'id' | 'at' | 'previousHash' | 'hash'
type Sides = Pick<TransferRow, 'debit' | 'credit'>
type Content = Omit<TransferRow, Links | 'phase' | 'requestHash'>

function movementRow({ key, asset, amount, code, ref, actor }: Movement, sides: Sides): Content {
  return { key, asset, amount, code, ref: ref ?? null, actor, pending: null, ...sides }
}

function resolutionRow({ key, code, actor }: Resolution, hold: TransferRow): Content {
  must(hold.phase === 'pending', `${hold.key} is a hold`)
  const { debit, credit, asset, amount, ref } = hold
  return { key, debit, credit, asset, amount, ref, code: code ?? hold.code, actor, pending: hold.id }
}

/** The rows to come, chained to the ones there, and the answers that keys have already. */
function continuation({ head, now, transfers, refusals }: Facts) {
  const rows: TransferRow[] = []
  const byKey = new Map(transfers.map((row) => [row.key, row]))
  const refused = new Map(refusals.map((row) => [row.key, row]))
  // Another replica's clock may be ahead of ours; the ledger's time never runs back.
  const at = Math.max(now, head.at)
  let id = head.lastTransfer
  let previousHash = head.hash

  return {
    rows,
    known(key: string, requestHash: Buffer): Transfer | undefined {
      const stored = byKey.get(key) ?? refused.get(key)
      if (!stored) return undefined
      if (!requestHash.equals(stored.requestHash)) throw new KeyReused(key)
      if ('reason' in stored) throw new Refusal(stored.reason)
      return answer(stored, true)
    },
    append(content: Omit<TransferRow, Links>): Transfer {
      id += 1
      const linked = { ...content, id, at, previousHash }
      const row: TransferRow = { ...linked, hash: chainHash(linked) }
      previousHash = row.hash
      rows.push(row)
      byKey.set(row.key, row)
      return answer(row, false)
    },
  }
}

function answer({ id, key, phase, asset, amount, at }: TransferRow, replayed: boolean): Transfer {
  return { id, key, phase, asset, amount, at, replayed }
}

/** The accounts of a list, with what each can still spend. */
function accountBook(rows: AccountRow[]) {
  const accounts = new Map(
    rows.map((row) => [accountName(row.owner, row.asset), { ...row, left: row.cx - row.dx - row.dp }]),
  )
  const account = (owner: Owner, asset: string) => {
    const name = accountName(ownerText(owner), asset)
    return must(accounts.get(name), `the account ${name} is open`)
  }

  return {
    /** Takes the money of a movement, or refuses. */
    take(phase: 'single' | 'pending', { from, to, asset, amount }: Movement): Sides {
      must(amount > 0n && amount <= MAX_AMOUNT, `an amount to move is positive and fits 64 bits: ${amount}`)
      const debit = account(from, asset)
      const credit = account(to, asset)
      must(debit.id !== credit.id, `money moves between two accounts: ${debit.owner}`)
      if (debit.frozen) refuse('ledger-frozen', { owner: debit.owner })
      // Sums of an account only ever grow, and must fit their column for ever.
      if (debit.dx + debit.dp > MAX_AMOUNT - amount || credit.cx + credit.cp > MAX_AMOUNT - amount)
        refuse('ledger-too-much', { asset })
      if (!debit.mayOverdraw && debit.left < amount)
        refuse('ledger-insufficient', insufficient(debit, amount))
      debit.left -= amount
      if (phase === 'single') credit.left += amount
      return { debit: debit.id, credit: credit.id }
    },
  }
}

function insufficient(
  { owner, asset, left }: { owner: string; asset: string; left: bigint },
  needed: bigint,
) {
  return { owner, available: { amount: left, asset }, needed: { amount: needed, asset } }
}

function accountName(owner: string, asset: string): string {
  return `${owner} ${asset}`
}
