/**
 * Copies of a SQLite database. Never `cp`: of a live WAL database that gave a file without a single table.
 * PostgreSQL has its own tools for this; see {@link backup}.
 */
import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { StartError } from '../kit/start-error.js'
import { placeOf } from './place.js'
import { keepPrivate, type Lite } from './sqlite-connection.js'

/**
 * Copies the database at `url` into the new file `to`, while it may be in use, and checks the copy.
 * Throws a StartError for PostgreSQL (it names pg_dump), for a file that exists, for one that holds no
 * database of this program, for a copy that fails its check.
 */
export function backup(url: string, to: string): void {
  const place = placeOf(url)
  if (place.dialect === 'postgres') throw useDump(to)
  if (!existsSync(place.file)) throw new StartError(`There is no database ${place.file}.`, 'configuration')
  const db = new Database(place.file, { readonly: true })
  try {
    refuseNothing(db, place.file)
    copyDatabase(db, to)
  } finally {
    db.close()
  }
}

/**
 * SQLite takes an empty file for a database, and what a killed copy left behind may be one: as a backup it
 * would bring everybody's money to nothing.
 */
function refuseNothing(db: Lite, file: string): void {
  const tables = tablesOf(db, file)
  if (tables.includes('schema_migrations')) return
  throw new StartError(
    tables.length === 0
      ? `${file} is empty: it holds no database. Take another backup.`
      : `${file} is a SQLite database of another program: it has no table schema_migrations.`,
    'data',
  )
}

function tablesOf(db: Lite, file: string): string[] {
  try {
    return db.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all()
  } catch (error) {
    throw new StartError(`${file} is no SQLite database: ${(error as Error).message}.`, 'data', error)
  }
}

function useDump(to: string): StartError {
  return new StartError(
    `A PostgreSQL database is copied by its own tool: pg_dump --format=custom --file=${to} "$DATABASE_URL".`,
    'configuration',
  )
}

/**
 * Writes a defragmented copy of the database as this connection sees it, and reads it back whole. It is made
 * in a private folder `<to>.unfinished-…` and gets its name when it is whole and on the disk: a kill leaves
 * the folder behind, never half a copy under the name of a whole one.
 */
export function copyDatabase(db: Lite, to: string): void {
  if (existsSync(to)) throw new StartError(`There is a file ${to} already.`, 'io')
  let folder: string | undefined
  try {
    folder = mkdtempSync(`${to}.unfinished-`)
    const unfinished = join(folder, 'copy')
    // SQLite writes into an empty file as it is, and so keeps its mode.
    keepPrivate(unfinished)
    db.prepare('vacuum into ?').run(unfinished)
    refuseDamage(unfinished, to)
    toDisk(unfinished)
    renameSync(unfinished, to)
    toDisk(dirname(to))
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(
      `The database could not be copied to ${to}: ${(error as Error).message}.`,
      'io',
      error,
    )
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

/** Waits until what was written to a file, or the names in a folder, would survive a power cut. */
export function toDisk(place: string): void {
  const fd = openSync(place, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

function refuseDamage(file: string, to: string): void {
  const copy = new Database(file, { readonly: true })
  try {
    const found = copy.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new StartError(`The copy ${to} would be damaged: ${found}.`, 'io')
  } finally {
    copy.close()
  }
}
