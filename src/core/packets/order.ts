/** What a sender asks for, and the rules an order must pass before any money moves. Pure. */
import { refuse } from '../../kit/refusal.js'
import type { PacketPolicy } from '../../programme/programme.js'
import { parseAmount } from '../assets/assets.js'
import type { Condition } from '../conditions/conditions.js'
import type { Owner } from '../ledger/ledger.js'
import { checkSplit, type Split, type SplitProblem } from './split.js'
import type { Spread } from './spread.js'

export interface PacketOrder {
  sender: number
  /** Chat it is dropped from, by its own number. */
  chat: number
  thread?: string
  asset: { code: string; scale: number }
  /** Smallest units. */
  total: bigint
  shares: number
  split: Split
  spread: Spread
  cap: bigint | null
  /** Length of the window in ms; undefined: first come, first served. */
  windowMs?: number
  lifeMs: number
  passphrase?: string
  greeting?: string
  conditions: Condition[]
  source: Owner
}

/** The least anyone may get under this policy, in units; never below 1. */
export function floorOf(policy: PacketPolicy, asset: PacketOrder['asset']): bigint {
  return limitOf(policy.shareLeast, asset) ?? 1n
}

/** A limit of the policy in units of the asset; undefined where there is none. */
function limitOf(limits: Readonly<Record<string, string>>, asset: PacketOrder['asset']): bigint | undefined {
  const written = limits[asset.code]
  return written === undefined ? undefined : parseAmount(written, asset)
}

/** What a sender has dropped lately, in units. */
export interface Dropped {
  bySenderQuarter: bigint
  byChatToday: bigint
}

/**
 * Refuses, in this order: `packet-above-most`, `packet-above-quarter`, `packet-above-day`, and the problems
 * of the split (`split-…`).
 */
export function checkOrder(order: PacketOrder, policy: PacketPolicy, dropped: Dropped): void {
  const { asset, total } = order
  checkMost(order, total, policy)
  refuseAbove(
    'packet-above-quarter',
    total,
    limitOf(policy.senderQuarterMost, asset),
    dropped.bySenderQuarter,
    asset,
  )
  refuseAbove('packet-above-day', total, limitOf(policy.chatDayMost, asset), dropped.byChatToday, asset)
  const problem = checkSplit({ ...order, floor: floorOf(policy, asset) })
  if (problem) refuseSplit(problem, order)
}

/** The limit of one packet, top-ups included. Refuses `packet-above-most`. */
export function checkMost({ asset }: Pick<PacketOrder, 'asset'>, total: bigint, policy: PacketPolicy): void {
  refuseAbove('packet-above-most', total, limitOf(policy.most, asset), 0n, asset)
}

function refuseAbove(
  key: string,
  total: bigint,
  limit: bigint | undefined,
  used: bigint,
  asset: PacketOrder['asset'],
): void {
  if (limit === undefined || used + total <= limit) return
  const left = limit > used ? limit - used : 0n
  refuse(key, { limit: money(limit, asset), left: money(left, asset), asked: money(total, asset) })
}

function refuseSplit(problem: SplitProblem, { asset, shares, total }: PacketOrder): never {
  const asked = { shares, total: money(total, asset) }
  switch (problem.code) {
    case 'split-total':
      return refuse(problem.code, { ...asked, most: money(problem.most, asset) })
    case 'split-shares':
    case 'split-too-many-shares':
      return refuse(problem.code, { ...asked, most: problem.most })
    case 'split-floor':
      return refuse(problem.code, {
        ...asked,
        floor: money(problem.floor, asset),
        most: money(problem.most, asset),
      })
    case 'split-cap':
      return refuse(problem.code, {
        ...asked,
        cap: money(problem.cap, asset),
        least: money(problem.least, asset),
      })
    case 'split-not-divisible':
      return refuse(problem.code, {
        ...asked,
        less: money(problem.less, asset),
        more: money(problem.more, asset),
      })
  }
}

/** Whether a second person must approve an order of this size. */
export function needsApproval(order: PacketOrder, policy: PacketPolicy): boolean {
  const above = limitOf(policy.approvalAbove, order.asset)
  return above !== undefined && order.total > above
}

/**
 * Who approved a packet approved its total, and nobody approves top-ups: with one, it may not hold more than
 * needs no approval. Refuses `topup-approval`.
 */
export function checkUnapproved(
  { asset }: Pick<PacketOrder, 'asset'>,
  total: bigint,
  policy: PacketPolicy,
): void {
  const above = limitOf(policy.approvalAbove, asset)
  if (above !== undefined && total > above) refuse('topup-approval', { limit: money(above, asset) })
}

export function money(amount: bigint, asset: { code: string }) {
  return { amount, asset: asset.code }
}
