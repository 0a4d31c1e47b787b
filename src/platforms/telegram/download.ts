/** Files that people sent to the bot, fetched from Telegram's servers. */
import { GrammyError } from 'grammy'
import type { Platform } from '../../interaction/platform.js'
import { byDeadline } from '../../kit/deadline.js'
import type { Log } from '../../kit/log.js'
import { Outage } from '../../kit/outage.js'
import type { World } from '../../kit/world.js'
import { asSignal, type Client } from './client.js'
import { describe } from './failure.js'
import { DOWNLOAD_MS } from './limits.js'

/** Makes `Platform.download`. A path is good for an hour (Bot API, getFile), so it is asked for each time. */
export function createDownload(
  client: Client,
  { world, log }: { world: Pick<World, 'after'>; log: Log },
): Platform['download'] {
  return (native, most) =>
    byDeadline(DOWNLOAD_MS, world, async (signal) => {
      try {
        const path = await pathOf(client, native, signal)
        return path === undefined ? undefined : await client.file(path, most, signal)
      } catch (error) {
        // Without its cause, whose address holds the token.
        log.debug('a file could not be fetched', describe(error instanceof GrammyError ? error : undefined))
        throw new Outage('Telegram did not give out a file')
      }
    })
}

/** Undefined for a file that is gone, or larger than Telegram gives out to bots (20 MB). */
async function pathOf(client: Client, native: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return (await client.api.getFile({ file_id: native }, asSignal(signal))).file_path
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 400) return undefined
    throw error
  }
}
