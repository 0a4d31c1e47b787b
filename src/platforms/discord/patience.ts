/** Sits out rate limits, for requests that nobody else would repeat. */
import { RateLimitError } from 'discord.js'
import type { World } from '../../kit/world.js'
import { RATE_LIMIT_WAIT_MS, RATE_LIMIT_WAITS } from './limits.js'

/** Repeats `act` after each rate limit, a few times; a longer wait or another error is thrown. */
export async function patiently<T>(act: () => Promise<T>, world: World): Promise<T> {
  for (let waits = 0; ; waits++) {
    try {
      return await act()
    } catch (error) {
      const limited = error instanceof RateLimitError && error.retryAfter <= RATE_LIMIT_WAIT_MS
      if (!limited || waits === RATE_LIMIT_WAITS) throw error
      await world.sleep(error.retryAfter)
    }
  }
}
