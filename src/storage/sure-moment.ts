/**
 * The last moment of which we were sure, kept in the database: over a restart it tells a clock that is wrong
 * from one that is right (see `clock.ts`). Only where no server has a clock of its own: on SQLite.
 */
import type { Beat } from './beat.js'
import type { Work } from './storage.js'

/** Its key in the table of settings. */
export const SURE_MOMENT = 'clock-sure'
/** A fifth of what a clock may be apart over a restart. */
const EVERY_MS = 60_000

/** Written down while the clock is right, and by an operator who says that it is. */
export async function keepSureMoment(work: Work, moment = work.now): Promise<void> {
  const { settings } = work.t
  const value = String(moment)
  await work.db
    .insert(settings)
    .values({ key: SURE_MOMENT, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } })
}

export const sureMomentBeat: Beat = {
  name: 'sure-moment',
  everyMs: EVERY_MS,
  byTime: true,
  due: async (_, after, madeSince) => (after === '' && madeSince === 0 ? ['now'] : []),
  settle: (work) => keepSureMoment(work),
}
