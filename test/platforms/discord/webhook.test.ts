import { generateKeyPairSync, sign } from 'node:crypto'
import type { REST } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { StartError } from '../../../src/kit/start-error.js'
import { createReceiving } from '../../../src/platforms/discord/receiving.js'
import { createHook } from '../../../src/platforms/discord/webhook.js'
import { noFiles } from '../../kit/files.js'
import { fakeHouse, recordingLog, recordingRendering, saying, spans } from './house.js'
import * as sent from './interactions.js'
import { steeredWorld } from './steered-world.js'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const publicHex = Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url').toString('hex')

function open(house = fakeHouse(() => saying({ text: [spans('Hi')] }))) {
  const posted: { path: string; body: unknown }[] = []
  const rest = {
    post: async (path: string, { body }: { body: unknown }) => void posted.push({ path, body }),
    patch: async (path: string, { body }: { body: unknown }) => void posted.push({ path, body }),
    delete: async (path: string) => void posted.push({ path, body: 'deleted' }),
  } as unknown as REST
  const world = steeredWorld()
  const receiving = createReceiving({
    rest,
    uploads: rest,
    load: noFiles,
    world,
    log: recordingLog(),
    rendering: recordingRendering(),
  })
  receiving.begin(house)
  const hook = createHook({ publicKey: publicHex, rest, world, serve: receiving.call })
  const seconds = (offset = 0) => String(Math.floor(world.now() / 1000) + offset)
  const signed = (body: string, timestamp = seconds()) => ({
    'x-signature-timestamp': timestamp,
    'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
  })
  const send = (body: string, headers: Record<string, string> = signed(body)) =>
    hook.handle(headers, Buffer.from(body))
  return { hook, send, signed, seconds, posted, world, house, receiving }
}

const PING = JSON.stringify({ type: 1, id: sent.INTERACTION, application_id: sent.APPLICATION, version: 1 })

describe('signatures', () => {
  test('a ping that is signed gets a pong', async () => {
    const { send } = open()
    expect(await send(PING)).toEqual({ status: 200, body: '{"type":1}' })
  })

  test.each<[string, (kit: ReturnType<typeof open>) => Record<string, string>]>([
    ['no headers', () => ({})],
    ['no timestamp', ({ signed }) => ({ 'x-signature-ed25519': signed(PING)['x-signature-ed25519'] })],
    ['no signature', ({ seconds }) => ({ 'x-signature-timestamp': seconds() })],
    ['a signature of other words', ({ signed }) => signed(`${PING} `)],
    [
      'a signature of another second',
      ({ signed, seconds }) => ({ ...signed(PING), 'x-signature-timestamp': seconds(1) }),
    ],
    ['zeros', ({ signed }) => ({ ...signed(PING), 'x-signature-ed25519': '0'.repeat(128) })],
    ['too short', ({ signed }) => ({ ...signed(PING), 'x-signature-ed25519': 'ab' })],
    ['no hex', ({ signed }) => ({ ...signed(PING), 'x-signature-ed25519': 'g'.repeat(128) })],
    ['stale by five minutes', ({ signed, seconds }) => signed(PING, seconds(-302))],
    ['early by five minutes', ({ signed, seconds }) => signed(PING, seconds(302))],
    ['a timestamp that is none', ({ signed }) => signed(PING, 'now')],
    ['an endless timestamp', ({ signed }) => signed(PING, '9'.repeat(30))],
  ])('%s is 401, and nothing happens', async (_, headersOf) => {
    const kit = open()
    expect(await kit.send(PING, headersOf(kit))).toEqual({ status: 401 })
    expect(kit.house.calls).toHaveLength(0)
  })

  test('fresh within five minutes either way', async () => {
    const { send, signed, seconds } = open()
    expect((await send(PING, signed(PING, seconds(-299)))).status).toBe(200)
    expect((await send(PING, signed(PING, seconds(299)))).status).toBe(200)
  })

  test('the headers alone decide before the body is read', () => {
    const { hook, signed, seconds } = open()
    expect(hook.path).toBe('/hooks/discord')
    expect(hook.limitBytes).toBe(1_048_576)
    expect(hook.admits(signed('any'))).toBe(true)
    expect(hook.admits({})).toBe(false)
    expect(hook.admits({ ...signed('any'), 'x-signature-timestamp': seconds(-302) })).toBe(false)
    expect(hook.admits({ ...signed('any'), 'x-signature-ed25519': ['a', 'b'] as unknown as string })).toBe(
      false,
    )
  })

  test.each(['', 'xyz', 'ab'.repeat(31), `${'ab'.repeat(31)}zz`])('the public key %j is refused', (key) => {
    const { world } = open()
    expect(() => createHook({ publicKey: key, rest: {} as REST, world, serve: () => undefined })).toThrow(
      StartError,
    )
  })
})

describe('bodies', () => {
  test.each([
    ['no JSON', '{"type":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['an unknown type', '{"type":77}'],
    ['a broken interaction', JSON.stringify(sent.slash({ token: null }))],
    ['two hundred thousand brackets', '['.repeat(200_000)],
    ['bytes', '\u0000\ufffd'],
  ])('%s is 400 and the process lives', async (_, body) => {
    const { send } = open()
    expect(await send(body)).toEqual({ status: 400 })
    expect((await send(PING)).status).toBe(200)
  })

  test('an autocompletion gets no choices', async () => {
    const { send } = open()
    const reply = await send(JSON.stringify({ ...sent.slash(), type: 4 }))
    expect(reply).toEqual({ status: 200, body: '{"type":8,"data":{"choices":[]}}' })
  })
})

describe('answers', () => {
  test('in time: in the body', async () => {
    const { send, posted } = open()
    const reply = await send(JSON.stringify(sent.slash()))
    expect(reply.status).toBe(200)
    expect(JSON.parse(reply.body ?? '')).toMatchObject({ type: 4, data: { flags: 32_832 } })
    expect(posted).toEqual([])
  })

  test('a deferral goes by a request of its own, with 202, and the answer follows', async () => {
    let release: (answer: ReturnType<typeof saying>) => void = () => {}
    const house = fakeHouse(() => new Promise((resolve) => (release = resolve)))
    const { send, posted, world, receiving } = open(house)
    const reply = send(JSON.stringify(sent.slash()))
    await expect.poll(() => house.calls.length).toBe(1)
    world.pass(1500)
    expect(await reply).toEqual({ status: 202 })
    expect(posted).toMatchObject([
      { path: `/interactions/${sent.INTERACTION}/${sent.TOKEN}/callback`, body: { type: 5 } },
    ])
    release(saying({ text: [spans('done')] }))
    await receiving.empty()
    expect(posted[1]?.path).toBe(`/webhooks/${sent.APPLICATION}/${sent.TOKEN}/messages/%40original`)
  })

  test('nothing to say to a command: 202, thinking comes and goes', async () => {
    const { send, posted } = open(fakeHouse(() => undefined))
    expect(await send(JSON.stringify(sent.slash()))).toEqual({ status: 202 })
    expect(posted.map(({ body }) => body)).toMatchObject([{ type: 5 }, 'deleted'])
  })

  test('nothing to say to a press: in the body', async () => {
    const { send, posted } = open(fakeHouse(() => undefined))
    expect(await send(JSON.stringify(sent.press()))).toEqual({ status: 200, body: '{"type":6}' })
    expect(posted).toEqual([])
  })

  test('after the end: 503', async () => {
    const { send, receiving } = open()
    receiving.end()
    expect(await send(JSON.stringify(sent.slash()))).toEqual({ status: 503 })
  })
})
