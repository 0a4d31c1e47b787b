import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SandboxEvent } from '../../../src/sandbox/contract.js'
import { GROUP, refusal, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

const described = async (call: Promise<unknown>) => (await refusal(call)).description
const to = (receiver: string, more: object = {}) => ({
  ephemeral_message_parameters: { receiver_user_id: s.id(receiver), ...more },
})
const seen = (person: string) =>
  s.sandbox.history(GROUP, person).map((message) => (message as { text?: string }).text)

async function card(): Promise<number> {
  const reply_markup = { inline_keyboard: [[{ text: 'Claim', callback_data: 'claim' }]] }
  return (await s.api.sendMessage(GROUP, 'card', { reply_markup })).message_id
}

async function pressed(person: string, message: number | string): Promise<string> {
  void s.sandbox.act(person, { do: 'press', room: GROUP, message, data: 'claim' })
  return (await s.api.getUpdates({ offset: -1 }))[0]?.callback_query?.id ?? ''
}

describe('an ephemeral message', () => {
  test('is seen by one person only and has an id of its own', async () => {
    const events: SandboxEvent[] = []
    s.sandbox.onEvent((event) => events.push(event))
    const sent = await s.api.sendMessage(GROUP, 'only you', to('ana'))
    expect(sent).toMatchObject({
      message_id: 0,
      ephemeral_message_id: 1,
      receiver_user: { id: s.id('ana') },
      from: { is_bot: true },
    })
    expect([seen('ana'), seen('kofi')]).toEqual([['only you'], []])
    expect(events[0]).toMatchObject({ kind: 'message', room: GROUP, onlyFor: 'ana' })
  })

  test('is changed and deleted by methods of its own', async () => {
    const { ephemeral_message_id = 0 } = await s.api.sendMessage(GROUP, 'one', to('ana'))
    const own = { chat_id: GROUP, receiver_user_id: s.id('ana'), ephemeral_message_id }
    expect(await s.api.raw.editEphemeralMessageText({ ...own, text: 'two' })).toBe(true)
    expect(seen('ana')).toEqual(['two'])
    expect(await described(s.api.raw.editEphemeralMessageText({ ...own, text: 'two' }))).toContain(
      'Bad Request: message is not modified',
    )
    const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] }
    expect(await s.api.raw.editEphemeralMessageReplyMarkup({ ...own, reply_markup })).toBe(true)
    const other = { ...own, receiver_user_id: s.id('kofi') }
    expect(await described(s.api.raw.editEphemeralMessageText({ ...other, text: 'x' }))).toBe(
      'Bad Request: message to edit not found',
    )
    expect(await described(s.api.raw.deleteEphemeralMessage(other))).toBe(
      'Bad Request: message to delete not found',
    )
    expect(await s.api.raw.deleteEphemeralMessage(own)).toBe(true)
    expect(seen('ana')).toEqual([])
    expect(await described(s.api.editMessageText(GROUP, 0, 'x'))).toBe(
      'Bad Request: message to edit not found',
    )
  })

  test('has buttons that only its reader presses, by its own name', async () => {
    const reply_markup = { inline_keyboard: [[{ text: 'Claim', callback_data: 'claim' }]] }
    const sent = await s.api.sendMessage(GROUP, 'yours', { ...to('ana'), reply_markup })
    const name = `e${s.id('ana')}.${sent.ephemeral_message_id}`
    expect(await s.sandbox.act('kofi', { do: 'press', room: GROUP, message: name, data: 'claim' })).toEqual({
      kind: 'impossible',
      reason: { code: 'message-gone' },
    })
    await pressed('ana', name)
    const [update] = await s.api.getUpdates({ offset: -1 })
    expect(update?.callback_query?.message).toMatchObject({ message_id: 0, ephemeral_message_id: 1 })
  })

  test('may stand in place of the message whose button was pressed', async () => {
    const message = await card()
    await s.api.sendMessage(GROUP, 'after')
    const callback_query_id = await pressed('ana', message)
    await s.api.sendMessage(
      GROUP,
      'your card',
      to('ana', { callback_query_id, replace_callback_query_message: true }),
    )
    expect([seen('ana'), seen('kofi')]).toEqual([
      ['your card', 'after'],
      ['card', 'after'],
    ])
  })
})

