/**
 * Renders and sends or edits one message. Every error leaves as a DeliveryError, so that nothing above needs
 * to know grammY. Nothing is retried here but what Telegram certainly did not apply and what we can put right
 * at once: a deleted topic, a feature the server does not have.
 */
import type { RawApi } from 'grammy'
import { attach, attachNow, type LoadFile, type WithFiles } from '../../interaction/attach.js'
import { DeliveryError } from '../../interaction/platform.js'
import type { View } from '../../interaction/view.js'
import { byDeadline } from '../../kit/deadline.js'
import { Kept } from '../../kit/kept.js'
import type { Log } from '../../kit/log.js'
import { Outage } from '../../kit/outage.js'
import { must } from '../../kit/refusal.js'
import type { World } from '../../kit/world.js'
import { withdraw } from './abilities.js'
import { asSignal, type Signal } from './client.js'
import {
  describe,
  failureOf,
  isCaptioned,
  isFileGone,
  isNoPhoto,
  isTopicGone,
  isUnchanged,
} from './failure.js'
import {
  CAPTION_LIMIT,
  FILE_PAUSE,
  HALF_SENT_KEPT,
  LATE_PAUSE,
  TAKE_BACK_SECONDS,
  UPLOAD_LIMIT_BYTES,
} from './limits.js'
import type { MessageAddress } from './message-id.js'
import { type Address, asDocument, type Part, partsOf, withoutFile } from './parts.js'
import { renderEdit } from './render.js'
import type { Rendering } from './rendering.js'

export interface Outgoing {
  chat: string
  thread?: string
  isGroup: boolean
  /** The message it answers; left out where Telegram would refuse the connection. */
  replyTo?: MessageAddress
  /** Only this person shall see it, in a group. `query` is the press that it answers. */
  onlyFor?: { person: string; query?: string }
  view: View
  locale: string
  /** The same in every repetition of a delivery: what was sent of several messages is not sent again. */
  key?: string
  /** Aborts when there is no more time for it; no request is begun after that. */
  deadline?: AbortSignal
}

export type Changes = Pick<Outgoing, 'isGroup' | 'view' | 'locale' | 'deadline'>

export interface Sender {
  /** Throws a DeliveryError. */
  send(outgoing: Outgoing): Promise<MessageAddress>
  /** An edit that changes nothing is a success. Throws a DeliveryError. */
  edit(address: MessageAddress, changes: Changes): Promise<void>
}

interface Tools {
  log: Log
  world: Pick<World, 'after'>
  load: LoadFile
}

export function createSender(api: RawApi, rendering: Rendering, { log, world, load }: Tools): Sender {
  const attaching = { load, platform: 'telegram', most: UPLOAD_LIMIT_BYTES } as const
  const halfSent = new Kept<MessageAddress[]>(HALF_SENT_KEPT)

  /** All messages of a view; `done` are those of them that were sent before. */
  async function post(outgoing: Outgoing, done: MessageAddress[]): Promise<MessageAddress> {
    const { view, locale, key } = outgoing
    // Where somebody waits, a file that cannot be had now is told; the courier tries again.
    const ready = await (key === undefined ? attachNow : attach)(attaching, view, locale)
    return postParts(outgoing, ready, done)
  }

  async function postParts(
    outgoing: Outgoing,
    ready: WithFiles,
    done: MessageAddress[],
  ): Promise<MessageAddress> {
    const { locale, isGroup, key, deadline } = outgoing
    const address = addressOf(outgoing)
    const scene = { isGroup, isReply: address.reply_parameters !== undefined }
    const parts = partsOf(ready, locale, rendering, { address, scene })
    for (const part of parts.slice(done.length)) {
      try {
        done.push(await placed(outgoing, await sendPart(api, part, deadline)))
      } catch (error) {
        const { body } = ready.attached[done.length] ?? {}
        if (body?.kind !== 'native' || !isFileGone(error)) throw error
        return postParts(outgoing, withoutFile(ready, done.length), done)
      }
      if (key !== undefined && parts.length > 1) halfSent.set(nameOf(outgoing), done)
    }
    if (key !== undefined) halfSent.delete(nameOf(outgoing))
    return must(done.at(-1), 'a message of the view')
  }

  async function placed(
    { chat, onlyFor }: Outgoing,
    sent: { message_id: number; ephemeral_message_id?: number },
  ): Promise<MessageAddress> {
    if (!onlyFor) return { chat, message: sent.message_id }
    if (sent.ephemeral_message_id)
      return { chat, receiver: onlyFor.person, ephemeral: sent.ephemeral_message_id }
    return takeBack(chat, sent.message_id)
  }

  /** The server ignored what made the message private, and showed it to all: undone whatever the time. */
  async function takeBack(chat: string, message: number): Promise<never> {
    rendering.abilities.ephemeral = false
    log.error('the Bot API server does not know ephemeral messages; one was taken back', { chat })
    await byDeadline(TAKE_BACK_SECONDS * 1000, world, (signal) =>
      api.deleteMessage({ chat_id: Number(chat), message_id: message }, asSignal(signal)),
    )
    throw new DeliveryError({ kind: 'invalid', detail: 'the server does not know ephemeral messages' })
  }

  return {
    async send(outgoing) {
      const done = halfSent.get(nameOf(outgoing)) ?? []
      return attempt(rendering, log, () => post(outgoing, done))
    },
    edit: (address, changes) =>
      attempt(rendering, log, () => editWords(api, rendering, address, changes)).catch(pardonUnchanged),
  }
}

