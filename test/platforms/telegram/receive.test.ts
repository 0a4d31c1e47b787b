import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { receive, updateId } from '../../../src/platforms/telegram/receive.js'
import { cpuMs } from '../../kit/cpu-ms.js'
import { SELF } from './setup.js'

const NOW = 1_790_000_000_000
const ANA = {
  id: 5_000_000_005,
  is_bot: false,
  first_name: 'Ana',
  last_name: 'Torres',
  username: 'ana_demo',
  language_code: 'es',
}
const BOT = { id: SELF.id, is_bot: true, first_name: 'Partner', username: SELF.username }
const GROUP = { id: -1001000000001, type: 'supergroup', title: 'Moon Traders' }
const PRIVATE = { id: ANA.id, type: 'private', first_name: 'Ana' }

const read = (update: object) => receive({ update_id: 42, ...update }, SELF, NOW)
const say = (text: unknown, more: object = {}, chat: object = GROUP) =>
  read({ message: { message_id: 9, date: 1_790_000_100, from: ANA, chat, text, ...more } })
const press = (more: object = {}, message: object | undefined = { message_id: 7, date: 1, chat: GROUP }) =>
  read({ callback_query: { id: '99', from: ANA, chat_instance: '1', data: '1claim:p', message, ...more } })
const requestOf = (received: ReturnType<typeof receive>) =>
  received?.kind === 'call' ? received.call.request : received

it('an update of another bot with the same number is another call', () => {
  const message = { message_id: 9, date: 1, from: ANA, chat: GROUP, text: '/help' }
  const update = { update_id: 42, message }
  const ids = [SELF, { ...SELF, id: SELF.id + 1 }].map((self) => {
    const received = receive(update, self, NOW)
    return received?.kind === 'call' && received.call.id
  })
  expect(ids).toEqual([`update:${SELF.id}:42`, `update:${SELF.id + 1}:42`])
})

describe('a command', () => {
  test('becomes a call that carries who, where and when', () => {
    expect(say('/redpacket 50 20')).toEqual({
      kind: 'call',
      call: {
        platform: 'telegram',
        id: `update:${SELF.id}:42`,
        at: 1_790_000_100_000,
        actor: {
          platform: 'telegram',
          id: '5000000005',
          name: 'Ana Torres',
          username: 'ana_demo',
          language: 'es',
          isBot: false,
          isAnonymous: false,
          isPremium: false,
        },
        place: { platform: 'telegram', chat: '-1001000000001', kind: 'group', title: 'Moon Traders' },
        request: { kind: 'typed', command: 'redpacket', words: '50 20' },
        message: '9',
        awaitsAnswer: false,
        handle: undefined,
      },
    })
  })

  test.each([
    ['/wallet', { kind: 'typed', command: 'wallet', words: '' }],
    ['/WALLET', { kind: 'typed', command: 'wallet', words: '' }],
    ['/wallet@partner_bot', { kind: 'typed', command: 'wallet', words: '' }],
    ['/Wallet@PARTNER_BOT  now ', { kind: 'typed', command: 'wallet', words: 'now' }],
    ['/redpacket\n50\n20', { kind: 'typed', command: 'redpacket', words: '50\n20' }],
    ['/wallet@other_bot', undefined],
    ['/start', { kind: 'opened', payload: '' }],
    ['/start@partner_bot pk_1-A', { kind: 'opened', payload: 'pk_1-A' }],
    [`/start ${'a'.repeat(64)}`, { kind: 'opened', payload: 'a'.repeat(64) }],
    [`/start ${'a'.repeat(65)}`, { kind: 'opened', payload: '' }],
    ['/start two words', { kind: 'opened', payload: '' }],
    ['/start ünï', { kind: 'opened', payload: '' }],
    ['hello', undefined],
    ['/', undefined],
    ['/кошелёк', undefined],
    [' /wallet', undefined],
    [`/${'a'.repeat(33)}`, undefined],
  ])('%j in a group', (text, request) => {
    expect(requestOf(say(text))).toEqual(request)
  })

  test.each([
    [
      'an edited one',
      { edited_message: { message_id: 9, date: 1, from: ANA, chat: GROUP, text: '/wallet' } },
    ],
    ['a channel post', { channel_post: { message_id: 9, date: 1, chat: GROUP, text: '/wallet' } }],
    ['one without a sender', { message: { message_id: 9, date: 1, chat: GROUP, text: '/wallet' } }],
    ['a caption', { message: { message_id: 9, date: 1, from: ANA, chat: GROUP, caption: '/wallet' } }],
    [
      'a business one',
      { business_message: { message_id: 9, date: 1, from: ANA, chat: GROUP, text: '/wallet' } },
    ],
  ])('%s is none', (_, update) => {
    expect(read(update)).toBeUndefined()
  })

  test.each([
    ['forwarded', { forward_origin: { type: 'user', sender_user: BOT, date: 1 } }],
    ['written through another bot', { via_bot: { id: 1, is_bot: true, first_name: 'Evil' } }],
    ['an automatic forward', { is_automatic_forward: true }],
  ])('%s is somebody else’s word', (_, more) => {
    expect(say('/redpacket 500 1', more)).toBeUndefined()
  })
})

