/** Who may look at a case as staff, and whether it is still what they looked at. */
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import {
  type CaseRow,
  caseNumbered,
  casePartsOf,
  caseStateText,
  type Heard,
  whyNoHandler,
} from '../cases/cases.js'

/** Who looks. */
interface Looking {
  work: Work
  actor: { member: number }
}

/** Refuses `case-unknown`, and what {@link whyNoHandler} says. */
export async function lookedAt({ work, actor }: Looking, id: number): Promise<Heard> {
  const heard = await caseNumbered(work, id)
  const parts = await casePartsOf(work, heard.row, heard.partner, actor.member)
  return parts.has('handler') ? heard : refuse(whyNoHandler(parts), { number: String(id) })
}

/**
 * Nobody is asked for a note about what is not any more as they saw it: nothing is said above the question,
 * or it refuses what {@link lookedAt} refuses, `case-state` and `case-changed`.
 */
export async function still(
  looking: Looking,
  state: CaseRow['state'],
  given: { case?: number; version?: number },
): Promise<[]> {
  const { row } = await lookedAt(looking, given.case ?? refuse('button-unknown'))
  const number = String(row.id)
  if (row.state !== state) refuse('case-state', { number, state: caseStateText(row.state) })
  if (row.version !== given.version) refuse('case-changed', { number })
  return []
}
