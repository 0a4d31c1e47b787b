/**
 * Looking at a database that may be in use. A SQLite file belongs to the running bot, so a consistent copy of
 * it is looked at; a PostgreSQL database is looked at where it is, unless looking would change its schema
 * under a running bot of another version.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { StartError } from '../kit/start-error.js'
import { backup } from '../storage/backup.js'
import { type Applied, knownMigrations, pendingMigrations } from '../storage/migrations.js'
import { openStorage } from '../storage/open.js'
import { placeOf } from '../storage/place.js'
import { singleClient } from '../storage/postgres-connection.js'
import type { Storage } from '../storage/storage.js'
import type { Desk } from './desk.js'

/** Throws a StartError where there is no database, or an older one. */
export async function look<T>(desk: Desk, at: (storage: Storage) => Promise<T>): Promise<T> {
  const place = placeOf(desk.config.databaseUrl)
  if (place.dialect === 'sqlite') {
    refuseMissing(place.file)
    return lookAtCopy(desk, at)
  }
  await refusePending(place.url)
  return withStorage(desk, place.url, at)
}

/**
 * Opens the database for work, and closes it again whatever happens. Throws a StartError while a bot has it
 * open.
 */
export function atWork<T>(desk: Desk, act: (storage: Storage) => Promise<T>): Promise<T> {
  return withStorage(desk, desk.config.databaseUrl, act)
}

/** Whoever has tried the sandbox looks for its database first, which lies beside the bot's. */
function refuseMissing(file: string): void {
  const sandbox = join(dirname(file), SANDBOX)
  if (existsSync(file) || !existsSync(sandbox)) return
  throw new StartError(
    `There is no database ${file}. The sandbox keeps its own in ${sandbox}: set DATABASE_URL=${sandbox} to look at that.`,
    'configuration',
  )
}

/** From the folder of the bot's own database on; see `sandbox.ts`. */
const SANDBOX = join('sandbox', 'bot.sqlite')

async function lookAtCopy<T>(desk: Desk, at: (storage: Storage) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'community-partner-bot-'))
  try {
    const copy = join(folder, 'copy.sqlite')
    backup(desk.config.databaseUrl, copy)
    return await withStorage(desk, copy, at)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withStorage<T>(
  { world, log }: Desk,
  url: string,
  act: (storage: Storage) => Promise<T>,
): Promise<T> {
  const storage = await openStorage({ url, world, log })
  try {
    return await act(storage)
  } finally {
    await storage.close()
  }
}

async function refusePending(url: string): Promise<void> {
  const pending = pendingMigrations(knownMigrations('postgres'), await appliedOn(url))
  if (pending.length === 0) return
  throw new StartError(
    'The database is older than this program: run `npm run cli -- migrate` first, while no bot of the older version runs.',
    'configuration',
  )
}

async function appliedOn(url: string): Promise<Applied[]> {
  const client = singleClient(url)
  client.on('error', () => {})
  try {
    await client.connect()
    const there = await client.query("select to_regclass('schema_migrations') is not null as there")
    if (!there.rows[0]?.there) return []
    const { rows } = await client.query<Applied>(
      'select name, hash from schema_migrations order by name collate "C"',
    )
    return rows
  } catch (error) {
    throw new StartError(
      `The database server cannot be asked: ${error instanceof Error ? error.message : 'unknown'}.`,
      'unavailable',
      error,
    )
  } finally {
    await client.end().catch(() => {})
  }
}
