/**
 * The house's words: `Speech` over the Fluent files in `locales/`.
 *
 * Every answer passes here, so what never changes is kept: words without parameters are composed once. What
 * people typed never travels through Fluent; see `compose.ts`.
 */
import type { Log } from '../kit/log.js'
import { silentLog } from '../kit/log.js'
import { must } from '../kit/refusal.js'
import type { Param, Text } from '../kit/text.js'
import { localeFinder } from './choose.js'
import { cleanLiteral } from './clean.js'
import { compose, placeholder, readsRightToLeft, type Slot } from './compose.js'
import { evidenceIn } from './evidence.js'
import { type Formats, formatsOf } from './formats.js'
import { type Book, loadBooks, type Pattern } from './load.js'
import type { Locale, Span, Speech } from './speech.js'

const FALLBACK: Locale = 'en'
/** Complaints told to the log. Each is told once; a flood of different ones would only hide the first. */
const COMPLAINTS_LIMIT = 500
/** A string that may be the keyword of a selector, and that holds neither markup nor an address. */
const KEYWORD = /^[A-Za-z0-9_-]{0,64}$/

export interface SpeechOptions {
  /** Decimals of an asset, 0–20. Throws when there is no such asset. */
  scaleOf(asset: string): number
  /** Milliseconds since the epoch: what `in 5 minutes` is counted from. */
  now(): number
  /** A missing key or parameter throws. For tests and development. */
  strict?: boolean
  /** Hears of missing keys and parameters when not strict. */
  log?: Log
}

/** One language: its words and its formats. */
interface Tongue extends Book {
  formats: Formats
}

/** Every language of a folder. Reading them takes most of the time that a speech takes to make. */
export type Tongues = readonly Tongue[]

/**
 * Reads every `<folder>/<locale>/*.ftl`. Throws one line that names the file when a message is doubled or
 * cannot be read, or when English is missing.
 */
export function loadSpeech(folder: string, options: SpeechOptions): Speech {
  return speechIn(readTongues(folder), options)
}

/** What several speeches may share. */
export function readTongues(folder: string): Tongues {
  return loadBooks(folder).map((book) => ({ ...book, formats: formatsOf(book.locale) }))
}

export function speechIn(tongues: Tongues, options: SpeechOptions): Speech {
  const composed = tongues.map((tongue) => ({ ...tongue, still: new Map() }))
  return new FluentSpeech(composed, options)
}

/** With what has been composed for good. */
interface Speaking extends Tongue {
  still: Map<string, { spans: readonly Span[]; plain: string }>
}

class FluentSpeech implements Speech {
  readonly locales: readonly Locale[]
  readonly fallback = FALLBACK
  readonly #tongues: Map<Locale, Speaking>
  readonly #mother: Speaking
  readonly #find: (tag: string) => Locale | undefined
  readonly #options: SpeechOptions
  readonly #complaints = new Set<string>()

  constructor(tongues: Speaking[], options: SpeechOptions) {
    this.locales = tongues.map((tongue) => tongue.locale)
    this.#tongues = new Map(tongues.map((tongue) => [tongue.locale, tongue]))
    this.#mother = must(this.#tongues.get(FALLBACK), `locales/${FALLBACK} exists`)
    this.#find = localeFinder(this.locales)
    this.#options = options
  }

  choose(...tags: (string | null | undefined)[]): Locale {
    for (const tag of tags) {
      const locale = typeof tag === 'string' ? this.#find(tag) : undefined
      if (locale !== undefined) return locale
    }
    return FALLBACK
  }

  has(locale: Locale, key: string): boolean {
    return this.#tongues.get(locale)?.patterns.has(key) ?? false
  }

  say(locale: Locale, text: Text): Span[] {
    const tongue = this.#tongueWith(locale, text.key)
    const pattern = tongue?.patterns.get(text.key)
    if (!tongue || pattern === undefined) return [{ text: text.key }]
    if (isStill(pattern, text)) return this.#still(tongue, pattern, text).spans.slice()
    return this.#compose(tongue, pattern, text)
  }

  plain(locale: Locale, text: Text): string {
    const tongue = this.#tongueWith(locale, text.key)
    const pattern = tongue?.patterns.get(text.key)
    if (!tongue || pattern === undefined) return text.key
    if (isStill(pattern, text)) return this.#still(tongue, pattern, text).plain
    return join(this.#compose(tongue, pattern, text))
  }

  /** The language that has these words: the one asked for, else English with a complaint, else none. */
  #tongueWith(locale: Locale, key: string): Speaking | undefined {
    const tongue = this.#tongues.get(locale) ?? this.#mother
    if (tongue.patterns.has(key)) return tongue
    this.#complain(locale, key, 'no such words')
    return this.#mother.patterns.has(key) ? this.#mother : undefined
  }

