/**
 * The vocabulary of arguments. Each is a zod schema from the text a person typed to a value, with a note for
 * the surfaces (Discord options, buttons, forms). A failed check names its refusal, so that the person is
 * told what was wrong with what they typed and not that "input is invalid".
 */
import { z } from 'zod'
import { Refusal } from '../kit/refusal.js'
import type { Param } from '../kit/text.js'
import { cleanLine } from '../kit/unseen.js'
import type { FileKind } from './view.js'

export interface ArgumentNote {
  kind: 'amount' | 'count' | 'choice' | 'words' | 'span' | 'flag' | 'code' | 'file'
  choices?: readonly string[]
  /** What people see for each choice, in every language, as {@link bare} leaves it: they may type it. */
  labels?: Readonly<Record<string, readonly string[]>>
  /** The choices are languages: a tag near one of them may be typed, `zh` for `zh-CN`. */
  languages?: boolean
  /** The choices are names (assets) and shown as they are, not words of ours. */
  named?: boolean
  /** Offered as buttons beside typing. */
  suggestions?: readonly string[]
  min?: number
  max?: number
  /** What might be typed, where the least that may is no help. */
  example?: string
  /** Characters. */
  maxLength?: number
  /** Several of the choices, as `one,other`. */
  several?: boolean
  /** Takes a paragraph. */
  long?: boolean
  /** Of a file: what it may be. */
  file?: FileKind
  /** Never shown in a group, never echoed, never stored after use. */
  secret?: boolean
  /** Takes all the words that are left. */
  rest?: boolean
  /** The only argument, taken as it was typed: lines, quotes and `name=value` are its own. */
  verbatim?: boolean
  /** A typed word that looks like this belongs here, wherever it stands. */
  looksLike?: RegExp
  /** Optional, and yet a typed word is taken for it: until it has one, none begins the `rest`. */
  expected?: boolean
}

const notes = new WeakMap<z.ZodType, ArgumentNote>()

export type Argument<T> = z.ZodType<T, string>

/** Stops a check and says why in the person's language. */
export function fault(context: z.RefinementCtx, key: string, params: Record<string, Param>): never {
  context.addIssue({ code: 'custom', params: { refusal: key, details: params } })
  return z.NEVER
}

/** An argument of the vocabulary: from the text a person typed to a value. */
export function argument<T>(
  note: ArgumentNote,
  read: (typed: string, context: z.RefinementCtx) => T,
): Argument<T> {
  const schema = z.string().transform((typed, context) => read(typed, context))
  notes.set(schema, note)
  return schema
}

/** Characters of what was typed that a refusal repeats: it must fit a message. */
const REPEATED_MOST = 64

export function repeated(typed: string): string {
  return typed.slice(0, REPEATED_MOST)
}

/**
 * Characters a person may type for any argument; longer ones are refused before any work.
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
export function count(
  min: number,
  max: number,
  suggestions: readonly string[] = [],
  note: Pick<ArgumentNote, 'looksLike' | 'example'> = {},
): Argument<number> {
  return argument({ kind: 'count', min, max, suggestions, maxLength: 12, ...note }, (typed, context) => {
    const example = note.example ?? suggestions[0] ?? String(min)
    const details = { typed: repeated(typed), min, max }
    if (!/^(0|[1-9][0-9]*)$/.test(typed)) return fault(context, 'count-not-a-number', { ...details, example })
    // Of many digits it is not exact, and may be infinite: out of range in any case.
    const value = Number(typed)
    if (value < min || value > max) return fault(context, 'count-out-of-range', details)
    return value
  })
}

/** The numbers of rows are shorter, in any database that somebody pages through. */
const ROW_NUMBER_MOST = 999_999_999_999

/** The number of a row: of an application, a case, a partner. */
export function rowNumber(note: Pick<ArgumentNote, 'looksLike' | 'example'> = {}): Argument<number> {
  return count(1, ROW_NUMBER_MOST, [], note)
}

