/** Files that came with an interaction: those of its `resolved` data, which Discord itself fills in. */
import type { SentFile } from '../../interaction/call.js'
import { CUSTOM_ID_LIMIT } from './limits.js'
import { type Raw, record, snowflake, string } from './raw.js'

/** Characters of an address, a file's name and a content type; Discord's own are shorter. */
const ADDRESS_LIMIT = 2048
const NAME_LIMIT = 1024
const TYPE_LIMIT = 255

export function attachmentsOf(data: Raw): Raw {
  return record(record(data.resolved)?.attachments) ?? {}
}

/** The files by the names of the options or fields in which their ids stand. */
export function filesOf(
  named: readonly { name: unknown; id: unknown }[],
  attachments: Raw,
): { files?: Record<string, SentFile> } {
  const files = named.flatMap(({ name, id }): [string, SentFile][] => {
    const key = string(name, CUSTOM_ID_LIMIT)
    const known = snowflake(id)
    const file = known && Object.hasOwn(attachments, known) ? readAttachment(attachments[known]) : undefined
    return key && file ? [[key, file]] : []
  })
  return files.length > 0 ? { files: Object.fromEntries(files) } : {}
}

function readAttachment(value: unknown): SentFile | undefined {
  const attachment = record(value)
  const url = string(attachment?.url, ADDRESS_LIMIT)
  if (!attachment || !url) return undefined
  const { size } = attachment
  const mime = string(attachment.content_type, TYPE_LIMIT)?.split(';')[0]?.trim().toLowerCase()
  return {
    native: url,
    sentAs: 'document',
    name: string(attachment.filename, NAME_LIMIT) ?? 'file',
    mime: mime || 'application/octet-stream',
    ...(Number.isSafeInteger(size) && Number(size) >= 0 ? { size: Number(size) } : {}),
  }
}
