/** The file in a message that somebody sent us. */
import type { SentFile } from '../../interaction/call.js'
import { integer, type Native, object, string } from './native.js'

/** Characters of an id or a name that we carry on; Telegram's file ids have about 100. */
const TEXT_LIMIT = 512

/**
 * A photo in its largest size, or whatever else was sent as a file. A film or a voice message is read, too,
 * so that its sender is told what is wanted instead.
 */
export function readFile(message: Native): SentFile | undefined {
  if (Array.isArray(message.photo)) return readPhoto(message.photo)
  const sent = object(
    message.document ?? message.video ?? message.audio ?? message.voice ?? message.video_note,
  )
  const common = sent && readCommon(sent)
  if (!sent || !common) return undefined
  return {
    ...common,
    sentAs: 'document',
    name: short(sent.file_name) ?? 'file',
    mime: (short(sent.mime_type) ?? UNTOLD).toLowerCase().split(';')[0]?.trim() ?? UNTOLD,
  }
}

const UNTOLD = 'application/octet-stream'

/** Telegram makes a JPEG of every photo. */
function readPhoto(sizes: readonly unknown[]): SentFile | undefined {
  const known = sizes.map(object).filter((size) => size !== undefined)
  const largest = known.toSorted((one, other) => area(one) - area(other)).at(-1)
  const common = largest && readCommon(largest)
  return common && { ...common, sentAs: 'photo', name: 'photo.jpg', mime: 'image/jpeg' }
}

function area({ width, height }: Native): number {
  return (integer(width) ?? 0) * (integer(height) ?? 0)
}

function readCommon(sent: Native): Pick<SentFile, 'native' | 'unique' | 'size'> | undefined {
  const native = short(sent.file_id)
  if (!native) return undefined
  const unique = short(sent.file_unique_id)
  const size = integer(sent.file_size)
  return {
    native,
    ...(unique ? { unique } : {}),
    ...(size !== undefined && size >= 0 ? { size } : {}),
  }
}

function short(value: unknown): string | undefined {
  const text = string(value)
  return text !== undefined && text.length <= TEXT_LIMIT ? text : undefined
}
