/**
 * SQLite's connections, one that writes and those that read, and the settings that money needs. Each
 * setting is read back: SQLite takes a wrong or impossible pragma without a word.
 */
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { StartError } from '../kit/start-error.js'
import type { Transaction } from './commit-loop.js'
import { type RunRaw, type RunRawEach, runRawOn } from './raw.js'
import type { Queries } from './storage.js'
import type { Connection } from './unit.js'

export type Lite = Database.Database

/**
 * FULL, because better-sqlite3 opens WAL with NORMAL, under which a power cut takes the last commits.
 * recursive_triggers, because without it INSERT OR REPLACE deletes rows past their triggers.
 */
const WRITER_PRAGMAS: Record<string, string | bigint> = {
  journal_mode: 'wal',
  synchronous: 2n,
  foreign_keys: 1n,
  recursive_triggers: 1n,
  trusted_schema: 0n,
  cell_size_check: 1n,
}

const READER_PRAGMAS: Record<string, string | bigint> = { query_only: 1n, trusted_schema: 0n }

/** The owner reads and writes; nobody else does either. */
const PRIVATE = 0o600

/**
 * ms to wait for another connection's lock: a backup or Litestream, never another bot. Blocks the event loop.
 */
const BUSY_TIMEOUT_MS = 5000

export function openWriter(file: string, busyTimeoutMs = BUSY_TIMEOUT_MS): Lite {
  keepPrivate(file)
  const db = new Database(file, { timeout: busyTimeoutMs })
  return configured(db, WRITER_PRAGMAS)
}

/**
 * Makes the file when there is none, and lets nobody else on the machine read it: it holds seeds that are
 * secret until their packets end. SQLite gives its `-wal` and `-shm` the mode of the database.
 */
export function keepPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'a', PRIVATE))
    for (const one of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(one)) chmodSync(one, PRIVATE)
  } catch {
    // What cannot be written to, or is another user's, is told by SQLite when it opens it.
  }
}

export function openReader(file: string, busyTimeoutMs = BUSY_TIMEOUT_MS): Lite {
  const db = new Database(file, { timeout: busyTimeoutMs, readonly: true })
  return configured(db, READER_PRAGMAS)
}

function configured(db: Lite, pragmas: Record<string, string | bigint>): Lite {
  db.defaultSafeIntegers(true)
  // SQLite's own knows the Latin letters alone; PostgreSQL's those of its database's locale.
  db.function('lower', { deterministic: true }, lowered)
  try {
    for (const [name, wanted] of Object.entries(pragmas)) set(db, name, wanted)
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

const lowered = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value)

function set(db: Lite, name: string, wanted: string | bigint): void {
  db.pragma(`${name} = ${wanted}`)
  const got = db.pragma(name, { simple: true })
  if (got !== wanted) {
    throw new StartError(
      `SQLite did not take ${name}=${wanted} (it says ${got}): is this a local file system?`,
      'io',
    )
  }
}

/** As units of work see it. */
export function connectionOf(db: Lite): Connection {
  const { run, each } = rawRunners(db)
  runRawOn(db, run, each)
  // Both engines answer the verbs of Queries alike, but drizzle keeps their types apart: see columns.ts.
  const alone = <Q>(query: Q): Q => query
  const verbs = { lock: alone, pin: alone, seize: alone }
  return { handle: db, db: drizzle(db) as unknown as Queries, dialect: 'sqlite', ...verbs }
}

function rawRunners(db: Lite): { run: RunRaw; each: RunRawEach } {
  const statements = new Map<string, Database.Statement>()
  const statementOf = (name: string, text: () => string): Database.Statement => {
    const known = statements.get(name)
    if (known) return known
    const statement = db.prepare(text())
    statements.set(name, statement)
    return statement
  }
  return {
    async run(name, text, values) {
      const statement = statementOf(name, () => text)
      if (statement.reader) return statement.raw().all(...values) as unknown[][]
      statement.run(...values)
      return []
    },
    each(name, text, lists) {
      const statement = statementOf(name, text)
      if (statement.reader) return lists.flatMap((values) => statement.raw().all(values) as unknown[][])
      for (const values of lists) statement.run(values)
      return []
    },
  }
}

/** A connection's transaction, with its statements prepared. */
export function transactionOf(
  db: Lite,
  beginning: 'BEGIN' | 'BEGIN IMMEDIATE' = 'BEGIN IMMEDIATE',
): Transaction {
  const statement = (text: string) => {
    const prepared = db.prepare(text)
    return () => void prepared.run()
  }
  const begin = statement(beginning)
  return {
    begin() {
      rollBack(db)
      begin()
    },
    commit: statement('COMMIT'),
    rollback: () => rollBack(db),
    savepoint: statement('SAVEPOINT unit'),
    release: statement('RELEASE unit'),
    undo: statement('ROLLBACK TO unit'),
    isOpen: () => db.inTransaction,
  }
}

/** A disk that fails here has undone the transaction or will be seen failing by the next BEGIN. */
function rollBack(db: Lite): void {
  try {
    if (db.inTransaction) db.exec('ROLLBACK')
  } catch {}
}
