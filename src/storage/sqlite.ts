/**
 * The storage on SQLite: one writing connection behind the commit loop, one that reads, and one for looks
 * that are long, such as a packet of twenty thousand claims or an audit.
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Log } from '../kit/log.js'
import { Outage } from '../kit/outage.js'
import { StartError } from '../kit/start-error.js'
import type { World } from '../kit/world.js'
import { type Clock, timekeeper } from './clock.js'
import { commitLoop } from './commit-loop.js'
import { asOutageOfLook } from './errors.js'
import { drift, expectSchema, refuseDrift } from './schema-description.js'
import { connectionOf, type Lite, openReader, openWriter, transactionOf } from './sqlite-connection.js'
import { watched } from './sqlite-files.js'
import { type FileLock, lockFile } from './sqlite-lock.js'
import { describeSqlite, expectedSqlite, migrateSqlite } from './sqlite-schema.js'
import type { Storage, Work } from './storage.js'
import { SURE_MOMENT } from './sure-moment.js'
import {
  LOOK_DEADLINE_MS,
  type NestingGuard,
  nestingGuard,
  runUnit,
  UNIT_DEADLINE_MS,
  UnitWork,
} from './unit.js'

export interface SqliteOptions {
  file: string
  world: World
  log: Log
  clock?: Clock
  /** The program must end: the files were taken away. */
  fatal?(error: StartError): void
  /** As in `OpenOptions`. */
  beforeMigrating?(): void
  /** Refuse units inside units. Costs a third of the throughput: for development and tests. */
  guard?: boolean
  /** ms, of units and looks. */
  deadlineMs?: number
  /** ms that a unit waits for another program's lock. */
  busyMs?: number
}

/** A backup, Litestream or a hand at the database takes less. */
const BUSY_MS = 5_000

/** Throws a StartError where the file is in use, damaged, newer, unreadable. */
export function openSqlite(options: SqliteOptions): Storage {
  mkdirSync(dirname(options.file), { recursive: true })
  const lock = lockFile(options.file)
  const opened: Lite[] = []
  try {
    const writer = openWriter(options.file)
    opened.push(writer)
    refuseDamage(writer, options.file)
    migrateSqlite(options.file, { ...options, now: options.world.now() })
    refuseDrift(drift(expectedSqlite(), describeSqlite(writer)))
    const prompt = openReader(options.file)
    opened.push(prompt)
    const leisurely = openReader(options.file)
    opened.push(leisurely)
    for (const db of opened) expectSchema(db, expectedSqlite())
    lock.remember()
    // From now on the commit loop waits for locks, and lets everybody else go on meanwhile.
    writer.pragma('busy_timeout = 0')
    return storage(options, writer, { prompt, leisurely }, lock)
  } catch (error) {
    for (const db of opened) db.close()
    lock.release()
    throw error
  }
}

function refuseDamage(db: Lite, file: string): void {
  const found = db.pragma('quick_check', { simple: true })
  if (found === 'ok') return
  throw new StartError(
    `The database ${file} is damaged: ${found}. Keep the file and restore a backup.`,
    'data',
  )
}

interface Readers {
  prompt: Lite
  leisurely: Lite
}

function storage(options: SqliteOptions, writer: Lite, readers: Readers, lock: FileLock): Storage {
  const { world } = options
  const guard = nestingGuard(options.guard ?? false)
  const time = options.clock ?? timekeeper(world, options.log)
  time.begins(newestInstant(writer), sureInstant(writer))
  const loop = commitLoop({
    transaction: watched(transactionOf(writer), writer, {
      ...options,
      isLocked: lock.isHeld,
      fatal: options.fatal ?? (() => {}),
    }),
    connection: connectionOf(writer),
    world,
    clock: time,
    guard,
    deadlineMs: options.deadlineMs ?? UNIT_DEADLINE_MS,
    busyMs: options.busyMs ?? BUSY_MS,
  })
  const deadlineMs = options.deadlineMs ?? LOOK_DEADLINE_MS
  const common = { world, now: () => time.now(), guard, deadlineMs }
  const looks = readQueue({ reader: readers.prompt, ...common })
  const leisure = readQueue({ reader: readers.leisurely, ...common })
  return {
    dialect: 'sqlite',
    async read(look, pace) {
      guard.refuseNested()
      return await (pace === 'at leisure' ? leisure : looks).add(look)
    },
    async write(unit) {
      guard.refuseNested()
      return await loop.add(unit)
    },
    async close() {
      await Promise.all([loop.close(), looks.close(), leisure.close()])
      for (const reader of Object.values(readers)) reader.close()
      writer.close()
      lock.release()
      guard.end()
    },
  }
}

function newestInstant(db: Lite): number {
  return Number(db.prepare('select at from ledger_head').pluck().get() ?? 0)
}

function sureInstant(db: Lite): number | undefined {
  const value = db.prepare('select value from settings where key = ?').pluck().get(SURE_MOMENT)
  return value === undefined ? undefined : Number(value)
}

interface ReadOptions {
  reader: Lite
  world: World
  now: () => number
  guard: NestingGuard
  deadlineMs: number
}

/** One look after the other, each in a transaction, so that all its queries see the same moment. */
function readQueue({ reader, world, now, guard, deadlineMs }: ReadOptions) {
  const connection = connectionOf(reader)
  const transaction = transactionOf(reader, 'BEGIN')
  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  async function look<T>(body: (work: Work) => Promise<T>): Promise<T> {
    transaction.begin()
    try {
      const work = new UnitWork(connection, world, now())
      return await guard.run(() => runUnit(body, work, world, deadlineMs))
    } catch (error) {
      throw asOutageOfLook(error)
    } finally {
      transaction.rollback()
    }
  }

  return {
    add<T>(body: (work: Work) => Promise<T>): Promise<T> {
      if (closed) return Promise.reject(new Outage('the storage is closed'))
      const result = last.then(() => look(body))
      last = result.catch(() => {})
      return result
    },
    async close() {
      closed = true
      await last
    },
  }
}
