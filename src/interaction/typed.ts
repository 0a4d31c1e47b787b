/** A line that somebody typed, sorted into arguments: names, choices in their own words, what is left. */
import { must, Refusal } from '../kit/refusal.js'
import { ARGUMENT_LIMIT, type ArgumentFacts, repeated } from './arguments.js'

/**
 * Sorts the words a person typed into arguments: `name=value` by name; a word that is one of a choice's
 * values or labels (which may be several words), or looks like an argument's, to that; the others to the
 * required and expected ones in the order of the schema, and what is left to the `rest`, from its first word
 * on all but `name=value`. Other optional arguments are filled by name only, or any word of a greeting would
 * be one; of what begins both a choice and a greeting, see {@link choiceAt}. Quotes hold words together, and
 * say that they are words: neither a choice nor `name=value`. Without them a name that is none is refused,
 * because `dryrun=yes` must not become a greeting. Refuses `words-left-over`, `option-unknown`.
 */
export function sortWords(facts: readonly ArgumentFacts[], typed: string): Record<string, string> {
  const values: Record<string, string> = {}
  const rest: string[] = []
  const tokens = tokenise(typed)
  for (let at = 0; at < tokens.length; at++) {
    const left = tokens.slice(at)
    const said = namedAt(facts, left) ?? (rest.length > 0 ? undefined : choiceAt(facts, values, left))
    if (said) {
      values[said.name] = said.value
      at += said.words - 1
      continue
    }
    const token = must(tokens[at], 'a word')
    const named = facts.find((one) => one.name === token.name)
    if (!named && token.isOption) throw optionUnknown(facts, token)
    const home = named ?? (rest.length > 0 ? restOf(facts) : homeOf(facts, values, token))
    if (!home) throw new Refusal('words-left-over', { typed: repeated(token.value) })
    const value = named ? token.named : token.value
    if (home.rest) values[home.name] = [...rest, value].join(' ')
    else values[home.name] = asChosen(home, value)
    if (home.rest) rest.push(value)
  }
  return values
}

/** Values with every choice in its own spelling. */
export function asChoices(facts: readonly ArgumentFacts[], values: Values): Record<string, string> {
  const spelt = facts.flatMap((one) => {
    const typed = Object.hasOwn(values, one.name) ? values[one.name] : undefined
    return typed === undefined ? [] : [[one.name, asChosen(one, typed)] as const]
  })
  return Object.fromEntries(spelt)
}

/** A choice in its own spelling, whether its value was typed or its label; any other text as it is. */
function asChosen({ choices = [], labels, languages }: ArgumentFacts, typed: string): string {
  const value = choices.find((one) => one.toLowerCase() === typed.toLowerCase())
  const labelled = value ?? choices.find((one) => labels?.[one]?.includes(bare(typed)))
  return labelled ?? (languages ? choices.find((one) => isNear(one, typed)) : undefined) ?? typed
}

/** Whether a tag is of the same language: `zh` and `zh-TW` are near `zh-CN`. */
function isNear(language: string, typed: string): boolean {
  const base = (tag: string) => tag.split('-')[0]?.toLowerCase()
  return TAG.test(typed) && base(typed) === base(language)
}

/** A language tag and nothing else. */
const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i

/** A label without the picture before it, in small letters: `📋 Waiting` and `waiting` are the same. */
export function bare(label: string): string {
  return label
    .normalize('NFC')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim()
    .toLowerCase()
}

/** Words of the longest label; a test holds the languages to it. */
export const LABEL_WORDS_MOST = 6

interface Said {
  name: string
  value: string
  words: number
}

/**
 * The choice that is said here. Where these words may as well begin a greeting ("Normal day to all"), and a
 * complete line is done without a preview, only a value in its own spelling is one; a label or another
 * spelling where nothing but choices is left, so that no greeting loses its first words.
 */
function choiceAt(facts: readonly ArgumentFacts[], values: Values, tokens: readonly Token[]) {
  const said = labelAt(facts, values, tokens)
  if (!said || !mayBeRest(facts, values)) return said
  return leavesChoices(facts, values, tokens, said) ? said : valueAt(facts, values, tokens)
}

type Values = Readonly<Record<string, string>>

/** Nothing that must be said, or is expected, is missing, and the command takes words. */
function mayBeRest(facts: readonly ArgumentFacts[], values: Values): boolean {
  const isMissing = facts.some((one) => isDue(one) && !one.rest && !Object.hasOwn(values, one.name))
  return !isMissing && restOf(facts) !== undefined
}

/** A word that nothing else takes is taken for it. */
function isDue({ required, expected }: ArgumentFacts): boolean {
  return required || expected === true
}

