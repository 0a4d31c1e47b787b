/** The Telegram adapter: wires its parts together and keeps what lives from start to close. */
import type { Speech } from '../../i18n/speech.js'
import type { LoadFile } from '../../interaction/attach.js'
import { DeliveryError, type Intake, type Platform } from '../../interaction/platform.js'
import type { ArgumentOrder } from '../../interaction/press.js'
import type { Hook } from '../../kit/hook.js'
import type { Log } from '../../kit/log.js'
import type { World } from '../../kit/world.js'
import { type Abilities, probe } from './abilities.js'
import type { Answering } from './answer.js'
import { createAnswered } from './answered.js'
import { type Client, createClient, TELEGRAM_API } from './client.js'
import { menusOf, publishMenu } from './commands.js'
import { createPerform } from './deeds.js'
import { createDeliver } from './deliver.js'
import { createDownload } from './download.js'
import { type Reception, take } from './intake.js'
import { createLanes, type Lanes } from './lanes.js'
import { ALLOWED_UPDATES, HOOK_CONNECTIONS } from './limits.js'
import { type Poller, startPolling } from './polling.js'
import type { PrivateWays } from './private.js'
import { answerQuery } from './query.js'
import type { Self } from './receive.js'
import { deepLink, type Rendering } from './rendering.js'
import { createSender } from './send.js'
import { createStandings, type Standings } from './standing.js'
import { checkToken, insist, introduce } from './start.js'
import { survey } from './survey.js'
import { createHook } from './webhook.js'

export interface TelegramOptions {
  token: string
  /** The Bot API server; default api.telegram.org. */
  apiRoot?: string
  /** `webhookUrl` is the whole public address, for example `https://bot.example.org/hooks/telegram`. */
  mode: { polling: true } | { webhookUrl: string; secret: string }
  speech: Speech
  world: World
  log: Log
  order: ArgumentOrder
  load: LoadFile
  /** What the server can do, where that is known; the rest is found out at start. */
  abilities?: Partial<Abilities>
}

/** What exists once Telegram has accepted us. */
interface Presence {
  rendering: Rendering
  reception: Reception
  deliver: Platform['deliver']
}

/** Throws a StartError for a token or a secret that cannot be right. */
export function createTelegram(given: TelegramOptions): Platform & { hook?: Hook } {
  checkToken(given.token)
  const options = { ...given, log: given.log.child({ platform: 'telegram' }) }
  const { world, log, mode, speech } = options
  const client = createClient(options.token, options.apiRoot ?? TELEGRAM_API, world)
  const standings = createStandings(client.api, world, log)
  const calls = createLanes()
  const answers = createLanes()
  let presence: Presence | undefined
  let poller: Poller | undefined
  let isOpen = false

  const takeUpdate = async (update: unknown) => presence && take(presence.reception, update)
  const hook =
    'secret' in mode
      ? createHook({ secret: mode.secret, isOpen: () => isOpen, take: takeUpdate, log })
      : undefined

  return {
    name: 'telegram',
    ...(hook ? { hook } : {}),
    async start(intake, fatal) {
      const self = await introduce(client.api, world, log)
      const abilities = await discover(client, options)
      presence = wire({ options, client, standings, calls, answers, intake, self, abilities })
      isOpen = true
      await openDoor(client, options)
      if (!hook) poller = startPolling({ polls: client.polls, take: takeUpdate, fatal, world, log })
    },
    async stop() {
      isOpen = false
      await poller?.stop()
      await calls.idle()
      await answers.idle()
    },
    close: () => client.close(),
    deliver: async (delivery) => {
      if (presence) return presence.deliver(delivery)
      throw new DeliveryError({ kind: 'later', retryAfter: NOT_YET, everything: true })
    },
    perform: createPerform(client.api, world),
    standing: (account, place) => standings.of(account, place),
    survey: async (place) =>
      presence && survey({ api: client.api, standings, world, log }, presence.reception.self, place),
    download: createDownload(client, { world, log }),
    async publish(listings) {
      const menus = menusOf(listings, speech.locales, speech.fallback)
      let changed = 0
      for (const menu of menus) {
        if (await insist(world, log, () => publishMenu(client.api, menu))) changed += 1
      }
      log.info('menus published', { changed, of: menus.length })
    },
    privateLink: (payload) => presence && deepLink(presence.rendering.bot, payload),
  }
}

/** ms that the courier waits for a platform that has not started. */
const NOT_YET = 1_000

interface Parts {
  options: TelegramOptions
  client: Client
  standings: Standings
  calls: Lanes
  answers: Lanes
  intake: Intake
  self: Self
  abilities: Abilities
}

function wire({ options, client, standings, calls, answers, intake, self, abilities }: Parts): Presence {
  const { world, log, speech, order, mode } = options
  const rendering: Rendering = { speech, order, bot: self.username, abilities }
  const ways: PrivateWays = {
    sender: createSender(client.api, rendering, { log, world, load: options.load }),
    wait: (ms, deadline) => world.sleep(ms, deadline),
    hasEphemeral: () => rendering.abilities.ephemeral,
    isAdmin: (chat) => standings.isAdmin(String(self.id), chat),
  }
  const answering: Answering = {
    ways,
    rendering,
    answerQuery: (reply, deadline) => answerQuery(client, { log, world }, reply, deadline),
    world,
    log,
  }
  const handsBack = 'secret' in mode
  const hanging = new Map<string, number>()
  const reception = {
    ...{ intake, self, standings, answering, calls, answers, hanging, handsBack, world, log },
    answered: createAnswered(),
  }
  return { rendering, reception, deliver: createDeliver(ways, world) }
}

async function discover(client: Client, { abilities, log }: TelegramOptions): Promise<Abilities> {
  const found = { ...(await probe(client.api)), ...abilities }
  log.info('what the Bot API server can do', found)
  return found
}

/**
 * Makes Telegram bring updates our way: to the webhook, or to whoever asks. Nothing that waits is dropped.
 */
async function openDoor(client: Client, { mode, world, log }: TelegramOptions): Promise<void> {
  if ('polling' in mode) {
    await insist(world, log, () => client.api.deleteWebhook({ drop_pending_updates: false }))
    return
  }
  const wish = {
    url: mode.webhookUrl,
    secret_token: mode.secret,
    max_connections: HOOK_CONNECTIONS,
    allowed_updates: [...ALLOWED_UPDATES],
  }
  await insist(world, log, () => client.api.setWebhook(wish))
}
