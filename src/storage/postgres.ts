/** The storage on PostgreSQL: a pool, a transaction a unit, repeated where the server asks for it. */
import type pg from 'pg'
import type { Log } from '../kit/log.js'
import { Outage } from '../kit/outage.js'
import { StartError } from '../kit/start-error.js'
import type { World } from '../kit/world.js'
import { CLOCK_TOLERANCE_MS, type Clock, timekeeper } from './clock.js'
import { asOutage, asOutageOfLook, isTransient } from './errors.js'
import { gate } from './gate.js'
import { connectionOf, openPool, POOL_SIZE, singleClient } from './postgres-connection.js'
import { migratePostgres } from './postgres-schema.js'
import { type Description, expectSchema } from './schema-description.js'
import type { Storage, Work } from './storage.js'
import {
  LOOK_DEADLINE_MS,
  type NestingGuard,
  nestingGuard,
  Overdue,
  runUnit,
  UNIT_DEADLINE_MS,
  UnitWork,
} from './unit.js'

export interface PostgresOptions {
  url: string
  world: World
  log: Log
  clock?: Clock
  /** As in `OpenOptions`. */
  beforeMigrating?(): void
  /** Refuse units inside units. Costs a third of the throughput: for development and tests. */
  guard?: boolean
  /** ms, of units and looks. */
  deadlineMs?: number
  /** Connections. */
  poolSize?: number
  /** What the migrations make of an empty database on this server; found out when it is not given. */
  reference?: Description
}

/**
 * Times a unit is repeated when the server gave it up for its neighbours' sake (40001, 40P01).
 */
const RETRIES = 5

/**
 * ms before the first repetition, doubled with each; of which a random part is waited, so that rivals part
 * ways.
 */
const RETRY_BASE_MS = 10

/** Throws a StartError where the server is away, too old, refuses us, or the schema is newer or damaged. */
export async function openPostgres(options: PostgresOptions): Promise<Storage> {
  const { url, world, log } = options
  const client = singleClient(url)
  // Errors of this client reach its queries; without a listener they would end the process, too.
  client.on('error', () => {})
  try {
    await connect(client)
    const expected = await migratePostgres(client, { ...options, now: world.now() })
    await warnOfClock(client, world, log)
    const newest = await newestInstant(client)
    const pool = poolOn(url, expected, log, options.poolSize)
    return storage(options, pool, beginning(options, newest), () => pool.end())
  } finally {
    await client.end().catch(() => {})
  }
}

/** Connections to a database that is made as `expected` says. */
export function poolOn(url: string, expected: Description, log: Log, size?: number): pg.Pool {
  const pool = openPool(url, log, size)
  pool.on('connect', (one) => expectSchema(one, expected))
  return pool
}

/**
 * The storage on connections to a database that was migrated and found whole before. Closing it leaves them
 * open, for the next.
 */
export async function storageOn(pool: pg.Pool, options: Omit<PostgresOptions, 'url'>): Promise<Storage> {
  return storage(options, pool, beginning(options, await newestInstant(pool)), async () => {})
}

function beginning({ world, log, clock }: Omit<PostgresOptions, 'url'>, newest: number): Clock {
  const time = clock ?? timekeeper(world, log)
  // How long we were away needs no guess where the server has a clock, with which ours is compared.
  time.begins(newest, Math.max(newest, world.now()))
  return time
}

async function connect(client: pg.Client): Promise<void> {
  try {
    await client.connect()
  } catch (error) {
    // The message names the host or the user, never the password.
    throw new StartError(`The database server cannot be reached: ${reasonOf(error)}.`, 'unavailable', error)
  }
}

