/** sendMessage, sendPhoto and sendDocument. */
import {
  type Args,
  complaining,
  flag,
  has,
  integer,
  isObject,
  json,
  stringField,
  text,
  type Upload,
} from '../args.js'
import type { Call } from '../calls.js'
import { type EphemeralOrder, ephemeralOrder, sendEphemeral } from '../ephemeral.js'
import type { StoredFile } from '../files.js'
import { readMarkup, refuseMisplaced } from '../markup.js'
import { type Draft, fromBot, postMessage } from '../messages.js'
import type { FormattedText, Markup, Message } from '../native.js'
import { userOf } from '../objects.js'
import { recognise } from '../pictures.js'
import { ApiRefusal, badRequest } from '../refusal.js'
import { type ReplyOrder, readReply, resolveReply } from '../replies.js'
import type { ChatState } from '../state.js'
import { formatText } from '../text/entities.js'
import { refuseSilenced, resolveThread } from '../threads.js'
import type { World } from '../world.js'

/** Characters of a text and of a caption after parsing, counted in UTF-16 [Bot API; 4-platforms 1.1]. */
export const TEXT_LENGTH = 4_096
export const CAPTION_LENGTH = 1_024
/** Bytes of a photo, and width plus height and their ratio [Bot API sendPhoto]. */
const PHOTO_BYTES = 10 * 1024 * 1024
const PHOTO_SIDES = 10_000
const PHOTO_RATIO = 20
/** Bytes of any other file [Bot API, sending files]. */
const DOCUMENT_BYTES = 50 * 1024 * 1024

export function sendMessage(call: Call): Message {
  const content = textContent(call)
  if (content.text.length > TEXT_LENGTH) throw badRequest('message is too long')
  return send(call, { ...content.draft })
}

export function sendPhoto(call: Call): Message {
  const photo = readPhoto(call)
  return send(call, { ...photo, ...captionContent(call) })
}

export function sendDocument(call: Call): Message {
  const document = readDocument(call)
  return send(call, { ...document, ...captionContent(call) })
}

/** Text with its entities and link preview, as a part of a message. Throws 400. */
export function textContent(call: Call): { text: string; draft: Draft } {
  const { args, world } = call
  const options = readPreview(args)
  const shown = format(world, args, 'text', 'entities')
  if (shown.text === '') throw badRequest('Text must be non-empty')
  const entities = shown.entities.length > 0 ? { entities: shown.entities } : {}
  return { text: shown.text, draft: { text: shown.text, ...entities, ...options } }
}

export function captionContent({ args, world }: Call): Draft {
  const shown = format(world, args, 'caption', 'caption_entities')
  if (shown.text.length > CAPTION_LENGTH) throw badRequest('message caption is too long')
  if (shown.text === '') return {}
  return {
    caption: shown.text,
    ...(shown.entities.length > 0 ? { caption_entities: shown.entities } : {}),
    ...(flag(args, 'show_caption_above_media') ? { show_caption_above_media: true } : {}),
  }
}

function format(world: World, args: Args, name: string, entities: string): FormattedText {
  return formatText({
    text: text(args, name),
    parseMode: text(args, 'parse_mode'),
    entities: readEntities(args, entities),
    findUser: (id) => {
      const person = world.community.byTelegram(id)
      return person ? userOf(person) : undefined
    },
  })
}

/** Entities that are no JSON are ignored [Client.cpp get_input_entities]. */
function readEntities(args: Args, name: string): unknown {
  try {
    return json(args, name, '')
  } catch {
    return undefined
  }
}

const PREVIEW_FLAGS = ['is_disabled', 'prefer_small_media', 'prefer_large_media', 'show_above_text'] as const

function readPreview(args: Args): Draft {
  const value = json(args, 'link_preview_options', "Can't parse link preview options JSON object")
  if (value === undefined) return {}
  if (!isObject(value)) throw badRequest('Object expected as link preview options')
  const options = complaining('', () => {
    const url = stringField(value, 'url')
    for (const name of PREVIEW_FLAGS) {
      if (value[name] !== undefined && typeof value[name] !== 'boolean') {
        throw new Error(`Field "${name}" must be of type Boolean`)
      }
    }
    const flags = PREVIEW_FLAGS.filter((name) => value[name] === true).map((name) => [name, true])
    return { ...Object.fromEntries(flags), ...(url ? { url } : {}) }
  })
  return Object.keys(options).length > 0 ? { link_preview_options: options } : {}
}

/**
 * "A reply to an ephemeral message must itself be an ephemeral message" [Bot API ReplyParameters]. The closed
 * server's words for it are not published.
 */
const PUBLIC_REPLY = 'a reply to an ephemeral message must be an ephemeral message'

interface Order {
  reply: ReplyOrder | undefined
  markup: Markup | undefined
  ephemeral: EphemeralOrder | undefined
}

