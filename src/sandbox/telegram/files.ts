/**
 * Files that were sent, by the bot or by people. Kept by file id, so that they can be fetched, sent again and
 * shown on the page.
 */
import { createHash } from 'node:crypto'
import type { Picture } from './pictures.js'

export interface StoredFile {
  id: string
  uniqueId: string
  path: string
  type: string
  /** As its sender named it. */
  name: string
  bytes: Uint8Array
  /** A photo; anything else is a document. */
  size?: { width: number; height: number }
}

export interface FileShelf {
  photo(bytes: Uint8Array, picture: Picture): StoredFile
  document(bytes: Uint8Array, name: string): StoredFile
  get(id: string): StoredFile | undefined
  byPath(path: string): StoredFile | undefined
  all(): StoredFile[]
  load(files: StoredFile[]): void
}

/** Files kept; the oldest go first. */
const FILES_KEPT = 100

/** By the ending of its name, as the server guesses. */
const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  json: 'application/json',
  csv: 'text/csv',
  txt: 'text/plain',
  mp4: 'video/mp4',
}

export function createFileShelf(): FileShelf {
  const files = new Map<string, StoredFile>()
  let next = 1
  const put = (
    prefix: string,
    folder: string,
    extension: string,
    file: Pick<StoredFile, 'type' | 'name' | 'bytes' | 'size'>,
  ) => {
    const number = next++
    const stored: StoredFile = {
      id: `${prefix}ACAgSANDBOX${String(number).padStart(8, '0')}`,
      uniqueId: `AQAD${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 12)}`,
      path: `${folder}/file_${number}.${extension}`,
      ...file,
    }
    files.set(stored.id, stored)
    if (files.size > FILES_KEPT) files.delete(files.keys().next().value as string)
    return stored
  }
  return {
    photo(bytes, { type, width, height }) {
      const extension = type.slice('image/'.length)
      const size = { width, height }
      return put('Ag', 'photos', extension, { type, name: `photo.${extension}`, bytes, size })
    },
    document(bytes, name) {
      const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin'
      return put('BQ', 'documents', extension, {
        type: TYPES[extension] ?? 'application/octet-stream',
        name,
        bytes,
      })
    },
    get: (id) => files.get(id),
    byPath: (path) => [...files.values()].find((file) => file.path === path),
    all: () => [...files.values()],
    load(saved) {
      files.clear()
      for (const file of saved) files.set(file.id, file)
      next = 1 + Math.max(0, ...saved.map((file) => Number(/(\d+)$/.exec(file.id)?.[1] ?? 0)))
    },
  }
}
