import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serveRecords } from '../../../src/sandbox/page-records.js'

let bot: Server
let address: string

beforeEach(async () => {
  bot = createServer((request, response) => {
    if (request.url === '/packets/6f3k' || request.url === '/verify.mjs') {
      response.writeHead(200, {
        'content-type': 'text/html',
        'content-security-policy': "default-src 'none'",
      })
      return response.end(request.headers['accept-language'])
    }
    if (request.url === '/packets/6f3k?language=es') return response.end('asked for es')
    const isKnown = request.url === '/packets/6f3k.json'
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' })
    return response.end(JSON.stringify(isKnown ? { seed: 'ab' } : { error: 'no such packet' }))
  })
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(bot.address() as AddressInfo).port}`
})

afterEach(() => void bot.close())

async function asked(path: string, from: string | undefined = address) {
  const app = new Hono()
  serveRecords(app, from)
  const answer = await app.request(path)
  return { status: answer.status, body: await answer.text() }
}

describe('public records beside the page', () => {
  it('are those of the bot', async () => {
    expect(await asked('/packets/6f3k.json')).toEqual({ status: 200, body: '{"seed":"ab"}' })
    expect(await asked('/packets/9z.json')).toEqual({ status: 404, body: '{"error":"no such packet"}' })
  })

  it('have the page that recomputes them, with its policy and in the reader’s language', async () => {
    const app = new Hono()
    serveRecords(app, address)
    const headers = { 'accept-language': 'ru' }
    const page = await app.request('/packets/6f3k', { headers })
    expect([page.status, await page.text()]).toEqual([200, 'ru'])
    expect(page.headers.get('content-security-policy')).toBe("default-src 'none'")
    expect((await app.request('/verify.mjs', { headers })).status).toBe(200)
    expect((await asked('/packets/6f3k?language=es')).body).toBe('asked for es')
  })

  it('lead nowhere else on the bot', async () => {
    for (const path of ['/packets/..%2Fmetrics', '/packets/a/b.json', '/metrics', '/packets/A.json'])
      expect((await asked(path)).status).toBe(404)
  })

  it('are missed with a plain word while the bot is away', async () => {
    const gone = address
    await new Promise((resolve) => bot.close(resolve))
    expect(await asked('/packets/6f3k.json', gone)).toMatchObject({
      ...{ status: 503, body: '{"error":{"code":"bot-away"}}' },
    })
  })

  it('are nowhere without a bot', async () => {
    const app = new Hono()
    serveRecords(app, undefined)
    const answer = await app.request('/packets/6f3k.json')
    expect([answer.status, await answer.json()]).toEqual([404, { error: { code: 'no-records' } }])
  })
})
