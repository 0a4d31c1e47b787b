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
  /** The day of a moment (ms since the epoch) in UTC, in words: the same for every reader. */
  | { day: number }
  /** A length of time in ms, shown as `1 h 30 min` in the reader's language. */
  | { duration: number }
  | Text
  /** The name of something, as it stands at the head of a line: `open_to` is shown as `Open to`. */
  | { heading: Text }
  /** `apart`: things that have commas of their own, and are told apart by more than that. */
  | { list: Text[]; apart?: true }
  /**
   * Words of the programme file by language, literal: the reader's, else English, else the first there are.
   */
  | { words: Readonly<Record<string, string>> }
  /**
   * What staff or the house itself say, literal. Unlike what anybody types, an address or a command in it can
   * be pressed where the platform makes such things of plain words.
   */
  | { said: string }
  /**
   * What a person typed, for those who look into it: an address in it is shown as code, which is copied whole
   * and cannot be pressed.
   */
  | { evidence: string }

/** A Text, shorter to write. */
export function text(key: string, params?: Record<string, Param>): Text {
  return params ? { key, params } : { key }
}

/**
 * The same for many readers at once: `in 5 minutes` is written by each reader's app in the language of the
 * app, in the middle of a sentence of ours in another. A date reads well in any sentence.
 */
export function forMany({ key, params }: Text): Text {
  if (!params) return { key }
  const entries = Object.entries(params).map(([name, param]) => [name, paramForMany(param)] as const)
  return { key, params: Object.fromEntries(entries) }
}

function paramForMany(param: Param): Param {
  if (typeof param !== 'object') return param
  if ('instant' in param) return { ...param, as: 'moment' }
  if ('heading' in param) return { heading: forMany(param.heading) }
  if ('list' in param) return { ...param, list: param.list.map(forMany) }
  return 'key' in param ? forMany(param) : param
}
