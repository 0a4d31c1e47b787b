/**
 * Every step of a change goes through here: the table is asked, the row is changed only as it was looked at,
 * the fact is recorded. What is changed at last is the partner. Never speaks.
 */
import { refuse } from '../../kit/refusal.js'
import type { Param, Text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import { lockApplicationsOf } from '../applications/applications.js'
import { memberText, record } from '../facts/facts.js'
import {
  isBound,
  lockPartner,
  type Mover,
  type PartnerRow,
  partnerNumbered,
  partsOf as partnerPartsOf,
  stateText,
} from '../partners/partners.js'
import { grantsOf, reaches } from '../roles/roles.js'
import type { ChangeRow } from './store.js'
import * as store from './store.js'
import {
  type Act,
  decideMove,
  type Guard,
  type Kind,
  type Part,
  type State,
  type Transition,
} from './transitions.js'

/** A change and the partner it is of, locked. */
export interface Changed {
  row: ChangeRow
  partner: PartnerRow
}

/** What is wished: of which kind, and the name in the programme file that it is to be. */
export interface Wish {
  kind: Kind
  becomes: string
}

/** Refuses `partner-state` of whoever is no partner any more. */
export function assertLive({ id, state }: PartnerRow): void {
  if (state === 'terminated' || state === 'resigned') {
    refuse('partner-state', { number: String(id), state: stateText(state) })
  }
}

/** Nobody is raised of whom it is open whether they stay as they are. Refuses `change-suspended`. */
export function assertMayRise({ id, state }: PartnerRow): void {
  if (state === 'suspended' || state === 'terminating') {
    refuse('change-suspended', { number: String(id), state: stateText(state) })
  }
}

/** What somebody is to a change. Who is too close to a partner is nothing else to it. */
export async function partsOf(
  work: Work,
  partner: PartnerRow,
  by: Mover,
  { kind, becomes, proposer }: Wish & { proposer?: number },
): Promise<Set<Part>> {
  const parts: Set<Part> = new Set(await partnerPartsOf(work, partner, by))
  if (by === 'system' || (await isBound(work, by, partner))) return parts
  const grants = await grantsOf(work, by)
  if (kind === 'region' && reaches(grants, 'regional_manager', becomes)) parts.add('manager')
  if (proposer === by) parts.add('proposer')
  return parts
}

/** All that a step would be refused for, without writing. Answers where it leads. */
export function assertMove(
  act: Act,
  {
    kind,
    state,
    parts,
    holds,
  }: { kind: Kind; state: State | 'none'; parts: Set<Part>; holds: readonly Guard[] },
  params: Record<string, Param>,
) {
  const verdict = decideMove(act, { kind, state, parts, holds: new Set(holds) })
  return typeof verdict === 'string' ? refuse(verdict, params) : verdict
}

/** From what a change leads where: whoever confirms it has seen this, and not what came meanwhile. */
export function basisOf({ id }: Pick<Transition, 'id'>, was: string | null): string {
  return `${id} ${was ?? ''}`
}

/** Refuses `preview-overtaken`. `seen`: where somebody was shown what it would be. */
export function assertAsSeen(basis: string, seen: string | undefined): void {
  if (seen !== undefined && seen !== basis) refuse('preview-overtaken')
}

/** Writes a new one down, with its fact. The partner is locked. */
export async function begin(
  work: Work,
  { id, to }: { id: string; to: State },
  made: Pick<ChangeRow, 'partner' | 'kind' | 'was' | 'becomes' | 'note' | 'by' | 'dueAt'>,
): Promise<ChangeRow> {
  const row = await store.insert(work, { ...made, state: to })
  await recordMove(work, row, { id, from: 'none', by: made.by })
  return row
}

/** Ends one, with its fact. Refuses `change-moved-on`. */
export async function conclude(
  work: Work,
  { id, to }: { id: string; to: State },
  row: ChangeRow,
  by: Mover,
  reason?: string,
): Promise<ChangeRow> {
  const ended = await store.end(work, row, { to, endedBy: by === 'system' ? null : by })
  await recordMove(work, ended, { id, from: row.state, by, reason })
  return ended
}

async function recordMove(
  work: Work,
  { id: change, partner, kind, state, was, becomes, dueAt }: ChangeRow,
  { id, from, by, reason }: { id: string; from: State | 'none'; by: Mover; reason?: string | undefined },
): Promise<void> {
  await record(work, {
    kind: 'partner-change-moved',
    actor: by === 'system' ? 'system' : memberText(by),
    subject: `partner:${partner}`,
    details: {
      ...{ transition: id, change, kind, from, to: state, was, becomes, dueAt },
      ...(reason === undefined ? {} : { reason }),
    },
  })
}

/** Refuses `change-unknown`. */
export async function changeNumbered(work: Work, id: number): Promise<Changed> {
  const row = (await store.byId(work, id)) ?? refuse('change-unknown')
  return { row, partner: await partnerNumbered(work, row.partner) }
}

/** The same, locked: what the person has applied for, then the partner. Refuses `change-unknown`. */
export async function lockedChange(work: Work, id: number): Promise<Changed> {
  const { row, partner } = await changeNumbered(work, id)
  const locked = await lockedPartner(work, partner.id)
  return { row: (await store.byId(work, row.id)) ?? refuse('change-unknown'), partner: locked }
}

/** Refuses `partner-unknown`. */
export async function lockedPartner(work: Work, id: number): Promise<PartnerRow> {
  const { member } = await partnerNumbered(work, id)
  await lockApplicationsOf(work, [member])
  return lockPartner(work, id)
}

/** What any refusal about a change may tell. */
export function paramsOf({ id }: Pick<PartnerRow, 'id'>): Record<string, string | Text> {
  return { number: String(id), how: 'over' }
}
