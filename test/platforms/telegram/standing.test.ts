import { GrammyError, type RawApi } from 'grammy'
import { describe, expect, test } from 'vitest'
import type { Account, Place, Standing } from '../../../src/interaction/call.js'
import { STANDING_LIMIT } from '../../../src/platforms/telegram/limits.js'
import { createStandings } from '../../../src/platforms/telegram/standing.js'
import { quickWorld, recordingLog } from './setup.js'

const ANA: Account = { platform: 'telegram', id: '5', name: 'Ana', isBot: false, isAnonymous: false }
const GROUP: Place = { platform: 'telegram', chat: '-100', kind: 'group' }

const START = 1_700_000_000_000

function stage(member: () => unknown) {
  let time = 0
  const asked: object[] = []
  const world = { ...quickWorld(), monotonic: () => time, now: () => START + time }
  const getChatMember = async (ids: object) => {
    asked.push(ids)
    return member()
  }
  const api = { getChatMember } as unknown as Pick<RawApi, 'getChatMember'>
  const pass = (ms: number) => {
    time += ms
  }
  return { standings: createStandings(api, world, recordingLog()), asked, pass }
}

const yes = (isAdmin = false): Standing => ({ membership: 'member', isAdmin, roles: [] })
const no: Standing = { membership: 'outsider', isAdmin: false, roles: [] }
const unknown = { membership: 'unknown', isAdmin: false, roles: [] }

describe('every status', () => {
  test.each([
    [{ status: 'creator' }, yes(true)],
    [{ status: 'administrator' }, yes(true)],
    [{ status: 'member' }, yes()],
    [{ status: 'restricted', is_member: true }, yes()],
    [{ status: 'restricted', is_member: false }, no],
    [{ status: 'restricted' }, no],
    [{ status: 'left' }, no],
    [{ status: 'kicked' }, no],
    [{ status: 'emperor' }, unknown],
    [{}, unknown],
    [null, unknown],
    [true, unknown],
  ])('%j', async (member, standing) => {
    const { standings, asked } = stage(() => member)
    expect(await standings.of(ANA, GROUP)).toEqual(standing)
    expect(asked).toEqual([{ chat_id: -100, user_id: 5 }])
  })
})

test('an error is unknown, is never a yes, and is asked again', async () => {
  let isDown = true
  const { standings } = stage(() => {
    if (isDown)
      throw new GrammyError(
        'x',
        { ok: false, error_code: 400, description: 'Bad Request: user not found' },
        'getChatMember',
        {},
      )
    return { status: 'member' }
  })
  expect(await standings.of(ANA, GROUP)).toEqual(unknown)
  isDown = false
  expect(await standings.of(ANA, GROUP)).toEqual(yes())
})

test('an answer is believed for a minute', async () => {
  const { standings, asked, pass } = stage(() => ({ status: 'member' }))
  await standings.of(ANA, GROUP)
  pass(60_000)
  await standings.of(ANA, GROUP)
  expect(asked).toHaveLength(1)
  pass(1)
  await standings.of(ANA, GROUP)
  expect(asked).toHaveLength(2)
})

test('many who wait for the same answer ask once', async () => {
  const { standings, asked } = stage(() => ({ status: 'member' }))
  await Promise.all(Array.from({ length: 50 }, () => standings.of(ANA, GROUP)))
  expect(asked).toHaveLength(1)
})

const told = (standing: Standing, at: number) => ({ chat: '-100', account: '5', standing, at: START + at })

test('an update corrects what was believed', async () => {
  const { standings, asked, pass } = stage(() => ({ status: 'member' }))
  await standings.of(ANA, GROUP)
  pass(1000)
  standings.learn(told(no, 1000))
  expect(await standings.of(ANA, GROUP)).toEqual(no)
  expect(asked).toHaveLength(1)
})

describe('an update that comes late', () => {
  test('changes nothing where a newer one has been, whoever was asked in between', async () => {
    const { standings, asked, pass } = stage(() => ({ status: 'member' }))
    const promotion = told(yes(true), 1000)
    standings.learn(promotion)
    standings.learn(told(yes(), 2000))
    standings.learn(promotion)
    expect(await standings.of(ANA, GROUP)).toEqual(yes())
    pass(75_000)
    expect(await standings.of(ANA, GROUP)).toEqual(yes())
    standings.learn(promotion)
    expect(await standings.of(ANA, GROUP)).toEqual(yes())
    expect(asked).toHaveLength(1)
  })

  test('is not believed, but asked about, when it is older than an answer would be believed', async () => {
    const { standings, asked, pass } = stage(() => ({ status: 'member' }))
    pass(60_001)
    standings.learn(told(yes(true), 0))
    expect(await standings.of(ANA, GROUP)).toEqual(yes())
    expect(asked).toHaveLength(1)
  })

  test('is asked about when somebody was asked after it came about', async () => {
    const { standings, asked, pass } = stage(() => ({ status: 'member' }))
    pass(30_000)
    expect(await standings.of(ANA, GROUP)).toEqual(yes())
    standings.learn(told(yes(true), 0))
    expect(await standings.of(ANA, GROUP)).toEqual(yes())
    expect(asked).toHaveLength(2)
  })

  test('is asked about when it tells of the same second as another', async () => {
    const { standings, asked } = stage(() => ({ status: 'left' }))
    standings.learn(told(yes(true), 0))
    standings.learn(told(yes(), 0))
    expect(await standings.of(ANA, GROUP)).toEqual(no)
    expect(asked).toHaveLength(1)
  })

  test('an answer that was on its way meanwhile does not replace it', async () => {
    let answer = (_member: object): void => {}
    const { standings, asked } = stage(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    const first = standings.of(ANA, GROUP)
    standings.learn(told(no, 0))
    answer({ status: 'administrator' })
    await first
    expect(await standings.of(ANA, GROUP)).toEqual(no)
    expect(asked).toHaveLength(1)
  })
})

test('nobody needs to be asked about a private chat', async () => {
  const { standings, asked } = stage(() => ({ status: 'left' }))
  expect(await standings.of(ANA, { platform: 'telegram', chat: '5', kind: 'private' })).toEqual(yes())
  expect(await standings.of(ANA, { platform: 'telegram', chat: '6', kind: 'private' })).toEqual(no)
  expect(asked).toEqual([])
})

test('the bot’s own rights are believed for ten minutes', async () => {
  const { standings, asked, pass } = stage(() => ({ status: 'administrator' }))
  expect(await standings.isAdmin('7', '-100')).toBe(true)
  pass(599_999)
  expect(await standings.isAdmin('7', '-100')).toBe(true)
  expect(asked).toHaveLength(1)
})

test('memory is bounded: the oldest is asked about again', async () => {
  const { standings, asked } = stage(() => ({ status: 'member' }))
  await standings.of(ANA, GROUP)
  for (let id = 0; id < STANDING_LIMIT; id++) {
    standings.learn({
      chat: '-1',
      account: String(id),
      standing: yes(),
      at: START,
    })
  }
  await standings.of(ANA, GROUP)
  expect(asked).toHaveLength(2)
})
