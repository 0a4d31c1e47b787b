/** Finds the buttons of a native message that a crowd could press. */
import type { PlatformName } from '../../page-contract.js'
import type { StormButton } from '../shell/sandbox.js'

interface AnyMessage {
  id?: string
  message_id?: number
  ephemeral_message_id?: number
  flags?: number
  reply_markup?: { inline_keyboard?: { text: string; callback_data?: string; disabled?: object }[][] }
  components?: AnyComponent[]
}

interface AnyComponent {
  type: number
  label?: string
  custom_id?: string
  disabled?: boolean
  emoji?: { name?: string }
  components?: AnyComponent[]
  accessory?: AnyComponent
}

/** Discord: component type of a button, and the flag of a message only one person sees (API v10). */
const BUTTON = 2
const EPHEMERAL = 64

/** In the order they stand; none for a message that only one person can see. */
export function buttonsOf(platform: PlatformName, room: string, native: unknown): StormButton[] {
  const message = (native ?? {}) as AnyMessage
  if (message.ephemeral_message_id !== undefined || ((message.flags ?? 0) & EPHEMERAL) !== 0) return []
  const id = message.id ?? message.message_id
  if (id === undefined) return []
  const found = platform === 'telegram' ? telegramButtons(message) : discordButtons(message.components ?? [])
  return found.map(({ data, label }) => ({ platform, room, message: id, data, label }))
}

type Found = Pick<StormButton, 'data' | 'label'>

function telegramButtons(message: AnyMessage): Found[] {
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat()
  return buttons.flatMap(({ text, callback_data, disabled }) =>
    callback_data !== undefined && !disabled ? [{ data: callback_data, label: text }] : [],
  )
}

function discordButtons(components: AnyComponent[]): Found[] {
  return components.flatMap((part) => {
    const isButton = part.type === BUTTON && part.custom_id !== undefined && !part.disabled
    const label = [part.emoji?.name, part.label].filter(Boolean).join(' ')
    const own = isButton && part.custom_id !== undefined ? [{ data: part.custom_id, label }] : []
    return [
      ...own,
      ...discordButtons([...(part.components ?? []), ...(part.accessory ? [part.accessory] : [])]),
    ]
  })
}
