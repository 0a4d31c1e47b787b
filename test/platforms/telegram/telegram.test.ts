import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GrammyError } from 'grammy'
import { afterEach, describe, expect, test } from 'vitest'
import type { Call } from '../../../src/interaction/call.js'
import type { View } from '../../../src/interaction/view.js'
import type { Hook } from '../../../src/kit/hook.js'
import { Outage } from '../../../src/kit/outage.js'
import { answerQuery } from '../../../src/platforms/telegram/query.js'
import { BrokenConnection } from '../../../src/sandbox/telegram/calls.js'
import { ApiRefusal, tooManyRequests } from '../../../src/sandbox/telegram/refusal.js'
import { answerOf, CANARY, fakeIntake, words } from './setup.js'
import { FORUM, GROUP, privateRoom, type Stage, type StageOptions, stage } from './stage.js'

let s: Stage
const begin = async (options?: StageOptions) => {
  s = await stage(options)
  await s.start()
  return s
}
afterEach(async () => {
  await s.close()
  expect(s.log.text()).not.toContain(CANARY)
})

const CARD: View = {
  text: [words('Gift')],
  rows: [[{ kind: 'press', label: words('Open'), press: { command: 'claim', values: { packet: 'p1' } } }]],
  audience: 'everyone',
}

/** Posts the card and presses its button. */
async function pressCard(person: string, room = GROUP) {
  const { message } = await s.telegram.deliver({
    key: 'k',
    place: { platform: 'telegram', chat: room, kind: 'group' },
    view: CARD,
    locale: 'en',
  })
  return s.sandbox.act(person, { do: 'press', room, message: Number(message), data: '1claim:p1' })
}

