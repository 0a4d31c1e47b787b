/**
 * The sandbox: pretend platforms, the chat page on top of them, and the real bot as a process of its own. The
 * bot knows nothing of it; its environment says where the platforms are, as for a Bot API server of one's
 * own.
 */
import { join } from 'node:path'
import { type Config, SETTING_NAMES, type SettingName } from '../config.js'
import { ensureAssets } from '../core/assets/assets.js'
import { seedDemo } from '../core/demo/demo.js'
import { programmeInForce } from '../core/programme/programme.js'
import { listenProblem } from '../http/listen-problem.js'
import type { Log } from '../kit/log.js'
import { StartError } from '../kit/start-error.js'
import type { World } from '../kit/world.js'
import { loadProgramme } from '../programme/programme.js'
import { openStorage } from '../storage/open.js'
import { openRowReader } from '../storage/row-reader.js'
import { demoCommunity } from './community.js'
import type { Community } from './contract.js'
import { demoPlan } from './demo-plan.js'
import { createDiscordSandbox, type DiscordSandbox } from './discord/discord.js'
import { createFaults } from './faults.js'
import { keepRemembering, remember } from './memory.js'
import { createSandboxPage, type SandboxPage } from './page-server.js'
import { createRail } from './rail.js'
import { createSupervisor } from './supervisor.js'
import { createTelegramSandbox, type TelegramSandbox } from './telegram/server.js'
import { createTransports, FIRST_WAY, freePort, settingsFor } from './transports.js'

export interface SandboxOptions {
  config: Pick<Config, 'programmeFile' | 'http' | 'log'>
  world: World
  log: Log
  /** The bot's program, as for `node <file>`. */
  program: string
  /** What the bot inherits, apart from its settings. */
  env: Readonly<Record<string, string | undefined>>
  /** The bot will not run, and has said why. */
  botEnded(exitCode: number): void
  /** Where everything is kept. Default: `data/sandbox`. */
  folder?: string
}

export interface Sandbox {
  /** The page's address. */
  readonly address: string
  /** What the person who started it should know. */
  readonly greeting: readonly string[]
  stop(): Promise<void>
}

const FOLDER = 'data/sandbox'
const HOST = '127.0.0.1'
/** The first admin, so that there is one from the start. */
const OWNER = 'olivia'
/** Ports tried after the usual one. */
const MORE_PORTS = 20

/** Resolves when the page can be used. Rejects with a StartError. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { world, log, folder = FOLDER } = options
  const community = demoCommunity()
  const faults = createFaults({ chance: Math.random, now: world.now })
  const make = () =>
    [
      createTelegramSandbox({ community, now: world.now, faults }),
      createDiscordSandbox({ community, now: world.now, faults }),
    ] as const
  const { platforms, putAside } = remember(make, { folder, world })
  for (const platform of platforms) await platform.listen()
  const file = join(folder, 'bot.sqlite')
  const databaseUrl = `file:${file}`
  await seed(databaseUrl, community, options)
  const port = await freePort()
  const [, discord] = platforms
  const settings = settingsOf(platforms, community, databaseUrl, options.config)
  const way = settingsFor(FIRST_WAY, { port, publicKey: discord.publicKey })
  const bot = createSupervisor({
    program: options.program,
    env: { ...options.env, ...settings, ...way },
    world,
    gaveUp: options.botEnded,
  })
  // What an earlier run was switched to is not remembered.
  await discord.setInteractionsEndpoint(undefined)
  const transports = createTransports({ bot, discord, port, world })
  const openRows = () => openRowReader(file)
  const rail = createRail({ community, world, openRows })
  const page = createSandboxPage({
    community,
    platforms: [...platforms],
    bot,
    faults,
    rail,
    openRows,
    transports,
    records: `http://${HOST}:${port}`,
    file: platforms[0].file,
    now: world.monotonic,
  })
  const address = (await listen(page, options.config.http)).replace(/\/$/, '')
  const memory = keepRemembering(platforms, { folder, world, log })
  await bot.start()
  return {
    address,
    greeting: greetingOf(address, folder, putAside),
    async stop() {
      await page.close()
      rail.close()
      transports.close()
      await bot.stop()
      await memory.close()
      for (const platform of platforms) await platform.close()
    },
  }
}

/** Before the bot begins, because a database belongs to one process at a time. */
async function seed(
  url: string,
  community: Community,
  { config, world, log }: SandboxOptions,
): Promise<void> {
  const read = tried(() => loadProgramme(config.programmeFile))
  const storage = await openStorage({ url, world, log })
  try {
    // With one that was accepted before, the bot goes on, and says what is wrong with the file.
    if (read instanceof StartError && (await storage.read(programmeInForce))) return
    if (read instanceof StartError) throw read
    const { assets, mainAsset } = read
    await storage.write(async (work) => {
      await ensureAssets(work, assets)
      await seedDemo(work, demoPlan(community, mainAsset), assets)
    })
  } finally {
    await storage.close()
  }
}

function tried<T>(act: () => T): T | StartError {
  try {
    return act()
  } catch (error) {
    if (error instanceof StartError) return error
    throw error
  }
}

/** Every setting is named, the unused ones blank, so that none of a `.env` file reaches the bot. */
function settingsOf(
  [telegram, discord]: readonly [TelegramSandbox, DiscordSandbox],
  community: Community,
  databaseUrl: string,
  { programmeFile = '', log }: SandboxOptions['config'],
): Record<SettingName, string> {
  const owner = community.person(OWNER)
  const blank = Object.fromEntries(SETTING_NAMES.map((name) => [name, ''])) as Record<SettingName, string>
  return {
    ...blank,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    DATABASE_URL: databaseUrl,
    PROGRAMME_FILE: programmeFile,
    OWNERS: `telegram:${owner.telegram.id}+discord:${owner.discord.id}`,
    HTTP_HOST: HOST,
    LOG_LEVEL: log.level,
    LOG_FORMAT: log.format,
  }
}

/** At the port asked for; where nobody asked, at the next one that is free. */
async function listen(page: SandboxPage, { port, isDefaultPort }: Config['http']): Promise<string> {
  for (let next = port; ; next++) {
    try {
      return await page.listen(next)
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!isTaken || !isDefaultPort || next >= port + MORE_PORTS) {
        throw listenProblem(error as NodeJS.ErrnoException, { host: HOST, port: next })
      }
    }
  }
}

function greetingOf(address: string, folder: string, putAside: string | undefined): string[] {
  const aside = `What was kept by another version of the sandbox was put aside in ${putAside}.`
  return [
    ...(putAside === undefined ? [] : [aside]),
    `Sandbox: ${address}`,
    `Everything in it is play money, kept in ${folder}: delete that folder to begin anew.`,
    'To run the bot for real, copy .env.example to .env and fill in a token.',
  ]
}
