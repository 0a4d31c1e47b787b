/** Who may look at a case as staff, and whether it is still what they looked at. */
import { refuse } from '../../kit/refusal.js'
import type { CasePolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'
import {
  type CaseRow,
  caseNumbered,
  casePartsOf,
  type Heard,
  overtakenBy,
  previewRuling,
  type Ruling,
  whyNoHandler,
  whyNoPanel,
} from '../cases/cases.js'

/** What every ruling is asked for. */
export function asked(args: Record<string, unknown>): { id: number; version: number; note: string } {
  return { id: Number(args.case), version: Number(args.version), note: String(args.note) }
}

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

interface Given {
  case?: number
  version?: number
}

/**
 * Nobody is asked for a note about what is not any more as they saw it, or is not theirs to decide: nothing
 * is said above the question, or it refuses what {@link lookedAt} refuses, `case-state`, `case-changed`, and
 * what {@link previewRuling} refuses, of a suspension for however long.
 */
export async function stillToRule(
  looking: Looking,
  ruling: Ruling,
  given: Given,
  policy: CasePolicy,
): Promise<[]> {
  const heard = await still(looking, 'deciding', given)
  const asked = ruling.verdict === 'suspended' ? { ...ruling, days: 1 } : ruling
  await previewRuling(looking.work, heard, asked, looking.actor.member, policy)
  return []
}

/** The same of an appeal; refuses what {@link whyNoPanel} says. */
export async function stillToAnswer(looking: Looking, given: Given): Promise<[]> {
  const heard = await still(looking, 'appealed', given)
  const bar = await whyNoPanel(looking.work, heard, looking.actor.member)
  return bar === undefined ? [] : refuse(bar, { number: String(heard.row.id) })
}

async function still(looking: Looking, state: CaseRow['state'], given: Given): Promise<Heard> {
  const heard = await lookedAt(looking, given.case ?? refuse('button-unknown'))
  const { row } = heard
  const isElsewhere = row.state !== state
  if (isElsewhere || row.version !== given.version) {
    const params = await overtakenBy(looking.work, heard, looking.actor.member)
    refuse(isElsewhere ? 'case-state' : 'case-changed', params)
  }
  return heard
}
