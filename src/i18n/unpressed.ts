/**
 * Telegram and mail programs make links, mentions, tags, commands, addresses and telephone numbers of plain
 * words by themselves. So in what a person typed an invisible word joiner stands where such a thing would
 * begin or go on: it reads the same, and cannot be pressed.
 */
import type { Span } from './speech.js'

/** Sits between two characters and shows nothing; no part of an address, a name or a tag. */
const WORD_JOINER = '\u2060'
/**
 * What is looked for, before what is taken for a part of it [td MessageEntity.cpp find_urls, find_mentions,
 * find_bot_commands, find_hashtags, find_cashtags]: the dot of a domain, the colon of a scheme, and what
 * begins the others. Some mail programs take whatever follows `www.` or `mailto:`, a joiner as well, and a
 * browser then drops the joiner: these are broken before their mark.
 */
const TRIGGER = new RegExp(
  [
    /\b(?:www|mailto|tel|sms)(?=[.:]\S)/u,
    /\.(?=\p{L})/u,
    // Four numbers are an address without any scheme [td MessageEntity.cpp fix_url].
    /\b\d{1,3}\.(?=\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d))/u,
    /[@/#$+](?=[\p{L}\p{N}_])/u,
    /[:/](?=\/)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
)
const ENDS_IN_TRIGGER = /[.:@/#$+]$/
const GOES_ON = /^[\p{L}\p{N}_/]/u

/** What stands before a span on its line. */
interface Before {
  text: string
  /** The last of it is a person's. */
  typed: boolean
}

/** A span's words: nothing that a person typed can be pressed, nor anything that it makes with neighbours. */
export function unpressed({ text, typed }: Pick<Span, 'text' | 'typed'>, before: Before): string {
  const meets = (typed || before.typed) && ENDS_IN_TRIGGER.test(before.text) && GOES_ON.test(text)
  return (meets ? WORD_JOINER : '') + (typed ? text.replace(TRIGGER, `$&${WORD_JOINER}`) : text)
}
