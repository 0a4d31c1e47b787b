/**
 * The most private way there is to one person in a group: an ephemeral message in the group, else the private
 * chat. What to do when neither works is the caller's business: a press has a toast, a receipt has a hint.
 */
import type { Account, Place } from '../../interaction/call.js'
import { DeliveryError } from '../../interaction/platform.js'
import type { View } from '../../interaction/view.js'
import type { MessageAddress } from './message-id.js'
import type { Outgoing, Sender } from './send.js'

export interface PrivateWords {
  place: Place
  person: Account
  view: View
  locale: string
  /** See {@link Outgoing.key}. */
  key?: string
  /** The press that it answers: lets a bot that is no admin send an ephemeral message (within 15 s). */
  query?: string
  replyTo?: MessageAddress
  /** Aborts when there is no more time for it, over all ways. */
  deadline?: AbortSignal
}

export interface PrivateWays {
  sender: Sender
  /** Waits, no longer than until the deadline. */
  wait(ms: number, deadline?: AbortSignal): Promise<void>
  /** Whether the server knows ephemeral messages at all. */
  hasEphemeral(): boolean
  /** Whether the bot is an admin of this chat, and so needs no press to send an ephemeral message. */
  isAdmin(chat: string): Promise<boolean>
}

/** ms that are waited for the first way where the second is none: a toast holds no buttons. */
const PATIENCE = 3_000

/** Failures that say: not this way, try the next. After any other nobody knows, or nothing will work. */
const NEXT_WAY = new Set(['invalid', 'unreachable', 'forbidden', 'gone', 'later'])

/**
 * Sends to one person. An answer comes where the question was asked; anything else goes to the private chat
 * first, because an ephemeral message may never reach somebody who is away (Bot API,
 * EphemeralMessageParameters). Throws the DeliveryError of the last way.
 */
export async function sendPrivately(ways: PrivateWays, words: PrivateWords): Promise<MessageAddress> {
  const { place, person, view, locale, key, query, replyTo, deadline } = words
  const direct: Outgoing = { chat: person.id, isGroup: false, view, locale, key, deadline }
  if (place.kind === 'private') {
    return ways.sender.send({ ...direct, chat: place.chat, thread: place.thread, replyTo })
  }
  const onlyFor = { person: person.id, query }
  const here: Outgoing = {
    chat: place.chat,
    thread: place.thread,
    isGroup: true,
    replyTo,
    onlyFor,
    view,
    locale,
    key,
    deadline,
  }
  if (!(await mayBeEphemeral(ways, words))) return ways.sender.send(direct)
  const isAnswer = query !== undefined || replyTo !== undefined
  return isAnswer ? firstOf(ways, here, direct) : firstOf(ways, direct, here)
}

async function firstOf(ways: PrivateWays, first: Outgoing, second: Outgoing): Promise<MessageAddress> {
  const { sender } = ways
  try {
    return await sender.send(first)
  } catch (error) {
    if (!(error instanceof DeliveryError) || !NEXT_WAY.has(error.failure.kind)) throw error
    const { failure } = error
    if (failure.kind !== 'later') return sender.send(second)
    try {
      return await sender.send(second)
    } catch (other) {
      if (!(other instanceof DeliveryError) || other.failure.kind === 'unknown') throw other
      // The courier comes again when Telegram says; only a press has nobody who would.
      if (failure.retryAfter > PATIENCE) throw first.key === undefined ? other : error
      await ways.wait(failure.retryAfter, first.deadline)
      return sender.send(first)
    }
  }
}

async function mayBeEphemeral(ways: PrivateWays, { place, query, replyTo }: PrivateWords): Promise<boolean> {
  if (!ways.hasEphemeral()) return false
  return query !== undefined || (replyTo && 'ephemeral' in replyTo) || ways.isAdmin(place.chat)
}
