/**
 * Runs a suite on both engines, on a database of its own for each test.
 *
 *     describeStorage('ledger', (engine) => {
 *       it('moves money', async () => {
 *         const storage = await engine.open()        // migrated, empty, closed after the test
 *         await storage.write(async (work) => …)
 *       })
 *     })
 *
 * `TEST_ENGINES=sqlite` (or `postgres`) runs one engine alone.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe, inject } from 'vitest'
import { silentLog } from '../../src/kit/log.js'
import { realWorld } from '../../src/kit/world.js'
import { type OpenOptions, openStorage } from '../../src/storage/open.js'
import { poolOn, storageOn } from '../../src/storage/postgres.js'
import type { Description } from '../../src/storage/schema-description.js'
import type { Dialect, Storage } from '../../src/storage/storage.js'
import { executeOn } from './execute.js'
import type { PostgresForTests } from './postgres.js'

export interface EngineForTests {
  dialect: Dialect
  /**
   * A storage on a database without rows, or on the one at `url`. Closed after the test, unless closed
   * before.
   */
  open(options?: Partial<OpenOptions>): Promise<Storage>
  /**
   * The URL of a database without rows, for tests that open it themselves. Emptied after the test and used
   * again, by other files too.
   */
  emptyDatabase(): Promise<string>
  /**
   * As `emptyDatabase`, deleted after the test, which may damage its schema. Slow on PostgreSQL (half a
   * second).
   */
  ownDatabase(): Promise<string>
}

/**
 * Whether units inside units are refused on every engine. Before Node 24 each promise pays for it, and tests
 * took half as long again (measured): so a suite that runs on both engines has it on one, with the same code.
 */
const IS_GUARD_CHEAP = Number(process.versions.node.split('.')[0]) >= 24

/** What a storage may be told that is opened on connections from before. */
type Reopening = Pick<OpenOptions, 'world' | 'clock' | 'guard' | 'deadlineMs'>

const REOPENING: readonly string[] = ['world', 'clock', 'guard', 'deadlineMs'] satisfies (keyof Reopening)[]

interface Maker {
  /** One that others may have used before. */
  lend(): Promise<Place>
  /** One that nobody will use afterwards. */
  make(): Promise<Place>
}

const MAKERS: Record<Dialect, Maker> = {
  sqlite: { lend: makeLite, make: makeLite },
  postgres: { lend: lendPostgres, make: makePostgres },
}

interface Place {
  url: string
  /** As `openStorage`, on connections that tests before may have used: they have planned much already. */
  reopen?(options: Reopening): Promise<Storage>
  /** Empties it, so that it can be used again. Without it, making one is the faster way. */
  reset?(): Promise<void>
  remove(): Promise<void>
}

export function describeStorage(name: string, suite: (engine: EngineForTests) => void): void {
  const wanted = process.env.TEST_ENGINES?.split(',') ?? Object.keys(MAKERS)
  describe.each(wanted as Dialect[])(`${name} on %s`, (dialect) => {
    const guard = IS_GUARD_CHEAP || dialect === 'sqlite' || !wanted.includes('sqlite')
    suite(engineForTests(dialect, guard))
  })
}

/** To be called inside `describe`: cleans up after each test. `guard` as in `OpenOptions`. */
export function engineForTests(dialect: Dialect, guard = true): EngineForTests {
  const places = placesForTests(MAKERS[dialect])
  const opened: Storage[] = []
  afterEach(async () => {
    for (const storage of opened.splice(0)) await storage.close()
    await places.afterTest()
  })
  afterAll(() => places.afterFile())
  return {
    dialect,
    emptyDatabase: async () => (await places.shared()).url,
    ownDatabase: async () => (await places.own()).url,
    async open({ url, ...options } = {}) {
      const own = { world: realWorld(), log: silentLog, guard, ...options }
      const place: Pick<Place, 'url' | 'reopen'> = url ? { url } : await places.shared()
      const storage =
        place.reopen && Object.keys(options).every((name) => REOPENING.includes(name))
          ? await place.reopen(own)
          : await openNewly({ ...own, url: place.url }, dialect)
      opened.push(storage)
      return storage
    },
  }
}

