/** Uploaded files: kept in memory, served under /cdn, described as attachments. */
import type { APIAttachment } from 'discord.js'
import type { GivenFile } from '../contract.js'
import { apiError } from './api-error.js'
import type { Channel, Realm } from './realm.js'

export interface Upload {
  /** The number in `files[n]`, by which `attachments` refers to it. */
  key: string
  name: string
  type: string
  data: Buffer
}

/** Attachment limit of an ordinary guild in bytes (`attachment_size_limit`, since 2024). */
export const FILE_MAX = 10 * 1024 * 1024
/** Files of one message, those that it has already among them (JSON error 30015). */
const FILES_OF_MESSAGE = 10
/** Files kept; older ones are forgotten, so that a long demo does not fill the memory. */
const FILES_KEPT = 200

/** Refuses with 400 30015 when a message would have more files than it may. */
export function refuseTooMany(uploads: readonly Upload[], staying = 0): void {
  if (uploads.length + staying > FILES_OF_MESSAGE) throw apiError(30015)
}

/** Stores the files of one message. 413 40005 when one is too large. */
export function storeFiles(
  realm: Realm,
  channel: Channel,
  uploads: readonly Upload[],
  notes: readonly Record<string, unknown>[],
  ephemeral: boolean,
): APIAttachment[] {
  if (uploads.some(({ data }) => data.length > FILE_MAX)) throw apiError(40005)
  return uploads.map((upload) => {
    const note = notes.find(({ id }) => String(id) === upload.key)
    return attach(realm, channel, upload, note, ephemeral)
  })
}

function attach(
  realm: Realm,
  channel: Channel,
  upload: Upload,
  note: Record<string, unknown> | undefined,
  ephemeral: boolean,
): APIAttachment {
  const id = realm.ids.next()
  const filename = safeName(String(note?.filename ?? upload.name))
  const path = `/cdn/attachments/${channel.id}/${id}/${encodeURIComponent(filename)}`
  realm.files.set(path, { name: filename, type: upload.type, data: upload.data })
  for (const oldest of realm.files.keys()) {
    if (realm.files.size <= FILES_KEPT) break
    realm.files.delete(oldest)
  }
  const url = `${realm.origin}${path}`
  return {
    id,
    filename,
    size: upload.data.length,
    url,
    proxy_url: url,
    content_type: upload.type,
    ...(note?.description ? { description: String(note.description) } : {}),
    ...(ephemeral ? { ephemeral: true } : {}),
    ...pictureSize(upload.data),
  }
}

/** A file as the app uploads it. */
export function uploadOf({ name, type, base64 }: GivenFile, key = '0'): Upload {
  return { key, name, type: type || 'application/octet-stream', data: Buffer.from(base64, 'base64') }
}

/** Discord keeps word characters, dots and hyphens and turns the rest into underscores. */
const safeName = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '_') || 'file'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])
const PNG_WIDTH_AT = 16
const PNG_HEIGHT_AT = 20
const PNG_HEADER = 24

/** Width and height of a PNG; other formats are shown at their natural size. */
function pictureSize(data: Buffer): { width?: number; height?: number } {
  if (data.length < PNG_HEADER || !data.subarray(0, PNG.length).equals(PNG)) return {}
  return { width: data.readUInt32BE(PNG_WIDTH_AT), height: data.readUInt32BE(PNG_HEIGHT_AT) }
}

/** The unfurled object of a media url; `attachment://name` finds the file among the message's own. */
export function unfurl(realm: Realm, attachments: readonly APIAttachment[]) {
  return (url: string): Record<string, unknown> => {
    const name = url.startsWith('attachment://') ? url.slice('attachment://'.length) : undefined
    const own = name === undefined ? undefined : attachments.find(({ filename }) => filename === name)
    if (!own) return { id: realm.ids.next(), url, proxy_url: url }
    const { width = null, height = null, content_type = null, size } = own
    const shared = { id: realm.ids.next(), url: own.url, proxy_url: own.proxy_url }
    return { ...shared, width, height, content_type, attachment_id: own.id, size }
  }
}
