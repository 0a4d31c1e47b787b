/** The whole adapter, with discord.js unchanged, against the sandbox's Discord. */

import type { IncomingMessage, Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIMessage } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account, Place } from '../../../src/interaction/call.js'
import type { Listing, Platform } from '../../../src/interaction/platform.js'
import type { Answer, View } from '../../../src/interaction/view.js'
import type { Hook } from '../../../src/kit/hook.js'
import type { World } from '../../../src/kit/world.js'
import { realWorld } from '../../../src/kit/world.js'
import type { DiscordOptions } from '../../../src/platforms/discord/discord.js'
import { createDiscord } from '../../../src/platforms/discord/discord.js'
import { demoCommunity, GUILD } from '../../../src/sandbox/community.js'
import type { Outcome, SandboxEvent } from '../../../src/sandbox/contract.js'
import type { DiscordSandbox, DiscordSandboxOptions } from '../../../src/sandbox/discord/discord.js'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { noFiles } from '../../kit/files.js'
import { forbidStrangeCalls } from '../../kit/strange.js'
import { slowClock } from '../../sandbox/discord/slow-clock.js'
import type { House, RecordingLog } from './house.js'
import { fakeHouse, fakeSpeech, order, recordingLog, saying, spans } from './house.js'
import { steeredWorld } from './steered-world.js'

const LOUNGE = '800000000000002001'
const ANA = demoCommunity().person('ana').discord.id
const ana: Account = { platform: 'discord', id: ANA, name: 'Ana', isBot: false, isAnonymous: false }
const lounge: Place = { platform: 'discord', chat: LOUNGE, kind: 'group', guild: GUILD }

const listing = (name: string, more: Partial<Listing> = {}): Listing => ({
  name,
  scope: 'everywhere',
  description: { en: `Does ${name}`, 'zh-CN': '做', ru: 'Делает', es: 'Hace' },
  arguments: [],
  ...more,
})
const amount = {
  name: 'amount',
  type: 'text' as const,
  required: true,
  label: { en: 'amount', es: 'importe' },
  description: { en: 'How much', es: 'Cuánto' },
}
const LISTINGS = [listing('redpacket', { arguments: [amount] }), listing('help')]

let sandbox: DiscordSandbox
let house: House
let log: RecordingLog
let platform: Platform & { hook?: Hook }
let calls: string[]
const opened: (Platform & { hook?: Hook })[] = []

async function openSandbox(more: Partial<DiscordSandboxOptions> = {}) {
  const quick = { limit: 100_000, per: 1000 }
  sandbox = createDiscordSandbox({
    community: demoCommunity(),
    identifyWindowMs: 0,
    patience: 500,
    global: quick,
    rates: { message: quick, messageEdit: quick, webhook: quick, command: quick, member: quick, dm: quick },
    ...more,
  })
  forbidStrangeCalls(sandbox)
  await sandbox.listen()
  sandbox.onEvent((event: SandboxEvent) => {
    if (event.kind === 'call') calls.push(event.method)
  })
}

beforeEach(async () => {
  calls = []
  house = fakeHouse()
  log = recordingLog()
  await openSandbox()
})

afterEach(async () => {
  for (const one of opened.splice(0)) {
    await one.stop()
    await one.close()
  }
  await sandbox.close()
  const said = log.lines.join('\n')
  expect(said).not.toContain(sandbox.token)
})

function create(options: Partial<DiscordOptions> = {}) {
  const world: World = realWorld()
  const fields = {
    token: sandbox.token,
    apiRoot: sandbox.root,
    speech: fakeSpeech,
    world,
    log,
    order,
    load: noFiles,
    ...options,
  }
  platform = createDiscord(fields)
  opened.push(platform)
  return platform
}

async function start(options: Partial<DiscordOptions> = {}) {
  await create(options).start(house, (error) => log.error('fatal', { error: error.message }))
  await platform.publish(LISTINGS)
}

const act = (action: Parameters<DiscordSandbox['act']>[1]) => sandbox.act('ana', action)
const slash = (name: string, options: Record<string, string> = {}) =>
  act({ do: 'command', room: LOUNGE, name, options })

