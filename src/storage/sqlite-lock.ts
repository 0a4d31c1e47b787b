/**
 * One process a database. The lock is an open exclusive transaction on a small SQLite file beside the
 * database: the operating system drops it with the process, however that dies, and it says no at once.
 */
import Database from 'better-sqlite3'
import { StartError } from '../kit/start-error.js'

export interface FileLock {
  release(): void
}

/** Throws a StartError when another process, or this one, has the database open. */
export function lockFile(file: string): FileLock {
  const lock = new Database(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw isBusy(error) ? taken(file) : error
  }
  return {
    release() {
      lock.close()
    },
  }
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
