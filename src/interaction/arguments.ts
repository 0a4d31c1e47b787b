/**
 * The vocabulary of arguments. Each is a zod schema from the text a person typed to a value, with a note for
 * the surfaces (Discord options, buttons, forms). A failed check names its refusal, so that the person is
 * told what was wrong with what they typed and not that "input is invalid".
 */
import { z } from 'zod'
import { Refusal } from '../kit/refusal.js'
import type { Param } from '../kit/text.js'

export interface ArgumentNote {
  kind: 'amount' | 'count' | 'choice' | 'words' | 'span' | 'flag' | 'code'
  choices?: readonly string[]
  /** The choices are names (assets) and shown as they are, not words of ours. */
  named?: boolean
  /** Offered as buttons beside typing. */
  suggestions?: readonly string[]
  min?: number
  max?: number
  /** Characters. */
  maxLength?: number
  /** Never shown in a group, never echoed, never stored after use. */
  secret?: boolean
  /** Takes all the words that are left. */
  rest?: boolean
  /** A typed word that looks like this belongs here, wherever it stands. */
  looksLike?: RegExp
}

const notes = new WeakMap<z.ZodType, ArgumentNote>()

type Argument<T> = z.ZodType<T, string>

/** Stops a check and says why in the person's language. */
function fault(context: z.RefinementCtx, key: string, params: Record<string, Param>): never {
  context.addIssue({ code: 'custom', params: { refusal: key, details: params } })
  return z.NEVER
}

function argument<T>(note: ArgumentNote, read: (typed: string, context: z.RefinementCtx) => T): Argument<T> {
  const schema = z.string().transform((typed, context) => read(typed, context))
  notes.set(schema, note)
  return schema
}

/** Characters of what was typed that a refusal repeats: it must fit a message. */
const REPEATED_MOST = 64

function repeated(typed: string): string {
  return typed.slice(0, REPEATED_MOST)
}

/**
 * Characters a person may type for any argument; longer ones are refused before any work (page 7, attack 43).
 */
export const ARGUMENT_LIMIT = 4000

/**
 * An amount as typed, still text: only the asset of the command knows how many decimals it may have. `check`
 * throws the refusal of what is no amount in any asset, so that a form asks again at once.
 */
export function amountText(
  check: (typed: string) => void,
  suggestions: readonly string[] = [],
  note: Pick<ArgumentNote, 'looksLike'> = {},
): Argument<string> {
  return argument({ kind: 'amount', suggestions, maxLength: 40, ...note }, (typed, context) => {
    try {
      check(typed)
      return typed
    } catch (error) {
      if (error instanceof Refusal) return fault(context, error.key, error.params)
      throw error
    }
  })
}

/** A whole number in ASCII digits. */
export function count(min: number, max: number, suggestions: readonly string[] = []): Argument<number> {
  return argument({ kind: 'count', min, max, suggestions, maxLength: 12 }, (typed, context) => {
    const details = { typed: repeated(typed), min, max }
    if (!/^(0|[1-9][0-9]{0,11})$/.test(typed)) return fault(context, 'count-not-a-number', details)
    const value = Number(typed)
    if (value < min || value > max) return fault(context, 'count-out-of-range', details)
    return value
  })
}

/** One of a few words. */
export function choice<const C extends readonly string[]>(
  choices: C,
  note: Pick<ArgumentNote, 'named'> = {},
): Argument<C[number]> {
  return argument({ kind: 'choice', choices, ...note }, (typed, context) => {
    const found = choices.find((one) => one.toLowerCase() === typed.toLowerCase())
    return found ?? fault(context, 'choice-unknown', { typed: repeated(typed), choices: choices.join(', ') })
  })
}

/** Free text of one line. */
export function words(maxLength: number, note: Partial<ArgumentNote> = {}): Argument<string> {
  return argument({ kind: 'words', maxLength, ...note }, (typed, context) => {
    const clean = typed.normalize('NFC').replace(UNPRINTABLE, ' ').trim()
    if (clean === '') return fault(context, 'words-empty', {})
    if (clean.length > maxLength)
      return fault(context, 'words-too-long', { max: maxLength, length: clean.length })
    return clean
  })
}

