/** Each fault on each method by which the bot says something, as its own client meets it. */
import { GrammyError, HttpError } from 'grammy'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { realWorld } from '../../../src/kit/world.js'
import { type Client, createClient } from '../../../src/platforms/telegram/client.js'
import type { FaultId, SandboxEvent } from '../../../src/sandbox/contract.js'
import { createFaults, type Faults } from '../../../src/sandbox/faults.js'
import { GROUP, type Stage, stage } from './setup.js'

let s: Stage
/** The bot's own: what it cannot tell apart, nobody need to. */
let bot: Client
let faults: Faults
let calls: Extract<SandboxEvent, { kind: 'call' }>[]
beforeEach(async () => {
  faults = createFaults({ chance: () => 0, now: () => 0 })
  s = await stage({ faults })
  bot = createClient(s.sandbox.token, s.sandbox.root, realWorld())
  calls = []
  s.sandbox.onEvent((event) => event.kind === 'call' && calls.push(event))
})
afterEach(async () => {
  await bot.close()
  await s.close()
})

const texts = () => s.sandbox.history(GROUP, 'ana').map((seen) => (seen as { text?: string }).text)
const keyboard = { inline_keyboard: [[{ text: 'go', callback_data: 'go' }]] }

/** A call with an effect that can be seen. */
interface Prepared {
  call(): Promise<unknown>
  isDone(): boolean
}

const METHODS: Record<string, () => Promise<Prepared>> = {
  sendMessage: async () => ({
    call: () => bot.api.sendMessage({ chat_id: GROUP, text: 'new' }),
    isDone: () => texts().includes('new'),
  }),
  editMessageText: async () => {
    const { message_id } = await s.api.sendMessage(GROUP, 'old')
    return {
      call: () => bot.api.editMessageText({ chat_id: GROUP, message_id, text: 'new' }),
      isDone: () => texts().includes('new'),
    }
  },
  editEphemeralMessageText: async () => {
    const receiver_user_id = s.id('ana')
    const { ephemeral_message_id = 0 } = await s.api.sendMessage(GROUP, 'old', {
      ephemeral_message_parameters: { receiver_user_id },
    })
    const own = { chat_id: GROUP, receiver_user_id, ephemeral_message_id }
    return {
      call: () => bot.api.editEphemeralMessageText({ ...own, text: 'new' }),
      isDone: () => texts().includes('new'),
    }
  },
  deleteMessage: async () => {
    const { message_id } = await s.api.sendMessage(GROUP, 'old')
    return {
      call: () => bot.api.deleteMessage({ chat_id: GROUP, message_id }),
      isDone: () => !texts().includes('old'),
    }
  },
  answerCallbackQuery: async () => {
    const { message_id } = await s.api.sendMessage(GROUP, 'card', { reply_markup: keyboard })
    let seen = ''
    const press = { do: 'press', room: GROUP, message: message_id, data: 'go' } as const
    void s.sandbox.act('ana', press).then((outcome) => {
      seen = outcome.kind
    })
    const [update] = await s.api.getUpdates()
    const callback_query_id = update?.callback_query?.id ?? ''
    return {
      call: () => bot.api.answerCallbackQuery({ callback_query_id, text: 'yes' }),
      isDone: () => seen === 'toast',
    }
  },
}

interface Expected {
  fault: FaultId
  done: boolean
  /** How the call ends. */
  check(error: unknown): void
}

const refused =
  (code: number, more: object = {}) =>
  (error: unknown) => {
    expect(error).toBeInstanceOf(GrammyError)
    expect(error).toMatchObject({ error_code: code, ...more })
  }
const lost = (error: unknown) => expect(error).toBeInstanceOf(HttpError)

const EXPECTED: Expected[] = [
  {
    fault: 'telegram-limit',
    done: false,
    check: refused(429, {
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    }),
  },
  {
    fault: 'telegram-error-before',
    done: false,
    check: refused(500, { description: 'Internal Server Error' }),
  },
  { fault: 'telegram-error-after', done: true, check: lost },
  { fault: 'telegram-reset-before', done: false, check: lost },
  { fault: 'telegram-reset-after', done: true, check: lost },
]

