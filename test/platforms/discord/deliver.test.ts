import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account, Place } from '../../../src/interaction/call.js'
import type { Delivery, DeliveryFailure } from '../../../src/interaction/platform.js'
import { DELIVERY_MS, DeliveryError } from '../../../src/interaction/platform.js'
import { realWorld } from '../../../src/kit/world.js'
import type { Client } from '../../../src/platforms/discord/client.js'
import { openClient } from '../../../src/platforms/discord/client.js'
import type { Deliver } from '../../../src/platforms/discord/deliver.js'
import { createDeliver, nonceOf } from '../../../src/platforms/discord/deliver.js'
import { noFiles } from '../../kit/files.js'
import type { RecordingLog } from './house.js'
import { recordingLog, recordingRendering, spans } from './house.js'
import { CHANNEL, GUILD, MESSAGE, THREAD, USER } from './interactions.js'
import type { Reply, Scripted } from './scripted.js'
import { scripted } from './scripted.js'

const CANARY = 'Q0FOQVJZ.canary.token-that-must-never-be-seen'
const group: Place = { platform: 'discord', chat: CHANNEL, kind: 'group', guild: GUILD }
const ana: Account = { platform: 'discord', id: USER, name: 'Ana', isBot: false, isAnonymous: false }
const DM = '800000000000003333'

let server: Scripted
let client: Client
let deliver: Deliver
let log: RecordingLog
let revoked: number

beforeEach(async () => {
  server = await scripted()
  log = recordingLog()
  revoked = 0
  client = openClient({
    token: CANARY,
    apiRoot: server.root,
    world: realWorld(),
    log,
    onRevoked: () => void revoked++,
  })
  deliver = createDeliver(client, recordingRendering(), { world: realWorld(), load: noFiles })
  server.reply = ({ path }) => ({
    status: 200,
    json: { id: path.endsWith('/users/@me/channels') ? DM : MESSAGE },
  })
})

afterEach(async () => {
  expect(log.lines.join('\n')).not.toContain(CANARY)
  await client.close()
  await server.close()
})

const delivery = (fields: Partial<Delivery> = {}): Delivery => ({
  key: 'claim:k3:42',
  place: group,
  view: { text: [spans('Hello')], audience: 'everyone' },
  locale: 'en',
  ...fields,
})

async function failureOf(one: Delivery): Promise<DeliveryFailure> {
  const error = await deliver(one).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof DeliveryError))
    throw new Error('it did not fail as a delivery does', { cause: error })
  expect(JSON.stringify(error.failure) + error.message + error.stack).not.toContain(CANARY)
  return error.failure
}

describe('what is sent', () => {
  test('a message to all, with a nonce that makes a repetition harmless', async () => {
    expect(await deliver(delivery())).toEqual({ message: MESSAGE })
    expect(server.asked).toHaveLength(1)
    expect(server.asked[0]).toMatchObject({
      method: 'POST',
      path: `/api/v10/channels/${CHANNEL}/messages`,
      body: {
        flags: 32_768,
        allowed_mentions: { parse: [] },
        nonce: nonceOf('claim:k3:42'),
        enforce_nonce: true,
      },
    })
    expect(nonceOf('claim:k3:42')).toMatch(/^[\w-]{25}$/)
    expect(nonceOf('claim:k3:43')).not.toBe(nonceOf('claim:k3:42'))
  })

  test('into a thread', async () => {
    await deliver(delivery({ place: { ...group, thread: THREAD } }))
    expect(server.asked[0]?.path).toBe(`/api/v10/channels/${THREAD}/messages`)
  })

  test('an edit, which forbids pings again and carries no nonce', async () => {
    expect(await deliver(delivery({ edit: MESSAGE }))).toEqual({ message: MESSAGE })
    expect(server.asked[0]).toMatchObject({
      method: 'PATCH',
      path: `/api/v10/channels/${CHANNEL}/messages/${MESSAGE}`,
      body: { allowed_mentions: { parse: [] } },
    })
    expect(server.asked[0]?.body).not.toHaveProperty('nonce')
  })

  test('a reply, also to a message that is gone, without calling its author', async () => {
    await deliver(delivery({ replyTo: MESSAGE }))
    expect(server.asked[0]?.body).toMatchObject({
      message_reference: { message_id: MESSAGE, fail_if_not_exists: false },
      allowed_mentions: { parse: [], replied_user: false },
    })
  })

  test('a private receipt goes to the private channel, asked for once', async () => {
    const receipt = delivery({ recipient: ana, view: { text: [spans('1.25 USDT')] } })
    expect(await deliver(receipt)).toEqual({ message: MESSAGE })
    await deliver({ ...receipt, key: 'another' })
    await deliver({ ...receipt, edit: MESSAGE })
    expect(server.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/v10/users/@me/channels',
      `POST /api/v10/channels/${DM}/messages`,
      `POST /api/v10/channels/${DM}/messages`,
      `PATCH /api/v10/channels/${DM}/messages/${MESSAGE}`,
    ])
    expect(server.asked[0]?.body).toEqual({ recipient_id: USER })
    expect(server.asked[1]?.body).toMatchObject({ enforce_nonce: true })
  })

  test('whoever is in the private chat already is answered there', async () => {
    const place: Place = { platform: 'discord', chat: DM, kind: 'private' }
    await deliver(delivery({ place, recipient: ana, view: { text: [spans('x')] } }))
    await deliver(delivery({ place, view: { text: [spans('x')] } }))
    expect(server.asked.map(({ path }) => path)).toEqual([
      `/api/v10/channels/${DM}/messages`,
      `/api/v10/channels/${DM}/messages`,
    ])
  })

  test('whoever never spoke in private is known by the own id only', async () => {
    const place: Place = { platform: 'discord', chat: USER, kind: 'private' }
    await deliver(delivery({ place, recipient: ana, view: { text: [spans('x')] } }))
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/api/v10/users/@me/channels',
      `/api/v10/channels/${DM}/messages`,
    ])
  })

  test('a private view never goes to a group', async () => {
    const failure = await failureOf(delivery({ view: { text: [spans('Your balance')] } }))
    expect(failure).toEqual({ kind: 'invalid', detail: 'a private view for a group names no recipient' })
    expect(server.asked).toEqual([])
  })

  test('a private channel that is gone is asked for again', async () => {
    const receipt = delivery({ recipient: ana })
    await deliver(receipt)
    server.reply = () => ({ status: 404, json: { code: 10_003, message: 'Unknown Channel' } })
    expect(await failureOf(receipt)).toMatchObject({ kind: 'unreachable' })
    server.reply = ({ path }) => ({
      status: 200,
      json: { id: path.endsWith('/users/@me/channels') ? DM : MESSAGE },
    })
    await deliver(receipt)
    expect(server.asked.filter(({ path }) => path.endsWith('/users/@me/channels'))).toHaveLength(2)
  })
})