describe('who', () => {
  const actor = (from: object, more: object = {}) => {
    const received = say('/wallet', { from, ...more })
    return received?.kind === 'call' ? received.call.actor : undefined
  }

  test.each([
    ['an anonymous admin', { id: 1087968824, is_bot: true, first_name: 'Group' }, { sender_chat: GROUP }],
    [
      'a channel',
      { id: 136817688, is_bot: true, first_name: 'Channel' },
      { sender_chat: { id: -1009, type: 'channel' } },
    ],
    ['the linked channel', { id: 777000, is_bot: false, first_name: 'Telegram' }, {}],
    ['anybody who sends as a chat', ANA, { sender_chat: GROUP }],
    ['somebody with a malformed sender_chat', ANA, { sender_chat: null }],
  ])('%s is nobody to credit', (_, from, more) => {
    expect(actor(from, more)).toMatchObject({ isAnonymous: true })
  })

  test('a bot says so, premium too, a missing language stays missing', () => {
    expect(actor({ id: 5, is_bot: true, first_name: 'B', is_premium: true })).toEqual({
      platform: 'telegram',
      id: '5',
      name: 'B',
      isBot: true,
      isAnonymous: false,
      isPremium: true,
    })
  })

  test('an id of 52 bits keeps every digit', () => {
    expect(actor({ ...ANA, id: 4_503_599_627_370_495 })).toMatchObject({ id: '4503599627370495' })
  })

  test.each([[2 ** 53], ['5'], [1.5], [0], [-5], [null], [Number.NaN]])('the id %j is none', (id) => {
    expect(actor({ ...ANA, id })).toBeUndefined()
  })

  test.each([
    ['markup', '<b>Admin</b> [x](http://evil)'],
    ['bidi', '\u202Enimda\u202C'],
    ['zero width', 'A\u200Bd\u2060min'],
    ['a lone surrogate', 'x\uD83D'],
  ])('a name with %s is carried as it came', (_, name) => {
    expect(actor({ id: 5, is_bot: false, first_name: name })).toMatchObject({ name })
  })

  test('an endless name is cut', () => {
    expect(actor({ id: 5, first_name: 'x'.repeat(100_000) })?.name).toHaveLength(256)
  })
})

