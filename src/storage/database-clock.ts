import type { World } from '../kit/world.js'
import type { Timekeeper, Trust } from './clock.js'
import { runRaw } from './raw.js'
import type { Storage, Work } from './storage.js'

/**
 * The database server's own clock, ms since the epoch; undefined on SQLite, which has none but the machine's.
 * Not `work.now`, and not for deciding anything: for finding out whether the two agree.
 */
export async function databaseClock(work: Work): Promise<number | undefined> {
  if (work.dialect === 'sqlite') return undefined
  const rows = await runRaw(work, 'database-clock', 'select extract(epoch from clock_timestamp()) * 1000')
  return Number(rows[0]?.[0])
}

export type ServerClock = typeof databaseClock

/** Compares our clock with the server's, where there is one, and says what ours is worth. */
export async function compareClocks(
  storage: Storage,
  world: Pick<World, 'now'>,
  time: Timekeeper,
  serverClock: ServerClock = databaseClock,
): Promise<Trust> {
  if (storage.dialect === 'postgres') {
    const asked = world.now()
    const server = await storage.read(serverClock)
    if (server !== undefined) time.compared(server, asked, world.now())
  }
  return time.trust()
}
