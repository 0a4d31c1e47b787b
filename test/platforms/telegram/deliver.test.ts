import { afterEach, describe, expect, test } from 'vitest'
import type { Account, Place } from '../../../src/interaction/call.js'
import {
  type Delivery,
  DeliveryError,
  type DeliveryFailure,
  type Platform,
} from '../../../src/interaction/platform.js'
import type { View } from '../../../src/interaction/view.js'
import { createTelegram } from '../../../src/platforms/telegram/telegram.js'
import { ApiRefusal } from '../../../src/sandbox/telegram/refusal.js'
import { noFiles } from '../../kit/files.js'
import {
  CANARY,
  failing,
  fakeIntake,
  fakeSpeech,
  order,
  quickWorld,
  type RecordingLog,
  recordingLog,
  type ScriptedReply,
  type ScriptedServer,
  scriptedServer,
  words,
} from './setup.js'
import { FORUM, GROUP, privateRoom, type Stage, type StageOptions, stage } from './stage.js'

const ANA: Account = { platform: 'telegram', id: '5000000005', name: 'Ana', isBot: false, isAnonymous: false }
const place = (chat: string, more: Partial<Place> = {}): Place => ({
  platform: 'telegram',
  chat,
  kind: Number(chat) < 0 ? 'group' : 'private',
  ...more,
})
const PUBLIC: View = { text: [words('For all')], audience: 'everyone' }
const RECEIPT: View = { text: [words('For you')] }
const delivery = (more: Partial<Delivery> = {}): Delivery => ({
  key: 'k',
  place: place(GROUP),
  view: PUBLIC,
  locale: 'en',
  ...more,
})

async function failureOf(sending: Promise<unknown>): Promise<DeliveryFailure> {
  const error: unknown = await sending.then(
    () => new Error('it was delivered'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof DeliveryError)) throw error
  expect(JSON.stringify([error.message, error.stack, error.failure, error.cause])).not.toContain(CANARY)
  return error.failure
}

