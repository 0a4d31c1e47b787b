/** A PostgreSQL for the bench, as durable as one in production. */
import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { embeddedPostgres } from '../test/kit/embedded-postgres.js'

export interface BenchPostgres {
  /** A new, empty database. */
  database(): Promise<string>
  stop(): Promise<void>
}

export async function startPostgres(): Promise<BenchPostgres> {
  const port = await freePort()
  const Server = await embeddedPostgres()
  const server = new Server({
    databaseDir: mkdtempSync(join(tmpdir(), 'bench-postgres-')),
    user: 'bench',
    password: 'bench',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog() {},
    onError() {},
  })
  await server.initialise()
  await server.start()
  let count = 0
  return {
    async database() {
      const name = `bench_${++count}`
      await server.createDatabase(name)
      return `postgres://bench:bench@127.0.0.1:${port}/${name}`
    },
    stop: () => server.stop(),
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
