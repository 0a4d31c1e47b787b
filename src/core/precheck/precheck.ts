/** Looks through a text that a partner wants to publish. Pure; says nothing about what no phrase names. */
import { type Found, findPhrase, type Phrase, prepare, readPhrase } from '../../kit/phrases.js'
import type { PhrasesByLanguage, PrecheckRules } from '../../programme/precheck.js'

export interface PrecheckFinding extends Found {
  /** The name of the claim in the programme file. */
  claim: string
  /** The words as they stand in the text, with a little of what stands around them. */
  quote: string
}

export interface Precheck {
  /** The words that tell of the relationship; undefined: there are none. */
  disclosure: string | undefined
  /** In the order of the text; none of one claim over another of the same. */
  findings: PrecheckFinding[]
}

/** UTF-16 units around what is quoted, and of a quote in all. */
const AROUND = 24
const QUOTE_MOST = 160

/** Checks the text against the phrases of these languages. Time in proportion to the text times the rules. */
export function precheck(text: string, rules: PrecheckRules, languages: readonly string[]): Precheck {
  const prepared = prepare(text)
  const search = (phrases: PhrasesByLanguage) =>
    phrasesIn(phrases, languages).flatMap((phrase) => findPhrase(prepared, phrase))
  const findings = rules.claims.flatMap(({ id, phrases, unless }) => {
    const harmless = search(unless)
    const meant = search(phrases).filter((found) => !harmless.some((other) => overlaps(found, other)))
    return apart(meant).map((found) => ({ claim: id, ...found, quote: quoted(text, found) }))
  })
  const [disclosed] = apart(search(rules.disclosure.phrases))
  return {
    disclosure: disclosed && quoted(text, disclosed),
    findings: findings.sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

function phrasesIn(phrases: PhrasesByLanguage, languages: readonly string[]): Phrase[] {
  return languages.flatMap((language) =>
    Object.hasOwn(phrases, language) ? readOnce(phrases[language]) : [],
  )
}

/** Lists of the programme file are read when a text is first held against them. */
const known = new WeakMap<readonly string[], Phrase[]>()

function readOnce(written: readonly string[] = []): Phrase[] {
  const phrases = known.get(written) ?? written.map(readPhrase).filter((read) => typeof read !== 'string')
  known.set(written, phrases)
  return phrases
}

function overlaps(one: Found, other: Found): boolean {
  return one.start < other.end && other.start < one.end
}

/** Of those that lie over each other, the first and longest. */
function apart(found: readonly Found[]): Found[] {
  const kept: Found[] = []
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || one.start >= last.end) kept.push(one)
  }
  return kept
}

/** On one line; never cut inside of a character. */
function quoted(text: string, { start, end }: Found): string {
  const from = boundary(text, Math.max(0, start - AROUND))
  const until = boundary(text, Math.min(text.length, end + AROUND, from + QUOTE_MOST))
  const words = text.slice(from, until).replace(/\s+/gu, ' ').trim()
  return `${from > 0 ? '…' : ''}${words}${until < text.length ? '…' : ''}`
}

function boundary(text: string, at: number): number {
  const isInside = /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1))
  return isInside ? at - 1 : at
}
