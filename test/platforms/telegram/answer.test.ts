/**
 * The answer to a press when Telegram does not play along. Updates come by the webhook, calls go to a script.
 */

import { afterEach, describe, expect, test } from 'vitest'
import type { Platform } from '../../../src/interaction/platform.js'
import type { Answer } from '../../../src/interaction/view.js'
import type { Hook } from '../../../src/kit/hook.js'
import { createTelegram } from '../../../src/platforms/telegram/telegram.js'
import { noFiles } from '../../kit/files.js'
import {
  answerOf,
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

const ANA = { id: 5_000_000_005, is_bot: false, first_name: 'Ana', language_code: 'zh-hans' }
const GROUP = { id: -1001, type: 'supergroup', title: 'Moon' }
const CHOICE: Answer = answerOf({
  text: [words('Choose')],
  rows: [[{ kind: 'press', label: words('A'), press: { command: 'wallet', values: {} } }]],
})
const GONE: Answer = answerOf({ text: [words('Gone')], replace: true, audience: 'everyone' })

let server: ScriptedServer
let telegram: Platform & { hook?: Hook }
let log: RecordingLog
let world: ReturnType<typeof quickWorld>

async function begin(
  answer: Answer | undefined,
  script: (method: string, body: Record<string, unknown>, count: number) => ScriptedReply | undefined = () =>
    undefined,
) {
  log = recordingLog()
  world = quickWorld()
  server = await scriptedServer((method, body, count) =>
    body.chat_id === 0 ? failing(400, 'Bad Request: chat not found') : script(method, body, count),
  )
  const mode = { webhookUrl: 'https://bot.example.org/hooks/telegram', secret: 's'.repeat(32) }
  telegram = createTelegram({
    token: CANARY,
    apiRoot: server.root,
    mode,
    speech: fakeSpeech(),
    world,
    load: noFiles,
    log,
    order,
  })
  await telegram.start(
    fakeIntake(() => answer),
    () => {},
  )
  server.calls.length = 0
}

async function press(more: object = {}) {
  const message = { message_id: 7, date: 1, chat: GROUP }
  const query = { id: '99', from: ANA, chat_instance: '1', data: '1wallet', message, ...more }
  const reply = await telegram.hook?.handle(
    {},
    Buffer.from(JSON.stringify({ update_id: 1, callback_query: query })),
  )
  await telegram.stop()
  return reply?.body === undefined ? undefined : (JSON.parse(reply.body) as unknown)
}
const calls = () => server.calls.map(({ method }) => method)

afterEach(async () => {
  await telegram.close()
  await server.close()
  expect(log.text()).not.toContain(CANARY)
})

describe('an edit', () => {
  test('that comes too fast waits as long as Telegram says, when that is not long', async () => {
    await begin(GONE, (method, _, count) =>
      method === 'editMessageText' && count === 1
        ? failing(429, 'Too Many Requests: retry after 2', { retry_after: 2 })
        : undefined,
    )
    expect(await press()).toEqual({ method: 'answerCallbackQuery', callback_query_id: '99' })
    expect(calls()).toEqual(['editMessageText', 'editMessageText'])
    expect(world.slept).toEqual([2000])
    expect(log.lines.filter(({ level }) => level === 'warn')).toEqual([])
  })

  test('that would have to wait long is given up, and told', async () => {
    await begin(GONE, (method) =>
      method === 'editMessageText'
        ? failing(429, 'Too Many Requests: retry after 60', { retry_after: 60 })
        : undefined,
    )
    await press()
    expect(calls()).toEqual(['editMessageText'])
    expect(log.lines.at(-1)).toMatchObject({
      level: 'warn',
      message: 'the answer to a call could not be given',
      fields: { call: expect.stringMatching(/^update:\d+:1$/), message: 'delivery later' },
    })
  })

  test('whose answer is lost is made once more, as edits do no harm twice', async () => {
    await begin(GONE, (method, _, count) =>
      method === 'editMessageText' && count === 1 ? { body: 'cut' } : undefined,
    )
    await press()
    expect(calls()).toEqual(['editMessageText', 'editMessageText'])
  })

  test('in an ephemeral message names its receiver', async () => {
    await begin(GONE)
    await press({ message: { message_id: 0, ephemeral_message_id: 4, date: 1, chat: GROUP } })
    expect(server.calls).toMatchObject([
      {
        method: 'editEphemeralMessageText',
        body: { chat_id: -1001, receiver_user_id: ANA.id, ephemeral_message_id: 4, text: 'Gone' },
      },
    ])
  })
})

describe('a private answer', () => {
  test('names the press that lets it be sent, and ends the waiting when it is there', async () => {
    await begin(CHOICE)
    expect(await press()).toBeUndefined()
    expect(server.calls).toMatchObject([
      {
        method: 'sendMessage',
        body: {
          chat_id: -1001,
          ephemeral_message_parameters: { receiver_user_id: ANA.id, callback_query_id: '99' },
        },
      },
      { method: 'answerCallbackQuery', body: { callback_query_id: '99' } },
    ])
  })

  test('asking for words in a group comes anew, for an edit opens no reply field and only replies reach us', async () => {
    const field = { name: 'note', label: words('Note'), required: true }
    await begin(answerOf({ text: [words('Write')], replace: true, awaits: field, rows: CHOICE.view.rows }))
    await press({ message: { message_id: 0, ephemeral_message_id: 4, date: 1, chat: GROUP } })
    expect(server.calls).toMatchObject([
      {
        method: 'sendMessage',
        body: {
          ephemeral_message_parameters: { receiver_user_id: ANA.id, callback_query_id: '99' },
          reply_markup: { force_reply: true },
        },
      },
      { method: 'answerCallbackQuery' },
    ])
  })

  test('whose fate is unknown is not sent twice; a toast says the same', async () => {
    await begin(CHOICE, (method) => (method === 'sendMessage' ? { body: 'cut' } : undefined))
    await press()
    expect(server.calls).toMatchObject([
      { method: 'sendMessage' },
      {
        method: 'answerCallbackQuery',
        body: { text: 'Choose\ntelegram-toast-private', url: 'https://t.me/partner_bot?start=private' },
      },
    ])
  })

  test('in a topic that refuses it goes to the private chat', async () => {
    await begin(CHOICE, (method, body) =>
      method === 'sendMessage' && body.chat_id === -1001
        ? failing(400, 'Bad Request: TOPIC_CLOSED')
        : undefined,
    )
    await press({
      message: { message_id: 7, date: 1, chat: GROUP, message_thread_id: 5, is_topic_message: true },
    })
    expect(server.calls).toMatchObject([
      { method: 'sendMessage', body: { chat_id: -1001, message_thread_id: 5 } },
      { method: 'sendMessage', body: { chat_id: ANA.id } },
      { method: 'answerCallbackQuery' },
    ])
  })

  test('to a toast that comes too late is no trouble', async () => {
    await begin(CHOICE, (method) =>
      method === 'answerCallbackQuery'
        ? failing(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid')
        : undefined,
    )
    await press()
    expect(log.lines.at(-1)).toMatchObject({ level: 'debug', message: 'a press could not be answered' })
  })
})

test('a press under an inline-mode message is told that it has no place here', async () => {
  await begin(CHOICE)
  expect(await press({ message: undefined, inline_message_id: 'AgAAA' })).toEqual({
    method: 'answerCallbackQuery',
    callback_query_id: '99',
    text: 'zh-CN:telegram-not-here',
  })
  expect(calls()).toEqual([])
})

test('a public answer is posted where the button was', async () => {
  await begin(answerOf({ ...CHOICE.view, audience: 'everyone' }))
  expect(await press()).toEqual({ method: 'answerCallbackQuery', callback_query_id: '99' })
  expect(server.calls).toMatchObject([{ method: 'sendMessage', body: { chat_id: -1001, text: 'Choose' } }])
  expect(server.calls[0]?.body).not.toHaveProperty('ephemeral_message_parameters')
})

test('a view that cannot be rendered still ends the waiting, with what words there are', async () => {
  const press64 = { command: 'claim', values: { packet: 'p'.repeat(80) } }
  await begin(
    answerOf({ text: [words('Choose')], rows: [[{ kind: 'press', label: words('A'), press: press64 }]] }),
  )
  await press()
  expect(server.calls).toMatchObject([
    { method: 'answerCallbackQuery', body: { text: 'Choose\ntelegram-toast-private' } },
  ])
})
