/** Changes of a partner's tier and region: the door for other features. Never speaks. */
import { refuse } from '../../kit/refusal.js'
import type { Tiers } from '../../programme/tiers.js'
import type { Work } from '../../storage/storage.js'
import { rankOf } from '../applications/applications.js'
import { memberText, record } from '../facts/facts.js'
import { nameOf } from '../members/members.js'
import { writeAttributes } from '../partners/partners.js'
import { rolesText } from '../roles/roles.js'
import {
  assertLive,
  assertMayRise,
  assertMove,
  type Changed,
  changeNumbered,
  conclude,
  lockedChange,
  paramsOf,
  partsOf,
} from './changing.js'
import { areBothSides, moveOver, type OpenItems, touchOpen } from './regions.js'
import * as store from './store.js'
import { limitOf, WHO_MAY_ALL } from './tiers.js'
import { type Act, decideMove, type Guard, TRANSITIONS, type Transition } from './transitions.js'

export type { Changed } from './changing.js'
export { joinChanges } from './joining.js'
export { changeRegion, type OpenItems, planRegion } from './regions.js'
export type { ChangeRow } from './store.js'
export { openOf as openChanges } from './store.js'
export { changeTier, planTier, rolesChanging, type TierRules, tiersOffered } from './tiers.js'

/** What came of a second person's word; `moved` of a region what went along. */
export type Agreed = Changed & { moved?: OpenItems }

/** How a second person, or whoever may change it, answers what waits. */
export type Answer = 'agree' | 'decline' | 'withdraw'
const ANSWERS: readonly Answer[] = ['agree', 'decline', 'withdraw']

/** What today's programme has. */
export interface Known {
  tiers: Tiers | undefined
  /** By name. */
  regions: readonly string[]
}

/** What the table says of an answer: where it leads, or the key of the refusal. */
async function judge(
  work: Work,
  answer: Answer,
  { row, partner }: Changed,
  by: number,
  tiers: Tiers | undefined,
): Promise<Transition | string> {
  const { kind, state } = row
  const act: Act = answer === 'agree' ? `agree-${kind}` : answer
  const parts = await partsOf(work, partner, by, { ...row, proposer: row.by })
  const holds = new Set<Guard>(row.by === by ? [] : ['seconded'])
  if (parts.has('admin') || (await areBothSides(work, row, row.by, by))) holds.add('both-sides')
  const isFree = kind === 'region' || row.by === by || tiers === undefined
  const names = [row.was, row.becomes]
  const within = isFree ? (['within'] as const) : await limitOf(work, partner, { by, parts, names }, tiers)
  for (const guard of within) holds.add(guard)
  return decideMove(act, { kind, state, parts, holds })
}

/** The same, refused. */
async function assertAnswer(
  work: Work,
  answer: Answer,
  changed: Changed,
  by: number,
  tiers: Tiers | undefined,
): Promise<Transition> {
  const verdict = await judge(work, answer, changed, by, tiers)
  if (typeof verdict !== 'string') return verdict
  const params = { ...paramsOf(changed.partner), roles: rolesText([WHO_MAY_ALL]) }
  return refuse(verdict, { ...params, ...(verdict === 'change-state' ? await endOf(work, changed, by) : {}) })
}

/** How a change ended and by whom, for staff who may know; nothing where a clock ended it. */
async function endOf(work: Work, { row, partner }: Changed, by: number): Promise<Record<string, string>> {
  const parts = await partsOf(work, partner, by, { ...row, proposer: row.by })
  if (parts.size === 0 || parts.has('self') || row.endedBy === null) return {}
  return { how: row.state, name: await nameOf(work, row.endedBy) }
}

/** Whether what is proposed waits for the word of somebody; their limits are not looked at. */
export async function maySecond(work: Work, { row, partner }: Changed, by: number): Promise<boolean> {
  if (row.state !== 'proposed' || row.by === by) return false
  const parts = await partsOf(work, partner, by, row)
  return TRANSITIONS[`agree-${row.kind}`].who.some((part) => parts.has(part))
}

/** How somebody may answer what waits, by the table. */
export async function answersOf(
  work: Work,
  changed: Changed,
  by: number,
  tiers: Tiers | undefined,
): Promise<Answer[]> {
  const may: Answer[] = []
  for (const answer of ANSWERS) {
    if (typeof (await judge(work, answer, changed, by, tiers)) !== 'string') may.push(answer)
  }
  return may
}

/** All that {@link agreeChange} would refuse, without writing. */
async function assertMayAgree(work: Work, changed: Changed, by: number, known: Known): Promise<Transition> {
  const { row, partner } = changed
  assertLive(partner)
  const move = await assertAnswer(work, 'agree', changed, by, known.tiers)
  const typed = row.becomes
  if (row.kind === 'region' && !known.regions.includes(typed)) {
    refuse('choice-unknown', { typed, choices: 'none' })
  }
  const isTier = known.tiers && rankOf(known.tiers, typed) !== undefined
  return row.kind === 'region' || isTier ? move : refuse('tier-unknown', { typed })
}