  /** Words that are the same every time. The spans are frozen, because they are shared. */
  #still(tongue: Speaking, pattern: Pattern, text: Text): { spans: readonly Span[]; plain: string } {
    const known = tongue.still.get(text.key)
    if (known) return known
    const spans = this.#compose(tongue, pattern, text).map((span) => Object.freeze(span))
    const still = { spans, plain: join(spans) }
    tongue.still.set(text.key, still)
    return still
  }

  #compose(tongue: Speaking, pattern: Pattern, text: Text): Span[] {
    const slots: Slot[] = []
    const args: Record<string, string | number> = {}
    for (const name in text.params) {
      const param = text.params[name]
      if (param !== undefined) args[name] = this.#argument(tongue, text.key, name, param, slots)
    }
    const errors: Error[] = []
    const formatted = tongue.bundle.formatPattern(pattern, args, errors)
    for (const error of errors) this.#complain(tongue.locale, text.key, error.message)
    return compose(formatted, slots)
  }

  /**
   * A parameter as Fluent gets it: itself when nothing in it can be markup, else the place holder of a slot.
   */
  #argument(tongue: Speaking, key: string, name: string, param: Param, slots: Slot[]): string | number {
    if (typeof param === 'number') return param
    if (typeof param === 'string' && KEYWORD.test(param)) return param
    try {
      slots.push(this.#slot(tongue, param))
    } catch (error) {
      if (this.#options.strict) throw error
      this.#complain(
        tongue.locale,
        key,
        `$${name}: ${error instanceof Error ? error.message : String(error)}`,
      )
      return `{$${name}}`
    }
    return placeholder(slots.length - 1)
  }

  #slot(tongue: Speaking, param: Exclude<Param, number>): Slot {
    if (typeof param === 'string') {
      const literal = cleanLiteral(param)
      return { spans: [{ text: literal, typed: true }], isolate: readsRightToLeft(literal) }
    }
    if ('evidence' in param) {
      const literal = cleanLiteral(param.evidence)
      return { spans: evidenceIn(literal), isolate: readsRightToLeft(literal) }
    }
    return { spans: this.#spans(tongue, param), isolate: false }
  }

  #spans(tongue: Speaking, param: Exclude<Param, number | string | { evidence: string }>): Span[] {
    const { formats, locale } = tongue
    if ('amount' in param) {
      return [{ text: formats.amount(param.amount, this.#options.scaleOf(param.asset), param.asset) }]
    }
    if ('instant' in param) {
      const { instant: at, as } = param
      const words = as === 'moment' ? formats.moment(at) : formats.relative(at, this.#options.now())
      return [{ text: words, instant: { at, as } }]
    }
    if ('day' in param) return [{ text: formats.day(param.day) }]
    if ('duration' in param) return [{ text: formats.duration(param.duration) }]
    if ('said' in param) return [{ text: cleanLiteral(param.said) }]
    if ('words' in param) return [{ text: cleanLiteral(wordsFor(locale, param.words)) }]
    if ('key' in param) return this.say(locale, param)
    if ('heading' in param) return [{ text: headed(locale, this.plain(locale, param.heading)) }]
    if (param.apart) return this.#apart(locale, param.list)
    return formats
      .list(param.list.length)
      .flatMap((joint) => (typeof joint === 'string' ? [{ text: joint }] : this.#item(locale, param, joint)))
  }

  #apart(locale: Locale, [first, ...others]: readonly Text[]): Span[] {
    if (!first) return []
    const rest: Param = { list: others, apart: true }
    return this.say(locale, others.length > 0 ? { key: 'list-apart', params: { first, rest } } : first)
  }

  #item(locale: Locale, param: { list: Text[] }, index: number): Span[] {
    const item = param.list[index]
    return item ? this.say(locale, item) : []
  }

  #complain(locale: Locale, key: string, what: string): void {
    const complaint = `locales/${locale}: ${key}: ${what}`
    if (this.#options.strict) throw new Error(complaint)
    if (this.#complaints.has(complaint) || this.#complaints.size >= COMPLAINTS_LIMIT) return
    this.#complaints.add(complaint)
    const log = this.#options.log ?? silentLog
    log.error('words are missing', { locale, key, what })
  }
}

function wordsFor(locale: Locale, words: Readonly<Record<string, string>>): string {
  return words[locale] ?? words[FALLBACK] ?? Object.values(words)[0] ?? ''
}

function headed(locale: Locale, name: string): string {
  const [first = '', ...rest] = name.replaceAll('_', ' ')
  return first.toLocaleUpperCase(locale) + rest.join('')
}

function isStill(pattern: Pattern, text: Text): boolean {
  return text.params === undefined || typeof pattern === 'string'
}

function join(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('')
}
