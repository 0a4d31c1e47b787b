/** How much goes into one message, before it is known in which language and on which platform it is read. */
import { addressesIn, unlinked } from '../kit/addresses.js'
import { codeMarkdown, escapeLiteral, LINE_END, LINE_OPENER } from '../kit/markdown.js'
import type { Param, Text } from '../kit/text.js'

/**
 * Characters of a message: Discord takes 4,000 with its escapes, Telegram 4,096. What people wrote is
 * measured as the renderers write it, our own words are guessed at; the rest is to spare for these.
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
  for (const line of lines.flatMap((one) => inParts(one, room))) {
    const length = lengthWith(line)
    if (length > left || pages.length === 0) {
      pages.push([])
      left = room
    }
    pages.at(-1)?.push(line)
    left -= length
  }
  return pages
}

/** A line and all that is written in it. */
function lengthWith(line: Text): number {
  const lengths: number[] = []
  const own = ownLength(line, lengths) + LINE - WITHIN
  return lengths.reduce((sum, one) => sum + one, own)
}

/** The same words once more, where one message does not hold what was written after them. */
function inParts(line: Text, room: number): Text[] {
  const over = lengthWith(line) - room
  if (over <= 0) return [line]
  const [longest] = Object.entries(line.params ?? {})
    .flatMap(([name, param]) => ({
      name,
      param,
      written: writtenIn(param) ?? { words: '', isEvidence: false },
    }))
    .sort((one, other) => lengthOf(other.written) - lengthOf(one.written))
  const most = longest ? lengthOf(longest.written) - over : 0
  if (!longest || most < LEAST) return [line]
  const { name, param, written } = longest
  const head = beginningOf(written, most)
  const withPart = (words: string): Text => ({
    ...line,
    params: { ...line.params, [name]: withWords(param, words) },
  })
  return [withPart(head), ...inParts(withPart(written.words.slice(head.length)), room)]
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
    if (written) lengths.push(lengthOf(written))
    else for (const one of textsIn(param)) own += ownLength(one, lengths)
    if (typeof param === 'object' && 'words' in param) own += longestOf(param.words)
  }
  return own
}

function longestOf(words: Readonly<Record<string, string>>): number {
  return Math.max(0, ...Object.values(words).map((one) => lengthOf({ words: one, isEvidence: false })))
}

function textsIn(param: Param): Text[] {
  if (typeof param !== 'object') return []
  if ('heading' in param) return [param.heading]
  if ('list' in param) return param.list
  return 'key' in param ? [param] : []
}

interface Written {
  words: string
  /** Addresses in it are shown as code. */
  isEvidence: boolean
}

function writtenIn(param: Param): Written | undefined {
  if (typeof param === 'string') return { words: param, isEvidence: false }
  if (typeof param !== 'object') return undefined
  if ('evidence' in param) return { words: param.evidence, isEvidence: true }
  return 'said' in param ? { words: param.said, isEvidence: false } : undefined
}

/** On whichever platform it takes more: escapes and marks of code on Discord, word joiners on Telegram. */
function lengthOf({ words, isEvidence }: Written): number {
  const lines = words.split(LINE_END).map((line) => markdownLength({ words: line, isEvidence }))
  const markdown = lines.reduce((sum, length) => sum + length + 1, -1)
  return Math.max(markdown, unlinked(words).length)
}

/** Of one line, as if nothing of ours stood before it. */
function markdownLength({ words, isEvidence }: Written): number {
  const pieces = isEvidence ? addressesIn(words) : [{ text: words, isAddress: false }]
  const length = (piece: (typeof pieces)[number]) =>
    (piece.isAddress ? codeMarkdown(piece.text) : escapeLiteral(piece.text)).length
  return pieces.reduce((sum, piece) => sum + length(piece), LINE_OPENER.test(words) ? 1 : 0)
}

function cutIn({ key, params }: Text, most: number): Text {
  if (!params) return { key }
  const entries = Object.entries(params).map(([name, param]) => [name, paramCut(param, most)] as const)
  return { key, params: Object.fromEntries(entries) }
}

function paramCut(param: Param, most: number): Param {
  const written = writtenIn(param)
  if (written) return withWords(param, cutTo(written, most))
  if (typeof param !== 'object') return param
  if ('heading' in param) return { heading: cutIn(param.heading, most) }
  if ('list' in param) return { list: param.list.map((one) => cutIn(one, most)) }
  return 'key' in param ? cutIn(param, most) : param
}

/** The same kind of words. */
function withWords(param: Param, words: string): Param {
  if (typeof param !== 'object') return words
  return 'evidence' in param ? { evidence: words } : { said: words }
}

function cutTo({ words, isEvidence }: Written, most: number): string {
  if (lengthOf({ words, isEvidence }) <= most) return words
  return `${beginningOf({ words, isEvidence }, most)}…`
}

/** The most of it that takes no more than this. Never inside of a character. */
function beginningOf({ words, isEvidence }: Written, most: number): string {
  const signs = [...words]
  const beginning = (count: number) => signs.slice(0, count).join('')
  let fits = 0
  let tooMany = signs.length + 1
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1
    if (lengthOf({ words: beginning(middle), isEvidence }) <= most) fits = middle
    else tooMany = middle
  }
  return beginning(fits)
}
