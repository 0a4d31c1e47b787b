/** The accounts and communities that an applicant names, as they are read from the answers. */
import { type Reach, reachesIn } from '../../kit/reach.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import { answersOf } from './drafts.js'
import type { ApplicationRow } from './moving.js'

/** The accounts that an applicant named, as far as the form is filled in. */
export function accountsStated(
  row: Pick<ApplicationRow, 'answers'>,
  { questions }: ApplicationPolicy,
): Reach[] {
  const asked = questions.find(({ kind }) => kind === 'channels')
  return reachesIn((asked && answersOf(row)[asked.id]) ?? '')
}
