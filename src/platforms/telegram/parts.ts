/**
 * The messages that one view becomes: words alone; a file with the words as its caption; or, where there are
 * several files or more words than a caption holds, the files and below them the words with the buttons.
 */
import { InputFile, type RawApi } from 'grammy'
import type { Attached, WithFiles } from '../../interaction/attach.js'
import { text } from '../../kit/text.js'
import { ELLIPSIS } from './lettering.js'
import { CAPTION_LIMIT, PHOTO_LIMIT_BYTES } from './limits.js'
import { type Message, renderMessage, type Scene } from './render.js'
import type { Rendering } from './rendering.js'

type Payload<Method extends 'sendMessage' | 'sendPhoto' | 'sendDocument'> = Parameters<RawApi[Method]>[0]

export type Part =
  | { method: 'sendMessage'; payload: Payload<'sendMessage'> }
  | { method: 'sendPhoto'; payload: Payload<'sendPhoto'> }
  | { method: 'sendDocument'; payload: Payload<'sendDocument'> }

/** What all messages of a view share: where they go, what they answer, who sees them. */
export type Address = Pick<
  Payload<'sendMessage'>,
  'chat_id' | 'message_thread_id' | 'reply_parameters' | 'ephemeral_message_parameters'
>

export function partsOf(
  { view, attached }: WithFiles,
  locale: string,
  rendering: Rendering,
  { address, scene }: { address: Address; scene: Scene },
): Part[] {
  const message = renderMessage(view, locale, rendering, scene)
  const [first, ...others] = attached
  if (first && others.length === 0 && message.text.length <= CAPTION_LIMIT)
    return [filePart(first, { ...address, ...asCaption(message) })]
  const files = attached.map((one) => filePart(one, address))
  return [...files, { method: 'sendMessage', payload: { ...address, ...message } }]
}

function asCaption({ text: caption, entities, reply_markup }: Message) {
  return {
    ...(caption === ELLIPSIS ? {} : { caption }),
    ...(entities ? { caption_entities: entities } : {}),
    ...(reply_markup ? { reply_markup } : {}),
  }
}

function filePart(
  { file, body }: Attached,
  rest: Address & Omit<Payload<'sendPhoto'>, 'photo' | 'chat_id'>,
): Part {
  const sent = body.kind === 'native' ? body.native : new InputFile(body.bytes, file.name)
  if (isPhoto({ file, body })) return { method: 'sendPhoto', payload: { ...rest, photo: sent } }
  return { method: 'sendDocument', payload: { ...rest, document: sent } }
}

/** Telegram gives out again as a photo what came as one, and nothing else. */
function isPhoto({ file, body }: Attached): boolean {
  if (body.kind === 'native') return body.sentAs === 'photo'
  return file.kind === 'picture' && body.bytes.length <= PHOTO_LIMIT_BYTES
}

/** The same file for whom it cannot be a photo. */
export function asDocument({ payload }: Part & { method: 'sendPhoto' }): Part {
  const { photo, show_caption_above_media: _, has_spoiler: __, ...rest } = payload
  return { method: 'sendDocument', payload: { ...rest, document: photo } }
}

/** Without a file that Telegram was to have itself, and has no more. */
export function withoutFile({ view, attached }: WithFiles, index: number): WithFiles {
  const name = attached[index]?.file.name ?? ''
  return {
    view: { ...view, text: [...view.text, text('file-lost', { name })] },
    attached: attached.toSpliced(index, 1),
  }
}
