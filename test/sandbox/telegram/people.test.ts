import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoCommunity } from '../../../src/sandbox/community.js'
import type { Action, Community } from '../../../src/sandbox/contract.js'
import { FORUM, GROUP, refusal, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

const say = (person: string, text: string, more: Partial<Extract<Action, { do: 'say' }>> = {}) =>
  s.sandbox.act(person, { do: 'say', room: GROUP, text, ...more })
const updates = () => s.api.getUpdates({ offset: 1 })
const texts = async () => (await updates()).map((update) => update.message?.text)

describe('what the bot may read', () => {
  test('as an administrator everything', async () => {
    await say('ana', 'just talking')
    expect(await texts()).toEqual(['just talking'])
  })

  test('as a member, with privacy mode: commands, replies to it, service messages', async () => {
    s.sandbox.setBotStanding('olivia', GROUP, 'member')
    const own = await s.api.sendMessage(GROUP, 'ask me')
    await say('ana', 'just talking')
    await say('ana', '/help')
    await say('ana', 'look: /help@community_partner_demo_bot')
    await say('ana', '/help@another_bot')
    await say('ana', 'an answer', { replyTo: own.message_id })
    await s.sandbox.act('yuki', { do: 'leave', room: GROUP })
    const seen = (await updates())
      .slice(1)
      .map(({ message }) => message?.text ?? Object.keys(message ?? {}).at(-2))
    expect(seen).toEqual(['/help', 'look: /help@community_partner_demo_bot', 'an answer', 'left_chat_member'])
  })

  test('an edit is told as one', async () => {
    await say('ana', 'firts')
    s.sandbox.editMessage('ana', GROUP, 1, 'first')
    expect((await updates())[1]?.edited_message).toMatchObject({
      message_id: 1,
      text: 'first',
      edit_date: s.clock.now() / 1000,
    })
    expect(s.sandbox.editMessage('kofi', GROUP, 1, 'x')).toEqual({
      kind: 'impossible',
      reason: { code: 'own-only' },
    })
  })

  test('anonymous administrators speak as the group', async () => {
    s.sandbox.sayAnonymously('olivia', { do: 'say', room: GROUP, text: '/treasury' })
    expect((await updates())[0]?.message).toMatchObject({
      from: { id: 1_087_968_824, is_bot: true, username: 'GroupAnonymousBot' },
      sender_chat: { id: Number(GROUP), type: 'supergroup' },
      text: '/treasury',
    })
  })

  test('people are written as their apps send them', async () => {
    for (const person of ['mei', 'pavel', 'ana', 'kofi', 'crowd-3']) await say(person, 'x')
    const from = (await updates()).map((update) => update.message?.from)
    expect(from.map((user) => user?.language_code)).toEqual(['zh-hans', 'ru', 'es', 'en', 'es'])
    expect(from.map((user) => user?.is_premium)).toEqual([true, undefined, undefined, true, undefined])
    expect(from[0]).toMatchObject({ first_name: 'Mei', last_name: 'Lin 林梅', username: 'mei_demo' })
    expect(from[4]).toMatchObject({ id: 6_000_000_003, first_name: 'Member', last_name: '3' })
  })
})

describe('coming and going', () => {
  test('are service messages, and chat_member for an administrator that asks', async () => {
    await s.api.getUpdates({ allowed_updates: ['message', 'chat_member', 'my_chat_member'] })
    await s.sandbox.act('yuki', { do: 'join', room: FORUM })
    await s.sandbox.act('yuki', { do: 'leave', room: FORUM })
    expect(await updates()).toMatchObject([
      { chat_member: { old_chat_member: { status: 'left' }, new_chat_member: { status: 'member' } } },
      { message: { new_chat_members: [{ id: s.id('yuki') }] } },
      { chat_member: { old_chat_member: { status: 'member' }, new_chat_member: { status: 'left' } } },
      { message: { left_chat_member: { id: s.id('yuki') } } },
    ])
    s.sandbox.setBotStanding('olivia', FORUM, 'member')
    await s.sandbox.act('yuki', { do: 'join', room: FORUM })
    // A poll that repeats its offset within half a second gets one update only.
    s.clock.advance(500)
    const kinds = (await updates()).slice(4).map((update) => Object.keys(update)[1])
    expect(kinds).toEqual(['my_chat_member', 'message'])
  })

  test('promotions name who did it', async () => {
    await s.api.getUpdates({ allowed_updates: ['chat_member'] })
    expect(s.sandbox.promote('ana', GROUP, { by: 'kofi', standing: 'administrator' })).toEqual({
      kind: 'impossible',
      reason: { code: 'admins-only' },
    })
    s.sandbox.promote('ana', GROUP, { by: 'olivia', standing: 'administrator', anonymous: true })
    expect((await updates())[0]?.chat_member).toMatchObject({
      from: { id: s.id('olivia') },
      old_chat_member: { status: 'member' },
      new_chat_member: { status: 'administrator', is_anonymous: true },
    })
  })

  test('people outside see no room and cannot act in it', async () => {
    expect(s.sandbox.rooms('yuki').map((room) => room.id)).toEqual([GROUP, String(s.id('yuki'))])
    expect(await s.sandbox.act('yuki', { do: 'say', room: FORUM, text: 'x' })).toEqual({
      kind: 'impossible',
      reason: { code: 'not-in-chat', name: 'Yuki' },
    })
    expect(s.sandbox.history(FORUM, 'yuki')).toEqual([])
    expect(await s.sandbox.act('ana', { do: 'join', room: GROUP })).toMatchObject({ kind: 'impossible' })
    expect(await s.sandbox.act('ana', { do: 'join', room: '-5' })).toMatchObject({ kind: 'impossible' })
  })

  test('a forum is one room a topic', () => {
    expect(s.sandbox.rooms('ana')).toEqual([
      { id: GROUP, title: 'Moon Traders', kind: 'group', members: 850 },
      { id: FORUM, title: 'Traders Hispanos · General', kind: 'group', members: 12, thread: '1' },
      { id: FORUM, title: 'Traders Hispanos · Regalos', kind: 'group', members: 12, thread: '7' },
      {
        ...{ id: String(s.id('ana')), title: 'Community Partner (demo)', kind: 'private', members: 2 },
        flags: ['not-begun'],
      },
    ])
  })
})

describe('the private chat', () => {
  test('a deep link starts it; blocking and opening it again is told', async () => {
    await s.sandbox.act('ana', { do: 'open', payload: 'claim_5' })
    s.sandbox.setBlocked('ana', true)
    expect(await s.sandbox.act('ana', { do: 'say', room: String(s.id('ana')), text: 'hi' })).toEqual({
      kind: 'impossible',
      reason: { code: 'bot-blocked' },
    })
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    expect(await updates()).toMatchObject([
      {
        message: {
          text: '/start claim_5',
          entities: [{ type: 'bot_command', offset: 0, length: 6 }],
          chat: { id: s.id('ana'), type: 'private', first_name: 'Ana' },
        },
      },
      {
        my_chat_member: {
          old_chat_member: { status: 'member' },
          new_chat_member: { status: 'kicked', until_date: 0 },
        },
      },
      { my_chat_member: { new_chat_member: { status: 'member' } } },
      { message: { text: '/start' } },
    ])
    expect(await s.sandbox.act('ana', { do: 'open', payload: 'a b' })).toEqual({
      kind: 'impossible',
      reason: { code: 'link-invalid' },
    })
  })

  test('is nobody else’s', async () => {
    expect(await s.sandbox.act('kofi', { do: 'say', room: String(s.id('ana')), text: 'x' })).toMatchObject({
      kind: 'impossible',
    })
    expect(s.sandbox.history(String(s.id('ana')), 'kofi')).toEqual([])
  })

  test('a long text comes as several messages', async () => {
    await s.sandbox.act('ana', { do: 'say', room: String(s.id('ana')), text: 'x'.repeat(5_000) })
    expect((await texts()).map((text) => text?.length)).toEqual([4_096, 904])
  })

  test('Telegram has no modals', async () => {
    expect(await s.sandbox.act('ana', { do: 'submit', room: GROUP, modal: 'x', values: {} })).toMatchObject({
      ...{ kind: 'impossible', reason: { code: 'not-on-telegram' } },
    })
    await expect(s.sandbox.act('nobody', { do: 'open', payload: '' })).rejects.toMatchObject({
      reason: { code: 'no-person', name: 'nobody' },
    })
  })
})

describe('a group that becomes a supergroup', () => {
  /** The demo community with one basic group. */
  function withBasicGroup(): Community {
    const community = demoCommunity()
    const group = {
      key: 'old',
      platform: 'telegram',
      title: 'Old',
      room: '-777',
      admins: ['olivia'],
      language: 'en',
    }
    return { ...community, groups: [...community.groups, { ...group, platform: 'telegram' as const }] }
  }

  test('tells both chats, and the old one refuses with the new id', async () => {
    const stageOfOld = await stage({ community: withBasicGroup() })
    const { sandbox, api } = stageOfOld
    await sandbox.act('ana', { do: 'say', room: '-777', text: 'hello' })
    const { from, to } = sandbox.migrate('-777')
    expect(from).toBe(-777)
    expect(await api.getUpdates()).toMatchObject([
      { message: { chat: { id: -777, type: 'group' }, text: 'hello' } },
      { message: { chat: { id: -777 }, migrate_to_chat_id: to } },
      { message: { chat: { id: to, type: 'supergroup', title: 'Old' }, migrate_from_chat_id: -777 } },
    ])
    for (const call of [
      api.sendMessage(-777, 'x'),
      api.editMessageText(-777, 1, 'x'),
      api.getChatMemberCount(-777),
    ]) {
      expect(await refusal(call)).toMatchObject({
        error_code: 400,
        description: 'Bad Request: group chat was upgraded to a supergroup chat',
        parameters: { migrate_to_chat_id: to },
      })
    }
    expect(await api.sendMessage(to, 'x')).toMatchObject({ message_id: 2 })
    expect(sandbox.rooms('ana').map((room) => room.id)).toContain(String(to))
    expect(await sandbox.act('ana', { do: 'say', room: '-777', text: 'x' })).toMatchObject({
      ...{ kind: 'impossible', reason: { code: 'upgraded' } },
    })
    expect(() => sandbox.migrate(GROUP)).toThrow(`${GROUP} is no basic group`)
    await stageOfOld.close()
  })
})
