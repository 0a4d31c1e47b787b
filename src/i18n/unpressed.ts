/**
 * Telegram and mail programs make links, mentions, tags, commands, addresses and telephone numbers of plain
 * words by themselves. So in what a person typed an invisible word joiner stands where such a thing would
 * begin or go on: it reads the same, and cannot be pressed.
 */
import { unlinked, WORD_JOINER } from '../kit/addresses.js'
import type { Span } from './speech.js'

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
  return (meets ? WORD_JOINER : '') + (typed ? unlinked(text) : text)
}
