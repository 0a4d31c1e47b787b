/** The sums of an account, added up transfer by transfer, and what is said when they do not fit. Pure. */
import type { Finding } from './finding.js'
import type { AccountRow } from './store.js'
import type { TransferRow } from './transfer.js'

/** Debits and credits, pending and posted, since ever. */
export interface Sums {
  dp: bigint
  dx: bigint
  cp: bigint
  cx: bigint
}

export const NOTHING: Readonly<Sums> = { dp: 0n, dx: 0n, cp: 0n, cx: 0n }

/** What a transfer adds to a side of it: what has moved, what is on hold. */
export function added({ phase, amount }: Pick<TransferRow, 'phase' | 'amount'>): { x: bigint; p: bigint } {
  if (phase === 'single') return { x: amount, p: 0n }
  if (phase === 'pending') return { x: 0n, p: amount }
  return { x: phase === 'post' ? amount : 0n, p: -amount }
}

export function sameSums(one: Sums, other: Sums): boolean {
  return one.dp === other.dp && one.dx === other.dx && one.cp === other.cp && one.cx === other.cx
}

export function plusSums(one: Sums, other: Sums): Sums {
  const { dp, dx, cp, cx } = other
  return { dp: one.dp + dp, dx: one.dx + dx, cp: one.cp + cp, cx: one.cx + cx }
}

function sumsText({ dp, dx, cp, cx }: Sums): string {
  return `dp ${dp} dx ${dx} cp ${cp} cx ${cx}`
}

export function replayFinding({ owner, asset, ...stored }: AccountRow, replayed: Sums): Finding {
  const detail = `${asset}: stored ${sumsText(stored)}, by its transfers ${sumsText(replayed)}`
  return { check: 'ledger-replay', detail, subject: `account:${owner}` }
}

/** A checkpoint says something else than the transfers up to it. */
export function checkpointFinding(
  { account, transfer, ...kept }: { account: number; transfer: number } & Sums,
  replayed: Sums,
): Finding {
  const detail = `as of transfer ${transfer}: kept ${sumsText(kept)}, by its transfers ${sumsText(replayed)}`
  return { check: 'ledger-checkpoints', detail, subject: `account:${account}` }
}
