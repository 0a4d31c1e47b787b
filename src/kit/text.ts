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
  | { list: Text[] }

/** A Text, shorter to write. */
export function text(key: string, params?: Record<string, Param>): Text {
  return params ? { key, params } : { key }
}
