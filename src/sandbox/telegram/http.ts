/**
 * The HTTP face: `/bot<token>/<method>` as api.telegram.org answers it [HttpConnection.cpp,
 * ClientManager.cpp].
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { hostRefusal, pageRefusal } from '../local-only.js'
import { text } from './args.js'
import { readArgs } from './body.js'
import { BrokenConnection, type Dispatcher, StrangeAnswer } from './calls.js'
import { RawJson } from './polling.js'
import { ApiRefusal, unauthorized } from './refusal.js'
import type { World } from './world.js'

/** Connections stay open between calls, longer than a held poll [HttpServer.h]. */
const KEEP_ALIVE_MS = 60_000

/** Stands for the host, which does not matter. */
const BASE = 'http://sandbox'

const notFound = () => new ApiRefusal(404, 'Not Found')

export type Log = (line: string) => void

export function createApiServer(world: World, dispatcher: Dispatcher, log: Log): Server {
  const server = createServer((request, response) => {
    answer(world, dispatcher, request)
      .then((result) => succeed(response, result))
      .catch((error: unknown) => fail(request, response, error, log))
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.requestTimeout = 0
  return server
}

/** A picture, answered as it is and not as JSON. */
class Bytes {
  readonly type: string
  readonly bytes: Uint8Array
  constructor(type: string, bytes: Uint8Array) {
    this.type = type
    this.bytes = bytes
  }
}

async function answer(world: World, dispatcher: Dispatcher, request: IncomingMessage): Promise<unknown> {
  const url = URL.canParse(request.url ?? '/', BASE) ? new URL(request.url ?? '/', BASE) : undefined
  if (!url) throw notFound()
  const { headers } = request
  const picture = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname)
  // The chat page, which comes from another port, shows pictures; calls are for programs alone.
  const refusal = picture ? hostRefusal(headers.host) : pageRefusal(headers)
  if (refusal !== undefined) throw new ApiRefusal(403, `Forbidden: ${refusal}`)
  if (picture) return readFile(world, decoded(picture[1] ?? ''), picture[2] ?? '')
  const path = /^\/bot([^/]*)\/(.*)$/.exec(url.pathname)
  if (!path) throw notFound()
  checkToken(world, decoded(path[1] ?? ''))
  const args = await readArgs(request, url.searchParams)
  return dispatcher.call(path[2] || text(args, 'method'), args)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw notFound()
  }
}

/** A token that cannot be one is told so; a well-formed but wrong one is just unauthorized. */
function checkToken(world: World, token: string): void {
  if (token === world.token) return
  const id = /^([1-9]\d{0,16}):/.exec(token)?.[1]
  if (token.length > 80 || id === undefined)
    throw new ApiRefusal(401, 'Unauthorized: invalid token specified')
  throw unauthorized()
}

function readFile(world: World, token: string, path: string): Bytes {
  checkToken(world, token)
  const file = world.files.byPath(path)
  if (!file) throw notFound()
  return new Bytes(file.type, file.bytes)
}

function succeed(response: ServerResponse, result: unknown): void {
  if (result instanceof Bytes) {
    response.writeHead(200, { 'content-type': result.type }).end(result.bytes)
    return
  }
  const body = result instanceof RawJson ? result.text : JSON.stringify(result)
  send(response, 200, `{"ok":true,"result":${body}}`)
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown, log: Log): void {
  if (error instanceof BrokenConnection) cut(response, error.midway)
  else if (!response.destroyed) refuse(request, response, error, log)
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown, log: Log): void {
  if (error instanceof StrangeAnswer) {
    response.writeHead(error.status, { 'content-type': error.type }).end(error.body)
    return
  }
  const refusal = error instanceof ApiRefusal ? error : undefined
  if (!refusal) log(`telegram sandbox: ${error instanceof Error ? error.stack : String(error)}`)
  const { code, message, parameters } = refusal ?? new ApiRefusal(500, 'Internal Server Error')
  if (parameters?.retry_after) response.setHeader('retry-after', parameters.retry_after)
  const body = { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) }
  if (code === 413) cutOff(request, response)
  send(response, code, JSON.stringify(body))
}

/** Ends the connection before the answer, or when its first bytes have gone out. */
function cut(response: ServerResponse, midway: boolean): void {
  if (!midway || response.destroyed) {
    response.destroy()
    return
  }
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 })
  response.write('{"ok":true,"result":', () => response.destroy())
}

/** The rest of a body that is too large is not read; the connection ends with the answer. */
function cutOff(request: IncomingMessage, response: ServerResponse): void {
  response.shouldKeepAlive = false
  response.once('finish', () => request.destroy())
}

function send(response: ServerResponse, status: number, body: string): void {
  if (response.destroyed) return
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