/** Control characters, bidi overrides, zero-width characters, lone surrogates. */
const UNPRINTABLE = /\p{Cc}|\p{Cs}|[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** An id of ours, as buttons and links carry it. */
export function code(maxLength = 40): Argument<string> {
  return argument({ kind: 'code', maxLength }, (typed, context) => {
    const plain = typed.trim().replace(/^#/, '').toLowerCase()
    return /^[a-z0-9][a-z0-9_-]*$/.test(plain) && plain.length <= maxLength
      ? plain
      : fault(context, 'code-malformed', { typed: repeated(typed) })
  })
}

const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** A length of time such as `90s`, `30m`, `24h`, `7d`, in ms. */
export function span(minMs: number, maxMs: number, suggestions: readonly string[] = []): Argument<number> {
  return argument({ kind: 'span', suggestions, maxLength: 8 }, (typed, context) => {
    const [, digits, unit] = /^([1-9][0-9]{0,4})([smhd])$/.exec(typed.trim().toLowerCase()) ?? []
    const limits = { typed: repeated(typed), min: { duration: minMs }, max: { duration: maxMs } }
    if (!digits || !unit) return fault(context, 'span-malformed', limits)
    const ms = Number(digits) * (UNITS[unit] ?? 0)
    return ms >= minMs && ms <= maxMs ? ms : fault(context, 'span-out-of-range', limits)
  })
}

/** On or off. */
export function flag(): Argument<boolean> {
  return argument({ kind: 'flag', choices: ['yes', 'no'] }, (typed, context) => {
    const lower = typed.toLowerCase()
    if (['yes', 'true', 'on', '1'].includes(lower)) return true
    if (['no', 'false', 'off', '0'].includes(lower)) return false
    return fault(context, 'choice-unknown', { typed: repeated(typed), choices: 'yes, no' })
  })
}

/** What the surfaces know of one argument. */
export interface ArgumentFacts extends ArgumentNote {
  name: string
  required: boolean
}

/** Facts of every argument in the order of the schema. */
export function argumentFacts(shape: z.ZodRawShape): ArgumentFacts[] {
  return Object.entries(shape).map(([name, schema]) => {
    const { inner, required } = unwrap(schema as z.ZodType)
    const note = notes.get(inner)
    if (!note) throw new Error(`the argument ${name} is not of the vocabulary in arguments.ts`)
    return { ...note, name, required }
  })
}

function unwrap(schema: z.ZodType): { inner: z.ZodType; required: boolean } {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return { inner: unwrap(schema.unwrap() as z.ZodType).inner, required: false }
  }
  return { inner: schema, required: true }
}

export type Parsed<T> =
  | { ok: true; args: T }
  | { ok: false; missing: string[] }
  /** `argument` is the name of the one that was wrong. */
  | { ok: false; argument: string; refusal: Refusal }

/** Checks every value on its own, so that the first wrong one is named; then reports what is missing. */
export function parseValues<S extends z.ZodRawShape>(
  shape: S,
  values: Readonly<Record<string, string>>,
): Parsed<z.infer<z.ZodObject<S>>> {
  const args: Record<string, unknown> = {}
  const missing: string[] = []
  for (const [name, schema] of Object.entries(shape)) {
    const typed = Object.hasOwn(values, name) ? values[name] : undefined
    if (typed !== undefined && typed.length > ARGUMENT_LIMIT) {
      return { ok: false, argument: name, refusal: tooLong(typed.length) }
    }
    const result = (schema as z.ZodType).safeParse(typed)
    if (result.success) args[name] = result.data
    else if (typed === undefined) missing.push(name)
    else return { ok: false, argument: name, refusal: refusalOf(result.error, typed) }
  }
  if (missing.length > 0) return { ok: false, missing }
  return { ok: true, args: args as z.infer<z.ZodObject<S>> }
}

function tooLong(length: number): Refusal {
  return new Refusal('words-too-long', { max: ARGUMENT_LIMIT, length })
}

function refusalOf(error: z.ZodError, typed: string): Refusal {
  const issue = error.issues[0]
  const params = issue?.code === 'custom' ? issue.params : undefined
  if (!params) return new Refusal('choice-unknown', { typed: repeated(typed), choices: 'none' })
  return new Refusal(String(params.refusal), params.details as Record<string, Param>)
}

/**
 * Sorts the words a person typed into arguments: `name=value` by name; a word that is one of a choice's
 * values, or looks like an argument's, to that; the others to the required ones in the order of the schema,
 * and what is left to the `rest`, from its first word on all but `name=value`. Other optional arguments are
 * filled by name only, or any word of a greeting would be one. Quotes hold words together. Refuses
 * `words-left-over`.
 */
export function sortWords(facts: readonly ArgumentFacts[], typed: string): Record<string, string> {
  const values: Record<string, string> = {}
  const rest: string[] = []
  for (const token of tokenise(typed)) {
    const named = facts.find((one) => one.name === token.name)
    const home = named ?? (rest.length > 0 ? restOf(facts) : homeOf(facts, values, token.value))
    if (!home) throw new Refusal('words-left-over', { typed: repeated(token.value) })
    const value = named ? token.named : token.value
    if (home.rest) values[home.name] = [...rest, value].join(' ')
    else values[home.name] = asChosen(home, value)
    if (home.rest) rest.push(value)
  }
  return values
}

/** Values with every choice in its own spelling. */
export function asChoices(
  facts: readonly ArgumentFacts[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const spelt = facts.flatMap((one) => {
    const typed = Object.hasOwn(values, one.name) ? values[one.name] : undefined
    return typed === undefined ? [] : [[one.name, asChosen(one, typed)] as const]
  })
  return Object.fromEntries(spelt)
}

/** A choice in its own spelling; any other text as it is. */
function asChosen({ choices }: ArgumentFacts, typed: string): string {
  return choices?.find((one) => one.toLowerCase() === typed.toLowerCase()) ?? typed
}

interface Token {
  value: string
  /** Of `name=value`, whether or not there is such an argument. */
  name?: string
  named: string
}

function tokenise(typed: string): Token[] {
  const found = typed.slice(0, ARGUMENT_LIMIT).match(/(?:[^\s"“”]|["“”][^"“”]*["“”])+/g) ?? []
  return found.map((raw) => {
    const value = raw.replace(/["“”]/g, '')
    const named = /^([a-z_]{2,32})[=:](.*)$/is.exec(value)
    return { value, name: named?.[1]?.toLowerCase(), named: named?.[2] ?? '' }
  })
}

function restOf(facts: readonly ArgumentFacts[]): ArgumentFacts | undefined {
  return facts.find(({ rest }) => rest)
}

function homeOf(
  facts: readonly ArgumentFacts[],
  values: Readonly<Record<string, string>>,
  word: string,
): ArgumentFacts | undefined {
  const free = facts.filter((one) => !Object.hasOwn(values, one.name))
  return (
    free.find((one) => one.kind === 'choice' && one.choices?.includes(asChosen(one, word))) ??
    free.find(({ looksLike }) => looksLike?.test(word)) ??
    free.find(({ kind, required }) => required && kind !== 'choice') ??
    // A choice that is none: it is refused with those there are.
    free.find(({ required }) => required) ??
    restOf(free)
  )
}