describe('in the sandbox', () => {
  let s: Stage
  const begin = async (options?: StageOptions) => {
    s = await stage(options)
    await s.start()
  }
  const send = (more?: Partial<Delivery>) => s.telegram.deliver(delivery(more))
  const texts = (person: string, room: string) =>
    s.sandbox.history(room, person).map((message) => (message as { text?: string }).text)
  afterEach(async () => {
    await s.close()
    expect(s.log.text()).not.toContain(CANARY)
  })

  test('a message for all goes to its place and names itself', async () => {
    await begin()
    const { message } = await send()
    expect(s.last('kofi', GROUP)).toMatchObject({ message_id: Number(message), text: 'For all' })
  })

  test('a topic is kept; a deleted one means General', async () => {
    await begin()
    await send({ place: place(FORUM, { thread: '7' }) })
    expect(s.last('kofi', FORUM)).toMatchObject({ message_thread_id: 7 })
    await send({ place: place(FORUM, { thread: '99' }), view: { ...PUBLIC, text: [words('Lost topic')] } })
    expect(s.last('kofi', FORUM)).toMatchObject({ text: 'Lost topic' })
    expect(s.last('kofi', FORUM)).not.toHaveProperty('message_thread_id')
  })

  test('it answers a message, also one that is gone', async () => {
    await begin()
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/help' })
    const [call] = await s.called(1)
    await send({ replyTo: call?.message })
    expect(s.last('kofi', GROUP)).toMatchObject({ reply_to_message: { text: '/help' } })
    await send({ replyTo: '9999', view: { ...PUBLIC, text: [words('Alone')] } })
    expect(s.last('kofi', GROUP)).toMatchObject({ text: 'Alone' })
  })

  test('it answers no ephemeral message: only ephemeral ones may', async () => {
    await begin()
    const { message: secret } = await send({ recipient: ANA, view: RECEIPT })
    expect(secret).toMatch(/^e5000000005:\d+$/)
    await send({ replyTo: secret, view: { ...PUBLIC, text: [words('Everybody, look')] } })
    expect(s.last('kofi', GROUP)).toMatchObject({ text: 'Everybody, look' })
    expect(s.last('kofi', GROUP)).not.toHaveProperty('reply_to_message')
  })

  test('who is gone cannot be reached; where it may not write it is forbidden', async () => {
    await begin()
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    s.sandbox.setDeactivated('ana', true)
    expect(await failureOf(send({ place: place(privateRoom(s, 'ana')) }))).toEqual({
      kind: 'unreachable',
      detail: '403 Forbidden: user is deactivated',
    })
    s.sandbox.setBotStanding('olivia', GROUP, 'member')
    s.sandbox.setMuted(GROUP, true)
    expect(await failureOf(send())).toEqual({
      kind: 'forbidden',
      detail: '400 Bad Request: not enough rights to send text messages to the chat',
    })
    s.sandbox.setBotStanding('olivia', FORUM, 'member')
    s.sandbox.setTopicClosed(FORUM, 7, true)
    expect(await failureOf(send({ place: place(FORUM, { thread: '7' }) }))).toEqual({
      kind: 'forbidden',
      detail: '400 Bad Request: TOPIC_CLOSED',
    })
  })

  test('an edit changes the message; one that changes nothing is fine; one of nothing is gone', async () => {
    await begin()
    const { message } = await send()
    const changed = { edit: message, view: { ...PUBLIC, text: [words('Changed')] } }
    expect(await send(changed)).toEqual({ message })
    expect(await send(changed)).toEqual({ message })
    expect(s.last('kofi', GROUP)).toMatchObject({ text: 'Changed' })
    expect(await failureOf(send({ edit: '9999' }))).toEqual({
      kind: 'gone',
      detail: '400 Bad Request: message to edit not found',
    })
    expect(await failureOf(send({ edit: 'nonsense' }))).toMatchObject({ kind: 'invalid' })
  })

  describe('a receipt', () => {
    test('is seen by one person in the group where the bot is an admin, and can be edited there', async () => {
      await begin()
      await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/wallet' })
      const [call] = await s.called(1)
      const { message } = await send({ recipient: ANA, view: RECEIPT, replyTo: call?.message })
      expect(message).toMatch(/^e5000000005:\d+$/)
      expect(texts('ana', GROUP)).toContain('For you')
      expect(texts('kofi', GROUP)).not.toContain('For you')
      await send({ recipient: ANA, edit: message, view: { text: [words('Still for you')] } })
      expect(texts('ana', GROUP)).toContain('Still for you')
      expect(texts('kofi', GROUP)).not.toContain('Still for you')
    })

    test('goes to the private chat where the bot is a plain member, and can be edited there', async () => {
      await begin()
      s.sandbox.setBotStanding('olivia', GROUP, 'member')
      await s.sandbox.act('ana', { do: 'open', payload: '' })
      await s.called(1)
      const { message } = await send({ recipient: ANA, view: RECEIPT })
      expect(message).toMatch(/^5000000005:\d+$/)
      expect(texts('ana', privateRoom(s, 'ana'))).toContain('For you')
      expect(texts('ana', GROUP)).not.toContain('For you')
      await send({ recipient: ANA, edit: message, view: { text: [words('Still for you')] } })
      expect(s.last('ana', privateRoom(s, 'ana'))).toMatchObject({ text: 'Still for you' })
    })

    test('without any private way is a hint under the person’s own message', async () => {
      await begin({ sandbox: { apiVersion: '9.6' } })
      await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/wallet' })
      const [call] = await s.called(1)
      const sending = send({ recipient: ANA, view: RECEIPT, replyTo: call?.message })
      // Not delivered: a hint alone would lose what may tell of money.
      expect(await failureOf(sending)).toMatchObject({ kind: 'waits' })
      expect(s.last('kofi', GROUP)).toMatchObject({
        text: 'telegram-private-hint',
        reply_to_message: { text: '/wallet' },
        reply_markup: {
          inline_keyboard: [
            [{ text: 'telegram-open-private', url: 'https://t.me/community_partner_demo_bot?start=private' }],
          ],
        },
      })
      expect(texts('kofi', GROUP)).not.toContain('For you')
    })

    test('that answers nothing and reaches nobody fails instead of making noise', async () => {
      await begin({ sandbox: { apiVersion: '9.6' } })
      expect(await failureOf(send({ recipient: ANA, view: RECEIPT }))).toEqual({
        kind: 'unreachable',
        detail: "403 Forbidden: bot can't initiate conversation with a user",
      })
    })

    test('for one’s own private chat stays there', async () => {
      await begin()
      await s.sandbox.act('ana', { do: 'open', payload: '' })
      await s.called(1)
      const { message } = await send({ place: place(ANA.id), recipient: ANA, view: RECEIPT })
      expect(message).toMatch(/^\d+$/)
      expect(s.last('ana', privateRoom(s, 'ana'))).toMatchObject({ text: 'For you' })
    })

    test('that answers nothing goes to the private chat first: an ephemeral one may be lost on the way', async () => {
      await begin()
      await s.sandbox.act('ana', { do: 'open', payload: '' })
      await s.called(1)
      expect((await send({ recipient: ANA, view: RECEIPT })).message).toMatch(/^5000000005:\d+$/)
      s.sandbox.setBlocked('ana', true)
      expect((await send({ recipient: ANA, view: RECEIPT })).message).toMatch(/^e5000000005:\d+$/)
    })

    test('answers an ephemeral command where it was given', async () => {
      await begin()
      s.sandbox.setBotStanding('olivia', GROUP, 'member')
      const commands = [{ command: 'wallet', description: 'x', is_ephemeral: true }]
      await fetch(`${s.sandbox.root}/bot${CANARY}/setMyCommands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ commands }),
      })
      await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/wallet' })
      const [call] = await s.called(1)
      expect(call).toMatchObject({
        request: { command: 'wallet' },
        message: expect.stringMatching(/^e5000000005:\d+$/),
      })
      const { message } = await send({ recipient: ANA, view: RECEIPT, replyTo: call?.message })
      expect(message).toMatch(/^e5000000005:\d+$/)
      expect(texts('ana', GROUP)).toContain('For you')
      expect(texts('kofi', GROUP)).not.toContain('For you')
    })
  })

  test('a view for one person is never posted to a group', async () => {
    await begin()
    expect(await failureOf(send({ view: RECEIPT }))).toEqual({
      kind: 'invalid',
      detail: 'a private view for a group names no recipient',
    })
    const { message } = await send()
    expect(await failureOf(send({ view: RECEIPT, edit: message }))).toMatchObject({ kind: 'invalid' })
    expect(texts('kofi', GROUP)).not.toContain('For you')
  })

  test('a chat that became a supergroup has moved', async () => {
    await begin({
      sandbox: {
        fault: (phase, method) =>
          phase === 'before' && method === 'sendMessage' && s ? migrated() : undefined,
      },
    })
    expect(await failureOf(send())).toEqual({ kind: 'moved', to: '-1009' })
  })

  const migrated = () =>
    Promise.reject(
      new ApiRefusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: -1009,
      }),
    )

  test('somebody who blocked the bot is unreachable', async () => {
    await begin()
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    await s.called(1)
    s.sandbox.setBlocked('ana', true)
    expect(await failureOf(send({ place: place(ANA.id), view: RECEIPT }))).toEqual({
      kind: 'unreachable',
      detail: '403 Forbidden: bot was blocked by the user',
    })
  })

  test('a group that showed the bot out is unreachable', async () => {
    await begin()
    s.sandbox.setBotStanding('olivia', GROUP, 'kicked')
    expect(await failureOf(send())).toMatchObject({
      kind: 'unreachable',
      detail: '403 Forbidden: bot was kicked from the supergroup chat',
    })
  })

  test('a chat that never was is unreachable', async () => {
    await begin()
    expect(await failureOf(send({ place: place('-77') }))).toEqual({
      kind: 'unreachable',
      detail: '400 Bad Request: chat not found',
    })
  })

  test('too many messages in one chat wait as long as Telegram says', async () => {
    await begin({ sandbox: { limits: { groupPerMinute: 2, chatPerSecond: Number.POSITIVE_INFINITY } } })
    await send()
    await send()
    const failure = await failureOf(send())
    expect(failure).toMatchObject({ kind: 'later', everything: false })
    expect(failure.kind === 'later' && failure.retryAfter).toBeGreaterThan(50_000)
  })
})

describe('with a server that misbehaves', () => {
  let server: ScriptedServer
  let telegram: Platform
  let log: RecordingLog

  async function begin(
    script: (method: string, body: Record<string, unknown>, count: number) => ScriptedReply | undefined,
    abilities = {},
  ) {
    log = recordingLog()
    server = await scriptedServer((method, body, count) =>
      body.chat_id === 0 ? failing(400, 'Bad Request: chat not found') : script(method, body, count),
    )
    telegram = createTelegram({
      token: CANARY,
      apiRoot: server.root,
      mode: { webhookUrl: 'https://bot.example.org/hooks/telegram', secret: 's'.repeat(32) },
      speech: fakeSpeech(),
      world: quickWorld(),
      load: noFiles,
      log,
      order,
      abilities,
    })
    await telegram.start(
      fakeIntake(() => undefined),
      () => {},
    )
  }
  const sends = () =>
    server.calls
      .filter(({ method, body }) => method === 'sendMessage' && body.chat_id !== 0)
      .map(({ body }) => body)
  const always = (reply: ScriptedReply) => (method: string) => (method === 'sendMessage' ? reply : undefined)

  afterEach(async () => {
    await telegram.stop()
    await telegram.close()
    await server.close()
    expect(log.text()).not.toContain(CANARY)
  })

  test('setWebhook says all that it must', async () => {
    await begin(() => undefined)
    expect(server.calls.find(({ method }) => method === 'setWebhook')?.body).toEqual({
      url: 'https://bot.example.org/hooks/telegram',
      secret_token: 's'.repeat(32),
      max_connections: 100,
      allowed_updates: ['message', 'callback_query', 'my_chat_member', 'chat_member'],
    })
  })

  test.each<[string, ScriptedReply, DeliveryFailure]>([
    [
      '429',
      failing(429, 'Too Many Requests: retry after 3', { retry_after: 3 }),
      { kind: 'later', retryAfter: 3000, everything: false },
    ],
    [
      '500 in JSON',
      failing(500, 'Internal Server Error: Request aborted'),
      { kind: 'later', retryAfter: 1000, everything: false },
    ],
    [
      '502 in HTML',
      { status: 502, body: '<html>Bad Gateway</html>' },
      { kind: 'unknown', detail: 'network: SyntaxError' },
    ],
    [
      'half an answer',
      { status: 200, body: '{"ok":true,"resu' },
      { kind: 'unknown', detail: 'network: SyntaxError' },
    ],
    ['a cut connection', { body: 'cut' }, { kind: 'unknown', detail: 'network: UND_ERR_SOCKET' }],
    ['401', failing(401, 'Unauthorized'), { kind: 'unauthorised', detail: '401 Unauthorized' }],
    [
      'another 400',
      failing(400, 'Bad Request: message is too long'),
      { kind: 'invalid', detail: '400 Bad Request: message is too long' },
    ],
    [
      'a proxy that quotes the path',
      failing(400, `Cannot POST /bot${CANARY}/sendMessage`),
      { kind: 'invalid', detail: '400 Cannot POST /bot<token>/sendMessage' },
    ],
  ])('%s', async (_, reply, failure) => {
    await begin(always(reply))
    expect(await failureOf(telegram.deliver(delivery()))).toEqual(failure)
    expect(sends()).toHaveLength(1)
  })

  test('a busy group is no reason to send people to a private chat they have not begun', async () => {
    await begin((method, body) => {
      if (method === 'getChatMember') return { body: { ok: true, result: { status: 'administrator' } } }
      if (method !== 'sendMessage') return undefined
      return body.chat_id === Number(ANA.id)
        ? failing(403, "Forbidden: bot can't initiate conversation with a user")
        : failing(429, 'Too Many Requests: retry after 20', { retry_after: 20 })
    })
    // The courier comes again when Telegram says; a hint would be one more message where there is no room.
    const answer = delivery({ recipient: ANA, view: RECEIPT, replyTo: '7' })
    expect(await failureOf(telegram.deliver(answer))).toMatchObject({ kind: 'later', retryAfter: 20_000 })
    expect(sends().map((body) => body.chat_id)).toEqual([Number(GROUP), Number(ANA.id)])
  })

  test('nobody listening was certainly not applied', async () => {
    await begin(() => undefined)
    await server.close()
    // The first may still meet the connection that just ended.
    await failureOf(telegram.deliver(delivery()))
    expect(await failureOf(telegram.deliver(delivery()))).toEqual({
      kind: 'later',
      retryAfter: 5000,
      everything: true,
    })
    server = await scriptedServer(() => undefined)
  })

  test('a view that cannot be rendered is our mistake and sends nothing', async () => {
    await begin(() => undefined)
    const press = { command: 'claim', values: { packet: 'p'.repeat(80) } }
    const view: View = { ...PUBLIC, rows: [[{ kind: 'press', label: words('x'), press }]] }
    expect(await failureOf(telegram.deliver(delivery({ view })))).toEqual({
      kind: 'invalid',
      detail: 'a button of claim takes 87 bytes of 64',
    })
    expect(sends()).toEqual([])
  })

  test('a server that lacks what was forced is believed, once and for all', async () => {
    const complaint = failing(
      400,
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    )
    await begin((method, body) =>
      method === 'sendMessage' && JSON.stringify(body).includes('disabled":{}') ? complaint : undefined,
    )
    const disabled: View = {
      ...PUBLIC,
      rows: [
        [{ kind: 'press', label: words('x'), press: { command: 'wallet', values: {} }, disabled: true }],
      ],
    }
    await telegram.deliver(delivery({ view: disabled }))
    await telegram.deliver(delivery({ view: disabled }))
    expect(sends().map(({ reply_markup }) => JSON.stringify(reply_markup))).toEqual([
      '{"inline_keyboard":[[{"text":"x","disabled":{}}]]}',
      '{"inline_keyboard":[[{"text":"x","callback_data":"1wallet"}]]}',
      '{"inline_keyboard":[[{"text":"x","callback_data":"1wallet"}]]}',
    ])
  })

  test('an ephemeral message that came out public is taken back and sent privately', async () => {
    const posted = {
      body: { ok: true, result: { message_id: 55, date: 1, chat: { id: -1, type: 'supergroup' } } },
    }
    await begin((method, body) => {
      if (method === 'getChatMember') return { body: { ok: true, result: { status: 'administrator' } } }
      return method === 'sendMessage' && body.ephemeral_message_parameters ? posted : undefined
    })
    const answer = delivery({ recipient: ANA, view: RECEIPT, replyTo: '9' })
    const sent = await telegram.deliver(answer)
    expect(sent).toEqual({ message: '5000000005:77' })
    expect(server.calls.find(({ method }) => method === 'deleteMessage')?.body).toEqual({
      chat_id: Number(GROUP),
      message_id: 55,
    })
    await telegram.deliver(answer)
    expect(sends().map(({ chat_id }) => chat_id)).toEqual([Number(GROUP), 5_000_000_005, 5_000_000_005])
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'error' }))
  })

  test('a lost answer to an ephemeral message is not repeated in private', async () => {
    await begin((method) => {
      if (method === 'getChatMember') return { body: { ok: true, result: { status: 'administrator' } } }
      return method === 'sendMessage' ? { body: 'cut' } : undefined
    })
    expect(
      await failureOf(telegram.deliver(delivery({ recipient: ANA, view: RECEIPT, replyTo: '9' }))),
    ).toMatchObject({
      kind: 'unknown',
    })
    expect(sends()).toHaveLength(1)
  })
})