describe.each(Object.keys(METHODS))('%s', (method) => {
  test.each(EXPECTED)('$fault', async ({ fault, done, check }) => {
    const prepared = await METHODS[method]?.()
    faults.set({ [fault]: 'next' })
    const error = await prepared?.call().then(
      () => undefined,
      (reason: unknown) => reason,
    )
    check(error)
    expect(prepared?.isDone()).toBe(done)
    expect(calls.at(-1)).toMatchObject({ method, ok: false, fault })
    expect(faults.answer().faults.find(({ id }) => id === fault)).toMatchObject({
      ...{ struck: 1, level: 'off', last: { on: method } },
    })
    await s.api.getMe()
  })

  test('telegram-stall', async () => {
    const prepared = await METHODS[method]?.()
    faults.set({ 'telegram-stall': 'next' })
    const timers = s.clock.timers()
    const call = prepared?.call()
    await vi.waitUntil(() => s.clock.timers() > timers)
    expect(prepared?.isDone()).toBe(false)
    s.clock.advance(8_000)
    await call
    expect(prepared?.isDone()).toBe(true)
    expect(calls.at(-1)).toMatchObject({ method, ok: true, fault: 'telegram-stall' })
  })
})

describe('who somebody is', () => {
  const member = (person: number) => s.api.getChatMember(GROUP, person)

  test('is not told to a bot that is no administrator, but of itself', async () => {
    faults.set({ 'telegram-unsure': 1 })
    expect(await member(s.id('ana'))).toMatchObject({ status: 'member' })
    s.sandbox.setBotStanding('olivia', GROUP, 'member')
    const error = await member(s.id('ana')).catch((reason: unknown) => reason)
    refused(400, { description: 'Bad Request: member list is inaccessible' })(error)
    expect(calls.at(-1)).toMatchObject({ method: 'getChatMember', ok: false, fault: 'telegram-unsure' })
    const { id } = await s.api.getMe()
    expect(await member(id)).toMatchObject({ status: 'member' })
    faults.allOff()
    expect(await member(s.id('ana'))).toMatchObject({ status: 'member' })
  })
})

describe('updates', () => {
  const say = (person: string, text: string) => s.sandbox.act(person, { do: 'say', room: GROUP, text })
  const take = async (offset: number) => {
    s.clock.advance(5_000)
    return s.api.getUpdates({ offset })
  }

  test('twice: under the same id, when the first has been confirmed', async () => {
    faults.set({ 'telegram-duplicate': 'next' })
    await say('ana', '/one')
    await say('ana', '/two')
    const first = await take(0)
    expect(first.map(({ message }) => message?.text)).toEqual(['/one', '/two'])
    const again = await take(first[1]?.update_id ?? 0)
    expect(again).toEqual(first)
  })

  test('late: numbered when it comes, and its lifetime began when it happened', async () => {
    const { message_id } = await s.api.sendMessage(GROUP, 'card', { reply_markup: keyboard })
    faults.set({ 'telegram-late': 'next' })
    const press = { do: 'press', room: GROUP, message: message_id, data: 'go' } as const
    void s.sandbox.act('ana', press)
    await say('kofi', '/soon')
    const [soon] = await s.api.getUpdates({ limit: 1 })
    expect(soon?.message?.text).toBe('/soon')
    s.clock.advance(5_000)
    expect(s.sandbox.pendingUpdates()).toBe(2)
    const all = await s.api.getUpdates({ limit: 2 })
    expect(all[1]?.update_id).toBe((soon?.update_id ?? 0) + 1)
    s.clock.advance(144_999)
    expect(s.sandbox.pendingUpdates()).toBe(2)
    s.clock.advance(1_000)
    expect(s.sandbox.pendingUpdates()).toBe(1)
  })

  test('overtaken by another chat, never within a chat', async () => {
    faults.set({ 'telegram-reorder': 'next' })
    await say('ana', '/first')
    await say('ana', '/second')
    await s.sandbox.act('kofi', { do: 'open', payload: '' })
    const seen = await take(0)
    expect(seen.map(({ message }) => message?.text)).toEqual(['/start', '/first', '/second'])
  })

  test('a poll can be struck like any call', async () => {
    faults.set({ 'telegram-reset-after': 'next' })
    await say('ana', '/one')
    await expect(bot.polls.getUpdates({})).rejects.toThrow(HttpError)
    expect((await take(0)).map(({ message }) => message?.text)).toEqual(['/one'])
  })
})
