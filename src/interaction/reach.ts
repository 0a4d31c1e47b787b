/** Arguments: accounts or communities, a line each, with the people each reaches; such a number alone. */
import { headCount } from '../kit/head-count.js'
import { type Reach, reachesIn, reachLines } from '../kit/reach.js'
import { cleanLine, halfWidth } from '../kit/unseen.js'
import { argument, fault, repeated } from './arguments.js'

/** Characters of one line. */
const LINE_LIMIT = 200

/** At most so many lines of a place and a number: `youtube.com/@moon 12 000`. */
export function reaches(most: number) {
  return argument({ kind: 'words', long: true, maxLength: most * LINE_LIMIT }, (typed, context): Reach[] => {
    const lines = reachLines(typed)
    if (lines.length === 0) return fault(context, 'words-empty', {})
    if (lines.length > most) return fault(context, 'lines-too-many', { max: most, count: lines.length })
    const long = lines.find((line) => line.length > LINE_LIMIT)
    if (long !== undefined) return fault(context, 'words-too-long', { max: LINE_LIMIT, length: long.length })
    const read = reachesIn(typed)
    const nameless = read.findIndex(isNameless)
    if (nameless >= 0) return fault(context, 'line-nameless', { typed: repeated(lines[nameless] ?? '') })
    return read
  })
}

/** A bare word without a number is no link and no account that anybody could look at, and no digits are. */
function isNameless({ place, size }: Reach): boolean {
  const isNamed =
    size === undefined ? /[\p{L}@]/u.test(place) && /[./@\s]/.test(place) : /[\p{L}\p{N}]/u.test(place)
  return !isNamed
}

/** Characters of a number with its unit and whom it counts. */
const COUNT_LIMIT = 40

/** How many people, as a page shows it: `12500`, `12.5K`, `12,5 тыс.`. */
export function people(most: number) {
  return argument({ kind: 'words', maxLength: COUNT_LIMIT }, (typed, context): number => {
    const plain = cleanLine(halfWidth(typed), ' ').trim()
    const count = plain.length > COUNT_LIMIT ? undefined : headCount(plain)
    if (count === undefined) return fault(context, 'people-malformed', { typed: repeated(typed) })
    const limits = { typed: repeated(typed), min: 0, max: most }
    return count <= most ? count : fault(context, 'count-out-of-range', limits)
  })
}
