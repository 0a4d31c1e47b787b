import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../../src/platforms/discord/client.js'
import { openClient } from '../../../src/platforms/discord/client.js'
import { deliveryFailure, safeFields } from '../../../src/platforms/discord/failure.js'
import { recordingLog } from './house.js'
import { TOKEN } from './interactions.js'
import type { Scripted } from './scripted.js'
import { scripted } from './scripted.js'
import type { SteeredWorld } from './steered-world.js'
import { steeredWorld } from './steered-world.js'

let server: Scripted
let client: Client
let world: SteeredWorld
const log = recordingLog()

beforeEach(async () => {
  server = await scripted()
  world = steeredWorld()
  client = openClient({ token: 'x', apiRoot: server.root, world, log, onRevoked() {} })
})

afterEach(async () => {
  await client.close()
  await server.close()
})

async function failed(asking: Promise<unknown>): Promise<unknown> {
  return asking.then(
    () => undefined,
    (error: unknown) => error,
  )
}

/** Of a thousand at once a busy machine may lose one, and what was not answered is no refusal. */
const AT_ONCE = 100

async function ask(times: number) {
  for (let from = 0; from < times; from += AT_ONCE) {
    const asking = Array.from({ length: Math.min(AT_ONCE, times - from) }, (_, index) =>
      failed(client.answers.get(`/guilds/8000000000000${1000 + from + index}`, { auth: false })),
    )
    await Promise.all(asking)
  }
}

describe('the brake', () => {
  test('a thousand refusals in ten minutes stop every request, and time lets them go again', async () => {
    server.reply = () => ({ status: 403, json: { code: 50_001, message: 'Missing Access' } })
    await ask(999)
    expect(await failed(client.house.get('/users/@me'))).toMatchObject({ status: 403 })
    const held = await failed(client.house.get('/users/@me'))
    expect(deliveryFailure(held, false)).toEqual({ kind: 'later', retryAfter: 600_000, everything: true })
    expect(server.asked).toHaveLength(1000)
    expect(log.lines.filter((line) => line.includes('holding back'))).toHaveLength(1)
    world.pass(600_000)
    server.reply = () => ({ status: 200, json: { id: '1' } })
    expect(await client.house.get('/users/@me')).toEqual({ id: '1' })
  })

  test('refusals spread over more than ten minutes do not', async () => {
    server.reply = () => ({ status: 403, json: { code: 50_001, message: 'Missing Access' } })
    await ask(600)
    world.pass(600_001)
    await ask(600)
    expect(server.asked).toHaveLength(1200)
  })

  test('limits that others of the resource brought on, and lost interactions, are not counted', async () => {
    server.reply = (_, count) =>
      count % 2
        ? { status: 404, json: { code: 10_062, message: 'Unknown interaction' } }
        : {
            status: 429,
            json: { retry_after: 0.01 },
            headers: { 'retry-after': '0.01', 'x-ratelimit-scope': 'shared' },
          }
    await ask(1100)
    expect(server.asked.length).toBeGreaterThanOrEqual(1100)
    server.reply = () => ({ status: 200, json: { id: '1' } })
    expect(await client.house.get('/users/@me')).toEqual({ id: '1' })
  })
})

describe('errors', () => {
  test('what may be logged of them holds neither URL nor body', async () => {
    const path: `/${string}` = `/webhooks/800000000000009000/${TOKEN}`
    const replies = [
      { status: 404, json: { code: 10_015, message: 'Unknown Webhook' } },
      { status: 500, text: 'x' },
      { status: 429, json: { retry_after: 0.01 }, headers: { 'retry-after': '0.01' } },
      'reset',
    ] as const
    for (const reply of replies) {
      server.reply = () => reply
      const error = await failed(client.house.post(path, { body: { secret: 'a-secret-in-the-body' } }))
      const said = JSON.stringify(safeFields(error))
      expect(said.length).toBeGreaterThan(10)
      expect(said).not.toContain(TOKEN)
      expect(said).not.toContain('a-secret-in-the-body')
    }
    expect(safeFields('thrown text')).toEqual({ error: 'unknown' })
  })

  test('a refused request frees its socket', async () => {
    server.reply = () => ({ status: 500, text: 'x'.repeat(100_000) })
    await ask(500)
    server.reply = () => ({ status: 200, json: { id: '1' } })
    expect(await client.house.get('/users/@me')).toEqual({ id: '1' })
  })
})

test('a thousand interactions leave no thousand records behind', async () => {
  const body = { type: 6 }
  const answers = Array.from({ length: 1000 }, (_, index) =>
    client.answers.post(`/interactions/14400000000000${10_000 + index}/${TOKEN}${index}/callback`, {
      auth: false,
      body,
    }),
  )
  await Promise.all(answers)
  expect(client.answers.handlers.size).toBe(1)
})
