/** A role given or taken, and every no that Discord has for it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DeliveryError } from '../../../src/interaction/platform.js'
import { type Client, openClient } from '../../../src/platforms/discord/client.js'
import { createPerform } from '../../../src/platforms/discord/deeds.js'
import type { InviteDeed, RevokeDeed, RoleDeed } from '../../../src/storage/deed.js'
import { recordingLog } from './house.js'
import { GUILD, USER } from './interactions.js'
import { type Reply, type Scripted, scripted } from './scripted.js'
import { steeredWorld } from './steered-world.js'

const ROLE = '800000000000001102'
const OTHER = '800000000000001101'
const BOT = '800000000000000900'
const BOT_ROLE = '800000000000001109'

let server: Scripted
let client: Client
let perform: ReturnType<typeof createPerform>
let world: ReturnType<typeof steeredWorld>
let member: Reply
let change: Reply
let guild: Reply

const error = (status: number, code: number): Reply => ({ status, json: { code, message: 'no' } })

beforeEach(async () => {
  server = await scripted()
  world = steeredWorld()
  client = openClient({ token: 'x', apiRoot: server.root, world, log: recordingLog(), onRevoked() {} })
  perform = createPerform(client, world, () => BOT)
  member = { status: 200, json: { roles: [OTHER] } }
  change = { status: 204 }
  guild = { status: 200, json: { id: GUILD, roles: [{ id: BOT_ROLE, permissions: '0' }] } }
  server.reply = ({ method, path }) => {
    if (method !== 'GET') return change
    if (path.endsWith(`/members/${BOT}`)) return { status: 200, json: { roles: [BOT_ROLE] } }
    return path.includes('/members/') ? member : guild
  }
})

afterEach(async () => {
  await client.close()
  await server.close()
})

const deed = (give: boolean): RoleDeed => ({ do: 'role', guild: GUILD, role: ROLE, account: USER, give })
const outcome = async (give = true) => (await perform({ key: 'k', deed: deed(give) })).outcome
const changes = () => server.asked.filter(({ method }) => method !== 'GET')

describe('a role', () => {
  test('is given where it is not there, and nothing else is written', async () => {
    expect(await outcome()).toBe('done')
    expect(changes().map(({ method, path, body }) => [method, path, body])).toEqual([
      ['PUT', `/api/v10/guilds/${GUILD}/members/${USER}/roles/${ROLE}`, undefined],
    ])
  })

  test('is taken where it is there', async () => {
    member = { status: 200, json: { roles: [OTHER, ROLE] } }
    expect(await outcome(false)).toBe('done')
    expect(changes().map(({ method }) => method)).toEqual(['DELETE'])
  })

  test('that is as it should be asks for nothing', async () => {
    expect(await outcome(false)).toBe('done')
    member = { status: 200, json: { roles: [ROLE] } }
    expect(await outcome(true)).toBe('done')
    expect(changes()).toEqual([])
  })
})

describe('a no', () => {
  test.each<[string, number, number, string]>([
    ['somebody who is not in the server', 404, 10_007, 'absent'],
    ['nobody', 404, 10_013, 'absent'],
    ['a server that is not ours', 403, 50_001, 'away'],
    ['a server that is gone', 404, 10_004, 'away'],
  ])('to %s', async (_, status, code, expected) => {
    member = error(status, code)
    expect(await outcome()).toBe(expected)
    expect(changes()).toEqual([])
  })

  test.each<[string, number, number, string]>([
    ['a role that is gone', 404, 10_011, 'unknown'],
    ['a role of an integration', 400, 50_028, 'unable'],
  ])('to %s', async (_, status, code, expected) => {
    change = error(status, code)
    expect(await outcome()).toBe(expected)
  })

  test('for want of the right, and for a role above ours, are told apart', async () => {
    change = error(403, 50_013)
    expect(await outcome()).toBe('no-right')
    const manageRoles = String(1n << 28n)
    guild = { status: 200, json: { id: GUILD, roles: [{ id: BOT_ROLE, permissions: manageRoles }] } }
    expect(await outcome()).toBe('above')
    guild = { status: 200, json: { id: GUILD, roles: [{ id: GUILD, permissions: manageRoles }] } }
    expect(await outcome()).toBe('above')
  })
})

describe('what is tried again', () => {
  const failure = async () => {
    const thrown = await perform({ key: 'k', deed: deed(true) }).catch((error: unknown) => error)
    return thrown instanceof DeliveryError ? thrown.failure.kind : thrown
  }

  test.each<[string, Reply, string]>([
    ['a limit', { status: 429, json: { retry_after: 5 }, headers: { 'retry-after': '5' } }, 'later'],
    ['trouble', { status: 500, text: 'oops' }, 'later'],
    ['a cut connection', 'reset', 'unknown'],
    ['a revoked token', { status: 401, json: { code: 0, message: '401: Unauthorized' } }, 'unauthorised'],
  ])('%s', async (_, reply, kind) => {
    change = reply
    expect(await failure()).toBe(kind)
  })
})

describe('the channel of partners', () => {
  const CHANNEL = '800000000000000777'
  const invite = (ms = 3_600_500): InviteDeed => {
    return { do: 'invite', platform: 'discord', chat: CHANNEL, invite: 7, until: world.now() + ms }
  }
  const link = 'https://discord.gg/aBc123'
  const revoke: RevokeDeed = { do: 'revoke', platform: 'discord', chat: CHANNEL, invite: 7, link }
  const does = (one: InviteDeed | RevokeDeed) => perform({ key: 'k', deed: one })

  test('is opened for one use, never by a link that there is', async () => {
    change = { status: 200, json: { code: 'aBc123' } }
    expect(await does(invite())).toEqual({ outcome: 'done', link })
    expect(changes().map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', `/api/v10/channels/${CHANNEL}/invites`, { max_age: 3600, max_uses: 1, unique: true }],
    ])
  })

  test('for a week at most, and never for ever', async () => {
    change = { status: 200, json: { code: 'aBc123' } }
    await does(invite(30 * 86_400_000))
    expect(changes()[0]?.body).toMatchObject({ max_age: 604_800 })
    expect(await does(invite(500))).toEqual({ outcome: 'unable' })
    expect(changes()).toHaveLength(1)
  })

  test('a link is taken back, and one that is used up is over', async () => {
    change = { status: 200, json: { code: 'aBc123' } }
    expect(await does(revoke)).toEqual({ outcome: 'done' })
    expect(changes().map(({ method, path }) => [method, path])).toEqual([
      ['DELETE', '/api/v10/invites/aBc123'],
    ])
    change = error(404, 10_006)
    expect(await does(revoke)).toEqual({ outcome: 'done' })
  })

  test.each<[string, number, number, string]>([
    ['want of the right', 403, 50_013, 'no-right'],
    ['a channel that it cannot see', 403, 50_001, 'away'],
    ['a channel that is gone', 404, 10_003, 'away'],
    ['a server full of invites', 400, 30_016, 'unable'],
  ])('a no for %s', async (_, status, code, outcome) => {
    change = error(status, code)
    expect(await does(invite())).toEqual({ outcome })
  })
})
