/**
 * One message of the outbox to Telegram. The courier is the only caller and the only retrier; `key` is of no
 * use here, because Telegram has no idempotent send.
 */
import type { Place } from '../../interaction/call.js'
import { type Delivered, type Delivery, DeliveryError } from '../../interaction/platform.js'
import type { View } from '../../interaction/view.js'
import { text } from '../../kit/text.js'
import { formatMessageId, type MessageAddress, parseMessageId } from './message-id.js'
import { type PrivateWays, sendPrivately } from './private.js'
import type { Outgoing } from './send.js'

/**
 * Payload of the links that only want the private chat opened; arrives as `opened` and means a plain start.
 */
export const PRIVATE_PAYLOAD = 'private'

/** Makes `Platform.deliver`. */
export function createDeliver(ways: PrivateWays): (delivery: Delivery) => Promise<Delivered> {
  return (delivery) => deliver(ways, delivery)
}

async function deliver(ways: PrivateWays, delivery: Delivery): Promise<Delivered> {
  const { place, view, locale } = delivery
  if (delivery.edit !== undefined) {
    const address = parseMessageId(delivery.edit, place.chat)
    if (!address) throw invalid('the message to edit has no Telegram name')
    if (isInGroup(address, place) && 'message' in address) refusePublic(view)
    await ways.sender.edit(address, isInGroup(address, place), view, locale)
    return { message: delivery.edit }
  }
  const replyTo = delivery.replyTo === undefined ? undefined : parseMessageId(delivery.replyTo, place.chat)
  const sent = await (delivery.recipient
    ? toPerson(ways, delivery, replyTo)
    : toPlace(ways, delivery, replyTo))
  return { message: formatMessageId(sent, place.chat) }
}

function isInGroup(address: MessageAddress, place: Place): boolean {
  return address.chat === place.chat ? place.kind === 'group' : Number(address.chat) < 0
}

/** A view for the actor alone has no business in a group: better undelivered than read by everyone. */
function refusePublic(view: View): void {
  if (view.audience !== 'everyone') throw invalid('a private view for a group names no recipient')
}

function invalid(detail: string): DeliveryError {
  return new DeliveryError({ kind: 'invalid', detail })
}

async function toPlace(
  ways: PrivateWays,
  delivery: Delivery,
  replyTo?: MessageAddress,
): Promise<MessageAddress> {
  const { place, view, locale } = delivery
  if (place.kind === 'group') refusePublic(view)
  return ways.sender.send(inPlace(place, view, locale, replyTo))
}

function inPlace(place: Place, view: View, locale: string, replyTo?: MessageAddress): Outgoing {
  return { chat: place.chat, thread: place.thread, isGroup: place.kind === 'group', replyTo, view, locale }
}

async function toPerson(
  ways: PrivateWays,
  delivery: Delivery,
  replyTo: MessageAddress | undefined,
): Promise<MessageAddress> {
  const { place, recipient, view, locale } = delivery
  if (!recipient) return toPlace(ways, delivery, replyTo)
  try {
    return await sendPrivately(ways, { place, person: recipient, view, locale, replyTo })
  } catch (error) {
    if (!isUnreachable(error) || place.kind === 'private' || !replyTo) throw error
    return await ways.sender.send(inPlace(place, HINT, locale, replyTo))
  }
}

/** In the group, under the person's own message: the answer waits elsewhere. Without such a message it would
 * name nobody and only be noise, so then the delivery fails. */
const HINT: View = {
  text: [text('telegram-private-hint')],
  rows: [[{ kind: 'private', label: text('telegram-open-private'), payload: PRIVATE_PAYLOAD }]],
  audience: 'everyone',
}

function isUnreachable(error: unknown): boolean {
  return error instanceof DeliveryError && error.failure.kind === 'unreachable'
}