function messageOf(outcome: Outcome) {
  if (outcome.kind !== 'message') throw new Error(`no message but ${JSON.stringify(outcome)}`)
  return { ...outcome, message: outcome.message as APIMessage }
}
const wordsOf = (message: unknown) => JSON.stringify((message as APIMessage).components)
const button = (label: string, packet: string): View['rows'] => [
  [{ kind: 'press', label: spans(label), press: { command: 'claim', values: { packet } }, style: 'success' }],
]
const card = (words: string): View => ({
  text: [spans(words)],
  rows: button('Open', 'k3'),
  audience: 'everyone',
  tone: 'gift',
})

/** Posts the card and answers its id. */
async function posted(): Promise<string> {
  const sent = await platform.deliver({
    key: 'card:k3',
    place: lounge,
    view: card('10 of 10 left'),
    locale: 'en',
  })
  if (!sent.message) throw new Error('no message id')
  return sent.message
}

describe('a conversation', () => {
  test('slash → ephemeral answer', async () => {
    await start()
    house.answer = () => saying({ text: [spans('Your ', { text: 'balance', bold: true })] })
    const outcome = messageOf(await slash('help'))
    expect(outcome).toMatchObject({ ephemeral: true, update: false })
    expect(wordsOf(outcome.message)).toContain('Your **balance**')
    expect(house.calls[0]).toMatchObject({
      actor: { id: ANA, language: 'es-ES' },
      place: { chat: LOUNGE, kind: 'group', guild: GUILD },
      standing: { membership: 'member', isAdmin: false },
      request: { kind: 'filled', command: 'help', values: {} },
    })
  })

  test('options arrive as text, admins as admins', async () => {
    await start()
    house.answer = () => saying({ text: [spans('ok')] })
    await sandbox.act('mei', { do: 'command', room: LOUNGE, name: 'redpacket', options: { amount: '12.5' } })
    expect(house.calls[0]).toMatchObject({
      standing: { isAdmin: true },
      request: { kind: 'filled', values: { amount: '12.5' } },
    })
  })

  test('press → the card is replaced', async () => {
    await start()
    const message = await posted()
    house.answer = (call) =>
      saying(call.request.kind === 'pressed' ? { ...card('9 of 10 left'), replace: true } : {})
    const outcome = messageOf(await act({ do: 'press', room: LOUNGE, message, data: '1claim:k3' }))
    expect(outcome).toMatchObject({ update: true, ephemeral: false })
    expect(wordsOf(outcome.message)).toContain('9 of 10 left')
    expect(house.calls[0]).toMatchObject({ message, request: { kind: 'pressed', data: '1claim:k3' } })
  })

  test('press → a receipt for one', async () => {
    await start()
    const message = await posted()
    house.answer = () => saying({ text: [spans('You got 1.25 USDT')] })
    const outcome = messageOf(await act({ do: 'press', room: LOUNGE, message, data: '1claim:k3' }))
    expect(outcome).toMatchObject({ update: false, ephemeral: true })
  })

  test('press → nothing to say', async () => {
    await start()
    const message = await posted()
    house.answer = () => undefined
    expect((await act({ do: 'press', room: LOUNGE, message, data: '1claim:k3' })).kind).not.toBe('timeout')
  })

  test('sixty choices in selects: an option is a press', async () => {
    await start()
    const rows = Array.from({ length: 60 }, (_, index) => button(`Packet ${index}`, `k${index}`) ?? []).flat()
    house.answer = () => saying({ text: [spans('Which?')], rows })
    const shown = messageOf(await slash('help'))
    house.answer = () => saying({ text: [spans('That one')] })
    const message = shown.message.id
    await act({ do: 'press', room: LOUNGE, message, data: '=pick=1', values: ['1claim:k30'] })
    expect(house.calls[1]?.request).toEqual({ kind: 'pressed', data: '1claim:k30' })
  })

  test('a private button arrives as opened', async () => {
    await start()
    house.answer = () =>
      saying({ text: [spans('x')], rows: [[{ kind: 'private', label: spans('Ask me'), payload: 'ref_7' }]] })
    const shown = messageOf(await slash('help'))
    await act({ do: 'press', room: LOUNGE, message: shown.message.id, data: '=open=ref_7' })
    expect(house.calls[1]?.request).toEqual({ kind: 'opened', payload: 'ref_7' })
  })

  test('a form round trip', async () => {
    await start()
    const form = {
      press: { command: 'redpacket', values: {} },
      title: spans('New packet'),
      fields: [
        { name: 'amount', label: spans('How much?'), required: true },
        {
          name: 'shares',
          label: spans('How many?'),
          required: true,
          choices: [
            { value: '5', label: spans('Five') },
            { value: '10', label: spans('Ten') },
          ],
        },
      ],
    }
    house.answer = (call): Answer =>
      call.request.kind === 'submitted' ? saying({ text: [spans('Sent')] }) : saying({ form })
    const asked = await slash('help')
    if (asked.kind !== 'modal') throw new Error(`no modal but ${JSON.stringify(asked)}`)
    const done = messageOf(
      await act({
        do: 'submit',
        room: LOUNGE,
        modal: asked.modal,
        values: { amount: '12.5', shares: ['10'] },
      }),
    )
    expect(done.ephemeral).toBe(true)
    expect(house.calls[1]?.request).toEqual({
      kind: 'submitted',
      form: '1redpacket',
      values: { amount: '12.5', shares: '10' },
    })
  })

  test('a forged press is only a request', async () => {
    await start()
    const message = await posted()
    house.answer = () => saying({ text: [spans('No')] }, true)
    const raw = sandbox.pressRaw('ana', { room: LOUNGE, message, data: '1pay:everything' })
    expect(messageOf(await raw.outcome).ephemeral).toBe(true)
    expect(house.calls[0]?.request).toEqual({ kind: 'pressed', data: '1pay:everything' })
  })

  test('an interaction sent twice is the same call twice, and the second answer is no trouble', async () => {
    await start()
    const message = await posted()
    house.answer = () => saying({ text: [spans('x')] })
    const raw = sandbox.pressRaw('ana', { room: LOUNGE, message, data: '1claim:k3' })
    await raw.outcome
    sandbox.replay(raw.interaction)
    await expect.poll(() => log.lines.filter((line) => line.includes('answered before')).length).toBe(1)
    expect(house.calls.map((call) => call.id)).toEqual([raw.interaction, raw.interaction])
    expect(log.lines.filter((line) => /^(warn|error)/.test(line))).toEqual([])
  })

  test('a slow answer is deferred and still arrives', async () => {
    const world = steeredWorld(Date.now())
    await start({ world })
    let release: (answer: Answer) => void = () => {}
    house.answer = () => new Promise((resolve) => (release = resolve))
    const outcome = slash('help')
    await expect.poll(() => house.calls.length).toBe(1)
    world.pass(1500)
    await expect.poll(() => calls.some((line) => line.includes('callback'))).toBe(true)
    release(saying({ text: [spans('At last')] }))
    const shown = messageOf(await outcome)
    expect(wordsOf(shown.message)).toContain('At last')
    expect(shown.ephemeral).toBe(true)
  })
})

