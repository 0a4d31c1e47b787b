/** Faults that may be switched on: one decision a call, before or after its effect. */
import type { ServerResponse } from 'node:http'
import type { Clock } from '../../clock.js'
import type { CallFaultId } from '../../contract.js'
import type { Faults } from '../../faults.js'
import type { Route } from './call.js'

export interface Fault {
  /** `before`: the call has no effect. `after`: it had, but the client does not learn of it. */
  when: 'before' | 'after'
  /** A status with a body, a connection cut, or a silence of so many ms before going on. */
  what: Reply | 'reset' | 'half' | { stallMs: number }
  /** Its name, where it was switched on by one. */
  id?: CallFaultId
}

interface Reply {
  status: number
  /** A text is sent as HTML, anything else as JSON. */
  body?: unknown
  headers?: Record<string, string>
}

export interface Faulted {
  method: string
  path: string
  /** The route as written in the table. */
  route: string
  /** See {@link Route.auth}: what carries an interaction token is bound to no global limit. */
  auth: Route['auth']
}

export type FaultPlan = (call: Faulted) => Fault | undefined

const BEFORE = [
  ...['discord-limit', 'discord-limit-global', 'discord-error-before'],
  ...['discord-stall', 'discord-reset-before'],
] as CallFaultId[]
const AFTER: CallFaultId[] = ['discord-error-after', 'discord-reset-after']

/** The faults that are switched on, as they befall calls. */
export function switchedFaults(faults: Faults): FaultPlan {
  return ({ method, route, auth }) => {
    const open = auth === 'bot' ? BEFORE : BEFORE.filter((id) => id !== 'discord-limit-global')
    const on = `${method} ${route}`
    const before = faults.first(open, on)
    if (before) return { id: before, when: 'before', what: happening(before, faults) }
    const after = faults.first(AFTER, on)
    return after && { id: after, when: 'after', what: happening(after, faults) }
  }
}

function happening(id: CallFaultId, { times }: Faults): Fault['what'] {
  switch (id) {
    case 'discord-limit':
      return tooFast(times.retryAfter, false)
    case 'discord-limit-global':
      return tooFast(times.retryAfter, true)
    case 'discord-error-before':
      return { status: 500, body: { message: '500: Internal Server Error', code: 0 } }
    case 'discord-error-after':
      return { status: 502, body: BAD_GATEWAY }
    case 'discord-stall':
      return { stallMs: times.stall * 1000 }
    default:
      return id === 'discord-reset-after' ? 'half' : 'reset'
  }
}

/** 429 as developers/topics/rate-limits has it: headers and body, for a route or for the whole bot. */
function tooFast(seconds: number, global: boolean): Reply {
  const scope: Record<string, string> = global
    ? { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' }
    : {
        'X-RateLimit-Scope': 'user',
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset-After': String(seconds),
      }
  return {
    status: 429,
    headers: { ...scope, 'Retry-After': String(Math.ceil(seconds)) },
    body: { message: 'You are being rate limited.', retry_after: seconds, global, code: 0 },
  }
}

/** What Cloudflare answers when it has lost the answer of Discord: no JSON at all. */
const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>'

/**
 * Does the fault if its moment has come. `headers` are those of the rate limit that the call was counted by.
 * True: the request is over.
 */
export async function strike(
  fault: Fault | undefined,
  when: Fault['when'],
  { clock, response, headers }: { clock: Clock; response: ServerResponse; headers: Record<string, string> },
): Promise<boolean> {
  if (fault?.when !== when) return false
  const { what } = fault
  if (what === 'reset') response.destroy()
  else if (what === 'half') cut(response)
  else if ('stallMs' in what) {
    await new Promise<void>((resolve) => void clock.after(what.stallMs, resolve))
    return false
  } else reply(response, what, headers)
  return true
}

/** Ends the connection when the first bytes of the answer have gone out. */
function cut(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 })
  response.write('{"id":"', () => response.destroy())
}

function reply(
  response: ServerResponse,
  { status, body, headers }: Reply,
  limits: Record<string, string>,
): void {
  const isPage = typeof body === 'string'
  const type = isPage ? 'text/html' : 'application/json'
  response.writeHead(status, { 'content-type': type, ...limits, ...headers })
  response.end(body === undefined ? '' : isPage ? body : JSON.stringify(body))
}
