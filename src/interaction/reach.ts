/** An argument: accounts or communities, a line each, and how many people each reaches. */
import { type Reach, reachesIn, reachLines } from '../kit/reach.js'
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

/** A bare word without a number is no link and no account that anybody could look at. */
function isNameless({ place, size }: Reach): boolean {
  return !/[\p{L}\p{N}]/u.test(place) || (size === undefined && !/[./@\s]/.test(place))
}
