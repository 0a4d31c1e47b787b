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
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, inject } from 'vitest'
import { silentLog } from '../../src/kit/log.js'
import { realWorld } from '../../src/kit/world.js'
import { type OpenOptions, openStorage } from '../../src/storage/open.js'
import type { Dialect, Storage } from '../../src/storage/storage.js'
import type { PostgresForTests } from './postgres.js'

export interface EngineForTests {
  dialect: Dialect
  /** A storage on a database of its own, or on the one at `url`. Closed after the test, unless closed before. */
  open(options?: Partial<OpenOptions>): Promise<Storage>
  /** The URL of a migrated database without rows, deleted after the test. */
  database(): Promise<string>
}

const ENGINES: Record<Dialect, () => Promise<Place>> = { sqlite: litePlace, postgres: postgresPlace }

export function describeStorage(name: string, suite: (engine: EngineForTests) => void): void {
  const wanted = process.env.TEST_ENGINES?.split(',') ?? Object.keys(ENGINES)
  describe.each(wanted as Dialect[])(`${name} on %s`, (dialect) => suite(engineForTests(dialect)))
}

/** To be called inside `describe`: cleans up after each test. */
export function engineForTests(dialect: Dialect): EngineForTests {
  const closing: Storage[] = []
  const places: Place[] = []
  const database = async () => {
    const place = await ENGINES[dialect]()
    places.push(place)
    return place.url
  }
  afterEach(async () => {
    for (const storage of closing.splice(0)) await storage.close()
    for (const place of places.splice(0)) await place.remove()
  })
  return {
    dialect,
    database,
    async open(options = {}) {
      const url = options.url ?? (await database())
      const storage = await openStorage({ world: realWorld(), log: silentLog, guard: true, ...options, url })
      closing.push(storage)
      return storage
    },
  }
}

interface Place {
  url: string
  remove(): Promise<void>
}

let liteTemplate: Promise<string> | undefined

/** Migrating takes longer than copying. */
async function litePlace(): Promise<Place> {
  liteTemplate ??= makeLiteTemplate()
  const folder = temporaryFolder()
  const file = join(folder, 'bot.sqlite')
  copyFileSync(await liteTemplate, file)
  return { url: file, remove: async () => rmSync(folder, { recursive: true, force: true }) }
}

async function makeLiteTemplate(): Promise<string> {
  const folder = temporaryFolder()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const url = join(folder, 'template.sqlite')
  const storage = await openStorage({ url, world: realWorld() })
  await storage.close()
  return url
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'community-partner-bot-'))
}

let server: Promise<PostgresForTests> | undefined
let databases = 0

async function postgresPlace(): Promise<Place> {
  server ??= askForServer()
  const { admin, template } = await server
  databases += 1
  const name = `test_${process.pid}_${databases}`
  await administer(admin, `create database ${name} template ${template}`)
  const url = new URL(admin)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => administer(admin, `drop database ${name} with (force)`) }
}

async function askForServer(): Promise<PostgresForTests> {
  const response = await fetch(inject('postgresDoor'))
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as PostgresForTests
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
