/**
 * A number of people, as people of the shipped languages write it: `12 000`, `12.5K`, `3 млн`, `1万2千`. Where
 * it could mean two numbers it is none: somebody is asked then, and nothing is decided by a guess.
 */
import { must } from './refusal.js'

interface Unit {
  words: string
  times: number
  /** The decimal sign of those who use it: before three digits it is clear in their writing alone. */
  decimal: '.' | ','
}

const THOUSANDS = 'thousand|тысяч[аи]?|тыс|mil'
const MILLIONS = 'millions?|mill[oó]n(?:es)?|миллион(?:ов|а)?|млн|mln'
const UNITS: readonly Unit[] = [
  { words: 'thousand|k|千', times: 1000, decimal: '.' },
  { words: 'тысяч[аи]?|тыс|mil|к', times: 1000, decimal: ',' },
  { words: '[万萬]|w', times: 10_000, decimal: '.' },
  { words: '十[万萬]', times: 100_000, decimal: '.' },
  { words: '百[万萬]|millions?|m', times: 1_000_000, decimal: '.' },
  { words: 'mill[oó]n(?:es)?|миллион(?:ов|а)?|млн|mln', times: 1_000_000, decimal: ',' },
  { words: '千[万萬]', times: 10_000_000, decimal: '.' },
  { words: '[亿億]', times: 100_000_000, decimal: '.' },
]
const UNIT = `(?:${UNITS.map(({ words }) => words).join('|')})\\.?`

/** Between digits; the last are an apostrophe as it is typed and printed, and spaces that do not break. */
const SIGNS = " ,.'’\u00a0\u202f"
/** All the digits in a row, so that none is left behind. */
const DIGITS = `[0-9](?:[${SIGNS}]?[0-9])*`
/** Digits, and what is told by a second pair of them: `12 mil 500`. */
const WRITTEN = `${DIGITS}(?:\\s*${UNIT}(?:\\s*${DIGITS}(?:\\s*(?:${UNIT}|百))?)?)?`

/** Whom a number counts. Any other word after it might be one that multiplies it, and is not passed over. */
const PEOPLE = [
  'followers?|subscribers?|subs|members?|people|users?|readers?|viewers?|fans',
  'seguidor(?:es|as?)?|suscriptor(?:es|as?)?|miembros?|personas?|usuari[oa]s?|lector(?:es|as?)?',
  'подписчи\\p{L}*|подп|участни\\p{L}*|человека?|чел|людей|читател\\p{L}*|зрител\\p{L}*|фолловер\\p{L}*',
  '(?:[个位名]|多)?(?:人|粉丝?|粉絲|成员|成員|用户|用戶|读者|讀者|订阅者?|訂閱者?|关注者?|關注者?)',
].join('|')
/** Signs after it that say nothing of what is counted: money, shares and ranges do. */
const AFTER = `\\+?\\s*\\(?(?:de )?(?:${PEOPLE})?[^\\p{L}\\p{N}\\p{Sc}%‰/-]*$`
/** A minus or the dash of a range is not among them. */
const BEFORE = '(?<=^|[\\s,;:|(~≈–—]|(?:^|\\s)[+>≥]|\\p{Script=Han})'

const LAST = new RegExp(`${BEFORE}(${WRITTEN})${AFTER}`, 'iu')
const WHOLE = new RegExp(`^[~≈+]?\\s*(${WRITTEN})${AFTER}`, 'iu')

/** A text that is a number of people and nothing else. */
export function headCount(typed: string): number | undefined {
  const [, written] = WHOLE.exec(typed) ?? []
  return written === undefined ? undefined : countOf(written)
}

/** The number that a line ends with, and what stands before it, whatever that is. */
export function lastHeadCount(line: string): { before: string; count: number } | undefined {
  const found = LAST.exec(line)
  const count = found ? countOf(found[1] ?? '') : undefined
  return found && count !== undefined ? { before: line.slice(0, found.index), count } : undefined
}

