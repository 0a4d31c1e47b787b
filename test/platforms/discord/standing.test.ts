import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account, Place, Standing } from '../../../src/interaction/call.js'
import { Kept } from '../../../src/kit/kept.js'
import type { Client } from '../../../src/platforms/discord/client.js'
import { openClient } from '../../../src/platforms/discord/client.js'
import type { AskStanding } from '../../../src/platforms/discord/standing.js'
import { createStanding } from '../../../src/platforms/discord/standing.js'
import { recordingLog } from './house.js'
import { CHANNEL, GUILD, USER } from './interactions.js'
import type { Reply, Scripted } from './scripted.js'
import { scripted } from './scripted.js'
import type { SteeredWorld } from './steered-world.js'
import { steeredWorld } from './steered-world.js'

const UNKNOWN: Standing = { membership: 'unknown', isAdmin: false, roles: [] }
const MODERATORS = '800000000000001101'
const place: Place = { platform: 'discord', chat: CHANNEL, kind: 'group', guild: GUILD }
const ana: Account = { platform: 'discord', id: USER, name: 'Ana', isBot: false, isAnonymous: false }

let server: Scripted
let client: Client
let world: SteeredWorld
let standing: AskStanding
let member: Reply
let guild: Reply

beforeEach(async () => {
  server = await scripted()
  world = steeredWorld()
  client = openClient({ token: 'x', apiRoot: server.root, world, log: recordingLog(), onRevoked() {} })
  standing = createStanding(client.house, world)
  member = { status: 200, json: { user: { id: USER }, roles: [MODERATORS] } }
  guild = {
    status: 200,
    json: {
      id: GUILD,
      owner_id: '1',
      roles: [
        { id: GUILD, permissions: '0' },
        { id: MODERATORS, permissions: '32' },
      ],
    },
  }
  server.reply = ({ path }) => (path.includes('/members/') ? member : guild)
})

afterEach(async () => {
  await client.close()
  await server.close()
})

describe('a member', () => {
  test('administers by a role that manages the guild', async () => {
    expect(await standing(ana, place)).toEqual({ membership: 'member', isAdmin: true, roles: [MODERATORS] })
  })

  test('administers by owning it', async () => {
    member = { status: 200, json: { roles: [] } }
    guild = { status: 200, json: { id: GUILD, owner_id: USER, roles: [] } }
    expect(await standing(ana, place)).toEqual({ membership: 'member', isAdmin: true, roles: [] })
  })

  test('administers where everyone does, and not by a role of others', async () => {
    member = { status: 200, json: { roles: [] } }
    expect((await standing(ana, place)).isAdmin).toBe(false)
    world.pass(60_000)
    guild = { status: 200, json: { id: GUILD, owner_id: '1', roles: [{ id: GUILD, permissions: '8' }] } }
    expect((await standing(ana, place)).isAdmin).toBe(true)
  })

  test('of a channel whose guild the house did not keep', async () => {
    server.reply = ({ path }) => {
      if (path.includes('/channels/')) return { status: 200, json: { id: CHANNEL, guild_id: GUILD } }
      return path.includes('/members/') ? member : guild
    }
    const { guild: _, ...bare } = place
    expect(await standing(ana, bare)).toMatchObject({ membership: 'member', isAdmin: true })
    await standing({ ...ana, id: '800000000000000009' }, bare)
    expect(server.asked.filter(({ path }) => path.includes('/channels/'))).toHaveLength(1)
  })

  test.each([10_007, 10_013])('who is none (%i) is an outsider', async (code) => {
    member = { status: 404, json: { code, message: 'Unknown' } }
    expect(await standing(ana, place)).toEqual({ membership: 'outsider', isAdmin: false, roles: [] })
  })
})

describe('nobody can tell', () => {
  test.each<[string, Reply]>([
    ['no access', { status: 403, json: { code: 50_001, message: 'Missing Access' } }],
    ['trouble', { status: 500, text: 'oops' }],
    ['a cut connection', 'reset'],
    ['no member in it', { status: 200, json: null }],
    ['a limit', { status: 429, json: { retry_after: 5 }, headers: { 'retry-after': '5' } }],
    ['a revoked token', { status: 401, json: { code: 0, message: '401: Unauthorized' } }],
  ])('%s', async (_, reply) => {
    member = reply
    expect(await standing(ana, place)).toEqual(UNKNOWN)
  })

  test('a guild that cannot be read makes the whole answer unknown', async () => {
    guild = { status: 500, text: 'oops' }
    expect(await standing(ana, place)).toEqual(UNKNOWN)
  })

  test('in private, or with ids that are none, without asking', async () => {
    expect(await standing(ana, { platform: 'discord', chat: CHANNEL, kind: 'private' })).toEqual(UNKNOWN)
    expect(await standing({ ...ana, id: '../../x' }, place)).toEqual(UNKNOWN)
    expect(await standing(ana, { ...place, guild: 'x' })).toEqual(UNKNOWN)
    expect(server.asked).toEqual([])
  })
})

describe('what was said', () => {
  test('is believed for a minute and shared by those who ask at once', async () => {
    await Promise.all([standing(ana, place), standing(ana, place), standing(ana, place)])
    world.pass(59_999)
    await standing(ana, place)
    expect(server.asked).toHaveLength(2)
    world.pass(1)
    await standing(ana, place)
    expect(server.asked).toHaveLength(4)
  })

  test('is not kept when it was unknown', async () => {
    member = { status: 500, text: 'oops' }
    expect(await standing(ana, place)).toEqual(UNKNOWN)
    member = { status: 200, json: { roles: [] } }
    expect((await standing(ana, place)).membership).toBe('member')
  })

  test('is kept for a bounded number', () => {
    const kept = new Kept<number>(3)
    for (let index = 0; index < 10; index++) kept.set(`${index}`, index)
    kept.set('8', 88)
    expect(kept.size).toBe(3)
    expect(['6', '7', '8', '9'].map((key) => kept.get(key))).toEqual([undefined, 7, 88, 9])
  })
})
