/**
 * Delivery → REST → what was sent, or a DeliveryError. One request for a message, two for a first private
 * one.
 */
import { createHash } from 'node:crypto'
import type { RawFile, REST } from 'discord.js'
import { RESTJSONErrorCodes, Routes } from 'discord.js'
import { type Attached, attach, type LoadFile } from '../../interaction/attach.js'
import type { Delivered, Delivery } from '../../interaction/platform.js'
import { DELIVERY_MS, DeliveryError } from '../../interaction/platform.js'
import { byDeadline } from '../../kit/deadline.js'
import { Kept } from '../../kit/kept.js'
import { Outage } from '../../kit/outage.js'
import type { World } from '../../kit/world.js'
import type { Client } from './client.js'
import { deliveryFailure } from './failure.js'
import {
  FILE_PAUSE_MS,
  NONCE_LIMIT,
  PRIVATE_CHANNELS_KEPT,
  SERVER_TROUBLE_MS,
  UPLOAD_LIMIT_BYTES,
} from './limits.js'
import { record, snowflake } from './raw.js'
import type { Message } from './render.js'
import { renderMessage } from './render.js'
import type { Rendering } from './rendering.js'
import { uploadsOf } from './uploads.js'

export type Deliver = (delivery: Delivery) => Promise<Delivered>

export function createDeliver(
  client: Pick<Client, 'house' | 'revoked'>,
  rendering: Rendering,
  { world, load }: { world: Pick<World, 'after'>; load: LoadFile },
): Deliver {
  const attaching = { load, platform: 'discord', most: UPLOAD_LIMIT_BYTES } as const
  const channels = new Kept<string>(PRIVATE_CHANNELS_KEPT)
  return async (delivery) => {
    refusePublic(delivery)
    const { view, attached } = await attach(attaching, delivery.view, delivery.locale).catch(awayForNow)
    const prepared = prepare({ ...delivery, view }, rendering, attached)
    let channel: string | undefined
    try {
      return await byDeadline(DELIVERY_MS, world, async (signal) => {
        const rest = inTime(client.house, signal)
        channel = await channelOf(delivery, rest, channels)
        return await send(delivery, channel, prepared, rest)
      })
    } catch (error) {
      if (error instanceof DeliveryError) throw error
      if (delivery.recipient && isUnknownChannel(error)) channels.delete(delivery.recipient.id)
      const failure = deliveryFailure(error, client.revoked())
      // Whether a private channel was opened makes no difference: no message was sent into it.
      throw new DeliveryError(channel === undefined && failure.kind === 'unknown' ? LATE : failure)
    }
  }
}

type Asking = Pick<REST, 'post' | 'patch'>

/**
 * All requests of a delivery end by one time, those that wait behind others of their bucket too. What is not
 * begun by then is certainly not applied.
 */
function inTime(rest: REST, signal: AbortSignal): Asking {
  async function asked(ask: () => Promise<unknown>): Promise<unknown> {
    if (signal.aborted) throw new DeliveryError(LATE)
    try {
      return await ask()
    } catch (error) {
      throw wasQueued(error) ? new DeliveryError(LATE) : error
    }
  }
  return {
    post: (route, options) => asked(() => rest.post(route, { ...options, signal })),
    patch: (route, options) => asked(() => rest.patch(route, { ...options, signal })),
  }
}

const LATE = { kind: 'later', retryAfter: SERVER_TROUBLE_MS, everything: false } as const

/** The words of `@sapphire/async-queue`, in which `@discordjs/rest` keeps requests that wait for others. */
function wasQueued(error: unknown): boolean {
  return error instanceof Error && error.message === 'Request aborted manually'
}

/** Nothing was sent, and a file may be had in a moment. */
function awayForNow(error: unknown): never {
  if (!(error instanceof Outage)) throw error
  throw new DeliveryError({ kind: 'later', retryAfter: FILE_PAUSE_MS, everything: false })
}

/** A view for the actor alone has no business in a group: better undelivered than read by everyone. */
function refusePublic({ place, recipient, view }: Delivery): void {
  if (place.kind === 'group' && !recipient && view.audience !== 'everyone') {
    throw new DeliveryError({ kind: 'invalid', detail: 'a private view for a group names no recipient' })
  }
}

interface Prepared {
  message: Message
  files: RawFile[]
}

function prepare({ view, locale }: Delivery, rendering: Rendering, attached: readonly Attached[]): Prepared {
  try {
    return { message: renderMessage(view, locale, rendering, attached), files: uploadsOf(attached) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'the view cannot be rendered'
    throw new DeliveryError({ kind: 'invalid', detail })
  }
}

/**
 * A thread is a channel of its own. A recipient who is in private with us already is where `place` says,
 * unless that is only the person's own id, because nobody has spoken there yet.
 */
async function channelOf(delivery: Delivery, rest: Asking, channels: Kept<string>): Promise<string> {
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

async function send(
  delivery: Delivery,
  channel: string,
  { message, files }: Prepared,
  rest: Asking,
): Promise<Delivered> {
  const along = files.length > 0 ? { files } : {}
  const sent = delivery.edit
    ? await rest.patch(Routes.channelMessage(channel, delivery.edit), { body: message, ...along })
    : await rest.post(Routes.channelMessages(channel), { body: newMessage(delivery, message), ...along })
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