describe('polling', () => {
  test('a typed command arrives once it is said, with its topic', async () => {
    await begin()
    await s.sandbox.act('pavel', {
      do: 'say',
      room: FORUM,
      thread: '7',
      text: '/redpacket@community_partner_demo_bot 50 20',
    })
    const [call] = await s.called(1)
    expect(call).toMatchObject({
      actor: { name: 'Pavel Orlov', language: 'ru' },
      place: { chat: FORUM, thread: '7', kind: 'group', title: 'Traders Hispanos' },
      request: { kind: 'typed', command: 'redpacket', words: '50 20' },
    })
  })

  test('what is confirmed at the stop does not come again', async () => {
    await begin()
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/help' })
    await s.called(1)
    await s.telegram.stop()
    expect(s.sandbox.pendingUpdates()).toBe(0)
  })

  test('what was not committed comes again after a restart', async () => {
    let isAway = true
    await begin({
      answer: () => {
        if (isAway) throw new Outage('the database is away')
        return undefined
      },
    })
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/help' })
    await s.called(2)
    isAway = false
    await s.telegram.stop()
    const again = s.intake.calls.map(({ id }) => id)
    expect(new Set(again).size).toBe(1)
  })

  test('one person’s calls keep their order, other people do not wait', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const done: string[] = []
    const name = (call: Call) =>
      `${call.actor.name.split(' ')[0]} ${call.request.kind === 'pressed' ? call.request.data : ''}`
    await begin({
      answer: async (call) => {
        if (call.request.kind === 'pressed' && call.request.data === 'a1') await held
        done.push(name(call))
        if (done.length === 2) release()
        return undefined
      },
    })
    const { message } = await s.telegram.deliver({
      key: 'k',
      place: { platform: 'telegram', chat: GROUP, kind: 'group' },
      view: CARD,
      locale: 'en',
    })
    const press = (person: string, data: string) =>
      s.sandbox.pressRaw(person, { room: GROUP, message: Number(message), data })
    await Promise.all([press('ana', 'a1'), press('ana', 'a2'), press('kofi', 'k1'), press('pavel', 'p1')])
    expect(done.slice(0, 2).toSorted()).toEqual(['Kofi k1', 'Pavel p1'])
    expect(done.slice(2)).toEqual(['Ana a1', 'Ana a2'])
  })

  test('a thousand presses are all answered', async () => {
    await begin({ answer: (call) => answerOf({ text: [words(`for ${call.actor.id}`)] }) })
    const { message } = await s.telegram.deliver({
      key: 'k',
      place: { platform: 'telegram', chat: GROUP, kind: 'group' },
      view: CARD,
      locale: 'en',
    })
    const outcomes = await Promise.all(
      Array.from({ length: 1000 }, (_, n) =>
        s.sandbox.act(`crowd-${n}`, {
          do: 'press',
          room: GROUP,
          message: Number(message),
          data: '1claim:p1',
        }),
      ),
    )
    for (const [n, outcome] of outcomes.entries()) {
      expect(outcome).toEqual({ kind: 'toast', text: `for ${6_000_000_000 + n}`, alert: false })
    }
  })

  test('a mistake in the intake costs its own update and no other', async () => {
    await begin({
      answer: (call) => {
        if (call.actor.name.startsWith('Ana')) throw new Error('a mistake of ours')
        return undefined
      },
    })
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/help' })
    await s.sandbox.act('kofi', { do: 'say', room: GROUP, text: '/help' })
    await s.called(2)
    await s.telegram.stop()
    expect(s.log.lines).toContainEqual({
      level: 'error',
      message: 'an update was passed over',
      fields: expect.objectContaining({ message: 'a mistake of ours' }),
    })
    expect(s.sandbox.pendingUpdates()).toBe(0)
  })

  test('a request that hangs holds up its own batch for a moment, and no other', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let isFirst = true
    await begin({
      answer: (call) => answerOf({ text: [words(`for ${call.actor.id}`)] }),
      sandbox: {
        async fault(phase, method) {
          if (phase !== 'before' || method !== 'answerCallbackQuery' || !isFirst) return undefined
          isFirst = false
          await held
          return undefined
        },
      },
    })
    const hanging = pressCard('ana')
    await s.called(1)
    const began = performance.now()
    for (let presses = 0; presses < 5; presses++) await pressCard('kofi')
    expect(performance.now() - began).toBeLessThan(3_000)
    expect(s.intake.fates).toEqual([`${s.intake.calls[0]?.id} slow`])
    release()
    await hanging
    await expect.poll(() => s.intake.fates.at(-1)).toBe(`${s.intake.calls[0]?.id} told`)
  })

  test.each([
    ['a server error', new ApiRefusal(500, 'Internal Server Error')],
    ['too many requests', tooManyRequests(3)],
    ['a line that is cut', new BrokenConnection()],
  ])('a press whose answer meets %s is answered all the same, by the toast', async (_, fault) => {
    const met: string[] = []
    await begin({
      answer: () => answerOf({ text: [words('Yours')] }),
      sandbox: {
        async fault(phase, method) {
          if (phase !== 'before' || method !== 'answerCallbackQuery' || met.length === 2) return undefined
          met.push(method)
          throw fault
        },
      },
    })
    expect(await pressCard('ana')).toMatchObject({ kind: 'toast', text: 'Yours' })
    expect(met).toHaveLength(2)
    expect(s.intake.fates).toEqual([])
  })

  test('an answer that Telegram takes no more is not tried again', async () => {
    await begin({ answer: () => answerOf({ text: [words('Yours')] }) })
    let asked = 0
    const client = {
      api: {
        async answerCallbackQuery() {
          asked += 1
          const error = { ok: false, error_code: 400, description: 'Bad Request: query is too old' } as const
          throw new GrammyError('refused', error, 'answerCallbackQuery', {})
        },
      },
    }
    const told = await answerQuery(client as never, s, { callback_query_id: 'q1' })
    expect([told, asked]).toEqual([false, 1])
  })

  test('a second poller ends the first with one clear line', async () => {
    await begin()
    const second = await stage({ telegram: { apiRoot: s.sandbox.root } })
    await second.start()
    await new Promise<void>((resolve) => {
      const look = () => (s.ended.length > 0 ? resolve() : setImmediate(look))
      look()
    })
    expect(s.ended).toMatchObject([
      {
        name: 'StartError',
        message: expect.stringContaining('another program is receiving for this bot (409)'),
        exitCode: 69,
      },
    ])
    await second.close()
  })

  test('a webhook left over is taken away, and what waited is not lost', async () => {
    s = await stage()
    await s.telegram.close()
    const first = await stage({
      telegram: {
        apiRoot: s.sandbox.root,
        mode: { webhookUrl: 'http://127.0.0.1:1/hooks/telegram', secret: 'x'.repeat(32) },
      },
    })
    await first.start()
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/help' })
    await first.close()
    const second = await stage({ telegram: { apiRoot: s.sandbox.root } })
    await second.start()
    expect(await second.called(1)).toHaveLength(1)
    await second.close()
  })
})

