/** A door of the HTTP server that a platform's servers knock at. `http/server.ts` mounts them. */
import type { IncomingHttpHeaders } from 'node:http'

export interface Hook {
  /** Exact path, for example `/hooks/telegram`. */
  path: string
  /** Largest body in bytes; a longer one is answered 413 without being kept. */
  limitBytes: number
  /** Decides by the headers alone, before a byte of the body is read. */
  admits(headers: IncomingHttpHeaders): boolean
  /** Gets the raw body. Never rejects: whatever is wrong with the content becomes a reply. */
  handle(headers: IncomingHttpHeaders, body: Buffer): Promise<HookReply>
}

export interface HookReply {
  status: number
  /** JSON text, sent with `content-type: application/json`. */
  body?: string
  headers?: Record<string, string>
}
