/**
 * Ephemeral messages of Bot API 10.2 and 10.3: in groups, seen by one person only [4-platforms 1.8]. The
 * closed server's texts for them are not published; those here name the rule that was broken.
 */
import {
  type Args,
  booleanField,
  complaining,
  has,
  isObject,
  json,
  requiredInteger,
  stringField,
} from './args.js'
import { type Draft, postEphemeral } from './messages.js'
import type { Message } from './native.js'
import { userById } from './objects.js'
import { badRequest } from './refusal.js'
import type { ReplyOrder } from './replies.js'
import { type ChatState, type Ephemeral, isAdmin, isPresent, standingOf } from './state.js'
import type { World } from './world.js'

/**
 * Time to answer a press or an incoming ephemeral message with one, milliseconds [Bot API ReplyParameters].
 */
const EPHEMERAL_ANSWER_MS = 15_000

export interface EphemeralOrder {
  receiver: number
  query: string
  replaces: boolean
}

export function ephemeralOrder(args: Args): EphemeralOrder | undefined {
  if (!has(args, 'ephemeral_message_parameters')) return undefined
  const value = json(
    args,
    'ephemeral_message_parameters',
    "Can't parse ephemeral message parameters JSON object",
  )
  if (!isObject(value)) throw badRequest('Object expected as ephemeral message parameters')
  return complaining('', () => {
    const order = {
      receiver: requiredInteger(value, 'receiver_user_id'),
      query: stringField(value, 'callback_query_id'),
      replaces: booleanField(value, 'replace_callback_query_message'),
    }
    if (order.receiver <= 0) throw new Error('Invalid receiver_user_id specified')
    return order
  })
}

/** Sends to one person. Throws 400 when a rule for ephemeral messages is broken. */
export function sendEphemeral(
  world: World,
  chat: ChatState,
  order: EphemeralOrder,
  reply: ReplyOrder | undefined,
  draft: Draft,
): Message {
  if (chat.type === 'private')
    throw badRequest('ephemeral messages can be sent only to groups and supergroups')
  // Whoever is nobody is no member either, also of a group that anybody may be in.
  const isKnown = world.community.byTelegram(order.receiver) !== undefined
  if (!isKnown || !isPresent(standingOf(chat, order.receiver))) throw badRequest('USER_NOT_PARTICIPANT')
  refuseLoginButtons(draft)
  const incoming = reply && reply.ephemeral > 0 ? answered(world, chat, order, reply.ephemeral) : undefined
  const query = order.query === '' ? undefined : pressOf(world, chat, order)
  if (!isAdmin(chat.bot) && !query && !incoming) {
    throw badRequest('not enough rights to send ephemeral messages to the chat without a callback query')
  }
  if (order.replaces && !query)
    throw badRequest('callback query identifier must be specified to replace its message')
  if (order.replaces && query?.ephemeral !== undefined) {
    throw badRequest("an ephemeral message can't be replaced by a new ephemeral message")
  }
  const receiver = { ...draft, receiver_user: userById(world, order.receiver) }
  const replaces = order.replaces && query ? { replaces: query.message } : {}
  return postEphemeral(world, chat, receiver, { person: order.receiver, ...replaces })
}

function refuseLoginButtons(draft: Draft): void {
  const buttons = draft.reply_markup?.inline_keyboard.flat() ?? []
  if (buttons.some((button) => 'login_url' in button)) throw badRequest('BUTTON_TYPE_INVALID')
}

function pressOf(world: World, chat: ChatState, order: EphemeralOrder) {
  const query = world.queries.find(order.query)
  const fits = query && query.user === order.receiver && query.chat === chat.id
  if (!fits || world.clock.now() - query.at > EPHEMERAL_ANSWER_MS) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid')
  }
  return query
}

function answered(world: World, chat: ChatState, order: EphemeralOrder, id: number): Ephemeral {
  const ephemeral = chat.ephemerals.get(id)
  const fits =
    ephemeral && ephemeral.person === order.receiver && ephemeral.message.from?.id === order.receiver
  if (!fits) throw badRequest('message to be replied not found')
  if (world.clock.now() - ephemeral.at > EPHEMERAL_ANSWER_MS) {
    throw badRequest('ephemeral message is too old to be replied')
  }
  return ephemeral
}

/** The bot's own ephemeral message a call means. Throws 400. */
export function ownEphemeral(
  world: World,
  chat: ChatState,
  receiver: number,
  id: number,
  action: string,
): Ephemeral {
  const ephemeral = chat.ephemerals.get(id)
  const isOwn = ephemeral?.message.from?.id === world.bot.id && ephemeral.person === receiver
  if (!ephemeral || !isOwn) throw badRequest(`message to ${action} not found`)
  return ephemeral
}
