/**
 * A Bot API that says yes to everything: what the naive bot calls, so that nothing but the bot is measured.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Api {
  readonly root: string
  /** Calls by method. */
  readonly calls: Map<string, number>
  close(): void
}

export async function startApi(): Promise<Api> {
  const calls = new Map<string, number>()
  const server = createServer((request, response) => {
    const method = (request.url ?? '').split('/').at(-1) ?? ''
    request.resume().on('end', () => {
      calls.set(method, (calls.get(method) ?? 0) + 1)
      const body = '{"ok":true,"result":true}'
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
      response.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () => server.close(),
  }
}
