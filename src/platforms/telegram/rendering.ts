/** What every renderer needs beside the view. */
import type { Speech } from '../../i18n/speech.js'
import type { ArgumentOrder } from '../../interaction/press.js'
import type { Abilities } from './abilities.js'

export interface Rendering {
  /** Keeps what has no parameters, so that a label costs two look-ups (fluent.ts). */
  speech: Speech
  /** Argument order of commands, by which presses are packed. */
  order: ArgumentOrder
  /** The bot's username, without the @. */
  bot: string
  /** May shrink while we run, when the server turns out to lack something. */
  abilities: Abilities
}

/** `https://t.me/<bot>?start=<payload>`; without a payload the link only opens the chat. */
export function deepLink(bot: string, payload: string): string {
  return payload ? `https://t.me/${bot}?start=${payload}` : `https://t.me/${bot}`
}

/** The same for a group that the person chooses, into which the bot is brought. */
export function groupLink(bot: string, payload: string): string {
  return `https://t.me/${bot}?startgroup=${payload}`
}