const api = (status: number, code: number, message: string): Reply => ({ status, json: { code, message } })

describe('why it failed', () => {
  test.each<[string, Reply, DeliveryFailure['kind']]>([
    ['missing access', api(403, 50_001, 'Missing Access'), 'unreachable'],
    ['missing permissions', api(403, 50_013, 'Missing Permissions'), 'forbidden'],
    ['an archived thread', api(400, 50_083, 'Thread is archived'), 'forbidden'],
    ['a locked thread', api(400, 160_005, 'This thread is locked'), 'forbidden'],
    ['unknown channel', api(404, 10_003, 'Unknown Channel'), 'unreachable'],
    ['unknown guild', api(404, 10_004, 'Unknown Guild'), 'unreachable'],
    ['unknown user', api(404, 10_013, 'Unknown User'), 'unreachable'],
    ['a closed private chat', api(403, 50_007, 'Cannot send messages to this user'), 'unreachable'],
    ['no guild in common', api(403, 50_278, 'No mutual guilds'), 'unreachable'],
    ['any other 403 of the API', api(403, 40_333, 'internal network error'), 'forbidden'],
    ['unknown message', api(404, 10_008, 'Unknown Message'), 'gone'],
    ['invalid form body', api(400, 50_035, 'Invalid Form Body'), 'invalid'],
    ['an empty message', api(400, 50_006, 'Cannot send an empty message'), 'invalid'],
    ['an unknown route', api(404, 0, '404: Not Found'), 'invalid'],
    ['private chats opened too fast', api(400, 40_003, 'You are opening DMs too fast'), 'later'],
    ['edits of old messages', api(400, 30_046, 'Maximum number of edits'), 'later'],
    ['an overload', api(503, 130_000, 'overloaded'), 'later'],
    ['a 500', { status: 500, text: '<html>oops</html>' }, 'later'],
    ['a 502 of a proxy', { status: 502, text: '' }, 'later'],
    ['a cut connection', 'reset', 'unknown'],
    ['a success that is no JSON', { status: 200, json: undefined }, 'unknown'],
    ['a success that names no message', { status: 200, json: { ok: true } }, 'unknown'],
    ['a success of nothing', { status: 200, json: null }, 'unknown'],
  ])('%s', async (_, reply, kind) => {
    server.reply = () => reply
    expect((await failureOf(delivery())).kind).toBe(kind)
    expect(server.asked).toHaveLength(1)
  })

  test('a page of the firewall stops everything for a while', async () => {
    server.reply = () => ({ status: 403, text: '<html>Cloudflare</html>' })
    expect(await failureOf(delivery())).toEqual({ kind: 'later', retryAfter: 60_000, everything: true })
  })

  test('a rate limit of this route, with its pause, and no request before it is over', async () => {
    server.reply = () => ({
      status: 429,
      json: { message: 'You are being rate limited.', retry_after: 1.5, global: false },
      headers: {
        'retry-after': '1.5',
        'x-ratelimit-limit': '5',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset-after': '1.5',
        'x-ratelimit-bucket': 'b1',
        'x-ratelimit-scope': 'user',
      },
    })
    const failure = await failureOf(delivery())
    expect(failure).toMatchObject({ kind: 'later', everything: false })
    expect(failure.kind === 'later' && failure.retryAfter).toBeGreaterThan(1400)
    expect(failure.kind === 'later' && failure.retryAfter).toBeLessThan(1700)
  })

  test('the global rate limit', async () => {
    server.reply = () => ({
      status: 429,
      json: { message: 'You are being rate limited.', retry_after: 20, global: true },
      headers: { 'retry-after': '20', 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' },
    })
    expect(await failureOf(delivery())).toMatchObject({ kind: 'later', everything: true })
    expect(await failureOf(delivery())).toMatchObject({ kind: 'later', everything: true })
    expect(server.asked).toHaveLength(1)
  })

  test('a spent bucket is told without asking', async () => {
    server.reply = () => ({
      status: 200,
      json: { id: MESSAGE },
      headers: {
        'x-ratelimit-limit': '5',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset-after': '4.0',
        'x-ratelimit-bucket': 'b1',
      },
    })
    await deliver(delivery())
    await deliver(delivery({ key: 'second' })).catch(() => undefined)
    const before = server.asked.length
    expect(await failureOf(delivery({ key: 'third' }))).toMatchObject({ kind: 'later', everything: false })
    expect(server.asked).toHaveLength(before)
  })

  test('nobody listens', async () => {
    await server.close()
    expect(await failureOf(delivery())).toMatchObject({
      kind: 'unknown',
      detail: expect.stringContaining('ECONNREFUSED'),
    })
  })

  test('a revoked token, told once, and again without asking', async () => {
    server.reply = () => api(401, 0, '401: Unauthorized')
    expect((await failureOf(delivery())).kind).toBe('unauthorised')
    expect((await failureOf(delivery())).kind).toBe('unauthorised')
    expect(server.asked).toHaveLength(1)
    expect(revoked).toBe(1)
  })

  test('a view that cannot be said is our mistake', async () => {
    const rendering = recordingRendering()
    const mute = {
      ...rendering.speech,
      say: () => {
        throw new Error('no words for packet-card')
      },
    }
    const failing = createDeliver(
      client,
      { ...rendering, speech: mute },
      { world: realWorld(), load: noFiles },
    )
    await expect(failing(delivery())).rejects.toMatchObject({
      failure: { kind: 'invalid', detail: 'no words for packet-card' },
    })
  })
})

describe('the time for a delivery', () => {
  /** A second of ours is this many of the world's. */
  const HASTE = 100
  const hasty = () => {
    const world = realWorld()
    const after: typeof world.after = (ms, task) => world.after(ms / HASTE, task)
    deliver = createDeliver(client, recordingRendering(), { world: { after }, load: noFiles })
  }
  const timed = async (one: Delivery) => {
    const began = performance.now()
    return { failure: await failureOf(one), ms: (performance.now() - began) * HASTE }
  }
  const receipt = (id: string) => delivery({ recipient: { ...ana, id }, view: { text: [spans('For you')] } })
  const isOpening = ({ path }: { path: string }) => path.endsWith('/users/@me/channels')

  test('is one for the private channel and the message: the second gets what the first left', async () => {
    hasty()
    server.reply = async (asked) => {
      if (!isOpening(asked)) return 'silence'
      await realWorld().sleep((0.6 * DELIVERY_MS) / HASTE)
      return { status: 200, json: { id: DM } }
    }
    const { failure, ms } = await timed(receipt(USER))
    expect(server.asked).toHaveLength(2)
    expect(failure).toMatchObject({ kind: 'unknown' })
    expect(ms).toBeGreaterThan(0.9 * DELIVERY_MS)
    expect(ms).toBeLessThan(1.5 * DELIVERY_MS)
  })

  test('goes on while requests wait for others of their bucket; nothing was sent into a channel not open', async () => {
    hasty()
    server.reply = () => 'silence'
    const people = [1, 2, 3, 4].map((at) => `${USER.slice(0, -1)}${at}`)
    const all = await Promise.all(people.map((id) => timed(receipt(id))))
    expect(server.asked).toHaveLength(1)
    expect(new Set(all.map(({ failure }) => failure.kind))).toEqual(new Set(['later']))
    for (const { ms } of all) expect(ms).toBeLessThan(1.5 * DELIVERY_MS)
  })
})
