/**
 * What the server shows. To those who run it: `/healthz` (the process lives), `/readyz` (it can do its work)
 * and `/metrics` (Prometheus); nothing of it is secret, and a proxy need not pass it on. To everybody: the
 * records of packets that are over, `/packets/<id>.json`, by which anyone can verify a draw.
 */
import { Hono } from 'hono'
import type { Log } from '../kit/log.js'
import { Outage } from '../kit/outage.js'
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
  /** Undefined while the packet lives or when there is none. Fails with an Outage while nobody can tell. */
  record(packet: string): Promise<unknown>
  metrics: Pick<Metrics, 'contentType' | 'text'>
  world: Pick<World, 'sleep'>
  log: Log
}

/** ms after which whoever asks is told that no check has answered. */
const READY_PATIENCE_MS = 3_000

/** Records kept in memory, of at most about 100 kB each (1,000 claims). */
const RECORDS_KEPT = 100

/** A verifier may run on any page; a year is what caches take for ever. */
const RECORD_HEADERS = {
  'content-type': 'application/json',
  'access-control-allow-origin': '*',
  'cache-control': 'public, max-age=31536000, immutable',
}

/** An id as `World.newId` makes it. */
const PACKET_FILE = '/packets/:file{[0-9a-z]{1,32}\\.json}'

export function createPages(options: PagesOptions): Hono {
  const { metrics, log } = options
  const pages = new Hono()
  const records = remembered(options.record)
  pages.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
  })
  pages.notFound((c) => c.text('There is nothing here.\n', 404))
  pages.onError((error, c) => {
    if (error instanceof Outage) return c.text('The database is away; try again later.\n', 503)
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
    const record = await records(c.req.param('file').slice(0, -'.json'.length))
    return record === undefined ? c.notFound() : c.body(record, 200, RECORD_HEADERS)
  })
  return pages
}

/** The records asked for last, as JSON: the record of a packet that is over never changes again. */
function remembered(record: PagesOptions['record']): (packet: string) => Promise<string | undefined> {
  const kept = new Map<string, string>()
  return async (packet) => {
    const known = kept.get(packet)
    if (known !== undefined) return known
    const found = await record(packet)
    if (found === undefined) return undefined
    const json = JSON.stringify(found)
    kept.set(packet, json)
    const [oldest = ''] = kept.keys()
    if (kept.size > RECORDS_KEPT) kept.delete(oldest)
    return json
  }
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
