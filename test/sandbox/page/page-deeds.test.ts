import { expect, it } from 'vitest'
import { demoCommunity } from '../../../src/sandbox/community.js'
import type { BotStatus, RailEntry } from '../../../src/sandbox/page-contract.js'
import { createSandboxPage } from '../../../src/sandbox/page-server.js'
import { createRail } from '../../../src/sandbox/rail.js'
import type { TransportStatus } from '../../../src/sandbox/transport-contract.js'
import { handClock } from '../telegram/setup.js'
import { fakePlatform } from './fake-platform.js'

/** A page whose bot and ways are what the test says. */
function setUp() {
  const community = demoCommunity()
  const clock = handClock()
  const telegram = fakePlatform('telegram', community)
  let bot: BotStatus = { running: true, since: 0, restarts: 0 }
  let ways: TransportStatus = { telegram: 'polling', discord: 'gateway', switching: false }
  const [botHears, waysHear] = [new Set<(status: BotStatus) => void>(), new Set<() => void>()]
  const tellBot = (running: boolean) => {
    bot = { ...bot, running }
    for (const listener of [...botHears]) listener(bot)
  }
  const tellWays = (status: Partial<TransportStatus>) => {
    ways = { ...ways, ...status }
    for (const listener of [...waysHear]) listener()
  }
  const openRows = () => {
    throw new Error('there is no database')
  }
  const rail = createRail({ community, world: clock, openRows })
  const { app, storms } = createSandboxPage({
    ...{ community, platforms: [telegram], rail },
    bot: {
      status: () => bot,
      kill: () => tellBot(false),
      onChange: (listener) => {
        botHears.add(listener)
        return () => botHears.delete(listener)
      },
    },
    transports: {
      status: () => ways,
      change: (wanted) => {
        tellWays({ ...wanted, switching: true })
        return ways
      },
      onChange: (listener) => {
        waysHear.add(listener)
        return () => waysHear.delete(listener)
      },
    },
  })
  const headers = { host: '127.0.0.1', 'content-type': 'application/json' }
  const post = async (path: string, body: unknown) => {
    await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  }
  const told = () => rail.answer().entries.map(brief)
  return { clock, telegram, rail, storms, post, told, tellBot, tellWays, hearing: [botHears, waysHear] }
}

const brief = ({ switched, result, took, why }: RailEntry) => [switched, result, took, why?.code]

const target = { platform: 'telegram', room: '-1', message: 1, data: 'claim' }

it('a kill has an entry in the rail until the bot is back, and one in the storm that runs', async () => {
  const { clock, telegram, storms, post, told, tellBot, hearing, rail } = setUp()
  telegram.answer(() => new Promise(() => {}))
  await post('/api/storm', { targets: [target], people: 2 })
  await post('/api/bot/kill', {})
  expect(told()[0]).toEqual([{ what: 'killed' }, 'waiting', undefined, undefined])
  expect(storms.latest()?.killed).toBeGreaterThanOrEqual(0)
  clock.advance(1_200)
  tellBot(true)
  expect(told()[0]).toEqual([{ what: 'killed' }, 'done', 1_200, undefined])
  expect(hearing.map(({ size }) => size)).toEqual([0, 0])
  rail.close()
})

it('a kill by the storm itself has the same entry, and is counted once', async () => {
  const { storms, post, told, rail } = setUp()
  await post('/api/storm', { targets: [target], people: 3, kill: true })
  await storms.settled()
  expect(told().filter(([switched]) => switched)).toEqual([
    [{ what: 'killed' }, 'waiting', undefined, undefined],
  ])
  expect(storms.latest()?.killed).toBeGreaterThanOrEqual(0)
  expect(storms.latest()?.killedAgain).toBeUndefined()
  rail.close()
})

it('a bot that is away already is not killed once more', async () => {
  const { post, told, tellBot, rail } = setUp()
  tellBot(false)
  await post('/api/bot/kill', {})
  expect(told()).toEqual([])
  rail.close()
})

it('a change of the way of updates has an entry, and says how it went', async () => {
  const { clock, post, told, tellWays, hearing, rail } = setUp()
  await post('/api/transport', { telegram: 'webhook' })
  const changed = { what: 'way', platform: 'telegram', way: 'webhook' }
  expect(told()).toEqual([[changed, 'waiting', undefined, undefined]])
  clock.advance(3_000)
  tellWays({ switching: false })
  expect(told()).toEqual([[changed, 'done', 3_000, undefined]])
  await post('/api/transport', { discord: 'http' })
  tellWays({ discord: 'gateway', switching: false, problem: { code: 'not-verified' } })
  const failed = { what: 'way', platform: 'discord', way: 'http' }
  expect(told()[0]).toEqual([failed, 'impossible', 0, 'not-verified'])
  await post('/api/transport', { telegram: 'webhook' })
  expect(told()).toHaveLength(2)
  tellWays({ switching: false })
  expect(hearing.map(({ size }) => size)).toEqual([0, 0])
  rail.close()
})
