import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Place } from '../../../src/interaction/call.js'
import { renderButtons } from '../../../src/platforms/discord/buttons.js'
import { type Client, openClient } from '../../../src/platforms/discord/client.js'
import { overhear } from '../../../src/platforms/discord/overhear.js'
import { createSurvey } from '../../../src/platforms/discord/standing.js'
import { recordingLog, recordingRendering } from './house.js'
import { CHANNEL, GUILD, USER } from './interactions.js'
import { type Reply, type Scripted, scripted } from './scripted.js'
import { steeredWorld } from './steered-world.js'

const message = {
  ...{ id: '900000000000000001', guild_id: GUILD, channel_id: CHANNEL, type: 0, content: '' },
  author: { id: USER },
  timestamp: '2026-01-01T00:00:00.000000+00:00',
}

describe('what somebody wrote in a server', () => {
  test('is who and when', () => {
    const at = Date.UTC(2026, 0, 1)
    const chat = message.channel_id
    const heard = { platform: 'discord', home: GUILD, chat, message: message.id, writer: USER, at }
    expect(overhear(message)).toEqual(heard)
    expect(overhear({ ...message, type: 19 })).toEqual(heard)
  })

  test.each([
    ['a private chat', { guild_id: undefined }],
    ['a bot', { author: { id: USER, bot: true } }],
    ['a webhook', { webhook_id: '900000000000000002' }],
    ['somebody who joined', { type: 7 }],
    ['no time', { timestamp: 'yesterday' }],
    ['nobody', { author: null }],
  ])('is nothing from %s', (_, change) => {
    expect(overhear({ ...message, ...change })).toBeUndefined()
  })
})

describe('a server', () => {
  let server: Scripted
  let client: Client
  let guild: Reply
  const paths: string[] = []

  beforeEach(async () => {
    server = await scripted()
    const world = steeredWorld()
    client = openClient({ token: 'x', apiRoot: server.root, world, log: recordingLog(), onRevoked() {} })
    guild = { status: 200, json: { id: GUILD, approximate_member_count: 850 } }
    paths.length = 0
    server.reply = ({ path }) => {
      paths.push(path)
      return path.includes('/channels/') ? { status: 200, json: { guild_id: GUILD } } : guild
    }
  })

  afterEach(async () => {
    await client.close()
    await server.close()
  })

  const asked = (place: Partial<Place> = {}, hears = true) =>
    createSurvey(
      client.house,
      () => hears,
    )({
      ...{ platform: 'discord', chat: CHANNEL, kind: 'group', guild: GUILD },
      ...place,
    })

  test('is as large as Discord counts; without a gateway nothing is heard', async () => {
    expect(await asked()).toEqual({ size: 850, hears: true, guild: GUILD })
    expect(paths[0]).toContain(`/guilds/${GUILD}?with_counts=true`)
    expect(await asked({}, false)).toEqual({ size: 850, hears: false, guild: GUILD })
  })

  test('is found by its channel', async () => {
    expect(await asked({ guild: undefined })).toEqual({ size: 850, hears: true, guild: GUILD })
  })

  test('of which Discord cannot tell has no size', async () => {
    guild = { status: 200, json: { id: GUILD } }
    expect(await asked()).toBeUndefined()
    guild = { status: 403, json: { code: 50001, message: 'Missing Access' } }
    expect(await asked()).toBeUndefined()
    expect(await asked({ kind: 'private' })).toBeUndefined()
  })

  test('is chosen on Discord’s own page', () => {
    const button = { kind: 'bring' as const, label: { key: 'measure-bring' }, payload: 'measure_1' }
    const [row] = renderButtons([[button]], 'en', recordingRendering()).rows
    const [link] = row?.components ?? []
    expect(link && 'url' in link ? link.url : '').toBe(
      'https://discord.com/oauth2/authorize?client_id=800000000000009000&scope=bot+applications.commands&permissions=274877975552',
    )
  })
})
