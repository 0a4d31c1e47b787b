/** How an application stands where its applicant sees it, and since when. */
import type { Move } from '../../kit/state-machine.js'
import type { Work } from '../../storage/storage.js'
import { movesOf } from '../facts/facts.js'
import type { ApplicationRow } from './moving.js'

/** Who has it, and that somebody has it, is nobody's business outside. */
export function shownState(state: ApplicationRow['state']): ApplicationRow['state'] {
  return state === 'in_review' ? 'queued' : state
}

/** The version that led it to where its applicant sees it now: who took it or gave it back moved nothing. */
export async function shownSince(work: Work, { id, state, version }: ApplicationRow): Promise<number> {
  const moves = await movesOf<Move & { version: number }>(work, 'application-moved', `application:${id}`)
  const shown = (one: string) => shownState(one as ApplicationRow['state'])
  const last = moves.findLast(({ from, to }) => shown(from) !== shown(to))
  return last && shown(last.to) === shown(state) ? last.version : version
}
