/** How long whoever asks how the house stands is kept waiting. */
import type { World } from '../kit/world.js'

/** ms after which whoever asks is told that no check has answered. */
const PATIENCE_MS = 3_000

/** What a look shows; undefined where nothing in time: a database that is away may not answer at all. */
export async function patiently<T>(
  look: () => Promise<T>,
  world: Pick<World, 'sleep'>,
): Promise<T | undefined> {
  const done = new AbortController()
  const overdue = world.sleep(PATIENCE_MS, done.signal).then(() => undefined)
  try {
    return await Promise.race([look(), overdue])
  } finally {
    done.abort()
  }
}
