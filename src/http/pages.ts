/**
 * What the server shows. To those who run it: `/healthz` (the process lives), `/readyz` (it can do its work)
 * and `/metrics` (Prometheus); nothing of it is secret, and a proxy need not pass it on. To everybody: the
 * records of packets that are over, `/packets/<id>.json`, by which anyone can verify a draw.
 */
import { Hono } from 'hono'
import type { Log } from '../kit/log.js'
import type { World } from '../kit/world.js'
import type { Metrics } from './metrics.js'

export interface Readiness {
  ready: boolean
  database: boolean
  platforms: readonly string[]
  /** Broken invariants. */
  findings: readonly { check: string; detail: string }[]
  /** Messages by state. */
  outbox: Readonly<Record<string, number>>
}

export interface PagesOptions {
  readiness(): Promise<Readiness>
  /** Undefined while the packet lives or when there is none. */
  record(packet: string): Promise<unknown>
  metrics: Pick<Metrics, 'contentType' | 'text'>
  world: Pick<World, 'sleep'>
  log: Log
}

/** ms after which whoever asks is told that no check has answered. */
const READY_PATIENCE_MS = 3_000

/** An id as `World.newId` makes it. */
const PACKET_FILE = '/packets/:file{[0-9a-z]{1,32}\\.json}'

export function createPages(options: PagesOptions): Hono {
  const { metrics, log } = options
  const pages = new Hono()
  pages.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
  })
  pages.notFound((c) => c.text('There is nothing here.\n', 404))
  pages.onError((error, c) => {
    log.error('a page could not be shown', { path: c.req.path, error })
    return c.text('This went wrong.\n', 500)
  })
  pages.get('/healthz', (c) => c.text('ok\n'))
  pages.get('/readyz', async (c) => {
    const readiness = await patiently(options)
    return c.json(readiness, readiness.ready ? 200 : 503)
  })
  pages.get('/metrics', async (c) =>
    c.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  )
  pages.get(PACKET_FILE, async (c) => {
    const record = await options.record(c.req.param('file').slice(0, -'.json'.length))
    // A verifier may run on any page.
    return record ? c.json(record, 200, { 'access-control-allow-origin': '*' }) : c.notFound()
  })
  return pages
}

/** A database that is away may not answer at all. */
async function patiently({ readiness, world, log }: PagesOptions): Promise<Readiness> {
  const done = new AbortController()
  const overdue = world.sleep(READY_PATIENCE_MS, done.signal).then(() => NOT_READY)
  try {
    return await Promise.race([readiness(), overdue])
  } catch (error) {
    log.error('readiness could not be checked', { error })
    return NOT_READY
  } finally {
    done.abort()
  }
}

/** Nobody could tell, which is as bad. */
const NOT_READY: Readiness = { ready: false, database: false, platforms: [], findings: [], outbox: {} }
