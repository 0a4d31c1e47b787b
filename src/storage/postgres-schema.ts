/** Migrating a PostgreSQL database and knowing that its schema is whole. */
import type pg from 'pg'
import type { Log } from '../kit/log.js'
import { StartError } from '../kit/start-error.js'
import { isLockTimeout } from './errors.js'
import {
  type Applied,
  failedMigration,
  JOURNAL,
  knownMigrations,
  type Migration,
  pendingMigrations,
} from './migrations.js'
import { DESCRIBE, type Description, drift, refuseDrift } from './schema-description.js'

/** The key of the advisory lock that keeps replicas from migrating at once. Any number; this one is ours. */
const MIGRATION_LOCK = 7_247_301_151

/** ms to wait for a replica that is migrating. */
const PATIENCE_MS = 60_000

/** Holds the reference schema inside a transaction that is rolled back. */
const REFERENCE = 'schema_reference'

/** Oldest PostgreSQL whose makers still repair it when this was written; as `server_version_num`. */
const OLDEST = 140_000

interface Migrating {
  now: number
  log: Log
  /** As in `OpenOptions`. */
  beforeMigrating?(): void
  /** What the migrations make of an empty database on this server, where it is known. */
  reference?: Description
}

/**
 * Applies what is missing and compares the schema with what the migrations make of an empty one on the same
 * server; that is what it resolves to, for later comparisons. The client is for this alone.
 */
export async function migratePostgres(
  client: pg.Client,
  { reference, ...migrating }: Migrating,
): Promise<Description> {
  await refuseServer(client)
  await lockMigrations(client)
  await applyPending(client, migrating)
  const expected = reference ?? (await referenceDescription(client))
  refuseDrift(drift(expected, await describe(client)))
  return expected
}

/** Held until the client ends. */
async function lockMigrations(client: pg.Client): Promise<void> {
  await client.query(`set lock_timeout = ${PATIENCE_MS}`)
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  } catch (error) {
    if (!isLockTimeout(error)) throw error
    throw new StartError(
      'Another process has been migrating the database for a minute.',
      'unavailable',
      error,
    )
  }
}

async function refuseServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; schema: string | null }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
      current_schema() as schema`,
  )
  const [server] = rows
  if (!server || server.version < OLDEST) {
    throw new StartError(
      'The PostgreSQL server is too old: this program needs version 14 or newer.',
      'configuration',
    )
  }
  if (server.encoding !== 'UTF8') {
    throw new StartError(
      `The database is encoded in ${server.encoding}; this program needs UTF8.`,
      'configuration',
    )
  }
  if (!server.schema)
    throw new StartError("The database has no schema in the user's search_path.", 'configuration')
}

async function applyPending(
  client: pg.Client,
  { now, log, beforeMigrating }: Omit<Migrating, 'reference'>,
): Promise<void> {
  const known = knownMigrations('postgres')
  const applied = await appliedMigrations(client)
  const pending = pendingMigrations(known, applied)
  if (pending.length === 0) return
  beforeMigrating?.()
  const migrations = pending.map((one) => one.name)
  if (applied.length > 0)
    log.warn('migrating the database; the copy before it is for pg_dump to make', { migrations })
  else log.info('making the database', { migrations })
  await inTransaction(client, 'commit', async () => {
    await client.query(JOURNAL)
    for (const one of pending) await applyOne(client, one, now)
  })
}

async function appliedMigrations(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('schema_migrations') is not null as there",
  )
  if (!rows[0]?.there) return []
  const applied = await client.query<Applied>(
    'select name, hash from schema_migrations order by name collate "C"',
  )
  return applied.rows
}

async function applyOne(client: pg.Client, one: Migration, now: number): Promise<void> {
  await execute(client, one)
  await client.query('insert into schema_migrations (name, hash, at) values ($1, $2, $3)', [
    one.name,
    one.hash,
    now,
  ])
}

async function execute(client: pg.Client, one: Migration): Promise<void> {
  try {
    await client.query(one.text)
  } catch (error) {
    throw failedMigration(one, error)
  }
}

const references = new Map<string, Description>()

/** The same version of a server describes both, so that its way of writing definitions never matters. */
async function referenceDescription(client: pg.Client): Promise<Description> {
  const { rows } = await client.query<{ version: string }>('select version()')
  const version = rows[0]?.version ?? ''
  const reference = references.get(version) ?? (await describeReference(client))
  references.set(version, reference)
  return reference
}

async function describeReference(client: pg.Client): Promise<Description> {
  return await inTransaction(client, 'rollback', async () => {
    await client.query(`create schema ${REFERENCE}`)
    await client.query(`set local search_path = ${REFERENCE}`)
    await client.query(JOURNAL)
    for (const one of knownMigrations('postgres')) await execute(client, one)
    return await describe(client)
  })
}

async function inTransaction<T>(
  client: pg.Client,
  end: 'commit' | 'rollback',
  body: () => Promise<T>,
): Promise<T> {
  await client.query('begin')
  try {
    const result = await body()
    await client.query(end)
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function describe(client: pg.Client): Promise<Description> {
  const { text, read } = DESCRIBE.postgres
  const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' })
  return read(rows)
}
