/**
 * Wires storage, world, platforms and core into a running app. `main.ts`, the sandbox's child and the tests
 * call it.
 */
import { fileURLToPath } from 'node:url'
import { createAuditor } from './auditor.js'
import { type Config, sealKeyOf } from './config.js'
import { type Connected, connect } from './connect.js'
import { allFiles, allJobs, type CatalogueDeps } from './core/catalogue.js'
import type { Finding } from './core/ledger/ledger.js'
import { installOwners } from './core/linking/linking.js'
import type { Published } from './core/packets/published.js'
import { createFiles } from './files.js'
import { houseKeeping } from './housekeeping.js'
import { loadSpeech } from './i18n/fluent.js'
import type { Speech } from './i18n/speech.js'
import { assertFileRight, beginInForce, type InForce } from './in-force.js'
import type { CarrierName, PlatformName } from './interaction/call.js'
import type { Catalogue } from './interaction/catalogue.js'
import { createDispatch } from './interaction/dispatch.js'
import type { House } from './interaction/house.js'
import { listingsOf } from './interaction/listings.js'
import type { Carrier, Intake } from './interaction/platform.js'
import { createSettling } from './interaction/untold.js'
import type { Hook } from './kit/hook.js'
import type { Log } from './kit/log.js'
import { must } from './kit/refusal.js'
import { StartError } from './kit/start-error.js'
import type { World } from './kit/world.js'
import { createListening } from './listening.js'
import { openMail } from './mail/mail.js'
import {
  awaitedBy,
  deedDone,
  isRowFor,
  letterOf,
  resolveRow,
  rowDead,
  rowMoved,
  rowSent,
  taskOf,
} from './outgoing.js'
import { drawPng } from './pictures/draw.js'
import type { Programme } from './programme/programme.js'
import { createReadiness, type Readiness } from './readiness.js'
import { hear, roster } from './reception.js'
import { recordsOf } from './records.js'
import { createBeats } from './scheduler/beats.js'
import { type Courier, createCourier } from './scheduler/courier.js'
import { createScheduler } from './scheduler/scheduler.js'
import { everySecond } from './scheduler/ticks.js'
import { type Timekeeper, timekeeper } from './storage/clock.js'
import { compareClocks, type ServerClock } from './storage/database-clock.js'
import { openStorage } from './storage/open.js'
import type { Storage } from './storage/storage.js'
import { sureMomentBeat } from './storage/sure-moment.js'

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
  /** The database server's clock, for a world whose clock is not the machine's. */
  serverClock?: ServerClock
  surroundings?: Partial<Surroundings>
}

/** Where the app meets files, networks and timers: the real ones, or those of a simulation. */
export interface Surroundings {
  openStorage: typeof openStorage
  loadSpeech: typeof loadSpeech
  connect: typeof connect
  openMail: typeof openMail
  ticks: typeof everySecond
}

const REAL: Surroundings = { openStorage, loadSpeech, connect, openMail, ticks: everySecond }

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
  /** The public record of a packet that is over; `open` while it lives, undefined when there is none. */
  record(packet: string): Promise<Published | 'open' | undefined>
  readonly storage: Storage
  /** Decimal places of each asset, by its code. */
  scales(): Readonly<Record<string, number>>
  readonly speech: Speech
  readonly catalogue: Catalogue
}