async function openNewly(options: OpenOptions, dialect: Dialect): Promise<Storage> {
  if (dialect === 'sqlite') return await openStorage(options)
  return await openStorage({ ...options, reference: await schemaForTests() })
}

async function schemaForTests(): Promise<Description> {
  return new Map((await postgresForTests()).schema)
}

function placesForTests({ lend, make }: Maker) {
  const own: Place[] = []
  const used: Place[] = []
  const free: Place[] = []

  const remember = (list: Place[], place: Place) => {
    list.push(place)
    return place
  }
  return {
    own: async () => remember(own, await make()),
    shared: async () => remember(used, free.pop() ?? (await lend())),
    async afterTest() {
      for (const place of own.splice(0)) await place.remove()
      for (const place of used.splice(0)) {
        if (!place.reset) {
          await place.remove()
          continue
        }
        await place.reset()
        free.push(place)
      }
    },
    async afterFile() {
      for (const place of free.splice(0)) await place.remove()
    },
  }
}

let template: Promise<string> | undefined

async function makeLite(): Promise<Place> {
  template ??= ask<string>('/sqlite')
  const place = liteFolder('bot.sqlite')
  copyFileSync(await template, place.url)
  return place
}

function liteFolder(name: string): Place {
  const folder = temporaryFolder()
  return { url: join(folder, name), remove: async () => rmSync(folder, { recursive: true, force: true }) }
}

/** Deleted after the run, if not before. */
export function temporaryFolder(): string {
  return mkdtempSync(join(inject('scratchFolder'), 'folder-'))
}

let server: Promise<PostgresForTests> | undefined
let databases = 0

/** How to reach the PostgreSQL of this test run, for tests of the server itself. */
export function postgresForTests(): Promise<PostgresForTests> {
  server ??= ask<PostgresForTests>('/postgres')
  return server
}

async function makePostgres(): Promise<Place> {
  const { admin, template } = await postgresForTests()
  databases += 1
  const name = `test_${process.pid}_${databases}`
  await executeOn(admin, `create database ${name} template ${template}`)
  return {
    url: urlOf(admin, name),
    remove: () => executeOn(admin, `drop database ${name} with (force)`),
  }
}

async function lendPostgres(): Promise<Place> {
  const { admin, socket } = await postgresForTests()
  const name = await ask<string>('/postgres/lent')
  const url = urlOf(admin, name)
  const near = socket === undefined ? url : `${url}?host=${encodeURIComponent(socket)}`
  const keeper = keeperOf(near)
  let pool: pg.Pool | undefined
  return {
    url,
    async reopen(options) {
      pool ??= poolOn(near, await schemaForTests(), silentLog)
      return await storageOn(pool, { log: silentLog, ...options })
    },
    reset: () => keeper.query('select seed.reset()'),
    async remove() {
      await pool?.end()
      await keeper.end()
      await ask(`/postgres/free?${name}`)
    },
  }
}

function urlOf(admin: string, database: string): string {
  const url = new URL(admin)
  url.pathname = `/${database}`
  return url.href
}

/** A connection that stays between tests: each new one plans anew what it is asked. Tests may cut it. */
function keeperOf(url: string) {
  let kept: pg.Client | undefined
  const connected = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {
      kept = undefined
    })
    await client.connect()
    kept = client
    return client
  }
  return {
    async query(statement: string): Promise<void> {
      await (kept ?? (await connected())).query(statement)
    },
    async end(): Promise<void> {
      await kept?.end()
      kept = undefined
    },
  }
}

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(`${inject('databasesDoor')}${path}`)
  const said = await response.text()
  if (!response.ok) throw new Error(said)
  return JSON.parse(said) as T
}
