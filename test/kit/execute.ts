/** SQL past the storage, for tests that damage a database or play a stranger with its password. */
import Database from 'better-sqlite3'
import pg from 'pg'
import { placeOf } from '../../src/storage/place.js'
import { type Lite, openWriter } from '../../src/storage/sqlite-connection.js'

/**
 * Runs statements on the database at `url`, on a connection with the house's own settings, committing each.
 */
export async function executeOn(url: string, statements: string): Promise<void> {
  const place = placeOf(url)
  if (place.dialect === 'postgres') return await executePostgres(place.url, statements)
  const db = openWriter(place.file)
  try {
    db.exec(statements)
  } finally {
    db.close()
  }
}

/** On a SQLite file as any other program would open it: without this house's settings, as `sqlite3` does. */
export function executePlainly(url: string, statements: string): void {
  const place = placeOf(url)
  if (place.dialect === 'postgres') throw new Error('only SQLite has settings that guards could hang on')
  const db = new Database(place.file)
  try {
    db.pragma('foreign_keys = off')
    db.exec(statements)
  } finally {
    db.close()
  }
}

async function executePostgres(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statements)
  } finally {
    await client.end()
  }
}

/**
 * As somebody who has put the triggers out of the way. On SQLite they stay away; on PostgreSQL they only
 * slept for the time of these statements.
 */
export async function tamperWith(url: string, statements: string): Promise<void> {
  const place = placeOf(url)
  if (place.dialect === 'postgres') {
    return await executePostgres(place.url, `set session_replication_role = replica; ${statements}`)
  }
  const db = openWriter(place.file)
  try {
    const triggers = db.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all()
    for (const trigger of triggers) db.exec(`drop trigger ${trigger}`)
    db.exec(`pragma foreign_keys = off; pragma ignore_check_constraints = on; ${statements}`)
  } finally {
    db.close()
  }
}

/** As {@link tamperWith}, with the guards back in place, so that money can go on moving. */
export async function slip(url: string, statements: string): Promise<void> {
  const place = placeOf(url)
  if (place.dialect === 'postgres') return tamperWith(url, statements)
  const guards = at(place.file, (db) =>
    db.prepare("select sql from sqlite_schema where type = 'trigger'").pluck().all(),
  )
  await tamperWith(url, statements)
  at(place.file, (db) => guards.map((guard) => db.exec(String(guard))))
}

function at<T>(file: string, act: (db: Lite) => T): T {
  const db = openWriter(file)
  try {
    return act(db)
  } finally {
    db.close()
  }
}
