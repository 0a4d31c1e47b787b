/**
 * The server under the sandbox's chat page: static files, what a person sees and does on each platform, the
 * storm, and the state of the bot. It listens on loopback only and lets nobody but its own page drive it.
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { GUILD_ROLES } from './community.js'
import type { Community, SandboxPlatform } from './contract.js'
import type { Faults } from './faults.js'
import { asked, bodyOf, limited, limitedWithFile, malformed, mistaken, no } from './page-asked.js'
import type { BotStatus, CommunityAnswer, PlatformName } from './page-contract.js'
import { toldOfKills, toldOfWays } from './page-deeds.js'
import { importMap, installedFolders, type PageFolders, pageDocument, VENDORS } from './page-document.js'
import { guard, protectiveHeaders } from './page-guard.js'
import { createPeopleNews, peopleNews, servePeople } from './page-people.js'
import { serveRecords } from './page-records.js'
import {
  actBody,
  CROWD_MAX,
  eventsQuery,
  historyQuery,
  personQuery,
  roomQuery,
  roomsQuery,
  stormBody,
} from './page-requests.js'
import { streamTo } from './page-stream.js'
import {
  faultNews,
  railNews,
  serveFaults,
  serveRail,
  serveTransports,
  type TransportSwitch,
  transportNews,
} from './page-switches.js'
import type { Rail } from './rail.js'
import type { Rows } from './rail-book.js'
import { deny } from './reasons.js'
import { createStormDesk, type StormDesk } from './storm-desk.js'

/** A picture never changes under its id, and must not be run should it turn out to be something else. */
const PICTURE_HEADERS = {
  'cache-control': 'private, max-age=3600, immutable',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
}
const ROLES = Object.entries(GUILD_ROLES).map(([name, id]) => ({ name, id }))

/** The bot's process, as whoever supervises it tells it. */
export interface BotSupervision {
  status(): BotStatus
  /** Ends the bot's process at once, as a power cut would; the supervisor starts it again. */
  kill(): void | Promise<void>
  onChange?(listener: (status: BotStatus) => void): () => void
}

export interface TelegramFile {
  /** Media type, `image/png` for example. */
  type: string
  /** As it was named by whoever sent it. */
  name: string
  bytes: Uint8Array
}

export interface SandboxPageOptions {
  community: Community
  platforms: SandboxPlatform[]
  /** Left out, the page shows no state of the bot. */
  bot?: BotSupervision
  /** Left out, nothing goes wrong on purpose. */
  faults?: Faults
  /** Left out, updates come by the one way that was chosen at start. */
  transports?: TransportSwitch
  /** Left out, nobody writes down what just happened. */
  rail?: Rail
  /** Opens the bot's database for reading; throws while there is none. Left out, nobody knows the roles. */
  openRows?: () => Rows
  /** Address of the bot's HTTP server, where it publishes records. Left out, there are none. */
  records?: string
  /** A file of a Telegram message by its file id: only the bot may ask the platform for files. */
  file?: (id: string) => TelegramFile | undefined
  /** Milliseconds, monotonic; for the storm's latencies. */
  now?: () => number
  /** Left out: the folders of this installation. */
  folders?: PageFolders
}

export interface SandboxPage {
  readonly app: Hono
  readonly storms: StormDesk
  /** Listens on 127.0.0.1 and resolves with the page's address; rejects when the port is taken. */
  listen(port?: number): Promise<string>
  close(): Promise<void>
}

export function createSandboxPage(options: SandboxPageOptions): SandboxPage {
  const { platforms, rail, now = () => performance.now() } = options
  const bot = options.bot && toldOfKills(options.bot, rail)
  const transports = options.transports && toldOfWays(options.transports, rail)
  const desk = platformDesk(rail ? platforms.map((one) => rail.watch(one)) : platforms)
  const crowd = platformDesk(
    rail ? platforms.map((one) => rail.crowd(one, () => storms.number())) : platforms,
  )
  const storms: StormDesk = createStormDesk({
    platform: (name) => crowd.named(name),
    kill: () => void bot?.kill(),
    now,
  })
  const people = createPeopleNews({ ...options, now })
  const stopHearing = desk.onEvent(people.hear)
  const closing = new AbortController()
  const app = new Hono()
  app.use(guard)
  app.onError((error, c) => c.json(mistaken(error), 500))
  app.notFound((c) => c.json(no({ code: 'nothing-here' }), 404))
  serveFiles(app, options.folders ?? installedFolders())
  serveChat(app, options, desk)
  serveStorm(app, storms)
  serveRecords(app, options.records)
  serveBot(app, bot, storms)
  serveFaults(app, options.faults)
  serveTransports(app, transports)
  serveRail(app, rail)
  servePeople(app, people)
  const others = [
    ...[...faultNews(options.faults), ...transportNews(options.transports), ...railNews(rail)],
    peopleNews(people),
  ]
  app.get('/api/events', (c) => {
    const viewer = eventsQuery.safeParse(c.req.query())
    if (!viewer.success) return c.json(malformed(viewer.error), 400)
    const sources = {
      onEvent: desk.onEvent,
      onStorm: storms.onReport,
      onBot: (listener: (status: BotStatus) => void) => options.bot?.onChange?.(listener) ?? (() => {}),
      others,
    }
    return streamTo(c, viewer.data, sources, closing.signal)
  })
  const { listen, close } = listening(app, closing)
  return {
    ...{ app, storms, listen },
    close() {
      stopHearing()
      people.close()
      return close()
    },
  }
}

