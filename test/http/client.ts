/**
 * What the tests of the HTTP server ask with: a server on a free port, and bytes as no decent client sends
 * them.
 */
import { once } from 'node:events'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { createMetrics } from '../../src/http/metrics.js'
import { createFigurePages, createPages, type PagesOptions, type Readiness } from '../../src/http/pages.js'
import { createHttpServer, type HttpOptions, type HttpServer } from '../../src/http/server.js'
import { loadSpeech } from '../../src/i18n/fluent.js'
import type { Hook } from '../../src/kit/hook.js'
import { silentLog } from '../../src/kit/log.js'
import { realWorld } from '../../src/kit/world.js'

/** ms; short, so that tests of patience do not need it. */
export const PATIENCE = 300

/** A door that repeats what it was told, to those who say the word. */
export function echoHook(options: Partial<Hook> = {}): Hook & { heard: Buffer[] } {
  const heard: Buffer[] = []
  return {
    heard,
    path: '/hooks/echo',
    limitBytes: 1024 * 1024,
    admits: (headers) => headers['x-secret'] === 'open',
    async handle(_headers, body) {
      heard.push(body)
      return { status: 200, body: JSON.stringify({ bytes: body.length }) }
    },
    ...options,
  }
}

export const WELL: Readiness = {
  ready: true,
  database: true,
  clock: 'right',
  platforms: ['telegram'],
  findings: [],
  outbox: { queued: 3, dead: 1 },
}

const speech = loadSpeech(fileURLToPath(new URL('../../locales', import.meta.url)), {
  scaleOf: () => 6,
  now: () => 0,
  strict: true,
})

export function pagesWith(options: Partial<PagesOptions> = {}, { figures = true } = {}) {
  const readiness = options.readiness ?? (async () => WELL)
  const metrics = createMetrics(readiness, options.world ?? realWorld())
  const record = async (packet: string) => (packet === '6f3k' ? { packet } : undefined)
  const shown = { record, scales: () => ({ USDT: 6 }), speech }
  const defaults = { readiness, metrics, ...shown, world: realWorld(), log: silentLog }
  const given = { ...defaults, ...options }
  return { metrics, pages: createPages(given, { figures }), aside: createFigurePages(given, { local: true }) }
}

/** Listens on a free port until the test ends. */
export async function serverWith(options: Partial<HttpOptions> = {}): Promise<HttpServer> {
  const world = realWorld()
  const { pages } = pagesWith()
  const defaults = { host: '127.0.0.1', port: 0, hooks: [], pages, world, log: silentLog, patience: PATIENCE }
  const server = createHttpServer({ ...defaults, ...options })
  await server.listen()
  onTestFinished(() => server.close())
  return server
}

/**
 * Writes `bytes` to a connection of its own and resolves with all that came back until the server hung up.
 */
export async function raw(server: HttpServer, ...bytes: (string | Buffer)[]): Promise<string> {
  const { hostname, port } = new URL(server.address)
  const socket = connect({ host: hostname, port: Number(port) })
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1')
  })
  socket.on('error', () => {})
  for (const part of bytes) socket.write(part)
  await once(socket, 'close')
  return answer
}

export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
}
