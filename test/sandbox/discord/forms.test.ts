/** What is refused of a message's components and files, and of ids in paths. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { LOUNGE, startSandbox } from './client.js'
import { api } from './wire.js'

let sandbox: DiscordSandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

const V2 = 1 << 15
const MESSAGES = `/channels/${LOUNGE}/messages`
const wrongForm = (errors: object) => ({
  status: 400,
  body: { message: 'Invalid Form Body', code: 50035, errors },
})
const send = (body: object) => api(sandbox, 'POST', MESSAGES, body)
const row = (component: object) => ({ content: 'x', components: [{ type: 1, components: [component] }] })
const button = (emoji: object) => row({ type: 2, style: 1, custom_id: 'b', emoji })
const menu = (...options: object[]) => row({ type: 3, custom_id: 'm', options })

describe('emoji of components', () => {
  const noEmoji = { emoji: { name: { _errors: [{ code: 'BUTTON_COMPONENT_INVALID_EMOJI' }] } } }
  const inRow = (errors: object) => wrongForm({ components: { 0: { components: { 0: errors } } } })

  test.each([{}, { name: 'notanemoji' }, { name: '' }, { id: null, name: null }, { name: '🎉🎉' }])(
    '%j is none',
    async (emoji) => {
      expect(await send(button(emoji))).toMatchObject(inRow(noEmoji))
      const option = { label: 'a', value: 'a', emoji }
      expect(await send(menu(option))).toMatchObject(inRow({ options: { 0: noEmoji } }))
    },
  )

  test.each([{ name: '🎉' }, { name: '❤' }, { name: '❤️' }, { id: '1234', name: 'gold' }, { id: '1234' }])(
    '%j is one',
    async (emoji) => {
      expect((await send(button(emoji))).status).toBe(200)
      expect((await send(menu({ label: 'a', value: 'a', emoji }))).status).toBe(200)
    },
  )
})

test('a menu shows no more defaults than may be chosen', async () => {
  const two = ['a', 'b'].map((value) => ({ label: value, value, default: true }))
  expect(await send(menu(...two))).toMatchObject(
    wrongForm({
      components: {
        0: {
          components: { 0: { options: { _errors: [{ code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES' }] } } },
        },
      },
    }),
  )
  const both = row({ type: 3, custom_id: 'm', options: two, max_values: 2 })
  expect((await send(both)).status).toBe(200)
})

test('a file component shows what was uploaded, and nothing of elsewhere', async () => {
  const file = { type: 13, file: { url: 'https://a.b/x.txt' } }
  expect(await send({ flags: V2, components: [file] })).toMatchObject(
    wrongForm({ components: { 0: { file: { url: { _errors: [{ code: 'URL_TYPE_INVALID_SCHEME' }] } } } } }),
  )
})

describe('files', () => {
  async function upload(count: number, method = 'POST', path = MESSAGES, body: object = {}) {
    const form = new FormData()
    form.set('payload_json', JSON.stringify(body))
    for (let n = 0; n < count; n += 1) form.set(`files[${n}]`, new Blob(['x']), `${n}.txt`)
    const headers = { authorization: `Bot ${sandbox.token}` }
    const response = await fetch(`${sandbox.root}/v10${path}`, { method, headers, body: form })
    const sent = (await response.json()) as { id: string; attachments?: { id: string }[]; code?: number }
    return { status: response.status, sent }
  }
  const full = {
    status: 400,
    sent: { message: 'Maximum number of attachments in a message reached (10)', code: 30015 },
  }

  test('a message has ten at most, those that stay at an edit among them', async () => {
    expect(await upload(11)).toEqual(full)
    const { sent } = await upload(10)
    expect(sent.attachments).toHaveLength(10)
    const one = `${MESSAGES}/${sent.id}`
    expect(await upload(1, 'PATCH', one)).toEqual(full)
    const [first] = sent.attachments ?? []
    const edited = await upload(9, 'PATCH', one, { attachments: [{ id: first?.id }] })
    expect(edited.sent.attachments).toHaveLength(10)
  })
})

describe('ids in paths', () => {
  const cases: [string, string, string, string][] = [
    ['GET', '/channels/abc', 'channel_id', 'abc'],
    ['POST', '/channels/undefined/messages', 'channel_id', 'undefined'],
    ['GET', `${MESSAGES}/@original`, 'message_id', '@original'],
    ['GET', '/guilds/1.5', 'guild_id', '1.5'],
    ['GET', '/guilds/800000000000001000/members/@me', 'user_id', '@me'],
    ['GET', '/users/-1', 'user_id', '-1'],
    ['PUT', '/guilds/800000000000001000/members/800000000000000004/roles/x', 'role_id', 'x'],
    ['GET', '/applications/x/commands', 'application_id', 'x'],
    ['POST', '/interactions/x/token/callback', 'interaction_id', 'x'],
    ['POST', '/webhooks/x/token', 'webhook_id', 'x'],
  ]
  test.each(cases)('%s %s is a wrong form', async (method, path, name, value) => {
    const message = `Value "${value}" is not snowflake.`
    const body = method === 'POST' ? { content: 'x' } : undefined
    expect(await api(sandbox, method, path, body)).toMatchObject(
      wrongForm({ [name]: { _errors: [{ code: 'NUMBER_TYPE_COERCE', message }] } }),
    )
  })

  test('who may not come in does not learn it', async () => {
    expect(await api(sandbox, 'GET', '/channels/abc', undefined, 'wrong')).toMatchObject({ status: 401 })
  })

  test('a number of nothing is unknown, and emoji and codes are no ids', async () => {
    expect(await api(sandbox, 'GET', '/channels/1')).toMatchObject({ status: 404, body: { code: 10003 } })
    const { body } = await send({ content: 'x' })
    const reactions = `${MESSAGES}/${(body as { id: string }).id}/reactions/${encodeURIComponent('🎉')}/@me`
    expect((await api(sandbox, 'PUT', reactions)).status).toBe(204)
    expect(await api(sandbox, 'GET', '/invites/abc')).toMatchObject({ status: 404, body: { code: 10006 } })
  })
})
