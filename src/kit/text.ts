/**
 * Words without a language: a key of `locales/` and what goes into it. Core and storage may carry a Text;
 * only i18n turns one into words, and only a renderer turns those into a platform's markup.
 */
export interface Text {
  key: string
  params?: Record<string, Param>
}

export type Param =
  /**
   * A keyword for a Fluent selector, or any text of a person: it is always shown literally, never as markup.
   */
  | string
  /** A count, for plurals. */
  | number
  /** Money in the smallest unit of the asset. */
  | { amount: bigint; asset: string }
  /** A moment (ms since the epoch), shown in the reader's own zone where the platform can do that. */
  | { instant: number; as: 'relative' | 'moment' }
  /** A length of time in ms, shown as `1 h 30 min` in the reader's language. */
  | { duration: number }
  | Text
  /** The name of something, as it stands at the head of a line: `open_to` is shown as `Open to`. */
  | { heading: Text }
  | { list: Text[] }
  /**
   * Words of the programme file by language, literal: the reader's, else English, else the first there are.
   */
  | { words: Readonly<Record<string, string>> }

/** A Text, shorter to write. */
export function text(key: string, params?: Record<string, Param>): Text {
  return params ? { key, params } : { key }
}
