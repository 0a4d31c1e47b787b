/**
 * One process a database. The lock is an open exclusive transaction on a small SQLite file beside the
 * database: the operating system drops it with the process, however that dies, and it says no at once. The
 * file stays, and remembers that there was a database. Whoever deletes it lets a second process in; so a
 * holder asks before every commit whether the file is still its own.
 */
import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { StartError } from '../kit/start-error.js'
import { identityOf } from './file-identity.js'

export interface FileLock {
  /** From now on a database that is missing is missed. Throws when another process was faster. */
  remember(): void
  /** Whether the locked file is still in its place: where it is not, another process may hold another. */
  isHeld(): boolean
  release(): void
}

const KNOWN = 1n

/**
 * Throws a StartError when another process, or this one, has the database open, and when there was a database
 * in this place and is none: an empty one would forget what everybody owns.
 */
export function lockFile(file: string, { mayBeMissing = false } = {}): FileLock {
  const lock = new Database(`${file}.lock`, { timeout: 0 })
  lock.defaultSafeIntegers(true)
  const take = () => {
    try {
      lock.exec('begin exclusive')
    } catch (error) {
      lock.close()
      throw isBusy(error) ? taken(file) : error
    }
  }
  const isKnown = () => lock.pragma('user_version', { simple: true }) === KNOWN
  take()
  const own = identityOf(`${file}.lock`)
  if (!mayBeMissing && isKnown() && isMissing(file)) {
    lock.close()
    throw missed(file)
  }
  return {
    remember() {
      if (isKnown()) return
      lock.pragma(`user_version = ${KNOWN}`)
      lock.exec('commit')
      take()
    },
    isHeld: () => own !== undefined && identityOf(`${file}.lock`) === own,
    release() {
      lock.close()
    },
  }
}

function isMissing(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

function taken(file: string): StartError {
  return new StartError(
    `Another process has the database ${file} open. Stop it first, or give this one its own DATABASE_URL.`,
    'unavailable',
  )
}

function missed(file: string): StartError {
  return new StartError(
    `The database ${file} is gone: there was one, for ${file}.lock is still here. Restore a backup (npm run cli -- restore <backup>), or delete ${file}.lock to begin with an empty one.`,
    'data',
  )
}
