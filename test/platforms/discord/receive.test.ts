import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  receiveGuildJoined,
  receiveGuildLeft,
  receiveInteraction,
} from '../../../src/platforms/discord/receive.js'
import { cpuMs } from '../../kit/cpu-ms.js'
import * as sent from './interactions.js'

describe('what Discord sends', () => {
  test('a slash command in a guild', () => {
    expect(receiveInteraction(sent.slash())).toEqual({
      platform: 'discord',
      id: sent.INTERACTION,
      at: 1_763_393_153_906,
      actor: {
        platform: 'discord',
        id: sent.USER,
        name: 'Ana Torres',
        username: 'ana',
        language: 'es-ES',
        isBot: false,
        isAnonymous: false,
        createdAt: 1_610_805_263_281,
      },
      place: {
        platform: 'discord',
        chat: sent.CHANNEL,
        kind: 'group',
        title: 'lounge',
        language: 'en-US',
        guild: sent.GUILD,
      },
      standing: { membership: 'member', isAdmin: false, roles: ['800000000000001102'] },
      request: {
        kind: 'filled',
        command: 'redpacket',
        values: { amount: '12.5', shares: '10', equal: 'true' },
      },
      awaitsAnswer: true,
      handle: {
        id: sent.INTERACTION,
        token: sent.TOKEN,
        application: sent.APPLICATION,
        asked: 'command',
      },
    })
  })

  test("a snowflake's time, by the example of Discord's documentation", () => {
    const call = receiveInteraction(sent.slash({ id: '175928847299117063' }))
    expect(call?.at).toBe(Date.parse('2016-04-30T11:18:25.796Z'))
  })

  test('a command without options', () => {
    expect(receiveInteraction(sent.slash({}, { options: undefined }))?.request).toEqual({
      kind: 'filled',
      command: 'redpacket',
      values: {},
    })
  })

  test('a press names the message and the data', () => {
    const call = receiveInteraction(sent.press())
    expect(call?.request).toEqual({ kind: 'pressed', data: '1claim:k3' })
    expect(call?.message).toBe(sent.MESSAGE)
    expect(call?.handle).toMatchObject({ asked: 'component', message: 'everyone' })
  })

  test.each([
    [
      'a foreign select',
      { custom_id: '1page', values: ['a', 'b'] },
      { kind: 'pressed', data: '1page', values: ['a', 'b'] },
    ],
    [
      'our select: the option is the press',
      { custom_id: '=pick=0', values: ['1page:7'] },
      { kind: 'pressed', data: '1page:7' },
    ],
    [
      'an option with a repeated press',
      { custom_id: '=pick=0', values: ['=2=1page:7'] },
      { kind: 'pressed', data: '1page:7' },
    ],
    [
      'a private button in a select',
      { custom_id: '=pick=0', values: ['=open=ref_7'] },
      { kind: 'opened', payload: 'ref_7' },
    ],
    ['a repeated press', { custom_id: '=3=1claim:k3' }, { kind: 'pressed', data: '1claim:k3' }],
    ['a private button', { custom_id: '=open=ref_7' }, { kind: 'opened', payload: 'ref_7' }],
    [
      'forged data, which the house judges',
      { custom_id: '1pay:everything' },
      { kind: 'pressed', data: '1pay:everything' },
    ],
  ])('%s', (_, data, request) => {
    expect(receiveInteraction(sent.press({}, data))?.request).toEqual(request)
  })

  test.each([
    ['a card in a guild', sent.press(), 'everyone'],
    ['an ephemeral message', sent.press({ message: { id: sent.MESSAGE, flags: 32_832 } }), 'actor'],
    ['flags that are none', sent.press({ message: { id: sent.MESSAGE, flags: '64' } }), 'everyone'],
    ['a message in private', sent.dm(sent.press()), 'actor'],
    ['a message without an id', sent.press({ message: {} }), undefined],
  ])('who sees the pressed message: %s', (_, raw, message) => {
    expect(receiveInteraction(raw)?.handle.message).toBe(message)
  })

  test('a modal, with labels, selects and old rows', () => {
    const call = receiveInteraction(sent.modalSubmit())
    expect(call?.request).toEqual({
      kind: 'submitted',
      form: '1redpacket',
      values: { amount: '12.5', shares: '10', note: 'Hola' },
    })
    expect(call?.handle).toMatchObject({ asked: 'modal' })
    expect(call?.handle.message).toBeUndefined()
    const under = receiveInteraction(sent.modalSubmit({ message: { id: sent.MESSAGE } }))
    expect(under?.handle.message).toBe('everyone')
    expect(under?.message).toBe(sent.MESSAGE)
  })

  test('the private chat', () => {
    const call = receiveInteraction(sent.dm(sent.slash()))
    expect(call?.place).toEqual({ platform: 'discord', chat: '800000000000003333', kind: 'private' })
    expect(call?.standing).toBeUndefined()
    expect(call?.actor.id).toBe(sent.USER)
    const older = receiveInteraction({ ...sent.dm(sent.slash()), context: undefined })
    expect(older?.place.kind).toBe('private')
  })

  test('a thread is the thread of its channel', () => {
    const channel = { id: sent.THREAD, type: 11, name: 'gifts', parent_id: sent.CHANNEL }
    const call = receiveInteraction(sent.press({ channel_id: sent.THREAD, channel }))
    expect(call?.place).toMatchObject({ chat: sent.CHANNEL, thread: sent.THREAD, title: 'gifts' })
  })

  test.each([
    ['ADMINISTRATOR', '8', true],
    ['MANAGE_GUILD', '32', true],
    ['both among many', '9007199254740991', true],
    ['MANAGE_MESSAGES alone', '8192', false],
    ['a bit beyond 64', '36893488147419103264', true],
    ['nothing', '0', false],
    ['a number instead of a text', 8, false],
    ['words', 'all', false],
    ['a sign', '-8', false],
    ['an absent field', undefined, false],
  ])('permissions: %s', (_, permissions, isAdmin) => {
    const call = receiveInteraction(sent.slash({ member: { ...sent.member, permissions } }))
    expect(call?.standing?.isAdmin).toBe(isAdmin)
  })

  test('a name is the nickname, else the global name, else the user name', () => {
    const named = (nick: unknown, global_name: unknown) =>
      receiveInteraction(
        sent.slash({
          member: { ...sent.member, nick, user: { id: sent.USER, username: 'ana', global_name } },
        }),
      )?.actor.name
    expect([named('Nana', 'Ana T'), named(null, 'Ana T'), named(null, null), named('', '')]).toEqual([
      'Nana',
      'Ana T',
      'ana',
      'ana',
    ])
  })

  test('names come as they are, however strange', () => {
    const strange = '<@&1> @everyone \u202egnp.exe \ud83d\u200b **x**'
    const call = receiveInteraction(sent.slash({ member: { ...sent.member, nick: strange } }))
    expect(call?.actor.name).toBe(strange)
  })

  test('bots and the system are bots', () => {
    const as = (fields: object) =>
      receiveInteraction(
        sent.slash({ member: { ...sent.member, user: { id: sent.USER, username: 'x', ...fields } } }),
      )?.actor.isBot
    expect([as({ bot: true }), as({ system: true }), as({ bot: 'yes' })]).toEqual([true, true, false])
  })

  test('an option called __proto__ is a value like any other', () => {
    const options = [{ name: '__proto__', type: 3, value: 'x' }]
    const request = receiveInteraction(sent.slash({}, { options }))?.request
    if (request?.kind !== 'filled') throw new Error('not a filled command')
    expect(Object.keys(request.values)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(request.values)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})

describe('what is not for us', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'interaction'],
    ['a list', [sent.slash()]],
    ['a ping', { ...sent.slash(), type: 1 }],
    ['an autocompletion', { ...sent.slash(), type: 4 }],
    ['a type of tomorrow', { ...sent.slash(), type: 99 }],
    ['no id', sent.slash({ id: undefined })],
    ['a number for an id', sent.slash({ id: 1_440_000_000_000_000 })],
    ['an id that is none', sent.slash({ id: 'DROP TABLE' })],
    ['no token', sent.slash({ token: undefined })],
    ['an endless token', sent.slash({ token: 'x'.repeat(5000) })],
    ['no application', sent.slash({ application_id: undefined })],
    ['no person', sent.slash({ member: undefined })],
    ['a person without an id', sent.slash({ member: { ...sent.member, user: { username: 'x' } } })],
    ['a person with a bad id', sent.slash({ member: { ...sent.member, user: { id: '1; --' } } })],
    ['no channel', sent.slash({ channel_id: undefined, channel: undefined })],
    ['a private channel between people', { ...sent.dm(sent.slash()), context: 2 }],
    [
      'a group chat of old',
      { ...sent.dm(sent.slash()), context: undefined, channel: { id: sent.CHANNEL, type: 3 } },
    ],
    ['no data', sent.slash({ data: undefined })],
    ['no command name', sent.slash({}, { name: undefined })],
    ['a user command', sent.slash({}, { type: 2 })],
    ['a subcommand', sent.slash({}, { options: [{ name: 'x', type: 1, options: [] }] })],
    ['no custom_id', sent.press({}, { custom_id: undefined })],
    ['a custom_id of 101', sent.press({}, { custom_id: 'x'.repeat(101) })],
    ['a modal without its form', sent.modalSubmit({}, { custom_id: undefined })],
  ])('%s yields nothing', (_, raw) => {
    expect(receiveInteraction(raw)).toBeUndefined()
  })

  test.each([
    ['a bad deep link', sent.press({}, { custom_id: '=open=ünïcode' })],
    ['an empty deep link', sent.press({}, { custom_id: '=open=' })],
    ['a select without a choice', sent.press({}, { custom_id: '=pick=0', values: [] })],
    ['a select with two', sent.press({}, { custom_id: '=pick=0', values: ['1a', '1b'] })],
    ['a select in a select', sent.press({}, { custom_id: '=pick=0', values: ['=pick=0'] })],
  ])('%s is a press that the house will not know', (_, raw) => {
    const request = receiveInteraction(raw)?.request
    expect(request).toMatchObject({ kind: 'pressed', data: expect.stringMatching(/^=/) })
  })

  test('parts of the wrong shape are left out', () => {
    const call = receiveInteraction(
      sent.slash(
        {
          locale: 7,
          guild_locale: {},
          channel: 'lounge',
          member: { ...sent.member, nick: 5, roles: [1, 'x', null] },
        },
        { options: [null, 'x', { name: 'a' }, { name: 5, value: 'x' }, { name: 'b', value: Number.NaN }] },
      ),
    )
    expect(call?.request).toEqual({ kind: 'filled', command: 'redpacket', values: {} })
    expect(call?.standing?.roles).toEqual([])
    expect(call?.actor.name).toBe('Ana Torres')
    expect(call?.place).toEqual({ platform: 'discord', chat: sent.CHANNEL, kind: 'group', guild: sent.GUILD })
  })

  test('lists of ten thousand cost no more than lists of twenty-five', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `o${index}`, type: 3, value: 'x' }))
    const request = receiveInteraction(sent.slash({}, { options: many }))?.request
    expect(request?.kind === 'filled' && Object.keys(request.values)).toHaveLength(25)
    const components = Array.from({ length: 10_000 }, () => ({ components: many }))
    expect(cpuMs(() => receiveInteraction(sent.modalSubmit({}, { components })))).toBeLessThan(100)
  })
})