describe('the rules for them', () => {
  test('groups and members only', async () => {
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    expect(await described(s.api.sendMessage(s.id('ana'), 'x', to('ana')))).toBe(
      'Bad Request: ephemeral messages can be sent only to groups and supergroups',
    )
    await s.sandbox.act('ana', { do: 'leave', room: GROUP })
    expect(await described(s.api.sendMessage(GROUP, 'x', to('ana')))).toBe(
      'Bad Request: USER_NOT_PARTICIPANT',
    )
    const nobody = { ephemeral_message_parameters: { receiver_user_id: 4242 } }
    expect(await described(s.api.sendMessage(GROUP, 'x', nobody))).toBe('Bad Request: USER_NOT_PARTICIPANT')
    expect(
      await described(s.api.sendMessage(GROUP, 'x', { ephemeral_message_parameters: {} as never })),
    ).toBe('Bad Request: can\'t find field "receiver_user_id"')
  })

  test('a bot that is no administrator needs a press of that person, 15 seconds old at most', async () => {
    s.sandbox.setBotStanding('olivia', GROUP, 'member')
    const message = await card()
    expect(await described(s.api.sendMessage(GROUP, 'x', to('ana')))).toBe(
      'Bad Request: not enough rights to send ephemeral messages to the chat without a callback query',
    )
    const callback_query_id = await pressed('ana', message)
    expect(await described(s.api.sendMessage(GROUP, 'x', to('kofi', { callback_query_id })))).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    )
    await s.api.answerCallbackQuery(callback_query_id)
    s.clock.advance(15_000)
    expect(await s.api.sendMessage(GROUP, 'in time', to('ana', { callback_query_id }))).toMatchObject({
      message_id: 0,
    })
    s.clock.advance(1)
    expect(await described(s.api.sendMessage(GROUP, 'x', to('ana', { callback_query_id })))).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    )
  })

  test('what was pressed under an ephemeral message is not replaced', async () => {
    const reply_markup = { inline_keyboard: [[{ text: 'Claim', callback_data: 'claim' }]] }
    const sent = await s.api.sendMessage(GROUP, 'yours', { ...to('ana'), reply_markup })
    const callback_query_id = await pressed('ana', `e${s.id('ana')}.${sent.ephemeral_message_id}`)
    const again = to('ana', { callback_query_id, replace_callback_query_message: true })
    expect(await described(s.api.sendMessage(GROUP, 'x', again))).toBe(
      "Bad Request: an ephemeral message can't be replaced by a new ephemeral message",
    )
    expect(
      await described(s.api.sendMessage(GROUP, 'x', to('ana', { replace_callback_query_message: true }))),
    ).toBe('Bad Request: callback query identifier must be specified to replace its message')
  })

  test('an answer to one is one itself, seen by its author and the bot', async () => {
    const sent = await s.api.sendMessage(GROUP, 'How much?', to('ana'))
    const replyTo = `e${s.id('ana')}.${sent.ephemeral_message_id}`
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '50', replyTo })
    expect([seen('ana'), seen('kofi')]).toEqual([['How much?', '50'], []])
    const [update] = await s.api.getUpdates({ offset: -1 })
    expect(update?.message).toMatchObject({
      ...{ message_id: 0, text: '50', from: { id: s.id('ana') }, receiver_user: { is_bot: true } },
      reply_to_message: { ephemeral_message_id: sent.ephemeral_message_id },
    })
  })

  test('a public message answers none', async () => {
    await s.api.setMyCommands([{ command: 'wallet', description: 'Balance', is_ephemeral: true }])
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/wallet' })
    const [update] = await s.api.getUpdates({ offset: -1 })
    const ephemeral_message_id = update?.message?.ephemeral_message_id ?? 0
    for (const more of [{}, { allow_sending_without_reply: true }]) {
      const reply_parameters = { ephemeral_message_id, ...more }
      expect(await described(s.api.sendMessage(GROUP, 'for all', { reply_parameters }))).toBe(
        'Bad Request: a reply to an ephemeral message must be an ephemeral message',
      )
    }
    expect(seen('kofi')).toEqual([])
  })

  test('a command listed as ephemeral is seen by its author only, and answered within 15 seconds', async () => {
    s.sandbox.setBotStanding('olivia', GROUP, 'member')
    await s.api.setMyCommands([{ command: 'wallet', description: 'Balance', is_ephemeral: true }])
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/wallet' })
    expect([seen('ana'), seen('kofi')]).toEqual([['/wallet'], []])
    const [update] = await s.api.getUpdates({ offset: -1 })
    const incoming = update?.message
    expect(incoming).toMatchObject({
      message_id: 0,
      receiver_user: { is_bot: true },
      from: { id: s.id('ana') },
    })
    const reply_parameters = { ephemeral_message_id: incoming?.ephemeral_message_id ?? 0 }
    const answer = await s.api.sendMessage(GROUP, '5 USDT', { ...to('ana'), reply_parameters })
    expect(answer.message_id).toBe(0)
    s.clock.advance(15_001)
    expect(await described(s.api.sendMessage(GROUP, 'late', { ...to('ana'), reply_parameters }))).toBe(
      'Bad Request: ephemeral message is too old to be replied',
    )
  })
})

describe('a server of version 9.6', () => {
  beforeEach(async () => {
    await s.close()
    s = await stage({ apiVersion: '9.6' })
  })

  test('ignores what it does not know: the message becomes public', async () => {
    const sent = await s.api.sendMessage(GROUP, 'for everybody', to('ana'))
    expect(sent.message_id).toBe(1)
    expect(seen('kofi')).toEqual(['for everybody'])
  })

  test('does not know the newer methods, buttons and fields', async () => {
    const own = { chat_id: GROUP, receiver_user_id: 5, ephemeral_message_id: 1 }
    expect(await refusal(s.api.raw.deleteEphemeralMessage(own))).toMatchObject({
      error_code: 404,
      description: 'Not Found: method not found',
    })
    const reply_markup = { inline_keyboard: [[{ text: 'Claimed', disabled: {} }]] }
    expect(await described(s.api.sendMessage(GROUP, 'x', { reply_markup }))).toBe(
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    )
    await s.api.setMyCommands([{ command: 'wallet', description: 'x', is_ephemeral: true }])
    expect(await s.api.getMyCommands()).toEqual([{ command: 'wallet', description: 'x' }])
    expect(await s.api.getMe()).not.toHaveProperty('supports_join_request_queries')
    expect(await s.api.raw.setChatMemberTag({ chat_id: GROUP, user_id: s.id('ana'), tag: 'old' })).toBe(true)
  })
})
