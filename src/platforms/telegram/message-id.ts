/**
 * Names messages for the rest of the house. Mostly Telegram's own number; two kinds need more, because a
 * private receipt may land elsewhere than in the chat it answers:
 * `123` in the chat itself, `5000:123` in another chat, `e5000:7` seen by account 5000 alone (ephemeral).
 */
export type MessageAddress =
  | { chat: string; message: number }
  | { chat: string; receiver: string; ephemeral: number }

const FORM = /^(?:(e?)(-?\d{1,16}):)?(\d{1,16})$/

/** The name of a message as seen from `chat`. */
export function formatMessageId(address: MessageAddress, chat: string): string {
  if ('ephemeral' in address) return `e${address.receiver}:${address.ephemeral}`
  return address.chat === chat ? String(address.message) : `${address.chat}:${address.message}`
}

/** Undefined for anything that we cannot have named. */
export function parseMessageId(id: string, chat: string): MessageAddress | undefined {
  const parts = FORM.exec(id)
  if (!parts) return undefined
  const [, isEphemeral, other, number] = parts
  const message = Number(number)
  if (!Number.isSafeInteger(message)) return undefined
  if (isEphemeral && other) return { chat, receiver: other, ephemeral: message }
  return { chat: other ?? chat, message }
}
