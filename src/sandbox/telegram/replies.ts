/** `reply_parameters` [Client.cpp get_reply_parameters, check_reply_parameters]. */
import {
  type Args,
  booleanField,
  complaining,
  has,
  integerField,
  isObject,
  json,
  stringField,
} from './args.js'
import type { Draft } from './messages.js'
import { quoted } from './messages.js'
import { badRequest } from './refusal.js'
import type { ChatState } from './state.js'
import { type ApiVersion, knows, type World } from './world.js'

export interface ReplyOrder {
  message: number
  /** Id of an incoming ephemeral message, Bot API 10.2. */
  ephemeral: number
  chat: string
  isOptional: boolean
  quote: string
}

/** Characters of a quote [Bot API ReplyParameters]. */
const QUOTE_LENGTH = 1_024

export function readReply(args: Args, version: ApiVersion): ReplyOrder | undefined {
  if (!has(args, 'reply_parameters')) return undefined
  const value = json(args, 'reply_parameters', "Can't parse reply parameters JSON object")
  if (!isObject(value)) throw badRequest('Object expected as reply parameters')
  if (Object.keys(value).length === 0) return undefined
  return complaining('', () => {
    const ephemeral = knows({ apiVersion: version }, '10.2') ? integerField(value, 'ephemeral_message_id') : 0
    if (value.message_id === undefined && ephemeral === 0) throw new Error('Can\'t find field "message_id"')
    return {
      message: Math.max(0, integerField(value, 'message_id')),
      ephemeral,
      chat: stringField(value, 'chat_id'),
      isOptional: booleanField(value, 'allow_sending_without_reply'),
      quote: stringField(value, 'quote'),
    }
  })
}

/** The fields a reply adds to the message. Throws 400 when there is nothing to reply to. */
export function resolveReply(world: World, chat: ChatState, order: ReplyOrder, toEphemeral: boolean): Draft {
  if (order.message <= 0) return {}
  const elsewhere = order.chat !== '' && order.chat !== String(chat.id)
  const source = elsewhere ? world.chats.get(Number(order.chat)) : chat
  if (!source) throw badRequest('chat not found')
  const message = source.messages.get(order.message)
  if (!message) {
    if (order.isOptional && !elsewhere && !toEphemeral) return {}
    throw badRequest('message to be replied not found')
  }
  if (elsewhere)
    return {
      external_reply: { origin: originOf(message), chat: message.chat, message_id: message.message_id },
    } as Draft
  return {
    reply_to_message: quoted(message),
    ...quoteOf(message.text ?? message.caption ?? '', order.quote),
  } as Draft
}

function originOf(message: { from?: object; date: number }): object {
  return { type: 'user', date: message.date, sender_user: message.from }
}

function quoteOf(source: string, quote: string): Draft {
  if (quote === '') return {}
  if (quote.length > QUOTE_LENGTH) throw badRequest('MESSAGE_TOO_LONG')
  const position = source.indexOf(quote)
  if (position < 0) throw badRequest('QUOTE_TEXT_INVALID')
  return { quote: { text: quote, position, is_manual: true } }
}
