import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoCommunity } from '../../../src/sandbox/community.js'
import type { BotStatus, Frame, StormReport } from '../../../src/sandbox/page-contract.js'
import { createSandboxPage, type SandboxPage } from '../../../src/sandbox/page-server.js'
import { type FakePlatform, fakePlatform } from './fake-platform.js'

let page: SandboxPage
let telegram: FakePlatform
let discord: FakePlatform
let address: string
let kills: number
let tellBot: (status: BotStatus) => void

beforeEach(async () => {
  const community = demoCommunity()
  telegram = fakePlatform('telegram', community)
  discord = fakePlatform('discord', community)
  kills = 0
  const bot = {
    status: () => ({ running: kills === 0, since: 5, restarts: kills }),
    kill: () => {
      kills++
    },
    onChange: (listener: (status: BotStatus) => void) => {
      tellBot = listener
      return () => {}
    },
  }
  const file = (id: string) =>
    id === 'photo'
      ? { type: 'image/png', name: 'photo.png', bytes: new Uint8Array([1, 2, 3]) }
      : id === 'script'
        ? { type: 'text/html', name: 'a "b".html', bytes: new Uint8Array([60]) }
        : undefined
  page = createSandboxPage({ community, platforms: [telegram, discord], bot, file })
  address = await page.listen()
})

afterEach(() => page.close())

const get = async (path: string) => {
  const response = await fetch(new URL(path, address))
  return { status: response.status, body: await response.json() }
}

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(new URL(path, address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json() }
}

/** Opens the stream, and reads server-sent events by name once the server is listening for this tab. */
async function streamed(path: string) {
  const response = await fetch(new URL(path, address))
  const chunks = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  const next = async <Data>(name: string): Promise<Data> => {
    const found = new RegExp(`event: ${name}\\ndata: (.*)\\n[^]*?\\n`).exec(rest)
    if (found?.[1]) {
      rest = rest.slice(found.index + found[0].length)
      return JSON.parse(found[1]) as Data
    }
    const chunk = await chunks?.read()
    if (!chunk?.value) throw new Error('the stream ended')
    rest += chunk.value
    return next<Data>(name)
  }
  await next('hello')
  return { next, close: () => chunks?.cancel() }
}

const MOON = '-1001000000001'

describe('what the page asks', () => {
  it('the community, with the crowd on demand', async () => {
    const { body } = await get('/api/community')
    expect(body.platforms).toEqual(['telegram', 'discord'])
    expect(body.people.map((person: { id: string }) => person.id)).toContain('mei')
    expect(body.roles.map((role: { name: string }) => role.name)).toEqual(['moderators', 'partners'])
    expect((await get('/api/person?id=crowd-17')).body).toMatchObject({ name: 'Member 17' })
    expect(await get('/api/person?id=nobody')).toEqual({
      status: 404,
      body: { error: { code: 'no-person', name: 'nobody' } },
    })
  })

  it('rooms, history and commands of one person', async () => {
    telegram.put(MOON, { message_id: 1, text: 'for all' })
    telegram.put(MOON, { message_id: 2, text: 'for Ana' }, 'ana')
    telegram.suggest([{ command: 'wallet', description: 'What you have' }])
    const { body: rooms } = await get('/api/rooms?platform=telegram&person=yuki')
    expect(rooms.map((room: { title: string }) => room.title)).toEqual([
      'Moon Traders',
      'Community Partner (demo)',
    ])
    const history = (person: string) =>
      get(`/api/history?platform=telegram&person=${person}&room=${MOON}&limit=10`)
    expect((await history('ana')).body).toHaveLength(2)
    expect((await history('kofi')).body).toEqual([{ message_id: 1, text: 'for all' }])
    const { body: commands } = await get(`/api/commands?platform=telegram&person=ana&room=${MOON}`)
    expect(commands).toEqual([{ command: 'wallet', description: 'What you have' }])
  })

  it('with the field named that is wrong', async () => {
    for (const [path, fields] of [
      ['/api/rooms?platform=icq&person=ana', 'platform'],
      ['/api/history?platform=telegram&person=ana', 'room'],
      ['/api/history?platform=telegram&person=ana&room=1&limit=9999', 'limit'],
    ] as const) {
      const { body } = await get(path)
      expect(body.error).toEqual({ code: 'malformed', fields })
      expect(body.detail).toMatch(new RegExp(`^${fields}: `))
    }
  })

  it('a document of any kind, to be saved and never shown', async () => {
    const response = await fetch(new URL('/api/document?id=script', address))
    const headers = ['content-type', 'content-disposition', 'x-content-type-options']
    expect(headers.map((name) => response.headers.get(name))).toEqual([
      'application/octet-stream',
      "attachment; filename*=UTF-8''a%20%22b%22.html",
      'nosniff',
    ])
    expect((await get('/api/document?id=other')).status).toBe(404)
  })

  it('a picture, if it is one', async () => {
    const response = await fetch(new URL('/api/picture?id=photo', address))
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
    for (const id of ['script', 'other']) expect((await get(`/api/picture?id=${id}`)).status).toBe(404)
  })
})

