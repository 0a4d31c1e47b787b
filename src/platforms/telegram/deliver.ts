/**
 * One message of the outbox to Telegram. The courier is the only caller and the only retrier; `key` is of no
 * use here, because Telegram has no idempotent send.
 */
import type { Place } from '../../interaction/call.js'
import { DELIVERY_MS, type Delivered, type Delivery, DeliveryError } from '../../interaction/platform.js'
import type { View } from '../../interaction/view.js'
import { byDeadline } from '../../kit/deadline.js'
import { text } from '../../kit/text.js'
import type { World } from '../../kit/world.js'
import { formatMessageId, type MessageAddress, parseMessageId } from './message-id.js'
import { type PrivateWays, sendPrivately } from './private.js'
import type { Outgoing } from './send.js'

/**
 * Payload of the links that only want the private chat opened; arrives as `opened` and means a plain start.
 */
export const PRIVATE_PAYLOAD = 'private'

/** Makes `Platform.deliver`. */
export function createDeliver(
  ways: PrivateWays,
  world: Pick<World, 'after'>,
): (delivery: Delivery) => Promise<Delivered> {
  return (delivery) => byDeadline(DELIVERY_MS, world, (deadline) => deliver(ways, { ...delivery, deadline }))
}

/** A delivery with the time by which all its requests must have ended. */
type Timed = Delivery & { deadline: AbortSignal }

async function deliver(ways: PrivateWays, delivery: Timed): Promise<Delivered> {
  const { place, view, locale, deadline } = delivery
  if (delivery.edit !== undefined) {
    const address = parseMessageId(delivery.edit, place.chat)
    if (!address) throw invalid('the message to edit has no Telegram name')
    const isGroup = isInGroup(address, place)
    if (isGroup && 'message' in address) refusePublic(view)
    await ways.sender.edit(address, { isGroup, view, locale, deadline })
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
  delivery: Timed,
  replyTo?: MessageAddress,
): Promise<MessageAddress> {
  if (delivery.place.kind === 'group') refusePublic(delivery.view)
  return ways.sender.send(inPlace(delivery, replyTo))
}

function inPlace({ place, view, locale, key, deadline }: Timed, replyTo?: MessageAddress): Outgoing {
  const { chat, thread, kind } = place
  return { chat, thread, isGroup: kind === 'group', replyTo, view, locale, key, deadline }
}

async function toPerson(
  ways: PrivateWays,
  delivery: Timed,
  replyTo: MessageAddress | undefined,
): Promise<MessageAddress> {
  const { place, recipient, view, locale, key, deadline } = delivery
  if (!recipient) return toPlace(ways, delivery, replyTo)
  try {
    return await sendPrivately(ways, { place, person: recipient, view, locale, key, replyTo, deadline })
  } catch (error) {
    if (!isUnreachable(error) || place.kind === 'private' || !replyTo) throw error
    await ways.sender.send(inPlace({ ...delivery, view: HINT }, replyTo))
    throw new DeliveryError({ kind: 'waits', detail: 'there is no private chat, and the person knows' })
  }
}

/**
 * In the group, under the person's own message: the answer waits elsewhere, and is kept until they come for
 * it. Nobody is ever told to ask again: what was asked for may have moved money. Without such a message it
 * would name nobody and only be noise, so then the delivery fails.
 */
const HINT: View = {
  text: [text('telegram-private-hint')],
  rows: [[{ kind: 'private', label: text('telegram-open-private'), payload: PRIVATE_PAYLOAD }]],
  audience: 'everyone',
}

function isUnreachable(error: unknown): boolean {
  return error instanceof DeliveryError && error.failure.kind === 'unreachable'
}
