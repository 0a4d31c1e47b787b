/**
 * How requests to Discord leave the house: one pool of sockets for all of them, each body read to its end,
 * and a brake that stops us long before Discord bans the address.
 */
import type { RESTOptions, ResponseLike } from 'discord.js'
import { Agent, request } from 'undici'
import type { Log } from '../../kit/log.js'
import { readUpTo } from '../../kit/read-up-to.js'
import type { World } from '../../kit/world.js'
import { CONNECTIONS, INVALID_REQUESTS_LIMIT, INVALID_REQUESTS_WINDOW_MS } from './limits.js'

export interface Transport {
  /** What `@discordjs/rest` calls for every request. */
  makeRequest: RESTOptions['makeRequest']
  /**
   * A file that Discord gives out at this address; undefined when there is none (any more), or it has more
   * bytes than `most`. Throws for an address that is not Discord's.
   */
  fetchFile(url: string, most: number, signal: AbortSignal): Promise<Uint8Array | undefined>
  /** True once Discord has refused the token. */
  revoked(): boolean
  close(): Promise<void>
}

/** Thrown instead of a request while we keep quiet. Nothing was sent. */
export class Braked extends Error {
  /** ms until requests leave again. */
  readonly retryAfter: number

  constructor(retryAfter: number) {
    super('too many requests were refused by Discord: requests are held back')
    this.name = 'Braked'
    this.retryAfter = retryAfter
  }
}

/** `onRevoked` is called once, when a request with our token is answered 401. */
export function openTransport(options: {
  world: World
  log: Log
  /** Where the API is, when that is not Discord: its files are there, too. */
  apiRoot?: string
  onRevoked(): void
}): Transport {
  const agent = new Agent({ connections: CONNECTIONS })
  const brake = invalidRequestBrake(options)
  let revoked = false
  return {
    revoked: () => revoked,
    close: () => agent.destroy(),
    async fetchFile(url, most, signal) {
      if (!isFileAddress(url, options.apiRoot)) throw new Error('an address that is not of Discord')
      const { statusCode, body } = await request(url, { dispatcher: agent, signal })
      if (statusCode === 200) return readUpTo(body, most)
      await body.dump()
      if ([403, 404, 410].includes(statusCode)) return undefined
      throw new Error(`status ${statusCode}`)
    },
    async makeRequest(url, init) {
      brake.check()
      const { body, headers } = await sendable(init)
      const response = await request(url, {
        ...{ dispatcher: agent, headers, body },
        method: init.method as 'GET',
        signal: init.signal,
      })
      const read = await readResponse(response)
      brake.count(read)
      if (read.status === 401 && 'Authorization' in headers && !revoked) {
        revoked = true
        options.onRevoked()
      }
      return read
    },
  }
}

type Init = Parameters<RESTOptions['makeRequest']>[1]

/** A form, which files are sent in, as the bytes that it is. */
async function sendable({ body, headers: given }: Init) {
  const headers = given as Record<string, string>
  if (!(body instanceof FormData)) return { body: body as string | null | undefined, headers }
  const form = new Response(body)
  const type = form.headers.get('content-type') ?? ''
  return { body: Buffer.from(await form.arrayBuffer()), headers: { ...headers, 'Content-Type': type } }
}

/** Hosts of attachments. [DOC reference, Signed Attachment CDN URLs] */
const FILE_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net']

/** What is fetched is looked at by staff: from Discord alone, and never from inside our own network. */
function isFileAddress(url: string, apiRoot: string | undefined): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, origin } = new URL(url)
  if (apiRoot !== undefined && URL.canParse(apiRoot) && origin === new URL(apiRoot).origin) return true
  return protocol === 'https:' && FILE_HOSTS.includes(host)
}

/**
 * `@discordjs/rest` leaves the body of a 5xx or a rejected 429 unread, which would keep its socket for ever;
 * and its timeout covers only what happens in here, so a body that stalls is covered too.
 */
async function readResponse(response: Awaited<ReturnType<typeof request>>): Promise<ResponseLike> {
  const bytes = Buffer.from(await response.body.arrayBuffer())
  return {
    body: null,
    bodyUsed: true,
    arrayBuffer: async () => new Uint8Array(bytes).buffer,
    json: async () => (bytes.length === 0 ? undefined : JSON.parse(bytes.toString())),
    text: async () => bytes.toString(),
    headers: headersOf(response.headers),
    status: response.statusCode,
    statusText: response.statusText,
    ok: response.statusCode >= 200 && response.statusCode < 300,
  }
}

function headersOf(raw: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(raw)) {
    for (const one of [value ?? []].flat()) headers.append(name, one)
  }
  return headers
}

function invalidRequestBrake({ world, log }: { world: World; log: Log }) {
  let windowEnds = Number.NEGATIVE_INFINITY
  let refused = 0
  return {
    check() {
      const left = windowEnds - world.monotonic()
      if (refused >= INVALID_REQUESTS_LIMIT && left > 0) throw new Braked(Math.ceil(left))
    },
    count(response: Pick<ResponseLike, 'status' | 'headers'>) {
      if (!isInvalid(response)) return
      if (world.monotonic() >= windowEnds) {
        windowEnds = world.monotonic() + INVALID_REQUESTS_WINDOW_MS
        refused = 0
      }
      refused++
      if (refused === INVALID_REQUESTS_LIMIT) log.error('discord: too many refused requests, holding back')
    },
  }
}

/** A 429 that others of the same resource brought on is not counted. [DOC topics/rate-limits] */
function isInvalid({ status, headers }: Pick<ResponseLike, 'status' | 'headers'>): boolean {
  if (status === 429) return headers.get('x-ratelimit-scope') !== 'shared'
  return status === 401 || status === 403
}
