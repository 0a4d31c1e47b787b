/**
 * The HTTP server. Doors of the platforms' servers (`Hook`) come first and take the shortest way: exact path,
 * headers, bounded body, reply. Whoever fails by the headers is turned away before a byte of the body is
 * read. Everything else goes to the pages.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Hook, HookReply } from '../kit/hook.js'
import type { Log } from '../kit/log.js'
import type { World } from '../kit/world.js'
import { readBody } from './body.js'
import { listenProblem, type SettingsPrefix } from './listen-problem.js'

export interface HttpOptions {
  host: string
  /** 0 lets the system choose. */
  port: number
  /** Whose mistake it is when it cannot listen there. */
  settings?: SettingsPrefix
  hooks: readonly Hook[]
  pages: Hono
  world: Pick<World, 'sleep'>
  log: Log
  /** ms in which the headers, and the whole request, must have arrived. */
  patience?: number
}

export interface HttpServer {
  /** `http://127.0.0.1:8080`, known after `listen`. */
  readonly address: string
  /** Rejects with a StartError when the port is taken or not ours to take. */
  listen(): Promise<void>
  /** Takes nobody new, lets the requests in hand end for a while, then closes every connection. */
  close(): Promise<void>
}

/**
 * ms for the headers, and for the whole of a request. A slow loris holds a connection no
 * longer.
 */
const PATIENCE_MS = 5_000
/** ms between two looks for connections that are out of time; Node's own 30 s would make five of them 35. */
const LOOK_MS = 1_000
/**
 * ms that an idle connection is kept: longer than nginx's 60 s, so that a proxy never reuses one we just
 * closed.
 */
const KEEP_ALIVE_MS = 75_000
/** ms for requests in hand while closing. */
const CLOSE_GRACE_MS = 5_000

export function createHttpServer(options: HttpOptions): HttpServer {
  const { patience = PATIENCE_MS } = options
  const times = {
    headersTimeout: patience,
    requestTimeout: patience,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: Math.min(LOOK_MS, patience),
  }
  const server = createServer(times)
  let address = ''
  const pages = getRequestListener(options.pages.fetch, { overrideGlobalObjects: false })
  const answer = servant(options, pages)
  const serve: Serve = (request, response, admit) => {
    // A connection kept for later would keep a closing server waiting.
    response.once('close', () => server.listening || server.closeIdleConnections())
    answer(request, response, admit)
  }
  server.on('request', (request, response) => serve(request, response, () => {}))
  server.on('checkContinue', (request, response) => serve(request, response, () => response.writeContinue()))
  return {
    get address() {
      return address
    },
    async listen() {
      await listening(server, options)
      address = addressOf(server.address() as AddressInfo)
    },
    close: () => closing(server, options.world),
  }
}

type Pages = (request: IncomingMessage, response: ServerResponse) => unknown

/** `admit` tells a client that waits with its body (Expect: 100-continue) to send it. */
type Serve = (request: IncomingMessage, response: ServerResponse, admit: () => void) => void

function servant({ hooks, log }: HttpOptions, pages: Pages): Serve {
  const byPath = new Map(hooks.map((hook) => [hook.path, hook]))
  return (request, response, admit) => {
    const hook = byPath.get(request.url ?? '')
    if (hook) {
      void knock(hook, request, response, admit, log)
      return
    }
    admit()
    void pages(request, response)
  }
}

/** Never rejects. */
async function knock(
  hook: Hook,
  request: IncomingMessage,
  response: ServerResponse,
  admit: () => void,
  log: Log,
): Promise<void> {
  try {
    const reply = await replyTo(hook, request, admit)
    if (reply) send(response, reply)
  } catch (error) {
    log.error('a request could not be answered', { path: hook.path, error })
    if (!response.headersSent) send(response, { status: 500 })
  }
}

/** Undefined when nobody is there any more to be answered. */
async function replyTo(
  hook: Hook,
  request: IncomingMessage,
  admit: () => void,
): Promise<HookReply | undefined> {
  if (request.method !== 'POST') return { status: 405, headers: { allow: 'POST' } }
  if (!hook.admits(request.headers)) return { status: 401 }
  const body = await readBody(request, hook.limitBytes, admit)
  if (body === 'too-long') return { status: 413 }
  if (body === 'broken-off') return undefined
  return hook.handle(request.headers, body)
}

function send(response: ServerResponse, { status, body = '', headers = {} }: HookReply): void {
  const type: Record<string, string> = body === '' ? {} : { 'content-type': 'application/json' }
  response.writeHead(status, { ...type, 'content-length': Buffer.byteLength(body), ...headers })
  response.end(body)
}

function listening(server: Server, where: Pick<HttpOptions, 'host' | 'port' | 'settings'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(listenProblem(error, where))
    server.once('error', fail)
    server.listen({ host: where.host, port: where.port }, () => {
      server.off('error', fail)
      resolve()
    })
  })
}

function addressOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

async function closing(server: Server, world: Pick<World, 'sleep'>): Promise<void> {
  if (!server.listening) return
  const done = new AbortController()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  await Promise.race([closed, world.sleep(CLOSE_GRACE_MS, done.signal)])
  done.abort()
  server.closeAllConnections()
  await closed
}
