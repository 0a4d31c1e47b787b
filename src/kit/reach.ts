/** Accounts or communities as people write them, a line each, and how many people each reaches. */
import { isNumberLeft, lastHeadCount } from './head-count.js'
import { isAccountLike, withoutAccounts } from './links.js'
import { cleanProse, halfWidth } from './unseen.js'

/** An account or a community, and how many people it reaches, where that was said. */
export interface Reach {
  place: string
  size?: number
}

/** People that anybody could have. */
const PEOPLE_MOST = 2_000_000_000

/** Said before a number; Chinese puts several of them together, and no space around them. */
const ABOUT = 'около|примерно|about|approx\\.?|ca\\.?|unos|unas'
const HAN_ABOUT = '(?:粉丝|粉絲|成员|成員|大?[约約]|有)+'
/** Between a place and its number. */
const JOINT = new RegExp(`(?:[\\s,;:|(~≈–—>≥+=-]|(?<=\\s)(?:${ABOUT}|${HAN_ABOUT}))+$`, 'iu')
/** They end a link or a handle, as signs do that are as wide as Chinese letters. */
const HAN_JOINT = new RegExp(`(?<=\\S)${HAN_ABOUT}:?(?=\\s*[0-9])`, 'gu')
const WIDE_SIGN = /(?<![0-9０-９])[，；：（｜](?![/／])/gu

/** Lines of a place and a number: `youtube.com/@moon 12 000`. */
export function reachesIn(typed: string): Reach[] {
  return reachLines(typed).map(reachIn)
}

/** The lines, without those that are empty. */
export function reachLines(typed: string): string[] {
  return halfWidth(typed.replace(WIDE_SIGN, '$& '))
    .normalize('NFC')
    .replace(HAN_JOINT, ' $&')
    .split(/[\r\n]+/)
    .map((line) => cleanProse(line, ' ').replace(/ {2,}/g, ' ').trim())
    .filter((line) => line !== '')
}

/** The number counts where it stands apart from the place, and nothing like a number is left in that. */
function reachIn(line: string): Reach {
  const { before = '', count = Number.POSITIVE_INFINITY } = lastHeadCount(line) ?? {}
  const [word = ''] = /\S*$/.exec(before) ?? []
  const isSized = count <= PEOPLE_MOST && !isAccountLike(word) && !isNumberLeft(withoutAccounts(before))
  return isSized ? { place: before.replace(JOINT, ''), size: count } : { place: line }
}
