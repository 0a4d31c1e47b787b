/** A case up to its decision, and its end: opened, told, answered, closed. Never speaks. */
import { toJson } from '../../kit/json.js'
import { must, refuse } from '../../kit/refusal.js'
import { days, hours } from '../../programme/applications.js'
import type { CasePolicy, CaseReason } from '../../programme/cases.js'
import { textOf } from '../../programme/words.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'
import { bindHold, lockPartner, type Mover, type PartnerRow } from '../partners/partners.js'
import { assertMove, type CaseRow, lockCase, move, overtakenBy, staffParts } from './moving.js'
import * as store from './store.js'
import { decideMove, TRANSITIONS } from './transitions.js'

/** A case and the partner it is about, both locked, in this order. */
export interface Heard {
  row: CaseRow
  partner: PartnerRow
}

/** Refuses `case-unknown`. */
async function lockHeard(work: Work, id: number): Promise<Heard> {
  const row = await lockCase(work, id)
  return { row, partner: await lockPartner(work, row.partner) }
}

/** A step in a case as somebody saw it. */
export interface Seen {
  id: number
  /** Of the case when it was looked at. */
  version: number
  by: number
}

/** Refuses `case-changed` where it is not any more what was looked at. */
export async function lockedAt(work: Work, { id, version, by }: Seen): Promise<Heard> {
  const heard = await lockHeard(work, id)
  if (heard.row.version !== version) refuse('case-changed', await overtakenBy(work, heard, by))
  return heard
}

/** Refuses `offence-unknown`. */
export function reasonNamed({ reasons }: CasePolicy, id: string): CaseReason {
  return reasons.find((one) => one.id === id) ?? refuse('offence-unknown', { typed: id })
}

/** Reasons that people may give. */
export function reasonsGiven({ reasons }: CasePolicy): CaseReason[] {
  return reasons.filter(({ byRule }) => !byRule)
}

export interface NewCase {
  partner: number
  reason: CaseReason
  words: string
  link: string | null
  file: string | null
  by: Mover
}

/** Refuses whoever may not open a case about this partner, without writing. */
export async function assertMayOpen(work: Work, partner: PartnerRow, by: Mover): Promise<void> {
  const number = String(partner.id)
  if (GONE.includes(partner.state)) refuse('case-partner-gone', { number })
  const parts =
    by === 'system'
      ? new Set(['system' as const])
      : by === partner.member
        ? new Set(['partner' as const])
        : await staffParts(work, partner, by)
  const verdict = decideMove('open', { state: 'none', parts, holds: new Set(['reasoned']) })
  if (typeof verdict === 'string') refuse(verdict, { number })
}

const GONE: readonly string[] = ['terminated', 'resigned']

/**
 * Opens a case. Refuses `case-own`, `case-not-yours`, `case-partner-gone`.
 */
export async function openCase(work: Work, { by, reason, ...told }: NewCase): Promise<Heard> {
  const partner = await lockPartner(work, told.partner)
  await assertMayOpen(work, partner, by)
  const openedBy = by === 'system' ? null : by
  const row = await store.insertCase(work, {
    ...told,
    reason: reason.id,
    reasonWords: toJson(textOf(reason.words)),
    openedBy,
  })
  await store.insertDeed(work, row.id, { deed: 'opened', by: openedBy })
  await record(work, {
    kind: 'case-moved',
    actor: by === 'system' ? 'system' : memberText(by),
    subject: `case:${row.id}`,
    details: {
      ...{ transition: TRANSITIONS.open.id, from: 'none', to: 'open', version: row.version },
      ...{ partner: partner.id, reason: reason.id },
    },
  })
  return { row, partner }
}

const EVIDENT = ['evident'] as const

/** All that {@link notify} would refuse, without writing: before the charge is shown. */
export async function assertMayNotify(
  work: Work,
  heard: Heard,
  { version, by }: Omit<Seen, 'id'>,
): Promise<void> {
  if (heard.row.version !== version) refuse('case-changed', await overtakenBy(work, heard, by))
  await assertMove(work, 'notify', heard, by, EVIDENT)
}

