/**
 * Renders and sends or edits one message. Every error leaves as a DeliveryError, so that nothing above needs
 * to know grammY. Nothing is retried here but what Telegram certainly did not apply and what we can put right
 * at once: a deleted topic, a feature the server does not have.
 */
import type { RawApi } from 'grammy'
import { DeliveryError } from '../../interaction/platform.js'
import type { View } from '../../interaction/view.js'
import type { Log } from '../../kit/log.js'
import { withdraw } from './abilities.js'
import { describe, failureOf, isTopicGone, isUnchanged } from './failure.js'
import type { MessageAddress } from './message-id.js'
import { renderEdit, renderMessage, type Scene } from './render.js'
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
}

export interface Sender {
  /** Throws a DeliveryError. */
  send(outgoing: Outgoing): Promise<MessageAddress>
  /** An edit that changes nothing is a success. Throws a DeliveryError. */
  edit(address: MessageAddress, isGroup: boolean, view: View, locale: string): Promise<void>
}

type SendPayload = Parameters<RawApi['sendMessage']>[0]

export function createSender(api: RawApi, rendering: Rendering, log: Log): Sender {
  async function post(outgoing: Outgoing): Promise<MessageAddress> {
    const sent = await withoutLostTopic(api, payloadOf(outgoing, rendering))
    const { chat, onlyFor } = outgoing
    if (!onlyFor) return { chat, message: sent.message_id }
    if (sent.ephemeral_message_id)
      return { chat, receiver: onlyFor.person, ephemeral: sent.ephemeral_message_id }
    return takeBack(chat, sent.message_id)
  }

  /** The server ignored what made the message private, and showed it to all. */
  async function takeBack(chat: string, message: number): Promise<never> {
    rendering.abilities.ephemeral = false
    log.error('the Bot API server does not know ephemeral messages; one was taken back', { chat })
    await api.deleteMessage({ chat_id: Number(chat), message_id: message })
    throw new DeliveryError({ kind: 'invalid', detail: 'the server does not know ephemeral messages' })
  }

  return {
    send: (outgoing) => attempt(rendering, log, () => post(outgoing)),
    async edit(address, isGroup, view, locale) {
      await attempt(rendering, log, async () => {
        const changes = renderEdit(view, locale, rendering, { isGroup, isReply: false })
        const chat = { chat_id: Number(address.chat) }
        if ('message' in address)
          await api.editMessageText({ ...chat, message_id: address.message, ...changes })
        else await api.editEphemeralMessageText({ ...chat, ...ephemeralIds(address), ...changes })
      }).catch(pardonUnchanged)
    },
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
  if (isUnchanged(error)) return new Unchanged({ kind: 'invalid', detail: 'message is not modified' })
  return new DeliveryError(failureOf(error))
}

function pardonUnchanged(error: unknown): void {
  if (!(error instanceof Unchanged)) throw error
}

async function withoutLostTopic(api: RawApi, payload: SendPayload) {
  try {
    return await api.sendMessage(payload)
  } catch (error) {
    if (!payload.message_thread_id || !isTopicGone(error)) throw error
    const { message_thread_id: _, ...general } = payload
    return api.sendMessage(general)
  }
}

function payloadOf(outgoing: Outgoing, rendering: Rendering): SendPayload {
  const { chat, thread, isGroup, view, locale, onlyFor } = outgoing
  const reply = replyOf(outgoing)
  const scene: Scene = { isGroup, isReply: reply !== undefined }
  const payload: SendPayload = { chat_id: Number(chat), ...renderMessage(view, locale, rendering, scene) }
  if (thread) payload.message_thread_id = Number(thread)
  if (reply) payload.reply_parameters = reply
  if (onlyFor) {
    payload.ephemeral_message_parameters = { receiver_user_id: Number(onlyFor.person) }
    if (onlyFor.query) payload.ephemeral_message_parameters.callback_query_id = onlyFor.query
  }
  return payload
}

/**
 * A public message answers public ones of the same chat; an ephemeral one answers only ephemeral ones,
 * because Telegram then allows no "send anyway" when the other is gone (Bot API, ReplyParameters).
 */
function replyOf({ chat, replyTo, onlyFor }: Outgoing): SendPayload['reply_parameters'] {
  if (!replyTo || replyTo.chat !== chat) return undefined
  if ('message' in replyTo) {
    return onlyFor ? undefined : { message_id: replyTo.message, allow_sending_without_reply: true }
  }
  return onlyFor ? { ephemeral_message_id: replyTo.ephemeral } : undefined
}

function ephemeralIds(address: { receiver: string; ephemeral: number }) {
  return { receiver_user_id: Number(address.receiver), ephemeral_message_id: address.ephemeral }
}
