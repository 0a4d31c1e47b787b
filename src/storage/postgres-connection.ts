/** Connections to PostgreSQL, as units of work see them. */
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Log } from '../kit/log.js'
import { type RunRaw, runRawOn } from './raw.js'
import type { Queries } from './storage.js'
import type { Connection } from './unit.js'

/**
 * ms. A statement of ours takes milliseconds; what takes longer waits for a lock or a sick server, and a
 * transaction that idles holds locks that others wait for.
 */
const TIMEOUTS = {
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  connectionTimeoutMillis: 5_000,
}

/**
 * On one hot row more connections make it slower (measured): this many serve the rest of the house.
 */
export const POOL_SIZE = 10

const APPLICATION = 'community-partner-bot'

/** A connection of its own without the short timeouts, for migrating. */
export function singleClient(url: string): pg.Client {
  const { connectionTimeoutMillis } = TIMEOUTS
  return new pg.Client({ connectionString: url, application_name: APPLICATION, connectionTimeoutMillis })
}

/** Survives the loss of any connection: the units that used it get an Outage, the pool makes a new one. */
export function openPool(url: string, log: Log, size = POOL_SIZE): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: APPLICATION,
    max: size,
    keepAlive: true,
    ...TIMEOUTS,
  })
  pool.on('error', (error) => log.warn('an idle database connection was lost', { error }))
  // pg ends the process over a connection that is lost between two queries, unless somebody listens.
  pool.on('connect', (client) =>
    client.on('error', (error) => log.warn('a database connection was lost', { error })),
  )
  return pool
}

const connections = new WeakMap<pg.PoolClient, Connection>()

/** As units of work see it; always the same object, so that statements stay prepared. */
export function connectionOf(client: pg.PoolClient): Connection {
  const known = connections.get(client)
  if (known) return known
  runRawOn(client, rawRunner(client))
  const connection: Connection = {
    handle: client,
    db: drizzle(client) as unknown as Queries,
    dialect: 'postgres',
    // Not `update`, which deadlocks with the share lock that a foreign key takes on the same row.
    lock: (query) => locking(query, 'no key update'),
    pin: (query) => locking(query, 'key share'),
    seize: (query) => locking(query, 'update'),
  }
  connections.set(client, connection)
  return connection
}

function rawRunner(client: pg.PoolClient): RunRaw {
  const names = new Map<string, string>()
  return async (name, text, values) => {
    if (!names.has(name)) names.set(name, `raw.${names.size}`)
    const result = await client.query<unknown[]>({ name: names.get(name), text, values, rowMode: 'array' })
    return result.rows
  }
}

type Strength = 'no key update' | 'key share' | 'update'

function locking<Q>(query: Q, strength: Strength): Q {
  return (query as { for(strength: Strength): Q }).for(strength)
}
