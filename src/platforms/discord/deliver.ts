/**
 * Delivery → REST → what was sent, or a DeliveryError. One request for a message, two for a first private
 * one.
 */
import { createHash } from 'node:crypto'
import type { REST } from 'discord.js'
import { RESTJSONErrorCodes, Routes } from 'discord.js'
import type { Delivered, Delivery } from '../../interaction/platform.js'
import { DeliveryError } from '../../interaction/platform.js'
import type { Client } from './client.js'
import { deliveryFailure } from './failure.js'
import { Kept } from './kept.js'
import { NONCE_LIMIT, PRIVATE_CHANNELS_KEPT } from './limits.js'
import { record, snowflake } from './raw.js'
import type { Message } from './render.js'
import { renderMessage } from './render.js'
import type { Rendering } from './rendering.js'

export type Deliver = (delivery: Delivery) => Promise<Delivered>

export function createDeliver(client: Client, rendering: Rendering): Deliver {
  const channels = new Kept<string>(PRIVATE_CHANNELS_KEPT)
  return async (delivery) => {
    const message = prepare(delivery, rendering)
    try {
      const channel = await channelOf(delivery, client.house, channels)
      return await send(delivery, channel, message, client.house)
    } catch (error) {
      if (error instanceof DeliveryError) throw error
      if (delivery.recipient && isUnknownChannel(error)) channels.delete(delivery.recipient.id)
      throw new DeliveryError(deliveryFailure(error, client.revoked()))
    }
  }
}

/** A view for the actor alone has no business in a group: better undelivered than read by everyone. */
function prepare({ place, recipient, view, locale }: Delivery, rendering: Rendering): Message {
  if (place.kind === 'group' && !recipient && view.audience !== 'everyone') {
    throw new DeliveryError({ kind: 'invalid', detail: 'a private view for a group names no recipient' })
  }
  try {
    return renderMessage(view, locale, rendering)
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'the view cannot be rendered'
    throw new DeliveryError({ kind: 'invalid', detail })
  }
}

/**
 * A thread is a channel of its own. A recipient who is in private with us already is where `place` says,
 * unless that is only the person's own id, because nobody has spoken there yet.
 */
async function channelOf(delivery: Delivery, rest: REST, channels: Kept<string>): Promise<string> {
  const { place, recipient } = delivery
  if (!recipient || (place.kind === 'private' && place.chat !== recipient.id))
    return place.thread ?? place.chat
  const known = channels.get(recipient.id)
  if (known) return known
  const channel = await rest.post(Routes.userChannels(), { body: { recipient_id: recipient.id } })
  const id = snowflake(record(channel)?.id)
  if (!id) throw new DeliveryError({ kind: 'unknown', detail: 'Discord named no private channel' })
  channels.set(recipient.id, id)
  return id
}

async function send(delivery: Delivery, channel: string, message: Message, rest: REST): Promise<Delivered> {
  const sent = delivery.edit
    ? await rest.patch(Routes.channelMessage(channel, delivery.edit), { body: message })
    : await rest.post(Routes.channelMessages(channel), { body: newMessage(delivery, message) })
  const id = snowflake(record(sent)?.id) ?? delivery.edit
  if (!id) throw new DeliveryError({ kind: 'unknown', detail: 'Discord named no message' })
  return { message: id }
}

/** The nonce makes a repetition within some minutes come back as the message of the first time. */
function newMessage({ key, replyTo }: Delivery, message: Message) {
  const body = { ...message, nonce: nonceOf(key), enforce_nonce: true }
  if (!replyTo) return body
  return {
    ...body,
    message_reference: { message_id: replyTo, fail_if_not_exists: false },
    allowed_mentions: { parse: [], replied_user: false },
  }
}

export function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, NONCE_LIMIT)
}

function isUnknownChannel(error: unknown): boolean {
  return record(error)?.code === RESTJSONErrorCodes.UnknownChannel
}
