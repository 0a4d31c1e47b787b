/**
 * What the renderers need of a language. `fluent.ts` implements it over `locales/`; a renderer turns the
 * spans into its platform's own markup, so that nothing a person typed can ever become markup by accident.
 */
import type { Text } from '../kit/text.js'

/** A folder name of `locales/`: `en`, `zh-CN`, `ru`, `es`. */
export type Locale = string

/** A run of text in one style. Line breaks are `\n` inside `text`. */
export interface Span {
  text: string
  bold?: boolean
  italic?: boolean
  code?: boolean
  /** Words of a person: no platform may make a link, a mention or a command of them by itself. */
  typed?: boolean
  /** A moment the platform may show in the reader's own zone; `text` is the fallback in words. */
  instant?: { at: number; as: 'relative' | 'moment' }
}

export interface Speech {
  readonly locales: readonly Locale[]
  readonly fallback: Locale
  /** The first of the IETF tags (`zh-hans`, `pt-br`, undefined …) that we speak, else the fallback. */
  choose(...tags: (string | null | undefined)[]): Locale
  /**
   * The words, as styled spans. A missing key or parameter is a Mistake in tests and shows its key in
   * production.
   */
  say(locale: Locale, text: Text): Span[]
  /** The words without any style, for toasts, button labels, command descriptions. */
  plain(locale: Locale, text: Text): string
  has(locale: Locale, key: string): boolean
}
