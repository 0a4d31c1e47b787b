/** What the sandbox does not play: a gateway that turns us away for good, and guilds that come and go. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import { realWorld } from '../../../src/kit/world.js'
import type { Client } from '../../../src/platforms/discord/client.js'
import { openClient } from '../../../src/platforms/discord/client.js'
import type { Gateway } from '../../../src/platforms/discord/gateway.js'
import { createGateway } from '../../../src/platforms/discord/gateway.js'
import { recordingLog } from './house.js'
import * as sent from './interactions.js'
import type { Scripted } from './scripted.js'
import { scripted } from './scripted.js'

const IDENTIFY = 2
const READY = {
  v: 10,
  user: { id: sent.APPLICATION, username: 'bot', discriminator: '0', avatar: null, bot: true },
  application: { id: sent.APPLICATION, flags: 0 },
  guilds: [{ id: sent.GUILD, unavailable: true }],
  session_id: 's1',
  shard: [0, 1],
}
const guild = (id: string) => ({
  id,
  name: 'Moon Traders',
  preferred_locale: 'ru',
  owner_id: '1',
  roles: [],
  channels: [],
  members: [],
  threads: [],
  emojis: [],
  stickers: [],
  member_count: 1,
})

let rest: Scripted
let sockets: WebSocketServer
let client: Client
let gateway: Gateway
let onIdentify: (dispatch: (t: string, d: unknown) => void, socket: WebSocket) => void
let news: unknown[]
let ends: Error[]

beforeEach(async () => {
  rest = await scripted()
  sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(sockets, 'listening')
  const url = `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}`
  rest.reply = () => ({
    status: 200,
    json: {
      url,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
    },
  })
  sockets.on('connection', (socket) => {
    let s = 0
    const dispatch = (t: string, d: unknown) => socket.send(JSON.stringify({ op: 0, s: ++s, t, d }))
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 40_000 } }))
    socket.on('message', (data) => {
      if (JSON.parse(String(data)).op === IDENTIFY) onIdentify(dispatch, socket)
    })
  })
  onIdentify = (dispatch) => dispatch('READY', { ...READY, resume_gateway_url: url })
  news = []
  ends = []
  client = openClient({
    token: 'a.b.c',
    apiRoot: rest.root,
    world: realWorld(),
    log: recordingLog(),
    onRevoked() {},
  })
  gateway = createGateway({
    token: 'a.b.c',
    rest: client.restOptions,
    log: recordingLog(),
    receiving: {
      interaction: (raw) => void news.push(raw),
      event: (event) => void news.push(event),
      overhear: (heard) => void news.push(heard),
    },
    onEnd: (error) => ends.push(error),
  })
})

afterEach(async () => {
  await gateway.close()
  await client.close()
  for (const socket of sockets.clients) socket.terminate()
  await new Promise((resolve) => sockets.close(resolve))
  await rest.close()
})

describe('turned away', () => {
  test.each([
    [4004, 'Discord does not accept DISCORD_TOKEN: it was reset or revoked'],
    [4014, 'Discord refuses the gateway connection: intents not allowed'],
  ])('at login with %i: start fails in one line', async (code, message) => {
    onIdentify = (_, socket) => socket.close(code)
    await expect(gateway.open()).rejects.toMatchObject({ name: 'StartError', exitCode: 78, message })
    expect(ends).toEqual([])
  })

  test('later with 4004: the end is told', async () => {
    await gateway.open()
    for (const socket of sockets.clients) socket.close(4004)
    await expect.poll(() => ends.length).toBe(1)
    expect(ends[0]).toMatchObject({
      name: 'StartError',
      message: 'Discord does not accept DISCORD_TOKEN: it was reset or revoked',
    })
  })

  test('by the list of gateways: a bad token', async () => {
    rest.reply = () => ({ status: 401, json: { code: 0, message: '401: Unauthorized' } })
    await expect(gateway.open()).rejects.toMatchObject({
      exitCode: 78,
      message: 'Discord does not accept DISCORD_TOKEN',
    })
  })

  test('by no session left today: unavailable, without the token', async () => {
    rest.reply = () => ({
      status: 200,
      json: {
        url: 'ws://127.0.0.1:1',
        shards: 1,
        session_start_limit: { total: 1000, remaining: 0, reset_after: 1000, max_concurrency: 1 },
      },
    })
    await expect(gateway.open()).rejects.toMatchObject({ exitCode: 69 })
  })
})

describe('news', () => {
  test('guilds named at login are no news, later ones are, and farewells', async () => {
    await gateway.open()
    const [socket] = sockets.clients
    let s = 10
    const dispatch = (t: string, d: unknown) => socket?.send(JSON.stringify({ op: 0, s: ++s, t, d }))
    const other = '800000000000005555'
    dispatch('GUILD_CREATE', guild(sent.GUILD))
    dispatch('GUILD_CREATE', {
      ...guild(other),
      channels: [
        { id: '800000000000005001', type: 0, name: 'a', position: 0, permission_overwrites: [] },
        { id: '800000000000005002', type: 0, name: 'b', position: 1, permission_overwrites: [] },
      ],
    })
    dispatch('GUILD_DELETE', { id: sent.GUILD, unavailable: true })
    dispatch('GUILD_CREATE', guild(sent.GUILD))
    dispatch('GUILD_DELETE', { id: other })
    dispatch('INTERACTION_CREATE', sent.press())
    await expect.poll(() => news.length).toBe(4)
    expect(news).toMatchObject([
      { kind: 'bot-joined', place: { guild: other, title: 'Moon Traders', language: 'ru' } },
      { kind: 'bot-left', place: { guild: other, chat: '800000000000005001' } },
      { kind: 'bot-left', place: { guild: other, chat: '800000000000005002' } },
      { id: sent.INTERACTION },
    ])
  })

  test('an interaction that discord.js could not build reaches only us and breaks nothing', async () => {
    await gateway.open()
    const [socket] = sockets.clients
    for (const d of [null, {}, { type: 3 }, { type: 2, data: null }]) {
      socket?.send(JSON.stringify({ op: 0, s: 5, t: 'INTERACTION_CREATE', d }))
    }
    socket?.send(JSON.stringify({ op: 0, s: 6, t: 'INTERACTION_CREATE', d: sent.press() }))
    await expect.poll(() => news.length).toBe(5)
  })

  /** discord.js 14.28 throws here, in a promise that nobody waits for: the program would end. */
  test('a resume beside a session that became invalid breaks nothing', async () => {
    const broken: unknown[] = []
    const note = (reason: unknown) => void broken.push(reason)
    process.on('unhandledRejection', note)
    onTestFinished(() => void process.off('unhandledRejection', note))
    await gateway.open()
    const [first] = sockets.clients
    const later = new Promise<void>((resolve) => {
      onIdentify = (dispatch) => {
        dispatch('READY', { ...READY, session_id: 's2' })
        dispatch('INTERACTION_CREATE', sent.press())
        resolve()
      }
    })
    first?.send(JSON.stringify({ op: 0, s: 3, t: 'RESUMED', d: {} }))
    first?.send(JSON.stringify({ op: 9, d: false }))
    await later
    await expect.poll(() => news.length).toBe(1)
    expect(broken).toEqual([])
  })
})
