/**
 * Every change of a partner's state goes through here: the table is asked, the row is changed only as it was
 * looked at, and the fact is recorded.
 */
import { and, eq } from 'drizzle-orm'
import { must, refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { memberText, record } from '../facts/facts.js'
import { grantsOf, reaches } from '../roles/roles.js'
import { recruitersOf } from './store.js'
import { type Act, decideMove, type Guard, type Part, type State } from './transitions.js'

export type PartnerRow = Tables['partners']['$inferSelect']
export type Change = Partial<Omit<PartnerRow, 'id' | 'member' | 'state' | 'version' | 'changedAt'>>

/** Who does it: a person, or nobody (a clock, a rule). */
export type Mover = number | 'system'

/** Roles that may look at partners and at what is held against them. */
export const STAFF = ['admin', 'risk_officer', 'regional_manager', 'reviewer'] as const

export interface Move {
  to?: State
  holds?: readonly Guard[]
  set?: Change
  /** For the record; nothing personal, for it can never be erased. */
  details?: Record<string, unknown>
  /** What somebody is to it, where that was found out under another heading. */
  parts?: ReadonlySet<Part>
}

/** Refuses `partner-unknown`. Nobody else changes it until the commit. */
export async function lockPartner(work: Work, id: number): Promise<PartnerRow> {
  const { partners } = work.t
  const [row] = await work.lock(work.db.select().from(partners).where(eq(partners.id, id)))
  return row ?? refuse('partner-unknown', { typed: String(id) })
}

/**
 * Moves a partner, as they were looked at. Refuses what the table refuses (see `transitions.ts`) and
 * `partner-moved-on` where somebody else was faster.
 */
export async function move(
  work: Work,
  act: Act,
  row: PartnerRow,
  by: Mover,
  { to, holds = [], set = {}, details = {}, parts }: Move = {},
): Promise<PartnerRow> {
  const verdict = await assertMove(work, act, row, by, {
    holds,
    ...(to === undefined ? {} : { to }),
    ...(parts === undefined ? {} : { parts }),
  })
  const target = to ?? must(verdict.to[0], 'a place that it leads to')
  const moved = await compareAndSet(work, row, { ...set, state: target })
  await record(work, {
    kind: 'partner-moved',
    actor: by === 'system' ? 'system' : memberText(by),
    subject: `partner:${row.id}`,
    details: { transition: verdict.id, from: row.state, to: target, version: moved.version, ...details },
  })
  return moved
}

/** All that {@link move} would refuse by the table, without writing. Answers where it leads. */
export async function assertMove(
  work: Work,
  act: Act,
  row: PartnerRow,
  by: Mover,
  { to, holds = [], parts }: Pick<Move, 'to' | 'holds' | 'parts'> = {},
) {
  const verdict = decideMove(act, {
    state: row.state,
    ...(to === undefined ? {} : { to }),
    parts: parts ?? (await partsOf(work, row, by)),
    holds: new Set(holds),
  })
  return typeof verdict === 'string' ? refuse(verdict, paramsOf(row)) : verdict
}

async function compareAndSet(
  work: Work,
  { id, state, version }: PartnerRow,
  set: Change & { state: State },
): Promise<PartnerRow> {
  const { partners } = work.t
  const [moved] = await work.db
    .update(partners)
    .set({ ...set, version: version + 1, changedAt: work.now })
    .where(and(eq(partners.id, id), eq(partners.state, state), eq(partners.version, version)))
    .returning()
  return moved ?? refuse('partner-moved-on', { number: String(id) })
}

/** Writes attributes that are no state; the partner is locked. */
export async function writeAttributes(
  work: Work,
  { id }: Pick<PartnerRow, 'id'>,
  set: Change,
): Promise<PartnerRow> {
  const { partners } = work.t
  const [row] = await work.db.update(partners).set(set).where(eq(partners.id, id)).returning()
  return must(row, `partner ${id}`)
}

/** What somebody is to a partner. Whoever it is, is nothing else to themself. */
export async function partsOf(work: Work, row: PartnerRow, by: Mover): Promise<Set<Part>> {
  if (by === 'system') return new Set(['system'])
  if (by === row.member) return new Set(['self'])
  const parts = new Set<Part>()
  if (await isBound(work, by, row)) return parts
  const grants = await grantsOf(work, by)
  if (reaches(grants, 'admin', row.region)) parts.add('admin')
  if (reaches(grants, 'risk_officer', row.region)) parts.add('risk')
  if (reaches(grants, 'regional_manager', row.region)) parts.add('manager')
  return parts
}

/** Whether somebody is too close to a partner to decide about them: it is they, or who brought them. */
export async function isBound(
  work: Work,
  by: number,
  { member, application }: Pick<PartnerRow, 'member' | 'application'>,
): Promise<boolean> {
  if (by === member) return true
  const { applications } = work.t
  const [sent] = await work.db
    .select({ source: applications.source })
    .from(applications)
    .where(eq(applications.id, application))
  return (await recruitersOf(work, { member, source: sent?.source ?? null })).includes(by)
}

/** What any refusal about a partner may tell. */
export function paramsOf({ id, state }: PartnerRow): Record<string, string | Text> {
  return { number: String(id), state: stateText(state) }
}

export function stateText(state: State): Text {
  return text(`partner-is-${state}`)
}
