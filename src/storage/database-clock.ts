import { runRaw } from './raw.js'
import type { Work } from './storage.js'

/**
 * The database server's own clock, ms since the epoch; undefined on SQLite, which has none but the machine's.
 * Not `work.now`, and not for deciding anything: for finding out whether the two agree.
 */
export async function databaseClock(work: Work): Promise<number | undefined> {
  if (work.dialect === 'sqlite') return undefined
  const rows = await runRaw(work, 'database-clock', 'select extract(epoch from clock_timestamp()) * 1000')
  return Number(rows[0]?.[0])
}
