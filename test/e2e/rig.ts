/**
 * The whole of it: both pretend platforms in the test's process, a seeded database, and the shipped bot as a
 * process of its own that knows nothing of tests. `useRig` ends everything after each test, whatever happened
 * in it.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll } from 'vitest'
import { ensureAssets } from '../../src/core/assets/assets.js'
import { seedDemo } from '../../src/core/demo/demo.js'
import { loadSpeech } from '../../src/i18n/fluent.js'
import type { Speech } from '../../src/i18n/speech.js'
import { bitmart } from '../../src/programme/bitmart.js'
import { demoCommunity, GROUPS } from '../../src/sandbox/community.js'
import type { Community } from '../../src/sandbox/contract.js'
import { demoPlan } from '../../src/sandbox/demo-plan.js'
import { createDiscordSandbox, type DiscordSandbox } from '../../src/sandbox/discord/discord.js'
import type { GatewayOptions } from '../../src/sandbox/discord/gateway/gateway.js'
import type { Faults } from '../../src/sandbox/faults.js'
import type { Fault } from '../../src/sandbox/telegram/calls.js'
import type { PaceLimits } from '../../src/sandbox/telegram/pace.js'
import { createTelegramSandbox, type TelegramSandbox } from '../../src/sandbox/telegram/server.js'
import type { Storage } from '../../src/storage/storage.js'
import { executeOn } from '../kit/execute.js'
import { type EngineForTests, temporaryFolder } from '../kit/storage.js'
import { forbidStrangeCalls } from '../kit/strange.js'
import {
  assertBuilt,
  type BotProcess,
  killAtStart,
  PROJECT,
  runCli,
  type Settings,
  startBot,
} from './bot-process.js'

/** Rooms of the demo community. */
export const ROOM = {
  traders: roomOf('traders'),
  desk: roomOf('desk'),
  hispanos: roomOf('hispanos'),
  lounge: roomOf('lounge'),
  drops: roomOf('drops'),
  staff: roomOf('staff'),
} as const

function roomOf(key: string): string {
  const group = GROUPS.find((one) => one.key === key)
  if (!group) throw new Error(`the demo has no group ${key}`)
  return group.room
}

export interface Rig {
  readonly community: Community
  readonly telegram: TelegramSandbox
  readonly discord: DiscordSandbox
  /** The bot that runs now, or ran last. */
  readonly bot: BotProcess
  /** Ends nothing: call it after a kill or a stop. `more` adds to the settings of the first start. */
  start(more?: Settings): Promise<BotProcess>
  /** Starts it with the settings of now and kills it after so many ms, ready or not. */
  killAtStart(ms: number, more?: Settings): Promise<void>
  readonly databaseUrl: string
  /** Looks at each call of the bot to Telegram, may wait or throw. */
  onTelegramCall: Fault | undefined
  /** The database, to be opened only while the bot does not run. */
  open(): Promise<Storage>
  /**
   * As if the time had passed that a PostgreSQL bot leaves to a neighbour who took a message and was heard of
   * no more: 90 s, too long for a test. On SQLite there are no neighbours, and a new bot takes over at once.
   */
  letLeasesRunOut(): Promise<void>
  /** `npm run cli -- <args>` on the same database. */
  cli(...args: string[]): Promise<{ exitCode: number | null; said: string }>
}

export interface RigOptions {
  /** ms that a person's Telegram shows its spinner. */
  pressPatienceMs?: number
  /** ms that a person's Discord says that the bot is thinking. */
  thinkingMs?: number
  /** Of the pretend Telegram, where they are not what the test is about. */
  limits?: PaceLimits
  /** What goes wrong on purpose, on both platforms. */
  faults?: Faults
  /** Of the pretend Discord, where they are not what the test is about. */
  gateway?: Omit<GatewayOptions, 'faults'>
}

/** To be called inside `describe`. */
export function useRig(engine: EngineForTests): (options?: RigOptions) => Promise<Rig> {
  const endings: (() => Promise<unknown>)[] = []
  beforeAll(assertBuilt)
  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end()
  })
  return async (options = {}) => {
    const folder = temporaryFolder()
    endings.push(async () => rmSync(folder, { recursive: true, force: true }))
    const community = demoCommunity()
    let rig: Rig | undefined
    const telegram = createTelegramSandbox({
      community,
      ...options,
      fault: (...call) => rig?.onTelegramCall?.(...call),
    })
    const { faults, gateway, thinkingMs: patience } = options
    const discord = createDiscordSandbox({ community, ...gateway, patience, ...(faults ? { faults } : {}) })
    forbidStrangeCalls(telegram, discord)
    for (const platform of [telegram, discord]) {
      endings.push(() => platform.close())
      await platform.listen()
    }
    const url = await engine.ownDatabase()
    await seed(engine, url, community)
    const settings = settingsOf(telegram, discord, community, url)
    const bots: BotProcess[] = []
    endings.push(() => Promise.all(bots.map((bot) => bot.kill())))
    rig = {
      community,
      telegram,
      discord,
      onTelegramCall: undefined,
      get bot() {
        const bot = bots.at(-1)
        if (!bot) throw new Error('the bot has not been started')
        return bot
      },
      async start(more = {}) {
        Object.assign(settings, more)
        const bot = await startBot(folder, settings)
        bots.push(bot)
        return bot
      },
      killAtStart: (ms, more = {}) => killAtStart(folder, { ...settings, ...more }, ms),
      databaseUrl: url,
      open: () => engine.open({ url }),
      letLeasesRunOut: () => executeOn(url, "update outbox set lease_until = 1 where state = 'leased'"),
      cli: (...args) => runCli(folder, settings, ...args),
    }
    return rig
  }
}

async function seed(engine: EngineForTests, url: string, community: Community): Promise<void> {
  const storage = await engine.open({ url })
  await storage.write(async (work) => {
    await ensureAssets(work, bitmart.assets)
    await seedDemo(work, demoPlan(community, bitmart.mainAsset), bitmart.assets)
  })
  await storage.close()
}

function settingsOf(
  telegram: TelegramSandbox,
  discord: DiscordSandbox,
  community: Community,
  databaseUrl: string,
): Record<string, string> {
  const owner = community.person('olivia')
  return {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    DATABASE_URL: databaseUrl,
    OWNERS: `telegram:${owner.telegram.id}+discord:${owner.discord.id}`,
    HTTP_PORT: '0',
    LOG_FORMAT: 'json',
  }
}

/** The house's words, to compare what people see with what they should. */
export function words(): Speech {
  const scales = new Map(bitmart.assets.map(({ code, scale }) => [code, scale]))
  return loadSpeech(join(PROJECT, 'locales'), {
    scaleOf: (asset) => scales.get(asset) ?? 0,
    now: Date.now,
  })
}