/** Opens and checks everything that can be checked without a platform. Fails with a StartError. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log } = options
  const around = { ...REAL, ...options.surroundings }
  // One time for everybody: what is put off until later must not be put off by a clock that is wrong.
  const time = timekeeper(options.world, log)
  const world = { ...options.world, now: () => time.now() }
  // Grows with the programme's assets; one that it names no more has amounts still.
  const scales = new Map<string, number>()
  const speech = speechOf(scales, { world, log }, around)
  const storage = await openBooks(options, around, { time, speech })
  const choose: Speech['choose'] = (...tags) => speech.choose(...tags)
  const told = (error: unknown) => log.error('the commands could not be published', { error })
  // Both grow while we start: nothing is sent to a platform, or given up for it, before it has accepted us.
  const connected = new Map<PlatformName, Connected>()
  const deps = { choose, ...depsOf(config, sealKeyOf(config, world)) }
  const inForce = await beginInForce(config, {
    ...{ storage, speech, log, now: () => world.now(), deps },
    changed(programme) {
      for (const [code, scale] of scalesIn(programme)) scales.set(code, scale)
      for (const platform of connected.values()) void publish(platform).catch(told)
    },
  })
  const { catalogue } = inForce
  const publish = (platform: Connected) => platform.publish(listingsOf(catalogue.commands, speech))
  const platforms = platformsFor({ ...options, world }, { storage, speech, inForce }, around)
  const { courier, carriers, closeMail } = carriage({ ...options, world }, { storage, speech, around })
  const wake = () => courier.wake()
  const asked = askedOf(platforms)
  const dispatch = createDispatch({ storage, world, log, speech, catalogue, roster, wake, ...asked })
  const begin = async (name: PlatformName, platform: Connected, taken: Intake) => {
    await platform.start(taken, options.fatal)
    connected.set(name, platform)
    carriers.set(name, platform)
    wake()
    await publish(platform)
  }
  const auditor = createAuditor(storage, world, log, sealKeyOf(config, world))
  const work = workByTime({ ...options, ticks: around.ticks }, { storage, time, inForce, choose, wake })
  const intake: Intake = {
    ...{ call: inForce.following(dispatch), overhear: work.overhear, notice: work.notice },
    event: (event) => hear(storage, event, choose).finally(wake),
    settle: createSettling({ storage, roster, wake, log }),
  }

  return {
    ...{ storage, speech, catalogue, scales: () => Object.fromEntries(scales) },
    hooks: [...platforms.values()].flatMap(({ hook }) => hook ?? []),
    async start() {
      await auditor.run()
      const taken = options.around?.(intake, catalogue) ?? intake
      await courier.start()
      await work.start()
      auditor.start()
      // Side by side: Discord lets a bot identify once in five seconds, or is away; Telegram need not wait.
      await Promise.all([...platforms].map((one) => begin(...one, taken)))
    },
    async stop() {
      await Promise.all([work.stop(), auditor.stop()])
      await Promise.all([...platforms.values()].map((platform) => platform.stop()))
      await courier.stop()
      closeMail()
      await Promise.all([...platforms.values()].map((platform) => platform.close()))
      await storage.close()
    },
    readiness: createReadiness({ storage, world, time, auditor }, { wanted: platforms, connected }),
    audit: auditor.run,
    record: recordsOf(storage, world),
  }
}

/** The adapters, which are given the files of views, which may come from another of them. */
function platformsFor(
  { config, world, log }: AppOptions,
  { storage, speech, inForce }: { storage: Storage; speech: Speech; inForce: InForce },
  { connect: open }: Surroundings,
): Map<PlatformName, Connected> {
  const { order } = inForce.catalogue
  const makers = allFiles(() => inForce.programme())
  const load = createFiles({
    ...{ storage, world, log, speech, makers },
    draw: drawPng,
    platforms: () => platforms,
  })
  const platforms = open(config, { speech, world, log, order, load })
  return platforms
}

interface Books {
  storage: Storage
  time: Timekeeper
}

/** The storage on a clock that is judged, with the first admins in place. */
async function openBooks(
  { config, world, log, guard, serverClock, fatal }: AppOptions,
  around: Surroundings,
  { time, speech }: { time: Timekeeper; speech: Speech },
): Promise<Storage> {
  const beforeMigrating = () => assertFileRight(config, speech)
  const opening = { world, log, guard, fatal, clock: time, beforeMigrating }
  const storage = await around.openStorage({ url: config.databaseUrl, ...opening })
  const { state } = await compareClocks(storage, world, time, serverClock)
  if (state === 'in doubt')
    log.warn('we were away for long, or the clock is wrong: what is overdue ends in a quarter of an hour')
  const owners = config.owners.map((accounts) => accounts.map((account) => ({ ...account, name: '' })))
  await storage.write((work) => installOwners(work, owners))
  return storage
}