describe('anything at all', () => {
  const never = (raw: unknown) => {
    const call = receiveInteraction(raw)
    receiveGuildJoined(raw)
    receiveGuildLeft(raw, [sent.CHANNEL])
    if (call) expect(call.platform).toBe('discord')
  }

  test('never throws on anything', () => {
    fc.assert(fc.property(fc.anything({ maxDepth: 4 }), never), { numRuns: 3000 })
  })

  test('never throws on a good interaction with anything in one place', () => {
    const good = [sent.slash(), sent.press(), sent.modalSubmit(), sent.dm(sent.press())]
    const paths = good.flatMap((interaction) => pathsOf(interaction).map((path) => ({ interaction, path })))
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.anything({ maxDepth: 2 }), ({ interaction, path }, evil) => {
        never(withAt(interaction, path, evil))
      }),
      { numRuns: 10_000 },
    )
  })

  test('never throws on cut or mangled JSON that still parses', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => never(JSON.parse(json))),
      { numRuns: 2000 },
    )
  })
})

function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))]
}

function withAt(value: unknown, [key, ...rest]: string[], evil: unknown): unknown {
  if (key === undefined) return evil
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = withAt(copy[key], rest, evil)
  return copy
}

describe('guilds', () => {
  test('a new guild, with a channel to say hello in', () => {
    const raw = {
      id: sent.GUILD,
      name: 'Moon Traders',
      preferred_locale: 'ru',
      system_channel_id: sent.CHANNEL,
      joined_at: '2026-11-21T12:00:00.000000+00:00',
    }
    expect(receiveGuildJoined(raw)).toEqual({
      id: `guild:${sent.GUILD}:2026-11-21T12:00:00.000000+00:00`,
      kind: 'bot-joined',
      place: {
        platform: 'discord',
        chat: sent.CHANNEL,
        kind: 'group',
        title: 'Moon Traders',
        language: 'ru',
        guild: sent.GUILD,
      },
    })
    const channels = [
      { id: '800000000000002003', type: 2, position: 0 },
      { id: '800000000000002002', type: 0, position: 7 },
      { id: '800000000000002001', type: 0, position: 3 },
    ]
    const first = receiveGuildJoined({ ...raw, system_channel_id: null, channels })
    expect(first).toMatchObject({ place: { chat: '800000000000002001' } })
    expect(receiveGuildJoined({ ...raw, system_channel_id: null })).toBeUndefined()
  })

  test('shown out, or an outage', () => {
    const place = { platform: 'discord', kind: 'group', guild: sent.GUILD }
    expect(receiveGuildLeft({ id: sent.GUILD }, [sent.CHANNEL, sent.THREAD])).toEqual([
      {
        id: `guild:${sent.GUILD}:left:${sent.CHANNEL}`,
        kind: 'bot-left',
        place: { ...place, chat: sent.CHANNEL },
      },
      {
        id: `guild:${sent.GUILD}:left:${sent.THREAD}`,
        kind: 'bot-left',
        place: { ...place, chat: sent.THREAD },
      },
    ])
    expect(receiveGuildLeft({ id: sent.GUILD, unavailable: true }, [sent.CHANNEL])).toEqual([])
    expect(receiveGuildJoined({ id: sent.GUILD, unavailable: true })).toBeUndefined()
    expect(receiveGuildJoined({ name: 'no id' })).toBeUndefined()
  })
})
