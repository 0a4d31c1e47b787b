/** The gateway and the HTTP API by hand, for what no library would ever send. */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'

export interface Payload {
  op: number
  t: string | null
  s: number | null
  d: Record<string, unknown> & { user?: { id: string } }
}

export interface Wire {
  socket: WebSocket
  send(payload: unknown): void
  /** The next payload that fits, from the beginning of the connection on. */
  next(fits: (payload: Payload) => boolean): Promise<Payload>
  closed: Promise<{ code: number; reason: string }>
  received: Payload[]
}

export async function openWire(sandbox: DiscordSandbox, query = '?v=10&encoding=json'): Promise<Wire> {
  const socket = new WebSocket(`${sandbox.root.replace('http', 'ws').replace('/api', '/gateway')}${query}`)
  const received: Payload[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data) => {
    received.push(JSON.parse(String(data)) as Payload)
    for (const look of waiting) look()
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }))
  })
  await once(socket, 'open')
  let taken = 0
  return {
    socket,
    received,
    closed,
    send: (payload) => socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload)),
    next: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const at = received.findIndex((payload, index) => index >= taken && fits(payload))
          const found = received[at]
          if (!found) return
          taken = at + 1
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}

export const isOp =
  (op: number) =>
  (payload: Payload): boolean =>
    payload.op === op
export const isEvent =
  (name: string) =>
  (payload: Payload): boolean =>
    payload.t === name

export const identify = (token: string, more: Record<string, unknown> = {}) => ({
  op: 2,
  d: { token, intents: 1, properties: { os: 'linux', browser: 'test', device: 'test' }, ...more },
})

export interface Reply {
  status: number
  headers: Headers
  body: unknown
}

/** One call with the bot's token (or none). */
export async function api(
  sandbox: DiscordSandbox,
  method: string,
  path: string,
  body?: unknown,
  token: string | null = sandbox.token,
): Promise<Reply> {
  const response = await fetch(`${sandbox.root}/v10${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bot ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  }
}