/** What is done by the clock: beats, jobs of the calendar, and what is counted. */
function workByTime(
  { config, world, log, serverClock, ticks }: AppOptions & Pick<Surroundings, 'ticks'>,
  {
    storage,
    time,
    inForce,
    choose,
    wake,
  }: Books & {
    inForce: Pick<InForce, 'beats' | 'programme'>
    choose: Speech['choose']
    wake(): void
  },
) {
  const since = async () => (await compareClocks(storage, world, time, serverClock)).since
  const own = storage.dialect === 'sqlite' ? [sureMomentBeat] : []
  const beats = createBeats({
    ...{ storage, world, log, wake },
    beats: () => [...inForce.beats(), ...own],
    madeSince: since,
  })
  const scheduler = createScheduler({
    ...{ storage, log, wake },
    world: { ...world, now: () => time.now() },
    jobs: [...houseKeeping, ...allJobs({ choose }, () => inForce.programme())],
    isClockRight: async () => (await since()) === 0,
    ticks: (tick) => ticks(tick, log),
  })
  const secret = sealKeyOf(config, world)
  const listening = createListening({ storage, world, log, secret, choose, wake })
  return {
    overhear: listening.overhear,
    notice: listening.notice,
    async start() {
      beats.start()
      await scheduler.start()
      await listening.start()
    },
    stop: () => Promise.all([beats.stop(), scheduler.stop(), listening.stop()]),
  }
}

/** What only a platform knows. */
function askedOf(platforms: ReadonlyMap<PlatformName, Connected>): Pick<House, 'standing' | 'survey'> {
  return {
    standing: async (account, place) =>
      (await platforms.get(account.platform)?.standing(account, place)) ?? UNKNOWN_STANDING,
    survey: async (place) => platforms.get(place.platform)?.survey(place),
  }
}

/** What the settings say of how people are told, and what they are known by. */
function depsOf(
  { publicUrl, mail }: Config,
  digestKey: Uint8Array,
): Pick<CatalogueDeps, 'recordUrl' | 'digestKey' | 'hasMail'> {
  return {
    digestKey,
    recordUrl: (packet) => (publicUrl ? `${publicUrl}/packets/${packet}` : undefined),
    hasMail: mail !== undefined,
  }
}

function scalesIn({ assets }: Programme): Map<string, number> {
  return new Map(assets.map(({ code, scale }) => [code, scale]))
}

function speechOf(
  scales: ReadonlyMap<string, number>,
  { world, log }: Pick<AppOptions, 'world' | 'log'>,
  around: Surroundings,
): Speech {
  const scaleOf = (asset: string) => must(scales.get(asset), `the asset ${asset}`)
  return around.loadSpeech(LOCALES, { scaleOf, now: () => world.now(), log })
}

/** The courier, and those who carry for it: the mail from the beginning, platforms as they come. */
function carriage(
  { config, world, log, fatal }: AppOptions,
  { storage, speech, around }: { storage: Storage; speech: Speech; around: Surroundings },
): { courier: Courier; carriers: Map<CarrierName, Carrier>; closeMail(): void } {
  const choose: Speech['choose'] = (...tags) => speech.choose(...tags)
  const mail = config.mail && around.openMail(config.mail, { speech, world, log })
  const carriers = new Map<CarrierName, Carrier>(mail ? [['mail', mail]] : [])
  const courier = createCourier({
    storage,
    world,
    log,
    platforms: carriers,
    resolve: async (work, row) => letterOf(row) ?? taskOf(row) ?? resolveRow(work, row, choose),
    onSent: (work, row, carried) =>
      'outcome' in carried ? deedDone(work, row, carried, choose) : rowSent(work, row, carried),
    awaitedBy,
    isStillFor: async (work, row, outward) =>
      'to' in outward || 'deed' in outward || isRowFor(work, row, outward),
    onDead: (work, row, reason) => rowDead(work, row, reason, choose),
    onMoved: rowMoved,
    fatal: (platform, detail) => fatal(refusedToken(platform, detail)),
  })
  return { courier, carriers, closeMail: () => mail?.close() }
}

function refusedToken(platform: CarrierName, detail: string): StartError {
  return new StartError(`${platform.toUpperCase()}_TOKEN is refused: ${detail}`, 'configuration')
}

const UNKNOWN_STANDING = { membership: 'unknown' as const, isAdmin: false, roles: [] }
