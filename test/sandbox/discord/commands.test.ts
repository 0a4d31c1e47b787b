import { Routes } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { LOUNGE, restOf, startSandbox } from './client.js'
import { api } from './wire.js'

let sandbox: DiscordSandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

const path = (): string => `/applications/${sandbox.applicationId}/commands`
const guildPath = (): string => `/applications/${sandbox.applicationId}/guilds/800000000000001000/commands`
const valid = { name: 'wallet', description: 'Your balance' }
const option = (name: string, more: Record<string, unknown> = {}) => ({
  type: 3,
  name,
  description: 'd',
  ...more,
})

test('PUT replaces all commands, keeps the ids of those that stay, and GET gives them back', async () => {
  const rest = restOf(sandbox)
  const first = (await rest.put(Routes.applicationCommands(sandbox.applicationId), {
    body: [valid, { name: 'help', description: 'Help', description_localizations: { ru: 'Помощь' } }],
  })) as { id: string; name: string }[]
  const second = (await rest.put(Routes.applicationCommands(sandbox.applicationId), {
    body: [{ ...valid, description: 'Changed' }],
  })) as { id: string; name: string; description: string }[]
  expect(first.map(({ name }) => name)).toEqual(['wallet', 'help'])
  expect(second).toMatchObject([{ id: first[0]?.id, name: 'wallet', description: 'Changed' }])
  expect((await api(sandbox, 'GET', path())).body).toHaveLength(1)
})

test('POST creates with 201 and overwrites with 200; PATCH changes; DELETE removes', async () => {
  const made = await api(sandbox, 'POST', guildPath(), valid)
  expect(made.status).toBe(201)
  const { id } = made.body as { id: string }
  expect((await api(sandbox, 'POST', guildPath(), valid)).status).toBe(200)
  const changed = await api(sandbox, 'PATCH', `${guildPath()}/${id}`, { description: 'New' })
  expect(changed.body).toMatchObject({
    id,
    name: 'wallet',
    description: 'New',
    guild_id: '800000000000001000',
  })
  expect((await api(sandbox, 'DELETE', `${guildPath()}/${id}`)).status).toBe(204)
  expect((await api(sandbox, 'GET', `${guildPath()}/${id}`)).body).toEqual({
    message: 'Unknown application command',
    code: 10063,
  })
})

const long = (length: number): string => 'x'.repeat(length)
const wrong: [string, Record<string, unknown>, (string | number)[], string, string][] = [
  [
    'a name with capitals',
    { ...valid, name: 'Wallet' },
    ['name'],
    'APPLICATION_COMMAND_INVALID_NAME',
    'Command name is invalid',
  ],
  [
    'a name with a space',
    { ...valid, name: 'my wallet' },
    ['name'],
    'APPLICATION_COMMAND_INVALID_NAME',
    'Command name is invalid',
  ],
  [
    'a name of 33',
    { ...valid, name: long(33) },
    ['name'],
    'BASE_TYPE_BAD_LENGTH',
    'Must be between 1 and 32 in length.',
  ],
  [
    'a localized name with capitals',
    { ...valid, name_localizations: { ru: 'Кошелёк' } },
    ['name_localizations', 'ru'],
    'APPLICATION_COMMAND_INVALID_NAME',
    'Command name is invalid',
  ],
  ['no name', { description: 'x' }, ['name'], 'BASE_TYPE_REQUIRED', 'This field is required'],
  ['no description', { name: 'wallet' }, ['description'], 'BASE_TYPE_REQUIRED', 'This field is required'],
  [
    'a description of 101',
    { ...valid, description: long(101) },
    ['description'],
    'BASE_TYPE_BAD_LENGTH',
    'Must be between 1 and 100 in length.',
  ],
  [
    'an unknown option type',
    { ...valid, options: [{ ...option('a'), type: 12 }] },
    ['options', 0, 'type'],
    'UNION_TYPE_CHOICES',
    'Value of field "type" must be one of (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).',
  ],
  [
    'a required option after an optional one',
    { ...valid, options: [option('a'), option('b', { required: true })] },
    ['options', 1],
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    'Required options must be placed before non-required options',
  ],
  [
    '26 options',
    { ...valid, options: Array.from({ length: 26 }, (_, n) => option(`o${n}`)) },
    ['options'],
    'BASE_TYPE_MAX_LENGTH',
    'Must be 25 or fewer in length.',
  ],
  [
    '26 choices',
    {
      ...valid,
      options: [
        option('a', { choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })) }),
      ],
    },
    ['options', 0, 'choices'],
    'BASE_TYPE_MAX_LENGTH',
    'Must be 25 or fewer in length.',
  ],
  [
    'choices with autocomplete',
    { ...valid, options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] },
    ['options', 0, 'choices'],
    'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
    'Autocomplete and choices are mutually exclusive',
  ],
  [
    'text where a boolean belongs',
    { ...valid, options: [option('a', { required: 'yes' })] },
    ['options', 0, 'required'],
    'BOOLEAN_TYPE_CONVERT',
    'Must be either true or false.',
  ],
  [
    'more than 8000 characters',
    {
      ...valid,
      options: Array.from({ length: 25 }, (_, n) =>
        option(`o${n}`, {
          choices: Array.from({ length: 4 }, (_, m) => ({ name: `${m}`, value: `${m}${long(90)}` })),
        }),
      ),
    },
    [],
    'APPLICATION_COMMAND_TOO_LARGE',
    'Command exceeds maximum size (8000)',
  ],
]

