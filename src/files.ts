/**
 * The files of views: those of the catalogue are made from what is stored, those that people sent are fetched
 * from the platform that has them. No bytes are kept.
 */
import { createHash } from 'node:crypto'
import type { Speech } from './i18n/speech.js'
import type { FileMaker, Loaded, LoadFile } from './interaction/attach.js'
import type { PlatformName } from './interaction/call.js'
import { FILE_MOST_BYTES } from './interaction/file-argument.js'
import type { Platform } from './interaction/platform.js'
import { noteBytes, type ReceivedFile, receivedFile } from './interaction/received-files.js'
import type { ViewFile } from './interaction/view.js'
import type { Log } from './kit/log.js'
import { pictureType } from './kit/picture-type.js'
import { Refusal } from './kit/refusal.js'
import { text } from './kit/text.js'
import type { World } from './kit/world.js'
import type { Storage } from './storage/storage.js'

export interface Files {
  storage: Pick<Storage, 'read' | 'write'>
  world: Pick<World, 'breathe'>
  log: Log
  speech: Pick<Speech, 'plain'>
  makers: Readonly<Record<string, FileMaker>>
  draw(svg: string): Promise<Uint8Array>
  /** Looked at when a file is wanted: platforms need this to be made. */
  platforms(): ReadonlyMap<PlatformName, Pick<Platform, 'download'>>
}

export function createFiles(files: Files): LoadFile {
  return (file, reader) => {
    const { from } = file
    return 'maker' in from
      ? make(files, file, from, reader.locale)
      : show(files, file, from.received, reader.platform)
  }
}

async function make(
  { storage, world, speech, makers, draw: picture }: Files,
  { name }: ViewFile,
  { maker, subject }: { maker: string; subject: string },
  locale: string,
): Promise<Loaded> {
  const draw = makers[maker]
  if (!draw) throw new Error(`nobody makes files called ${maker}`)
  const look = <T>(task: Parameters<typeof storage.read<T>>[0]) => storage.read(task, 'at leisure')
  const making = { look, breathe: () => world.breathe(), locale, speech, draw: picture }
  try {
    const made = await draw(making, subject)
    return made ? { kind: 'bytes', ...made } : lost('file-nothing', name)
  } catch (error) {
    if (error instanceof Refusal) return lost('file-nothing', name)
    throw error
  }
}

function lost(key: string, name: string): Loaded {
  return { kind: 'lost', why: text(key, { name }) }
}

async function show(files: Files, file: ViewFile, id: string, platform: PlatformName): Promise<Loaded> {
  const row = await files.storage.read((work) => receivedFile(work, id))
  if (!row) return lost('file-nothing', file.name)
  // Telegram gives its files out again by their ids; Discord's addresses are for looking at alone.
  if (row.platform === 'telegram' && platform === 'telegram')
    return { kind: 'native', native: row.native, sentAs: row.sentAs }
  const bytes = await files.platforms().get(row.platform)?.download(row.native, FILE_MOST_BYTES)
  return bytes ? judged(files, file, row, bytes) : lost('file-lost', file.name)
}

/** Whether it is what it was said to be, and still what it was. */
async function judged(
  { storage, log }: Files,
  { name, kind }: ViewFile,
  row: ReceivedFile,
  bytes: Uint8Array,
): Promise<Loaded> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (row.sha256 !== null && row.sha256 !== sha256) {
    log.warn('a file is not what it was', { file: row.id, platform: row.platform })
    return lost('file-changed', name)
  }
  if (row.sha256 === null) await storage.write((work) => noteBytes(work, row.id, sha256))
  const mime = pictureType(bytes)
  if (kind === 'picture' && mime === undefined) return lost('file-no-picture', name)
  return { kind: 'bytes', bytes, mime: mime ?? row.mime }
}
