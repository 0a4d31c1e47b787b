/** Opens the storage that a URL names, migrated and checked. */
import { type Log, silentLog } from '../kit/log.js'
import { StartError } from '../kit/start-error.js'
import type { World } from '../kit/world.js'
import type { Clock } from './clock.js'
import { placeOf } from './place.js'
import type { Description } from './schema-description.js'
import type { Storage } from './storage.js'

/** Where the database is when nobody says otherwise. */
export const DEFAULT_URL = 'data/bot.sqlite'

export interface OpenOptions {
  /** `postgres://…`, or a file for SQLite: `data/bot.sqlite`, `file:data/bot.sqlite`. */
  url?: string
  world: World
  log?: Log
  /** The moments of units; without it the machine's clock, judged for this storage alone. */
  clock?: Clock
  /** The program must end: the files of a SQLite database were taken away while it ran. */
  fatal?(error: StartError): void
  /**
   * Refuse units of work inside units of work. Costs a third of the throughput: for development and tests.
   */
  guard?: boolean
  /** ms after which a unit of work is given up. */
  deadlineMs?: number
  /**
   * Before anything is migrated, where something is to be. What it throws ends the opening, and the database
   * is as it was.
   */
  beforeMigrating?(): void
  /** Of PostgreSQL: what the migrations make of an empty database, where the caller has found it out. */
  reference?: Description
}

/**
 * Rejects with a StartError, one line for the operator, when there is no such place, it is held by another
 * process, damaged, newer than this program, or not ours to read and write. A SQLite database with something
 * in it is copied before it is migrated (`<file>.before-<migration>.<ms>`); on PostgreSQL the log reminds of
 * pg_dump.
 */
export async function openStorage({
  url = DEFAULT_URL,
  log = silentLog,
  ...options
}: OpenOptions): Promise<Storage> {
  const place = placeOf(url)
  try {
    if (place.dialect === 'sqlite') {
      const { openSqlite } = await import('./sqlite.js')
      return openSqlite({ file: place.file, log, ...options })
    }
    const { openPostgres } = await import('./postgres.js')
    return await openPostgres({ url: place.url, log, ...options })
  } catch (error) {
    throw explained(error, place.dialect === 'sqlite' ? `The database ${place.file}` : 'The database')
  }
}

/** What an operator can do about the errors of the drivers and of the file system, by their codes. */
const REASONS: [codes: RegExp, reason: string, exit: 'data' | 'io' | 'unavailable' | 'configuration'][] = [
  [/^SQLITE_NOTADB/, 'is no SQLite database', 'data'],
  [/^SQLITE_CORRUPT/, 'is damaged: keep the file and restore a backup', 'data'],
  [/^SQLITE_FULL|^ENOSPC/, 'has no room left on its disk', 'io'],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|^(EACCES|EPERM|EROFS|EISDIR|ENOTDIR|EEXIST)/,
    'cannot be opened for writing',
    'io',
  ],
  [/^SQLITE_IOERR|^EIO/, 'cannot be read: its disk fails', 'io'],
  [/^SQLITE_BUSY/, 'is held by another program', 'unavailable'],
  [/^42501/, 'does not let its user create a schema: grant CREATE on the database', 'configuration'],
  [/^(08|53|57P|55P03|57014)/, 'is away', 'unavailable'],
]

function explained(error: unknown, what: string): unknown {
  if (error instanceof StartError || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  const known = REASONS.find(([codes]) => codes.test(code))
  if (!known) return error
  const [, reason, exit] = known
  return new StartError(`${what} ${reason} (${code}: ${error.message}).`, exit, error)
}