describe.each(wrong)('%s', (_what, command, at, code, message) => {
  test('is refused at its place', async () => {
    const { status, body } = await api(sandbox, 'PUT', path(), [command])
    expect(status).toBe(400)
    const tree = [0, ...at].reduceRight<unknown>((below, step) => ({ [String(step)]: below }), {
      _errors: [{ code, message }],
    })
    expect(body).toEqual({ message: 'Invalid Form Body', code: 50035, errors: tree })
  })
})

test('a locale Discord does not know is refused', async () => {
  const { body } = await api(sandbox, 'POST', path(), { ...valid, name_localizations: { 'zh-hans': 'x' } })
  expect(body).toMatchObject({
    code: 50035,
    errors: { name_localizations: { 'zh-hans': { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } } },
  })
})

test('two commands of one name, and 101 commands, are refused', async () => {
  const twins = await api(sandbox, 'PUT', path(), [valid, valid])
  expect(twins.body).toMatchObject({
    errors: { 1: { _errors: [{ code: 'APPLICATION_COMMANDS_DUPLICATE_NAME' }] } },
  })
  const many = Array.from({ length: 101 }, (_, n) => ({ ...valid, name: `c${n}` }))
  expect((await api(sandbox, 'PUT', path(), many)).body).toMatchObject({ code: 30032 })
})

test('200 creates a day and no more', async () => {
  const batch = (name: string) => Array.from({ length: 100 }, (_, n) => ({ ...valid, name: `${name}${n}` }))
  expect((await api(sandbox, 'PUT', path(), batch('a'))).status).toBe(200)
  expect((await api(sandbox, 'PUT', path(), batch('b'))).status).toBe(200)
  expect((await api(sandbox, 'PUT', path(), batch('b'))).status).toBe(200)
  expect((await api(sandbox, 'PUT', path(), batch('c'))).body).toEqual({
    message: 'Maximum number of daily application command creates has been reached (200)',
    code: 30034,
  })
})

test('another application, and a guild the bot is not in, are refused', async () => {
  expect((await api(sandbox, 'GET', '/applications/1/commands')).body).toMatchObject({ code: 20012 })
  expect(
    (await api(sandbox, 'GET', `/applications/${sandbox.applicationId}/guilds/1/commands`)).body,
  ).toMatchObject({
    code: 50001,
  })
})

test('people are offered what they may use where they are, in their language', async () => {
  await api(sandbox, 'PUT', path(), [
    { ...valid, name_localizations: { 'zh-CN': '钱包' } },
    { name: 'treasury', description: 'Staff', default_member_permissions: String(1 << 5) },
    { name: 'here', description: 'Guild only', contexts: [0] },
  ])
  const names = (room: string, person: string): string[] =>
    (sandbox.commands(room, person) as { name: string }[]).map(({ name }) => name)
  expect(names(LOUNGE, 'ana')).toEqual(['wallet', 'here'])
  expect(names(LOUNGE, 'olivia')).toEqual(['wallet', 'treasury', 'here'])
  const dm = sandbox.rooms('mei').at(-1)?.id ?? ''
  expect(names(dm, 'mei')).toEqual(['wallet', 'treasury'])
  expect(sandbox.commands(dm, 'mei')[0]).toMatchObject({ name_localized: '钱包' })
})
