/**
 * Wires storage, world, platforms and core into a running app. `main.ts`, the sandbox's child and the tests
 * call it.
 */
import { fileURLToPath } from 'node:url'
import { createAuditor } from './auditor.js'
import type { Config } from './config.js'
import { type Connected, connect } from './connect.js'
import { ensureAssets } from './core/assets/assets.js'
import { allCommands, beats } from './core/catalogue.js'
import type { Finding } from './core/ledger/ledger.js'
import { publishedPacket } from './core/packets/packets.js'
import { installOwners } from './core/roles/roles.js'
import { houseKeeping } from './housekeeping.js'
import { loadSpeech } from './i18n/fluent.js'
import type { Speech } from './i18n/speech.js'
import type { PlatformName } from './interaction/call.js'
import { type Catalogue, createCatalogue } from './interaction/catalogue.js'
import { createDispatch } from './interaction/dispatch.js'
import { listingsOf } from './interaction/listings.js'
import type { Intake } from './interaction/platform.js'
import type { Hook } from './kit/hook.js'
import type { Log } from './kit/log.js'
import { must, Refusal } from './kit/refusal.js'
import { StartError } from './kit/start-error.js'
import type { World } from './kit/world.js'
import { resolveRow, rowDead, rowMoved, rowSent } from './outgoing.js'
import { loadProgramme, type Programme } from './programme/programme.js'
import { hear, roster } from './reception.js'
import { createBeats } from './scheduler/beats.js'
import { type Courier, createCourier } from './scheduler/courier.js'
import { createScheduler } from './scheduler/scheduler.js'
import { everySecond } from './scheduler/ticks.js'
import { openStorage } from './storage/open.js'
import { outboxCounts } from './storage/outbox.js'
import type { Storage } from './storage/storage.js'

const LOCALES = fileURLToPath(new URL('../locales', import.meta.url))

export interface AppOptions {
  config: Config
  world: World
  log: Log
  /** The program must end: a token was revoked, a second poller came. */
  fatal(error: Error): void
  /** Put around the intake: counts and times every call. */
  around?(intake: Intake, catalogue: Catalogue): Intake
  /** Refuse units of work inside units of work; for tests and development. */
  guard?: boolean
}

export interface Readiness {
  ready: boolean
  database: boolean
  /** Those that have accepted us. */
  platforms: PlatformName[]
  /** What the last audit found; empty is good. */
  findings: Finding[]
  outbox: Record<string, number>
}

export interface App {
  /**
   * Begins to work, each platform as soon as it has accepted us; resolves when all have. Fails with a
   * StartError.
   */
  start(): Promise<void>
  /** Stops intake, finishes what is in hand, closes everything. */
  stop(): Promise<void>
  readonly hooks: Hook[]
  readiness(): Promise<Readiness>
  /** Runs every check now. */
  audit(): Promise<Finding[]>
  /** The public record of a packet that is over, as JSON; undefined while it lives or when there is none. */
  record(packet: string): Promise<unknown>
  readonly storage: Storage
  readonly speech: Speech
  readonly catalogue: Catalogue
}

