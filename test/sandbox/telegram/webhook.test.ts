import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GROUP, refusal, type Stage, stage } from './setup.js'

interface Delivery {
  update: { update_id: number; message?: { text?: string }; callback_query?: { from: { id: number } } }
  headers: IncomingMessage['headers']
  /** Answers the delivery. */
  reply(status?: number, body?: string, headers?: Record<string, string>): void
}

/** The bot's end: collects deliveries and answers when told to, or by itself. */
async function receiver() {
  const deliveries: Delivery[] = []
  const state = { automatic: 0 }
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    const reply: Delivery['reply'] = (status = 200, body = '', headers = {}) => {
      response.writeHead(status, headers).end(body)
    }
    const update = JSON.parse(Buffer.concat(parts).toString()) as Delivery['update']
    deliveries.push({ update, headers: request.headers, reply })
    if (state.automatic) reply(state.automatic)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    deliveries,
    state,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

let s: Stage
let hook: Awaited<ReturnType<typeof receiver>>
beforeEach(async () => {
  s = await stage({ random: () => 0 })
  hook = await receiver()
})
afterEach(async () => {
  await s.close()
  await hook.close()
})

const speak = (text: string, person = 'ana', room = GROUP) => s.sandbox.act(person, { do: 'say', room, text })
const count = (n: number) => vi.waitUntil(() => hook.deliveries.length >= n)
const delivery = (n: number): Delivery => {
  const found = hook.deliveries[n]
  if (!found) throw new Error(`there is no delivery ${n}`)
  return found
}
const told = () => hook.deliveries.map(({ update }) => update.message?.text ?? 'press')

describe('delivery', () => {
  test('carries the secret and the update; anything 2xx is done', async () => {
    await s.api.setWebhook(hook.url, { secret_token: 'Abc_1-2' })
    await speak('hello')
    await count(1)
    expect(delivery(0).headers).toMatchObject({
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': 'Abc_1-2',
    })
    delivery(0).reply(204)
    await vi.waitUntil(() => s.sandbox.pendingUpdates() === 0)
  })

  test('what waited before the webhook is delivered too, unless dropped', async () => {
    hook.state.automatic = 200
    await speak('old')
    await s.api.setWebhook(hook.url, { drop_pending_updates: true })
    await speak('new')
    await count(1)
    expect(told()).toEqual(['new'])
  })

  test('one at a time in a chat; presses of different people and other chats beside it', async () => {
    await s.api.setWebhook(hook.url)
    const card = await s.api.sendMessage(GROUP, 'card', {
      reply_markup: { inline_keyboard: [[{ text: 'go', callback_data: 'go' }]] },
    })
    const press = (person: string) =>
      s.sandbox.act(person, { do: 'press', room: GROUP, message: card.message_id, data: 'go' })
    await speak('first')
    await speak('second')
    const presses = [press('ana'), press('ana'), press('kofi')]
    await s.sandbox.act('lena', { do: 'open', payload: '' })
    await count(4)
    expect(told().sort()).toEqual(['/start', 'first', 'press', 'press'])
    const pressers = hook.deliveries.map(({ update }) => update.callback_query?.from.id).filter(Boolean)
    expect(pressers.sort()).toEqual([s.id('ana'), s.id('kofi')].sort())
    for (const { reply } of hook.deliveries.slice(0, 4)) reply()
    await count(6)
    expect(told().slice(4).sort()).toEqual(['press', 'second'])
    delivery(4).reply()
    delivery(5).reply()
    await vi.waitUntil(() => s.sandbox.pendingUpdates() === 0)
    s.clock.advance(15_000)
    await Promise.all(presses)
  })

  test('never more than max_connections at once', async () => {
    await s.api.setWebhook(hook.url, { max_connections: 2 })
    for (const person of ['ana', 'kofi', 'lena']) await s.sandbox.act(person, { do: 'open', payload: '' })
    await count(2)
    await s.api.getMe()
    expect(hook.deliveries).toHaveLength(2)
    delivery(0).reply()
    await count(3)
  })
})

describe('repeats', () => {
  test('at once, then after 2, 4, 8 and up to 60 seconds; the others of the chat wait', async () => {
    await s.api.setWebhook(hook.url)
    await speak('poison')
    await speak('behind')
    await count(1)
    delivery(0).reply(500)
    await waitForTimer()
    s.clock.advance(0)
    await count(2)
    for (const seconds of [2, 4, 8, 16, 32, 60, 60]) {
      const before = hook.deliveries.length
      delivery(before - 1).reply(500)
      await waitForTimer()
      s.clock.advance(seconds * 1000 - 1)
      await s.api.getMe()
      expect(hook.deliveries).toHaveLength(before)
      s.clock.advance(1)
      await count(before + 1)
    }
    expect(new Set(told())).toEqual(new Set(['poison']))
    const info = await s.api.getWebhookInfo()
    expect(info.last_error_message).toBe('Wrong response from the webhook: 500 Internal Server Error')
    expect(info.pending_update_count).toBe(2)
    hook.deliveries.at(-1)?.reply(200)
    await vi.waitUntil(() => told().includes('behind'))
  })

  test('Retry-After is honoured', async () => {
    await s.api.setWebhook(hook.url)
    await speak('busy')
    await count(1)
    delivery(0).reply(503, '', { 'retry-after': '30' })
    await waitForTimer()
    s.clock.advance(29_999)
    await s.api.getMe()
    expect(hook.deliveries).toHaveLength(1)
    s.clock.advance(1)
    await count(2)
  })

  test('a press is dropped when the next try would come after its 150 seconds', async () => {
    await s.api.setWebhook(hook.url)
    const card = await s.api.sendMessage(GROUP, 'card', {
      reply_markup: { inline_keyboard: [[{ text: 'go', callback_data: 'go' }]] },
    })
    const pressed = s.sandbox.act('ana', { do: 'press', room: GROUP, message: card.message_id, data: 'go' })
    await count(1)
    delivery(0).reply(503, '', { 'retry-after': '151' })
    await vi.waitUntil(() => s.sandbox.pendingUpdates() === 0)
    s.clock.advance(15_000)
    expect(await pressed).toEqual({ kind: 'timeout' })
  })

  test('410 for 23 hours removes the webhook', async () => {
    await s.api.setWebhook(hook.url)
    await speak('gone')
    for (let round = 0; round < 24; round++) {
      await count(round + 1)
      const seconds = round === 0 ? 1_800 : 3_600
      delivery(round).reply(410, '', { 'retry-after': String(seconds) })
      await waitForTimer()
      expect((await s.api.getWebhookInfo()).url).toBe(hook.url)
      s.clock.advance(seconds * 1_000)
    }
    await count(25)
    delivery(24).reply(410)
    await vi.waitUntil(async () => (await s.api.getWebhookInfo()).url === '')
  })

  test('a refused connection is told in getWebhookInfo', async () => {
    const port = Number(new URL(hook.url).port)
    await hook.close()
    await s.api.setWebhook(`http://127.0.0.1:${port}/`)
    await speak('nobody listens')
    await vi.waitUntil(async () => (await s.api.getWebhookInfo()).last_error_message === 'Connection refused')
    hook = await receiver()
  })
})

/** The webhook waits to repeat: its timer stands beside none of a delivery under way. */
const waitForTimer = () =>
  vi.waitUntil(async () => (await s.api.getWebhookInfo()).last_error_date && s.clock.timers() === 1)

describe('a call in the answer', () => {
  test('is executed', async () => {
    await s.api.setWebhook(hook.url)
    await speak('hi')
    await count(1)
    const body = JSON.stringify({ method: 'sendMessage', chat_id: GROUP, text: 'by answer' })
    delivery(0).reply(200, body, { 'content-type': 'application/json' })
    await vi.waitUntil(() =>
      s.sandbox.history(GROUP, 'ana').some((message) => (message as { text?: string }).text === 'by answer'),
    )
  })

  test('get…, setWebhook and deleteWebhook are not', async () => {
    hook.state.automatic = 0
    await s.api.setWebhook(hook.url)
    const calls: string[] = []
    s.sandbox.onEvent((event) => {
      if (event.kind === 'call') calls.push(event.method)
    })
    await speak('hi')
    await count(1)
    delivery(0).reply(200, JSON.stringify({ method: 'deleteWebhook' }), {
      'content-type': 'application/json',
    })
    await vi.waitUntil(() => s.sandbox.pendingUpdates() === 0)
    expect(calls).toEqual([])
    expect((await s.api.getWebhookInfo()).url).toBe(hook.url)
  })
})

describe('setWebhook', () => {
  const cases: [string, string, string, string][] = [
    [
      'plain http away from here',
      'http://example.com/',
      '',
      'bad webhook: An HTTPS URL must be provided for webhook',
    ],
    [
      'a forbidden port',
      'https://example.com:8080/',
      '',
      'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    ['no address', 'http://', '', 'invalid webhook URL specified'],
    ['a long secret', 'https://example.com/', 'x'.repeat(257), 'secret token is too long'],
    ['a bad secret', 'https://example.com/', 'a b', 'secret token contains unallowed characters'],
  ]
  test.each(cases)('refuses %s', async (_name, url, secret_token, description) => {
    const error = await refusal(s.api.setWebhook(url, secret_token ? { secret_token } : {}))
    expect(error.description).toBe(`Bad Request: ${description}`)
  })

  test('once a second', async () => {
    await s.api.setWebhook(hook.url)
    expect(await refusal(s.api.setWebhook(hook.url))).toMatchObject({
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    })
    s.clock.advance(1_000)
    expect(await s.api.setWebhook(hook.url)).toBe(true)
    expect(await s.api.getWebhookInfo()).toMatchObject({ url: hook.url, max_connections: 40 })
    expect(await s.api.setWebhook('')).toBe(true)
    expect(await s.api.getWebhookInfo()).toEqual({
      url: '',
      has_custom_certificate: false,
      pending_update_count: 0,
    })
  })
})
