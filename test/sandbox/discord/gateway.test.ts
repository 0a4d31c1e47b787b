import { Events } from 'discord.js'
import { afterEach, expect, test } from 'vitest'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { LOUNGE, login, startSandbox } from './client.js'
import { virtualClock } from './virtual-clock.js'
import { api, identify, isEvent, isOp, openWire } from './wire.js'

let sandbox: DiscordSandbox
afterEach(() => sandbox.close())

test('HELLO comes first, heartbeats are acknowledged, READY carries what clients need', async () => {
  sandbox = await startSandbox()
  const wire = await openWire(sandbox)
  const hello = await wire.next(isOp(10))
  expect(hello.d).toMatchObject({ heartbeat_interval: 41_250 })
  wire.send({ op: 1, d: null })
  await wire.next(isOp(11))
  wire.send(identify(sandbox.token))
  const { d } = await wire.next(isEvent('READY'))
  expect(d).toMatchObject({
    v: 10,
    user: { id: '800000000000009000', bot: true },
    application: { id: '800000000000009000', flags: 0 },
    guilds: [{ id: '800000000000001000', unavailable: true }],
    shard: [0, 1],
  })
  expect(d.resume_gateway_url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/gateway$/)
  expect((await wire.next(isEvent('GUILD_CREATE'))).d).toMatchObject({ name: 'Moon Traders' })
  wire.socket.close()
})

const refusals: [string, (token: string) => unknown, number][] = [
  ['a wrong token', () => identify('wrong'), 4004],
  ['intents that do not exist', (token) => identify(token, { intents: 1 << 30 }), 4013],
  ['intents that are no number', (token) => identify(token, { intents: 'all' }), 4013],
  ['privileged intents that are not switched on', (token) => identify(token, { intents: 1 << 15 }), 4014],
  ['a shard beyond the count', (token) => identify(token, { shard: [2, 2] }), 4010],
  ['an identify without properties', (token) => identify(token, { properties: undefined }), 4002],
  ['an unknown opcode', () => ({ op: 99, d: null }), 4001],
  ['what is no JSON', () => 'hello', 4002],
  ['a payload over 4096 bytes', () => ({ op: 1, d: 'x'.repeat(4096) }), 4002],
  ['presence before identify', () => ({ op: 3, d: {} }), 4003],
]

test.each(refusals)('%s closes the connection', async (_what, payload, code) => {
  sandbox = await startSandbox()
  const wire = await openWire(sandbox)
  wire.send(payload(sandbox.token))
  expect((await wire.closed).code).toBe(code)
})

test('a second identify closes with 4005, another version with 4012', async () => {
  sandbox = await startSandbox()
  const wire = await openWire(sandbox)
  wire.send(identify(sandbox.token))
  await wire.next(isEvent('READY'))
  wire.send(identify(sandbox.token))
  expect((await wire.closed).code).toBe(4005)
  const old = await openWire(sandbox, '?v=6&encoding=json')
  expect((await old.closed).code).toBe(4012)
})

test('120 payloads a minute are let in, the next closes with 4008', async () => {
  sandbox = await startSandbox()
  const wire = await openWire(sandbox)
  for (let sent = 0; sent < 121; sent += 1) wire.send({ op: 1, d: null })
  expect((await wire.closed).code).toBe(4008)
  expect(wire.received.filter(({ op }) => op === 11)).toHaveLength(120)
})

test('one identify in five seconds; the second is answered by an invalid session', async () => {
  const clock = virtualClock()
  sandbox = await startSandbox({ identifyWindowMs: 5_000, ...clock })
  const first = await openWire(sandbox)
  first.send(identify(sandbox.token))
  await first.next(isEvent('READY'))
  const second = await openWire(sandbox)
  second.send(identify(sandbox.token))
  expect((await second.next(isOp(9))).d).toBe(false)
  clock.advance(5_000)
  second.send(identify(sandbox.token))
  await second.next(isEvent('READY'))
  first.socket.close()
  second.socket.close()
})

