/** Wires storage, world, platforms and core into a running app. `main.ts`, the sandbox's child and the tests call it. */
import { fileURLToPath } from 'node:url'
import { createAuditor } from './auditor.js'
import type { Config } from './config.js'
import { ensureAssets } from './core/assets/assets.js'
import { allCommands, beats } from './core/catalogue.js'
import { greetGroup } from './core/help/commands.js'
import type { Finding } from './core/ledger/ledger.js'
import { chatOf, leaveChat, memberOf, moveChat, recognise, sighted } from './core/members/members.js'
import { publishedPacket } from './core/packets/packets.js'
import { installOwners } from './core/roles/roles.js'
import { loadSpeech } from './i18n/fluent.js'
import type { Speech } from './i18n/speech.js'
import type { PlatformEvent, PlatformName } from './interaction/call.js'
import { type Catalogue, createCatalogue } from './interaction/catalogue.js'
import { createDispatch } from './interaction/dispatch.js'
import { forgetOldForms } from './interaction/forms.js'
import { listingsOf } from './interaction/listings.js'
import type { Intake, Platform } from './interaction/platform.js'
import { forgetOldCalls } from './interaction/repeats.js'
import type { Roster } from './interaction/roster.js'
import type { Hook } from './kit/hook.js'
import type { Log } from './kit/log.js'
import { must } from './kit/refusal.js'
import { StartError } from './kit/start-error.js'
import type { World } from './kit/world.js'
import { resolveRow, rowDead, rowMoved, rowSent } from './outgoing.js'
import { createDiscord } from './platforms/discord/discord.js'
import { createTelegram } from './platforms/telegram/telegram.js'
import { loadProgramme } from './programme/programme.js'
import { type Beat, createBeats } from './scheduler/beats.js'
import { createCourier } from './scheduler/courier.js'
import { pruneOutbox } from './scheduler/rows.js'
import { openStorage } from './storage/open.js'
import { outboxCounts } from './storage/outbox.js'
import type { Storage } from './storage/storage.js'

const LOCALES = fileURLToPath(new URL('../locales', import.meta.url))
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

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
  platforms: PlatformName[]
  /** What the last audit found; empty is good. */
  findings: Finding[]
  outbox: Record<string, number>
}

export interface App {
  /** Connects the platforms and begins to work. Fails with a StartError. */
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
  const storage = await openStorage({ url: config.databaseUrl, world, log, guard: options.guard })
  await storage.write(async (work) => {
    await ensureAssets(work, programme.assets)
    await installOwners(
      work,
      config.owners.map((owner) => ({ ...owner, name: '' })),
    )
  })
  const scales = new Map(programme.assets.map(({ code, scale }) => [code, scale]))
  const speech = loadSpeech(LOCALES, {
    scaleOf: (asset) => must(scales.get(asset), `the asset ${asset}`),
    now: () => world.now(),
    log,
  })
  const choose: Speech['choose'] = (...tags) => speech.choose(...tags)
  const recordUrl = (packet: string) =>
    config.publicUrl ? `${config.publicUrl}/packets/${packet}.json` : undefined
  const catalogue = createCatalogue(allCommands({ programme, choose, recordUrl }))
  const platforms = connect(config, { speech, world, log, order: catalogue.order })
  const courier = createCourier({
    storage,
    world,
    log,
    platforms,
    resolve: (work, row) => resolveRow(work, row, choose),
    onSent: rowSent,
    onDead: (work, row, reason) => rowDead(work, row, reason, choose),
    onMoved: rowMoved,
    fatal: (platform, detail) => options.fatal(refusedToken(platform, detail)),
  })
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
  const beating = createBeats({ storage, world, log, beats: [...beats, ...houseKeeping], wake })
  const intake: Intake = {
    call: dispatch,
    event: (event) => hear(storage, event, choose).finally(wake),
  }

  return {
    storage,
    speech,
    catalogue,
    hooks: [...platforms.values()].flatMap((platform) => (platform.hook ? [platform.hook] : [])),
    async start() {
      await auditor.run()
      const listings = listingsOf(catalogue.commands, speech)
      for (const platform of platforms.values()) {
        await platform.start(options.around?.(intake, catalogue) ?? intake, options.fatal)
        await platform.publish(listings)
      }
      await courier.start()
      beating.start()
      auditor.start()
    },
    async stop() {
      await Promise.all([beating.stop(), auditor.stop()])
      await Promise.all([...platforms.values()].map((platform) => platform.stop()))
      await courier.stop()
      await Promise.all([...platforms.values()].map((platform) => platform.close()))
      await storage.close()
    },
    async readiness() {
      const outbox = await storage.read(outboxCounts).catch(() => undefined)
      const findings = auditor.latest()
      const database = outbox !== undefined
      return {
        ready: database && findings.length === 0,
        database,
        platforms: [...platforms.keys()],
        findings,
        outbox: outbox ?? {},
      }
    },
    audit: auditor.run,
    record: (packet) => storage.read((work) => publishedPacket(work, packet)).catch(() => undefined),
  }
}

function refusedToken(platform: PlatformName, detail: string): StartError {
  return new StartError(`${platform.toUpperCase()}_TOKEN is refused: ${detail}`, 'configuration')
}

const UNKNOWN_STANDING = { membership: 'unknown' as const, isAdmin: false, roles: [] }

const roster: Roster = {
  recognise,
  memberOf,
  sighted,
  async chat(work, id) {
    const { native, platform, kind, title, language, appLanguage, guild } = await chatOf(work, id)
    const place = { platform, chat: native, kind, title }
    const more = { language: appLanguage ?? undefined, guild: guild ?? undefined }
    return { id, title, kind, language, place: { ...place, ...more } }
  },
}

type Connected = Platform & { hook?: Hook }

function connect(
  { telegram, discord, publicUrl }: Config,
  common: { speech: Speech; world: World; log: Log; order: Catalogue['order'] },
): Map<PlatformName, Connected> {
  const platforms = new Map<PlatformName, Connected>()
  if (telegram) {
    const { token, apiRoot, webhook } = telegram
    const mode = webhook
      ? { webhookUrl: `${publicUrl}/hooks/telegram`, secret: webhook.secret }
      : { polling: true as const }
    platforms.set('telegram', createTelegram({ ...common, token, apiRoot, mode }))
  }
  if (discord) platforms.set('discord', createDiscord({ ...common, ...discord }))
  return platforms
}

/** News that nobody said. */
async function hear(storage: Storage, event: PlatformEvent, choose: Speech['choose']): Promise<void> {
  await storage.write(async (work) => {
    switch (event.kind) {
      case 'chat-migrated':
        return moveChat(work, event.platform, event.from, event.to)
      case 'bot-left':
        return leaveChat(work, event.place)
      case 'bot-joined':
        return greetGroup(work, event.place, choose)
      case 'bot-blocked':
      case 'bot-unblocked':
        return
    }
  })
}

const KEEP = { postsMs: 30 * DAY_MS, othersMs: 2 * DAY_MS }

const houseKeeping: Beat[] = [
  { name: 'forget-calls', everyMs: HOUR_MS, run: (work) => forgetOldCalls(work).then(done) },
  { name: 'forget-forms', everyMs: HOUR_MS, run: (work) => forgetOldForms(work).then(done) },
  { name: 'prune-outbox', everyMs: HOUR_MS, run: (work) => pruneOutbox(work, KEEP).then(done) },
]

function done(): 'done' {
  return 'done'
}