describe('the start', () => {
  test('knows itself and its links', async () => {
    await begin()
    expect(s.telegram.privateLink('pk_1')).toBe('https://t.me/community_partner_demo_bot?start=pk_1')
    expect(s.telegram.privateLink('')).toBe('https://t.me/community_partner_demo_bot')
  })

  test('finds out what the server can', async () => {
    await begin({ sandbox: { apiVersion: '9.6' } })
    const found = s.log.lines.find(({ message }) => message === 'what the Bot API server can do')
    expect(found?.fields).toEqual({
      ephemeral: false,
      disabled: false,
      replyKeyboard: false,
      dateTime: true,
      copyText: true,
    })
  })

  test('an option has the last word', async () => {
    await begin({ telegram: { abilities: { ephemeral: false } } })
    const found = s.log.lines.find(({ message }) => message === 'what the Bot API server can do')
    expect(found?.fields).toMatchObject({ ephemeral: false, disabled: true })
  })

  test('a token that the server does not know', async () => {
    s = await stage({ sandbox: { token: '5:another-token-of-another-bot' } })
    await expect(s.start()).rejects.toMatchObject({
      name: 'StartError',
      message: 'Telegram refuses TELEGRAM_TOKEN (401 Unauthorized): ask @BotFather for a new one',
      exitCode: 78,
    })
  })

  test.each([['x'], ['5:short'], ['5:has/slash-and-more'], [`5:${'x'.repeat(20)} `]])(
    'the token %j',
    async (token) => {
      await begin()
      await expect(stage({ telegram: { token } })).rejects.toThrow('TELEGRAM_TOKEN has the wrong form')
    },
  )

  test('nobody there', async () => {
    s = await stage({ telegram: { apiRoot: 'http://127.0.0.1:1' } })
    await expect(s.start()).rejects.toMatchObject({
      name: 'StartError',
      message: 'Telegram cannot be reached (ECONNREFUSED): check the network and TELEGRAM_API_ROOT',
      exitCode: 69,
    })
    expect(s.world.slept).toEqual([1000, 2000, 4000])
  })

  test('before it nothing can be delivered', async () => {
    s = await stage()
    const delivery = {
      key: 'k',
      place: { platform: 'telegram' as const, chat: GROUP, kind: 'group' as const },
      view: CARD,
      locale: 'en',
    }
    await expect(s.telegram.deliver(delivery)).rejects.toMatchObject({
      failure: { kind: 'later', everything: true },
    })
    expect(s.telegram.privateLink('x')).toBeUndefined()
  })
})

