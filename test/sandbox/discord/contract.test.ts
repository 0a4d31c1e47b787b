import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { PRIVILEGED_INTENTS } from '../../../src/sandbox/discord/protocol.js'
import { routes } from '../../../src/sandbox/discord/rest/routes.js'
import type { Rule } from '../../../src/sandbox/discord/rules/rule.js'
import { LOUNGE, startSandbox } from './client.js'
import { EVENTS, INTERACTION } from './gateway-objects.js'
import { description, namesIn, type Schema, type Walk, walker } from './openapi.js'
import { api, identify, isEvent, openWire, type Wire } from './wire.js'

const spec = description()
if (!spec) process.stderr.write('Discord contract test skipped: ../shared/specs is not here\n')

const GUILD = '800000000000001000'
const ANA = '800000000000000005'
/** Guilds, members, invites, messages, reactions, private messages, and what is written in them. */
const EVERYTHING = [0, 1, 6, 9, 10, 12, 15].reduce((all, bit) => all | (1 << bit), 0)
const named = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

const card = {
  content: 'Packet <@800000000000000005>',
  embeds: [
    {
      ...{ title: 'T', description: 'D', color: 1, url: 'https://a.b', timestamp: '2026-11-21T00:00:00Z' },
      footer: { text: 'f', icon_url: 'https://a.b/i.png' },
      author: { name: 'n', url: 'https://a.b', icon_url: 'https://a.b/i.png' },
      image: { url: 'https://a.b/c.png' },
      fields: [{ name: 'a', value: 'b' }],
    },
  ],
  components: [
    {
      type: 1,
      components: [
        { type: 2, style: 1, label: 'Claim', custom_id: 'claim', emoji: { name: '🧧' } },
        { type: 2, style: 5, label: 'Go', url: 'https://a.b' },
      ],
    },
    { type: 1, components: [{ type: 3, custom_id: 'pick', options: [{ label: 'a', value: 'a' }] }] },
    { type: 1, components: [{ type: 8, custom_id: 'where', channel_types: [0] }] },
  ],
}
const layout = {
  flags: 1 << 15,
  components: [
    {
      type: 17,
      components: [
        {
          type: 9,
          components: [{ type: 10, content: 'hi' }],
          accessory: { type: 11, media: { url: 'https://a.b/c.png' } },
        },
        {
          type: 9,
          components: [{ type: 10, content: 'hi' }],
          accessory: { type: 2, style: 2, label: 'x', custom_id: 'x' },
        },
        { type: 12, items: [{ media: { url: 'https://a.b/c.png' } }] },
        { type: 14 },
        { type: 1, components: [{ type: 2, style: 4, label: 'y', custom_id: 'y', disabled: true }] },
      ],
    },
  ],
}
const command = {
  name: 'redpacket',
  description: 'Send',
  name_localizations: { 'zh-CN': '红包' },
  options: [
    { type: 3, name: 'amount', description: 'd', required: true, choices: [{ name: 'ten', value: '10' }] },
    { type: 4, name: 'shares', description: 'd', min_value: 1, max_value: 10 },
    { type: 7, name: 'where', description: 'd', channel_types: [0] },
  ],
}

/** Not in the description, but documented: "name, id, and animated" (components/reference, Button). */
const DOCUMENTED = /\bemoji\.animated$/
/** Deeper than any body: components in a container, in a row. */
const DEPTH_MOST = 9

/** Paths of the fields that the sandbox's rule names and the description does not. */
function invented(rule: Rule, body: Schema, place: string[] = []): string[] {
  if (!spec || place.length > DEPTH_MOST) return []
  switch (rule.kind) {
    case 'list':
      return invented(rule.of, body, place)
    case 'any':
      return rule.like ? invented(rule.like, body, place) : []
    case 'tagged':
      return [...new Set(Object.values(rule.shapes).flatMap((one) => invented(one, body, place)))]
    case 'object': {
      const known = namesIn(spec)(body, place)
      return Object.entries(rule.fields).flatMap(([name, field]) =>
        known.has(name) || DOCUMENTED.test([...place, name].join('.'))
          ? invented(field, body, [...place, name])
          : [[...place, name].join('.')],
      )
    }
    default:
      return []
  }
}

