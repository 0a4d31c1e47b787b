/**
 * Which migrations a database needs: the SQL files of `migrations/<engine>/` in the order of their names,
 * against the journal `schema_migrations` inside the database. Deciding only; the engines apply.
 *
 * drizzle's own migrator is not used: it takes no lock, and on SQLite it rebuilds tables with foreign keys
 * on, which deletes the rows that refer to them (drizzle-orm #5782, #4938).
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { StartError } from '../kit/start-error.js'
import { asOutage } from './errors.js'
import type { Dialect } from './storage.js'

export interface Migration {
  /** The file's name without `.sql`; the order of names is the order of time. */
  name: string
  /** SHA-256 of the text, hex. */
  hash: string
  text: string
}

export type Applied = Pick<Migration, 'name' | 'hash'>

/** In both engines. Written by hand, as it must be there before the first migration. */
export const JOURNAL =
  'create table if not exists schema_migrations (name text primary key, hash text not null, at bigint not null)'

export function knownMigrations(dialect: Dialect): Migration[] {
  const folder = new URL(`../../migrations/${dialect}/`, import.meta.url)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => migration(file.slice(0, -'.sql'.length), readFileSync(new URL(file, folder), 'utf8')))
}

function migration(name: string, file: string): Migration {
  const text = file.replaceAll('\r\n', '\n')
  return { name, text, hash: createHash('sha256').update(text).digest('hex') }
}

/**
 * What is to be applied, in order. Throws a StartError where the database has a history that this program has
 * not.
 */
export function pendingMigrations(known: Migration[], applied: Applied[]): Migration[] {
  for (const [index, one] of applied.entries()) {
    const expected = known[index]
    if (expected?.name !== one.name) throw foreignHistory(known, one)
    if (expected.hash !== one.hash) throw changedHistory(one)
  }
  return known.slice(applied.length)
}

/** Why a migration failed, for the operator; a lost database or a full disk stays what it is. */
export function failedMigration({ name }: Migration, error: unknown): unknown {
  if (asOutage(error) !== error || !(error instanceof Error)) return error
  return new StartError(`The migration ${name} failed: ${error.message}. Nothing was changed.`, 'data', error)
}

function foreignHistory(known: Migration[], one: Applied): StartError {
  const newest = known.at(-1)?.name ?? 'none'
  return new StartError(
    `The database is newer than this program: it has the migration ${one.name}, this program ends at ${newest}. Update the program, or restore a backup made before the update.`,
    'configuration',
  )
}

function changedHistory(one: Applied): StartError {
  return new StartError(
    `The migration ${one.name} is not the one that this database was made with. Run the version of the program that made it, or begin with a new database.`,
    'configuration',
  )
}
