/**
 * Keeps the page to this machine and this origin. The sandbox listens on loopback, but any web site open in
 * the same browser could still send requests there, and DNS rebinding could give it a name of its own: so the
 * Host must be a loopback name, and what changes something must come from the page itself, as JSON.
 */
import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { hostRefusal } from './local-only.js'
import { no } from './page-asked.js'

const READING = new Set(['GET', 'HEAD'])
/** Values of Sec-Fetch-Site that a page of another origin cannot have. Absent outside browsers. */
const OWN_SITES = new Set([undefined, 'same-origin', 'none'])

interface Asked {
  method: string
  path: string
  host: string | undefined
  origin: string | undefined
  site: string | undefined
  contentType: string | undefined
}

/** Why the request is refused, or nothing. */
export function refusalOf(asked: Asked): string | undefined {
  const refusal = hostRefusal(asked.host)
  if (refusal !== undefined) return refusal
  // A link on another site may open the page itself; everything else is for the page alone.
  if (asked.path === '/' && READING.has(asked.method)) return undefined
  if (asked.origin !== undefined && asked.origin !== `http://${asked.host}`)
    return 'the sandbox is driven by its own page only'
  if (!OWN_SITES.has(asked.site)) return 'the sandbox is driven by its own page only'
  if (READING.has(asked.method) || asked.method === 'DELETE') return undefined
  const isJson = /^application\/json(;|$)/i.test(asked.contentType ?? '')
  return isJson ? undefined : 'content-type must be application/json'
}

/** Answers 403 when `refusalOf` has a reason, which is for developers: the page's own requests get none. */
export const guard: MiddlewareHandler = async (c, next) => {
  const refusal = refusalOf({
    method: c.req.method,
    path: c.req.path,
    host: c.req.header('host'),
    origin: c.req.header('origin'),
    site: c.req.header('sec-fetch-site'),
    contentType: c.req.header('content-type'),
  })
  if (refusal) return c.json({ ...no({ code: 'foreign' }), detail: refusal }, 403)
  await next()
  return undefined
}

/** Headers that keep the page from loading or running anything that is not its own. */
export function protectiveHeaders(inlineScript: string): Record<string, string> {
  const hash = createHash('sha256').update(inlineScript).digest('base64')
  return {
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'self' 'sha256-${hash}'`,
      "style-src 'self'",
      // Pictures lie with the two platform servers, which listen on other ports of this machine.
      "img-src 'self' data: blob: http://127.0.0.1:* http://localhost:*",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  }
}
