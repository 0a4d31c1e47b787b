/** Accounts or communities as people write them, a line each, and how many people each reaches. */
import { cleanProse, halfWidth } from './unseen.js'

/** An account or a community, and how many people it reaches, where that was said. */
export interface Reach {
  place: string
  size?: number
}

/** People that anybody could have. */
const PEOPLE_MOST = 2_000_000_000

/** What a number is multiplied by, as people of the shipped languages write it. */
const TIMES: readonly [words: string, times: number][] = [
  ['thousand|тысяч[аи]?|тыс|mil|k|к|千', 1000],
  ['[万萬]|w', 10_000],
  ['十[万萬]', 100_000],
  ['百[万萬]|millions?|millones|millón|миллион(?:ов|а)?|млн|mln|m', 1_000_000],
  ['千[万萬]', 10_000_000],
  ['[亿億]', 100_000_000],
]
const UNIT = TIMES.map(([words]) => words).join('|')

/** Whom a number counts. Any other word after it might be one that multiplies it, and is not passed over. */
const PEOPLE = [
  'followers?|subscribers?|subs|members?|people|users?|readers?|viewers?|fans',
  'seguidor(?:es|as?)?|suscriptor(?:es|as?)?|miembros?|personas?|usuari[oa]s?|lector(?:es|as?)?',
  'подписчи\\p{L}*|подп|участни\\p{L}*|человека?|чел|людей|читател\\p{L}*|зрител\\p{L}*|фолловер\\p{L}*',
  '(?:[个位名]|多)?(?:人|粉丝?|粉絲|成员|成員|用户|用戶|读者|讀者|订阅者?|訂閱者?|关注者?|關注者?)',
].join('|')

/** A number at the end of a line: `12000`, `12 000`, `12,000`, `12.5k`, `3 млн`, `1.2万粉丝`. */
const GROUPED = /[0-9]{1,3}(?:[ ,.\u00a0\u202f'][0-9]{3})+/.source
const PLAIN = /[0-9]+(?:[.,][0-9]{1,2})?/.source
const BEFORE = /(?<=^|[\s,;:|(~≈–—-]|\p{Script=Han})/u.source
const SIZE = new RegExp(
  `${BEFORE}(${GROUPED}|${PLAIN})\\s*(${UNIT})?\\.?\\s*(?:de )?(?:${PEOPLE})?[^\\p{L}\\p{N}]*$`,
  'iu',
)
/** Between a place and its number. */
const JOINT =
  /(?:[\s,;:|(~≈–—-]|(?<=\s)(?:около|примерно|about|approx\.?|ca\.?|unos|unas|约|約|大约|粉丝|有))+$/iu

/** Lines of a place and a number: `youtube.com/@moon 12 000`. */
export function reachesIn(typed: string): Reach[] {
  return reachLines(typed).map(reachIn)
}

/** The lines, without those that are empty. */
export function reachLines(typed: string): string[] {
  return halfWidth(typed)
    .normalize('NFC')
    .split(/[\r\n]+/)
    .map((line) => cleanProse(line, ' ').trim())
    .filter((line) => line !== '')
}

function reachIn(line: string): Reach {
  const found = SIZE.exec(line)
  if (!found) return { place: line }
  const place = line.slice(0, found.index).replace(JOINT, '')
  const size = sizeIn(found[1] ?? '', found[2] ?? '')
  return size === undefined ? { place: line } : { place, size }
}

function sizeIn(written: string, unit: string): number | undefined {
  const isGrouped = new RegExp(`^${GROUPED}$`).test(written)
  const plain = isGrouped ? written.replace(/[^0-9]/g, '') : written.replace(',', '.')
  const size = Math.round(Number(plain) * timesOf(unit))
  return size <= PEOPLE_MOST ? size : undefined
}

function timesOf(unit: string): number {
  return TIMES.find(([words]) => new RegExp(`^(?:${words})$`, 'iu').test(unit))?.[1] ?? 1
}