describe('the answer to a press', () => {
  const LONG: View = { text: [words('L'.repeat(300))] }
  const WITH_ROWS: View = {
    text: [words('Choose')],
    rows: [[{ kind: 'press', label: words('A'), press: { command: 'wallet', values: {} } }]],
  }

  test('that is short is a toast, a refusal an alert', async () => {
    const views = [
      answerOf({ text: [words('Yours')] }),
      answerOf({ text: [words('No')] }, true),
      answerOf({ text: [words('No')], tone: 'refusal' }),
    ]
    await begin({ answer: () => views.shift() })
    expect(await pressCard('ana')).toEqual({ kind: 'toast', text: 'Yours', alert: false })
    expect(await pressCard('ana')).toEqual({ kind: 'toast', text: 'No', alert: true })
    expect(await pressCard('ana')).toEqual({ kind: 'toast', text: 'No', alert: true })
  })

  test('that is nothing still ends the waiting', async () => {
    await begin()
    expect(await pressCard('ana')).toEqual({ kind: 'toast', text: '', alert: false })
  })

  test('that is long or has buttons is seen by nobody else in the group', async () => {
    const views = [answerOf(LONG), answerOf(WITH_ROWS)]
    await begin({ answer: () => views.shift() })
    await pressCard('ana')
    expect(s.last('ana', GROUP)).toMatchObject({
      text: 'L'.repeat(300),
      receiver_user: { first_name: 'Ana' },
    })
    await pressCard('ana')
    expect(s.last('ana', GROUP)).toMatchObject({ text: 'Choose' })
    expect(s.last('kofi', GROUP)).toMatchObject({ text: 'Gift' })
  })

  test('goes to the private chat where the server knows no ephemeral messages', async () => {
    await begin({
      sandbox: { apiVersion: '9.6' },
      answer: (call) => (call.awaitsAnswer ? answerOf(WITH_ROWS) : undefined),
    })
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    await pressCard('ana')
    expect(s.last('ana', privateRoom(s, 'ana'))).toMatchObject({ text: 'Choose' })
    expect(s.last('ana', GROUP)).toMatchObject({ text: 'Gift' })
  })

  test('with no private way at all is a cut toast that opens the private chat', async () => {
    await begin({ sandbox: { apiVersion: '9.6' }, answer: () => answerOf(LONG) })
    const outcome = await pressCard('ana')
    expect(outcome).toMatchObject({
      kind: 'toast',
      alert: false,
      url: 'https://t.me/community_partner_demo_bot?start=private',
    })
    expect(outcome.kind === 'toast' && outcome.text).toMatch(/^L+…\ntelegram-toast-private$/)
    expect(outcome.kind === 'toast' && outcome.text.length).toBe(200)
    expect(s.last('kofi', GROUP)).toMatchObject({ text: 'Gift' })
  })

  test('that replaces a public card for everyone edits it', async () => {
    await begin({ answer: () => answerOf({ text: [words('Gone')], replace: true, audience: 'everyone' }) })
    expect(await pressCard('ana')).toEqual({ kind: 'toast', text: '', alert: false })
    await s.telegram.stop()
    expect(s.last('kofi', GROUP)).toMatchObject({ text: 'Gone' })
  })

  test('for one person’s eyes never takes the place of a public card', async () => {
    await begin({ answer: () => answerOf({ ...WITH_ROWS, replace: true }) })
    await pressCard('ana')
    expect(s.last('kofi', GROUP)).toMatchObject({ text: 'Gift' })
    expect(s.last('ana', GROUP)).toMatchObject({ text: 'Choose' })
  })

  test('replaces the ephemeral message that was pressed', async () => {
    const views = [answerOf(WITH_ROWS), answerOf({ text: [words('Done')], replace: true })]
    await begin({ answer: () => views.shift() })
    await pressCard('ana')
    const question = s.last('ana', GROUP) as { ephemeral_message_id: number }
    const room = s.sandbox.history(GROUP, 'ana')
    expect(question.ephemeral_message_id).toBeGreaterThan(0)
    const outcome = await s.sandbox.act('ana', {
      do: 'press',
      room: GROUP,
      message: `e.${question.ephemeral_message_id}`,
      data: '1wallet',
    })
    expect(outcome).toEqual({ kind: 'toast', text: '', alert: false })
    await s.telegram.stop()
    expect(s.intake.calls.at(-1)?.message).toMatch(/^e\d+:\d+$/)
    expect(s.last('ana', GROUP)).toMatchObject({ text: 'Done' })
    expect(s.sandbox.history(GROUP, 'ana')).toHaveLength(room.length)
  })

  test('that replaces a message that is gone comes anew', async () => {
    await begin({
      answer: (call) => (call.awaitsAnswer ? answerOf({ ...WITH_ROWS, replace: true }) : undefined),
    })
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    await s.sandbox.pressRaw('ana', { room: privateRoom(s, 'ana'), message: 999, data: '1wallet' })
    await s.telegram.stop()
    // The waiting ends when there is something to look at, so that nobody presses what is from before.
    expect(s.calls.slice(-3)).toEqual([
      'editMessageText Bad Request: message to edit not found',
      'sendMessage ok',
      'answerCallbackQuery ok',
    ])
    expect(s.last('ana', privateRoom(s, 'ana'))).toMatchObject({ text: 'Choose' })
  })

  test('under a message that is as it should be already is fine', async () => {
    await begin({ answer: () => answerOf({ ...CARD, replace: true }) })
    await pressCard('ana')
    await s.telegram.stop()
    expect(s.log.lines.filter(({ level }) => level === 'warn')).toEqual([])
  })

  test('under a message that never was is still the intake’s to judge', async () => {
    await begin()
    const outcome = s.sandbox.pressRaw('ana', { room: GROUP, message: 5, data: 'x' })
    expect(await outcome).toMatchObject({ kind: 'toast' })
    expect(s.intake.calls[0]).toMatchObject({ request: { kind: 'pressed', data: 'x' }, message: '5' })
  })
})

