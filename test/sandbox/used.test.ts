/** Everything that the bot calls is known to the pretend platforms and to the platforms' own descriptions. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { routes } from '../../src/sandbox/discord/rest/routes.js'
import { RULES } from '../../src/sandbox/telegram/rules.js'
import { description } from './discord/openapi.js'

const sourcesOf = (platform: string): string => {
  const folder = fileURLToPath(new URL(`../../src/platforms/${platform}/`, import.meta.url))
  return readdirSync(folder)
    .map((file) => readFileSync(`${folder}${file}`, 'utf8'))
    .join('\n')
}

const found = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort()

const TELEGRAM = '../shared/specs/telegram-bot-api.json'

test('every method of Telegram that the bot uses is one of the sandbox and of the description', () => {
  const used = found(sourcesOf('telegram'), /\b(?:api|polls|raw)\.([a-z]\w+)\(/g)
  expect(used).toEqual([
    ...['answerCallbackQuery', 'banChatMember', 'createChatInviteLink', 'deleteMessage', 'deleteMyCommands'],
    'deleteWebhook',
    ...['editEphemeralMessageCaption', 'editEphemeralMessageText', 'editMessageCaption'],
    ...[
      'editMessageText',
      'getChatMember',
      'getChatMemberCount',
      'getFile',
      'getMe',
      'getMyCommands',
      'getUpdates',
    ],
    'revokeChatInviteLink',
    ...['sendDocument', 'sendMessage', 'sendPhoto', 'setChatMemberTag', 'setMyCommands', 'setWebhook'],
    'unbanChatMember',
  ])
  expect(used.filter((method) => !(method in RULES))).toEqual([])
  if (!existsSync(TELEGRAM)) return
  const { methods } = JSON.parse(readFileSync(TELEGRAM, 'utf8')) as { methods: object }
  expect(used.filter((method) => !(method in methods))).toEqual([])
})

/** What the bot uses by discord.js' name, with the methods it uses on it. */
const ROUTES: Record<string, [path: string, ...methods: string[]]> = {
  applicationCommands: ['/applications/:application/commands', 'GET', 'PUT'],
  channel: ['/channels/:channel', 'GET'],
  channelInvites: ['/channels/:channel/invites', 'POST'],
  channelMessage: ['/channels/:channel/messages/:message', 'PATCH'],
  channelMessages: ['/channels/:channel/messages', 'POST'],
  guild: ['/guilds/:guild', 'GET'],
  guildMember: ['/guilds/:guild/members/:user', 'GET'],
  guildMemberRole: ['/guilds/:guild/members/:user/roles/:role', 'PUT', 'DELETE'],
  interactionCallback: ['/interactions/:interaction/:token/callback', 'POST'],
  invite: ['/invites/:code', 'DELETE'],
  userChannels: ['/users/@me/channels', 'POST'],
  webhook: ['/webhooks/:application/:token', 'POST'],
  webhookMessage: ['/webhooks/:application/:token/messages/:message', 'PATCH', 'DELETE'],
}
/** Written out in the bot, or called by discord.js itself when it logs in. */
const WRITTEN: [path: string, ...methods: string[]][] = [
  ['/applications/@me', 'GET'],
  ['/gateway/bot', 'GET'],
]

describe('Discord', () => {
  test('the list is complete', () => {
    const source = sourcesOf('discord')
    expect(found(source, /\bRoutes\.(\w+)\(/g)).toEqual(Object.keys(ROUTES).sort())
    expect(found(source, /\.(?:get|post|put|patch|delete)\('(\/[^']+)'/g)).toEqual(['/applications/@me'])
  })

  const calls = [...Object.values(ROUTES), ...WRITTEN].flatMap(([path, ...methods]) =>
    methods.map((method) => ({ method, path })),
  )
  const nameless = (path: string): string => path.replace(/:\w+|\{\w+\}|@original/g, '*')

  test.each(calls)('$method $path', ({ method, path }) => {
    const here = routes.some((one) => one.method === method && nameless(one.path) === nameless(path))
    expect(here, 'in the sandbox').toBe(true)
    const spec = description()
    if (!spec) return
    const there = Object.entries(spec.paths).some(
      ([known, operations]) => nameless(known) === nameless(path) && method.toLowerCase() in operations,
    )
    expect(there, 'in the description').toBe(true)
  })
})
