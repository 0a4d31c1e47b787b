/** Edits of the bot's own messages. Sends and edits share the send limits. */

import { unixTime } from '../../clock.js'
import { has, integer } from '../args.js'
import type { Call } from '../calls.js'
import { ownEphemeral } from '../ephemeral.js'
import { inlineOnly, readMarkup, refuseMisplaced } from '../markup.js'
import { type Draft, replaceEphemeral, replaceMessage } from '../messages.js'
import type { Message } from '../native.js'
import { badRequest } from '../refusal.js'
import { captionContent, TEXT_LENGTH, textContent } from './sending.js'

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

/** Fields an edit of text, or of a caption, sets anew. */
const TEXT_FIELDS = ['text', 'entities', 'link_preview_options'] as const
const CAPTION_FIELDS = ['caption', 'caption_entities', 'show_caption_above_media'] as const

type Part = 'text' | 'caption' | 'markup'

export const editMessageText = (call: Call): Message => edit(call, 'text', newText(call))
export const editMessageCaption = (call: Call): Message => edit(call, 'caption', captionContent(call))
export const editMessageReplyMarkup = (call: Call): Message => edit(call, 'markup', {})

export const editEphemeralMessageText = (call: Call): true => editEphemeral(call, 'text', newText(call))
export const editEphemeralMessageCaption = (call: Call): true =>
  editEphemeral(call, 'caption', captionContent(call))
export const editEphemeralMessageReplyMarkup = (call: Call): true => editEphemeral(call, 'markup', {})

function newText(call: Call): Draft {
  const content = textContent(call)
  if (content.text.length > TEXT_LENGTH) throw badRequest('MESSAGE_TOO_LONG')
  return content.draft
}

function edit(call: Call, part: Part, content: Draft): Message {
  const { args, world } = call
  const given = readMarkup(args, world.apiVersion)
  const markup = inlineOnly(given)
  refuseInline(call)
  const chat = call.chat()
  refuseMisplaced(given, chat.type === 'private')
  const current = chat.messages.get(integer(args, 'message_id'))
  if (!current) throw badRequest('message to edit not found')
  if (current.from?.id !== world.bot.id) throw badRequest("message can't be edited")
  const changed = change(current, part, content, markup)
  return replaceMessage(world, chat, { ...changed, edit_date: unixTime(world.clock) } as Message)
}

/** Messages sent through inline mode cannot exist here, as the bot has none. */
function refuseInline({ args }: Call): void {
  if (has(args, 'chat_id') || integer(args, 'message_id') > 0) return
  throw badRequest(
    has(args, 'inline_message_id') ? 'MESSAGE_ID_INVALID' : 'Message identifier is not specified',
  )
}

function editEphemeral(call: Call, part: Part, content: Draft): true {
  const { args, world } = call
  const given = readMarkup(args, world.apiVersion)
  const markup = inlineOnly(given)
  const chat = call.chat()
  refuseMisplaced(given, chat.type === 'private')
  const receiver = integer(args, 'receiver_user_id')
  const ephemeral = ownEphemeral(world, chat, receiver, integer(args, 'ephemeral_message_id'), 'edit')
  const changed = change(ephemeral.message, part, content, markup)
  replaceEphemeral(world, chat, ephemeral, { ...changed, edit_date: unixTime(world.clock) } as Message)
  return true
}

/** The message with new content and keyboard; an edit without a keyboard takes the old one away. */
function change(current: Message, part: Part, content: Draft, markup: Message['reply_markup']): Message {
  if (part === 'text' && current.text === undefined)
    throw badRequest('there is no text in the message to edit')
  if (part === 'caption' && !current.photo && !current.document) {
    throw badRequest('there is no caption in the message to edit')
  }
  const dropped = part === 'text' ? TEXT_FIELDS : part === 'caption' ? CAPTION_FIELDS : []
  const kept = Object.fromEntries(
    Object.entries(current).filter(
      ([name]) => name !== 'reply_markup' && !(dropped as readonly string[]).includes(name),
    ),
  )
  const next = { ...kept, ...content, ...(markup ? { reply_markup: markup } : {}) } as Message
  if (fingerprint(next) === fingerprint(current)) throw badRequest(NOT_MODIFIED)
  return next
}

/** What counts as the content of a message. */
function fingerprint(message: Message): string {
  const { text, entities, caption, caption_entities, link_preview_options, show_caption_above_media } =
    message
  const { reply_markup } = message
  return JSON.stringify([
    text,
    entities,
    caption,
    caption_entities,
    link_preview_options,
    show_caption_above_media,
    reply_markup,
  ])
}
