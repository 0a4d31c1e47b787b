/** What a sender asks for, and the rules an order must pass before any money moves. Pure. */
import { refuse } from '../../kit/refusal.js'
import { approvalPeriod, type PacketPolicy } from '../../programme/programme.js'
import { parseAmount } from '../assets/assets.js'
import type { Condition } from '../conditions/conditions.js'
import type { Owner } from '../ledger/ledger.js'
import type { Sealed } from './passphrase.js'
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
  /** Never the text of it. */
  passphrase?: Sealed
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

/** What a packet brings into the chat `title` by being shared into it. Refuses `packet-above-day-there`. */
export function checkDayThere(
  { asset, total }: Pick<PacketOrder, 'asset' | 'total'>,
  policy: PacketPolicy,
  used: bigint,
  title: string,
): void {
  refuseAbove('packet-above-day-there', total, limitOf(policy.chatDayMost, asset), used, asset, { title })
}

function refuseAbove(
  key: string,
  total: bigint,
  limit: bigint | undefined,
  used: bigint,
  asset: PacketOrder['asset'],
  more: Record<string, string> = {},
): void {
  if (limit === undefined || used + total <= limit) return
  const left = limit > used ? limit - used : 0n
  refuse(key, { ...more, limit: money(limit, asset), left: money(left, asset), asked: money(total, asset) })
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

/** Why one person alone may not: with what went out on one person's word already, it is above the limit. */
export interface Above {
  /** Units that may go out without a second person within the period. */
  limit: bigint
  /** Units that did. */
  used: bigint
}

/** Whether a second person must approve so many units more, after `used` on one person's word. */
export function aboveAlone(
  { asset, total }: Pick<PacketOrder, 'asset' | 'total'>,
  policy: PacketPolicy,
  used: bigint,
): Above | undefined {
  const limit = limitOf(policy.approvalAbove, asset)
  return limit !== undefined && used + total > limit ? { limit, used } : undefined
}

/**
 * A top-up asks nobody. With it, the packet may not hold more than needs no approval, for who approved one
 * approved its total, nor may more go out on one person's word than may lately (`above`). Refuses
 * `topup-approval`.
 */
export function refuseUnapproved(
  { asset, total }: Pick<PacketOrder, 'asset' | 'total'>,
  inAll: bigint,
  policy: PacketPolicy,
  above: Above | undefined,
): void {
  const reason = above ?? aboveAlone({ asset, total: inAll }, policy, 0n)
  if (!reason) return
  const period = { duration: approvalPeriod(policy) }
  refuse('topup-approval', { limit: money(reason.limit, asset), asked: money(total, asset), period })
}

export function money(amount: bigint, asset: { code: string }) {
  return { amount, asset: asset.code }
}
