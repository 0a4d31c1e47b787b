/**
 * A partner's region, and with it who looks after them: an admin changes it, or two regional managers, the
 * one who gives and the one who takes. What is open about the partner goes by the partner's region and so
 * goes along; appeals of applications have a region of their own, which is changed with it.
 */
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { APPLICATION_CARD, moveAppeals } from '../applications/applications.js'
import { touchCards } from '../cards/cards.js'
import { CASE_CARD, casesOf } from '../cases/cases.js'
import { type PartnerRow, writeAttributes } from '../partners/partners.js'
import { openReportsOf, REPORT_CARD } from '../reports/reports.js'
import { grantsOf, reaches } from '../roles/roles.js'
import {
  assertAsSeen,
  assertLive,
  assertMove,
  basisOf,
  begin,
  type Changed,
  lockedPartner,
  paramsOf,
  partsOf,
} from './changing.js'
import * as store from './store.js'
import type { Transition } from './transitions.js'

export interface NewRegion {
  partner: number
  region: string
  /** Why, for the partner. */
  note: string
  by: number
  /** What was shown of it. */
  seen?: string | undefined
}

/** What a change of region would be. */
interface RegionPlan {
  move: Transition
  basis: string
}

/** Numbers of what is open about a partner. */
export interface OpenItems {
  cases: number[]
  reports: number[]
  appeals: number[]
}

/** All that {@link changeRegion} would refuse, without writing. */
export async function planRegion(
  work: Work,
  row: PartnerRow,
  { region, by }: Pick<NewRegion, 'region' | 'by'>,
): Promise<RegionPlan> {
  assertLive(row)
  if (row.region === region) refuse('change-same', paramsOf(row))
  if ((await store.openOf(work, row.id)).some(({ kind }) => kind === 'region'))
    refuse('change-open', paramsOf(row))
  const parts = await partsOf(work, row, by, { kind: 'region', becomes: region })
  const act = parts.has('admin') ? 'move' : 'propose-region'
  const move = assertMove(act, { kind: 'region', state: 'none', parts, holds: [] }, paramsOf(row))
  return { move, basis: basisOf(move, row.region) }
}

/** Whether of two people one looks after the region that gives and the other after the one that takes. */
export async function areBothSides(
  work: Work,
  { was, becomes }: { was: string | null; becomes: string },
  one: number,
  other: number,
): Promise<boolean> {
  const [mine, theirs] = [await grantsOf(work, one), await grantsOf(work, other)]
  return [
    [mine, theirs],
    [theirs, mine],
  ].some(
    ([giver = [], taker = []]) =>
      reaches(giver, 'regional_manager', was) && reaches(taker, 'regional_manager', becomes),
  )
}

/**
 * Changes the region, or proposes it. Refuses what the table refuses, `partner-state`, `change-same`,
 * `change-open`, `preview-overtaken`.
 */
export async function changeRegion(
  work: Work,
  { partner: id, region, note, by, seen }: NewRegion,
): Promise<Changed & { moved: OpenItems }> {
  const partner = await lockedPartner(work, id)
  const { move, basis } = await planRegion(work, partner, { region, by })
  assertAsSeen(basis, seen)
  const isDone = move.to === 'done'
  const { after, moved } = isDone
    ? await moveOver(work, partner, region)
    : { after: partner, moved: { cases: [], reports: [], appeals: [] } }
  const made = { partner: id, kind: 'region' as const, was: partner.region, becomes: region, dueAt: null }
  const row = await begin(work, move, { ...made, note, by })
  if (isDone) await touchOpen(work, moved)
  return { row, partner: after, moved }
}

/** The partner and all that is open about them. The partner and the applications are locked. */
export async function moveOver(
  work: Work,
  partner: PartnerRow,
  region: string,
): Promise<{ after: PartnerRow; moved: OpenItems }> {
  const appeals = await moveAppeals(work, partner.member, region)
  const after = await writeAttributes(work, partner, { region })
  const cases = (await casesOf(work, partner.id)).filter(({ state }) => state !== 'closed')
  const reports = await openReportsOf(work, partner.id)
  return { after, moved: { cases: cases.map(({ id }) => id), reports, appeals } }
}

/** Their cards are drawn again; after the facts. */
export async function touchOpen(work: Work, { appeals, cases, reports }: OpenItems): Promise<void> {
  await touchCards(work, APPLICATION_CARD, appeals.map(String))
  await touchCards(work, CASE_CARD, cases.map(String))
  await touchCards(work, REPORT_CARD, reports.map(String))
}
