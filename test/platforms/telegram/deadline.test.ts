/** One time for a delivery, however many requests it takes: it ends well before the courier's lease does. */

import { afterEach, expect, test } from 'vitest'
import type { Account, Place } from '../../../src/interaction/call.js'
import {
  DELIVERY_MS,
  type Delivery,
  DeliveryError,
  type DeliveryFailure,
  type Platform,
} from '../../../src/interaction/platform.js'
import type { Answer } from '../../../src/interaction/view.js'
import type { Hook } from '../../../src/kit/hook.js'
import { realWorld } from '../../../src/kit/world.js'
import { createTelegram } from '../../../src/platforms/telegram/telegram.js'
import { LEASE_MS } from '../../../src/scheduler/rows.js'
import { noFiles } from '../../kit/files.js'
import {
  answerOf,
  CANARY,
  type FakeIntake,
  failing,
  fakeIntake,
  fakeSpeech,
  order,
  quickWorld,
  recordingLog,
  type ScriptedReply,
  type ScriptedServer,
  SELF,
  scriptedServer,
  words,
} from './setup.js'

/** A second of ours is this many of the world's. */
const HASTE = 100
const GROUP = '-1001000000001'
const ana: Account = { platform: 'telegram', id: '5000000005', name: 'Ana', isBot: false, isAnonymous: false }
const group: Place = { platform: 'telegram', chat: GROUP, kind: 'group' }
const RECEIPT: Delivery = {
  key: 'k',
  place: group,
  recipient: ana,
  view: { text: [words('For you')] },
  locale: 'en',
}
const ADMIN = {
  body: {
    ok: true,
    result: {
      status: 'administrator',
      user: { id: SELF.id, is_bot: true, first_name: 'Partner', username: SELF.username },
    },
  },
}
const CLOSED = failing(403, "Forbidden: bot can't initiate conversation with a user")
const SILENCE: ScriptedReply = { body: 'silence' }

let server: ScriptedServer
let telegram: Platform & { hook?: Hook }
let intake: FakeIntake
const timers: { ms: number; task: () => void }[] = []

async function begin(script: Parameters<typeof scriptedServer>[0], answer?: Answer): Promise<void> {
  timers.length = 0
  server = await scriptedServer((method, body, count) =>
    body.chat_id === 0 ? failing(400, 'Bad Request: chat not found') : script(method, body, count),
  )
  const after = (ms: number, task: () => void) => {
    timers.push({ ms, task })
    return realWorld().after(ms / HASTE, task)
  }
  telegram = createTelegram({
    token: CANARY,
    apiRoot: server.root,
    mode: { webhookUrl: 'https://bot.example.org/hooks/telegram', secret: 's'.repeat(32) },
    speech: fakeSpeech(),
    world: { ...quickWorld(), after },
    load: noFiles,
    log: recordingLog(),
    order,
  })
  intake = fakeIntake(() => answer)
  await telegram.start(intake, () => {})
}

afterEach(async () => {
  await telegram.stop()
  await telegram.close()
  await server.close()
})

async function ends(delivery: Delivery): Promise<{ failure: DeliveryFailure; ms: number }> {
  const began = performance.now()
  const error: unknown = await telegram.deliver(delivery).then(
    () => expect.unreachable('it was delivered'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof DeliveryError)) throw error
  return { failure: error.failure, ms: (performance.now() - began) * HASTE }
}

const sentTo = () =>
  server.calls
    .filter(({ method, body }) => method === 'sendMessage' && body.chat_id !== 0)
    .map(({ body }) => String(body.chat_id))

test('a second way that stalls gets what the first one left of the time', async () => {
  await begin((method, { chat_id: chat }) => {
    if (method === 'getChatMember') return ADMIN
    if (method !== 'sendMessage') return undefined
    return String(chat) === ana.id ? { ...CLOSED, afterMs: (0.6 * DELIVERY_MS) / HASTE } : SILENCE
  })
  const { failure, ms } = await ends(RECEIPT)
  expect(sentTo()).toEqual([ana.id, GROUP])
  expect(failure).toMatchObject({ kind: 'unknown' })
  expect(ms).toBeGreaterThan(0.9 * DELIVERY_MS)
  expect(LEASE_MS - DELIVERY_MS).toBeGreaterThanOrEqual(15_000)
  expect(ms).toBeLessThan(1.5 * DELIVERY_MS)
})

test.each([
  ['an edit', { edit: '77', view: { text: [words('All')], audience: 'everyone' as const } }],
  [
    'a message for all',
    { recipient: undefined, view: { text: [words('All')], audience: 'everyone' as const } },
  ],
])('%s that stalls ends with it, in doubt', async (_, more) => {
  await begin((method) => (/^(send|edit)Message/.test(method) ? SILENCE : undefined))
  const { failure, ms } = await ends({ ...RECEIPT, ...more })
  expect(failure).toMatchObject({ kind: 'unknown' })
  expect(ms).toBeLessThan(1.5 * DELIVERY_MS)
})

test('what is not begun before it is over is not begun at all, and certainly not applied', async () => {
  await begin((method) => {
    // While it is asked whether the bot is an admin, which way to take.
    if (method === 'getChatMember') timers.find(({ ms }) => ms === DELIVERY_MS)?.task()
    return method === 'getChatMember' ? ADMIN : undefined
  })
  const { failure } = await ends(RECEIPT)
  expect(failure).toEqual({ kind: 'later', retryAfter: 1000, everything: false })
  expect(sentTo()).toEqual([])
})

const CHOICE: Answer = answerOf({
  text: [words('Choose')],
  rows: [[{ kind: 'press', label: words('A'), press: { command: 'wallet', values: {} } }]],
})

function presses(update: number): Promise<unknown> {
  const from = { id: Number(ana.id), is_bot: false, first_name: 'Ana' }
  const message = { message_id: 7, date: 1, chat: { id: Number(GROUP), type: 'supergroup', title: 'Moon' } }
  const query = { id: `${update}`, from, chat_instance: '1', data: '1wallet', message }
  const body = JSON.stringify({ update_id: update, callback_query: query })
  return Promise.resolve(telegram.hook?.handle({}, Buffer.from(body)))
}

const fates = () => intake.fates.map((line) => line.split(' ')[1])

test('the answer to a press has it too, over all its ways: then the one that is kept goes', async () => {
  await begin((method, { chat_id: chat }) => {
    if (method !== 'sendMessage') return undefined
    const isRefused = String(chat) === GROUP
    return isRefused
      ? { ...failing(400, 'Bad Request: TOPIC_CLOSED'), afterMs: (0.6 * DELIVERY_MS) / HASTE }
      : SILENCE
  }, CHOICE)
  const began = performance.now()
  await presses(1)
  expect(fates()).toEqual(['slow'])
  await expect.poll(fates, { timeout: 5_000, interval: 5 }).toEqual(['slow', 'lost'])
  expect((performance.now() - began) * HASTE).toBeLessThan(1.5 * DELIVERY_MS)
  expect(sentTo()).toEqual([GROUP, ana.id])
  expect(server.calls.map(({ method }) => method)).not.toContain('answerCallbackQuery')
})
