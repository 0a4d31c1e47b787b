/** What people set in the app, and what the bot and the others meet then. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Action, RoomFlag } from '../../../src/sandbox/contract.js'
import { FORUM, GROUP, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

const BOT = ['let-in', 'show-out', 'promote-bot', 'demote-bot'] as const
const PARTY = '-4000000001'
const act = (person: string, action: Action) => s.sandbox.act(person, action)
const done = { kind: 'none' }
const no = (code: string, values = {}) => ({ kind: 'impossible', reason: { code, ...values } })
const flags = (person: string, room: string, thread?: string): RoomFlag[] =>
  s.sandbox.rooms(person).find((one) => one.id === room && one.thread === thread)?.flags ?? []
const updates = () => s.api.getUpdates({ offset: 1 })

describe('of the chat with the bot', () => {
  const say = (text: string) => act('ana', { do: 'say', room: String(s.id('ana')), text })
  const ownFlags = () => flags('ana', String(s.id('ana')))

  test('it is not begun until somebody writes, and can be blocked then', async () => {
    expect(ownFlags()).toEqual(['not-begun'])
    expect(await act('ana', { do: 'block' })).toEqual(no('never-started'))
    await expect(s.api.sendMessage(s.id('ana'), 'x')).rejects.toThrow("can't initiate conversation")
    await say('hello')
    expect(ownFlags()).toEqual([])
    expect(await act('ana', { do: 'block' })).toEqual(done)
    expect(ownFlags()).toEqual(['blocked'])
    await expect(s.api.sendMessage(s.id('ana'), 'x')).rejects.toThrow('bot was blocked by the user')
    expect(await say('hello')).toEqual(no('bot-blocked'))
    expect(await act('ana', { do: 'unblock' })).toEqual(done)
    expect(await act('ana', { do: 'unblock' })).toEqual(no('not-blocked'))
    expect((await updates()).map(({ my_chat_member }) => my_chat_member?.new_chat_member.status)).toEqual([
      undefined,
      'kicked',
      'member',
    ])
  })

  test('a deleted account does nothing and takes nothing, until it is there again', async () => {
    expect(await act('ana', { do: 'restore-account' })).toEqual(no('not-deleted'))
    await say('hello')
    expect(await act('ana', { do: 'delete-account' })).toEqual(done)
    expect(ownFlags()).toEqual(['deleted'])
    await expect(s.api.sendMessage(s.id('ana'), 'x')).rejects.toThrow('user is deactivated')
    const deleted = no('account-deleted', { name: 'Ana Torres' })
    expect(await act('ana', { do: 'say', room: GROUP, text: 'x' })).toEqual(deleted)
    expect(await act('ana', { do: 'press', room: GROUP, message: 1, data: 'x' })).toEqual(deleted)
    expect(await act('ana', { do: 'restore-account' })).toEqual(done)
    expect(await say('again')).toEqual(done)
  })
})

describe('of a group', () => {
  test('only its administrators set anything', async () => {
    const actions: Action[] = [
      ...BOT.map((what) => ({ do: what, room: GROUP })),
      ...(['mute', 'unmute', 'upgrade'] as const).map((what) => ({ do: what, room: GROUP })),
      ...(['close-topic', 'open-topic'] as const).map((what) => ({ do: what, room: FORUM, thread: '7' })),
    ]
    for (const action of actions) {
      expect([action, await act('ana', action)]).toEqual([action, no('admins-only')])
    }
    expect(await act('mei', { do: 'mute', room: '-5' })).toEqual(no('no-group'))
    expect(await act('mei', { do: 'mute', room: String(s.id('mei')) })).toEqual(no('no-group'))
    expect(await updates()).toEqual([])
  })

  test('the bot is an ordinary member in privacy mode, an administrator, out and in again', async () => {
    expect(await act('mei', { do: 'demote-bot', room: GROUP })).toEqual(done)
    expect(flags('ana', GROUP)).toEqual(['bot-member'])
    await act('ana', { do: 'say', room: GROUP, text: 'talk' })
    await act('ana', { do: 'say', room: GROUP, text: '/help' })
    expect(await act('mei', { do: 'demote-bot', room: GROUP })).toEqual(done)
    expect(await act('mei', { do: 'promote-bot', room: GROUP })).toEqual(done)
    expect(await act('mei', { do: 'let-in', room: GROUP })).toEqual(no('bot-in-group'))
    expect(await act('mei', { do: 'show-out', room: GROUP })).toEqual(done)
    expect(flags('ana', GROUP)).toEqual(['bot-out'])
    expect(await act('mei', { do: 'promote-bot', room: GROUP })).toEqual(no('bot-not-in-group'))
    expect(await act('mei', { do: 'let-in', room: GROUP })).toEqual(done)
    const told = (await updates()).flatMap(({ message, my_chat_member }) => [
      my_chat_member?.new_chat_member.status ?? message?.text ?? [],
    ])
    expect(told.flat()).toEqual(['member', '/help', 'administrator', 'kicked', 'member'])
  })

  test('the owner makes somebody an administrator, and takes it back; of the bot’s groups it is told', async () => {
    await s.api.getUpdates({ allowed_updates: ['chat_member'] })
    expect(flags('mei', GROUP)).toEqual(['admin'])
    expect(await act('ana', { do: 'become-admin', room: GROUP })).toEqual(done)
    expect(flags('ana', GROUP)).toEqual(['admin'])
    expect(await act('ana', { do: 'mute', room: GROUP })).toEqual(done)
    expect(await act('ana', { do: 'unmute', room: GROUP })).toEqual(done)
    expect(await act('ana', { do: 'cease-admin', room: GROUP })).toEqual(done)
    expect(await act('ana', { do: 'cease-admin', room: GROUP })).toEqual(done)
    expect(await act('ana', { do: 'mute', room: GROUP })).toEqual(no('admins-only'))
    expect(flags('olivia', GROUP)).toEqual(['owner'])
    expect(await act('olivia', { do: 'cease-admin', room: GROUP })).toEqual(no('owner-stays'))
    expect(await act('ana', { do: 'become-admin', room: String(s.id('ana')) })).toEqual(no('no-group'))
    const told = (await updates()).map(({ chat_member: change }) => change)
    expect(told.map((one) => [one?.from.first_name, one?.new_chat_member.status])).toEqual([
      ['Olivia', 'administrator'],
      ['Olivia', 'member'],
    ])
  })

  test('only administrators write, and everybody again', async () => {
    expect(await act('mei', { do: 'mute', room: GROUP })).toEqual(done)
    expect(flags('ana', GROUP)).toEqual(['muted'])
    expect(await act('ana', { do: 'say', room: GROUP, text: 'x' })).toEqual(no('muted'))
    expect(await act('olivia', { do: 'say', room: GROUP, text: 'x' })).toEqual(done)
    expect(await act('mei', { do: 'unmute', room: GROUP })).toEqual(done)
    expect(await act('ana', { do: 'say', room: GROUP, text: 'x' })).toEqual(done)
  })

  test('a topic is closed for whoever is no administrator; General too', async () => {
    for (const thread of ['7', '1']) {
      const said = { do: 'say', room: FORUM, thread, text: 'x' } as const
      expect(await act('mei', { do: 'close-topic', room: FORUM, thread })).toEqual(done)
      expect(flags('ana', FORUM, thread)).toEqual(['closed'])
      expect(await act('ana', said)).toEqual(no('topic-closed'))
      expect(await act('olivia', said)).toEqual(done)
      expect(await act('mei', { do: 'open-topic', room: FORUM, thread })).toEqual(done)
      expect(await act('ana', said)).toEqual(done)
    }
    expect(await act('mei', { do: 'close-topic', room: FORUM, thread: '99' })).toEqual(no('topic-gone'))
  })

  test('a basic group becomes a supergroup once, and everybody is told', async () => {
    expect(flags('diego', PARTY)).toEqual(['basic'])
    expect(await act('mei', { do: 'upgrade', room: GROUP })).toEqual(no('no-basic-group'))
    expect(await act('mei', { do: 'upgrade', room: PARTY })).toEqual(done)
    expect(await act('mei', { do: 'upgrade', room: PARTY })).toEqual(no('upgraded'))
    const now = s.sandbox.rooms('diego').filter(({ title }) => title === 'Launch Party')
    expect(now).toMatchObject([{ members: 4 }])
    expect(now[0]).not.toHaveProperty('flags')
    const told = (await updates()).map(({ message }) => [
      message?.migrate_to_chat_id,
      message?.migrate_from_chat_id,
    ])
    expect(told).toEqual([
      [Number(now[0]?.id), undefined],
      [undefined, Number(PARTY)],
    ])
  })
})
