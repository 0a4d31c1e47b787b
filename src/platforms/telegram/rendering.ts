/** What every renderer needs beside the view, and the words that never change, said once per language. */
import type { Span, Speech } from '../../i18n/speech.js'
import type { ArgumentOrder } from '../../interaction/press.js'
import type { Text } from '../../kit/text.js'
import type { Abilities } from './abilities.js'

export interface Rendering {
  speech: Speech
  order: ArgumentOrder
  /** The bot's username, without the @. */
  bot: string
  abilities: Abilities
  /** The words of a Text, plain. */
  plain(locale: string, text: Text): string
  /** The words of a Text, styled. */
  say(locale: string, text: Text): readonly Span[]
}

/** Texts without parameters are kept: there are as many as keys in `locales/`, times the languages. */
export function createRendering(
  speech: Speech,
  order: ArgumentOrder,
  bot: string,
  abilities: Abilities,
): Rendering {
  return {
    speech,
    order,
    bot,
    abilities,
    plain: kept((locale, text) => speech.plain(locale, text)),
    say: kept((locale, text) => speech.say(locale, text)),
  }
}

function kept<T>(make: (locale: string, text: Text) => T): (locale: string, text: Text) => T {
  const byLocale = new Map<string, Map<string, T>>()
  return (locale, text) => {
    if (text.params) return make(locale, text)
    const known = byLocale.get(locale) ?? new Map<string, T>()
    byLocale.set(locale, known)
    const found = known.get(text.key)
    if (found !== undefined) return found
    const made = make(locale, text)
    known.set(text.key, made)
    return made
  }
}

/** `https://t.me/<bot>?start=<payload>`; without a payload the link only opens the chat. */
export function deepLink(bot: string, payload: string): string {
  return payload ? `https://t.me/${bot}?start=${payload}` : `https://t.me/${bot}`
}
