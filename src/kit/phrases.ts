/**
 * Finds phrases in a text that somebody may have disguised: case, accents, full-width letters, characters
 * that are drawn as nothing, and letters borrowed from a look-alike alphabet make no difference.
 *
 * A phrase is words and little more, and not a regular expression: it takes time in proportion to the text,
 * whatever is written, and whoever writes the rules need not be a programmer. Between spaces stand
 *
 *     profit         the word; in scripts without spaces, the characters one after the other
 *     guarant*       a word that begins so
 *     buy|sell       either
 *     #              a number
 *     …              up to six other words of the same sentence, or none
 */
import { UNSEEN } from './unseen.js'

/** Words that a gap may leap over; gaps, parts and alternatives of a phrase. */
const GAP_MOST = 6
const GAPS_MOST = 2
const PARTS_MOST = 12
const ALTERNATIVES_MOST = 16

interface Token {
  /** As it is compared; of a word of mixed alphabets also as each of them would spell it. */
  spellings: readonly string[]
  /** In UTF-16 units of the text; `end` is exclusive. */
  start: number
  end: number
  /** A sentence or line begins here. */
  begins: boolean
}

type Matcher = { kind: 'word' | 'stem'; word: string } | { kind: 'number' }
type Part = 'gap' | readonly (readonly Matcher[])[]
export type Phrase = readonly Part[]

/** A text made ready: as often searched as one likes. */
export interface Prepared {
  tokens: readonly Token[]
  /** Where each word stands, from left to right, by each of its spellings. */
  places: ReadonlyMap<string, readonly number[]>
}

/** UTF-16 units of a text; `end` is exclusive. */
export interface Found {
  start: number
  end: number
}

const CHARACTER_ALONE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}]/u
const NUMBER = /^\p{N}+$/u

/** Reads a phrase. A text instead: what is wrong with it. */
export function readPhrase(written: string): Phrase | string {
  const parts = written.trim().split(/\s+/).map(partOf)
  const gaps = parts.filter((part) => part === 'gap').length
  if (parts.length > PARTS_MOST) return `a phrase of at most ${PARTS_MOST} parts`
  if (gaps > GAPS_MOST) return `a phrase with at most ${GAPS_MOST} gaps (…)`
  if (parts[0] === 'gap' || parts.at(-1) === 'gap') return 'a phrase that begins and ends with a word'
  const isSaid = parts.every(
    (part) =>
      part === 'gap' ||
      (part.length <= ALTERNATIVES_MOST && part.every((alternative) => alternative.length > 0)),
  )
  return isSaid ? parts : 'a phrase of words such as "guarant* … profit*|return*"'
}

function partOf(written: string): Part {
  if (written === '…' || written === '...') return 'gap'
  return written.split('|').map(matchersOf)
}

function matchersOf(alternative: string): Matcher[] {
  if (alternative === '#') return [{ kind: 'number' }]
  const isStem = alternative.endsWith('*')
  const words = tokensOf(alternative.replace(/\*$/, '')).map(({ spellings }) => spellings[0] ?? '')
  return words.map((word, at) => ({ kind: isStem && at === words.length - 1 ? 'stem' : 'word', word }))
}

/** Splits a text of any length into what phrases are compared with. Total: any text goes. */
export function prepare(text: string): Prepared {
  const tokens = tokensOf(text)
  const places = new Map<string, number[]>()
  for (const [at, { spellings }] of tokens.entries())
    for (const spelling of new Set(spellings)) {
      const known = places.get(spelling)
      if (known) known.push(at)
      else places.set(spelling, [at])
    }
  return { tokens, places }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const read = new Map<string, { plain: string; kind: Kind }>()
  let open: { word: string; start: number; end: number; kind: Kind } | undefined
  let begins = true
  const close = () => {
    if (open) {
      tokens.push({ spellings: spellingsOf(open.word), start: open.start, end: open.end, begins })
      begins = false
    }
    open = undefined
  }
  let at = 0
  for (const character of text) {
    const start = at
    at += character.length
    const known = read.get(character) ?? readCharacter(character)
    read.set(character, known)
    const { plain, kind } = known
    if (kind === 'nothing') continue
    if (kind === 'end' || kind === 'between') {
      close()
      if (kind === 'end') begins = true
    } else if (open && open.kind === kind && kind !== 'alone') {
      open.word += plain
      open.end = at
    } else {
      close()
      open = { word: plain, start, end: at, kind }
    }
  }
  close()
  return tokens
}

type Kind = 'nothing' | 'alone' | 'letters' | 'number' | 'end' | 'between'

function readCharacter(character: string): { plain: string; kind: Kind } {
  const plain = plainOf(character)
  return { plain, kind: plain === '' ? 'nothing' : kindOf(plain) }
}

/** Without case, accents and what is drawn as nothing. */
function plainOf(character: string): string {
  if (/^[a-z0-9 ]$/.test(character)) return character
  if (character === '\n' || character === '\r') return '\n'
  const plain = character.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return [...plain].filter((one) => !UNSEEN.test(one)).join('')
}