/** By what the parts of a delivery on one of its ways are remembered. */
function nameOf({ key = '', chat, onlyFor }: Outgoing): string {
  return `${key} ${chat} ${onlyFor?.person ?? ''}`
}

/** The words of a message that carries a file are its caption. */
async function editWords(
  api: RawApi,
  rendering: Rendering,
  address: MessageAddress,
  { isGroup, view, locale, deadline }: Changes,
): Promise<void> {
  const scene = { isGroup, isReply: false }
  const chat = { chat_id: Number(address.chat) }
  const text = renderEdit(view, locale, rendering, scene)
  try {
    if ('message' in address)
      await api.editMessageText({ ...chat, message_id: address.message, ...text }, inTime(deadline))
    else await api.editEphemeralMessageText({ ...chat, ...ephemeralIds(address), ...text }, inTime(deadline))
  } catch (error) {
    if (!isCaptioned(error)) throw error
    const edit = renderEdit(view, locale, rendering, scene, CAPTION_LIMIT)
    const caption = {
      ...{ caption: edit.text, caption_entities: edit.entities, reply_markup: edit.reply_markup },
    }
    if ('message' in address)
      await api.editMessageCaption({ ...chat, message_id: address.message, ...caption }, inTime(deadline))
    else
      await api.editEphemeralMessageCaption(
        { ...chat, ...ephemeralIds(address), ...caption },
        inTime(deadline),
      )
  }
}

/** Tries, and once more when the server turned out to lack something. */
async function attempt<T>(rendering: Rendering, log: Log, task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    if (withdraw(rendering.abilities, error)) {
      log.warn('the Bot API server lacks a feature; going on without', describe(error))
      return await attempt(rendering, log, task)
    }
    throw asDeliveryError(error)
  }
}

class Unchanged extends DeliveryError {}

function asDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  if (error instanceof Outage)
    return new DeliveryError({ kind: 'later', retryAfter: FILE_PAUSE, everything: false })
  if (isUnchanged(error)) return new Unchanged({ kind: 'invalid', detail: 'message is not modified' })
  return new DeliveryError(failureOf(error))
}

function pardonUnchanged(error: unknown): void {
  if (!(error instanceof Unchanged)) throw error
}

/** A topic that was deleted leaves its forum; a picture that Telegram cannot show goes as a document. */
async function sendPart(api: RawApi, part: Part, deadline?: AbortSignal): Promise<Sent> {
  try {
    return await sendAs(api, part, inTime(deadline))
  } catch (error) {
    if (part.method === 'sendPhoto' && isNoPhoto(error)) return sendPart(api, asDocument(part), deadline)
    const { message_thread_id, ...general } = part.payload
    if (!message_thread_id || !isTopicGone(error)) throw error
    return sendPart(api, { ...part, payload: general } as Part, deadline)
  }
}

type Sent = { message_id: number; ephemeral_message_id?: number }

function sendAs(api: RawApi, part: Part, signal: Signal | undefined): Promise<Sent> {
  switch (part.method) {
    case 'sendMessage':
      return api.sendMessage(part.payload, signal)
    case 'sendPhoto':
      return api.sendPhoto(part.payload, signal)
    case 'sendDocument':
      return api.sendDocument(part.payload, signal)
  }
}

/** What is not begun is certainly not applied: those before it were refused. */
function inTime(deadline?: AbortSignal): Signal | undefined {
  if (deadline?.aborted) throw new DeliveryError({ kind: 'later', retryAfter: LATE_PAUSE, everything: false })
  return deadline && asSignal(deadline)
}

function addressOf(outgoing: Outgoing): Address {
  const { chat, thread, onlyFor } = outgoing
  const reply = replyOf(outgoing)
  const address: Address = { chat_id: Number(chat) }
  if (thread) address.message_thread_id = Number(thread)
  if (reply) address.reply_parameters = reply
  if (onlyFor) {
    address.ephemeral_message_parameters = { receiver_user_id: Number(onlyFor.person) }
    if (onlyFor.query) address.ephemeral_message_parameters.callback_query_id = onlyFor.query
  }
  return address
}

/**
 * A public message answers public ones of the same chat; an ephemeral one answers only ephemeral ones,
 * because Telegram then allows no "send anyway" when the other is gone (Bot API, ReplyParameters).
 */
function replyOf({ chat, replyTo, onlyFor }: Outgoing): Address['reply_parameters'] {
  if (!replyTo || replyTo.chat !== chat) return undefined
  if ('message' in replyTo) {
    return onlyFor ? undefined : { message_id: replyTo.message, allow_sending_without_reply: true }
  }
  return onlyFor ? { ephemeral_message_id: replyTo.ephemeral } : undefined
}

function ephemeralIds(address: { receiver: string; ephemeral: number }) {
  return { receiver_user_id: Number(address.receiver), ephemeral_message_id: address.ephemeral }
}
