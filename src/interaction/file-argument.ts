/**
 * The argument that is a file. Its value is the id of a row, and only `answers-in-files.ts` makes one: what
 * somebody typed is never taken for a file, or anybody could name another's.
 */
import { type Argument, argument, fault } from './arguments.js'
import type { SentFile } from './call.js'
import type { FileKind } from './view.js'

/**
 * Bytes of a file that we take: as much as Discord lets us show again. Sources: Discord, default attachment
 * limit 10 MiB; Telegram, photos 10 MB, getFile 20 MB.
 */
export const FILE_MOST_BYTES = 10_000_000

const PICTURES = { 'image/png': 'PNG', 'image/jpeg': 'JPEG', 'image/webp': 'WebP' } as const
const PAPERS = { 'application/pdf': 'PDF', 'text/plain': 'TXT', 'text/csv': 'CSV' } as const

/** Types by the names people know. A document may be a picture, too. */
export const FILE_TYPES: Record<FileKind, Readonly<Record<string, string>>> = {
  picture: PICTURES,
  document: { ...PICTURES, ...PAPERS },
}

/** Stands in a form for an answer that was no file at all. */
export const NO_FILE = 'words'

/** 80 bits in Crockford's base 32. */
const ID = /^[0-9a-hjkmnp-tv-z]{16}$/

/** A picture or a document. The value is the id of its row. */
export function file(kind: FileKind): Argument<string> {
  return argument({ kind: 'file', file: kind }, (typed, context) => {
    if (ID.test(typed)) return typed
    const types = Object.values(FILE_TYPES[kind]).join(', ')
    const [, what, detail = ''] = /^(large|type|empty):(.*)$/.exec(typed) ?? []
    switch (what) {
      case 'large':
        return fault(context, 'file-too-large', { size: megabytes(Number(detail)), max: MOST_SHOWN })
      case 'type':
        return fault(context, 'file-type', { types })
      case 'empty':
        return fault(context, 'file-empty', {})
      default:
        return fault(context, 'file-wanted', { types, max: MOST_SHOWN })
    }
  })
}

const MEGABYTE = 1_000_000
const MOST_SHOWN = megabytes(FILE_MOST_BYTES)

/** Up to the next tenth, so that what is too large never looks like what is allowed. */
function megabytes(bytes: number): string {
  return String(Math.ceil((bytes / MEGABYTE) * 10) / 10)
}

/** What stands in the form for a file that cannot be taken; undefined for one that can. */
export function faultOfSent({ mime, size }: SentFile, kind: FileKind): string | undefined {
  if (!Object.hasOwn(FILE_TYPES[kind], mime)) return `type:${mime.slice(0, 80)}`
  if (size !== undefined && size > FILE_MOST_BYTES) return `large:${size}`
  return size === 0 ? 'empty:' : undefined
}