describe.skipIf(!spec)('against the OpenAPI description', () => {
  let sandbox: DiscordSandbox
  let wire: Wire
  let walk: Walk

  beforeAll(async () => {
    if (!spec) return
    walk = walker(spec)
    sandbox = await startSandbox({ privilegedIntents: PRIVILEGED_INTENTS })
    wire = await openWire(sandbox)
    wire.send(identify(sandbox.token, { intents: EVERYTHING }))
    await wire.next(isEvent('GUILD_CREATE'))
  })
  afterAll(async () => {
    wire?.socket.terminate()
    await sandbox?.close()
  })

  /** The path of the description for a concrete path. */
  function operation(method: string, path: string) {
    const given = (path.split('?')[0] ?? '').split('/')
    const fits = (pattern: string): boolean => {
      const segments = pattern.split('/')
      return (
        segments.length === given.length &&
        segments.every((each, n) => each === given[n] || each.startsWith('{'))
      )
    }
    const literal = (pattern: string): number =>
      pattern.split('/').filter((each) => !each.startsWith('{')).length
    const [best] = Object.keys(spec?.paths ?? {})
      .filter(fits)
      .sort((a, b) => literal(b) - literal(a))
    return best === undefined ? undefined : spec?.paths[best]?.[method.toLowerCase()]
  }

  /** Calls, and checks status and body against the description. */
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await api(sandbox, method, path, body)
    const responses = operation(method, path)?.responses
    expect(Object.keys(responses ?? {}), `${method} ${path}`).toContain(String(reply.status))
    const schema = responses?.[String(reply.status)]?.content?.['application/json']?.schema
    if (schema) expect(walk(schema, reply.body), `${method} ${path}`).toEqual([])
    return reply.body as T
  }

  test('every route of the sandbox is one of the description', () => {
    const strange = routes.filter(({ method, path }) => !operation(method, path.replace(/:(\w+)/g, 'x')))
    // The interaction's `@original` is one of the messages there, and a literal in the description.
    expect(strange.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })

  test('the walk sees what is missing, of another type, or malformed', () => {
    expect(walk(named('GatewayResponse'), {})).toEqual(['$.url: missing'])
    expect(walk(named('GatewayResponse'), { url: 'nowhere' })).toEqual(['$.url: is no address'])
    expect(walk(named('GatewayResponse'), { url: 'https://a.b', odd: 1 })).toEqual([
      '$.odd: not in the schema',
    ])
    expect(walk(EVENTS.MESSAGE_DELETE ?? {}, { id: '1', channel_id: 2, odd: 1 })).toEqual([
      '$.channel_id: is not of string',
      '$.odd: not in the schema',
    ])
    const user = { id: 'x', username: 1, avatar: null, discriminator: '0', public_flags: 0, flags: 0 }
    expect(walk(named('UserResponse'), { ...user, global_name: null, primary_guild: null })).toEqual([
      '$.id: does not match ^(0|[1-9][0-9]*)$',
      '$.username: is not of string',
    ])
  })

  test.each([
    '/gateway',
    '/gateway/bot',
    '/users/@me',
    '/users/@me/guilds',
    `/users/${ANA}`,
    '/applications/@me',
    '/oauth2/applications/@me',
    `/channels/${LOUNGE}`,
    `/guilds/${GUILD}?with_counts=true`,
    `/guilds/${GUILD}/channels`,
    `/guilds/${GUILD}/roles`,
    `/guilds/${GUILD}/members/${ANA}`,
    `/guilds/${GUILD}/members/search?query=a`,
  ])('GET %s', async (path) => {
    await call('GET', path)
  })

  test('messages, old and new, in every form they are given back', async () => {
    const messages = `/channels/${LOUNGE}/messages`
    const first = await call<{ id: string }>('POST', messages, { ...card, nonce: 'n' })
    const second = await call<{ id: string }>('POST', messages, layout)
    await call('POST', messages, { content: 'reply', message_reference: { message_id: first.id } })
    await call('PATCH', `${messages}/${first.id}`, { content: 'edited' })
    await call('PUT', `${messages}/${first.id}/reactions/${encodeURIComponent('🧧')}/@me`)
    await call('GET', `${messages}/${first.id}/reactions/${encodeURIComponent('🧧')}`)
    await call('GET', `${messages}/${first.id}`)
    await call('PUT', `${messages}/pins/${second.id}`)
    await call('GET', `${messages}/pins`)
    await call('GET', `/channels/${LOUNGE}/pins`)
    await call('GET', messages)
    await call('DELETE', `${messages}/pins/${second.id}`)
    await call('DELETE', `${messages}/${second.id}`)
  })

  test('commands, private chats, roles, invites', async () => {
    const path = `/applications/${sandbox.applicationId}/commands`
    await call('PUT', path, [command, { type: 2, name: 'Inspect' }])
    const made = await call<{ id: string }>('POST', path, { ...command, name: 'treasury' })
    await call('PATCH', `${path}/${made.id}`, { description: 'New' })
    await call('GET', `${path}/${made.id}`)
    await call('GET', `${path}?with_localizations=true`)
    await call('GET', path)
    await call('DELETE', `${path}/${made.id}`)
    await call('PUT', `/applications/${sandbox.applicationId}/guilds/${GUILD}/commands`, [command])
    const { id } = await call<{ id: string }>('POST', '/users/@me/channels', { recipient_id: ANA })
    await call('GET', `/channels/${id}`)
    await call('PUT', `/guilds/${GUILD}/members/${ANA}/roles/800000000000001102`)
    await call('DELETE', `/guilds/${GUILD}/members/${ANA}/roles/800000000000001102`)
    const { code } = await call<{ code: string }>('POST', `/channels/${LOUNGE}/invites`, {})
    await call('GET', `/invites/${code}`)
    await call('GET', `/channels/${LOUNGE}/invites`)
    await call('DELETE', `/invites/${code}`)
  })

  test('errors and rate limits', async () => {
    const wrong = await api(sandbox, 'POST', `/channels/${LOUNGE}/messages`, { content: 'x'.repeat(3000) })
    // The description says that codes below `errors` are integers; they are words (developers/reference,
    // "Error Messages", has BASE_TYPE_REQUIRED and others).
    expect(walk(named('ErrorResponse'), wrong.body)).toEqual([
      '$.errors.content._errors[0].code: is not of integer',
    ])
    sandbox.setFaults(() => ({
      when: 'before',
      what: { status: 429, body: { message: 'x', code: 0, retry_after: 0.5, global: false } },
    }))
    const fast = await api(sandbox, 'GET', '/users/@me')
    sandbox.setFaults(undefined)
    expect(walk(named('RatelimitedResponse'), fast.body)).toEqual([])
  })

  test('an interaction, its callback and everything sent with its token', async () => {
    const path = `/applications/${sandbox.applicationId}/commands`
    await call('PUT', path, [command])
    const options = { amount: '10', where: LOUNGE }
    void sandbox.act('ana', { do: 'command', room: LOUNGE, name: 'redpacket', options })
    const { d } = await wire.next(isEvent('INTERACTION_CREATE'))
    expect(walk(INTERACTION, d)).toEqual([])
    const { id, token } = d as unknown as { id: string; token: string }
    const hook = `/webhooks/${sandbox.applicationId}/${token}`
    await call('POST', `/interactions/${id}/${token}/callback?with_response=true`, { type: 4, data: card })
    const more = await call<{ id: string }>('POST', hook, { ...layout, flags: layout.flags | 64 })
    await call('PATCH', `${hook}/messages/@original`, { content: 'over' })
    await call('GET', `${hook}/messages/@original`)
    await call('PATCH', `${hook}/messages/${more.id}`, layout)
    await call('GET', `${hook}/messages/${more.id}`)
    await call('DELETE', `${hook}/messages/${more.id}`)
  })

  test('a press, a deferred answer, an update, a modal and its submission', async () => {
    const message = await call<{ id: string }>('POST', `/channels/${LOUNGE}/messages`, card)
    const press = async (answer: unknown) => {
      const outcome = sandbox.act('ana', { do: 'press', room: LOUNGE, message: message.id, data: 'claim' })
      const { d } = await wire.next(isEvent('INTERACTION_CREATE'))
      expect(walk(INTERACTION, d)).toEqual([])
      const { id, token } = d as unknown as { id: string; token: string }
      await call('POST', `/interactions/${id}/${token}/callback?with_response=true`, answer)
      return { outcome, hook: `/webhooks/${sandbox.applicationId}/${token}` }
    }
    const deferred = await press({ type: 5, data: { flags: 64 } })
    await call('PATCH', `${deferred.hook}/messages/@original`, { content: 'done' })
    await press({ type: 7, data: { content: 'changed' } })
    await press({ type: 6 })
    const field = { type: 18, label: 'Word', component: { type: 4, custom_id: 'word', style: 1 } }
    const { outcome } = await press({ type: 9, data: { custom_id: 'm', title: 'M', components: [field] } })
    const opened = await outcome
    const modal = opened.kind === 'modal' ? opened.modal : ''
    void sandbox.act('ana', { do: 'submit', room: LOUNGE, modal, values: { word: 'moon' } })
    const { d } = await wire.next(isEvent('INTERACTION_CREATE'))
    expect(walk(INTERACTION, d)).toEqual([])
    const { id, token } = d as unknown as { id: string; token: string }
    await call('POST', `/interactions/${id}/${token}/callback?with_response=true`, {
      type: 4,
      data: { content: 'ok' },
    })
  })

  test('a private chat, choices, and a form with what was chosen', async () => {
    const message = await call<{ id: string }>('POST', `/channels/${LOUNGE}/messages`, card)
    const answered = async () => {
      const { d } = await wire.next(isEvent('INTERACTION_CREATE'))
      const { id, token } = d as unknown as { id: string; token: string }
      await call('POST', `/interactions/${id}/${token}/callback`, { type: 4, data: { content: 'ok' } })
    }
    const at = { do: 'press', room: LOUNGE, message: message.id } as const
    void sandbox.act('ana', { ...at, data: 'pick', values: ['a'] })
    await answered()
    void sandbox.act('ana', { ...at, data: 'where', values: [LOUNGE] })
    await answered()
    const { id: room } = await call<{ id: string }>('POST', '/users/@me/channels', { recipient_id: ANA })
    await sandbox.act('ana', { do: 'say', room, text: 'hello' })
    void sandbox.act('ana', { do: 'command', room, name: 'redpacket', options: { amount: '10' } })
    await answered()
  })

  test('every event of the gateway is as it is described, unknown fields included', async () => {
    const ready = wire.received.find(({ t }) => t === 'READY')
    expect(walk(named('UserResponse'), ready?.d.user)).toEqual([])
    await call('PUT', `/guilds/${GUILD}/members/${ANA}/roles/800000000000001102`)
    await sandbox.act('yuki', { do: 'leave', room: LOUNGE })
    await sandbox.act('yuki', { do: 'join', room: LOUNGE })
    sandbox.setBotAccess(LOUNGE, { view: true, send: true })
    const messages = `/channels/${LOUNGE}/messages`
    const ids: string[] = []
    for (const content of ['one', 'two'])
      ids.push((await call<{ id: string }>('POST', messages, { content })).id)
    await call('PUT', `${messages}/${ids[0]}/reactions/${encodeURIComponent('🧧')}/@me`)
    await call('DELETE', `${messages}/${ids[0]}/reactions/${encodeURIComponent('🧧')}/@me`)
    await call('POST', `${messages}/bulk-delete`, { messages: ids })
    wire.send({ op: 8, d: { guild_id: GUILD, user_ids: [ANA], nonce: 'n' } })
    await wire.next(isEvent('GUILD_MEMBERS_CHUNK'))
    const told = wire.received.filter(({ t }) => t !== null)
    expect([...new Set(told.map(({ t }) => t))].sort()).toEqual(Object.keys(EVENTS).sort())
    for (const { t, d } of told) expect(walk(EVENTS[t ?? ''] ?? {}, d), t ?? '').toEqual([])
    const guild = told.find(({ t }) => t === 'GUILD_CREATE')?.d as { channels: object[] }
    for (const channel of guild.channels)
      expect(walk(named('GuildChannelResponse'), { ...channel, guild_id: GUILD })).toEqual([])
  })

  test('no rule of the sandbox knows a field that the description does not', () => {
    for (const { method, path, rule } of routes) {
      const schema = operation(method, path.replace(/:(\w+)/g, 'x'))?.requestBody?.content
      const body = schema?.['application/json']?.schema
      if (!rule || !body || typeof rule === 'function') continue
      expect(invented(rule, body), `${method} ${path}`).toEqual([])
    }
  })
})
