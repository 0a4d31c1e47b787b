/** Approving: with a tier, and by two people where much speaks for care. Never speaks. */
import { refuse } from '../../kit/refusal.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import type { Tiers } from '../../programme/tiers.js'
import { textOf } from '../../programme/words.js'
import type { Work } from '../../storage/storage.js'
import { touchCards } from '../cards/cards.js'
import { memberText, record } from '../facts/facts.js'
import { nameOf } from '../members/members.js'
import { type PartnerRow, takeIn } from '../partners/partners.js'
import { assertUidTheirs, lockNamesakes, risksOf, worstOf } from '../risks/risks.js'
import { grantsOf, ROLES, type Role, reaches, rolesText } from '../roles/roles.js'
import {
  APPLICATION_CARD,
  type ApplicationRow,
  assertMove,
  lockApplication,
  mayKnow,
  move,
  partsOf,
} from './moving.js'
import { endProposal, insertProposal, openProposal, type Proposal, proposalNumbered } from './proposals.js'
import { barringRejection, refuseBarred } from './reapplying.js'
import { assertUnchanged, type Decided, leaseUntil, lockedAt } from './reviewing.js'
import * as store from './store.js'

/** By what an approval is judged. */
export interface ApprovalPolicy {
  policy: ApplicationPolicy
  /** Undefined where the programme has none. */
  tiers: Tiers | undefined
  /** The lowest tier that needs two people. */
  tierFrom: string | undefined
}

type Tier = Tiers['list'][number]

export function lowestTier({ list }: Tiers): Tier | undefined {
  return [...list].sort((a, b) => a.rank - b.rank)[0]
}

/** 1 is the lowest; undefined of a tier that the programme has not. */
export function rankOf({ list }: Tiers, id: string): number | undefined {
  return list.find((one) => one.id === id)?.rank
}

/** The tiers that a person may grant in a region, the lowest first. */
export async function tiersFor(
  work: Work,
  member: number,
  region: string | null,
  tiers: Tiers,
): Promise<Tier[]> {
  const grants = await grantsOf(work, member)
  const limits = Object.entries(tiers.grants).flatMap(([role, tier]) => {
    const known = ROLES.find((one) => one === role)
    return known && reaches(grants, known, region) ? [rankOf(tiers, tier) ?? 0] : []
  })
  const most = Math.max(0, ...limits)
  return tiers.list.filter(({ rank }) => rank <= most).sort((a, b) => a.rank - b.rank)
}

/** Whether a tier needs two people. */
export function isTierForTwo(
  { tiers, tierFrom }: Pick<ApprovalPolicy, 'tiers' | 'tierFrom'>,
  tier: string | null,
): boolean {
  if (!tiers || tierFrom === undefined || tier === null) return false
  return (rankOf(tiers, tier) ?? 0) >= (rankOf(tiers, tierFrom) ?? Number.POSITIVE_INFINITY)
}

/** The tier that is meant, granted by whoever may. Refuses `tier-unknown`, `tier-limit`. */
async function tierGranted(
  work: Work,
  { region }: Pick<ApplicationRow, 'region'>,
  { by, tier }: { by: number; tier: string | undefined },
  tiers: Tiers | undefined,
): Promise<string | null> {
  if (!tiers) return null
  const wanted = tier ?? lowestTier(tiers)?.id ?? ''
  const rank = rankOf(tiers, wanted) ?? refuse('tier-unknown', { typed: wanted })
  const granted = await tiersFor(work, by, region, tiers)
  if (granted.some(({ id }) => id === wanted)) return wanted
  const words = tiers.list.find(({ id }) => id === wanted)?.words ?? { en: wanted }
  return refuse('tier-limit', { tier: textOf(words), roles: rolesText(rolesGranting(tiers, rank)) })
}

/** Roles that may grant a tier of this rank. */
export function rolesGranting(tiers: Tiers, rank: number): Role[] {
  return ROLES.filter((role) => (rankOf(tiers, tiers.grants[role] ?? '') ?? 0) >= rank)
}

/** Approved, with the partner; or proposed, where a second person has to confirm. */
export interface Approval {
  row: ApplicationRow
  partner?: PartnerRow
}

/**
 * What {@link approve} refuses of what is not as somebody saw it, or is not in their hands; without writing.
 */
export async function assertMayApprove(work: Work, { id, version, by }: Decided): Promise<ApplicationRow> {
  const row = (await store.byId(work, id)) ?? refuse('application-unknown', { number: String(id) })
  await assertUnchanged(work, row, { version, by })
  if (await openProposal(work, id)) refuse('application-waits-second', { number: String(id) })
  await assertMove(work, 'approve', row, by, ['risk-cleared'])
  return row
}

/**
 * The applicant is a partner from now on; or, where a risk is high or the tier asks for two, the approval
 * waits for an admin or risk officer, and the lease with it. Refuses what the table refuses (also where it is
 * only proposed), `application-waits-second`, `application-uid-bound`, `application-uid-named`,
 * `tier-unknown`, `tier-limit`.
 */