describe('where', () => {
  const place = (message: object) => {
    const received = say('/wallet', message)
    return received?.kind === 'call' ? received.call.place : undefined
  }

  test.each([
    ['a topic', { message_thread_id: 7, is_topic_message: true }, '7'],
    ['General', { message_thread_id: 1, is_topic_message: true }, undefined],
    ['a thread of replies that is no topic', { message_thread_id: 7 }, undefined],
    ['a thread that is no number', { message_thread_id: '7', is_topic_message: true }, undefined],
  ])('%s', (_, message, thread) => {
    expect(place(message)?.thread).toBe(thread)
  })

  test.each([
    [{ ...GROUP, id: 0 }],
    [{ ...GROUP, type: 'secret' }],
    [{ ...GROUP, type: undefined }],
    [{ ...GROUP, id: '1' }],
    [[]],
    [null],
    ['chat'],
  ])('the chat %j is none', (chat) => {
    expect(say('/wallet', { chat })).toBeUndefined()
  })
})

describe('free text', () => {
  const question = { message_id: 3, from: BOT, date: 1, chat: GROUP, text: 'How much?' }

  test('in private answers', () => {
    expect(requestOf(say('50', {}, PRIVATE))).toEqual({ kind: 'answered', text: '50' })
    expect(requestOf(say('/usr/bin', {}, PRIVATE))).toEqual({ kind: 'answered', text: '/usr/bin' })
  })

  test('in a group answers only when it replies to us', () => {
    expect(requestOf(say('50', { reply_to_message: question }))).toEqual({
      kind: 'answered',
      text: '50',
      replyTo: '3',
    })
    expect(say('50', { reply_to_message: { ...question, from: ANA } })).toBeUndefined()
    expect(say('50')).toBeUndefined()
  })

  test('under the message that opened a topic of ours answers nothing', () => {
    const opening = { ...question, text: undefined, forum_topic_created: { name: 'Gifts', icon_color: 1 } }
    expect(say('hello all', { reply_to_message: opening })).toBeUndefined()
  })

  test('that only we see answers, and names the message by its own kind of number', () => {
    const received = say('50', { message_id: 0, ephemeral_message_id: 12, receiver_user: BOT })
    expect(received).toMatchObject({
      call: { message: 'e5000000005:12', request: { kind: 'answered', text: '50' } },
    })
    const target = { ...question, message_id: 0, ephemeral_message_id: 11 }
    expect(requestOf(say('50', { ephemeral_message_id: 12, reply_to_message: target }))).toMatchObject({
      replyTo: 'e5000000005:11',
    })
  })
})

describe('a press', () => {
  test('is placed by the message that the server vouches for', () => {
    const topic = { message_id: 7, date: 1, chat: GROUP, message_thread_id: 7, is_topic_message: true }
    expect(press({}, topic)).toMatchObject({
      kind: 'call',
      call: {
        id: `update:${SELF.id}:42`,
        at: NOW,
        place: { chat: '-1001000000001', thread: '7' },
        request: { kind: 'pressed', data: '1claim:p' },
        message: '7',
        awaitsAnswer: true,
        handle: '99',
      },
    })
  })

  test('under a message we may not see any more still counts', () => {
    expect(press({}, { message_id: 7, date: 0, chat: GROUP })).toMatchObject({
      call: { message: '7', place: { kind: 'group' } },
    })
  })

  test('under an ephemeral message names it by its receiver', () => {
    const message = { message_id: 0, ephemeral_message_id: 4, date: 1, chat: GROUP }
    expect(press({}, message)).toMatchObject({ call: { message: 'e5000000005:4' } })
  })

  test.each([
    ['an inline-mode message', press({ inline_message_id: 'AgAA', message: undefined })],
    ['both an inline and a chat message', press({ inline_message_id: 'AgAA' })],
    ['no message', press({ message: undefined })],
    ['a game', press({ data: undefined, game_short_name: 'g' })],
    [
      'somebody’s business chat',
      press({}, { message_id: 7, date: 1, chat: GROUP, business_connection_id: 'b' }),
    ],
    ['a chat of no known kind', press({}, { message_id: 7, date: 1, chat: { id: 4, type: 'moon' } })],
  ])('under %s is told that it cannot be', (_, received) => {
    expect(received).toEqual({ kind: 'unplaced', query: '99', language: 'es' })
  })

  test.each([
    ['forged', '1treasury:grant:me:1000000'],
    ['truncated', '1cl'],
    ['65 bytes', `1claim:${'p'.repeat(58)}`],
    ['not ours', '\u0000\uD800'],
    ['empty', ''],
  ])('with %s data is handed on as the client’s word', (_, data) => {
    expect(requestOf(press({ data }))).toEqual({ kind: 'pressed', data })
  })

  test('without a sender or an id is nothing', () => {
    expect(press({ from: undefined })).toBeUndefined()
    expect(press({ id: 5 })).toBeUndefined()
  })
})

