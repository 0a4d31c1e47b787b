/**
 * Long polling with acknowledgement after the commit. Asking for an offset tells Telegram to forget
 * everything below it, so the offset moves on only when all updates of a batch are done and their answers out
 * or kept. A crash in between repeats the batch: dispatch drops what it already did, and gives the same
 * answers again.
 */
import { GrammyError, type RawApi } from 'grammy'
import type { Log } from '../../kit/log.js'
import type { World } from '../../kit/world.js'
import { asSignal } from './client.js'
import { describe, waitOf } from './failure.js'
import { ALLOWED_UPDATES, POLL_BATCH, POLL_SECONDS } from './limits.js'
import { updateId } from './receive.js'
import { startErrorOf } from './start.js'

/** ms before asking again after an error: doubled each time, up to the limit. */
const BACKOFF_FIRST = 1_000
const BACKOFF_LIMIT = 30_000

/** ms for the last word, that tells Telegram what is done. */
const FAREWELL = 4_000

export interface Poller {
  /** Ends the poll on its way, waits for the batch in hand, and confirms what is done. */
  stop(): Promise<void>
}

export interface Polling {
  polls: Pick<RawApi, 'getUpdates'>
  /**
   * Resolves when the update is committed and answered, or given up; rejects when it must come again. Called
   * in order.
   */
  take(update: unknown): Promise<unknown>
  /** Told once, when polling has ended for good. */
  fatal(error: Error): void
  world: World
  log: Log
}

export function startPolling(polling: Polling): Poller {
  const stopping = new AbortController()
  const ended = loop(polling, stopping.signal)
  let stopped: Promise<void> | undefined
  async function end(): Promise<void> {
    stopping.abort()
    const { offset, asked } = await ended
    if (offset !== undefined && offset !== asked) await confirm(polling, offset)
  }
  return {
    stop() {
      stopped ??= end()
      return stopped
    },
  }
}

interface Progress {
  /** One beyond the last update that is done. */
  offset?: number
  /** The offset of the last poll, which told Telegram that everything below it is done. */
  asked?: number
}

/** Ends when told to or when nothing can help any more. */
async function loop(polling: Polling, signal: AbortSignal): Promise<Progress> {
  let offset: number | undefined
  let asked: number | undefined
  let failures = 0
  while (!signal.aborted) {
    try {
      asked = offset
      const batch = await ask(polling, offset, signal)
      await takeAll(polling, batch)
      polling.world.crashpoint('telegram: a batch is committed and not yet confirmed')
      offset = nextOffset(batch, offset)
      failures = 0
    } catch (error) {
      if (signal.aborted) break
      const end = startErrorOf(error)
      if (end) {
        polling.fatal(end)
        return {}
      }
      polling.log.warn('polling Telegram failed; asking again', { failures, ...describe(error) })
      await polling.world.sleep(pause(error, failures++), signal)
    }
  }
  return { offset, asked }
}

/** Waits for all of them, also when one failed: the same updates shall not run twice at once. */
async function takeAll(polling: Polling, batch: readonly unknown[]): Promise<void> {
  const taken = await Promise.allSettled(batch.map((update) => polling.take(update)))
  const failed = taken.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}

async function ask(polling: Polling, offset: number | undefined, signal: AbortSignal): Promise<unknown[]> {
  const wish = { offset, limit: POLL_BATCH, timeout: POLL_SECONDS, allowed_updates: [...ALLOWED_UPDATES] }
  const batch: unknown = await polling.polls.getUpdates(wish, asSignal(signal))
  if (!Array.isArray(batch)) throw new Error('getUpdates answered without a list')
  if (batch.length > 0 && !batch.some((update) => updateId(update) !== undefined)) {
    throw new Error('getUpdates answered without a single update_id')
  }
  return batch
}

/**
 * One beyond the highest of the batch, even where that is lower than before: ids start anew after a quiet
 * week.
 */
function nextOffset(batch: readonly unknown[], offset: number | undefined): number | undefined {
  const ids = batch.map(updateId).filter((id) => id !== undefined)
  return ids.length > 0 ? Math.max(...ids) + 1 : offset
}

function pause(error: unknown, failures: number): number {
  if (error instanceof GrammyError && error.error_code === 429) return waitOf(error)
  return Math.min(BACKOFF_LIMIT, BACKOFF_FIRST * 2 ** Math.min(failures, 10))
}

/** Best effort: without it the last batch comes again at the next start and is dropped as a repeat. */
async function confirm({ polls, world, log }: Polling, offset: number): Promise<void> {
  const patience = new AbortController()
  const cancel = world.after(FAREWELL, () => patience.abort())
  try {
    await polls.getUpdates({ offset, limit: 1, timeout: 0 }, asSignal(patience.signal))
  } catch (error) {
    log.debug('the last updates could not be confirmed', describe(error))
  } finally {
    cancel()
  }
}
