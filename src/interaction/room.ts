/** How much goes into one message, before it is known in which language and on which platform it is read. */
import type { Param, Text } from '../kit/text.js'

/**
 * Characters of a message, guessed at by {@link fitted}, with some to spare: Discord takes 4,000 with its
 * escapes, Telegram 4,096.
 */
const MESSAGE_ROOM = 3700

/** Characters that words of ours are taken for: a line, and words or a value within one. */
const LINE = 40
const WITHIN = 15
/** What is cut keeps so many at least: names are shorter. */
const LEAST = 60

/**
 * Lines that have room in a message: where they are too long, the longest of what people wrote is cut, to the
 * same length each, and `isWhole` is false.
 */
export function fitted(lines: readonly Text[], room = MESSAGE_ROOM): { lines: Text[]; isWhole: boolean } {
  const lengths: number[] = []
  let left = room
  for (const line of lines) left -= ownLength(line, lengths) + LINE - WITHIN
  if (lengths.reduce((sum, length) => sum + length, 0) <= left) return { lines: [...lines], isWhole: true }
  const most = Math.max(LEAST, shareOf(lengths, left))
  return { lines: lines.map((line) => cutIn(line, most)), isWhole: false }
}

/** The same lines in as many messages as they take, in their order. */
export function paged(lines: readonly Text[], room = MESSAGE_ROOM): Text[][] {
  const pages: Text[][] = []
  let left = 0
  for (const line of lines) {
    const lengths: number[] = []
    const length = ownLength(line, lengths) + LINE - WITHIN + lengths.reduce((sum, one) => sum + one, 0)
    if (length > left || pages.length === 0) {
      pages.push([])
      left = room
    }
    pages.at(-1)?.push(line)
    left -= length
  }
  return pages
}

/** What each of so many may have at most: the short ones leave to the long ones what they do not need. */
function shareOf(lengths: readonly number[], room: number): number {
  let left = room
  const ascending = [...lengths].sort((one, other) => one - other)
  for (const [at, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - at))
    if (length > share) return share
    left -= length
  }
  return room
}

/** Without what people wrote, whose lengths are added to `lengths`. */
function ownLength({ params = {} }: Text, lengths: number[]): number {
  let own = WITHIN
  for (const param of Object.values(params)) {
    const written = writtenIn(param)
    if (written !== undefined) lengths.push(lengthOf(written))
    else for (const one of textsIn(param)) own += ownLength(one, lengths)
    if (typeof param === 'object' && 'words' in param) own += longestOf(param.words)
  }
  return own
}

function longestOf(words: Readonly<Record<string, string>>): number {
  return Math.max(0, ...Object.values(words).map(lengthOf))
}

function textsIn(param: Param): Text[] {
  if (typeof param !== 'object') return []
  if ('heading' in param) return [param.heading]
  if ('list' in param) return param.list
  return 'key' in param ? [param] : []
}

function writtenIn(param: Param): string | undefined {
  if (typeof param === 'string') return param
  if (typeof param !== 'object') return undefined
  if ('evidence' in param) return param.evidence
  return 'said' in param ? param.said : undefined
}

/** Discord counts what it takes to show a sign literally, too. */
const ESCAPED = /[\\*_~`|[\]<@:]/g

function lengthOf(written: string): number {
  return written.length + (written.match(ESCAPED)?.length ?? 0)
}

function cutIn({ key, params }: Text, most: number): Text {
  if (!params) return { key }
  const entries = Object.entries(params).map(([name, param]) => [name, paramCut(param, most)] as const)
  return { key, params: Object.fromEntries(entries) }
}

function paramCut(param: Param, most: number): Param {
  if (typeof param === 'string') return cutTo(param, most)
  if (typeof param !== 'object') return param
  if ('evidence' in param) return { evidence: cutTo(param.evidence, most) }
  if ('said' in param) return { said: cutTo(param.said, most) }
  if ('heading' in param) return { heading: cutIn(param.heading, most) }
  if ('list' in param) return { list: param.list.map((one) => cutIn(one, most)) }
  return 'key' in param ? cutIn(param, most) : param
}

/** Never inside of a character. */
function cutTo(written: string, most: number): string {
  if (lengthOf(written) <= most) return written
  let kept = ''
  let left = most
  for (const sign of written) {
    left -= lengthOf(sign)
    if (left < 0) break
    kept += sign
  }
  return `${kept}…`
}