describe('events', () => {
  const change = (chat: object, before: object, after: object) =>
    read({
      my_chat_member: {
        chat,
        from: ANA,
        date: 1,
        old_chat_member: { user: BOT, ...before },
        new_chat_member: { user: BOT, ...after },
      },
    })

  test('a migration is told from both ends alike', () => {
    const event = {
      id: expect.stringMatching(new RegExp(`^update:${SELF.id}:\\d+$`)),
      kind: 'chat-migrated',
      platform: 'telegram',
      from: '-5',
      to: '-1001',
    }
    expect(say(undefined, { chat: { id: -5, type: 'group' }, migrate_to_chat_id: -1001 })).toEqual({
      kind: 'event',
      event,
    })
    expect(say(undefined, { chat: { id: -1001, type: 'supergroup' }, migrate_from_chat_id: -5 })).toEqual({
      kind: 'event',
      event,
    })
  })

  test('the bot comes and goes', () => {
    expect(change(GROUP, { status: 'left' }, { status: 'member' })).toMatchObject({
      event: {
        id: expect.stringMatching(new RegExp(`^update:${SELF.id}:\\d+$`)),
        kind: 'bot-joined',
        place: { chat: '-1001000000001' },
        by: { id: '5000000005' },
      },
      news: { account: String(SELF.id), standing: { membership: 'member', isAdmin: false } },
    })
    expect(change(GROUP, { status: 'administrator' }, { status: 'kicked', until_date: 0 })).toMatchObject({
      event: { kind: 'bot-left' },
      news: { standing: { membership: 'outsider', isAdmin: false } },
    })
  })

  test('a promotion is news and no event', () => {
    expect(change(GROUP, { status: 'member' }, { status: 'administrator' })).toMatchObject({
      kind: 'news',
      news: { standing: { isAdmin: true } },
    })
  })

  test('a restricted bot is in only when the server says so', () => {
    expect(change(GROUP, { status: 'member' }, { status: 'restricted', is_member: false })).toMatchObject({
      event: { kind: 'bot-left' },
    })
    expect(change(GROUP, { status: 'member' }, { status: 'restricted', is_member: true })).toMatchObject({
      kind: 'news',
    })
  })

  test('a person blocks and unblocks', () => {
    expect(change(PRIVATE, { status: 'member' }, { status: 'kicked' })).toMatchObject({
      event: { kind: 'bot-blocked', account: { id: '5000000005' } },
    })
    expect(change(PRIVATE, { status: 'kicked' }, { status: 'member' })).toMatchObject({
      event: { kind: 'bot-unblocked' },
    })
  })

  test('another member’s change is news', () => {
    const member = { user: { id: 6, is_bot: false, first_name: 'K' }, status: 'kicked' }
    const update = {
      chat_member: { chat: GROUP, from: ANA, date: 1, old_chat_member: member, new_chat_member: member },
    }
    expect(read(update)).toEqual({
      kind: 'news',
      news: {
        chat: '-1001000000001',
        account: '6',
        standing: { membership: 'outsider', isAdmin: false, roles: [] },
        at: 1000,
      },
    })
  })

  test('who comes by which link, and who goes, is noticed', () => {
    const user = { id: 6, is_bot: false, first_name: 'K' }
    const link = 'https://t.me/+made'
    const noticed = (before: object, after: object, more: object = {}) =>
      read({
        chat_member: {
          ...{ chat: GROUP, from: ANA, date: 1 },
          old_chat_member: { user, ...before },
          new_chat_member: { user, ...after },
          ...more,
        },
      })
    const [out, inside] = [{ status: 'left' }, { status: 'member' }]
    const what = { platform: 'telegram', chat: '-1001000000001', account: '6' }
    expect(noticed(out, inside, { invite_link: { invite_link: link } })).toMatchObject({
      noticed: { ...what, what: 'came', link },
    })
    expect(noticed(out, inside)).toMatchObject({ noticed: { ...what, what: 'came' } })
    expect(noticed(inside, { status: 'kicked' })).toMatchObject({ noticed: { ...what, what: 'went' } })
    const restricted = { status: 'restricted', is_member: false }
    expect(noticed(restricted, { ...restricted, is_member: true })).toMatchObject({
      noticed: { what: 'came' },
    })
    for (const [before, after] of [
      [inside, { status: 'administrator' }],
      [out, { status: 'kicked' }],
    ])
      expect(noticed(before ?? {}, after ?? {})).not.toHaveProperty('noticed')
  })

  test('an unknown status is nothing', () => {
    expect(change(GROUP, { status: 'left' }, { status: 'emperor' })).toBeUndefined()
  })
})

