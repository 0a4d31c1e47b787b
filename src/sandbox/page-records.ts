/**
 * The public records of packets that are over, and the page that recomputes them. The bot publishes them on a
 * port of its own, which nobody is told; here they are found beside the page.
 */
import type { Hono } from 'hono'
import { no } from './page-asked.js'

/** ms that the bot has for an answer: it may be starting again. */
const PATIENCE_MS = 5_000

/** The record, its page, and what that page loads. */
const PATHS = [
  '/packets/:file{[0-9a-z]{1,64}(\\.json)?}',
  '/verify.mjs',
  '/verify-browser.mjs',
  '/verify-page.mjs',
]

/** `bot`: address of the bot's HTTP server, without a slash at the end. Left out, there are no records. */
export function serveRecords(app: Hono, bot: string | undefined): void {
  app.on('GET', PATHS, async (c) => {
    if (bot === undefined) return c.json(no({ code: 'no-records' }), 404)
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS)
      const language = c.req.header('accept-language') ?? ''
      const path = c.req.path + new URL(c.req.url).search
      const answer = await fetch(bot + path, { signal, headers: { 'accept-language': language } })
      const headers = new Headers({
        'content-type': answer.headers.get('content-type') ?? 'application/json',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      })
      const policy = answer.headers.get('content-security-policy')
      if (policy !== null) headers.set('content-security-policy', policy)
      return new Response(await answer.text(), { status: answer.status, headers })
    } catch {
      return c.json(no({ code: 'bot-away' }), 503)
    }
  })
}
