/**
 * Interactions over HTTP: Discord signs each request with its private key for our application, and takes the
 * answer from the body of the reply. It also sends wrong signatures on purpose and gives up on an endpoint
 * that lets one pass.
 */
import type { KeyObject } from 'node:crypto'
import { createPublicKey, verify } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { APIInteractionResponse, REST } from 'discord.js'
import { InteractionResponseType, InteractionType } from 'discord.js'
import type { Hook, HookReply } from '../../kit/hook.js'
import { StartError } from '../../kit/start-error.js'
import type { World } from '../../kit/world.js'
import { HOOK_BODY_LIMIT_BYTES, SIGNATURE_AGE_MS } from './limits.js'
import { record } from './raw.js'
import type { DiscordCall } from './receive.js'
import { receiveInteraction } from './receive.js'
import type { Respond } from './serve.js'
import { respondByRequest } from './serve.js'

export interface HookOptions {
  /** Hex, 64 digits. */
  publicKey: string
  rest: REST
  world: World
  /** Takes a call through the house; undefined while we do not receive. */
  serve(call: DiscordCall, respond: Respond): Promise<void> | undefined
}

interface Signed {
  timestamp: string
  signature: Buffer
}

const PATH = '/hooks/discord'
const SIGNATURE = /^[0-9a-f]{128}$/i
/** Seconds since the epoch. */
const TIMESTAMP = /^\d{1,12}$/
const PUBLIC_KEY = /^[0-9a-f]{64}$/i

/** Throws a StartError when `publicKey` is none. */
export function createHook({ publicKey, rest, world, serve }: HookOptions): Hook {
  const key = readPublicKey(publicKey)
  return {
    path: PATH,
    limitBytes: HOOK_BODY_LIMIT_BYTES,
    admits: (headers) => readSigned(headers, world.now()) !== undefined,
    async handle(headers, body) {
      const signed = readSigned(headers, world.now())
      if (!signed || !(await isSigned(key, signed, body))) return { status: 401 }
      return reply(body, rest, serve)
    },
  }
}

function readPublicKey(hex: string): KeyObject {
  if (!PUBLIC_KEY.test(hex)) {
    throw new StartError('DISCORD_PUBLIC_KEY must have 64 hexadecimal digits', 'configuration')
  }
  const x = Buffer.from(hex, 'hex').toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

function readSigned(headers: IncomingHttpHeaders, now: number): Signed | undefined {
  const signature = headers['x-signature-ed25519']
  const timestamp = headers['x-signature-timestamp']
  if (typeof signature !== 'string' || !SIGNATURE.test(signature)) return undefined
  if (typeof timestamp !== 'string' || !TIMESTAMP.test(timestamp)) return undefined
  if (Math.abs(now - Number(timestamp) * 1000) > SIGNATURE_AGE_MS) return undefined
  return { timestamp, signature: Buffer.from(signature, 'hex') }
}

/** In node's thread pool, because a check takes about 0.13 ms that the event loop has better uses for. */
function isSigned(key: KeyObject, { timestamp, signature }: Signed, body: Buffer): Promise<boolean> {
  const signedBytes = Buffer.concat([Buffer.from(timestamp), body])
  return new Promise((resolve) => {
    verify(null, signedBytes, key, signature, (error, valid) => resolve(!error && valid))
  })
}

async function reply(body: Buffer, rest: REST, serve: HookOptions['serve']): Promise<HookReply> {
  const interaction = parse(body)
  const type = record(interaction)?.type
  if (type === InteractionType.Ping) return json({ type: InteractionResponseType.Pong })
  if (type === InteractionType.ApplicationCommandAutocomplete) {
    return json({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: [] },
    })
  }
  const call = receiveInteraction(interaction)
  return call ? replyTo(call, rest, serve) : { status: 400 }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * The reply is given as soon as the first answer is known. An answer that more steps build on goes by a
 * request of its own, with 202 here, because only then do we know that Discord has it before the next step.
 */
function replyTo(call: DiscordCall, rest: REST, serve: HookOptions['serve']): Promise<HookReply> {
  return new Promise((resolve) => {
    const byRequest = respondByRequest(rest)
    const respond: Respond = async (handle, answer, last) => {
      if (last) return resolve(json(answer))
      await byRequest(handle, answer, last)
      resolve({ status: 202 })
    }
    const served = serve(call, respond)
    if (!served) return resolve({ status: 503 })
    void served.then(() => resolve({ status: 202 }))
  })
}

function json(answer: APIInteractionResponse): HookReply {
  return { status: 200, body: JSON.stringify(answer) }
}