describe('deliveries', () => {
  test('a card, edited', async () => {
    await start()
    const edit = await posted()
    await platform.deliver({
      key: 'card:k3:2',
      place: lounge,
      edit,
      view: card('0 of 10 left'),
      locale: 'en',
    })
    const seen = sandbox.history(LOUNGE, 'ana') as APIMessage[]
    expect(seen).toHaveLength(1)
    expect(wordsOf(seen[0])).toContain('0 of 10 left')
  })

  test('the same delivery twice is one message', async () => {
    await start()
    expect(await posted()).toBe(await posted())
    expect(sandbox.history(LOUNGE, 'ana')).toHaveLength(1)
  })

  test('a name that would ping everyone pings nobody, sent or edited', async () => {
    await start()
    const view: View = {
      text: [spans('From ', { text: `@everyone <@${ANA}> <@&800000000000001101>`, bold: true })],
      audience: 'everyone',
    }
    const { message = '' } = await platform.deliver({ key: 'ping', place: lounge, view, locale: 'en' })
    await platform.deliver({ key: 'ping2', place: lounge, edit: message, view, locale: 'en' })
    expect(sandbox.pings(message)).toEqual({ everyone: false, users: [], roles: [] })
  })

  test('a private receipt', async () => {
    await start()
    const view: View = { text: [spans('You got 1.25 USDT')] }
    const receipt = { key: 'r', place: lounge, recipient: ana, view, locale: 'en' }
    await platform.deliver(receipt)
    const room = sandbox.rooms('ana').find((one) => one.kind === 'private')
    expect(wordsOf(sandbox.history(room?.id ?? '', 'ana')[0])).toContain('You got 1.25 USDT')
    expect(sandbox.history(LOUNGE, 'kofi')).toEqual([])
    sandbox.setDirectMessages('ana', false)
    await expect(platform.deliver({ ...receipt, key: 'r2' })).rejects.toMatchObject({
      failure: { kind: 'unreachable' },
    })
  })

  test('a message to edit that is gone, and a channel that never was', async () => {
    await start()
    const edit = '800000000000777777'
    await expect(
      platform.deliver({ key: 'x', place: lounge, edit, view: card('x'), locale: 'en' }),
    ).rejects.toMatchObject({ failure: { kind: 'gone' } })
    const nowhere = { ...lounge, chat: '800000000000888888' }
    await expect(
      platform.deliver({ key: 'y', place: nowhere, view: card('x'), locale: 'en' }),
    ).rejects.toMatchObject({ failure: { kind: 'unreachable' } })
  })

  test('an answer lost after the effect is unknown, and its repetition is the same message', async () => {
    await start()
    sandbox.setFaults(({ method }) => (method === 'POST' ? { when: 'after', what: 'reset' } : undefined))
    const once = { key: 'lost', place: lounge, view: card('x'), locale: 'en' }
    await expect(platform.deliver(once)).rejects.toMatchObject({ failure: { kind: 'unknown' } })
    sandbox.setFaults(undefined)
    await platform.deliver(once)
    expect(sandbox.history(LOUNGE, 'ana')).toHaveLength(1)
  })

  test('standing', async () => {
    await start()
    const mei = { ...ana, id: demoCommunity().person('mei').discord.id }
    expect(await platform.standing(ana, lounge)).toMatchObject({ membership: 'member', isAdmin: false })
    expect(await platform.standing(mei, lounge)).toMatchObject({ membership: 'member', isAdmin: true })
    const stranger = { ...ana, id: '800000000000999999' }
    expect(await platform.standing(stranger, lounge)).toMatchObject({ membership: 'outsider' })
  })
})