const NAME_WITH_DIGITS = /^[^\p{L}\p{N}]*(?!\p{Script=Han})\p{L}{2,}[0-9]{1,2}[^\p{L}\p{N}]*$/u
const NUMBER_LIKE = new RegExp(
  `\\p{N}|[十百千万萬亿億]|(?<!\\p{L})(?:${THOUSANDS}|${MILLIONS})(?!\\p{L})|[\\p{Sc}#№%]\\s*$`,
  'iu',
)

/** Whether words hold a part of a number, or another one. `Web3` is a name. */
export function isNumberLeft(words: string): boolean {
  const left = words.split(/\s+/).filter((word) => !NAME_WITH_DIGITS.test(word))
  return NUMBER_LIKE.test(left.join(' '))
}

function countOf(written: string): number | undefined {
  const [, digits = '', unit] = new RegExp(`^(${DIGITS})\\s*(${UNIT})?$`, 'iu').exec(written) ?? []
  return digits === '' ? compoundOf(written) : unit === undefined ? plainOf(digits) : timesOf(digits, unit)
}

/** `12000`, `12 000`, `1.200.000`: nobody has half a follower. */
function plainOf(digits: string): number | undefined {
  if (/^[0-9]+$/.test(digits)) return Number(digits)
  const isGrouped = new RegExp(`^[1-9][0-9]{0,2}([${SIGNS}])[0-9]{3}(?:\\1[0-9]{3})*$`, 'u').test(digits)
  return isGrouped ? Number(digits.replace(/[^0-9]/g, '')) : undefined
}

/** `12.5k`: a point or a comma is the decimal one, if it can be no other. */
function timesOf(digits: string, typed: string): number | undefined {
  const { times, decimal } = unitOf(typed)
  const [, whole = '', sign, part = ''] = /^([0-9]+)([.,])([0-9]+)$/.exec(digits) ?? []
  if (sign === undefined) return /[.,]/.test(digits) ? undefined : scaled(plainOf(digits), times)
  const isClear = part.length !== 3 || whole === '0' || sign === decimal
  return isClear ? scaled(Number(`${whole}.${part}`), times) : undefined
}

function scaled(count: number | undefined, times: number): number | undefined {
  return count === undefined ? undefined : Math.round(count * times)
}

function unitOf(typed: string): Unit {
  const plain = typed.replace('.', '')
  const found = UNITS.find(({ words }) => new RegExp(`^(?:${words})$`, 'iu').test(plain))
  return must(found, 'one of the units that were looked for')
}

/** Those that are said like this and mean nothing else: `2 millones 500` may be two and a half. */
const COMPOUNDS: readonly [written: string, times: number, timesAfter: number][] = [
  // Without the last unit it is spoken of the next one, `1万2`, where nothing stands between.
  ['([0-9]{1,4})\\s*[万萬](?=[0-9]|.*千)\\s*([0-9])\\s*千?', 10_000, 1000],
  ['([0-9]{1,4})[万萬]([1-9][0-9]{3})', 10_000, 1],
  ['([0-9])\\s*千(?=[0-9]|.*百)\\s*([0-9])\\s*百?', 1000, 100],
  [`([1-9][0-9]{0,2})\\s*(?:${THOUSANDS})\\.?\\s+([0-9]{3})`, 1000, 1],
  [
    `([1-9][0-9]{0,2})\\s*(?:${MILLIONS})\\.?\\s+([1-9][0-9]{0,2})\\s*(?:${THOUSANDS})\\.?`,
    ...([1_000_000, 1000] as const),
  ],
]

function compoundOf(typed: string): number | undefined {
  for (const [written, times, timesAfter] of COMPOUNDS) {
    const [, head, rest] = new RegExp(`^${written}$`, 'iu').exec(typed) ?? []
    if (head !== undefined) return Number(head) * times + Number(rest) * timesAfter
  }
  return undefined
}
