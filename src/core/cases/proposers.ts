/** Whose proposal a case had: whoever made one hears what came of it. Never speaks. */
import type { Work } from '../../storage/storage.js'
import { personNow } from '../members/members.js'
import type { CaseRow } from './moving.js'
import * as store from './store.js'

/** Whoever proposed; nobody where nothing was, or where it is whoever decides. */
export function proposerOf(proposedBy: number | null, by: number): { proposer?: number } {
  return proposedBy === null || proposedBy === by ? {} : { proposer: proposedBy }
}

/** What takes a second person. */
export function isOfTwo(verdict: CaseRow['verdict']): boolean {
  return verdict === 'suspended' || verdict === 'terminated'
}

/** Who proposed what was decided, where that took two; under the number of the person now. */
export async function whoProposed(work: Work, { id, verdict }: CaseRow): Promise<number | null> {
  const by = isOfTwo(verdict) ? await store.proposedLast(work, id) : null
  return by === null ? null : personNow(work, by)
}