/** Opens and checks everything that can be checked without a platform. Fails with a StartError. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, world, log } = options
  const programme = loadProgramme(config.programmeFile)
  const storage = await openBooks(options, programme)
  const speech = speechOf(programme, options)
  const choose: Speech['choose'] = (...tags) => speech.choose(...tags)
  const recordUrl = (packet: string) =>
    config.publicUrl ? `${config.publicUrl}/packets/${packet}.json` : undefined
  const catalogue = createCatalogue(allCommands({ programme, choose, recordUrl }))
  const platforms = connect(config, { speech, world, log, order: catalogue.order })
  // Grows while we start: nothing is sent to a platform, or given up for it, before it has accepted us.
  const connected = new Map<PlatformName, Connected>()
  const courier = courierFor(options, storage, connected, choose)
  const wake = () => courier.wake()
  const dispatch = createDispatch({
    storage,
    world,
    log,
    speech,
    catalogue,
    roster,
    standing: async (account, place) =>
      (await platforms.get(account.platform)?.standing(account, place)) ?? UNKNOWN_STANDING,
    wake,
  })
  const auditor = createAuditor(storage, world, log)
  const beating = createBeats({ storage, world, log, beats, wake })
  const ticks = (tick: () => void) => everySecond(tick, log)
  const scheduler = createScheduler({ storage, world, log, jobs: houseKeeping, ticks, wake })
  const intake: Intake = { call: dispatch, event: (event) => hear(storage, event, choose).finally(wake) }

  return {
    ...{ storage, speech, catalogue },
    hooks: [...platforms.values()].flatMap((platform) => (platform.hook ? [platform.hook] : [])),
    async start() {
      await auditor.run()
      const listings = listingsOf(catalogue.commands, speech)
      const taken = options.around?.(intake, catalogue) ?? intake
      await courier.start()
      beating.start()
      await scheduler.start()
      auditor.start()
      // Side by side: Discord lets a bot identify once in five seconds, or is away; Telegram need not wait.
      await Promise.all(
        [...platforms].map(async ([name, platform]) => {
          await platform.start(taken, options.fatal)
          connected.set(name, platform)
          wake()
          await platform.publish(listings)
        }),
      )
    },
    async stop() {
      await Promise.all([beating.stop(), scheduler.stop(), auditor.stop()])
      await Promise.all([...platforms.values()].map((platform) => platform.stop()))
      await courier.stop()
      await Promise.all([...platforms.values()].map((platform) => platform.close()))
      await storage.close()
    },
    readiness: () => readinessOf(storage, auditor.latest(), { wanted: platforms, connected }),
    audit: auditor.run,
    record: (packet) => storage.read((work) => publishedPacket(work, packet)).catch(noRecord),
  }
}

/** There is no such packet; anything else, such as a database that is away, says nothing about it. */
function noRecord(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}

/** The storage, with the assets and the first admins in place. */
async function openBooks({ config, world, log, guard }: AppOptions, programme: Programme): Promise<Storage> {
  const storage = await openStorage({ url: config.databaseUrl, world, log, guard })
  const owners = config.owners.map((accounts) => accounts.map((account) => ({ ...account, name: '' })))
  await storage.write(async (work) => {
    await ensureAssets(work, programme.assets)
    await installOwners(work, owners)
  })
  return storage
}

function speechOf({ assets }: Programme, { world, log }: AppOptions): Speech {
  const scales = new Map(assets.map(({ code, scale }) => [code, scale]))
  const scaleOf = (asset: string) => must(scales.get(asset), `the asset ${asset}`)
  return loadSpeech(LOCALES, { scaleOf, now: () => world.now(), log })
}

function courierFor(
  { world, log, fatal }: AppOptions,
  storage: Storage,
  platforms: ReadonlyMap<PlatformName, Connected>,
  choose: Speech['choose'],
): Courier {
  return createCourier({
    storage,
    world,
    log,
    platforms,
    resolve: (work, row) => resolveRow(work, row, choose),
    onSent: rowSent,
    onDead: (work, row, reason) => rowDead(work, row, reason, choose),
    onMoved: rowMoved,
    fatal: (platform, detail) => fatal(refusedToken(platform, detail)),
  })
}

async function readinessOf(
  storage: Storage,
  findings: Finding[],
  { wanted, connected }: Record<'wanted' | 'connected', ReadonlyMap<PlatformName, Connected>>,
): Promise<Readiness> {
  const outbox = await storage.read(outboxCounts).catch(() => undefined)
  const database = outbox !== undefined
  const ready = database && findings.length === 0 && connected.size === wanted.size
  return { ready, database, platforms: [...connected.keys()], findings, outbox: outbox ?? {} }
}

function refusedToken(platform: PlatformName, detail: string): StartError {
  return new StartError(`${platform.toUpperCase()}_TOKEN is refused: ${detail}`, 'configuration')
}

const UNKNOWN_STANDING = { membership: 'unknown' as const, isAdmin: false, roles: [] }