/** After what is said here come choices only, up to the end or to words in quotes. */
function leavesChoices(
  facts: readonly ArgumentFacts[],
  values: Values,
  tokens: readonly Token[],
  said: Said,
): boolean {
  const after = tokens.slice(said.words)
  const at = after.findIndex(({ name, value }) => !facts.some((one) => isPlain(one, name, value)))
  if (at < 0 || after[at]?.isQuoted) return true
  const taken = { ...values, [said.name]: said.value }
  const next = labelAt(facts, taken, after.slice(at))
  return next !== undefined && leavesChoices(facts, taken, after.slice(at), next)
}

/** An argument that is said by its name or can be told by its looks. */
function isPlain(one: ArgumentFacts, name: string | undefined, word: string): boolean {
  return one.name === name || one.looksLike?.test(word) === true
}

/** The choice whose value or label begins here, the longest first: no two are the same. */
function labelAt(facts: readonly ArgumentFacts[], values: Values, tokens: readonly Token[]) {
  return longest(plainWords(tokens), (typed) => saidBy(facts, values, (one) => asChosen(one, typed)))
}

/** `name=` and a choice of that name, of which a label may go on for some words without quotes. */
function namedAt(facts: readonly ArgumentFacts[], [token, ...after]: readonly Token[]): Said | undefined {
  const one = facts.find(({ name, kind }) => kind === 'choice' && name === token?.name)
  if (!token || !one) return undefined
  return longest([token.named, ...plainWords(after)], (typed) =>
    saidBy([one], {}, () => asChosen(one, typed)),
  )
}

/** Words that are neither quoted nor `name=value`, up to the first that is. */
function plainWords(tokens: readonly Token[]): string[] {
  const other = tokens.findIndex(({ name, isOption, isQuoted }) => isOption || isQuoted || name !== undefined)
  return (other < 0 ? tokens : tokens.slice(0, other)).map(({ value }) => value)
}

/** What the longest run of these words says, from the first one on. */
function longest(
  words: readonly string[],
  read: (typed: string) => Omit<Said, 'words'> | undefined,
): Said | undefined {
  for (let count = Math.min(words.length, LABEL_WORDS_MOST); count > 0; count--) {
    const said = read(words.slice(0, count).join(' '))
    if (said) return { ...said, words: count }
  }
  return undefined
}

/** The choice whose value stands here as it is; names (of assets) in any spelling. */
function valueAt(facts: readonly ArgumentFacts[], values: Values, tokens: readonly Token[]) {
  const typed = must(tokens[0], 'a word').value
  const said = saidBy(facts, values, (one) => (one.named ? asChosen(one, typed) : typed))
  return said && { ...said, words: 1 }
}

function saidBy(
  facts: readonly ArgumentFacts[],
  values: Values,
  read: (one: ArgumentFacts) => string,
): Omit<Said, 'words'> | undefined {
  for (const one of facts) {
    if (one.kind !== 'choice' || Object.hasOwn(values, one.name)) continue
    const value = read(one)
    if (one.choices?.includes(value)) return { name: one.name, value }
  }
  return undefined
}

function optionUnknown(facts: readonly ArgumentFacts[], { value }: Token): Refusal {
  const names = facts.map(({ name }) => name).join(', ')
  return new Refusal('option-unknown', { typed: repeated(value), names })
}

interface Token {
  value: string
  /** Written as `name=value`, without quotes around all of it. */
  isOption: boolean
  /** All of it stands in quotes. */
  isQuoted: boolean
  /** Of `name=value`, whether or not there is such an argument. */
  name?: string
  named: string
}

function tokenise(typed: string): Token[] {
  const found = typed.slice(0, ARGUMENT_LIMIT).match(/(?:[^\s"“”]|["“”][^"“”]*["“”])+/g) ?? []
  return found.map((raw) => {
    const value = raw.replace(/["“”]/g, '')
    const named = /^([a-z_]{2,32})[=:](.*)$/is.exec(value)
    const isOption = /^[a-z_]{2,32}=/i.test(raw)
    const isQuoted = /^["“”][^"“”]*["“”]$/.test(raw)
    return {
      value,
      isOption,
      isQuoted,
      name: isQuoted ? undefined : named?.[1]?.toLowerCase(),
      named: named?.[2] ?? '',
    }
  })
}

function restOf(facts: readonly ArgumentFacts[]): ArgumentFacts | undefined {
  return facts.find(({ rest }) => rest)
}

function homeOf(
  facts: readonly ArgumentFacts[],
  values: Values,
  { value, isQuoted }: Token,
): ArgumentFacts | undefined {
  const free = facts.filter((one) => !Object.hasOwn(values, one.name))
  return (
    free.find(({ looksLike }) => !isQuoted && looksLike?.test(value)) ??
    free.find((one) => isDue(one) && one.kind !== 'choice') ??
    // A choice that is none: it is refused with those there are.
    free.find(isDue) ??
    restOf(free)
  )
}
