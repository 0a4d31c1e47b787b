/** deleteMessage, deleteMessages, deleteEphemeralMessage, with the rules of who may delete what. */

import { unixTime } from '../../clock.js'
import { integer, json } from '../args.js'
import type { Call } from '../calls.js'
import { ownEphemeral } from '../ephemeral.js'
import { removeEphemeral, removeMessage } from '../messages.js'
import type { Message } from '../native.js'
import { badRequest } from '../refusal.js'
import type { ChatState } from '../state.js'
import type { World } from '../world.js'

/** Age in seconds up to which a message may be deleted [Bot API deleteMessage: 48 hours]. */
const DELETABLE_S = 48 * 3_600
/** Messages one call may delete [Bot API deleteMessages]. */
const BATCH = 100

export function deleteMessage(call: Call): true {
  const id = integer(call.args, 'message_id')
  if (id <= 0) throw badRequest('Message identifier is not specified')
  const chat = call.chat()
  const message = chat.messages.get(id)
  if (!message) throw badRequest('message to delete not found')
  if (!mayDelete(call.world, chat, message)) throw badRequest("message can't be deleted")
  removeMessage(call.world, chat, id)
  return true
}

/** Messages that are gone are skipped; one that may not be deleted refuses the whole call. */
export function deleteMessages(call: Call): true {
  const ids = readIds(json(call.args, 'message_ids', "Can't parse message_ids JSON object"))
  const chat = call.chat()
  const found = ids.map((id) => chat.messages.get(id)).filter((message) => message !== undefined)
  if (!found.every((message) => mayDelete(call.world, chat, message)))
    throw badRequest("message can't be deleted")
  for (const message of found) removeMessage(call.world, chat, message.message_id)
  return true
}

function readIds(value: unknown): number[] {
  if (value === undefined) throw badRequest('Message identifiers are not specified')
  if (!Array.isArray(value)) throw badRequest('Expected an Array of message identifiers')
  if (value.length > BATCH) throw badRequest('Too many message identifiers specified')
  if (value.length === 0) throw badRequest('Message identifiers are not specified')
  return value.map(readId)
}

function readId(value: unknown): number {
  if (typeof value !== 'number' && typeof value !== 'string')
    throw badRequest('Message identifier must be a Number')
  const id = Number(value)
  if (!Number.isSafeInteger(id) || value === '')
    throw badRequest("Can't parse message identifier as a Number")
  if (id <= 0) throw badRequest('Invalid message identifier specified')
  return id
}

function mayDelete(world: World, chat: ChatState, message: Message): boolean {
  if (message.supergroup_chat_created || message.forum_topic_created) return false
  const isAdmin = chat.bot === 'administrator' && !chat.botLacks.includes('can_delete_messages')
  if (chat.type !== 'private' && isAdmin) return true
  if (unixTime(world.clock) - message.date > DELETABLE_S) return false
  return chat.type === 'private' || message.from?.id === world.bot.id
}

export function deleteEphemeralMessage(call: Call): true {
  const { args, world } = call
  const id = integer(args, 'ephemeral_message_id')
  const chat = call.chat()
  ownEphemeral(world, chat, integer(args, 'receiver_user_id'), id, 'delete')
  removeEphemeral(world, chat, id)
  return true
}
