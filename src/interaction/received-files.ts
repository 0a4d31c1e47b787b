/** Rows of the files that people sent: where a platform has them. No bytes of theirs are kept. */
import { and, eq, isNull } from 'drizzle-orm'
import { cleanLine } from '../kit/unseen.js'
import type { Work } from '../storage/storage.js'
import type { PlatformName, SentFile } from './call.js'
import { FILE_TYPES } from './file-argument.js'
import type { ViewFile } from './view.js'

export interface ReceivedFile {
  id: string
  member: number
  platform: PlatformName
  native: string
  sameness: string | null
  sentAs: SentFile['sentAs']
  /** A plain file name with an extension. */
  name: string
  mime: string
  size: number | null
  sha256: string | null
  receivedAt: number
}

/** Writes down what came, and answers its id. */
export async function receiveFile(
  { db, t, world, now }: Work,
  file: SentFile & { member: number; platform: PlatformName },
): Promise<string> {
  const { native, sentAs, unique, name, mime, size, member, platform } = file
  const id = world.newId()
  await db.insert(t.receivedFiles).values({
    ...{ id, member, platform, native, sentAs, mime },
    sameness: unique ?? null,
    name: fileName(name),
    size: size ?? null,
    receivedAt: now,
  })
  return id
}

/** Undefined when there is no such file, or it was erased. */
export async function receivedFile({ db, t }: Work, id: string): Promise<ReceivedFile | undefined> {
  const [row] = await db.select().from(t.receivedFiles).where(eq(t.receivedFiles.id, id))
  return row
}

/** The file as a view shows it. */
export function shownFile({ id, name, mime }: Pick<ReceivedFile, 'id' | 'name' | 'mime'>): ViewFile {
  return {
    kind: Object.hasOwn(FILE_TYPES.picture, mime) ? 'picture' : 'document',
    name,
    from: { received: id },
  }
}

/** The bytes have been here for the first time. */
export async function noteBytes({ db, t }: Work, id: string, sha256: string): Promise<void> {
  const { receivedFiles } = t
  await db
    .update(receivedFiles)
    .set({ sha256 })
    .where(and(eq(receivedFiles.id, id), isNull(receivedFiles.sha256)))
}

/** Characters of a file's name; both platforms allow more. */
const NAME_MOST = 80

/** One that no platform changes and no folder minds: letters, digits, dots and hyphens. */
export function fileName(given: string): string {
  const plain = cleanLine(given, '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return plain.slice(-NAME_MOST).replace(/^[-.]+/, '') || 'file'
}
