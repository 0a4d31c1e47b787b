/** Cases: the door for other features. */
import { fromJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import type { Text } from '../../kit/text.js'
import { days } from '../../programme/applications.js'
import type { CasePolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'
import { type PartnerRow, partnerNumbered } from '../partners/partners.js'
import type { Heard } from './hearing.js'
import { type CaseRow, staffParts } from './moving.js'
import * as store from './store.js'

export { dueClocks, type Reminded, settleClock } from './clocks.js'
export {
  type AppealRuling,
  agree,
  answerAppeal,
  decide,
  previewAppeal,
  previewProposal,
  previewRuling,
  proposalOf,
  type Ruled,
  takesTwo,
} from './deciding.js'
export { assertMayDecline, decline } from './declining.js'
export type { Effect, Ruling } from './effects.js'
export {
  appeal,
  appealUntil,
  assertMayAppeal,
  assertMayNotify,
  assertMayOpen,
  assertMayReply,
  dueCases,
  type Heard,
  mayAppeal,
  notify,
  openCase,
  reasonNamed,
  reasonsGiven,
  reply,
  settleCase,
} from './hearing.js'
export { assertCasesLocked, joinCases, lockCasesOf } from './joining.js'
export {
  CASE_CARD,
  type CaseRow,
  overtakenBy,
  partsOf as casePartsOf,
  stateText as caseStateText,
} from './moving.js'
export { owedToCases } from './owed.js'
export { handlersOf, helpersFor, panelFor, waitsFor, whyNoPanel } from './panel.js'
export { casesOf, deedsOf, liveCases, noticedBy, pendingCase, reportsBehind } from './store.js'
export { whyNoHandler } from './transitions.js'

/** Whether somebody, as staff, may work on cases of a partner: by role, region, and not of their own. */
export async function mayHandle(work: Work, partner: PartnerRow, by: number): Promise<boolean> {
  return by !== partner.member && (await staffParts(work, partner, by)).has('handler')
}

/** Refuses `case-unknown`. */
export async function caseNumbered(work: Work, id: number): Promise<Heard> {
  const row = (await store.byId(work, id)) ?? refuse('case-unknown', { number: String(id) })
  return { row, partner: await partnerNumbered(work, row.partner) }
}

/** The reason as it was when the case was opened. */
export function reasonOf({ reasonWords }: Pick<CaseRow, 'reasonWords'>): Text {
  return fromJson<Text>(reasonWords)
}

const DECIDED = ['warned', 'suspended', 'terminated'] as const

/** What was decided before an appeal made something lesser of it, or is decided; null: nothing yet. */
export async function firstVerdict(work: Work, row: CaseRow): Promise<CaseRow['verdict']> {
  if (row.appealVerdict !== 'reduced') return row.verdict
  const deeds = await store.deedsOf(work, row.id)
  const before = deeds.findLast(({ deed }) => DECIDED.some((one) => one === deed))
  return DECIDED.find((one) => one === before?.deed) ?? row.verdict
}

/** Warnings of a partner that count now. */
export async function liveWarnings(
  work: Work,
  partner: number,
  { warningDays }: CasePolicy,
): Promise<number> {
  return store.warningsSince(work, partner, work.now - days(warningDays))
}
