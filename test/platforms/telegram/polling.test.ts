import { GrammyError, HttpError, type RawApi } from 'grammy'
import { describe, expect, test } from 'vitest'
import { Outage } from '../../../src/kit/outage.js'
import { type Polling, startPolling } from '../../../src/platforms/telegram/polling.js'
import { CANARY, quickWorld, recordingLog } from './setup.js'

interface Wish {
  offset?: number
  limit: number
  timeout: number
  allowed_updates?: string[]
}

const refusal = (code: number, description: string, parameters?: object) =>
  new GrammyError('x', { ok: false, error_code: code, description, parameters }, 'getUpdates', {})

/**
 * A queue that confirms as Telegram does; `script` may answer a poll its own way. When all is read, polls
 * hang.
 */
function stage(ids: number[], options: Partial<Polling> & { script?: (poll: number) => unknown } = {}) {
  const wishes: Wish[] = []
  const log = recordingLog()
  const world = quickWorld()
  let queue = ids
  let drained = () => {}
  const isDrained = new Promise<void>((resolve) => {
    drained = resolve
  })
  async function getUpdates(wish: Wish, signal: AbortSignal): Promise<unknown> {
    wishes.push({ ...wish })
    queue = queue.filter((id) => wish.offset === undefined || id >= wish.offset)
    const scripted = options.script?.(wishes.length)
    if (scripted instanceof Error) throw scripted
    if (scripted !== undefined) return scripted
    if (queue.length > 0 || wish.timeout === 0)
      return queue.slice(0, wish.limit).map((id) => ({ update_id: id }))
    drained()
    return new Promise((_, reject) =>
      signal.addEventListener('abort', () => reject(new HttpError('x', new Error('aborted')))),
    )
  }
  const ended: Error[] = []
  let end = () => {}
  const hasEnded = new Promise<void>((resolve) => {
    end = resolve
  })
  const poller = startPolling({
    polls: { getUpdates } as unknown as Pick<RawApi, 'getUpdates'>,
    take: async () => {},
    fatal: (error) => {
      ended.push(error)
      end()
    },
    world,
    log,
    ...options,
  })
  return { poller, wishes, log, world, ended, hasEnded, isDrained, left: () => queue }
}

test('asks for what we want and confirms what is done', async () => {
  const { poller, wishes, isDrained, left } = stage([10, 11])
  await isDrained
  await poller.stop()
  expect(wishes).toEqual([
    {
      offset: undefined,
      limit: 100,
      timeout: 30,
      allowed_updates: ['message', 'callback_query', 'my_chat_member', 'chat_member'],
    },
    {
      offset: 12,
      limit: 100,
      timeout: 30,
      allowed_updates: ['message', 'callback_query', 'my_chat_member', 'chat_member'],
    },
  ])
  expect(left()).toEqual([])
})

test('stopped in the middle of a batch, confirms it when it is done', async () => {
  let commit = () => {}
  const committed = new Promise<void>((resolve) => {
    commit = resolve
  })
  const { poller, wishes, left } = stage([10, 11], { take: () => committed })
  const stopped = poller.stop()
  commit()
  await stopped
  expect(wishes.at(-1)).toEqual({ offset: 12, limit: 1, timeout: 0 })
  expect(left()).toEqual([])
})

