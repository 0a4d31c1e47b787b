/**
 * What the server shows to those who run it: `/healthz` (the process lives), `/readyz` (it can do its work),
 * `/metrics` (Prometheus). Nothing here is secret, and nothing is for the public: a proxy passes `/hooks/` on.
 */
import { Hono } from 'hono'
import type { Log } from '../kit/log.js'
import type { World } from '../kit/world.js'
import type { Metrics } from './metrics.js'
import { type Readiness, readinessOf } from './readiness.js'

export interface PagesOptions {
  ready(): Promise<Readiness>
  metrics: Pick<Metrics, 'contentType' | 'text'>
  world: Pick<World, 'sleep'>
  log: Log
}

/** ms after which whoever asks is told that no check has answered. */
const READY_PATIENCE_MS = 3_000

export function createPages({ ready, metrics, world, log }: PagesOptions): Hono {
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
    const readiness = await patiently(ready, world)
    return c.json(readiness, readiness.ready ? 200 : 503)
  })
  pages.get('/metrics', async (c) =>
    c.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  )
  return pages
}

/** A database that is away may not answer at all. */
async function patiently(ready: PagesOptions['ready'], world: PagesOptions['world']): Promise<Readiness> {
  const done = new AbortController()
  const overdue = world.sleep(READY_PATIENCE_MS, done.signal).then(() => failed('no answer in time'))
  try {
    return await Promise.race([ready(), overdue])
  } catch {
    return failed('the checks could not be made')
  } finally {
    done.abort()
  }
}

function failed(detail: string): Readiness {
  return readinessOf([{ name: 'checks', ok: false, detail }])
}
