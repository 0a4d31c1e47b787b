/** Which of our languages a person reads, by the tags that platforms give. */
import type { Locale } from './speech.js'

/** Characters of a tag that are looked at; RFC 5646 asks for 35, the platforms send at most 11. */
const TAG_LIMIT = 35

/**
 * The locale for one IETF tag. The exact one, in any case; else the one of the same language: `zh-hans`, `zh`
 * and
 * `zh-TW` mean `zh-CN`, and `es-419` means `es`, because a near script or region reads better than English.
 */
export function localeFinder(locales: readonly Locale[]): (tag: string) => Locale | undefined {
  const exact = new Map(locales.map((locale) => [locale.toLowerCase(), locale]))
  const byLanguage = new Map(locales.toReversed().map((locale) => [languageOf(locale), locale]))
  return (tag) => {
    if (tag.length > TAG_LIMIT) return undefined
    return exact.get(tag.toLowerCase()) ?? byLanguage.get(languageOf(tag))
  }
}

function languageOf(tag: string): string {
  return (/^[a-z]+/i.exec(tag)?.[0] ?? '').toLowerCase()
}
