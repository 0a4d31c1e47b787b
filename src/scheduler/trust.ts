/** Whether the machine's clock is to be trusted with what happens by time alone. */
import type { Log } from '../kit/log.js'
import type { World } from '../kit/world.js'

/** Source of both: page "Reliability", section 6. */
const BACK_MS = 5 * 60_000
const FORWARD_MS = 3_600_000

/**
 * Compares the clock with monotonic time since this was made, and with the latest moment that was ever
 * written down. The answer is asked for at every tick. A machine that slept for an hour is not trusted
 * either: nobody can tell the difference. Trust comes back with the clock, or with a restart, by which a
 * person says that the clock is right.
 */
export function createTrust(
  world: Pick<World, 'now' | 'monotonic'>,
  log: Log,
): (latestSeen: number) => boolean {
  const begun = world.now() - world.monotonic()
  let isTrusted = true
  return (latestSeen) => {
    const now = world.now()
    const aheadMs = now - world.monotonic() - begun
    const isBack = aheadMs < -BACK_MS || now < latestSeen - BACK_MS
    const isRight = !isBack && aheadMs <= FORWARD_MS
    if (isTrusted && !isRight)
      log.error('the clock has jumped: jobs that move value wait until it is right, or for a restart', {
        aheadMs,
      })
    if (!isTrusted && isRight) log.info('the clock is right again')
    isTrusted = isRight
    return isRight
  }
}