describe('a webhook', () => {
  const SECRET = 'hook-secret_'.repeat(4)
  let server: Server

  /** Mounts a hook as `http/server.ts` does, in small. */
  async function mount(hook: () => Hook | undefined) {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const door = hook()
      if (!door?.admits(request.headers)) return response.writeHead(401).end()
      const reply = await door.handle(request.headers, Buffer.concat(chunks))
      return response
        .writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
        .end(reply.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/telegram`
  }

  async function beginWebhook(options: StageOptions) {
    const webhookUrl = await mount(() => s?.telegram.hook)
    await begin({ ...options, telegram: { mode: { webhookUrl, secret: SECRET } } })
  }
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  test('answers a press in its own reply', async () => {
    await beginWebhook({ answer: () => answerOf({ text: [words('Yours')] }) })
    expect(await pressCard('ana')).toEqual({ kind: 'toast', text: 'Yours', alert: false })
    await s.sandbox.act('kofi', { do: 'say', room: GROUP, text: '/help' })
    expect(await s.called(2)).toMatchObject([
      { actor: { name: 'Ana Torres' } },
      { request: { command: 'help' } },
    ])
  })

  test('edits by a call of its own', async () => {
    await beginWebhook({
      answer: () => answerOf({ text: [words('Gone')], replace: true, audience: 'everyone' }),
    })
    expect(await pressCard('ana')).toEqual({ kind: 'toast', text: '', alert: false })
    await s.telegram.stop()
    expect(s.last('kofi', GROUP)).toMatchObject({ text: 'Gone' })
    expect(s.calls).toContain('editMessageText ok')
  })

  test('an update that could not be kept comes again', async () => {
    let tries = 0
    const hasty = (ms: number, run: () => void) => {
      const timer = setTimeout(run, ms / 100)
      return () => clearTimeout(timer)
    }
    await beginWebhook({
      sandbox: { after: hasty },
      answer: () => {
        if (++tries === 1) throw new Outage('the database is away')
        return undefined
      },
    })
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/help' })
    const [first, second] = await s.called(2)
    expect(second?.id).toBe(first?.id)
  })
})

test('without a webhook there is no hook', async () => {
  await begin()
  expect(s.telegram).not.toHaveProperty('hook')
})

test('news of the house: migration, promotion, blocking', async () => {
  await begin()
  await s.sandbox.act('ana', { do: 'open', payload: '' })
  await s.called(1)
  s.sandbox.setBlocked('ana', true)
  s.sandbox.setBlocked('ana', false)
  s.sandbox.setBotStanding('olivia', GROUP, 'kicked')
  s.sandbox.setBotStanding('olivia', GROUP, 'member')
  await s.sandbox.act('kofi', { do: 'say', room: GROUP, text: '/help' })
  await s.called(2)
  await s.telegram.stop()
  expect(s.intake.events.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['bot-blocked', 'bot-unblocked', 'bot-left', 'bot-joined']),
  )
})

test('menus reach the app in the person’s language', async () => {
  await begin()
  await s.telegram.publish([
    {
      name: 'help',
      scope: 'everywhere',
      description: { en: 'What I can do', ru: 'Что я умею' },
      arguments: [],
    },
  ])
  expect(s.sandbox.commands(GROUP, 'pavel')).toMatchObject([{ command: 'help', description: 'Что я умею' }])
  expect(s.sandbox.commands(GROUP, 'kofi')).toMatchObject([{ command: 'help', description: 'What I can do' }])
  const before = s.calls.length
  await s.telegram.publish([
    {
      name: 'help',
      scope: 'everywhere',
      description: { en: 'What I can do', ru: 'Что я умею' },
      arguments: [],
    },
  ])
  expect(s.calls.slice(before).filter((call) => call.startsWith('set'))).toEqual([])
})

test('the sandbox tells who is who', async () => {
  await begin()
  const place = { platform: 'telegram' as const, chat: FORUM, kind: 'group' as const }
  const account = (id: number) => ({
    platform: 'telegram' as const,
    id: String(id),
    name: '',
    isBot: false,
    isAnonymous: false,
  })
  expect(await s.telegram.standing(account(5_000_000_001), place)).toEqual({
    membership: 'member',
    isAdmin: true,
    roles: [],
  })
  expect(await s.telegram.standing(account(5_000_000_005), place)).toEqual({
    membership: 'member',
    isAdmin: false,
    roles: [],
  })
  expect(await s.telegram.standing(account(5_000_000_007), place)).toEqual({
    membership: 'outsider',
    isAdmin: false,
    roles: [],
  })
  expect(await s.telegram.standing(account(5_000_000_005), { ...place, chat: '-5' })).toMatchObject({
    membership: 'unknown',
  })
})

test('a call that awaits nothing and still gets an answer hears it', async () => {
  s = await stage()
  const intake = fakeIntake(() => answerOf({ text: [words('Hello')] }))
  await s.telegram.start(intake, () => {})
  await s.sandbox.act('ana', { do: 'open', payload: '' })
  await new Promise<void>((resolve) => s.sandbox.onEvent((event) => event.kind === 'message' && resolve()))
  expect(s.last('ana', privateRoom(s, 'ana'))).toMatchObject({ text: 'Hello' })
})