/**
 * Tells the partner, who has time to reply; a suspension that was laid without a case is of this one from now
 * on. Before, it ends by itself: nobody is held by a case that they have not been told of. Refuses what the
 * table refuses, and `case-changed`.
 */
export async function notify(work: Work, seen: Seen, policy: CasePolicy): Promise<Heard> {
  const { row, partner } = await lockedAt(work, seen)
  const moved = await move(work, 'notify', { row, partner }, seen.by, {
    holds: EVIDENT,
    set: { dueAt: work.now + hours(policy.replyHours) },
    deed: { deed: 'noticed' },
  })
  await bindHold(work, partner.id, row.id)
  return { row: moved, partner }
}

const REPLIED = ['replied'] as const

/** All that {@link reply} would refuse, without writing: before anything is written. */
export async function assertMayReply(work: Work, heard: Heard, member: number): Promise<void> {
  await assertMove(work, 'reply', heard, member, REPLIED)
}

/** The partner's side. Refuses what the table refuses. */
export async function reply(work: Work, id: number, member: number, words: string): Promise<Heard> {
  const { row, partner } = await lockHeard(work, id)
  const moved = await move(work, 'reply', { row, partner }, member, {
    holds: REPLIED,
    set: { reply: words, repliedAt: work.now },
  })
  return { row: moved, partner }
}

/** Once, for a while after the decision. Refuses what the table refuses. */
export async function appeal(
  work: Work,
  id: number,
  member: number,
  words: string,
  policy: CasePolicy,
): Promise<Heard> {
  const { row, partner } = await lockHeard(work, id)
  const moved = await move(work, 'appeal', { row, partner }, member, {
    holds: appealHolds(work, row, policy),
    set: { appeal: words, appealedAt: work.now },
  })
  return { row: moved, partner }
}

function appealHolds({ now }: Pick<Work, 'now'>, row: CaseRow, policy: CasePolicy) {
  // Of what is not decided the table says so.
  const isInTime = row.decidedAt !== null && now <= appealUntil(row, policy)
  return [...(row.appealedAt === null ? ['first' as const] : []), ...(isInTime ? ['in-time' as const] : [])]
}

/** All that {@link appeal} would refuse, without writing: before anything is written. */
export async function assertMayAppeal(
  work: Work,
  heard: Heard,
  member: number,
  policy: CasePolicy,
): Promise<void> {
  await assertMove(work, 'appeal', heard, member, appealHolds(work, heard.row, policy))
}

/** Until when a decision can be appealed. ms since the epoch. */
export function appealUntil({ decidedAt }: Pick<CaseRow, 'decidedAt'>, { appealDays }: CasePolicy): number {
  return must(decidedAt, 'the moment of the decision') + days(appealDays)
}

/** Whether the partner may appeal now. */
export function mayAppeal(row: CaseRow, now: number, policy: CasePolicy): boolean {
  const isDecided = ['warned', 'suspended', 'terminated'].includes(row.state)
  return isDecided && row.appealedAt === null && now <= appealUntil(row, policy)
}

/** Cases ended in one look. */
const AT_ONCE = 100

/** Numbers of those that time moves on, the lowest first, after `after`. */
export async function dueCases(work: Work, after: string, since = 0): Promise<string[]> {
  return (await store.due(work, Number(after), since, AT_ONCE)).map(String)
}

/**
 * Moves one of {@link dueCases} on: nobody replied, or nothing more can come. Undefined where it is not due.
 */
export async function settleCase(
  work: Work,
  id: string,
): Promise<(Heard & { what: 'lapsed' | 'closed' }) | undefined> {
  const { row, partner } = await lockHeard(work, Number(id))
  if (row.dueAt === null || row.dueAt > work.now) return undefined
  const act = row.state === 'awaiting_partner' ? 'lapse' : 'close'
  const holds = [act === 'lapse' ? ('overdue' as const) : ('final' as const)]
  const moved = await move(work, act, { row, partner }, 'system', { holds })
  return { row: moved, partner, what: act === 'lapse' ? 'lapsed' : 'closed' }
}
