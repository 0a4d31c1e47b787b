/** Finds the buttons of a native message that a crowd could press. */
import type { PlatformName } from '../../page-contract.js'
import type { StormButton } from '../shell/sandbox.js'

interface AnyMessage {
  id?: string
  message_id?: number
  ephemeral_message_id?: number
  flags?: number
  /** Telegram: seconds. */
  date?: number
  /** Discord: ISO 8601. */
  timestamp?: string
  text?: string
  caption?: string
  content?: string
  embeds?: { title?: string }[]
  reply_markup?: { inline_keyboard?: TelegramButton[][] }
  components?: AnyComponent[]
}

interface TelegramButton {
  text: string
  callback_data?: string
  style?: string
  disabled?: object
}

interface AnyComponent {
  type: number
  style?: number
  label?: string
  content?: string
  custom_id?: string
  disabled?: boolean
  emoji?: { name?: string }
  components?: AnyComponent[]
  accessory?: AnyComponent
}

/** Discord: component type of a button, its green style, and the flag of a message only one person sees. */
const BUTTON = 2
const GREEN = 3
const EPHEMERAL = 64

/** In the order they stand; none for a message that only one person can see. */
export function buttonsOf(platform: PlatformName, room: string, native: unknown): StormButton[] {
  const message = (native ?? {}) as AnyMessage
  if (message.ephemeral_message_id !== undefined || ((message.flags ?? 0) & EPHEMERAL) !== 0) return []
  const id = message.id ?? message.message_id
  if (id === undefined) return []
  const found = platform === 'telegram' ? telegramButtons(message) : discordButtons(message.components ?? [])
  const about = { title: titleOf(message), at: sentAt(message) }
  return found.map((button) => ({ platform, room, message: id, ...button, ...about }))
}

type Found = Pick<StormButton, 'data' | 'label' | 'isMain'>

function telegramButtons(message: AnyMessage): Found[] {
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat()
  return buttons.flatMap(({ text, callback_data, style, disabled }) =>
    callback_data !== undefined && !disabled
      ? [{ data: callback_data, label: text, isMain: style === 'success' }]
      : [],
  )
}

function discordButtons(components: AnyComponent[]): Found[] {
  return components.flatMap((part) => {
    const isButton = part.type === BUTTON && part.custom_id !== undefined && !part.disabled
    const label = [part.emoji?.name, part.label].filter(Boolean).join(' ')
    const isMain = part.style === GREEN
    const own = isButton && part.custom_id !== undefined ? [{ data: part.custom_id, label, isMain }] : []
    return [
      ...own,
      ...discordButtons([...(part.components ?? []), ...(part.accessory ? [part.accessory] : [])]),
    ]
  })
}

/** Marks of Discord's text that are not words. */
const MARKS = /\*\*|__|~~|\|\||`|^(?:#{1,3}|-#) /g

function titleOf({ text, caption, content, embeds, components }: AnyMessage): string {
  const words = text ?? caption ?? (content || embeds?.[0]?.title || firstText(components ?? []))
  return (words ?? '').split('\n')[0]?.replace(MARKS, '').trim() ?? ''
}

function firstText(components: AnyComponent[]): string | undefined {
  for (const part of components) {
    const found = part.content ?? firstText(part.components ?? [])
    if (found) return found
  }
  return undefined
}

function sentAt({ date, timestamp }: AnyMessage): number {
  return timestamp === undefined ? (date ?? 0) * 1000 : Date.parse(timestamp)
}

/** The packets among these buttons, newest first: the buttons of each message that wants something. */
export function packetsOf(buttons: readonly StormButton[]): StormButton[][] {
  const messages = [...new Set(buttons.map(({ message }) => message))].reverse()
  return messages.map((message) => buttons.filter((button) => button.message === message)).filter(hasMain)
}

/** Whether the message still wants people to press something. A finished packet has only its proof left. */
export const hasMain = (buttons: readonly StormButton[]): boolean => buttons.some(({ isMain }) => isMain)

/** Id of the packet that can be verified, when that is all that is left of it. */
export function recordOf(buttons: readonly StormButton[]): string | undefined {
  if (hasMain(buttons)) return undefined
  const ids = buttons.map(({ data }) => /^\d?verify:([0-9a-z]+)$/.exec(data)?.[1])
  return ids.find((id) => id !== undefined)
}

/** The button of another packet that does the same as this one. */
export function sameButton(packet: readonly StormButton[], { data }: StormButton): StormButton | undefined {
  const doing = (packed: string): string => packed.replace(/:[^:]*$/, '')
  return packet.find((other) => doing(other.data) === doing(data)) ?? packet.find(({ isMain }) => isMain)
}
