/**
 * Whether the files on the disk are still those that were opened. SQLite goes on writing into a file that was
 * deleted, and says nothing: everything since would be gone with the process. Its log holds what was
 * committed since the last checkpoint, so it counts as much as the database itself. Without the lock's file
 * a second process gets in.
 */
import { Outage } from '../kit/outage.js'
import { StartError } from '../kit/start-error.js'
import { copyDatabase } from './backup.js'
import type { Transaction } from './commit-loop.js'
import { identityOf } from './file-identity.js'
import type { Lite } from './sqlite-connection.js'

interface Watched {
  file: string
  world: { now(): number }
  /** Whether nobody else can have opened the database. */
  isLocked(): boolean
  /** Told once, in a line for the operator: the program must end. */
  fatal(error: StartError): void
}

/**
 * The same transaction, whose commit looks at the files before anybody is told of it: three calls of some
 * microseconds beside a write that waits for the disk. When they are gone it saves what can be saved; nothing
 * is acknowledged or written any more.
 *
 * The lock is looked at before the commit, while nobody else can write to the database: as long as its file
 * is there, no other process has begun, so none of our writes ever comes after one of theirs.
 */
export function watched(transaction: Transaction, db: Lite, options: Watched): Transaction {
  const { file, isLocked, fatal } = options
  const database = identityOf(file)
  let log: string | undefined
  let lost: Outage | undefined

  function look(): void {
    const isGone = identityOf(file) !== database
    const now = identityOf(`${file}-wal`)
    log ??= now
    if (!isGone && log === now && now !== undefined) return
    lose(isGone ? saved(db, options) : folded(db, file), 'unknown')
  }

  function lose(error: StartError, outcome: 'undone' | 'unknown'): never {
    lost = new Outage(error.message, { outcome })
    fatal(error)
    throw lost
  }

  return {
    ...transaction,
    begin() {
      if (lost) throw lost
      transaction.begin()
    },
    commit() {
      if (!isLocked()) lose(unlocked(file), 'undone')
      transaction.commit()
      look()
    },
  }
}

/** Nothing was committed since. */
function unlocked(file: string): StartError {
  return new StartError(
    `${file}.lock was deleted or replaced while the bot ran, so that another process can have opened the database. This one has written nothing since and ends. Nothing is lost: see that one bot alone runs, and start it again.`,
    'unavailable',
  )
}

/** The database is gone from its place, but still open here. */
function saved(db: Lite, { file, world }: Watched): StartError {
  const gone = `The database ${file} was deleted or replaced while the bot ran.`
  const copy = `${file}.saved-${world.now()}`
  try {
    copyDatabase(db, copy)
    return new StartError(
      `${gone} All that it held is in ${copy}: npm run cli -- restore ${copy} --replace`,
      'data',
    )
  } catch (error) {
    return new StartError(`${gone} It could not be saved: restore a backup.`, 'data', error)
  }
}

/** The log is gone from its place: what it holds is written into the database before we let go of it. */
function folded(db: Lite, file: string): StartError {
  const gone = `${file}-wal, which belongs to the database, was deleted or replaced while the bot ran.`
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
    return new StartError(`${gone} Nothing is lost: start the bot again.`, 'io')
  } catch (error) {
    return new StartError(`${gone} Restore a backup if the audit finds something.`, 'data', error)
  }
}
