/** Server-sent events of one browser tab: frames of what happened, the storm's reports, the bot's state. */
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { SandboxEvent } from './contract.js'
import type { BotStatus, StormReport } from './page-contract.js'
import { createFeed, type Viewer } from './page-feed.js'

/** About ten frames a second: below it an answer feels late, above it a storm makes the tab stutter. */
const FRAME_MS = 100
/** A comment at this distance tells both ends that the other is alive. */
const PING_MS = 15_000

export interface Sources {
  onEvent(listener: (event: SandboxEvent) => void): () => void
  onStorm(listener: (report: StormReport) => void): () => void
  onBot(listener: (status: BotStatus) => void): () => void
  others: readonly NewsSource[]
}

/** Something else that a tab hears of, under the name `event`. */
export interface NewsSource {
  event: string
  /** For one tab: what is new since it was last asked, if anything is. */
  open(): { take(): unknown; close(): void }
}

/** Streams until the tab goes away or `closing` fires. A slow tab gets fewer, fuller frames. */
export function streamTo(c: Context, viewer: Viewer, sources: Sources, closing: AbortSignal): Response {
  return streamSSE(c, async (stream) => {
    const feed = createFeed(viewer)
    const news = new Map<string, unknown>()
    const leave = [
      sources.onEvent(feed.add),
      sources.onStorm((report) => news.set('storm', report)),
      sources.onBot((status) => news.set('bot', status)),
    ]
    const others = sources.others.map(({ event, open }) => ({ event, ...open() }))
    leave.push(...others.map(({ close }) => close))
    const gone = new AbortController()
    stream.onAbort(() => gone.abort())
    const ending = AbortSignal.any([gone.signal, closing])
    try {
      await stream.writeSSE({ event: 'hello', data: '{}', retry: 1000 })
      let quiet = 0
      while (await pause(FRAME_MS, ending)) {
        const frame = feed.take()
        for (const { event, take } of others) {
          const data = take()
          if (data !== undefined) news.set(event, data)
        }
        if (frame) await stream.writeSSE({ event: 'frame', data: JSON.stringify(frame) })
        for (const [event, data] of news) await stream.writeSSE({ event, data: JSON.stringify(data) })
        quiet = frame || news.size > 0 ? 0 : quiet + FRAME_MS
        news.clear()
        if (quiet < PING_MS) continue
        await stream.writeSSE({ event: 'ping', data: '{}' })
        quiet = 0
      }
    } finally {
      for (const stop of leave) stop()
    }
  })
}

/** Waits; false when it is over. */
function pause(milliseconds: number, ending: AbortSignal): Promise<boolean> {
  if (ending.aborted) return Promise.resolve(false)
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      resolve(false)
    }
    const timer = setTimeout(() => {
      ending.removeEventListener('abort', end)
      resolve(true)
    }, milliseconds)
    ending.addEventListener('abort', end, { once: true })
  })
}