describe('what people do', () => {
  it('reaches the platform, and its outcome comes back', async () => {
    telegram.answer(() => ({ kind: 'toast', text: 'You got 1 USDT', alert: false }))
    const action = { do: 'press', room: MOON, message: 7, data: 'claim' }
    const { body } = await post('/api/act', { platform: 'telegram', person: 'crowd-3', action })
    expect(body).toEqual({ kind: 'toast', text: 'You got 1 USDT', alert: false })
    expect(telegram.acts).toEqual([{ person: 'crowd-3', action }])
  })

  it.each([
    [{ do: 'fly', room: '1' }, 'action.do'],
    [{ do: 'say', room: '1', text: '' }, 'action.text'],
    [{ do: 'say', room: '1', text: 'x'.repeat(10_001) }, 'action.text'],
    [{ do: 'press', room: '1', message: 1.5, data: 'a' }, 'action.message'],
    [{ do: 'press', room: '1', message: 1, data: 'a', extra: 1 }, 'action'],
    [{ do: 'press', room: '1', message: 1, data: 'a', values: Array(26).fill('x') }, 'action.values'],
    [{ do: 'command', room: '1', name: 'x', options: { a: null } }, 'action.options.a'],
    [{ do: 'open', payload: 'x'.repeat(65) }, 'action.payload'],
  ])('is checked before it is done (%#)', async (action, fields) => {
    const { status, body } = await post('/api/act', { platform: 'telegram', person: 'ana', action })
    expect(status).toBe(400)
    expect(body.error).toEqual({ code: 'malformed', fields })
    expect(telegram.acts).toEqual([])
  })

  it('is refused for people who are not here, and for what is no JSON', async () => {
    const action = { do: 'open', payload: '' }
    expect(await post('/api/act', { platform: 'telegram', person: 'zoe', action })).toEqual({
      status: 404,
      body: { error: { code: 'no-person', name: 'zoe' } },
    })
    expect((await post('/api/act', '{')).body.error).toEqual({ code: 'malformed', fields: 'body' })
  })

  it('is refused when it is too large', async () => {
    const { status, body } = await post('/api/act', JSON.stringify({ text: 'x'.repeat(17_000_000) }))
    expect(status).toBe(413)
    expect(body.error).toEqual({ code: 'too-much', bytes: 16_777_216 })
    const storm = await post('/api/storm', JSON.stringify({ text: 'x'.repeat(200_000) }))
    expect(storm.body.error).toEqual({ code: 'too-much', bytes: 131_072 })
  })

  it('is refused from another site, and under another name', async () => {
    const foreign = await post('/api/act', {}, { origin: 'https://evil.example' })
    const detail = 'the sandbox is driven by its own page only'
    expect(foreign).toEqual({ status: 403, body: { error: { code: 'foreign' }, detail } })
    const status = await new Promise((resolve, reject) => {
      const options = { headers: { host: 'evil.example' } }
      request(address, options, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end()
    })
    expect(status).toBe(403)
  })
})

describe('what the page is told', () => {
  it('messages for the eyes of its people', async () => {
    const stream = await streamed('/api/events?telegram=ana&discord=kofi')
    telegram.put(MOON, { message_id: 1, text: 'for Mei' }, 'mei')
    telegram.put(MOON, { message_id: 2, text: 'first' })
    telegram.put(MOON, { message_id: 2, text: 'second' })
    const { events } = await stream.next<Frame>('frame')
    expect(events).toMatchObject([{ kind: 'message', message: { message_id: 2, text: 'second' } }])
    await stream.close()
  })

  it('the state of the bot', async () => {
    const stream = await streamed('/api/events')
    tellBot({ running: false, since: 9, restarts: 2 })
    expect(await stream.next('bot')).toEqual({ running: false, since: 9, restarts: 2 })
    await stream.close()
  })
})

describe('a storm over the wire', () => {
  const target = { platform: 'telegram', room: MOON, message: 1, data: 'claim' }

  it('runs, reports and ends', async () => {
    telegram.answer(() => ({ kind: 'toast', text: 'Empty', alert: true }))
    expect((await get('/api/storm')).body).toBeNull()
    const stream = await streamed('/api/events')
    const { status, body } = await post('/api/storm', { targets: [target], people: 300 })
    expect(status).toBe(202)
    expect(body).toMatchObject({ presses: 300, state: 'running' })
    await page.storms.settled()
    expect(await stream.next<StormReport>('storm')).toMatchObject({ id: 1, ended: 300, state: 'done' })
    expect((await get('/api/storm')).body).toMatchObject({ ended: 300, kinds: { alert: 300 }, state: 'done' })
    await stream.close()
  })

  it('is refused while another one runs, and can be stopped', async () => {
    const waiting: (() => void)[] = []
    telegram.answer(() => new Promise((resolve) => waiting.push(() => resolve({ kind: 'timeout' }))))
    await post('/api/storm', { targets: [target], people: 10_000 })
    expect(await post('/api/storm', { targets: [target], people: 1 })).toEqual({
      status: 409,
      body: { error: { code: 'storm-running' } },
    })
    const stopped = await fetch(new URL('/api/storm', address), { method: 'DELETE' })
    expect(await stopped.json()).toMatchObject({ started: 1000, state: 'cancelled' })
    for (const settle of waiting) settle()
    await page.storms.settled()
    expect((await get('/api/storm')).body).toMatchObject({ ended: 1000, unanswered: 1000 })
  })

  it.each([
    [{ targets: [], people: 1 }, 'targets'],
    [{ targets: [target], people: 0 }, 'people'],
    [{ targets: [target], people: 10_001 }, 'people'],
    [{ targets: [target], people: 10, taps: 6 }, 'taps'],
    [{ targets: [{ ...target, platform: 'icq' }], people: 10 }, 'targets.0.platform'],
  ])('is checked first (%#)', async (body, fields) => {
    const answer = await post('/api/storm', body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toEqual({ code: 'malformed', fields })
  })
})

describe('the bot', () => {
  it('is shown and killed through its supervisor', async () => {
    expect((await get('/api/bot')).body).toEqual({ running: true, since: 5, restarts: 0 })
    expect((await post('/api/bot/kill', {})).body).toEqual({ running: false, since: 5, restarts: 1 })
    expect(kills).toBe(1)
  })

  it('is left alone where nobody supervises it', async () => {
    const { app } = createSandboxPage({ community: demoCommunity(), platforms: [telegram] })
    const headers = { host: '127.0.0.1', 'content-type': 'application/json' }
    expect(await (await app.request('/api/bot', { headers })).json()).toBeNull()
    const killed = await app.request('/api/bot/kill', { method: 'POST', headers, body: '{}' })
    expect(await killed.json()).toEqual({ error: { code: 'unsupervised' } })
  })
})

describe('the files', () => {
  it('are the page, its styles, its words and its libraries, and nothing else', async () => {
    const status = async (path: string) => (await fetch(new URL(path, address))).status
    const document = await fetch(address)
    expect(document.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await document.text()).toContain('"/vendor/preact/dist/preact.mjs"')
    for (const path of [
      '/style/base.css',
      '/style/mark.svg',
      '/locales/zh-CN/sandbox.ftl',
      '/locales/ru/record.ftl',
      '/vendor/preact/dist/preact.mjs',
      '/vendor/@fluent/bundle/esm/index.js',
    ])
      expect([path, await status(path)]).toEqual([path, 200])
    for (const path of [
      '/style/',
      '/style/../package.json',
      '/style/%2e%2e/%2e%2e/%2e%2e/%2e%2e/package.json',
      '/vendor/preact/package.json',
      '/vendor/hono/package.json',
      '/locales/en/../../package.json',
      '/locales/en/wallet.ftl',
      '/package.json',
      '/api/nothing',
    ])
      expect([path, await status(path)]).toEqual([path, 404])
  })

  it('do not come from a port that is taken', async () => {
    const second = createSandboxPage({ community: demoCommunity(), platforms: [] })
    await expect(second.listen(Number(new URL(address).port))).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
