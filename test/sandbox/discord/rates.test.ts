import { afterEach, expect, test } from 'vitest'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { DROPS, LOUNGE, login, startSandbox } from './client.js'
import { virtualClock } from './virtual-clock.js'
import { api } from './wire.js'

let sandbox: DiscordSandbox
afterEach(() => sandbox.close())

const send = (room = LOUNGE) => api(sandbox, 'POST', `/channels/${room}/messages`, { content: 'x' })

test('five messages in five seconds per channel, told in the headers, then 429', async () => {
  const clock = virtualClock()
  sandbox = await startSandbox({ ...clock, rates: {} })
  const first = await send()
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '4',
    'x-ratelimit-reset-after': '5',
    'x-ratelimit-reset': String((clock.now() + 5_000) / 1000),
    'x-ratelimit-bucket': expect.stringMatching(/^[0-9a-f]{32}$/),
  })
  for (let sent = 0; sent < 4; sent += 1) await send()
  clock.advance(1_234)
  const refused = await send()
  expect(refused.status).toBe(429)
  expect(refused.body).toEqual({
    message: 'You are being rate limited.',
    retry_after: 3.766,
    global: false,
    code: 0,
  })
  expect(refused.headers.get('x-ratelimit-scope')).toBe('user')
  expect(refused.headers.get('retry-after')).toBe('4')
  expect((await send(DROPS)).status).toBe(200)
  clock.advance(3_766)
  expect((await send()).status).toBe(200)
})

test('fifty requests a second over all routes, interaction tokens apart', async () => {
  const clock = virtualClock()
  sandbox = await startSandbox({ ...clock, global: { limit: 2, per: 1000 } })
  const me = () => api(sandbox, 'GET', '/users/@me')
  await me()
  await me()
  const refused = await me()
  expect(refused.body).toMatchObject({ global: true, retry_after: 1 })
  expect(refused.headers.get('x-ratelimit-global')).toBe('true')
  expect(refused.headers.get('x-ratelimit-scope')).toBe('global')
  const callback = await api(sandbox, 'POST', '/interactions/1/abc/callback', { type: 6 }, null)
  expect(callback.body).toMatchObject({ code: 10062 })
})

test('too many invalid requests shut the door', async () => {
  sandbox = await startSandbox({ invalid: { limit: 3, per: 60_000 } })
  const bad = () => api(sandbox, 'GET', '/users/@me', undefined, 'wrong')
  for (let sent = 0; sent < 3; sent += 1) expect((await bad()).status).toBe(401)
  expect((await api(sandbox, 'GET', '/users/@me')).status).toBe(429)
})

test('discord.js waits out a bucket instead of failing', async () => {
  sandbox = await startSandbox({ rates: { message: { limit: 2, per: 300 } } })
  const client = await login(sandbox)
  const channel = await client.channels.fetch(LOUNGE)
  if (!channel?.isSendable()) throw new Error('no lounge')
  await Promise.all([1, 2, 3, 4, 5].map((n) => channel.send(`${n}`)))
  expect(sandbox.history(LOUNGE, 'ana')).toHaveLength(5)
  await client.destroy()
})

test('a fault strikes before or after the effect', async () => {
  sandbox = await startSandbox()
  const faulty = (when: 'before' | 'after') =>
    sandbox.setFaults(({ route }) =>
      route === '/channels/:channel/messages' ? { when, what: { status: 503 } } : undefined,
    )
  faulty('before')
  expect((await send()).status).toBe(503)
  expect(sandbox.history(LOUNGE, 'ana')).toHaveLength(0)
  faulty('after')
  expect((await send()).status).toBe(503)
  expect(sandbox.history(LOUNGE, 'ana')).toHaveLength(1)
  sandbox.setFaults(() => ({ when: 'after', what: 'reset' }))
  await expect(send()).rejects.toThrow('fetch failed')
  expect(sandbox.history(LOUNGE, 'ana')).toHaveLength(2)
  sandbox.setFaults(undefined)
  expect((await send()).status).toBe(200)
})
