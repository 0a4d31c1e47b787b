/**
 * Decisions about a case, with what follows from them. A suspension and anything above is proposed by one and
 * agreed to by another; an appeal is decided by somebody who took no part. Never speaks.
 */
import { fromJson, toJson } from '../../kit/json.js'
import { must, refuse } from '../../kit/refusal.js'
import { days } from '../../programme/applications.js'
import type { CasePolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'
import { touchCards } from '../cards/cards.js'
import { memberText, record } from '../facts/facts.js'
import { freezesOver } from '../freezes/freezes.js'
import {
  heldSanctions,
  isAdminAndRisk,
  type PartnerRow,
  paramsOf as partnerParams,
  spenderScope,
  suspend,
  terminate,
  undoSanctionsOf,
} from '../partners/partners.js'
import { rolesOf } from '../roles/roles.js'
import {
  type Effect,
  effectsOf,
  endOf,
  overturning,
  type Ruling,
  reducing,
  type Standing,
} from './effects.js'
import { appealUntil, type Heard, lockedAt, openCase, reasonNamed, type Seen } from './hearing.js'
import {
  assertMove,
  CASE_CARD,
  type CaseRow,
  compareAndSet,
  move,
  overtakenBy,
  paramsOf,
  partsOf,
} from './moving.js'
import { isPanel } from './panel.js'
import { isOfTwo, proposerOf, whoProposed } from './proposers.js'
import * as store from './store.js'
import { type Act, type Guard, whyNoHandler } from './transitions.js'

/** A ruling that waits for a second person, and what the partner will read of it. */
export type Proposal = Ruling & { note: string }

export function proposalOf({ proposal }: Pick<CaseRow, 'proposal'>): Proposal | undefined {
  return proposal === null ? undefined : fromJson<Proposal>(proposal)
}

const ACTS = {
  dismissed: 'dismiss',
  warned: 'warn',
  suspended: 'suspend',
  terminated: 'terminate',
} as const satisfies Record<Ruling['verdict'], Act>

/** What a decision about a case looks at, as it is now. */
async function standingOf(
  work: Work,
  row: CaseRow,
  partner: PartnerRow,
  policy: CasePolicy,
): Promise<Standing> {
  const since = work.now - days(policy.warningDays)
  return {
    partner,
    held: await heldSanctions(work, partner.id),
    isStopped: (await freezesOver(work, [spenderScope(partner)])).size > 0,
    hasRole: (await rolesOf(work, partner.member)).includes('partner'),
    warnings: await store.warningsSince(work, partner.id, since),
    case: row.id,
    isWarned: row.warnedAt !== null && row.warnedAt > since,
    reason: reasonNamed(policy, row.reason),
    now: work.now,
  }
}

/** Refuses `case-partner-state`. */
function possible(effects: Effect[] | 'impossible', partner: PartnerRow): Effect[] {
  return effects === 'impossible' ? refuse('case-partner-state', partnerParams(partner)) : effects
}

/** Whether it takes a second person. */
export function takesTwo({ verdict }: Pick<Ruling, 'verdict'>): boolean {
  return isOfTwo(verdict)
}

/**
 * All that {@link decide} would refuse, without writing; answers what would change. A case must be
 * `row`'s version still.
 */
export async function previewRuling(
  work: Work,
  { row, partner }: Heard,
  ruling: Ruling,
  by: number,
  policy: CasePolicy,
): Promise<Effect[]> {
  await assertMayRule(work, { row, partner }, ruling.verdict, by)
  return possible(effectsOf(ruling, await standingOf(work, row, partner, policy), policy), partner)
}

/** That somebody may decide so, or propose it, without looking at what would change. */
async function assertMayRule(
  work: Work,
  { row, partner }: Heard,
  verdict: Ruling['verdict'],
  by: number,
): Promise<void> {
  if (!isOfTwo(verdict)) {
    await assertMove(work, ACTS[verdict], { row, partner }, by, ['noted'])
    return
  }
  const parts = await partsOf(work, row, partner, by)
  if (!parts.has('handler')) refuse(whyNoHandler(parts), paramsOf(row))
  if (row.state !== 'deciding') refuse('case-state', await overtakenBy(work, { row, partner }, by))
  const mayEnd = parts.has('admin') || parts.has('risk')
  if (verdict === 'terminated' && !mayEnd) refuse('case-needs-risk', paramsOf(row))
}

/** What came of a decision: the case as it is then, whether it waits for another, and what changed. */
export interface Ruled extends Heard {
  isProposed: boolean
  effects: Effect[]
  /** Whose proposal it was, or took the place of; nobody where it is whoever decides. */
  proposer?: number
  /** A case that the rule about warnings opened. */
  review?: CaseRow
}

/**
 * Decides, or proposes what takes two. Refuses what the table refuses, `case-changed`, `case-partner-state`.
 */
export async function decide(
  work: Work,
  seen: Seen,
  ruling: Ruling,
  note: string,
  policy: CasePolicy,
): Promise<Ruled> {
  const heard = await lockedAt(work, seen)
  const effects = await previewRuling(work, heard, ruling, seen.by, policy)
  const ruled = takesTwo(ruling)
    ? await propose(work, heard, seen.by, { ...ruling, note }, effects)
    : await rule(work, heard, { ruling, note, by: seen.by, holds: ['noted'] }, effects, policy)
  return { ...ruled, ...proposerOf(heard.row.proposedBy, seen.by) }
}

async function propose(
  work: Work,
  { row, partner }: Heard,
  by: number,
  proposal: Proposal,
  effects: Effect[],
): Promise<Ruled> {
  const moved = await compareAndSet(work, row, { proposal: toJson(proposal), proposedBy: by })
  await store.insertDeed(work, row.id, { deed: 'proposed', note: proposal.note, by })
  await record(work, {
    kind: 'case-proposed',
    actor: memberText(by),
    subject: `case:${row.id}`,
    details: { verdict: proposal.verdict, version: moved.version },
  })
  await touchCards(work, CASE_CARD, [String(row.id)])
  return { row: moved, partner, isProposed: true, effects }
}

/** All that {@link agree} would refuse, without writing; answers what would change. */
export async function previewProposal(
  work: Work,
  { row, partner }: Heard,
  by: number,
  policy: CasePolicy,
): Promise<Effect[]> {
  const heard = { row, partner }
  const proposal = proposalOf(row) ?? refuse('case-nothing-proposed', await overtakenBy(work, heard, by))
  await assertMove(work, ACTS[proposal.verdict], heard, by, await handsOf(work, row, by))
  return possible(effectsOf(proposal, await standingOf(work, row, partner, policy), policy), partner)
}

async function handsOf(work: Work, { proposedBy }: CaseRow, by: number): Promise<Guard[]> {
  if (proposedBy === null || proposedBy === by) return ['noted']
  const areBoth = isAdminAndRisk(await rolesOf(work, proposedBy), await rolesOf(work, by))
  return areBoth ? ['noted', 'seconded', 'both-hands'] : ['noted', 'seconded']
}

/** The second person agrees to what was proposed. Refuses as {@link previewProposal}, and `case-changed`. */
export async function agree(work: Work, seen: Seen, policy: CasePolicy): Promise<Ruled> {
  const heard = await lockedAt(work, seen)
  const effects = await previewProposal(work, heard, seen.by, policy)
  const { note, ...ruling } = must(proposalOf(heard.row), 'a proposal that was looked at')
  const holds = await handsOf(work, heard.row, seen.by)
  const ruled = await rule(work, heard, { ruling, note, by: seen.by, holds }, effects, policy)
  return { ...ruled, ...proposerOf(heard.row.proposedBy, seen.by) }
}

interface Decision {
  ruling: Ruling
  note: string
  by: number
  holds: readonly Guard[]
}

async function rule(
  work: Work,
  { row, partner }: Heard,
  { ruling, note, by, holds }: Decision,
  effects: Effect[],
  policy: CasePolicy,
): Promise<Ruled> {
  const { verdict } = ruling
  const isFinal = verdict === 'dismissed'
  const moved = await move(work, ACTS[verdict], { row, partner }, by, {
    holds,
    set: {
      ...{ verdict, note, decidedAt: work.now, proposal: null, proposedBy: null },
      ...fieldsOf(ruling, work.now),
      dueAt: isFinal ? work.now : appealUntil({ decidedAt: work.now }, policy),
    },
    details: { effects: effects.map(({ kind }) => kind) },
    deed: { deed: verdict, note },
  })
  const after = await carryOut(work, { row: moved, partner }, { ruling, by, holds }, policy)
  const review = await reviewDue(work, effects, after, policy)
  return { row: moved, partner: after, isProposed: false, effects, ...(review ? { review } : {}) }
}

function fieldsOf(ruling: Ruling, now: number): Partial<CaseRow> {
  return {
    days: ruling.verdict === 'suspended' ? ruling.days : null,
    warnedAt: ruling.verdict === 'warned' ? now : null,
  }
}

/** The partner's side of a ruling: first back to how it stood before the case, then what is ruled. */
async function carryOut(
  work: Work,
  { row, partner }: Heard,
  { ruling, by, holds }: Omit<Decision, 'note'>,
  policy: CasePolicy,
): Promise<PartnerRow> {
  const sanction = { by, case: row.id, reason: row.reason }
  if (ruling.verdict === 'terminated') {
    const reason = reasonNamed(policy, row.reason)
    const until = endOf(reason, policy, work.now)
    const hands = holds.includes('both-hands') ? (['decided', 'both-hands'] as const) : (['decided'] as const)
    return terminate(work, partner, { ...sanction, until }, { atOnce: reason.atOnce, holds: hands })
  }
  const before = await undoSanctionsOf(work, partner, { case: row.id, by, why: ruling.verdict })
  if (ruling.verdict !== 'suspended') return before
  return suspend(work, before, { ...sanction, until: work.now + days(ruling.days) })
}

/** Too many warnings that count: the rule opens a case, which staff decide like any other. */
async function reviewDue(
  work: Work,
  effects: readonly Effect[],
  partner: PartnerRow,
  policy: CasePolicy,
): Promise<CaseRow | undefined> {
  if (!effects.some(({ kind }) => kind === 'review')) return undefined
  const reason = must(
    policy.reasons.find(({ byRule }) => byRule),
    'the reason of the rule',
  )
  if ((await store.pendingCase(work, partner.id, reason.id)) !== undefined) return undefined
  const opened = { partner: partner.id, reason, words: '', link: null, file: null, by: 'system' as const }
  return (await openCase(work, opened)).row
}

/** An appeal's answer: `reduced` names what it is instead. */
export type AppealRuling = { appeal: 'upheld' } | { appeal: 'overturned' } | { appeal: 'reduced'; to: Ruling }

const APPEAL_ACTS = {
  upheld: 'uphold',
  reduced: 'reduce',
  overturned: 'overturn',
} as const satisfies Record<AppealRuling['appeal'], Act>

const ORDER: readonly Ruling['verdict'][] = ['dismissed', 'warned', 'suspended', 'terminated']

/** All that {@link answerAppeal} would refuse, without writing; answers what would change. */
export async function previewAppeal(
  work: Work,
  { row, partner }: Heard,
  ruling: AppealRuling,
  by: number,
  policy: CasePolicy,
): Promise<Effect[]> {
  const holds = await panelOf(work, row, by, ruling)
  await assertMove(work, APPEAL_ACTS[ruling.appeal], { row, partner }, by, holds)
  if (ruling.appeal === 'upheld') return []
  const standing = await standingOf(work, row, partner, policy)
  if (ruling.appeal === 'reduced') return possible(reducing(ruling.to, standing, policy), partner)
  return overturning(standing)
}

/** What somebody has of what an answer to an appeal takes. */
async function panelOf(work: Work, row: CaseRow, by: number, ruling: AppealRuling): Promise<Guard[]> {
  const isEnough = await isPanel(work, row, by)
  const isLesser =
    ruling.appeal === 'reduced' &&
    ruling.to.verdict !== 'dismissed' &&
    ORDER.indexOf(ruling.to.verdict) < ORDER.indexOf(row.verdict ?? 'dismissed')
  return [...(isEnough ? ['panel' as const] : []), ...(isLesser ? ['lesser' as const] : [])]
}

/**
 * Decides an appeal: overturned, everything is as it stood before; reduced, it is that and then the lesser
 * one. Refuses what the table refuses, `case-changed`, `case-partner-state`.
 */
export async function answerAppeal(
  work: Work,
  seen: Seen,
  ruling: AppealRuling,
  note: string,
  policy: CasePolicy,
): Promise<Ruled> {
  const heard = await lockedAt(work, seen)
  const { row, partner } = heard
  const { by } = seen
  const effects = await previewAppeal(work, heard, ruling, by, policy)
  const lesser = ruling.appeal === 'reduced' ? ruling.to : undefined
  const moved = await move(work, APPEAL_ACTS[ruling.appeal], heard, by, {
    holds: await panelOf(work, row, by, ruling),
    set: {
      ...{ appealVerdict: ruling.appeal, appealNote: note, dueAt: work.now },
      ...(ruling.appeal === 'overturned' ? { warnedAt: null } : {}),
      ...(lesser ? { verdict: lesser.verdict, ...fieldsOf(lesser, work.now) } : {}),
    },
    details: { effects: effects.map(({ kind }) => kind) },
    deed: { deed: ruling.appeal, note },
  })
  const whose = proposerOf(await whoProposed(work, row), by)
  const now = { row: moved, partner, ...whose }
  if (ruling.appeal === 'upheld') return { ...now, isProposed: false, effects }
  const after = lesser
    ? await carryOut(work, now, { ruling: lesser, by, holds: [] }, policy)
    : await undoSanctionsOf(work, partner, { case: row.id, by, why: ruling.appeal })
  const review = await reviewDue(work, effects, after, policy)
  return { ...now, partner: after, isProposed: false, effects, ...(review ? { review } : {}) }
}