export async function approve(
  work: Work,
  { id, version, by, tier }: Decided & { tier?: string | undefined },
  rules: ApprovalPolicy,
): Promise<Approval> {
  await lockNamesakes(work, id)
  const row = await lockedAt(work, { id, version, by })
  const parts = await partsOf(work, row, by)
  if (await openProposal(work, id)) refuse('application-waits-second', { number: String(id) })
  if (!parts.has('holder') || (row.dueAt ?? 0) <= work.now) {
    // Whose it is not, whose time is over, or where it is elsewhere: the table says it.
    return { row: await move(work, 'approve', row, by, { holds: ['risk-cleared'] }) }
  }
  const barring = await barringRejection(work, [row.member], { but: row.id })
  if (barring) refuseBarred(barring, row.id, 'staff')
  await assertUidTheirs(work, row)
  const granted = await tierGranted(work, row, { by, tier }, rules.tiers)
  const isHigh = worstOf(await risksOf(work, row, rules.policy.risk)) === 'high'
  if (isHigh || isTierForTwo(rules, granted)) return propose(work, row, { by, tier: granted, isHigh })
  return welcome(work, row, { by, proposedBy: by, tier: granted })
}

async function propose(
  work: Work,
  row: ApplicationRow,
  { by, tier, isHigh }: { by: number; tier: string | null; isHigh: boolean },
): Promise<Approval> {
  await insertProposal(work, { application: row.id, tier, by })
  await store.writeDue(work, row.id, null)
  await record(work, {
    kind: 'application-proposed',
    actor: memberText(by),
    subject: `application:${row.id}`,
    details: { because: isHigh ? 'risk' : 'tier', ...(tier === null ? {} : { tier }) },
  })
  await touchCards(work, APPLICATION_CARD, [String(row.id)])
  return { row: { ...row, dueAt: null } }
}

async function welcome(
  work: Work,
  row: ApplicationRow,
  { by, proposedBy, tier }: { by: number; proposedBy: number; tier: string | null },
): Promise<Approval> {
  let partner: PartnerRow | undefined
  const isSigned = by !== proposedBy
  const moved = await move(work, 'approve', row, by, {
    holds: ['risk-cleared', ...(isSigned ? (['lease-live'] as const) : [])],
    set: { promisedAt: null },
    details: {
      ...(tier === null ? {} : { tier }),
      ...(isSigned ? { proposedBy: memberText(proposedBy) } : {}),
    },
    async effects({ id, member, region }) {
      if (isSigned) await endProposal(work, id, { end: 'confirmed', by })
      await store.insertDecision(work, { application: id, verdict: 'approved', by: proposedBy })
      partner = await takeIn(work, { member, application: id, region, tier, by: proposedBy })
    },
  })
  return { row: moved, ...(partner ? { partner } : {}) }
}

interface Signed {
  id: number
  /** The number of the proposal that was looked at: a newer one is not confirmed unseen. */
  proposal: number
  by: number
}

/**
 * Confirms what another proposed. Refuses what the table refuses, `application-no-proposal`,
 * `application-uid-bound`, `application-uid-named`.
 */
export async function countersign(work: Work, { id, proposal, by }: Signed): Promise<Approval> {
  await lockNamesakes(work, id)
  const { row, waiting } = await proposed(work, { id, proposal, by })
  await assertUidTheirs(work, row)
  return welcome(work, row, { by, proposedBy: waiting.by, tier: waiting.tier })
}

async function proposed(
  work: Work,
  { id, proposal, by }: Signed,
): Promise<{ row: ApplicationRow; waiting: Proposal }> {
  const row = await lockApplication(work, id)
  return { row, waiting: await proposalToSign(work, row, { proposal, by }) }
}

/** How a proposal ended, and by whom, for staff who may know. */
async function endOf(
  work: Work,
  row: ApplicationRow,
  proposal: number,
  by: number,
): Promise<Record<string, string>> {
  const params = { number: String(row.id), how: 'gone' }
  const ended = (await mayKnow(work, row, by)) ? await proposalNumbered(work, row.id, proposal) : undefined
  if (!ended || ended.end === null || ended.endedBy === null) return params
  return { ...params, how: ended.end, name: await nameOf(work, ended.endedBy) }
}

/**
 * The proposal that somebody would sign, without writing. Refuses `application-no-proposal`,
 * `application-own`, `application-recruited`, `application-second-other`.
 */
export async function proposalToSign(
  work: Work,
  row: ApplicationRow,
  { proposal, by }: Omit<Signed, 'id'>,
): Promise<Proposal> {
  const number = String(row.id)
  const waiting = await openProposal(work, row.id)
  if (waiting?.id !== proposal) return refuse('application-no-proposal', await endOf(work, row, proposal, by))
  const parts = await partsOf(work, row, by)
  if (parts.has('applicant')) refuse('application-own', { number })
  if (parts.has('recruiter')) refuse('application-recruited', { number })
  if (parts.has('rival')) refuse('application-rival', { number })
  if (!parts.has('cosigner')) refuse('application-second-other', { number })
  return waiting
}

/**
 * Leaves the application with whoever proposed it, for another lease, with the reason. Refuses as
 * {@link countersign}.
 */
export async function declineApproval(
  work: Work,
  { id, proposal, by, note }: Signed & { note: string },
  policy: ApplicationPolicy,
): Promise<{ row: ApplicationRow; proposedBy: number }> {
  const { row, waiting } = await proposed(work, { id, proposal, by })
  await endProposal(work, id, { end: 'declined', by, note })
  const dueAt = leaseUntil(work, policy)
  await store.writeDue(work, id, dueAt)
  await record(work, {
    kind: 'application-declined',
    actor: memberText(by),
    subject: `application:${id}`,
    details: { proposedBy: memberText(waiting.by) },
  })
  await touchCards(work, APPLICATION_CARD, [String(id)])
  return { row: { ...row, dueAt }, proposedBy: waiting.by }
}
