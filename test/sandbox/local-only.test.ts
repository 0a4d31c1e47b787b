/** The pretend platforms answer programs of this machine, and no web page that a browser on it shows. */
import { once } from 'node:events'
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { demoCommunity } from '../../src/sandbox/community.js'
import type { DiscordSandbox } from '../../src/sandbox/discord/discord.js'
import { createTelegramSandbox, type TelegramSandbox } from '../../src/sandbox/telegram/server.js'
import { startSandbox } from './discord/client.js'

const GROUP = '-1001000000001'
const HOST = 'the sandbox answers to loopback names only'
const PAGE = 'the sandbox answers programs here, and no web pages'

let telegram: TelegramSandbox
let discord: DiscordSandbox
beforeEach(async () => {
  telegram = createTelegramSandbox({ community: demoCommunity() })
  await telegram.listen()
  discord = await startSandbox()
})
afterEach(async () => {
  await telegram.close()
  await discord.close()
})

interface Heard {
  status: number | undefined
  body: string
}

/** As a browser may ask, which `fetch` does not let us. */
async function ask(url: string, headers: OutgoingHttpHeaders, method = 'GET'): Promise<Heard> {
  const asked = request(url, { headers, method })
  asked.end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  let body = ''
  for await (const part of response.setEncoding('utf8')) body += part
  return { status: response.statusCode, body }
}

/** What a browser adds for a page of another site, by what the page does. */
const FOREIGN: [string, OutgoingHttpHeaders, string][] = [
  ['a name that was pointed at this machine', { host: 'evil.example:4000' }, HOST],
  ['a script', { origin: 'https://evil.example' }, PAGE],
  ['a page without an origin', { origin: 'null' }, PAGE],
  ['a page on another port', { origin: 'http://127.0.0.1:5000' }, PAGE],
  ['a picture', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, PAGE],
  ['a picture on another port', { 'sec-fetch-site': 'same-site' }, PAGE],
  ['a picture in an old browser', { referer: 'https://evil.example/' }, PAGE],
]

describe('the pretend Telegram', () => {
  const call = (method: string, query = '') => `${telegram.root}/bot${telegram.token}/${method}${query}`

  it.each(FOREIGN)('takes no call of %s', async (_, headers, why) => {
    const asked = [
      call('sendMessage', `?chat_id=${GROUP}&text=x`),
      call('getUpdates'),
      call('setWebhook', '?url=https://evil.example/'),
    ]
    for (const url of asked) {
      const { status, body } = await ask(url, headers)
      const refused = { ok: false, error_code: 403, description: `Forbidden: ${why}` }
      expect([status, JSON.parse(body)]).toEqual([403, refused])
    }
    expect(telegram.history(GROUP, 'ana')).toEqual([])
    const { body } = await ask(call('getWebhookInfo'), {})
    expect(JSON.parse(body)).toMatchObject({ ok: true, result: { url: '' } })
  })

  it('takes those of programs, and of a person who types the address', async () => {
    for (const headers of [{}, { host: 'localhost:4000' }, { 'sec-fetch-site': 'none' }])
      expect((await ask(call('getMe'), headers)).status).toBe(200)
  })

  it('shows its files to the page, which is on another port, and under no other name', async () => {
    const file = `${telegram.root}/file/bot${telegram.token}/photos/none.png`
    expect((await ask(file, { 'sec-fetch-site': 'same-site' })).status).toBe(404)
    expect((await ask(file, { host: 'evil.example' })).status).toBe(403)
  })
})

describe('the pretend Discord', () => {
  const authorization = () => `Bot ${discord.token}`

  it.each(FOREIGN)('takes no call of %s', async (_, headers, why) => {
    const url = `${discord.root}/v10/users/@me`
    const { status, body } = await ask(url, { ...headers, authorization: authorization() })
    expect([status, JSON.parse(body)]).toEqual([403, { message: why, code: 0 }])
    // An interaction's answer needs no authorization.
    const callback = `${discord.root}/v10/interactions/1/token/callback`
    expect((await ask(callback, headers, 'POST')).status).toBe(403)
    expect((await ask(url, { authorization: authorization() })).status).toBe(200)
  })

  it.each(FOREIGN)('opens no gateway for %s', async (_, headers) => {
    const gateway = discord.root.replace('http', 'ws').replace('/api', '/gateway')
    const socket = new WebSocket(`${gateway}?v=10&encoding=json`, {
      headers: headers as Record<string, string>,
    })
    const [error] = (await once(socket, 'error').catch((thrown: unknown) => [thrown])) as [Error]
    expect(error.message).toBe('Unexpected server response: 403')
    expect(discord.gateway.connections()).toBe(0)
  })

  it('shows its files to the page, which is on another port, and under no other name', async () => {
    const file = discord.root.replace('/api', '/cdn/none.png')
    expect((await ask(file, { 'sec-fetch-site': 'same-site' })).status).toBe(404)
    expect((await ask(file, { host: 'evil.example' })).status).toBe(403)
  })
})
