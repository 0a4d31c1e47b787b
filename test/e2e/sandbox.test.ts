/** The sandbox as `npm start` opens it, driven as its page drives it. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { silentLog } from '../../src/kit/log.js'
import { realWorld } from '../../src/kit/world.js'
import type { Action, Outcome } from '../../src/sandbox/contract.js'
import type {
  BotStatus,
  FaultsAnswer,
  PlatformName,
  RailAnswer,
  RailDetail,
  RailEntry,
  StormReport,
} from '../../src/sandbox/page-contract.js'
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.js'
import type { TransportStatus } from '../../src/sandbox/transport-contract.js'
import { temporaryFolder } from '../kit/storage.js'
import { assertBuilt, PROJECT } from './bot-process.js'
import { ROOM } from './rig.js'
import { seenOf } from './seat.js'

/** ms between two looks, and for something to come true. */
const LOOK_MS = 50
const PATIENCE_MS = 30_000
const PEOPLE = 300

let sandbox: Sandbox
let folder: string

beforeAll(assertBuilt)
afterEach(async () => {
  await sandbox.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function open(): Promise<void> {
  folder = temporaryFolder()
  sandbox = await openSandbox({
    config: {
      http: { host: '127.0.0.1', port: 0, isDefaultPort: false },
      log: { level: 'silent', format: 'json' },
    },
    world: realWorld(),
    log: silentLog,
    program: join(PROJECT, 'dist', 'main.js'),
    env: { PATH: process.env.PATH },
    botEnded: (code) => {
      throw new Error(`the bot ended with ${code}`)
    },
    folder: join(folder, 'sandbox'),
  })
}

async function get<T>(path: string): Promise<T> {
  return (await (await fetch(`${sandbox.address}${path}`)).json()) as T
}

async function post<T>(path: string, body: unknown, status = 200): Promise<T> {
  const response = await fetch(`${sandbox.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = await response.json()
  expect(response.status, JSON.stringify(answer)).toBe(status)
  return answer as T
}

const act = (platform: PlatformName, person: string, action: Action) =>
  post<Outcome>('/api/act', { platform, person, action })

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  throw new Error(`waited in vain for ${what}`)
}

/** The claim button of the newest card in a room. */
async function card(platform: PlatformName, room: string) {
  return until(`the card on ${platform}`, async () => {
    const path = `/api/history?platform=${platform}&person=olivia&room=${room}`
    const seen = (await get<unknown[]>(path)).map(seenOf).reverse()
    for (const { id, buttons } of seen) {
      const claim = buttons.find(({ label }) => label.includes('Claim'))
      if (claim)
        return { platform, room, message: platform === 'telegram' ? Number(id) : id, data: claim.data }
    }
    return undefined
  })
}

const press = (target: Awaited<ReturnType<typeof card>>, person: string) =>
  act(target.platform, person, {
    do: 'press',
    room: target.room,
    message: target.message,
    data: target.data,
  })

const entry = (what: string, fits: (one: RailEntry) => boolean) =>
  until(what, async () => (await get<RailAnswer>('/api/rail')).entries.find(fits))

it('tells what each act came to, and a storm as one entry', { timeout: 90_000 }, async () => {
  await open()
  await act('telegram', 'olivia', { do: 'say', room: ROOM.traders, text: '/redpacket 50 100' })
  const dropped = await entry('the drop', ({ command, outgoing, messages }) =>
    Boolean(
      command === 'redpacket' &&
        outgoing.length > 1 &&
        outgoing.every(({ state }) => state === 'sent') &&
        messages.some(({ linkedBy }) => linkedBy === 'key'),
    ),
  )
  expect(dropped).toMatchObject({
    ...{ platform: 'telegram', person: { id: 'olivia' }, did: 'say', words: '/redpacket 50 100' },
    ...{ roomTitle: 'Moon Traders', result: 'done', deliveries: 1 },
    transfers: [
      { code: 'packet-fund', amount: '50', asset: 'USDT', debitName: 'Olivia Owens', linkedBy: 'key' },
    ],
    facts: [{ kind: 'packet-dropped', linkedBy: 'key' }],
  })

  const there = await card('telegram', ROOM.traders)
  await press(there, 'kofi')
  const claimed = await entry(
    'the claim',
    ({ person, transfers }) => person.id === 'kofi' && transfers.length > 0,
  )
  expect(claimed).toMatchObject({ command: 'packet-claim', result: 'done', seen: { kind: 'toast' } })
  expect(claimed.transfers).toMatchObject([
    {
      code: 'packet-claim',
      creditName: 'Kofi Mensah',
      credit: expect.stringMatching(/^member:/),
      linkedBy: 'key',
    },
  ])
  expect(claimed.calls).toContainEqual(
    expect.objectContaining({ method: 'answerCallbackQuery', ok: true, linkedBy: 'key' }),
  )
  await press(there, 'kofi')
  await entry('the second try', ({ person, result }) => person.id === 'kofi' && result === 'refused')
  await act('telegram', 'kofi', { do: 'say', room: ROOM.traders, text: 'thank you all' })
  await entry('talk', ({ words, result }) => words === 'thank you all' && result === 'silent')

  const detail = await get<RailDetail>(`/api/rail/${claimed.id}`)
  expect(detail.update).toMatchObject({ callback_query: { data: there.data, from: { first_name: 'Kofi' } } })
  expect(detail.call).toMatchObject({ answer: { refused: false } })

  await post<StormReport>('/api/storm', { targets: [there], people: PEOPLE }, 202)
  const { burst } = await entry('the storm', (one) => one.burst?.open === 0)
  expect(burst).toMatchObject({
    ...{ storm: 1, presses: PEOPLE, answered: PEOPLE, turnedAway: 0, unanswered: 0, waiting: 0 },
    ...{ people: PEOPLE, paid: 99, others: 0, refused: { 'packet-empty': PEOPLE - 99 } },
    totals: [{ code: 'packet-claim', asset: 'USDT', rows: 99 }],
  })
  const { entries } = await get<RailAnswer>('/api/rail')
  expect(entries.filter(({ person }) => person.id.startsWith('crowd-'))).toHaveLength(1)
  const [total] = burst?.totals ?? []
  expect(Number(total?.amount) + Number(claimed.transfers[0]?.amount)).toBeCloseTo(50, 9)
})

it('tells of Discord too, and shows no token', { timeout: 60_000 }, async () => {
  await open()
  await act('discord', 'olivia', {
    ...{ do: 'command', room: ROOM.lounge, name: 'redpacket' },
    options: { amount: '5', shares: 5 },
  })
  const dropped = await entry(
    'the drop',
    ({ command, transfers }) => command === 'redpacket' && transfers.length > 0,
  )
  expect(dropped).toMatchObject({
    platform: 'discord',
    did: 'command',
    words: '/redpacket amount:5 shares:5',
  })
  const detail = await get<RailDetail>(`/api/rail/${dropped.id}`)
  expect(detail.update).toMatchObject({ type: 2, token: '…', data: { name: 'redpacket' } })
  const there = await card('discord', ROOM.lounge)
  await press(there, 'ana')
  const claimed = await entry(
    'the claim',
    ({ person, transfers }) => person.id === 'ana' && transfers.length > 0,
  )
  expect(claimed).toMatchObject({
    result: 'done',
    transfers: [{ linkedBy: 'key' }],
    seen: { kind: 'private' },
  })
  await post<FaultsAnswer>('/api/faults', { set: { 'discord-duplicate': 'next' } })
  await press(there, 'lena')
  const twice = await entry(
    'the repeat',
    ({ person, deliveries }) => person.id === 'lena' && deliveries === 2,
  )
  expect(twice.transfers.length).toBeLessThanOrEqual(1)
})

it('changes the way of updates while it runs, and the bot works by each of them', {
  timeout: 90_000,
}, async () => {
  await open()
  await act('telegram', 'olivia', { do: 'say', room: ROOM.traders, text: '/redpacket 5 50' })
  const there = await card('telegram', ROOM.traders)
  await act('discord', 'olivia', {
    ...{ do: 'command', room: ROOM.lounge, name: 'redpacket' },
    options: { amount: '5', shares: 50 },
  })
  const here = await card('discord', ROOM.lounge)
  let people = 0
  for (const way of [
    { telegram: 'webhook', discord: 'http' },
    { telegram: 'polling', discord: 'http' },
    { telegram: 'webhook', discord: 'gateway' },
    { telegram: 'polling', discord: 'gateway' },
  ] as const) {
    expect(await post<TransportStatus>('/api/transport', way)).toMatchObject({ ...way, switching: true })
    const status = await until('the change', async () => {
      const now = await get<TransportStatus>('/api/transport')
      return now.switching ? undefined : now
    })
    expect(status).toMatchObject({ ...way, switching: false })
    expect((await fetch(new URL('/healthz', status.address))).status).toBe(200)
    people += 1
    expect(await press(there, `crowd-${people}`)).toMatchObject({ kind: 'toast' })
    expect(await press(here, `crowd-${people + 500}`)).toMatchObject({ kind: 'message', ephemeral: true })
  }
  expect(await get<BotStatus>('/api/bot')).toMatchObject({ running: true, restarts: 0 })
  const refused = await post('/api/transport', { telegram: 'pigeon' }, 400)
  expect(refused).toMatchObject({ error: { code: 'malformed', fields: 'telegram' } })
})

it('stays when the bot is killed while a platform is away, and goes on when it is back', {
  timeout: 90_000,
}, async () => {
  await open()
  const bot = (what: string, fits: (status: BotStatus) => boolean) =>
    until(what, async () => {
      const status = await get<BotStatus>('/api/bot')
      return fits(status) ? status : undefined
    })
  await post('/api/faults', { set: { 'telegram-error-before': 1 } })
  await post('/api/bot/kill', {})
  await bot('a bot that serves and waits', ({ running, isWaiting }) => running && isWaiting === true)
  // It gives up Telegram after seven seconds and ends, and is started all the same.
  await bot('another start', ({ restarts }) => restarts > 1)
  await post('/api/faults', { allOff: true })
  await bot('a bot that both have accepted', ({ running, isWaiting }) => running && isWaiting === false)
  await act('telegram', 'olivia', { do: 'say', room: ROOM.traders, text: '/redpacket 5 5' })
  expect(await press(await card('telegram', ROOM.traders), 'crowd-1')).toMatchObject({ kind: 'toast' })
})

it('switches faults, counts them, and puts an end to all of them', { timeout: 60_000 }, async () => {
  await open()
  const state = (answer: FaultsAnswer, id: string) => answer.faults.find((one) => one.id === id)
  const on = await post<FaultsAnswer>('/api/faults', {
    set: { 'telegram-error-before': 'next', 'discord-late': 0.1 },
  })
  expect(state(on, 'telegram-error-before')).toMatchObject({
    platform: 'telegram',
    what: 'call',
    level: 'next',
  })
  expect(state(on, 'discord-late')).toMatchObject({ level: 0.1, seconds: 2 })
  await act('telegram', 'olivia', { do: 'say', room: ROOM.traders, text: '/help' })
  await until('a strike', async () => {
    const now = state(await get<FaultsAnswer>('/api/faults'), 'telegram-error-before')
    return now?.struck ? now : undefined
  })
  const off = await post<FaultsAnswer>('/api/faults', { allOff: true })
  expect(off.faults.filter(({ level }) => level !== 'off')).toEqual([])
  for (const [body, fields] of [
    [{ set: { 'telegram-boredom': 'next' } }, 'set'],
    [{ set: { 'telegram-late': 2 } }, 'set.telegram-late'],
    [{ set: {}, more: 1 }, 'body'],
    [{ allOff: false }, 'body'],
  ] as const) {
    expect(await post('/api/faults', body, 400)).toMatchObject({ error: { code: 'malformed', fields } })
  }
})
