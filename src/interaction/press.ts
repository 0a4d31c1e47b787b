/**
 * Packs a call into what a button may carry, and back. Telegram's callback_data is the narrowest: 64 bytes
 * (Bot API, InlineKeyboardButton); Discord's custom_id takes 100 characters.
 *
 * Form: `1<command>:<value>:<value>…`, values in the order of the command's arguments, trailing empty ones
 * dropped, `:` and `\` escaped by `\`. The leading digit is the version of the form. Nothing is signed: a
 * press is only ever a request, and `dispatch` checks permission, place and state again on every one, so a
 * forged press can do no more than its sender could have typed.
 */
import type { Press } from './view.js'

/** Bytes, UTF-8. Source: Telegram Bot API, `InlineKeyboardButton.callback_data`. */
export const PRESS_LIMIT_BYTES = 64
const VERSION = '1'

/** Order of a command's arguments; how `press.ts` learns it without knowing commands. */
export type ArgumentOrder = (command: string) => readonly string[] | undefined

/** Packs a press. Throws when it does not fit: a test renders every view, so this never reaches a person. */
export function packPress(press: Press, order: ArgumentOrder): string {
  const names = order(press.command)
  if (!names) throw new Error(`a button names the unknown command ${press.command}`)
  const stray = Object.keys(press.values).find((name) => !names.includes(name))
  if (stray) throw new Error(`a button of ${press.command} carries the unknown argument ${stray}`)
  const values = names.map((name) => escapeValue(press.values[name] ?? ''))
  while (values.at(-1) === '') values.pop()
  const packed = VERSION + [press.command, ...values].join(':')
  const bytes = Buffer.byteLength(packed)
  if (bytes > PRESS_LIMIT_BYTES) throw new Error(`a button of ${press.command} takes ${bytes} bytes of 64`)
  return packed
}

/** Reads a packed press; undefined for anything that we cannot have packed. */
export function unpackPress(data: string, order: ArgumentOrder): Press | undefined {
  if (!data.startsWith(VERSION) || Buffer.byteLength(data) > PRESS_LIMIT_BYTES) return undefined
  // PostgreSQL takes no NUL in a text, and no button of ours has a control character.
  if (/\p{Cc}/u.test(data)) return undefined
  const [command, ...values] = splitEscaped(data.slice(VERSION.length))
  const names = command === undefined ? undefined : order(command)
  if (!command || !names || values.length > names.length) return undefined
  const filled: Record<string, string> = {}
  for (const [index, value] of values.entries()) {
    const name = names[index]
    if (name !== undefined && value !== '') filled[name] = value
  }
  return { command, values: filled }
}

function escapeValue(value: string): string {
  return value.replace(/[\\:]/g, (character) => `\\${character}`)
}

function splitEscaped(packed: string): string[] {
  const parts = ['']
  for (let index = 0; index < packed.length; index++) {
    const character = packed.charAt(index)
    if (character === ':') parts.push('')
    else parts[parts.length - 1] += character === '\\' ? packed.charAt(++index) : character
  }
  return parts
}
