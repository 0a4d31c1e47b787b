import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { LOUNGE, startSandbox } from './client.js'
import { type VirtualClock, virtualClock } from './virtual-clock.js'
import { api, identify, isEvent, openWire, type Wire } from './wire.js'

let sandbox: DiscordSandbox
let clock: VirtualClock
let wire: Wire

beforeEach(async () => {
  clock = virtualClock()
  sandbox = await startSandbox({ ...clock, patience: 5_000 })
  wire = await openWire(sandbox)
  wire.send(identify(sandbox.token))
  await wire.next(isEvent('READY'))
})
afterEach(async () => {
  wire.socket.terminate()
  await sandbox.close()
})

/** Presses a button and waits until the bot has heard of it. */
async function pressed() {
  const made = await api(sandbox, 'POST', `/channels/${LOUNGE}/messages`, {
    content: 'Packet',
    components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Claim', custom_id: 'claim' }] }],
  })
  const { id: message } = made.body as { id: string }
  const outcome = sandbox.act('ana', { do: 'press', room: LOUNGE, message, data: 'claim' })
  const { d } = await wire.next(isEvent('INTERACTION_CREATE'))
  const { id, token } = d as unknown as { id: string; token: string }
  const respond = (body: unknown) => api(sandbox, 'POST', `/interactions/${id}/${token}/callback`, body, null)
  const hook = (method: string, path = '', body?: unknown) =>
    api(sandbox, method, `/webhooks/${sandbox.applicationId}/${token}${path}`, body, null)
  return { outcome, message, id, token, respond, hook }
}

const reply = { type: 4, data: { content: 'yours' } }

test('an answer after three seconds finds an unknown interaction, and the person saw it fail', async () => {
  const { outcome, respond, hook } = await pressed()
  clock.advance(3_001)
  expect(await outcome).toEqual({ kind: 'timeout' })
  const late = await respond(reply)
  expect(late).toMatchObject({ status: 404, body: { message: 'Unknown interaction', code: 10062 } })
  expect(await hook('POST', '', { content: 'x' })).toMatchObject({ status: 404, body: { code: 10015 } })
})

test('an answer at the last moment counts', async () => {
  const { outcome, respond } = await pressed()
  clock.advance(2_999)
  expect((await respond(reply)).status).toBe(204)
  expect(await outcome).toMatchObject({ kind: 'message', message: { content: 'yours' } })
})

test('a second answer is 40060', async () => {
  const { respond } = await pressed()
  await respond(reply)
  expect(await respond(reply)).toMatchObject({
    status: 400,
    body: { message: 'Interaction has already been acknowledged.', code: 40060 },
  })
})

test('follow-ups need a first answer, and a token fifteen minutes old is dead', async () => {
  const { respond, hook } = await pressed()
  expect(await hook('POST', '', { content: 'early' })).toMatchObject({ status: 404, body: { code: 10015 } })
  await respond({ type: 6 })
  expect((await hook('POST', '', { content: 'fine' })).status).toBe(200)
  clock.advance(15 * 60_000 + 1)
  expect(await hook('POST', '', { content: 'late' })).toMatchObject({
    status: 401,
    body: { message: 'Invalid Webhook Token', code: 50027 },
  })
})

test('an unknown token is an unknown webhook, a wrong id an unknown interaction', async () => {
  const { token } = await pressed()
  expect(
    await api(sandbox, 'POST', `/webhooks/${sandbox.applicationId}/abc`, { content: 'x' }, null),
  ).toMatchObject({
    status: 404,
    body: { message: 'Unknown Webhook', code: 10015 },
  })
  expect(await api(sandbox, 'POST', `/interactions/1/${token}/callback`, reply, null)).toMatchObject({
    status: 404,
    body: { code: 10062 },
  })
})

test('a deferred answer that never comes leaves the person with a loading message', async () => {
  const { outcome, respond } = await pressed()
  await respond({ type: 5, data: { flags: 64 } })
  clock.advance(5_001)
  expect(await outcome).toMatchObject({
    kind: 'message',
    ephemeral: true,
    message: { flags: 192, content: '' },
  })
})