test('the day has 1000 identifies; the one after ends all sessions and voids the token', async () => {
  sandbox = await startSandbox({ identifiesADay: 1 })
  const before = sandbox.token
  const first = await openWire(sandbox)
  first.send(identify(before))
  await first.next(isEvent('READY'))
  expect((await api(sandbox, 'GET', '/gateway/bot')).body).toMatchObject({
    shards: 1,
    session_start_limit: { total: 1, remaining: 0, max_concurrency: 1 },
  })
  const second = await openWire(sandbox)
  second.send(identify(before))
  expect((await first.closed).code).toBe(4004)
  expect((await api(sandbox, 'GET', '/users/@me', undefined, before)).status).toBe(401)
})

test('a silent connection is a zombie and is closed; its session can be resumed', async () => {
  const clock = virtualClock()
  sandbox = await startSandbox({ ...clock })
  const wire = await openWire(sandbox)
  wire.send(identify(sandbox.token))
  await wire.next(isEvent('READY'))
  clock.advance(62_000)
  expect(await wire.closed).toEqual({ code: 4000, reason: 'Heartbeat missed.' })
  expect(sandbox.gateway.sessions()).toBe(1)
})

test('a resume replays what was missed, in order, and says RESUMED', async () => {
  sandbox = await startSandbox()
  const wire = await openWire(sandbox)
  wire.send(identify(sandbox.token, { intents: 1 | (1 << 9) }))
  const { d: ready } = await wire.next(isEvent('READY'))
  const { s: seq } = await wire.next(isEvent('GUILD_CREATE'))
  wire.socket.terminate()
  await wire.closed
  await sandbox.act('ana', { do: 'say', room: LOUNGE, text: 'one' })
  await sandbox.act('ana', { do: 'say', room: LOUNGE, text: 'two' })
  const again = await openWire(sandbox)
  again.send({ op: 6, d: { token: sandbox.token, session_id: ready.session_id, seq } })
  await again.next(isEvent('RESUMED'))
  expect(again.received.map(({ t, s }) => [t, s])).toEqual([
    [null, null],
    ['MESSAGE_CREATE', 3],
    ['MESSAGE_CREATE', 4],
    ['RESUMED', 5],
  ])
  again.socket.close()
})

test('resuming ahead of the session closes with 4007, an unknown session is invalid', async () => {
  sandbox = await startSandbox()
  const wire = await openWire(sandbox)
  wire.send(identify(sandbox.token))
  const { d: ready } = await wire.next(isEvent('READY'))
  wire.socket.terminate()
  const ahead = await openWire(sandbox)
  ahead.send({ op: 6, d: { token: sandbox.token, session_id: ready.session_id, seq: 999 } })
  expect((await ahead.closed).code).toBe(4007)
  const stranger = await openWire(sandbox)
  stranger.send({ op: 6, d: { token: sandbox.token, session_id: 'nobody', seq: 1 } })
  expect((await stranger.next(isOp(9))).d).toBe(false)
  stranger.socket.close()
})

test('a session left for more than three minutes, or closed with 1000, cannot be resumed', async () => {
  const clock = virtualClock()
  sandbox = await startSandbox({ ...clock })
  const wire = await openWire(sandbox)
  wire.send(identify(sandbox.token))
  const { d: ready } = await wire.next(isEvent('READY'))
  wire.socket.terminate()
  await wire.closed
  await expect.poll(() => sandbox.gateway.connections()).toBe(0)
  const resume = { op: 6, d: { token: sandbox.token, session_id: ready.session_id, seq: 2 } }
  clock.advance(180_001)
  const late = await openWire(sandbox)
  late.send(resume)
  expect((await late.next(isOp(9))).d).toBe(false)
  late.send(identify(sandbox.token))
  await late.next(isEvent('READY'))
  late.socket.close(1000)
  await late.closed
  await expect.poll(() => sandbox.gateway.sessions()).toBe(0)
})

