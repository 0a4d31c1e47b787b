import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GROUP, refusal, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

const list = (description: string) => [{ command: 'help', description }]
const shown = (person: string, room = GROUP) =>
  s.sandbox.commands(room, person).map((command) => (command as { description: string }).description)

describe('setMyCommands', () => {
  test('the narrowest scope wins, and in it the language', async () => {
    await s.api.setMyCommands(list('default'))
    expect(shown('ana')).toEqual(['default'])
    await s.api.setMyCommands(list('groups'), { scope: { type: 'all_group_chats' } })
    await s.api.setMyCommands(list('grupos'), { scope: { type: 'all_group_chats' }, language_code: 'es' })
    await s.api.setMyCommands(list('private'), { scope: { type: 'all_private_chats' } })
    expect([shown('ana'), shown('kofi'), shown('ana', String(s.id('ana')))]).toEqual([
      ['grupos'],
      ['groups'],
      ['private'],
    ])
    await s.api.setMyCommands(list('admins'), { scope: { type: 'all_chat_administrators' } })
    await s.api.setMyCommands(list('here'), { scope: { type: 'chat', chat_id: GROUP } })
    expect([shown('mei'), shown('kofi')]).toEqual([['here'], ['here']])
    await s.api.setMyCommands(list('staff here'), { scope: { type: 'chat_administrators', chat_id: GROUP } })
    const kofi = { type: 'chat_member', chat_id: GROUP, user_id: s.id('kofi') } as const
    await s.api.setMyCommands(list('for kofi'), { scope: kofi })
    expect([shown('mei'), shown('kofi'), shown('lena')]).toEqual([['staff here'], ['for kofi'], ['here']])
    await s.api.deleteMyCommands({ scope: kofi })
    expect(shown('kofi')).toEqual(['here'])
  })

  test('getMyCommands gives exactly one list', async () => {
    await s.api.setMyCommands([{ command: '/Help'.toLowerCase(), description: ' Shows help ' }], {
      language_code: 'en',
    })
    expect(await s.api.getMyCommands({ language_code: 'en' })).toEqual([
      { command: 'help', description: 'Shows help' },
    ])
    expect(await s.api.getMyCommands()).toEqual([])
    await s.api.setMyCommands([], { language_code: 'en' })
    expect(await s.api.getMyCommands({ language_code: 'en' })).toEqual([])
  })

  const long = Array.from({ length: 101 }, (_, n) => ({ command: `c${n}`, description: 'x' }))
  const cases: [string, object, string][] = [
    ['an upper-case name', { commands: [{ command: 'Help', description: 'x' }] }, 'BOT_COMMAND_INVALID'],
    ['no name', { commands: [{ command: '/', description: 'x' }] }, 'command must be non-empty'],
    [
      'a long name',
      { commands: [{ command: 'x'.repeat(33), description: 'x' }] },
      'command length must not exceed 32',
    ],
    [
      'no description',
      { commands: [{ command: 'a', description: ' ' }] },
      'command description must be non-empty',
    ],
    [
      'a long description',
      { commands: [{ command: 'a', description: 'x'.repeat(257) }] },
      'command description length must not exceed 256',
    ],
    ['101 commands', { commands: long }, 'BOT_COMMANDS_TOO_MUCH'],
    ['no list', { commands: {} }, 'expected an Array of BotCommand'],
    [
      'a command without description',
      { commands: [{ command: 'a' }] },
      'can\'t parse BotCommand: Can\'t find field "description"',
    ],
    [
      'a language of three letters',
      { commands: [], language_code: 'eng' },
      'invalid language code specified',
    ],
    [
      'an unknown scope',
      { commands: [], scope: { type: 'galaxy' } },
      "can't parse BotCommandScope: Unsupported type specified",
    ],
    [
      'a scope without chat',
      { commands: [], scope: { type: 'chat' } },
      'can\'t parse BotCommandScope: Can\'t find field "chat_id"',
    ],
    ['an unknown chat', { commands: [], scope: { type: 'chat', chat_id: -5 } }, 'chat not found'],
  ]
  test.each(cases)('refuses %s', async (_name, args, description) => {
    expect((await refusal(s.api.raw.setMyCommands(args as never))).description).toBe(
      `Bad Request: ${description}`,
    )
  })
})

describe('what the bot says about itself', () => {
  test('per language, falling back to the default', async () => {
    expect(await s.api.getMyName()).toEqual({ name: 'Community Partner (demo)' })
    await s.api.setMyName('Gifts')
    await s.api.setMyName('Подарки', { language_code: 'ru' })
    await s.api.setMyDescription('Long', { language_code: 'ru' })
    await s.api.setMyShortDescription('Short')
    expect(await s.api.getMyName({ language_code: 'ru' })).toEqual({ name: 'Подарки' })
    expect(await s.api.getMyName({ language_code: 'es' })).toEqual({ name: 'Gifts' })
    expect(await s.api.getMyDescription({ language_code: 'ru' })).toEqual({ description: 'Long' })
    expect(await s.api.getMyDescription()).toEqual({ description: '' })
    expect(await s.api.getMyShortDescription()).toEqual({ short_description: 'Short' })
    expect(s.sandbox.rooms('lena').at(-1)?.title).toBe('Подарки')
    expect((await refusal(s.api.setMyName('x'.repeat(65)))).description).toBe(
      'Bad Request: BOT_TITLE_INVALID',
    )
  })
})
