/**
 * What the server shows. To those who run it: `/healthz` (the process lives), `/readyz` (it can do its work,
 * and what stands in its way) and `/metrics` (Prometheus). To everybody: the records of packets that are
 * over, `/packets/<id>.json`, by which anyone can verify a draw, and a page that does it (`verifier.ts`).
 * Where the world reaches us it is told that we are ready or not, and no more.
 */
import { type Context, Hono } from 'hono'
import type { Speech } from '../i18n/speech.js'
import type { Log } from '../kit/log.js'
import { isLoopback } from '../kit/loopback.js'
import { Outage } from '../kit/outage.js'
import type { World } from '../kit/world.js'
import type { Metrics } from './metrics.js'
import { patiently } from './patience.js'
import { serveVerifier } from './verifier.js'

export interface Readiness {
  ready: boolean
  database: boolean
  /** `right`, `in doubt` after a long absence, or `wrong`: money that goes by time waits. */
  clock: string
  platforms: readonly string[]
  /** Broken invariants. */
  findings: readonly { check: string; detail: string }[]
  /** Messages by state. */
  outbox: Readonly<Record<string, number>>
}

export interface PagesOptions {
  readiness(): Promise<Readiness>
  /** `open` while the packet lives, undefined when there is none. Fails with an Outage while nobody knows. */
  record(packet: string): Promise<unknown>
  /** Decimal places of each asset, by its code. */
  scales(): Readonly<Record<string, number>>
  metrics: Pick<Metrics, 'contentType' | 'text'>
  speech: Pick<Speech, 'choose' | 'plain'>
  world: Pick<World, 'sleep'>
  log: Log
}

/** What figures are shown by. */
type FiguresOptions = Pick<PagesOptions, 'readiness' | 'metrics' | 'world' | 'log'>

/**
 * Characters of records kept in memory. One has about 70 a claim: 70 kB with a thousand, 1.4 MB with twenty
 * thousand, and as much again for a draw that many entered.
 */
const KEPT_MOST = 16_000_000

/** A verifier may run on any page; a year is what caches take for ever. */
const RECORD_HEADERS = {
  'content-type': 'application/json',
  'access-control-allow-origin': '*',
  'cache-control': 'public, max-age=31536000, immutable',
}

/** Instead of a record: its seed is secret still. */
const OPEN = 'open'

const NOT_UNDER_THIS_NAME = 'Figures are here under names of this machine only.\n'

/** An id as `World.newId` makes it. */
const PACKET_FILE = '/packets/:file{[0-9a-z]{1,32}\\.json}'

/** What everybody may see; with `figures`, also what those see who run it. */
export function createPages(options: PagesOptions, { figures }: { figures: boolean }): Hono {
  const pages = barePages(options)
  const records = remembered(options.record)
  if (figures) showFigures(pages, options)
  else
    pages.get('/readyz', async (c) => readyOrNot(c, await readinessOf(options), ({ ready }) => ({ ready })))
  pages.get(PACKET_FILE, async (c) => {
    const record = await records(c.req.param('file').slice(0, -'.json'.length))
    if (record === OPEN) return c.text('This packet is open: its record follows when it is over.\n', 425)
    return record === undefined ? c.notFound() : c.body(record, 200, RECORD_HEADERS)
  })
  serveVerifier(pages, { words: options.speech, scales: options.scales, find: records })
  return pages
}

/**
 * What those see who run it, and nothing else. With `local` under names of this machine alone: a web page in
 * a browser on it may be given a name that leads here, and would read them as its own.
 */
export function createFigurePages(options: FiguresOptions, { local }: { local: boolean }): Hono {
  const pages = barePages(options)
  if (local)
    pages.use('*', async (c, next) => {
      const { host } = new URL(c.req.url)
      return isLoopback(c.req.header('host') ?? host) ? next() : c.text(NOT_UNDER_THIS_NAME, 403)
    })
  showFigures(pages, options)
  return pages
}

function barePages({ log }: Pick<PagesOptions, 'log'>): Hono {
  const pages = new Hono()
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
  return pages
}

function showFigures(pages: Hono, options: FiguresOptions): void {
  const { metrics } = options
  pages.get('/readyz', async (c) => readyOrNot(c, await readinessOf(options), (readiness) => readiness))
  pages.get('/metrics', async (c) =>
    c.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  )
}

function readyOrNot(c: Context, readiness: Readiness, shown: (all: Readiness) => Partial<Readiness>) {
  return c.json(shown(readiness), readiness.ready ? 200 : 503)
}

/**
 * Records as JSON, of which the oldest are forgotten first: the record of a packet that is over never changes
 * again. Those who ask for one at once share one look.
 */
function remembered(record: PagesOptions['record']): (packet: string) => Promise<string | undefined> {
  const kept = new Map<string, string>()
  const underWay = new Map<string, Promise<string | undefined>>()
  let size = 0

  function keep(packet: string, json: string): void {
    if (json.length > KEPT_MOST) return
    kept.set(packet, json)
    size += json.length
    for (const [oldest, { length }] of kept) {
      if (size <= KEPT_MOST) return
      kept.delete(oldest)
      size -= length
    }
  }

  async function read(packet: string): Promise<string | undefined> {
    const found = await record(packet)
    if (found === undefined || found === OPEN) return found
    const json = JSON.stringify(found)
    keep(packet, json)
    return json
  }

  return async (packet) => {
    const known = kept.get(packet)
    if (known !== undefined) return known
    const asked = underWay.get(packet) ?? read(packet).finally(() => underWay.delete(packet))
    underWay.set(packet, asked)
    return asked
  }
}

async function readinessOf({ readiness, world, log }: FiguresOptions): Promise<Readiness> {
  try {
    return (await patiently(readiness, world)) ?? NOT_READY
  } catch (error) {
    log.error('readiness could not be checked', { error })
    return NOT_READY
  }
}

/** Nobody could tell, which is as bad. */
const NOT_READY: Readiness = {
  ready: false,
  database: false,
  clock: 'unknown',
  platforms: [],
  findings: [],
  outbox: {},
}
