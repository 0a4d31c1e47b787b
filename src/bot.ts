/** The running bot: the app and its HTTP server, started in the order in which a mistake shows soonest. */
import { type App, createApp } from './app.js'
import type { Config } from './config.js'
import { measuredIntake } from './http/measured-intake.js'
import { createMetrics, type Metrics } from './http/metrics.js'
import { createFigurePages, createPages } from './http/pages.js'
import { createHttpServer, type HttpServer } from './http/server.js'
import type { Log } from './kit/log.js'
import { isLoopback } from './kit/loopback.js'
import type { World } from './kit/world.js'
import { placeOf } from './storage/place.js'

export interface BotOptions {
  config: Config
  world: World
  log: Log
  /** The program must end: a token was revoked, a second poller came. */
  fatal(error: Error): void
  /** Told when there is something to stop in good order, though a platform may still be away. */
  begun?(bot: Pick<Bot, 'stop'>): void
}

export interface Bot {
  /** One line for the operator: what runs where. */
  readonly summary: string
  /** Takes nothing new, finishes what is in hand, closes everything. */
  stop(): Promise<void>
}

/** Resolves when the platforms have accepted us. Rejects with a StartError. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { config, world } = options
  const metrics = createMetrics(() => app.readiness(), world)
  const app: App = await createApp({
    ...options,
    around: (intake, catalogue) => measuredIntake(intake, metrics, { world, catalogue }),
  })
  const { main, aside } = serversOf(options, app, metrics)
  const servers = aside ? [main, aside] : [main]
  // Before the platforms are told to call us.
  await Promise.all(servers.map((server) => server.listen()))
  const stop = async () => {
    await Promise.all(servers.map((server) => server.close()))
    await app.stop()
  }
  options.begun?.({ stop })
  await app.start()
  return { summary: summaryOf(config, main.address, aside?.address), stop }
}

/** The one that the platforms reach, and beside it the one for figures where the operator wants one. */
function serversOf(
  { config, world, log }: BotOptions,
  app: App,
  metrics: Metrics,
): { main: HttpServer; aside?: HttpServer } {
  const { host, port } = config.http
  const readiness = () => app.readiness()
  const { record, scales, speech } = app
  const shown = { readiness, record, scales, speech, metrics, world, log }
  const pages = createPages(shown, { figures: !config.figures && !isReachedFromOutside(config) })
  const main = createHttpServer({ host, port, hooks: app.hooks, pages, world, log })
  if (!config.figures) return { main }
  const there = { ...config.figures, settings: 'METRICS' as const, hooks: [] }
  const figures = createFigurePages(shown, { local: isLoopback(config.figures.host) })
  return { main, aside: createHttpServer({ ...there, pages: figures, world, log }) }
}

/** Whether the platforms are to reach our server, and with them everybody. */
function isReachedFromOutside({ publicUrl, discord }: Config): boolean {
  return publicUrl !== undefined || discord?.publicKey !== undefined
}

/** Names no secret: of a database's URL only host and database. */
export function summaryOf(
  { telegram, discord, databaseUrl }: Config,
  address: string,
  figures?: string,
): string {
  const ways = [
    telegram && `Telegram by ${telegram.webhook ? 'webhook' : 'long polling'}`,
    discord && `Discord by gateway${discord.publicKey ? ' and HTTP' : ''}`,
  ]
  const platforms = ways.filter((way) => way !== undefined).join(', ')
  const aside = figures === undefined ? '' : `, figures at ${figures}`
  return `Running: ${platforms}; ${databaseOf(databaseUrl)}; ${address}${aside}`
}

function databaseOf(databaseUrl: string): string {
  const place = placeOf(databaseUrl)
  if (place.dialect === 'sqlite') return `SQLite ${place.file}`
  const { host, pathname } = new URL(place.url)
  return `PostgreSQL ${host}${pathname}`
}
