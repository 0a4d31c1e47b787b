/** One time by which something must have ended, however many steps it takes. */
import type { World } from './world.js'

/** `signal` aborts when `ms` are over: every step of `act` hands it on to what it waits for. */
export async function byDeadline<T>(
  ms: number,
  world: Pick<World, 'after'>,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const patience = new AbortController()
  const cancel = world.after(ms, () => patience.abort())
  try {
    return await act(patience.signal)
  } finally {
    cancel()
  }
}