describe('whatever comes', () => {
  const KINDS = ['message', 'callback_query', 'my_chat_member', 'chat_member'] as const
  const FIELDS = [
    'id',
    'update_id',
    'from',
    'chat',
    'type',
    'text',
    'data',
    'message',
    'date',
    'message_id',
    'status',
    'user',
    'reply_to_message',
    'sender_chat',
    'new_chat_member',
    'old_chat_member',
    'migrate_to_chat_id',
    '__proto__',
  ]
  const leaf = fc.oneof(
    fc.anything(),
    fc.constantFrom(...Object.values(GROUP), ANA.id, 'private', '/start x', 'member'),
  )
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      leaf,
      fc.dictionary(fc.constantFrom(...FIELDS), tie('tree'), { maxKeys: 8 }),
    ),
  }))

  test('never throws', () => {
    const update = fc.tuple(fc.nat(), fc.constantFrom(...KINDS), tree)
    fc.assert(
      fc.property(
        fc.oneof(
          tree,
          update.map(([id, kind, inner]) => ({ update_id: id, [kind]: inner })),
        ),
        (any) => {
          receive(any, SELF, NOW)
          updateId(any)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('a valid update with one field replaced yields a well-formed call or none', () => {
    const valid = {
      message_id: 9,
      date: 1,
      from: ANA,
      chat: GROUP,
      text: '/wallet',
      reply_to_message: { from: BOT },
    }
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(valid)), tree, (field, value) => {
        const received = read({ message: { ...valid, [field]: value } })
        if (received?.kind !== 'call') return
        expect(received.call.actor.id).toMatch(/^\d+$/)
        expect(received.call.place.chat).toMatch(/^-?\d+$/)
        expect(Number.isFinite(received.call.at)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('ten thousand of anything costs nothing', () => {
    const many = Array.from({ length: 10_000 }, () => ANA)
    const spent = cpuMs(() => {
      expect(say('/wallet', { entities: many, new_chat_members: many, from: many })).toBeUndefined()
      expect(say(`/wallet ${' '.repeat(100_000)}x`, { entities: many })).toMatchObject({ kind: 'call' })
      expect(say(' '.repeat(100_000), {}, PRIVATE)).toMatchObject({ kind: 'call' })
    })
    expect(spent).toBeLessThan(100)
  })

  test.each([
    [undefined],
    [null],
    [[]],
    [7],
    ['x'],
    [{}],
    [{ update_id: 'x', message: {} }],
    [{ update_id: 1 }],
  ])('%j is nothing', (update) => {
    expect(receive(update, SELF, NOW)).toBeUndefined()
  })
})
