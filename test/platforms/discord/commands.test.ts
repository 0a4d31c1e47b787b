import { describe, expect, test } from 'vitest'
import type { Listing } from '../../../src/interaction/platform.js'
import { isRegistered, renderCommands } from '../../../src/platforms/discord/commands.js'
import { check } from '../../../src/sandbox/discord/rules/check.js'
import { commandsRule } from '../../../src/sandbox/discord/rules/command.js'

const four = (en: string, zh: string, ru: string, es: string) => ({ en, 'zh-CN': zh, ru, es })

const redpacket: Listing = {
  name: 'redpacket',
  scope: 'group',
  description: four('Give a red packet', '发红包', 'Дать конверт', 'Dar un sobre'),
  arguments: [
    {
      name: 'note',
      type: 'text',
      required: false,
      label: four('note', '留言', 'записка', 'nota'),
      description: four('A word', '一句话', 'Слово', 'Una palabra'),
      maxLength: 200,
    },
    {
      name: 'shares',
      type: 'integer',
      required: true,
      label: four('shares', '份数', 'доли', 'partes'),
      description: four('How many', '多少份', 'Сколько', 'Cuántas'),
      min: 1,
      max: 1000,
    },
    {
      name: 'split',
      type: 'choice',
      required: false,
      label: four('split', '方式', 'Делёж!', 'Reparto'),
      description: four('How', '怎么分', 'Как', 'Cómo'),
      choices: [{ value: 'lucky', label: four('Lucky', '手气', 'Удача', 'Suerte') }],
    },
    {
      name: 'quiet',
      type: 'flag',
      required: false,
      label: four('quiet', '安静', 'тихо', 'callado'),
      description: four('No ping', '不提醒', 'Без звука', 'Sin aviso'),
    },
  ],
}
const help: Listing = {
  name: 'help',
  scope: 'everywhere',
  description: four('Help', '帮助', 'Помощь', 'Ayuda'),
  arguments: [],
}

describe('a listing', () => {
  const [command] = renderCommands([redpacket], 'en')

  test('is a command in every language of ours', () => {
    expect(command).toMatchObject({
      type: 1,
      name: 'redpacket',
      description: 'Give a red packet',
      contexts: [0],
      integration_types: [0],
    })
    expect(command?.description_localizations).toEqual({
      'en-US': 'Give a red packet',
      'en-GB': 'Give a red packet',
      'zh-CN': '发红包',
      'zh-TW': '发红包',
      ru: 'Дать конверт',
      'es-ES': 'Dar un sobre',
      'es-419': 'Dar un sobre',
    })
    expect(command).not.toHaveProperty('default_member_permissions')
    expect(check(commandsRule, renderCommands([redpacket, help], 'en'))).toEqual([])
  })

  test('has its required options first, typed and bounded', () => {
    expect(command?.options.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['shares', 4, true],
      ['note', 3, false],
      ['split', 3, false],
      ['quiet', 5, false],
    ])
    expect(command?.options[0]).toMatchObject({ min_value: 1, max_value: 1000 })
    expect(command?.options[1]).toMatchObject({ max_length: 200 })
    expect(command?.options[2]?.choices).toMatchObject([{ name: 'Lucky', value: 'lucky' }])
  })

  test('leaves out a name in another language that Discord would refuse', () => {
    expect(command?.options[2]?.name_localizations).toEqual({
      'en-US': 'split',
      'en-GB': 'split',
      'zh-CN': '方式',
      'zh-TW': '方式',
    })
  })

  test.each([
    ['everywhere', [0, 1]],
    ['private', [0, 1]],
    ['group', [0]],
    ['admins', [0, 1]],
  ] as const)('scope %s is offered in contexts %j', (scope, contexts) => {
    expect(renderCommands([{ ...help, scope }], 'en')[0]?.contexts).toEqual(contexts)
  })

  test('descriptions are cut to 100 and never empty', () => {
    const long = renderCommands([{ ...help, description: four('x'.repeat(101), '', '', '') }], 'en')[0]
    expect(long?.description).toHaveLength(100)
    expect(Object.keys(long?.description_localizations ?? {})).toEqual(['en-US', 'en-GB'])
    expect(renderCommands([{ ...help, description: {} }], 'en')[0]?.description).toBe('…')
  })
})

describe('what is registered', () => {
  const wanted = renderCommands([redpacket, help], 'en')
  /** As Discord gives it back: more fields, other order, empty things left out or null. */
  const registered = wanted
    .map((command, index) => ({
      id: `80000000000000800${index}`,
      application_id: '800000000000009000',
      version: '1',
      nsfw: false,
      dm_permission: true,
      default_member_permissions: null,
      name_localizations: null,
      ...command,
      options: command.options.length === 0 ? undefined : command.options.map(withoutFalse),
      contexts: [...command.contexts].reverse(),
    }))
    .reverse()

  function withoutFalse(option: (typeof wanted)[number]['options'][number]) {
    const { required, description_localizations: said, ...rest } = option
    const entries = Object.entries(said).reverse()
    return {
      ...rest,
      ...(required ? { required } : {}),
      description_localizations: Object.fromEntries(entries),
    }
  }

  test('counts as the same however it is spelt', () => {
    expect(isRegistered(wanted, registered)).toBe(true)
  })

  test.each([
    ['nothing', []],
    ['one too few', registered.slice(1)],
    ['one too many', [...registered, { name: 'old', description: 'x' }]],
    ['another description', [{ ...registered[0], description: 'Hilfe' }, registered[1]]],
    ['another language', [{ ...registered[0], description_localizations: {} }, registered[1]]],
    ['other contexts', [{ ...registered[0], contexts: [0] }, registered[1]]],
    ['a permission set by hand', [{ ...registered[0], default_member_permissions: '8' }, registered[1]]],
    ['an error page', '<html>'],
  ])('%s differs', (_, other) => {
    expect(isRegistered(wanted, other)).toBe(false)
  })
})
