/** Migrating, copying and bringing back a database. */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartError } from '../kit/start-error.js'
import { backup, toDisk } from '../storage/backup.js'
import { openStorage } from '../storage/open.js'
import { placeOf } from '../storage/place.js'
import { lockFile } from '../storage/sqlite-lock.js'
import { auditStorage } from './audit.js'
import type { Desk } from './desk.js'
import { atWork } from './look.js'

/** Makes the database, or brings it up to this program's version. */
export async function migrate(desk: Desk): Promise<number> {
  await atWork(desk, async () => {})
  desk.say('The database is of this version, and whole.')
  return 0
}

/** Copies the database into a new file and checks the copy; works while the bot runs. */
export async function saveBackup({ config, say }: Desk, file: string): Promise<number> {
  backup(config.databaseUrl, file)
  say(`Copied to ${file}.`)
  return 0
}

/** Files that belong to a SQLite database: the log of what is not in it yet, and that log's index. */
const COMPANIONS = ['', '-wal', '-shm']

/**
 * Puts a backup in the database's place. It is copied, brought up to this version and checked before anything
 * is touched; the database that was there is kept under another name. Refuses while a bot has it open, and
 * without `replace` where there is one.
 */
export async function restore(desk: Desk, file: string, replace: boolean): Promise<number> {
  const { config, world, say } = desk
  const place = placeOf(config.databaseUrl)
  if (place.dialect === 'postgres') throw useRestore(file)
  if (existsSync(place.file) && !replace) throw inTheWay(place.file)
  const lock = lockFile(place.file, { mayBeMissing: true })
  const fresh = `${place.file}.restoring-${world.now()}`
  try {
    backup(file, fresh)
    await check(desk, fresh)
    const old = `${place.file}.before-restore-${world.now()}`
    moveAside(place.file, old)
    renameSync(fresh, place.file)
    toDisk(dirname(place.file))
    say(`Restored ${place.file} from ${file}.`)
    if (existsSync(old)) say(`What was there is kept in ${old}.`)
  } finally {
    for (const end of [...COMPANIONS, '.lock']) rmSync(fresh + end, { force: true })
    lock.release()
  }
  say('Claims and messages since the backup are gone from it: tell people before the bot runs again.')
  return 0
}

/**
 * Findings are told and not judged: the bot stops all value by itself when it starts on a database with any.
 */
async function check({ world, log, say }: Desk, file: string): Promise<void> {
  const storage = await openStorage({ url: file, world, log })
  try {
    await auditStorage(storage, { world, say })
  } finally {
    await storage.close()
  }
}

function moveAside(file: string, to: string): void {
  for (const end of COMPANIONS) if (existsSync(file + end)) renameSync(file + end, to + end)
}

function useRestore(file: string): StartError {
  return new StartError(
    `A PostgreSQL database is restored by its own tool, into an empty database: pg_restore --dbname="$DATABASE_URL" ${file}.`,
    'configuration',
  )
}

function inTheWay(file: string): StartError {
  return new StartError(
    `There is a database ${file} already. To put the backup in its place, add --replace: the old one is kept under another name.`,
    'configuration',
  )
}
