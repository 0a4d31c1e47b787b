/**
 * What stands before several processes of one bot: sends updates to them by turns, and every other one to all
 * of them at once, as a proxy does that is impatient. Whoever is not there is left out.
 */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Balancer {
  readonly address: string
  /** Addresses of the processes. */
  targets: string[]
  /** Updates that went to more than one. */
  readonly doubled: number
  close(): Promise<void>
}

interface Reply {
  status: number
  body: string
  headers: Record<string, string>
}

const AWAY: Reply = { status: 503, body: '', headers: { 'retry-after': '1' } }

export async function openBalancer(): Promise<Balancer> {
  let count = 0
  let doubled = 0
  const balancer = {
    targets: [] as string[],
    address: '',
    get doubled() {
      return doubled
    },
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const { targets } = balancer
    count += 1
    const chosen = count % 2 === 0 ? targets : targets.filter((_, at) => at === count % targets.length)
    if (chosen.length > 1) doubled += 1
    const replies = await Promise.all(
      chosen.map((target) => forward(target + request.url, request.headers, body)),
    )
    const good = replies.filter(({ status }) => status === 200)
    const {
      status,
      body: said,
      headers,
    } = good.find((one) => one.body !== '') ?? good[0] ?? replies[0] ?? AWAY
    response.writeHead(status, headers).end(said)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  balancer.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return balancer
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

async function forward(url: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [SECRET_HEADER]: String(headers[SECRET_HEADER] ?? '') },
      body: new Uint8Array(body),
    })
    const type = response.headers.get('content-type')
    const again = response.headers.get('retry-after')
    return {
      status: response.status,
      body: await response.text(),
      headers: { ...(type ? { 'content-type': type } : {}), ...(again ? { 'retry-after': again } : {}) },
    }
  } catch {
    return AWAY
  }
}
