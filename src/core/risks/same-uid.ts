/**
 * One UID at the exchange is one person's: of applications that name the same, that of one person is
 * approved, whatever the programme says of how much it weighs. What is bound is the truth.
 */
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { ownersOf, uidOf } from '../uids/uids.js'
import * as store from './store.js'

type Row = Pick<Tables['applications']['$inferSelect'], 'id' | 'member'>

/**
 * Nobody else decides about an application that names the UID of this one until the commit. Before this one
 * is locked: ascending, as all who lock several.
 */
export function lockNamesakes(work: Work, application: number): Promise<void> {
  return store.lockNamesakes(work, application)
}

/** Who else the UID that an application names is bound to; undefined where the applicant has one. */
export async function boundElsewhere(work: Work, { id, member }: Row): Promise<number | undefined> {
  if ((await uidOf(work, member)) !== undefined) return undefined
  const uid = await store.uidNamed(work, id)
  const owners = uid === undefined ? [] : await ownersOf(work, uid)
  return owners.find((owner) => owner !== member)
}

/**
 * Refuses `application-uid-bound` (it is bound to somebody else) and `application-uid-named` (somebody else
 * is a partner by it and has not bound another one).
 */
export async function assertUidTheirs(work: Work, row: Row): Promise<void> {
  const number = String(row.id)
  const owner = await boundElsewhere(work, row)
  if (owner !== undefined) refuse('application-uid-bound', { number, who: `#${owner}` })
  if ((await uidOf(work, row.member)) !== undefined) return
  const other = await store.approvedBy(work, row)
  if (other !== undefined) refuse('application-uid-named', { number, other: String(other) })
}