/** Node tries every address of a host and reports an AggregateError without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

async function warnOfClock(client: pg.Client, world: World, log: Log): Promise<void> {
  const { rows } = await client.query<{ now: string }>(
    'select extract(epoch from clock_timestamp()) * 1000 as now',
  )
  const ahead = Math.round(world.now() - Number(rows[0]?.now))
  if (Math.abs(ahead) > CLOCK_TOLERANCE_MS)
    log.warn("this machine's clock differs from the database server's", { aheadMs: ahead })
}

async function newestInstant(client: pg.Client | pg.Pool): Promise<number> {
  const { rows } = await client.query<{ at: string }>('select at from ledger_head')
  return Number(rows[0]?.at ?? 0)
}

function storage(
  options: Omit<PostgresOptions, 'url'>,
  pool: pg.Pool,
  time: Clock,
  end: () => Promise<void>,
): Storage {
  const { world } = options
  const guard = nestingGuard(options.guard ?? false)
  const transactions = transactionRunner(options, pool, time, guard)
  // The pool's own queue would count the wait for a busy connection as a failure to connect.
  const places = gate(options.poolSize ?? POOL_SIZE)
  let closed: Promise<void> | undefined
  const admit = () => {
    guard.refuseNested()
    if (closed) throw new Outage('the storage is closed')
  }
  return {
    dialect: 'postgres',
    async read(look) {
      admit()
      return await places.run(() => transactions.read(look))
    },
    async write(unit) {
      admit()
      return await places.run(() => retried(world, () => transactions.write(unit)))
    },
    async close() {
      closed ??= places.idle().then(end)
      await closed
      guard.end()
    },
  }
}

/** Keys and guarded statements make a repetition safe. */
async function retried<T>(world: World, attempt: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt()
    } catch (error) {
      if (!isTransient(error)) throw error
      if (failures === RETRIES) throw new Outage('the database is too busy', { cause: error })
    }
    await world.sleep(jitter(world, RETRY_BASE_MS * 2 ** failures))
  }
}

/** A random whole number from 1 to `most`. */
function jitter(world: World, most: number): number {
  const [high = 0, low = 0] = world.random(2)
  return 1 + (((high << 8) | low) % most)
}

async function withClient<T>(
  pool: pg.Pool,
  body: (client: pg.PoolClient) => Promise<T>,
  translated = (error: unknown) => asOutage(error),
): Promise<T> {
  const client = await pool.connect().catch((error) => {
    throw asOutage(error)
  })
  try {
    const result = await body(client)
    client.release()
    return result
  } catch (error) {
    client.release(await unusable(client, error))
    throw translated(error)
  }
}

/** Leaves no transaction behind. True when the connection has to be thrown away. */
async function unusable(client: pg.PoolClient, error: unknown): Promise<boolean> {
  // A unit that is overdue may have a statement running, which a ROLLBACK would wait for.
  if (error instanceof Overdue) return true
  return await client.query('ROLLBACK').then(
    () => false,
    () => true,
  )
}

function transactionRunner(
  options: Pick<PostgresOptions, 'world' | 'deadlineMs'>,
  pool: pg.Pool,
  time: Clock,
  guard: NestingGuard,
) {
  const { world, deadlineMs } = options
  const run = <T>(client: pg.PoolClient, now: number, body: (work: Work) => Promise<T>, withinMs: number) =>
    guard.run(() => runUnit(body, new UnitWork(connectionOf(client), world, now), world, withinMs))

  return {
    read<T>(look: (work: Work) => Promise<T>) {
      const body = async (client: pg.PoolClient) => {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
        const result = await run(client, time.now(), look, deadlineMs ?? LOOK_DEADLINE_MS)
        await client.query('COMMIT')
        return result
      }
      return withClient(pool, body, asOutageOfLook)
    },
    write: <T>(unit: (work: Work) => Promise<T>) =>
      withClient(pool, async (client) => {
        const now = time.now()
        await client.query('BEGIN')
        const result = await run(client, now, unit, deadlineMs ?? UNIT_DEADLINE_MS)
        world.crashpoint('storage: before a commit')
        await commit(client)
        time.committed(now)
        world.crashpoint('storage: after a commit')
        return result
      }),
  }
}

async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT').catch((error) => {
    throw asOutage(error, 'unknown')
  })
  // PostgreSQL answers COMMIT with ROLLBACK when a statement had failed before.
  if (command !== 'COMMIT')
    throw new Error('broken promise: a unit of work went on after a statement that failed')
}