test('message text is withheld without the intent, and events come only to who asked', async () => {
  sandbox = await startSandbox({ privilegedIntents: 1 << 15 })
  const [plain, full, deaf] = await Promise.all(
    [1 | (1 << 9), 1 | (1 << 9) | (1 << 15), 1].map(async (intents) => {
      const wire = await openWire(sandbox)
      wire.send(identify(sandbox.token, { intents }))
      await wire.next(isEvent('GUILD_CREATE'))
      return wire
    }),
  )
  await sandbox.act('ana', { do: 'say', room: LOUNGE, text: 'hello there' })
  expect((await full?.next(isEvent('MESSAGE_CREATE')))?.d.content).toBe('hello there')
  expect((await plain?.next(isEvent('MESSAGE_CREATE')))?.d.content).toBe('')
  await sandbox.act('ana', { do: 'say', room: LOUNGE, text: 'hello <@800000000000009000>' })
  expect((await plain?.next(isEvent('MESSAGE_CREATE')))?.d.content).toBe('hello <@800000000000009000>')
  expect(deaf?.received.some(({ t }) => t === 'MESSAGE_CREATE')).toBe(false)
  for (const wire of [plain, full, deaf]) wire?.socket.close()
})

test('events carry the nonce, the guild and the author as a member; many deletions are one event', async () => {
  sandbox = await startSandbox()
  const wire = await openWire(sandbox)
  wire.send(identify(sandbox.token, { intents: 1 | (1 << 9) }))
  await wire.next(isEvent('GUILD_CREATE'))
  const messages = `/channels/${LOUNGE}/messages`
  const ids: string[] = []
  for (const nonce of ['a', 'b']) {
    ids.push(((await api(sandbox, 'POST', messages, { content: 'x', nonce })).body as { id: string }).id)
    const { d } = await wire.next(isEvent('MESSAGE_CREATE'))
    expect(d).toMatchObject({
      nonce,
      guild_id: '800000000000001000',
      member: { roles: ['800000000000001109'] },
    })
  }
  await api(sandbox, 'POST', `${messages}/bulk-delete`, { messages: ids })
  expect((await wire.next(isEvent('MESSAGE_DELETE_BULK'))).d).toMatchObject({ ids, channel_id: LOUNGE })
  wire.socket.close()
})

test('guilds and private chats go to their shards', async () => {
  sandbox = await startSandbox()
  const home = Number((BigInt('800000000000001000') >> 22n) % 2n)
  const wires = await Promise.all(
    [0, 1].map(async (shard) => {
      const wire = await openWire(sandbox)
      wire.send(identify(sandbox.token, { shard: [shard, 2] }))
      const { d } = await wire.next(isEvent('READY'))
      expect(d.guilds).toHaveLength(shard === home ? 1 : 0)
      return wire
    }),
  )
  for (const wire of wires) wire.socket.close()
})

test('discord.js resumes by itself after a dropped socket and gets the interaction it missed', async () => {
  sandbox = await startSandbox()
  const client = await login(sandbox)
  await api(sandbox, 'POST', `/applications/${sandbox.applicationId}/commands`, {
    name: 'wallet',
    description: 'Your balance',
  })
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('here')
  })
  const resumed = new Promise<number>((resolve) =>
    client.once(Events.ShardResume, (_id, replayed) => resolve(replayed)),
  )
  sandbox.gateway.dropConnections()
  const outcome = await sandbox.act('ana', { do: 'command', room: LOUNGE, name: 'wallet', options: {} })
  expect(outcome).toMatchObject({ kind: 'message', message: { content: 'here' } })
  // discord.js counts the RESUMED event among the replayed ones.
  expect(await resumed).toBe(2)
  await client.destroy()
})

test('discord.js reconnects on opcode 7 and identifies anew on opcode 9', async () => {
  sandbox = await startSandbox()
  const client = await login(sandbox)
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve))
  sandbox.gateway.askReconnect()
  await resumed
  const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve))
  sandbox.gateway.invalidateSessions(false)
  await ready
  expect(sandbox.gateway.sessions()).toBe(1)
  expect(sandbox.gateway.resumed()).toBe(1)
  await client.destroy()
}, 15_000)
