import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { LOUNGE, startSandbox } from './client.js'
import { api, openWire } from './wire.js'

const RUNS = 300

let sandbox: DiscordSandbox
beforeEach(async () => {
  sandbox = await startSandbox({ invalid: { limit: 1_000_000, per: 60_000 } })
})
afterEach(() => sandbox.close())

const junk = fc.jsonValue({ maxDepth: 1 })
const short = fc.string({ maxLength: 5 })

/** Components that look right and are wrong in all sorts of ways, `depth` levels deep. */
function component(depth: number): fc.Arbitrary<unknown> {
  const inner = depth === 0 ? junk : component(depth - 1)
  return fc.record(
    {
      type: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 23 }) }, junk),
      id: fc.oneof(fc.integer({ min: 0, max: 3 }), junk),
      custom_id: fc.oneof(short, junk),
      style: fc.oneof(fc.integer({ min: 0, max: 7 }), junk),
      label: fc.oneof(short, junk),
      content: fc.oneof(short, junk),
      components: fc.oneof(fc.array(inner, { maxLength: 2 }), junk),
      accessory: inner,
      component: inner,
      items: fc.oneof(fc.array(fc.record({ media: junk }), { maxLength: 2 }), junk),
      media: fc.oneof(fc.record({ url: fc.oneof(fc.webUrl(), junk) }), junk),
      options: fc.oneof(fc.array(fc.record({ label: short, value: short }), { maxLength: 2 }), junk),
    },
    { requiredKeys: [] },
  )
}

const node = fc.oneof(component(2), junk)

const body = fc.record(
  {
    content: fc.oneof(short, junk),
    flags: fc.oneof(fc.constantFrom(0, 4, 64, 1 << 15), junk),
    components: fc.oneof(fc.array(node, { maxLength: 4 }), junk),
    embeds: fc.oneof(
      fc.array(fc.dictionary(fc.constantFrom('title', 'image', 'fields', 'footer'), junk)),
      junk,
    ),
    allowed_mentions: fc.oneof(fc.record({ parse: junk, users: junk }), junk),
    attachments: junk,
    message_reference: junk,
    nonce: junk,
    enforce_nonce: junk,
  },
  { requiredKeys: [] },
)

test('no message body makes the server fail: it is taken or refused with a code', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (given) => {
      const reply = await api(sandbox, 'POST', `/channels/${LOUNGE}/messages`, given)
      expect([200, 400]).toContain(reply.status)
      if (reply.status === 400) expect([50006, 50035]).toContain((reply.body as { code: number }).code)
    }),
    { numRuns: RUNS },
  )
})

test('no edit, no command and no callback does either', async () => {
  const made = await api(sandbox, 'POST', `/channels/${LOUNGE}/messages`, {
    content: 'x',
    components: [{ type: 1, components: [{ type: 2, style: 1, label: 'a', custom_id: 'a' }] }],
  })
  const { id } = made.body as { id: string }
  const command = fc.record(
    {
      name: fc.oneof(short, junk),
      description: junk,
      options: fc.oneof(fc.array(node), junk),
      name_localizations: junk,
    },
    { requiredKeys: [] },
  )
  const callback = fc.record({
    type: fc.oneof(fc.integer({ min: 0, max: 12 }), junk),
    data: fc.oneof(body, fc.record({ title: short, custom_id: short, components: fc.array(node) }), junk),
  })
  await fc.assert(
    fc.asyncProperty(body, fc.oneof(command, junk), fc.oneof(callback, junk), async (edit, wish, answer) => {
      const edited = await api(sandbox, 'PATCH', `/channels/${LOUNGE}/messages/${id}`, edit)
      expect([200, 400]).toContain(edited.status)
      const commands = `/applications/${sandbox.applicationId}/commands`
      expect([200, 201, 400]).toContain((await api(sandbox, 'POST', commands, wish)).status)
      expect([200, 400]).toContain((await api(sandbox, 'PUT', commands, [wish])).status)
      const { interaction, token } = sandbox.pressRaw('ana', { room: LOUNGE, message: id, data: 'a' })
      const callbackPath = `/interactions/${interaction}/${token}/callback`
      expect([204, 400]).toContain((await api(sandbox, 'POST', callbackPath, answer, null)).status)
    }),
    { numRuns: RUNS / 3 },
  )
})

test('no payload on the gateway does either', async () => {
  const op = fc.oneof(fc.constantFrom(1, 2, 3, 6, 8), junk)
  const data = fc.record(
    {
      token: fc.oneof(fc.constant(sandbox.token), junk),
      intents: fc.oneof(fc.constantFrom(0, 1), junk),
      shard: junk,
      large_threshold: junk,
      session_id: junk,
      seq: junk,
      guild_id: fc.oneof(fc.constant('800000000000001000'), junk),
      user_ids: junk,
    },
    { requiredKeys: [] },
  )
  const payload = fc.oneof(fc.record({ op, d: fc.oneof(data, junk) }), junk)
  await fc.assert(
    fc.asyncProperty(fc.array(payload, { minLength: 1, maxLength: 4 }), async (payloads) => {
      const wire = await openWire(sandbox)
      for (const each of payloads) wire.send(JSON.stringify(each))
      wire.socket.close()
      await wire.closed
      expect((await api(sandbox, 'GET', '/gateway')).status).toBe(200)
    }),
    { numRuns: RUNS / 3 },
  )
})
