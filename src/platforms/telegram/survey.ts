/** How large a group is, and whether its messages reach the bot. */
import type { RawApi } from 'grammy'
import type { Place, Survey } from '../../interaction/call.js'
import type { Log } from '../../kit/log.js'
import type { World } from '../../kit/world.js'
import { asSignal } from './client.js'
import { describe } from './failure.js'
import { STANDING_SECONDS } from './limits.js'
import type { Self } from './receive.js'
import type { Standings } from './standing.js'

interface Surveying {
  api: Pick<RawApi, 'getChatMemberCount'>
  standings: Pick<Standings, 'isAdmin'>
  world: World
  log: Log
}

/**
 * Never throws. A bot reads everything in a group as its admin, and elsewhere with privacy mode off (Bot
 * Features, "Privacy mode").
 */
export async function survey(
  { api, standings, world, log }: Surveying,
  self: Self,
  { chat, kind }: Place,
): Promise<Survey | undefined> {
  if (kind === 'private') return undefined
  const patience = new AbortController()
  const cancel = world.after(STANDING_SECONDS * 1000, () => patience.abort())
  try {
    const size = await api.getChatMemberCount({ chat_id: Number(chat) }, asSignal(patience.signal))
    const hears = self.readsAll === true || (await standings.isAdmin(String(self.id), chat))
    return Number.isSafeInteger(size) && size >= 0 ? { size, hears } : undefined
  } catch (error) {
    log.debug('Telegram cannot tell how large a group is', { chat, ...describe(error) })
    return undefined
  } finally {
    cancel()
  }
}