describe('coming and going', () => {
  test('commands are sent once, and again only when they differ', async () => {
    await start()
    const puts = () => calls.filter((line) => /PUT/.test(line)).length
    const before = puts()
    expect(before).toBe(1)
    await platform.publish(LISTINGS)
    expect(puts()).toBe(before)
    await platform.publish([...LISTINGS, listing('balance')])
    expect(puts()).toBe(before + 1)
    expect(sandbox.commands(LOUNGE, 'ana')).toHaveLength(3)
  })

  test('the link to the private chat is told after start, and never with a payload', async () => {
    create()
    expect(platform.privateLink('')).toBeUndefined()
    await platform.start(house, () => {})
    expect(platform.privateLink('')).toBe(`https://discord.com/users/${sandbox.applicationId}`)
    expect(platform.privateLink('ref_7')).toBeUndefined()
  })

  test('a dropped connection is taken up again', async () => {
    await start()
    house.answer = () => saying({ text: [spans('still here')] })
    sandbox.gateway.dropConnections()
    const outcome = await slash('help')
    expect(wordsOf(messageOf(outcome).message)).toContain('still here')
  })

  test('stop waits for the call in hand and leaves sending possible', async () => {
    await start()
    let release: (answer: Answer) => void = () => {}
    house.answer = () => new Promise((resolve) => (release = resolve))
    const outcome = slash('help')
    await expect.poll(() => house.calls.length).toBe(1)
    const stopped = platform.stop()
    release(saying({ text: [spans('last words')] }))
    await stopped
    expect(wordsOf(messageOf(await outcome).message)).toContain('last words')
    await posted()
  })

  test('a wrong token ends the start with one line', async () => {
    const starting = create({ token: 'wrong.token.of-mine' }).start(house, () => {})
    await expect(starting).rejects.toMatchObject({
      name: 'StartError',
      exitCode: 78,
      message: 'Discord does not accept DISCORD_TOKEN: copy it anew from the developer portal',
    })
  })

  test('a public key of another application ends the start', async () => {
    const starting = create({ publicKey: 'ab'.repeat(32) }).start(house, () => {})
    await expect(starting).rejects.toMatchObject({
      exitCode: 78,
      message: 'DISCORD_PUBLIC_KEY is not the public key of this application',
    })
  })

  test('a token revoked later is fatal, once', async () => {
    const ends: Error[] = []
    await create().start(house, (error) => ends.push(error))
    const unauthorised = { status: 401, body: { code: 0, message: '401: Unauthorized' } }
    sandbox.setFaults(() => ({ when: 'before', what: unauthorised }))
    await expect(posted()).rejects.toMatchObject({ failure: { kind: 'unauthorised' } })
    await expect(posted()).rejects.toMatchObject({ failure: { kind: 'unauthorised' } })
    expect(ends).toMatchObject([{ name: 'StartError', exitCode: 78 }])
  })

  test('a Discord that is away is waited for', async () => {
    const world = steeredWorld()
    let away = 2
    sandbox.setFaults(() => (away-- > 0 ? { when: 'before', what: { status: 503 } } : undefined))
    const starting = create({ world }).start(house, () => {})
    for (const pause of [1000, 2000]) {
      await expect.poll(() => world.waiting()).toBe(1)
      world.pass(pause)
    }
    await starting
    expect(log.lines.filter((line) => line.includes('not reachable yet'))).toHaveLength(2)
  })

  test('a stop while waiting ends the start', async () => {
    sandbox.setFaults(() => ({ when: 'before', what: { status: 503 } }))
    const world = steeredWorld()
    const starting = create({ world }).start(house, () => {})
    await expect.poll(() => world.waiting()).toBe(1)
    await platform.stop()
    await starting
    expect(platform.privateLink('')).toBeUndefined()
  })
})

