/** Each fault on each route by which the bot says something, and on the gateway. */
import { type Client, Events } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { FaultId, SandboxEvent } from '../../../src/sandbox/contract.js'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { createFaults, type Faults } from '../../../src/sandbox/faults.js'
import { LOUNGE, login, startSandbox } from './client.js'
import { type VirtualClock, virtualClock } from './virtual-clock.js'
import { identify, isEvent, isOp, openWire, type Wire } from './wire.js'

let sandbox: DiscordSandbox
let clock: VirtualClock
let faults: Faults
let wire: Wire
let calls: Extract<SandboxEvent, { kind: 'call' }>[]

beforeEach(async () => {
  clock = virtualClock()
  faults = createFaults({ chance: () => 0, now: clock.now })
  sandbox = await startSandbox({ ...clock, faults })
  calls = []
  sandbox.onEvent((event) => event.kind === 'call' && calls.push(event))
  wire = await openWire(sandbox)
  wire.send(identify(sandbox.token))
  await wire.next(isEvent('READY'))
})
afterEach(async () => {
  wire.socket.terminate()
  await sandbox.close()
})

interface Reply {
  status: number
  headers: Headers
  text: string
}

/** Rejects when the connection breaks. */
async function call(method: string, path: string, body?: unknown, authorized = true): Promise<Reply> {
  const response = await fetch(`${sandbox.root}/v10${path}`, {
    method,
    headers: {
      ...(authorized ? { authorization: `Bot ${sandbox.token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const button = { type: 1, components: [{ type: 2, style: 1, label: 'Claim', custom_id: 'claim' }] }
const post = (content: string) =>
  call('POST', `/channels/${LOUNGE}/messages`, { content, components: [button] })
const idOf = ({ text }: Reply): string => (JSON.parse(text) as { id: string }).id
const contents = () => sandbox.history(LOUNGE, 'ana').map((seen) => (seen as { content: string }).content)

/** A press that the bot has heard of, and has answered if `answered`. */
async function pressed(answered: boolean) {
  const message = idOf(await post('card'))
  void sandbox.act('ana', { do: 'press', room: LOUNGE, message, data: 'claim' })
  const { d } = await wire.next(isEvent('INTERACTION_CREATE'))
  const { id, token } = d as unknown as { id: string; token: string }
  const respond = () =>
    call('POST', `/interactions/${id}/${token}/callback`, { type: 4, data: { content: 'new' } }, false)
  const hook = (method: string, path: string, body?: unknown) =>
    call(method, `/webhooks/${sandbox.applicationId}/${token}${path}`, body, false)
  if (answered) await respond()
  return { respond, hook }
}

interface Prepared {
  run(): Promise<Reply>
  isDone(): boolean
}

const isNew = () => contents().includes('new')

const ROUTES: Record<string, () => Promise<Prepared>> = {
  'POST /channels/:channel/messages': async () => ({ run: () => post('new'), isDone: isNew }),
  'PATCH /channels/:channel/messages/:message': async () => {
    const path = `/channels/${LOUNGE}/messages/${idOf(await post('old'))}`
    return { run: () => call('PATCH', path, { content: 'new' }), isDone: isNew }
  },
  'POST /interactions/:interaction/:token/callback': async () => {
    const { respond } = await pressed(false)
    return { run: respond, isDone: isNew }
  },
  'POST /webhooks/:application/:token': async () => {
    const { hook } = await pressed(true)
    return { run: () => hook('POST', '', { content: 'more' }), isDone: () => contents().includes('more') }
  },
  'PATCH /webhooks/:application/:token/messages/@original': async () => {
    const { hook } = await pressed(true)
    const run = () => hook('PATCH', '/messages/@original', { content: 'changed' })
    return { run, isDone: () => contents().includes('changed') }
  },
  'DELETE /webhooks/:application/:token/messages/@original': async () => {
    const { hook } = await pressed(true)
    return { run: () => hook('DELETE', '/messages/@original'), isDone: () => !isNew() }
  },
}

/** As the server calls the route. */
const named = (route: string): string => route.replace('@original', ':message')

interface Expected {
  fault: FaultId
  done: boolean
  /** How the call ends; undefined: the connection breaks. */
  status?: number
  check?(reply: Reply): void
}

const limited =
  (global: boolean) =>
  ({ headers, text }: Reply): void => {
    expect(JSON.parse(text)).toEqual({
      ...{ message: 'You are being rate limited.', retry_after: 3, global, code: 0 },
    })
    expect(headers.get('retry-after')).toBe('3')
    expect(headers.get('x-ratelimit-scope')).toBe(global ? 'global' : 'user')
    expect(headers.get('x-ratelimit-global')).toBe(global ? 'true' : null)
  }

const EXPECTED: Expected[] = [
  { fault: 'discord-limit', done: false, status: 429, check: limited(false) },
  { fault: 'discord-limit-global', done: false, status: 429, check: limited(true) },
  {
    fault: 'discord-error-before',
    done: false,
    status: 500,
    check: ({ text }) => expect(JSON.parse(text)).toEqual({ message: '500: Internal Server Error', code: 0 }),
  },
  {
    fault: 'discord-error-after',
    done: true,
    status: 502,
    check: ({ headers, text }) => {
      expect(headers.get('content-type')).toBe('text/html')
      expect(text).toContain('502 Bad Gateway')
    },
  },
  { fault: 'discord-reset-before', done: false },
  { fault: 'discord-reset-after', done: true },
]

describe.each(Object.keys(ROUTES))('%s', (route) => {
  const isInteraction = !route.includes('/channels')
  const those = EXPECTED.filter(({ fault }) => !isInteraction || fault !== 'discord-limit-global')

  test.each(those)('$fault', async ({ fault, done, status, check }) => {
    const prepared = await ROUTES[route]?.()
    if (!prepared) throw new Error('no such route')
    faults.set({ [fault]: 'next' })
    const reply = await prepared.run().catch(() => undefined)
    expect(reply?.status).toBe(status)
    if (reply) check?.(reply)
    expect(prepared.isDone()).toBe(done)
    await vi.waitUntil(() => calls.at(-1)?.fault === fault)
    expect(calls.at(-1)).toMatchObject({ method: named(route), ok: false, fault })
    expect(faults.level(fault)).toBe('off')
  })

  test('discord-stall', async () => {
    const prepared = await ROUTES[route]?.()
    if (!prepared) throw new Error('no such route')
    faults.set({ 'discord-stall': 'next' })
    const reply = prepared.run()
    await vi.waitUntil(() => faults.level('discord-stall') === 'off')
    expect(prepared.isDone()).toBe(false)
    clock.advance(8_000)
    // An answer that comes after three seconds is none.
    const isCallback = route.includes('callback')
    expect((await reply).status).toBe(isCallback ? 404 : route.startsWith('DELETE') ? 204 : 200)
    expect(prepared.isDone()).toBe(!isCallback)
    expect(calls.at(-1)).toMatchObject({ method: named(route), fault: 'discord-stall' })
  })

  test.runIf(isInteraction)('is bound to no global limit', async () => {
    const prepared = await ROUTES[route]?.()
    faults.set({ 'discord-limit-global': 1 })
    expect((await prepared?.run())?.status).toBeLessThan(300)
    expect(prepared?.isDone()).toBe(true)
  })
})

describe('interactions', () => {
  const press = async (person: string, message: string) =>
    void sandbox.act(person, { do: 'press', room: LOUNGE, message, data: 'claim' })
  const nextId = async () =>
    ((await wire.next(isEvent('INTERACTION_CREATE'))).d as unknown as { id: string }).id

  test('twice: the very same', async () => {
    const message = idOf(await post('card'))
    faults.set({ 'discord-duplicate': 'next' })
    await press('ana', message)
    expect(await nextId()).toBe(await nextId())
  })

  test('late: with a second left of the three', async () => {
    const message = idOf(await post('card'))
    faults.set({ 'discord-late': 'next' })
    const outcome = sandbox.act('ana', { do: 'press', room: LOUNGE, message, data: 'claim' })
    clock.advance(1_999)
    expect(wire.received.some(isEvent('INTERACTION_CREATE'))).toBe(false)
    clock.advance(1)
    await nextId()
    clock.advance(1_000)
    expect(await outcome).toEqual({ kind: 'timeout' })
  })

  test('overtaken by the next one', async () => {
    const message = idOf(await post('card'))
    faults.set({ 'discord-reorder': 'next' })
    await press('ana', message)
    await press('kofi', message)
    const first = await nextId()
    expect(BigInt(first)).toBeGreaterThan(BigInt(await nextId()))
  })
})

describe('the gateway', () => {
  const resume = async (seq: number) => {
    const { d } = wire.received.find(isEvent('READY')) ?? {}
    const again = await openWire(sandbox)
    const session_id = (d as unknown as { session_id: string }).session_id
    again.send({ op: 6, d: { token: sandbox.token, session_id, seq } })
    return again
  }

  test('asks to reconnect, at once, and the session is resumed', async () => {
    faults.set({ 'discord-reconnect': 'next' })
    clock.advance(0)
    await wire.next(isOp(7))
    wire.socket.terminate()
    const again = await resume(1)
    await again.next(isEvent('RESUMED'))
    again.socket.terminate()
    clock.advance(60_000)
    expect(faults.answer().faults.find(({ id }) => id === 'discord-reconnect')?.struck).toBe(1)
  })

  test('cuts the connection without a word, and the session is resumed', async () => {
    faults.set({ 'discord-drop': 'next' })
    clock.advance(0)
    expect((await wire.closed).code).toBe(1006)
    const again = await resume(1)
    await again.next(isEvent('RESUMED'))
    again.socket.terminate()
  })

  test('ends the session, which cannot be resumed', async () => {
    faults.set({ 'discord-invalid-session': 'next' })
    clock.advance(0)
    expect((await wire.next(isOp(9))).d).toBe(false)
    const again = await resume(1)
    expect((await again.next(isOp(9))).d).toBe(false)
    again.socket.terminate()
  })

  const sessionAfter = (id: FaultId) => faults.answer().faults.find((one) => one.id === id)?.after

  test('says whether the bot has come back, after how long, and that nothing was lost', async () => {
    faults.set({ 'discord-drop': 'next' })
    clock.advance(0)
    expect(sessionAfter('discord-drop')).toEqual({ kind: 'away' })
    await wire.closed
    clock.advance(2_500)
    const again = await resume(1)
    await again.next(isEvent('RESUMED'))
    expect(sessionAfter('discord-drop')).toMatchObject({ kind: 'resumed', ms: 2_500 })
    again.socket.terminate()
  })

  test('says how much was lost with a session', async () => {
    faults.set({ 'discord-invalid-session': 'next' })
    clock.advance(0)
    await wire.next(isOp(9))
    const message = idOf(await post('card'))
    // Talk of others would not have been sent to this bot: it did not ask for messages.
    await sandbox.act('ana', { do: 'say', room: LOUNGE, text: 'hello' })
    void sandbox.act('ana', { do: 'press', room: LOUNGE, message, data: 'claim' })
    clock.advance(1_000)
    const anew = await openWire(sandbox)
    anew.send(identify(sandbox.token))
    await anew.next(isEvent('READY'))
    expect(sessionAfter('discord-invalid-session')).toEqual({ kind: 'begun', ms: 1_000, events: 1 })
    anew.socket.terminate()
  })

  test('a share of the times is thrown every ten seconds, and never costs the last sessions of the day', async () => {
    faults.set({ 'discord-invalid-session': 1, 'discord-reconnect': 'off' })
    clock.advance(9_999)
    expect(wire.received.some(isOp(9))).toBe(false)
    clock.advance(1)
    await wire.next(isOp(9))
    for (let spent = sandbox.gateway.budget.limit().remaining; spent > 100; spent--) {
      sandbox.gateway.budget.take(0)
    }
    clock.advance(100_000)
    expect(faults.answer().faults.find(({ id }) => id === 'discord-invalid-session')?.struck).toBe(1)
  })

  test('leaves heartbeats without an answer', async () => {
    faults.set({ 'discord-deaf': 'next' })
    wire.send({ op: 1, d: 1 })
    await vi.waitUntil(() => faults.level('discord-deaf') === 'off')
    expect(wire.received.some(isOp(11))).toBe(false)
    wire.send({ op: 1, d: 1 })
    await wire.next(isOp(11))
  })
})

test('discord.js notices by itself that nobody hears it, and resumes', { timeout: 15_000 }, async () => {
  const own = createFaults({ chance: () => 0, now: Date.now })
  const deaf = await startSandbox({ faults: own, heartbeatMs: 300 })
  const client: Client<true> = await login(deaf)
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve))
  own.set({ 'discord-deaf': 'next' })
  await resumed
  expect(deaf.gateway.sessions()).toBe(1)
  await client.destroy()
  await deaf.close()
})
