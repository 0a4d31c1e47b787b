/**
 * Words of the programme file: the key of words that the program has in every language, or the words
 * themselves, by language.
 */
import { z } from 'zod'
import { type Text, text } from '../kit/text.js'

export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'a language such as "en" or "zh-CN"')

function byLanguage(most: number) {
  return z.record(languageTag, z.string().min(1).max(most)).refine(isSaid, 'words in at least one language')
}

function isSaid(words: Record<string, string>): boolean {
  return Object.keys(words).length > 0
}

const key = z.string().regex(/^[a-z][A-Za-z0-9.-]{1,60}$/, 'a key of our words, or words by language')

/** `"reason-incomplete"` or `{ "en": "…", "ru": "…" }`, at most so many characters. */
export function wordsSchema(most: number) {
  return z.union([key, byLanguage(most)], 'a key of our words, or words by language')
}
export type Words = z.infer<ReturnType<typeof wordsSchema>>

/** Texts that are the programme's own, `{ "en": "…", "ru": "…" }`, at most so many characters each. */
export function proseSchema(most: number) {
  return byLanguage(most)
}
export type Prose = Readonly<Record<string, string>>

/** The one for a reader: their language, else English, else the first there is; and which it is. */
export function proseFor(prose: Prose, locale: string): { language: string; words: string } {
  const language = [locale, 'en', ...Object.keys(prose)].find((one) => Object.hasOwn(prose, one)) ?? 'en'
  return { language, words: prose[language] ?? '' }
}

/** A name in the file: on buttons and in links. */
export const identifier = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,15}$/, 'a short name such as "latam": a-z, 0-9, -, at most 16 characters')

/** Reports each name that a list has twice. `what` is how a complaint calls an entry. */
export function refuseTwice(what: string, names: readonly string[], context: z.RefinementCtx): void {
  const twice = new Set(names.filter((one, at) => names.indexOf(one) !== at))
  for (const one of twice) context.addIssue({ code: 'custom', message: `${what} "${one}" is there twice` })
}

/** The key of words of ours, named in a programme file that comes with the program. */
export function ourWords(key: string): string {
  return key
}

/** A Text that says them in the reader's language. */
export function textOf(words: Words): Text {
  return typeof words === 'string' ? text(words) : text('form-literal', { value: { words } })
}
