/**
 * Every change of a case's state goes through here: the table is asked, the row is changed only as it was
 * looked at, the fact is recorded, and its cards are drawn again. What people wrote is never in a fact.
 */
import { and, eq } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { touchCards } from '../cards/cards.js'
import { memberText, record } from '../facts/facts.js'
import { nameOf } from '../members/members.js'
import { isBound, type Mover, type PartnerRow, STAFF } from '../partners/partners.js'
import { grantsOf, type Role, reaches } from '../roles/roles.js'
import * as store from './store.js'
import { type Act, decideMove, type Guard, type Part, type State } from './transitions.js'

export type CaseRow = Tables['cases']['$inferSelect']
export type Change = Partial<Omit<CaseRow, 'id' | 'partner' | 'state' | 'version' | 'changedAt'>>

/** The kind of a card of a case; its subject is the number. */
export const CASE_CARD = 'case'

/** Refuses `case-unknown`. Nobody else changes it until the commit. */
export async function lockCase(work: Work, id: number): Promise<CaseRow> {
  const { cases } = work.t
  const [row] = await work.lock(work.db.select().from(cases).where(eq(cases.id, id)))
  return row ?? refuse('case-unknown', { number: String(id) })
}

export interface Move {
  holds?: readonly Guard[]
  set?: Change
  /** For the record; nothing personal, for it can never be erased. */
  details?: Record<string, unknown>
  /** What was done, beside what others did; none where only time did it. */
  deed?: { deed: store.Deed; note?: string }
}

/**
 * Moves a case, as it was looked at. Refuses what the table refuses (see `transitions.ts`) and
 * `case-moved-on` where somebody else was faster.
 */
export async function move(
  work: Work,
  act: Act,
  { row, partner }: { row: CaseRow; partner: PartnerRow },
  by: Mover,
  { holds = [], set = {}, details = {}, deed }: Move = {},
): Promise<CaseRow> {
  const to = await assertMove(work, act, { row, partner }, by, holds)
  const moved = await compareAndSet(work, row, { ...set, state: to.to })
  if (deed) await store.insertDeed(work, row.id, { ...deed, by: by === 'system' ? null : by })
  await record(work, {
    kind: 'case-moved',
    actor: by === 'system' ? 'system' : memberText(by),
    subject: `case:${row.id}`,
    details: { transition: to.id, from: row.state, to: to.to, version: moved.version, ...details },
  })
  await touchCards(work, CASE_CARD, [String(row.id)])
  return moved
}

/** All that {@link move} would refuse, without writing. Answers where it leads. */
export async function assertMove(
  work: Work,
  act: Act,
  { row, partner }: { row: CaseRow; partner: PartnerRow },
  by: Mover,
  holds: readonly Guard[],
) {
  const parts = await partsOf(work, row, partner, by)
  const verdict = decideMove(act, { state: row.state, parts, holds: new Set(holds) })
  return typeof verdict === 'string'
    ? refuse(verdict, await overtakenBy(work, { row, partner }, by))
    : verdict
}

/**
 * What a refusal tells of a case that is not as it was looked at: to staff who may work on it also what was
 * done last, and by whom, unless time or the partner changed it since.
 */
export async function overtakenBy(
  work: Work,
  { row, partner }: { row: CaseRow; partner: PartnerRow },
  by: Mover,
): Promise<Record<string, string | Text>> {
  if (by === 'system' || !(await partsOf(work, row, partner, by)).has('handler')) return paramsOf(row)
  const last = await store.lastDeed(work, row.id)
  if (!last || last.by === null || last.at !== row.changedAt) return paramsOf(row)
  const name = await nameOf(work, last.by)
  return { ...paramsOf(row), who: 'known', deed: text(`deed-${last.deed}`), name }
}

/** A step that is no transition: the version grows all the same. Refuses `case-moved-on`. */
export async function compareAndSet(
  work: Work,
  { id, state, version }: CaseRow,
  set: Change & { state?: State },
): Promise<CaseRow> {
  const { cases } = work.t
  const [moved] = await work.db
    .update(cases)
    .set({ dueAt: null, ...set, version: version + 1, changedAt: work.now })
    .where(and(eq(cases.id, id), eq(cases.state, state), eq(cases.version, version)))
    .returning()
  return moved ?? refuse('case-moved-on', { number: String(id) })
}

/** What somebody is to a case. Whoever it is about, or reported it, is nothing else to it. */
export async function partsOf(work: Work, row: CaseRow, partner: PartnerRow, by: Mover): Promise<Set<Part>> {
  if (by === 'system') return new Set(['system'])
  if (by === partner.member) return new Set(['partner'])
  const parts = await staffParts(work, partner, by)
  if (!parts.has('handler')) return parts
  if (await store.hasReported(work, row.id, by)) return new Set(['reporter'])
  if (!(await store.hasTakenPart(work, row.id, by))) parts.add('fresh')
  return parts
}

const isStaff = (role: string): boolean => STAFF.some((one) => one === role)

/** What somebody is to any case of a partner, by role. */
export async function staffParts(work: Work, partner: PartnerRow, by: number): Promise<Set<Part>> {
  if (await isBound(work, by, partner)) return new Set()
  const grants = await grantsOf(work, by)
  const holds = (role: Role) => reaches(grants, role, partner.region)
  const parts = new Set<Part>()
  if (holds('admin')) parts.add('handler').add('admin')
  if (holds('risk_officer')) parts.add('handler').add('risk')
  if (holds('regional_manager') || holds('reviewer')) parts.add('handler')
  return parts.size === 0 && grants.some(({ role }) => isStaff(role)) ? parts.add('elsewhere') : parts
}

/** What any refusal about a case may tell. */
export function paramsOf({ id, state }: CaseRow): Record<string, string | Text> {
  return { number: String(id), state: stateText(state), who: 'none' }
}

export function stateText(state: State): Text {
  return text(`case-is-${state}`)
}
