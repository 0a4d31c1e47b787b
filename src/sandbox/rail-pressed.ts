/** What somebody pressed, as they saw it. */
import type { Action, SandboxPlatform } from './contract.js'
import { messageKey } from './page/message-key.js'

/** Messages of a room that are looked through for the one with the pressed button. */
const HISTORY = 100

/** The message under which somebody presses. */
export function pressedIn(
  platform: SandboxPlatform,
  person: string,
  { room, message }: Extract<Action, { do: 'press' }>,
): unknown {
  return platform.history(room, person, HISTORY).find((one) => messageKey(one) === String(message))
}
