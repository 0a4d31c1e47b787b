/**
 * The scheduler's heartbeat. node-cron keeps the beat and nothing else: what is due is known from the
 * database.
 */
import { schedule } from 'node-cron'
import type { Log } from '../kit/log.js'

/** Every second. */
const EACH_SECOND = '* * * * * *'

/** Calls `tick` every second until the result is called. Does not keep the process alive. */
export function everySecond(tick: () => void, log: Log): () => void {
  const beat = schedule(EACH_SECOND, tick, {
    name: 'scheduler',
    unref: true,
    // A beat that comes late loses nothing: the next one finds the same periods due.
    suppressMissedWarning: true,
    logger: {
      info: (message) => log.debug(message),
      debug: (message) => log.debug(String(message)),
      warn: (message) => log.warn(message),
      error: (message) => log.error(String(message)),
    },
  })
  return () => void beat.destroy()
}
