/** The storage on SQLite: one writing connection behind the commit loop, one reading connection. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Log } from '../kit/log.js'
import { Outage } from '../kit/outage.js'
import { StartError } from '../kit/start-error.js'
import type { World } from '../kit/world.js'
import { clock } from './clock.js'
import { commitLoop } from './commit-loop.js'
import { asOutageOfLook } from './errors.js'
import { drift, expectSchema, refuseDrift } from './schema-description.js'
import { connectionOf, type Lite, openReader, openWriter, transactionOf } from './sqlite-connection.js'
import { lockFile } from './sqlite-lock.js'
import { describeSqlite, expectedSqlite, migrateSqlite } from './sqlite-schema.js'
import type { Storage, Work } from './storage.js'
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
  /** Refuse units inside units. Costs a third of the throughput: for development and tests. */
  guard?: boolean
  /** ms, of units and looks. */
  deadlineMs?: number
  /** ms to wait for another connection's lock. */
  busyTimeoutMs?: number
}

/** Throws a StartError where the file is in use, damaged, newer, unreadable. */
export function openSqlite(options: SqliteOptions): Storage {
  mkdirSync(dirname(options.file), { recursive: true })
  const lock = lockFile(options.file)
  const opened: Lite[] = []
  try {
    const writer = openWriter(options.file, options.busyTimeoutMs)
    opened.push(writer)
    refuseDamage(writer, options.file)
    migrateSqlite(options.file, options.world.now(), options.log)
    refuseDrift(drift(expectedSqlite(), describeSqlite(writer)))
    const reader = openReader(options.file, options.busyTimeoutMs)
    opened.push(reader)
    for (const db of opened) expectSchema(db, expectedSqlite())
    return storage(options, writer, reader, lock.release)
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

function storage(options: SqliteOptions, writer: Lite, reader: Lite, unlock: () => void): Storage {
  const { world } = options
  const guard = nestingGuard(options.guard ?? false)
  const time = clock(world, newestInstant(writer), options.log)
  const loop = commitLoop({
    transaction: transactionOf(writer),
    connection: connectionOf(writer),
    world,
    clock: time,
    guard,
    deadlineMs: options.deadlineMs ?? UNIT_DEADLINE_MS,
  })
  const looks = readQueue({
    reader,
    world,
    now: time.now,
    guard,
    deadlineMs: options.deadlineMs ?? LOOK_DEADLINE_MS,
  })
  return {
    dialect: 'sqlite',
    async read(look) {
      guard.refuseNested()
      return await looks.add(look)
    },
    async write(unit) {
      guard.refuseNested()
      return await loop.add(unit)
    },
    async close() {
      await Promise.all([loop.close(), looks.close()])
      reader.close()
      writer.close()
      unlock()
    },
  }
}

function newestInstant(db: Lite): number {
  return Number(db.prepare('select at from ledger_head').pluck().get() ?? 0)
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
