/** Who we are to Discord: asked once at start, which also proves the token. */
import type { REST } from 'discord.js'
import { DiscordAPIError } from 'discord.js'
import type { Log } from '../../kit/log.js'
import { StartError } from '../../kit/start-error.js'
import type { World } from '../../kit/world.js'
import { safeFields, summary } from './failure.js'
import { START_PAUSE_LIMIT_MS, START_PAUSE_MS } from './limits.js'
import { record, snowflake, string } from './raw.js'

export interface Application {
  id: string
  /** User id of the bot. */
  bot: string
  /** Hex; what HTTP interactions are signed against. */
  publicKey?: string
}

/**
 * Asks until Discord answers or `signal` says stop; then undefined. Fails with a StartError for a bad token.
 */
export async function identify(options: {
  rest: REST
  world: World
  log: Log
  signal: AbortSignal
}): Promise<Application | undefined> {
  const { rest, world, log, signal } = options
  for (let pause = START_PAUSE_MS; !signal.aborted; pause = Math.min(pause * 2, START_PAUSE_LIMIT_MS)) {
    try {
      return readApplication(await rest.get('/applications/@me'))
    } catch (error) {
      if (error instanceof StartError || isRefused(error)) throw startError(error)
      log.warn('discord: not reachable yet', { ...safeFields(error), pause })
      await world.sleep(pause, signal)
    }
  }
  return undefined
}

function isRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && typeof error.code === 'number'
}

function startError(error: unknown): StartError {
  if (error instanceof StartError) return error
  if (error instanceof DiscordAPIError && error.status === 401) {
    return new StartError(
      'Discord does not accept DISCORD_TOKEN: copy it anew from the developer portal',
      'configuration',
    )
  }
  return new StartError(`Discord refuses to say who we are: ${summary(error)}`, 'unavailable')
}

function readApplication(raw: unknown): Application {
  const application = record(raw)
  const id = snowflake(application?.id)
  if (!id) throw new StartError('DISCORD_API_ROOT does not answer as Discord does', 'configuration')
  const publicKey = string(application?.verify_key, 64)
  return { id, bot: snowflake(record(application?.bot)?.id) ?? id, ...(publicKey ? { publicKey } : {}) }
}

/**
 * Discord would go on signing for an application that is not ours, and every interaction would be refused.
 */
export function checkPublicKey(application: Application, configured: string | undefined): void {
  const real = application.publicKey
  if (configured && real && configured.toLowerCase() !== real.toLowerCase()) {
    throw new StartError('DISCORD_PUBLIC_KEY is not the public key of this application', 'configuration')
  }
}
