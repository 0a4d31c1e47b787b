/** Puts a history together: the app's lives one after the other, the platforms, the people, the auditor. */
import { dirname, join } from 'node:path'
import { type App, createApp } from '../../src/app.js'
import type { Config } from '../../src/config.js'
import type { Connected } from '../../src/connect.js'
import { loadSpeech } from '../../src/i18n/fluent.js'
import type { PlatformName } from '../../src/interaction/call.js'
import { Outage } from '../../src/kit/outage.js'
import { type Books, booksOf } from './books.js'
import { crashesOf } from './crashes.js'
import { type Crowd, crowdOf } from './crowd.js'
import type { Shown } from './deeds.js'
import { watchEngine } from './engine.js'
import type { History } from './history.js'
import { type Life, lifeOf } from './life.js'
import { officeManners } from './office.js'
import { OFFICE_ORDER, ORDER } from './order.js'
import { type Server, serverOf } from './platforms.js'
import type { Sabotage } from './sabotage.js'
import { type Told, toldOf } from './told.js'
import { OWNERS, type Town, townOf } from './town.js'

export interface StageOptions {
  /** The history's own database. */
  file: string
  sabotage?: Sabotage
  /** The programme is at work: its file lies beside the database, see {@link programmeFileIn}. */
  isOffice?: boolean
}

/** Where the programme of office histories lies. */
export function programmeFileIn(folder: string): string {
  return join(folder, 'programme.json')
}

/** All that a history consists of. */
export interface Stage {
  history: History
  town: Town
  books: Books
  told: Told
  crowd: Crowd
  server(name: PlatformName): Server
  /** The programme is at work. */
  isOffice: boolean
  /** The app that lives, once it has started. */
  app(): App | undefined
  life(): Life | undefined
  /** The newest row of the outbox before the history began. */
  firstMessage: bigint
  /** The newest fact before. */
  firstFact: bigint
  /** Stops the app in good order, for so many ms or a short while; undefined while none is up. */
  stop(ms?: number): Promise<void> | undefined
}

const CONFIG: Config = {
  mode: 'bot',
  databaseUrl: ':simulation:',
  owners: OWNERS,
  http: { host: '127.0.0.1', port: 0, isDefaultPort: false },
  log: { level: 'silent', format: 'json' },
}

/** What the platforms show when a history begins. */
const BADGES = `select platform, place, badge, account, shown from badges where shown <> ''`
type Badge = Shown & { platform: PlatformName }

/** ms that a bot is down after a crash; and hours, where it is for long. */
const DOWN_MS = { least: 10, most: 4_000 }
const AWAY_HOURS = { least: 1, most: 75 }
/** Texts are the same for all histories, and take long to read. */
const speeches = new Map<string, ReturnType<typeof loadSpeech>>()

export function stageOf(history: History, { file, sabotage, isOffice = false }: StageOptions): Stage {
  const config = isOffice ? { ...CONFIG, programmeFile: programmeFileIn(dirname(file)) } : CONFIG
  const town = townOf()
  const books = booksOf(file)
  const told = toldOf(history, books)
  const crashes = crashesOf(history)
  const chance = history.chance('stage')
  let life: Life | undefined
  let app: App | undefined

  const inward = {
    answered: (...heard: Parameters<Crowd['hears']>) => {
      told.answered(...heard)
      crowd.hears(...heard)
    },
    acknowledged: told.acknowledged,
    swallows: sabotage?.swallows,
  }
  const shown = (...seen: Parameters<Crowd['sees']>) => {
    told.shown(seen[1].view)
    crowd.sees(...seen)
  }
  const servers = {
    telegram: serverOf({ name: 'telegram', history, town, inward, shown }),
    discord: serverOf({ name: 'discord', history, town, inward, shown }),
  }
  const serverOfName = (name: PlatformName) => servers[name]
  const crowd: Crowd = isOffice
    ? crowdOf(history, town, serverOfName, OFFICE_ORDER, officeManners(history))
    : crowdOf(history, town, serverOfName, ORDER)
  for (const { platform, ...shown } of books.rows<Badge>(BADGES)) servers[platform].deeds.begins(shown)

  function ended(): void {
    for (const { hangUp } of Object.values(servers)) hangUp()
    app = undefined
    life = undefined
    for (const { key, platform } of books.rows<{ key: string; platform: PlatformName }>(
      `select key, platform from outbox where state = 'leased' and class <> 'edit'`,
    ))
      servers[platform].board.fate(key).doubts += 1
  }

  function crashed(): void {
    history.count.crashes += 1
    restarts()
  }

  /** Soon; now and then after hours or days. */
  function restarts(): void {
    ended()
    const isAway = chance.happens(history.mood.away)
    const hours = isAway ? chance.between(AWAY_HOURS.least, AWAY_HOURS.most) : 0
    history.scheduler.later(
      hours * 3_600_000 + chance.between(DOWN_MS.least, DOWN_MS.most),
      'starts again',
      boot,
    )
  }

  function boot(): void {
    history.count.lives += 1
    crashes.aim()
    const own = lifeOf({
      history,
      number: history.count.lives,
      crashes,
      chance: history.chance(`life ${history.count.lives}`),
      committed: () => {
        sabotage?.committed?.(file, history)
        for (const wrong of books.glance()) history.violated(wrong)
      },
      crashed,
    })
    life = own
    watchEngine(own.watcher)
    start(own).catch((error: unknown) => {
      if (own.isOver()) return
      // A program that cannot start ends, and its supervisor starts it again.
      if (!(error instanceof Outage))
        history.violated(`the app does not start: ${error instanceof Error ? error.stack : error}`)
      own.end('it cannot start')
      restarts()
    })
  }

  async function start(own: Life): Promise<void> {
    const made = await createApp({
      config,
      world: own.world,
      log: own.log,
      fatal: (error) => own.isOver() || history.violated(`the app gives up: ${error.message}`),
      surroundings: {
        openStorage: async (more) => {
          const storage = own.openStorage({ ...more, file })
          return sabotage?.storage?.(storage) ?? storage
        },
        loadSpeech: (folder, more) => {
          const speech = speeches.get(folder) ?? loadSpeech(folder, { ...more, now: () => 0 })
          speeches.set(folder, speech)
          return speech
        },
        connect: () =>
          new Map<PlatformName, Connected>(
            Object.values(servers).map((server) => {
              const platform = server.platformFor(own)
              return [server.name, sabotage?.platform?.(platform) ?? platform]
            }),
          ),
        ticks: (tick) => everySecond(own, tick),
      },
    })
    await made.start()
    app = made
  }

  boot()
  return {
    history,
    town,
    books,
    told,
    crowd,
    server: (name) => servers[name],
    isOffice,
    app: () => app,
    life: () => life,
    firstMessage: books.rows<{ id: bigint | null }>('select max(id) as id from outbox')[0]?.id ?? 0n,
    firstFact: books.rows<{ id: bigint | null }>('select max(id) as id from facts')[0]?.id ?? 0n,
    stop(ms) {
      const [own, stopped] = [life, app?.stop()]
      return stopped?.then(() => {
        own?.end('stopped in good order')
        ended()
        const soon = () => chance.between(DOWN_MS.least, DOWN_MS.most)
        history.scheduler.later(ms ?? soon(), 'starts again', boot)
      })
    },
  }
}

function everySecond({ world }: Life, tick: () => void): () => void {
  let cancel = () => {}
  const plan = () => {
    cancel = world.after(1000, () => {
      tick()
      plan()
    })
  }
  plan()
  return () => cancel()
}
