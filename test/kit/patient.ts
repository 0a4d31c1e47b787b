import { sql } from 'drizzle-orm'
import type { Storage } from '../../src/storage/storage.js'

/**
 * The storage without the limits that the house sets PostgreSQL for a statement and a lock: a machine under
 * load is only slow, and no ring of units that wait for each other is broken by a timeout before it is seen.
 */
export function patient(storage: Storage): Storage {
  return {
    ...storage,
    write: (unit) =>
      storage.write(async (work) => {
        const limits = sql`set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true)`
        await work.db.select({ limits }).from(work.t.ledgerHead)
        return unit(work)
      }),
  }
}
