import type { RawApi } from 'grammy'
import { describe, expect, test } from 'vitest'
import type { Listing } from '../../../src/interaction/platform.js'
import { type Menu, menusOf, publishMenu } from '../../../src/platforms/telegram/commands.js'

const listing = (name: string, scope: Listing['scope'], words: Record<string, string> = {}): Listing => ({
  name,
  scope,
  description: { en: `${name} in English`, ...words },
  arguments: [],
})
const LISTINGS = [
  listing('help', 'everywhere', { ru: 'помощь', 'zh-CN': '帮助' }),
  listing('wallet', 'private'),
  listing('redpacket', 'group'),
  listing('treasury', 'admins'),
]
const LOCALES = ['en', 'es', 'ru', 'zh-CN']
const menus = (listings = LISTINGS) => menusOf(listings, LOCALES, 'en')
const menu = (type: string, language?: string) =>
  menus().find((one) => one.scope.type === type && one.language === language)?.commands

describe('menus', () => {
  test('four scopes in four languages and the default', () => {
    expect(menus()).toHaveLength(20)
    expect(new Set(menus().map(({ language }) => language))).toEqual(
      new Set([undefined, 'en', 'es', 'ru', 'zh']),
    )
  })

  test.each([
    ['default', ['help']],
    ['all_private_chats', ['help', 'wallet']],
    ['all_group_chats', ['help', 'redpacket']],
    ['all_chat_administrators', ['help', 'redpacket', 'treasury']],
  ])('%s holds all that its readers may use', (type, names) => {
    expect(menu(type, 'en')?.map(({ command }) => command)).toEqual(names)
  })

  test('a missing language falls back', () => {
    expect(menu('default', 'zh')).toEqual([{ command: 'help', description: '帮助' }])
    expect(menu('default', 'es')).toEqual([{ command: 'help', description: 'help in English' }])
    expect(menu('default')).toEqual([{ command: 'help', description: 'help in English' }])
  })

  test('a description is cut, a name that Telegram cannot have is our mistake', () => {
    const [first] = menus([listing('help', 'everywhere', { en: 'x'.repeat(300) })])
    expect(first?.commands[0]?.description).toBe(`${'x'.repeat(255)}…`)
    expect(() => menus([listing('red-packet', 'group')])).toThrow(
      'Telegram cannot have a command named red-packet',
    )
  })
})

async function publishMenus(api: RawApi, wanted: Menu[]): Promise<number> {
  let sent = 0
  for (const one of wanted) if (await publishMenu(api, one)) sent += 1
  return sent
}

describe('publishing', () => {
  function telegram() {
    const lists = new Map<string, unknown>()
    const calls: string[] = []
    const key = (where: object) => JSON.stringify(where)
    const api = {
      async getMyCommands(where: object) {
        return lists.get(key(where)) ?? []
      },
      async setMyCommands({ commands, ...where }: { commands: unknown }) {
        calls.push('set')
        lists.set(key(where), commands)
        return true
      },
      async deleteMyCommands(where: object) {
        calls.push('delete')
        lists.delete(key(where))
        return true
      },
    }
    return { api: api as unknown as RawApi, calls }
  }

  test('sends only what differs', async () => {
    const { api, calls } = telegram()
    expect(await publishMenus(api, menus())).toBe(20)
    expect(await publishMenus(api, menus())).toBe(0)
    const changed = LISTINGS.map((one) =>
      one.name === 'wallet' ? { ...one, description: { en: 'new', ru: 'новое' } } : one,
    )
    expect(await publishMenus(api, menus(changed))).toBe(5)
    expect(calls.every((call) => call === 'set')).toBe(true)
  })

  test('takes away what is no more', async () => {
    const { api, calls } = telegram()
    await publishMenus(api, menus())
    calls.length = 0
    expect(await publishMenus(api, menus([listing('treasury', 'admins')]))).toBe(20)
    expect(calls.filter((call) => call === 'delete')).toHaveLength(15)
    expect(calls.filter((call) => call === 'set')).toHaveLength(5)
  })
})
