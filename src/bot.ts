/** The running bot: the app and its HTTP server, started in the order in which a mistake shows soonest. */
import { type App, createApp } from './app.js'
import type { Config } from './config.js'
import { measuredIntake } from './http/measured-intake.js'
import { createMetrics } from './http/metrics.js'
import { createPages } from './http/pages.js'
import { createHttpServer } from './http/server.js'
import type { Log } from './kit/log.js'
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
  const { config, world, log } = options
  const metrics = createMetrics(() => app.readiness())
  const app: App = await createApp({
    ...options,
    around: (intake, catalogue) => measuredIntake(intake, metrics, { world, catalogue }),
  })
  const pages = createPages({
    readiness: () => app.readiness(),
    record: (packet) => app.record(packet),
    metrics,
    world,
    log,
  })
  const { host, port } = config.http
  const http = createHttpServer({ host, port, hooks: app.hooks, pages, world, log })
  // Before the platforms are told to call us.
  await http.listen()
  const stop = async () => {
    await http.close()
    await app.stop()
  }
  options.begun?.({ stop })
  await app.start()
  return { summary: summaryOf(config, http.address), stop }
}

/** Names no secret: of a database's URL only host and database. */
export function summaryOf({ telegram, discord, databaseUrl }: Config, address: string): string {
  const ways = [
    telegram && `Telegram by ${telegram.webhook ? 'webhook' : 'long polling'}`,
    discord && `Discord by gateway${discord.publicKey ? ' and HTTP' : ''}`,
  ]
  const platforms = ways.filter((way) => way !== undefined).join(', ')
  return `Running: ${platforms}; ${databaseOf(databaseUrl)}; ${address}`
}

function databaseOf(databaseUrl: string): string {
  const place = placeOf(databaseUrl)
  if (place.dialect === 'sqlite') return `SQLite ${place.file}`
  const { host, pathname } = new URL(place.url)
  return `PostgreSQL ${host}${pathname}`
}
