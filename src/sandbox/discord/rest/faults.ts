/** Faults that may be switched on: one decision a call, before or after its effect. */
import type { ServerResponse } from 'node:http'
import type { Clock } from '../clock.js'

export interface Fault {
  /** `before`: the call has no effect. `after`: it had, but the client does not learn of it. */
  when: 'before' | 'after'
  /** A status with a body, a connection cut, or a silence of so many ms before going on. */
  what: { status: number; body?: unknown; headers?: Record<string, string> } | 'reset' | { stallMs: number }
}

export interface Faulted {
  method: string
  path: string
  /** The route as written in the table. */
  route: string
}

export type FaultPlan = (call: Faulted) => Fault | undefined

/** Does the fault if its moment has come. True: the request is over. */
export async function strike(
  fault: Fault | undefined,
  when: Fault['when'],
  clock: Clock,
  response: ServerResponse,
): Promise<boolean> {
  if (fault?.when !== when) return false
  const { what } = fault
  if (what === 'reset') {
    response.destroy()
    return true
  }
  if ('stallMs' in what) {
    await new Promise<void>((resolve) => void clock.after(what.stallMs, resolve))
    return false
  }
  response.writeHead(what.status, { 'content-type': 'application/json', ...what.headers })
  response.end(what.body === undefined ? '' : JSON.stringify(what.body))
  return true
}
