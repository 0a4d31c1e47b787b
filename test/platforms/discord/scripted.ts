/** An HTTP server that answers as it is told and remembers what it was asked. */
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  method: string
  path: string
  body: unknown
  headers: IncomingMessage['headers']
}

/** `reset`: the connection is cut. `silence`: no answer ever. */
export type Reply =
  | { status: number; json?: unknown; text?: string; headers?: Record<string, string> }
  | 'reset'
  | 'silence'

export interface Scripted {
  root: string
  asked: Asked[]
  /** How every following request is answered. */
  reply: (asked: Asked, count: number) => Reply | Promise<Reply>
  close(): Promise<void>
}

export async function scripted(): Promise<Scripted> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const one: Asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      body: text === '' ? undefined : JSON.parse(text),
      headers: request.headers,
    }
    asked.push(one)
    const reply = await self.reply(one, asked.length)
    if (reply === 'silence') return
    if (reply === 'reset') return void response.destroy()
    const body = reply.text ?? (reply.json === undefined ? '' : JSON.stringify(reply.json))
    const type = reply.text === undefined ? 'application/json' : 'text/html'
    response.writeHead(reply.status, { 'content-type': type, ...reply.headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const self: Scripted = {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    asked,
    reply: () => ({ status: 204 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return self
}
