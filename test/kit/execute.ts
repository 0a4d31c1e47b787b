/** SQL past the storage, for tests that damage a database or play a stranger with its password. */
import pg from 'pg'
import { placeOf } from '../../src/storage/place.js'
import { openWriter } from '../../src/storage/sqlite-connection.js'

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
