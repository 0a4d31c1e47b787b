/** The files of a message: the parts that show them, and what is uploaded beside it. */
import type { RawFile } from 'discord.js'
import { ComponentType } from 'discord.js'
import type { Locale } from '../../i18n/speech.js'
import type { Attached } from '../../interaction/attach.js'
import { cut } from './cut.js'
import { FILE_ABOUT_LIMIT } from './limits.js'
import type { Rendering } from './rendering.js'

export type FilePart =
  | {
      type: ComponentType.MediaGallery
      items: { media: { url: string }; description?: string }[]
    }
  | { type: ComponentType.File; file: { url: string } }

/** Tells which upload is meant, and what a picture shows. */
export interface AttachmentNote {
  id: string
  filename: string
  description?: string
}

/** Pictures in one gallery, and below it each document. */
export function fileParts(
  attached: readonly Attached[],
  locale: Locale,
  rendering: Rendering,
): { parts: FilePart[]; notes: AttachmentNote[] } {
  const notes = attached.map(({ file }, index): AttachmentNote => {
    const about = file.about ? cut(rendering.speech.plain(locale, file.about), FILE_ABOUT_LIMIT) : ''
    return { id: String(index), filename: nameOf(attached, index), ...(about ? { description: about } : {}) }
  })
  const of = (kind: Attached['file']['kind']) =>
    notes.filter((_, index) => attached[index]?.file.kind === kind)
  const items = of('picture').map(({ filename, description }) => ({
    media: { url: addressOf(filename) },
    ...(description ? { description } : {}),
  }))
  const documents = of('document').map(({ filename }): FilePart => {
    return { type: ComponentType.File, file: { url: addressOf(filename) } }
  })
  const gallery: FilePart[] = items.length > 0 ? [{ type: ComponentType.MediaGallery, items }] : []
  return { parts: [...gallery, ...documents], notes }
}

const addressOf = (filename: string): string => `attachment://${filename}`

/** Two files of one name would be one to `attachment://`. */
function nameOf(attached: readonly Attached[], index: number): string {
  const name = attached[index]?.file.name ?? ''
  const isTaken = attached.slice(0, index).some(({ file }) => file.name === name)
  return isTaken ? `${index + 1}-${name}` : name
}

/** What `@discordjs/rest` uploads. Discord has no file by a name of its own, so there are always bytes. */
export function uploadsOf(attached: readonly Attached[]): RawFile[] {
  return attached.flatMap(({ body }, index) =>
    body.kind === 'bytes'
      ? [
          {
            name: nameOf(attached, index),
            data: Buffer.from(body.bytes.buffer, body.bytes.byteOffset, body.bytes.byteLength),
            contentType: body.mime,
          },
        ]
      : [],
  )
}