/**
 * A second person agrees: it is done. Refuses what the table does, `change-unknown`, `change-moved-on`, and,
 * as at the proposal, a tier or region that the programme has no more: `tier-unknown`, `choice-unknown`.
 */
export async function agreeChange(work: Work, id: number, by: number, known: Known): Promise<Agreed> {
  const { row, partner } = await lockedChange(work, id)
  const move = await assertMayAgree(work, { row, partner }, by, known)
  if (row.kind === 'tier') {
    assertMayRise(partner)
    const after = await writeAttributes(work, partner, { tier: row.becomes })
    return { row: await conclude(work, move, row, by), partner: after }
  }
  const { after, moved } = await moveOver(work, partner, row.becomes)
  const done = await conclude(work, move, row, by)
  await touchOpen(work, moved)
  return { row: done, partner: after, moved }
}

/** Another says no, and why. Refuses what the table refuses, `change-unknown`, `change-moved-on`. */
export async function declineChange(
  work: Work,
  id: number,
  { by, note }: { by: number; note: string },
): Promise<Changed> {
  const { row, partner } = await lockedChange(work, id)
  const move = await assertAnswer(work, 'decline', { row, partner }, by, undefined)
  return { row: await conclude(work, move, row, by, note), partner }
}

/**
 * What was proposed or announced is taken back: by whoever proposed it, or who may change it so. Refuses what
 * the table refuses, `change-unknown`, `change-moved-on`.
 */
export async function withdrawChange(
  work: Work,
  id: number,
  by: number,
  tiers: Tiers | undefined,
): Promise<Changed> {
  const { row, partner } = await lockedChange(work, id)
  const move = await assertAnswer(work, 'withdraw', { row, partner }, by, tiers)
  return { row: await conclude(work, move, row, by), partner }
}

/**
 * The partner says that they have read it; again is no change. Refuses `change-unknown` (it is not theirs, or
 * was never told them), `change-state` (it does not come any more).
 */
export async function acknowledgeChange(work: Work, id: number, member: number): Promise<Changed> {
  const { row, partner } = await lockedChange(work, id)
  if (partner.member !== member || row.state === 'proposed') return refuse('change-unknown')
  if (row.state !== 'pending' && row.state !== 'done') return refuse('change-state', paramsOf(partner))
  if (row.acknowledgedAt !== null) return { row, partner }
  await store.acknowledge(work, id)
  await record(work, {
    kind: 'partner-change-acknowledged',
    actor: memberText(member),
    subject: `partner:${partner.id}`,
    details: { change: id, kind: row.kind },
  })
  return { row: { ...row, acknowledgedAt: work.now }, partner }
}

/** Changes settled in one look. */
const AT_ONCE = 100

/** Numbers of changes that time ends, the lowest first, after `after`. */
export async function dueChanges(work: Work, after: string, since = 0): Promise<string[]> {
  return (await store.due(work, { after: Number(after), since }, AT_ONCE)).map(String)
}

/**
 * Settles one of {@link dueChanges}: its day has come, or it is none any more, because the partner is gone or
 * the programme does not have the tier. Undefined where nothing is due.
 */
export async function settleChange(
  work: Work,
  id: string,
  tiers: Tiers | undefined,
): Promise<Changed | undefined> {
  const { row, partner } = await lockedChange(work, Number(id))
  const isOpen = row.state === 'proposed' || row.state === 'pending'
  const isGone = partner.state === 'terminated' || partner.state === 'resigned'
  const isDue = row.dueAt !== null && row.dueAt <= work.now
  if (!isOpen || !(isGone || isDue)) return undefined
  const isMoot = isGone || !tiers || rankOf(tiers, row.becomes) === undefined
  const act: Act = isMoot ? 'drop' : 'arrive'
  const parts = await partsOf(work, partner, 'system', row)
  const holds: Guard[] = [isMoot ? 'moot' : 'due']
  const move = assertMove(act, { kind: row.kind, state: row.state, parts, holds }, paramsOf(partner))
  const after = isMoot ? partner : await writeAttributes(work, partner, { tier: row.becomes })
  return { row: await conclude(work, move, row, 'system'), partner: after }
}

/** What one would have to agree to, for a preview. */
export async function changeToAgree(work: Work, id: number, by: number, known: Known): Promise<Changed> {
  const changed = await changeNumbered(work, id)
  await assertMayAgree(work, changed, by, known)
  return changed
}

/** What one would have to decline, for a preview: nobody else reads what was noted. */
export async function changeToDecline(work: Work, id: number, by: number): Promise<Changed> {
  const changed = await changeNumbered(work, id)
  await assertAnswer(work, 'decline', changed, by, undefined)
  return changed
}