test('a batch is taken at once, and confirmed only when all of it is committed', async () => {
  const started: number[] = []
  let commit = () => {}
  const committed = new Promise<void>((resolve) => {
    commit = resolve
  })
  const { poller, wishes, isDrained } = stage([1, 2, 3], {
    take: async (update) => {
      started.push((update as { update_id: number }).update_id)
      await committed
    },
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(started).toEqual([1, 2, 3])
  expect(wishes).toHaveLength(1)
  commit()
  await isDrained
  expect(wishes[1]?.offset).toBe(4)
  await poller.stop()
})

test('a process killed between commit and confirmation gets the batch again', async () => {
  const ids = [1, 2, 3]
  const taken: number[] = []
  const take = async (update: unknown) => void taken.push((update as { update_id: number }).update_id)
  const world = quickWorld()
  const killed = new Promise<string>((resolve) => {
    const dying = {
      ...world,
      crashpoint: (label: string): never => {
        resolve(label)
        throw new Error('killed')
      },
      sleep: () => new Promise<void>(() => {}),
    }
    stage(ids, { take, world: dying })
  })
  expect(await killed).toBe('telegram: a batch is committed and not yet confirmed')
  const { poller, isDrained, wishes } = stage(ids, { take })
  await isDrained
  expect(wishes[0]?.offset).toBeUndefined()
  expect(taken).toEqual([1, 2, 3, 1, 2, 3])
  await poller.stop()
})

test('an update that must come again holds the offset, and the others of its batch finish first', async () => {
  let isAway = true
  const taken: number[] = []
  const { poller, wishes, isDrained, log } = stage([1, 2], {
    take: async (update) => {
      const id = (update as { update_id: number }).update_id
      if (id === 1 && isAway) {
        isAway = false
        throw new Outage('the database is away')
      }
      taken.push(id)
    },
  })
  await isDrained
  expect(taken).toEqual([2, 1, 2])
  expect(wishes.slice(0, 3).map(({ offset }) => offset)).toEqual([undefined, undefined, 3])
  expect(log.lines).toMatchObject([{ level: 'warn', fields: { message: 'the database is away' } }])
  await poller.stop()
})

describe('errors', () => {
  test('that pass are waited out, longer each time, as Telegram says where it says', async () => {
    const errors = [
      new HttpError('x', Object.assign(new Error(`/bot${CANARY}/getUpdates`), { code: 'ECONNRESET' })),
      refusal(502, 'Bad Gateway'),
      refusal(429, 'Too Many Requests: retry after 17', { retry_after: 17 }),
      refusal(500, 'Internal Server Error: Request aborted'),
      'not a list',
      [{ no: 'id' }],
    ]
    const { poller, isDrained, world, log, ended } = stage([5], { script: (poll) => errors[poll - 1] })
    await isDrained
    await poller.stop()
    expect(world.slept).toEqual([1_000, 2_000, 17_000, 8_000, 16_000, 30_000])
    expect(ended).toEqual([])
    expect(log.text()).not.toContain(CANARY)
  })

  test.each([
    [
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      69,
      'Telegram: another program is receiving for this bot (409): stop it, or give this one its own token',
    ],
    [
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      69,
      'Telegram: somebody set a webhook for this bot while it was polling: run one of them only',
    ],
    [
      401,
      'Unauthorized',
      78,
      'Telegram refuses TELEGRAM_TOKEN (401 Unauthorized): ask @BotFather for a new one',
    ],
    [404, 'Not Found', 78, 'Telegram refuses TELEGRAM_TOKEN (404 Not Found): ask @BotFather for a new one'],
  ])('%d ends it all: %s', async (code, description, exitCode, message) => {
    const { poller, ended, hasEnded, wishes } = stage([5], { script: () => refusal(code, description) })
    await hasEnded
    await poller.stop()
    expect(ended).toMatchObject([{ name: 'StartError', message, exitCode }])
    expect(wishes).toHaveLength(1)
  })
})

test('updates without a number are passed over and hold up nobody', async () => {
  const taken: unknown[] = []
  const { poller, isDrained, wishes } = stage([], {
    script: (poll) => (poll === 1 ? [{ update_id: 7 }, null, { update_id: 'x' }] : undefined),
    take: async (update) => void taken.push(update),
  })
  await isDrained
  expect(taken).toHaveLength(3)
  expect(wishes[1]?.offset).toBe(8)
  await poller.stop()
})

test('an id that starts anew after a quiet week is followed', async () => {
  const { poller, isDrained, wishes } = stage([], {
    script: (poll) => [[{ update_id: 900 }], [{ update_id: 3 }]][poll - 1],
  })
  await isDrained
  expect(wishes.slice(0, 3).map(({ offset }) => offset)).toEqual([undefined, 901, 4])
  await poller.stop()
})
