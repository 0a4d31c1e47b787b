/** Whose proposal a case had: whoever made one hears what came of it. Never speaks. */
import type { Work } from '../../storage/storage.js'
import { personNow } from '../members/members.js'
import * as store from './store.js'

/** Whoever proposed; nobody where nothing was, or where it is whoever decides. */
export function proposerOf(proposedBy: number | null, by: number): { proposer?: number } {
  return proposedBy === null || proposedBy === by ? {} : { proposer: proposedBy }
}

/** Who proposed what was decided, of a case in which that took two; under the number of the person now. */
export async function whoProposed(work: Work, id: number): Promise<number | null> {
  const by = await store.proposedLast(work, id)
  return by === null ? null : personNow(work, by)
}
