/**
 * The files of a view, ready to be sent. Bytes are made or fetched outside of every unit of work, at the
 * moment of sending; where they cannot be had, the view says so instead.
 */
import type { Speech } from '../i18n/speech.js'
import { Outage } from '../kit/outage.js'
import { type Text, text } from '../kit/text.js'
import type { PlatformName, SentFile } from './call.js'
import type { Around } from './command.js'
import { FILES_MOST, type View, type ViewFile } from './view.js'

export type Loaded =
  | { kind: 'bytes'; bytes: Uint8Array; mime: string }
  /** The platform has it itself, and takes it by this name. */
  | { kind: 'native'; native: string; sentAs: SentFile['sentAs'] }
  /** There is nothing to show, and why. */
  | { kind: 'lost'; why: Text }

/** Throws an Outage when it cannot be had now. */
export type LoadFile = (file: ViewFile, reader: { platform: PlatformName; locale: string }) => Promise<Loaded>

/**
 * Makes a file of the catalogue, outside of every unit of work; undefined where there is nothing to show. The
 * same subject gives the same bytes as long as what is stored is the same.
 */
export type FileMaker = (making: Making, subject: string) => Promise<MadeFile | undefined>

export interface Making extends Around {
  /** The reader's language. */
  locale: string
  speech: Pick<Speech, 'plain'>
  /** The PNG of an SVG document, by the fonts that come with the program: the same bytes each time. */
  draw(svg: string): Promise<Uint8Array>
}

export interface MadeFile {
  bytes: Uint8Array
  mime: string
}

export interface Attached {
  file: ViewFile
  body: Exclude<Loaded, { kind: 'lost' }>
}

export interface WithFiles {
  view: View
  attached: Attached[]
}

/** `most`: bytes of a file that the platform takes. */
export interface Attaching {
  load: LoadFile
  platform: PlatformName
  most: number
}

/** A view as it is sent. Throws an Outage: some file cannot be had now. */
export async function attach(
  { load, platform, most }: Attaching,
  view: View,
  locale: string,
): Promise<WithFiles> {
  const attached: Attached[] = []
  const notes: Text[] = []
  for (const file of (view.files ?? []).slice(0, FILES_MOST)) {
    const body = await load(file, { platform, locale })
    if (body.kind === 'lost') notes.push(body.why)
    else if (body.kind === 'bytes' && body.bytes.length > most) notes.push(tooLarge(file))
    else attached.push({ file, body })
  }
  return { view: notes.length > 0 ? { ...view, text: [...view.text, ...notes] } : view, attached }
}

/** The same where somebody waits: what cannot be had now is told, and can be asked for again. */
export async function attachNow(attaching: Attaching, view: View, locale: string): Promise<WithFiles> {
  const load: LoadFile = async (file, reader) => {
    try {
      return await attaching.load(file, reader)
    } catch (error) {
      if (!(error instanceof Outage)) throw error
      return { kind: 'lost', why: text('file-later', { name: file.name }) }
    }
  }
  return attach({ ...attaching, load }, view, locale)
}

function tooLarge({ name }: ViewFile): Text {
  return text('file-too-large-here', { name })
}
