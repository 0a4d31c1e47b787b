/**
 * Copies of a SQLite database. Never `cp`: of a live WAL database that gave a file without a single table.
 * PostgreSQL has its own tools for this; see {@link backup}.
 */
import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { StartError } from '../kit/start-error.js'
import { placeOf } from './place.js'
import { keepPrivate, type Lite } from './sqlite-connection.js'

/**
 * Copies the database at `url` into the new file `to`, while it may be in use, and checks the copy.
 * Throws a StartError for PostgreSQL (it names pg_dump), for a file that exists, a copy that fails its check.
 */
export function backup(url: string, to: string): void {
  const place = placeOf(url)
  if (place.dialect === 'postgres') throw useDump(to)
  if (!existsSync(place.file)) throw new StartError(`There is no database ${place.file}.`, 'configuration')
  const db = new Database(place.file, { readonly: true })
  try {
    copyDatabase(db, to)
  } finally {
    db.close()
  }
}

function useDump(to: string): StartError {
  return new StartError(
    `A PostgreSQL database is copied by its own tool: pg_dump --format=custom --file=${to} "$DATABASE_URL".`,
    'configuration',
  )
}

/** Writes a defragmented copy of the database as this connection sees it, and reads it back whole. */
export function copyDatabase(db: Lite, to: string): void {
  if (existsSync(to)) throw new StartError(`There is a file ${to} already.`, 'io')
  try {
    // SQLite writes into an empty file as it is, and so keeps its mode.
    keepPrivate(to)
    db.prepare('vacuum into ?').run(to)
  } catch (error) {
    rmSync(to, { force: true })
    throw new StartError(
      `The database could not be copied to ${to}: ${(error as Error).message}.`,
      'io',
      error,
    )
  }
  refuseDamage(to)
}

function refuseDamage(file: string): void {
  const copy = new Database(file, { readonly: true })
  try {
    const found = copy.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new StartError(`The copy ${file} is damaged: ${found}.`, 'io')
  } finally {
    copy.close()
  }
}
