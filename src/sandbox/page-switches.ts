/**
 * What the page may switch while the bot runs (what goes wrong, by which way updates come), and what just
 * happened.
 */
import type { Hono } from 'hono'
import type { Faults } from './faults.js'
import { asked, bodyOf, limited } from './page-asked.js'
import type { FaultsAnswer, RailAnswer, RailNews } from './page-contract.js'
import { faultsBody, railQuery, transportBody } from './page-requests.js'
import type { NewsSource } from './page-stream.js'
import type { Rail } from './rail.js'
import { deny } from './reasons.js'
import type { TransportStatus, Transports } from './transport-contract.js'

export interface TransportSwitch {
  status(): TransportStatus
  /** Begins the change. Denies `switching` while another one is under way. */
  change(wanted: Partial<Transports>): TransportStatus
  onChange(listener: () => void): () => void
}

const NO_FAULTS: FaultsAnswer = { faults: [] }
const NO_ENTRIES: RailAnswer = { entries: [] }

export function serveFaults(app: Hono, faults: Faults | undefined): void {
  app.get('/api/faults', (c) => c.json(faults?.answer() ?? NO_FAULTS))
  app.post('/api/faults', limited, async (c) =>
    asked(c, faultsBody, await bodyOf(c), (request) => {
      if (!faults) return deny({ code: 'no-faults' })
      if ('allOff' in request) faults.allOff()
      else faults.set(request.set)
      return faults.answer()
    }),
  )
}

export function serveTransports(app: Hono, transports: TransportSwitch | undefined): void {
  app.get('/api/transport', (c) => c.json(transports?.status() ?? null))
  app.post('/api/transport', limited, async (c) =>
    asked(c, transportBody, await bodyOf(c), (wanted) => {
      return transports ? transports.change(wanted) : deny({ code: 'one-way' })
    }),
  )
}

export function serveRail(app: Hono, rail: Rail | undefined): void {
  app.get('/api/rail', (c) => c.json(rail?.answer() ?? NO_ENTRIES))
  app.get('/api/rail/:id', (c) =>
    asked(c, railQuery, { id: c.req.param('id') }, ({ id }) => {
      return rail?.detail(id) ?? deny({ code: 'no-entry' })
    }),
  )
}

/** Tells every tab of a change, at most once a frame. */
export function faultNews(faults: Faults | undefined): NewsSource[] {
  return faults ? [newsOf('faults', faults.onChange, faults.answer)] : []
}

export function transportNews(transports: TransportSwitch | undefined): NewsSource[] {
  return transports ? [newsOf('transport', transports.onChange, transports.status)] : []
}

/** Each tab has its own place in what has changed. */
export function railNews(rail: Rail | undefined): NewsSource[] {
  if (!rail) return []
  const open = () => {
    let { version } = rail.since(Number.POSITIVE_INFINITY)
    const take = (): RailNews | undefined => {
      const news = rail.since(version)
      version = news.version
      return news.entries.length > 0 ? { entries: news.entries } : undefined
    }
    return { take, close: () => {} }
  }
  return [{ event: 'rail', open }]
}

function newsOf(
  event: string,
  onChange: (listener: () => void) => () => void,
  state: () => unknown,
): NewsSource {
  return {
    event,
    open() {
      let isNew = false
      const close = onChange(() => {
        isNew = true
      })
      const take = (): unknown => {
        if (!isNew) return undefined
        isNew = false
        return state()
      }
      return { take, close }
    },
  }
}
