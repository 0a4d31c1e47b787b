/** Files that people sent to the bot, fetched from where Discord keeps attachments. */
import type { Platform } from '../../interaction/platform.js'
import { byDeadline } from '../../kit/deadline.js'
import type { Log } from '../../kit/log.js'
import { Outage } from '../../kit/outage.js'
import type { World } from '../../kit/world.js'
import type { Client } from './client.js'
import { safeFields } from './failure.js'
import { DOWNLOAD_MS } from './limits.js'

/** Makes `Platform.download`. Discord signs the address of an attachment for a day; then it is gone. */
export function createDownload(
  { fetchFile }: Pick<Client, 'fetchFile'>,
  { world, log }: { world: Pick<World, 'after'>; log: Log },
): Platform['download'] {
  return (native, most) =>
    byDeadline(DOWNLOAD_MS, world, async (signal) => {
      try {
        return await fetchFile(native, most, signal)
      } catch (error) {
        log.debug('discord: a file could not be fetched', safeFields(error))
        throw new Outage('Discord did not give out a file')
      }
    })
}
