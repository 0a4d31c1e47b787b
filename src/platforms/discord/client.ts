/**
 * The REST clients. Two, because they wait differently: `house` carries what the courier and the house ask
 * for. It never repeats and never queues behind a rate limit, it says so at once: the courier is the only
 * retrier. `answers` carries what belongs to an interaction (its token is in the path, ours is not sent).
 * Discord binds neither to the global limit; an answer after three seconds is worth nothing, so it is short
 * of breath.
 */
import type { RESTOptions } from 'discord.js'
import { REST } from 'discord.js'
import type { Log } from '../../kit/log.js'
import type { World } from '../../kit/world.js'
import {
  ANSWER_RETRIES,
  ANSWER_TIMEOUT_MS,
  HANDLER_SWEEP_MS,
  REQUEST_TIMEOUT_MS,
  UPLOAD_MS,
} from './limits.js'
import { openTransport, type Transport } from './transport.js'

export interface Client {
  house: REST
  answers: REST
  /** Answers that carry files: with time for the upload, and never repeated, for each upload is a message. */
  uploads: REST
  fetchFile: Transport['fetchFile']
  /** Options for discord.js's own client, over the same sockets and behind the same brake. */
  restOptions: Partial<RESTOptions>
  revoked(): boolean
  close(): Promise<void>
}

const API_ROOT = 'https://discord.com/api'

export function openClient(options: {
  token: string
  apiRoot?: string
  world: World
  log: Log
  onRevoked(): void
}): Client {
  const transport = openTransport(options)
  const restOptions = {
    api: options.apiRoot ?? API_ROOT,
    version: '10',
    makeRequest: transport.makeRequest,
    handlerSweepInterval: HANDLER_SWEEP_MS,
  }
  const rejectOnRateLimit = () => true
  const house = new REST({ ...restOptions, rejectOnRateLimit, retries: 0, timeout: REQUEST_TIMEOUT_MS })
  const answers = new REST({
    ...restOptions,
    rejectOnRateLimit,
    retries: ANSWER_RETRIES,
    timeout: ANSWER_TIMEOUT_MS,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  })
  const uploads = new REST({
    ...restOptions,
    rejectOnRateLimit,
    retries: 0,
    timeout: UPLOAD_MS,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  })
  house.setToken(options.token)
  return {
    house,
    answers,
    uploads,
    fetchFile: transport.fetchFile,
    restOptions,
    revoked: transport.revoked,
    async close() {
      for (const rest of [house, answers, uploads]) {
        rest.clearHashSweeper()
        rest.clearHandlerSweeper()
      }
      await transport.close()
    },
  }
}
