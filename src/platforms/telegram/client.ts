/**
 * grammY's Api over an undici Pool: measured 1.6 times as fast as its own node-fetch. Polls
 * have a connection of their own, so that they never wait behind sends. Nothing here retries: the courier is
 * the only retrier of sends, the poll loop of polls.
 */
import type { Readable } from 'node:stream'
import { Api, type ApiClientOptions, type RawApi, type Transformer } from 'grammy'
import { Pool } from 'undici'
import { readUpTo } from '../../kit/read-up-to.js'
import type { World } from '../../kit/world.js'
import { CONNECTIONS, POLL_REQUEST_SECONDS, REQUEST_SECONDS } from './limits.js'

export const TELEGRAM_API = 'https://api.telegram.org'

export interface Client {
  /** Every method 1:1 as the Bot API documents it. Throws GrammyError or HttpError. */
  api: RawApi
  /** The same with a longer time-out and a connection of its own, for getUpdates alone. */
  polls: RawApi
  /** What Telegram's `file_path` names; undefined where there is none, or it has more bytes than `most`. */
  file(path: string, most: number, signal: AbortSignal): Promise<Uint8Array | undefined>
  /** Waits for requests on their way, but not for ever. */
  close(): Promise<void>
}

/** ms that closing waits for requests on their way. */
const CLOSE_GRACE = 5_000

/** `root` as TELEGRAM_API_ROOT gives it. Throws TypeError for something that is no URL. */
export function createClient(token: string, root: string, world: World): Client {
  const apiRoot = root.replace(/\/+$/, '')
  const { origin } = new URL(apiRoot)
  const pool = new Pool(origin, { connections: CONNECTIONS })
  const pollPool = new Pool(origin, { connections: 1 })
  let closing: Promise<void> | undefined
  return {
    api: rawApi(token, apiRoot, fetchOver(pool, origin), REQUEST_SECONDS),
    polls: rawApi(token, apiRoot, fetchOver(pollPool, origin), POLL_REQUEST_SECONDS),
    file: (path, most, signal) => {
      const segments = path.split('/').map(encodeURIComponent).join('/')
      return fetchFile(pool, `${apiRoot.slice(origin.length)}/file/bot${token}/${segments}`, most, signal)
    },
    close() {
      closing ??= closePools([pool, pollPool], world)
      return closing
    },
  }
}

/** Throws what the connection throws, which may hold the token. */
async function fetchFile(
  pool: Pool,
  path: string,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const { statusCode, body } = await pool.request({ path, method: 'GET', signal })
  if (statusCode === 200) return readUpTo(body, most)
  await body.dump()
  if (statusCode === 404 || statusCode === 400) return undefined
  throw new Error(`status ${statusCode}`)
}

async function closePools(pools: readonly Pool[], world: World): Promise<void> {
  const done = Promise.all(pools.map((pool) => pool.close()))
  await Promise.race([done, world.sleep(CLOSE_GRACE)])
  await Promise.all(pools.map((pool) => pool.destroy()))
}

/** Cancels a call. grammY types its signals as those of an older package, with the same shape. */
export type Signal = NonNullable<Parameters<RawApi['getMe']>[0]>

export const asSignal = (signal: AbortSignal): Signal => signal as unknown as Signal

type Fetch = NonNullable<ApiClientOptions['fetch']>

function rawApi(token: string, apiRoot: string, fetch: Fetch, timeoutSeconds: number): RawApi {
  const api = new Api(token, { apiRoot, fetch, timeoutSeconds })
  api.config.use(redacting(token))
  return api.raw
}

/** A proxy between us and Telegram may quote the path, and with it the token, in what it complains. */
function redacting(token: string): Transformer {
  return async (previous, method, payload, signal) => {
    const response = await previous(method, payload, signal)
    if (!response.ok && typeof response.description === 'string') {
      response.description = response.description.replaceAll(token, '<token>')
    }
    return response
  }
}

/** What grammY uses of fetch: a POST with a body, and `json()` of the answer. */
interface FetchOptions {
  method: 'POST'
  headers: Record<string, string>
  /** A stream where a file is sent along. */
  body: string | Readable
  signal?: AbortSignal
}

function fetchOver(pool: Pool, origin: string): Fetch {
  const fetch = async (url: string, { method, headers, body, signal }: FetchOptions) => {
    const answer = await pool.request({ path: url.slice(origin.length), method, headers, body, signal })
    return { json: () => answer.body.json() }
  }
  // grammY types its fetch as node-fetch's, of which it calls no more than this.
  return fetch as unknown as Fetch
}
