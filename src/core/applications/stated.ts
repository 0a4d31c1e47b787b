/** The accounts and communities that an applicant names, as they are read from the answers. */
import { cut } from '../../kit/cut.js'
import { type Reach, reachesIn } from '../../kit/reach.js'
import { type Text, text } from '../../kit/text.js'
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

/** Each account or community, and the number that was read beside it. */
export function readLines(answer: string): Text[] {
  return reachesIn(answer).map(({ place, size }) =>
    size === undefined ? text('apply-reach-unsized', { place }) : text('apply-reach', { place, size }),
  )
}

/** Characters of a line that is repeated: the whole answer stands there, too. */
const REPEATED_MOST = 80

/** Those beside which no number was read, and what to do about it. */
export function unclearLines(answer: string): Text[] {
  const lines = reachesIn(answer).flatMap(({ place, size }) =>
    size === undefined ? [text('apply-unclear', { place: cut(place, REPEATED_MOST) })] : [],
  )
  return lines.length === 0 ? [] : [...lines, text('apply-unclear-next')]
}
