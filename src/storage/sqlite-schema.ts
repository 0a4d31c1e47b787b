/**
 * Migrating a SQLite file and knowing that its schema is whole. Called under the lock of `sqlite-lock.ts`.
 */
import Database from 'better-sqlite3'
import type { Log } from '../kit/log.js'
import { StartError } from '../kit/start-error.js'
import { copyDatabase } from './backup.js'
import {
  type Applied,
  failedMigration,
  JOURNAL,
  knownMigrations,
  type Migration,
  pendingMigrations,
} from './migrations.js'
import { DESCRIBE, type Description } from './schema-description.js'
import type { Lite } from './sqlite-connection.js'

interface Migrating {
  now: number
  log: Log
  /** As in `OpenOptions`. */
  beforeMigrating?(): void
}

/** Applies what is missing. A database that has something in it is copied first, into a file beside it. */
export function migrateSqlite(file: string, { now, log, beforeMigrating }: Migrating): void {
  const db = new Database(file)
  try {
    const pending = pendingMigrations(knownMigrations('sqlite'), applied(db, file))
    if (pending.length === 0) return
    beforeMigrating?.()
    migrateWithCopy(db, file, pending, now, log)
  } finally {
    db.close()
  }
}

function migrateWithCopy(db: Lite, file: string, pending: Migration[], now: number, log: Log): void {
  const names = pending.map((one) => one.name)
  if (isEmpty(db)) log.info('making the database', { file, migrations: names })
  else {
    const copy = `${file}.before-${names[0]}.${now}`
    copyDatabase(db, copy)
    log.info('migrating the database', { file, copy, migrations: names })
  }
  apply(db, pending, now)
}

/**
 * All in one transaction, so a kill leaves the old database or the new one. Foreign keys are off, because a
 * rebuilt table would otherwise take the rows that refer to it along; they are checked at the end instead.
 */
function apply(db: Lite, pending: Migration[], now: number): void {
  db.pragma('foreign_keys = off')
  db.exec('begin exclusive')
  try {
    db.exec(JOURNAL)
    for (const one of pending) applyOne(db, one, now)
    refuseOrphans(db)
    db.exec('commit')
  } catch (error) {
    if (db.inTransaction) db.exec('rollback')
    throw error
  }
}

function applyOne(db: Lite, one: Migration, now: number): void {
  try {
    db.exec(one.text)
  } catch (error) {
    throw failedMigration(one, error)
  }
  db.prepare('insert into schema_migrations (name, hash, at) values (?, ?, ?)').run(
    one.name,
    one.hash,
    BigInt(now),
  )
}

function refuseOrphans(db: Lite): void {
  const [orphan] = db.pragma('foreign_key_check') as { table: string; parent: string }[]
  if (!orphan) return
  throw new StartError(
    `Migrating would leave rows of ${orphan.table} without their row of ${orphan.parent}. Nothing was changed.`,
    'data',
  )
}

function applied(db: Lite, file: string): Applied[] {
  if (isEmpty(db)) return []
  const journal = db.prepare("select 1 from sqlite_schema where name = 'schema_migrations'").get()
  if (!journal) throw new StartError(`${file} is a SQLite database of another program.`, 'configuration')
  return db.prepare<[], Applied>('select name, hash from schema_migrations order by name').all()
}

function isEmpty(db: Lite): boolean {
  return db.prepare('select 1 from sqlite_schema limit 1').get() === undefined
}

let expected: Description | undefined

/** The schema as the migrations make it, tried out in memory. */
export function expectedSqlite(): Description {
  expected ??= describeFresh()
  return expected
}

function describeFresh(): Description {
  const db = new Database(':memory:')
  try {
    apply(db, knownMigrations('sqlite'), 0)
    return describeSqlite(db)
  } finally {
    db.close()
  }
}

export function describeSqlite(db: Lite): Description {
  const { text, read } = DESCRIBE.sqlite
  return read(db.prepare(text).raw().all() as unknown[][])
}