test('errors of a callback name the field below data, and leave the interaction open', async () => {
  const { respond } = await pressed()
  const long = await respond({ type: 4, data: { content: 'x'.repeat(2001) } })
  expect(long).toMatchObject({
    status: 400,
    body: {
      code: 50035,
      errors: {
        data: {
          content: {
            _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }],
          },
        },
      },
    },
  })
  expect((await respond({ type: 4, data: {} })).body).toMatchObject({ code: 50006 })
  expect((await respond({ type: 77 })).body).toMatchObject({
    errors: { type: { _errors: [{ code: 'UNION_TYPE_CHOICES' }] } },
  })
  expect((await respond({ type: 8, data: { choices: [] } })).body).toMatchObject({ code: 50035 })
  expect((await respond(reply)).status).toBe(204)
})

const modal = (more: Record<string, unknown> = {}) => ({
  type: 9,
  data: {
    custom_id: 'form',
    title: 'Form',
    components: [{ type: 18, label: 'Word', component: { type: 4, custom_id: 'word', style: 1 } }],
    ...more,
  },
})
const label = (component: unknown) => ({ type: 18, label: 'L', component })

const field = (component: object) => ({ components: [label({ custom_id: 'f', ...component })] })
const option = (value: string) => ({ label: value, value })
const chosen = (value: string) => ({ ...option(value), default: true })
const TOO_LONG = 'BASE_TYPE_MAX_LENGTH'
const TWICE = 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'
const DEFAULTS = 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES'

const wrongModals: [string, Record<string, unknown>, string][] = [
  ['a title of 46', { title: 'x'.repeat(46) }, 'BASE_TYPE_BAD_LENGTH'],
  [
    'six components',
    { components: Array.from({ length: 6 }, (_, n) => label({ type: 4, custom_id: `${n}`, style: 1 })) },
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a button in it',
    { components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'x' }] }] },
    'UNION_TYPE_CHOICES',
  ],
  [
    'two fields of one custom_id',
    {
      components: [
        label({ type: 4, custom_id: 'a', style: 1 }),
        label({ type: 4, custom_id: 'a', style: 1 }),
      ],
    },
    'COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a disabled menu',
    {
      components: [label({ type: 3, custom_id: 'a', disabled: true, options: [{ label: 'a', value: 'a' }] })],
    },
    'MODAL_COMPONENT_DISABLED',
  ],
  ['no custom_id', { custom_id: '' }, 'BASE_TYPE_BAD_LENGTH'],
  ['a text longer than its field', field({ type: 4, style: 1, value: 'abcd', max_length: 3 }), TOO_LONG],
  ['a radio group of one value twice', field({ type: 21, options: [option('a'), option('a')] }), TWICE],
  ['a radio group of two defaults', field({ type: 21, options: [chosen('a'), chosen('b')] }), DEFAULTS],
  ['a checkbox group of one value twice', field({ type: 22, options: [option('a'), option('a')] }), TWICE],
  [
    'more choices than there are boxes',
    field({ type: 22, max_values: 2, options: [option('a')] }),
    'SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS',
  ],
  [
    'a checkbox group of more defaults than choices',
    field({ type: 22, max_values: 1, options: [chosen('a'), chosen('b')] }),
    DEFAULTS,
  ],
  [
    'a checkbox group of less than its least',
    field({ type: 22, min_values: 2, max_values: 1, options: [option('a'), option('b')] }),
    'SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX',
  ],
]

test.each(wrongModals)('a modal with %s is refused', async (_what, more, code) => {
  const { respond } = await pressed()
  const { status, body } = await respond(modal(more))
  expect(status).toBe(400)
  expect(JSON.stringify(body)).toContain(`"${code}"`)
})

const fine: [string, Record<string, unknown>][] = [
  ['a text as long as its field', field({ type: 4, style: 1, value: 'abc', max_length: 3 })],
  ['a radio group of one default', field({ type: 21, options: [chosen('a'), option('b')] })],
  ['a checkbox group of defaults alone', field({ type: 22, options: [chosen('a'), chosen('b')] })],
  ['as many choices as there are boxes', field({ type: 22, max_values: 1, options: [option('a')] })],
]

test.each(fine)('a modal with %s is opened', async (_what, more) => {
  const { respond } = await pressed()
  expect((await respond(modal(more))).status).toBe(204)
})