function kindOf(plain: string): Kind {
  if (CHARACTER_ALONE.test(plain) || plain === '%') return 'alone'
  if (/^\p{L}/u.test(plain)) return 'letters'
  if (/^\p{N}/u.test(plain)) return 'number'
  return /^[.!?。！？؟।\n]/u.test(plain) ? 'end' : 'between'
}

/** Cyrillic and Greek letters that look like a Latin one. Source: Unicode TR 39, confusables.txt. */
const LOOK_ALIKES = [
  ['а', 'a'],
  ['е', 'e'],
  ['о', 'o'],
  ['р', 'p'],
  ['с', 'c'],
  ['х', 'x'],
  ['у', 'y'],
  ['і', 'i'],
  ['ѕ', 's'],
  ['ј', 'j'],
  ['к', 'k'],
  ['т', 't'],
  ['м', 'm'],
  ['в', 'b'],
  ['н', 'h'],
  ['α', 'a'],
  ['ο', 'o'],
  ['ρ', 'p'],
  ['ν', 'v'],
  ['ι', 'i'],
] as const
const TO_LATIN = new Map<string, string>(LOOK_ALIKES)
const TO_CYRILLIC = new Map<string, string>(
  LOOK_ALIKES.filter(([other]) => /\p{Script=Cyrillic}/u.test(other)).map(([other, latin]) => [latin, other]),
)

function spellingsOf(word: string): string[] {
  const isMixed = /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)
  return isMixed ? [word, exchanged(word, TO_LATIN), exchanged(word, TO_CYRILLIC)] : [word]
}

function exchanged(word: string, letters: ReadonlyMap<string, string>): string {
  return [...word].map((letter) => letters.get(letter) ?? letter).join('')
}

/** Where the phrase stands, from left to right, none of them over another. */
export function findPhrase(text: Prepared, phrase: Phrase): Found[] {
  const { tokens } = text
  const search: Search = { text: tokens, phrase, vain: new Set() }
  const found: Found[] = []
  let from = 0
  for (const at of beginnings(text, phrase)) {
    const end = at < from ? undefined : endOf(search, at, 0)
    const [first, last] = [tokens[at], tokens[(end ?? 0) - 1]]
    if (end === undefined || !first || !last) continue
    found.push({ start: first.start, end: last.end })
    from = end
  }
  return found
}

/** Where the first word of a phrase stands, from left to right: it can begin nowhere else. */
function beginnings({ places }: Prepared, [first]: Phrase): number[] {
  if (first === undefined || first === 'gap') return []
  const stands = first.flatMap(([matcher]) => (matcher ? placesOf(places, matcher) : []))
  return [...new Set(stands)].sort((a, b) => a - b)
}

function placesOf(places: Prepared['places'], matcher: Matcher): readonly number[] {
  if (matcher.kind === 'word') return places.get(matcher.word) ?? []
  return [...places].flatMap(([word, stands]) => (isMeant(word, matcher) ? stands : []))
}

interface Search {
  text: readonly Token[]
  phrase: Phrase
  /** Where the parts from one on do not match, as {@link placeOf} numbers it: each is looked at once. */
  vain: Set<number>
}

const placeOf = ({ phrase }: Search, at: number, part: number): number => at * phrase.length + part

/** The token after the first match of the parts from `part` on: gaps and alternatives branch. */
function endOf(search: Search, at: number, part: number): number | undefined {
  const wanted = search.phrase[part]
  if (wanted === undefined) return at
  const place = placeOf(search, at, part)
  if (search.vain.has(place)) return undefined
  const end = wanted === 'gap' ? afterGap(search, at, part) : afterAny(search, wanted, at, part)
  if (end === undefined) search.vain.add(place)
  return end
}

function afterAny(
  search: Search,
  alternatives: Exclude<Part, 'gap'>,
  at: number,
  part: number,
): number | undefined {
  for (const alternative of alternatives) {
    if (!alternative.every((matcher, index) => fits(search.text[at + index], matcher))) continue
    const end = endOf(search, at + alternative.length, part + 1)
    if (end !== undefined) return end
  }
  return undefined
}

function afterGap(search: Search, at: number, part: number): number | undefined {
  const { text } = search
  for (let leapt = 0; leapt <= GAP_MOST && at + leapt < text.length; leapt++) {
    // A word of the next sentence is no part of the phrase.
    if (text[at + leapt]?.begins) return undefined
    const end = endOf(search, at + leapt, part + 1)
    if (end !== undefined) return end
  }
  return undefined
}

function fits(token: Token | undefined, matcher: Matcher): boolean {
  return token?.spellings.some((spelling) => isMeant(spelling, matcher)) ?? false
}

function isMeant(word: string, matcher: Matcher): boolean {
  if (matcher.kind === 'number') return NUMBER.test(word)
  return matcher.kind === 'stem' ? word.startsWith(matcher.word) : word === matcher.word
}