function send(call: Call, content: Draft): Message {
  const { world, args } = call
  const order: Order = {
    reply: readReply(args, world.apiVersion),
    markup: readMarkup(args, world.apiVersion),
    ephemeral: ephemeralOrder(args),
  }
  if (order.reply && order.reply.ephemeral > 0 && !order.ephemeral) throw badRequest(PUBLIC_REPLY)
  const chat = call.chat()
  refuseMisplaced(order.markup, chat.type === 'private')
  refuseEffect(args, chat)
  const topic = integer(args, 'message_thread_id') || threadOfReply(chat, order.reply)
  const thread = resolveThread(chat, topic)
  refuseSilenced(chat, topic, content.photo ? 'photos' : 'text messages')
  const reply = order.reply ? resolveReply(world, chat, order.reply, order.ephemeral !== undefined) : {}
  const draft = {
    ...fromBot(world),
    ...thread,
    ...reply,
    ...content,
    ...keyboard(order.markup),
    ...options(args),
  }
  if (order.ephemeral) return sendEphemeral(world, chat, order.ephemeral, order.reply, draft)
  return postMessage(world, chat, draft, prompt(order.markup))
}

/** Effects are for private chats [Bot API sendMessage; td MessagesManager.cpp]. */
function refuseEffect(args: Args, chat: ChatState): void {
  const isAsked = integer(args, 'message_effect_id') !== 0
  if (isAsked && chat.type !== 'private') throw badRequest("Can't use message effects in the chat")
}

/** An answer stays in the topic of what it answers. */
function threadOfReply(chat: ChatState, reply: ReplyOrder | undefined): number {
  const isHere = reply !== undefined && (reply.chat === '' || reply.chat === String(chat.id))
  const message = isHere ? chat.messages.get(reply.message) : undefined
  return message?.is_topic_message ? (message.message_thread_id ?? 0) : 0
}

const keyboard = (markup: Markup | undefined): Draft =>
  markup?.kind === 'inline' ? { reply_markup: markup.markup } : {}

function options(args: Args): Draft {
  return {
    ...(flag(args, 'protect_content') ? { has_protected_content: true as const } : {}),
    ...(has(args, 'message_effect_id') ? { effect_id: text(args, 'message_effect_id') } : {}),
  }
}

/** The other keyboards are shown by the apps but never come back in a Message. */
const prompt = (markup: Markup | undefined) =>
  markup && markup.kind !== 'inline' ? markup.markup : undefined

function readPhoto({ world, args }: Call): Draft {
  const upload = uploadOf(args, 'photo')?.bytes
  const spoiler = flag(args, 'has_spoiler') ? { has_media_spoiler: true as const } : {}
  if (!upload) return { ...knownFile(world, args, 'photo'), ...spoiler }
  if (upload.length > PHOTO_BYTES)
    throw badRequest(
      `file of size ${upload.length} bytes is too big for a photo; the maximum size is ${PHOTO_BYTES} bytes`,
    )
  const picture = recognise(upload)
  if (!picture) throw badRequest('IMAGE_PROCESS_FAILED')
  const { width, height } = picture
  const isEmpty = width === 0 || height === 0
  const isThin = Math.max(width / height, height / width) > PHOTO_RATIO
  if (isEmpty || isThin || width + height > PHOTO_SIDES) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS')
  }
  return { ...fileField(world.files.photo(upload, picture)), ...spoiler }
}

function readDocument({ world, args }: Call): Draft {
  const upload = uploadOf(args, 'document')
  if (!upload) return knownFile(world, args, 'document')
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty')
  if (upload.bytes.length > DOCUMENT_BYTES) throw new ApiRefusal(413, 'Request Entity Too Large')
  return fileField(world.files.document(upload.bytes, upload.name))
}

/** The uploaded file: a part of that name, or the part an `attach://` names. */
function uploadOf(args: Args, name: 'photo' | 'document'): Upload | undefined {
  const attached = /^attach:\/\/(.+)$/.exec(text(args, name))?.[1]
  return args.files.get(attached ?? name)
}

/** A file that the server has, by its id; as what it was sent. */
function knownFile(world: World, args: Args, wanted: 'photo' | 'document'): Draft {
  const id = text(args, wanted)
  if (id === '') throw badRequest(`there is no ${wanted} in the request`)
  if (/^https?:\/\//i.test(id)) throw badRequest('failed to get HTTP URL content')
  const file = world.files.get(id)
  if (!file) throw badRequest('wrong remote file identifier specified: Wrong string length')
  const kind = file.size ? 'photo' : 'document'
  if (kind !== wanted) throw badRequest(`can't use file of type ${TITLES[kind]} as ${TITLES[wanted]}`)
  return fileField(file)
}

const TITLES = { photo: 'Photo', document: 'Document' }

/** The file as a part of a message. */
export function fileField({ id, uniqueId, name, type, bytes, size }: StoredFile): Draft {
  const file = { file_id: id, file_unique_id: uniqueId, file_size: bytes.length }
  if (size) return { photo: [{ ...file, ...size }] }
  return { document: { ...file, file_name: name, mime_type: type } }
}
