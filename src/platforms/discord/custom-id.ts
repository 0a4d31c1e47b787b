/**
 * What our buttons carry on Discord: a packed press (`press.ts`), or one of the wrappings below. A packed
 * press begins with the digit of its version, so a leading `=` can never be mistaken for one.
 *
 * - `=open=<payload>`: a `private` button. Discord has no deep link into the private chat that carries a
 *   payload, but its answers can be ephemeral where people are, so the press arrives as `opened`.
 * - `=pick=<n>`: a select whose options are packed presses; choosing one is that press.
 * - `=<n>=<packed>`: the nth button of a message with the same press; Discord refuses a custom_id twice.
 */
import type { Request } from '../../interaction/call.js'

/** The payloads of `private` buttons: what a Telegram deep link may carry. */
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/
const OPEN = '=open='
const PICK = '=pick='
const REPEATED = /^=\d{1,3}=/

/** Undefined for a payload that would not come back. */
export function openId(payload: string): string | undefined {
  return PAYLOAD.test(payload) ? OPEN + payload : undefined
}

export function pickId(number: number): string {
  return PICK + number
}

export function repeatedId(number: number, packed: string): string {
  return `=${number}=${packed}`
}

/**
 * What pressing means. A custom_id that we cannot have made is a press like any other, which the house
 * refuses with its reason: nobody is left without an answer.
 */
export function readCustomId(customId: string, values: string[] | undefined): Request {
  const wrapped = customId.startsWith(OPEN)
    ? opened(customId.slice(OPEN.length))
    : customId.startsWith(PICK) && picked(values)
  if (wrapped) return wrapped
  const data = customId.replace(REPEATED, '')
  return values ? { kind: 'pressed', data, values } : { kind: 'pressed', data }
}

function opened(payload: string): Request | undefined {
  return PAYLOAD.test(payload) ? { kind: 'opened', payload } : undefined
}

/** An option is a button in another dress, so it is read as one. */
function picked(values: string[] | undefined): Request | undefined {
  const [chosen, ...more] = values ?? []
  if (chosen === undefined || more.length > 0 || chosen.startsWith(PICK)) return undefined
  return readCustomId(chosen, undefined)
}
