/** The Discord adapter: receives by gateway or HTTP, answers and delivers by REST. */
import type { Speech } from '../../i18n/speech.js'
import type { LoadFile } from '../../interaction/attach.js'
import type { Platform } from '../../interaction/platform.js'
import type { ArgumentOrder } from '../../interaction/press.js'
import type { Hook } from '../../kit/hook.js'
import type { Log } from '../../kit/log.js'
import { must } from '../../kit/refusal.js'
import { StartError } from '../../kit/start-error.js'
import type { World } from '../../kit/world.js'
import type { Application } from './application.js'
import { checkPublicKey, identify } from './application.js'
import { openClient } from './client.js'
import { publish } from './commands.js'
import { createPerform } from './deeds.js'
import { createDeliver } from './deliver.js'
import { createDownload } from './download.js'
import type { Gateway } from './gateway.js'
import { createGateway } from './gateway.js'
import { createReceiving } from './receiving.js'
import type { Rendering } from './rendering.js'
import { createStanding, createSurvey } from './standing.js'
import { createHook } from './webhook.js'

export interface DiscordOptions {
  token: string
  /** Where the API is; a sandbox says its own. Default: Discord. */
  apiRoot?: string
  /** The application's public key, hex. When set, interactions are taken at `hook` too. */
  publicKey?: string
  /** Connect to the gateway. Default true: without it nothing tells which guilds we are in. */
  gateway?: boolean
  speech: Speech
  world: World
  log: Log
  /** Argument order of commands (`press.ts`). */
  order: ArgumentOrder
  load: LoadFile
}

const REVOKED = 'Discord does not accept DISCORD_TOKEN: it was reset or revoked'

export function createDiscord(options: DiscordOptions): Platform & { hook?: Hook } {
  const { world, log, publicKey, speech } = options
  const client = openClient({ ...options, onRevoked: () => end(new StartError(REVOKED, 'configuration')) })
  const rendering = renderingOf(options, () => application?.id)
  const receiving = createReceiving({
    ...{ rest: client.answers, uploads: client.uploads, load: options.load },
    ...{ world, log, rendering },
  })
  const stopping = new AbortController()
  let application: Application | undefined
  let gateway: Gateway | undefined
  let fatal: ((error: Error) => void) | undefined

  /** Told once, and only after start has succeeded: before that, start itself fails. */
  function end(error: StartError): void {
    fatal?.(error)
    fatal = undefined
  }

  return {
    name: 'discord',
    ...(publicKey
      ? { hook: createHook({ publicKey, rest: client.answers, world, serve: receiving.call }) }
      : {}),
    async start(intake, onFatal) {
      application = await identify({ rest: client.house, world, log, signal: stopping.signal })
      if (!application) return
      checkPublicKey(application, publicKey)
      receiving.begin(intake)
      if (options.gateway ?? true) {
        gateway = createGateway({ ...options, rest: client.restOptions, receiving, onEnd: end })
        await gateway.open()
      }
      fatal = onFatal
      if (client.revoked()) end(new StartError(REVOKED, 'configuration'))
      log.info('discord: receiving', { application: application.id })
    },
    async stop() {
      stopping.abort()
      receiving.end()
      await gateway?.close()
      await receiving.empty()
    },
    close: () => client.close(),
    deliver: createDeliver(client, rendering, { world, load: options.load }),
    perform: createPerform(client, world, () => application?.bot),
    download: createDownload(client, { world, log }),
    standing: createStanding(client.house, world),
    survey: createSurvey(client.house, () => gateway !== undefined),
    async publish(listings) {
      const { id } = must(application, 'commands are published after start')
      const sent = await publish(listings, {
        rest: client.house,
        world,
        application: id,
        fallback: speech.fallback,
      })
      log.info(sent ? 'discord: commands registered' : 'discord: commands are registered already')
    },
    // Discord has no link that carries a payload, and one that lost it on the way would be worse than none.
    privateLink: (payload) =>
      application && payload === '' ? `https://discord.com/users/${application.bot}` : undefined,
  }
}

function renderingOf(
  { speech, order, log }: DiscordOptions,
  application: Rendering['application'],
): Rendering {
  return {
    speech,
    order,
    application,
    dropped: (what) => log.error('discord: left out of a message', { what }),
  }
}
