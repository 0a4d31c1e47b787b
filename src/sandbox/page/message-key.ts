/**
 * The identity of a native message inside its room. Telegram numbers ephemeral messages apart: they all have
 * `message_id` 0, and `ephemeral_message_id` may be used again for another person (Bot API 10.2).
 */
export function messageKey(message: unknown): string {
  const native = (message ?? {}) as {
    id?: string
    message_id?: number
    ephemeral_message_id?: number | string
    receiver_user?: { id: number }
  }
  if (native.ephemeral_message_id !== undefined)
    return `e${native.receiver_user?.id ?? ''}.${native.ephemeral_message_id}`
  return String(native.id ?? native.message_id ?? '')
}