/** One of a few words. */
export function choice<const C extends readonly string[]>(
  choices: C,
  note: Pick<ArgumentNote, 'named' | 'languages' | 'expected'> = {},
): Argument<C[number]> {
  return argument({ kind: 'choice', choices, ...note }, (typed, context) => {
    const found = choices.find((one) => one.toLowerCase() === typed.toLowerCase())
    return found ?? fault(context, 'choice-unknown', { typed: repeated(typed), choices: choices.join(', ') })
  })
}

/** Free text of one line. */
export function words(maxLength: number, note: Partial<ArgumentNote> = {}): Argument<string> {
  return argument({ kind: 'words', maxLength, ...note }, (typed, context) => {
    const clean = cleanLine(typed, ' ').trim()
    if (clean === '') return fault(context, 'words-empty', {})
    if (clean.length > maxLength)
      return fault(context, 'words-too-long', { max: maxLength, length: clean.length })
    return clean
  })
}

/** An id of ours, as buttons and links carry it. */
export function code(maxLength = 40): Argument<string> {
  return argument({ kind: 'code', maxLength }, (typed, context) => {
    const plain = typed.trim().replace(/^#/, '').toLowerCase()
    return /^[a-z0-9][a-z0-9_-]*$/.test(plain) && plain.length <= maxLength
      ? plain
      : fault(context, 'code-malformed', { typed: repeated(typed) })
  })
}

/** The id of a role, or the mention of one: what Discord's documentation calls a snowflake. */
export function roleId(): Argument<string> {
  return argument({ kind: 'code', maxLength: 24 }, (typed, context) => {
    const [, id] = /^(?:<@&)?([0-9]{5,20})>?$/.exec(typed.trim()) ?? []
    return id ?? fault(context, 'role-malformed', { typed: repeated(typed) })
  })
}

/** What {@link code} has read, or will, as the number of a row; undefined where it is none. */
export function numberOf(typed: string | undefined): number | undefined {
  const plain = typed?.trim().replace(/^#/, '') ?? ''
  return /^[1-9][0-9]{0,11}$/.test(plain) ? Number(plain) : undefined
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
  /** The first that is wrong, and the others that are. */
  | ({ ok: false; others: Fault[] } & Fault)

/** An argument whose value is wrong, by its name, and why. */
export interface Fault {
  argument: string
  refusal: Refusal
}

/** Checks every value on its own, so that all wrong ones are named; where none is, tells what is missing. */
export function parseValues<S extends z.ZodRawShape>(
  shape: S,
  values: Readonly<Record<string, string>>,
): Parsed<z.infer<z.ZodObject<S>>> {
  const args: Record<string, unknown> = {}
  const missing: string[] = []
  const faults: Fault[] = []
  for (const [name, schema] of Object.entries(shape)) {
    const typed = Object.hasOwn(values, name) ? values[name] : undefined
    const result = parseValue(schema as z.ZodType, typed)
    if (result instanceof Refusal) faults.push({ argument: name, refusal: result })
    else if (result.success) args[name] = result.data
    else missing.push(name)
  }
  const [first, ...others] = faults
  if (first) return { ok: false, ...first, others }
  if (missing.length > 0) return { ok: false, missing }
  return { ok: true, args: args as z.infer<z.ZodObject<S>> }
}

/** Unsuccessful where a value is missing. */
function parseValue(schema: z.ZodType, typed: string | undefined) {
  if (typed !== undefined && typed.length > ARGUMENT_LIMIT) return tooLong(schema, typed.length)
  const result = schema.safeParse(typed)
  return result.success || typed === undefined ? result : refusalOf(result.error, typed)
}

/** Tells the limit that the argument itself has: with the other one the next try would fail, too. */
function tooLong(schema: z.ZodType, length: number): Refusal {
  const { maxLength = ARGUMENT_LIMIT } = notes.get(unwrap(schema).inner) ?? {}
  return new Refusal('words-too-long', { max: Math.min(maxLength, ARGUMENT_LIMIT), length })
}

function refusalOf(error: z.ZodError, typed: string): Refusal {
  const issue = error.issues[0]
  const params = issue?.code === 'custom' ? issue.params : undefined
  if (!params) return new Refusal('choice-unknown', { typed: repeated(typed), choices: 'none' })
  return new Refusal(String(params.refusal), params.details as Record<string, Param>)
}
