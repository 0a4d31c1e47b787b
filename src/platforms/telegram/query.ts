/** Answering a press by a call of its own, again where that may still help. */
import type { Log } from '../../kit/log.js'
import type { World } from '../../kit/world.js'
import type { QueryReply } from './answer.js'
import { asSignal, type Client } from './client.js'
import { describe, failureOf } from './failure.js'

/**
 * ms after which a press is not answered any more. Telegram says nowhere how long it listens; reports of
 * "query is too old" begin at some 10 s, and what comes too late is refused and does no harm.
 */
const QUERY_LIFE_MS = 15_000
/** ms before the second attempt where Telegram names no time; doubled each time. */
const AGAIN_FIRST_MS = 500

/** False when it came too late, or nobody knows whether it came at all. */
export async function answerQuery(
  client: Client,
  { log, world }: { log: Log; world: World },
  reply: QueryReply,
  deadline?: AbortSignal,
): Promise<boolean> {
  const until = world.monotonic() + QUERY_LIFE_MS
  for (let pause = AGAIN_FIRST_MS; !deadline?.aborted; pause *= 2) {
    try {
      await client.api.answerCallbackQuery(reply, deadline && asSignal(deadline))
      return true
    } catch (error) {
      log.debug('a press could not be answered', describe(error))
      const wait = waitBefore(error, pause)
      if (wait === undefined || world.monotonic() + wait > until) return false
      await world.sleep(wait, deadline)
    }
  }
  return false
}

/** ms; undefined where another attempt is refused, too. An answer that may have arrived is harmless twice. */
function waitBefore(error: unknown, pause: number): number | undefined {
  const failure = failureOf(error)
  if (failure.kind === 'later') return Math.max(failure.retryAfter, pause)
  return failure.kind === 'unknown' ? pause : undefined
}