type Desk = ReturnType<typeof platformDesk>

function platformDesk(platforms: SandboxPlatform[]) {
  const find = (name: PlatformName): SandboxPlatform | undefined =>
    platforms.find((platform) => platform.name === name)
  return {
    names: platforms.map((platform) => platform.name),
    named(name: PlatformName): SandboxPlatform {
      return find(name) ?? deny({ code: 'no-platform', name })
    },
    onEvent(listener: Parameters<SandboxPlatform['onEvent']>[0]): () => void {
      const stops = platforms.map((platform) => platform.onEvent(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

function serveFiles(app: Hono, folders: PageFolders): void {
  const document = pageDocument()
  const headers = { ...protectiveHeaders(importMap), 'cache-control': 'no-cache' }
  app.get('/', (c) => c.html(document, 200, headers))
  const folder = (prefix: string, root: string, extension: RegExp): void => {
    const files = serveStatic({ root, rewriteRequestPath: (path) => path.slice(prefix.length) })
    app.get(`${prefix}/*`, async (c, next) => {
      if (!extension.test(c.req.path)) return next()
      c.header('x-content-type-options', 'nosniff')
      c.header('cache-control', 'no-cache')
      return files(c, next)
    })
  }
  folder('/page', folders.modules, /\.js$/)
  folder('/style', folders.style, /\.(css|svg)$/)
  folder('/locales', folders.locales, /\/(sandbox|record)\.ftl$/)
  for (const name of VENDORS) folder(`/vendor/${name}`, folders.vendor(name), /\.m?js$/)
}

function serveChat(app: Hono, { community, file }: SandboxPageOptions, desk: Desk): void {
  const { people, groups } = community
  app.get('/api/community', (c) =>
    c.json({
      people,
      groups,
      roles: ROLES,
      platforms: desk.names,
      crowd: CROWD_MAX,
    } satisfies CommunityAnswer),
  )
  app.get('/api/picture', (c) => {
    const found = file?.(c.req.query('id') ?? '')
    if (!found?.type.startsWith('image/')) return c.json(no({ code: 'no-picture' }), 404)
    return c.body(new Uint8Array(found.bytes), 200, { ...PICTURE_HEADERS, 'content-type': found.type })
  })
  app.get('/api/document', (c) => {
    const found = file?.(c.req.query('id') ?? '')
    if (!found) return c.json(no({ code: 'no-document' }), 404)
    return c.body(new Uint8Array(found.bytes), 200, {
      ...PICTURE_HEADERS,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
    })
  })
  app.get('/api/person', (c) => asked(c, personQuery, c.req.query(), ({ id }) => community.person(id)))
  app.get('/api/rooms', (c) =>
    asked(c, roomsQuery, c.req.query(), ({ platform, person }) =>
      desk.named(platform).rooms(known(community, person)),
    ),
  )
  app.get('/api/history', (c) =>
    asked(c, historyQuery, c.req.query(), ({ platform, person, room, limit }) =>
      desk.named(platform).history(room, known(community, person), limit),
    ),
  )
  app.get('/api/commands', (c) =>
    asked(c, roomQuery, c.req.query(), ({ platform, person, room }) =>
      desk.named(platform).commands(room, known(community, person)),
    ),
  )
  app.post('/api/act', limitedWithFile, async (c) =>
    asked(c, actBody, await bodyOf(c), ({ platform, person, action }) =>
      desk.named(platform).act(known(community, person), action),
    ),
  )
}

function serveStorm(app: Hono, storms: StormDesk): void {
  app.get('/api/storm', (c) => c.json(storms.latest() ?? null))
  app.delete('/api/storm', (c) => c.json(storms.cancel() ?? null))
  app.post('/api/storm', limited, async (c) => {
    const request = stormBody.safeParse(await bodyOf(c))
    if (!request.success) return c.json(malformed(request.error), 400)
    const report = storms.start(request.data)
    return report ? c.json(report, 202) : c.json(no({ code: 'storm-running' }), 409)
  })
}

function serveBot(app: Hono, bot: BotSupervision | undefined, storms: StormDesk): void {
  app.get('/api/bot', (c) => c.json(bot?.status() ?? null))
  app.post('/api/bot/kill', limited, async (c) => {
    if (!bot) return c.json(no({ code: 'unsupervised' }), 404)
    if (bot.status().running) storms.noteKill()
    await bot.kill()
    return c.json(bot.status())
  })
}

/** The person's id when there is such a person; denies `no-person` otherwise. */
function known(community: Community, id: string): string {
  return community.person(id).id
}

function listening(app: Hono, closing: AbortController): Pick<SandboxPage, 'listen' | 'close'> {
  let server: ServerType | undefined
  return {
    listen: (port = 0) =>
      new Promise((resolve, reject) => {
        const opened = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () =>
          resolve(`http://127.0.0.1:${(opened.address() as AddressInfo).port}/`),
        )
        opened.once('error', reject)
        server = opened
      }),
    close: () =>
      new Promise((resolve) => {
        closing.abort()
        if (!server) return resolve()
        server.close(() => resolve())
        ;(server as Server).closeAllConnections()
      }),
  }
}