describe('over HTTP', () => {
  let server: Server

  afterEach(() => new Promise<void>((resolve) => void server.close(() => resolve())))

  async function mount(hook: Hook | undefined): Promise<string> {
    if (!hook) throw new Error('there is no hook')
    server = createServer(async (request, response) => {
      const reply = hook.admits(request.headers)
        ? await hook.handle(request.headers, await bodyOf(request))
        : { status: 401 }
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}${hook.path}`
  }

  async function bodyOf(request: IncomingMessage): Promise<Buffer> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }

  test.each([true, false])('the endpoint is verified, probed and used (gateway: %s)', async (gateway) => {
    await start({ publicKey: sandbox.publicKey, gateway })
    await sandbox.setInteractionsEndpoint(await mount(platform.hook))
    expect(await sandbox.probeEndpoint()).toBe(401)
    house.answer = () => saying({ text: [spans('by body')] })
    const outcome = messageOf(await slash('help'))
    expect(wordsOf(outcome.message)).toContain('by body')
    expect(outcome.ephemeral).toBe(true)
    expect(calls.filter((line) => line.includes('callback'))).toEqual([])
    const message = await posted()
    house.answer = () => undefined
    expect((await act({ do: 'press', room: LOUNGE, message, data: '1claim:k3' })).kind).not.toBe('timeout')
    await sandbox.setInteractionsEndpoint(undefined)
  })
})

describe('a storm', () => {
  test('a thousand presses at once are all answered, and nothing is left in hand', async () => {
    await sandbox.close()
    await openSandbox({ ...slowClock(), patience: 3_000 })
    await start()
    const message = await posted()
    house.answer = (call) => saying({ text: [spans(`for ${call.actor.id}`)] })
    const started = performance.now()
    const outcomes = await Promise.all(
      Array.from({ length: 1000 }, (_, index) =>
        sandbox.act(`crowd-${index}`, { do: 'press', room: LOUNGE, message, data: '1claim:k3' }),
      ),
    )
    expect(outcomes.filter((outcome) => outcome.kind === 'message')).toHaveLength(1000)
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(house.calls).toHaveLength(1000)
    expect(log.lines.filter((line) => /^(warn|error)/.test(line))).toEqual([])
  })
})
