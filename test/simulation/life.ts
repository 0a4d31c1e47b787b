/**
 * One life of the app, from its start to a crash or a stop. When it ends, whatever it was waiting for never
 * comes, its connections are closed, which rolls an open transaction back, and nothing it still does has any
 * effect.
 */
import Database from 'better-sqlite3'
import { type Log, silentLog } from '../../src/kit/log.js'
import { Outage } from '../../src/kit/outage.js'
import { crockford, type World } from '../../src/kit/world.js'
import type { OpenOptions } from '../../src/storage/open.js'
import { openSqlite } from '../../src/storage/sqlite.js'
import type { Storage } from '../../src/storage/storage.js'
import type { Chance } from './chance.js'
import type { Crashes, Moment } from './crashes.js'
import type { Watcher } from './engine.js'
import type { History } from './history.js'

/** Lines of the app's log that are no sign of a mistake of ours. */
const EXPECTED_ERRORS = [/^the clock (has jumped|is behind)/, /^a message is unknown/]

export interface Life {
  readonly number: number
  readonly world: World
  readonly log: Log
  isOver(): boolean
  openStorage(options: OpenOptions & { file: string }): Storage
  /** Goes on when chance picks it, and never after the end. */
  point(label: string): Promise<void>
  /** What `work` comes to, when chance picks it; never after the end. */
  keep<T>(label: string, work: Promise<T>): Promise<T>
  /** The life ends here if it is its time. */
  passes(moment: Moment): boolean
  /** Ends it now. `ended` is told. */
  end(why: string): void
  /** Looks after its statements. */
  readonly watcher: Watcher
}

export interface LifeOptions {
  history: History
  number: number
  crashes: Crashes
  /** Chance of the app itself: packets' seeds, ids. */
  chance: Chance
  /** After each commit. */
  committed(): void
  /** It has crashed. */
  crashed(): void
}

export function lifeOf(options: LifeOptions): Life {
  const { history, number, crashes } = options
  const { scheduler, trace } = history
  const connections = new Set<Database.Database>()
  const disk = history.chance(`disk ${number}`)
  let over = false
  let opening = false

  function end(why: string): void {
    if (over) return
    over = true
    trace.add(`life ${number} ends: ${why}`)
    scheduler.forget(number)
    for (const db of connections) db.close()
    connections.clear()
  }

  function passes(moment: Moment): boolean {
    if (over || !crashes.strikes(moment)) return over
    end(`crash at a ${moment}`)
    options.crashed()
    return true
  }

  function point(label: string): Promise<void> {
    if (passes('point')) return NEVER
    return scheduler.point(`${number} ${label}`, number)
  }

  function keep<T>(label: string, work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const go = (next: () => void) => {
        if (!passes('point')) scheduler.ready(`${number} ${label}`, next, number)
      }
      work.then(
        (value) => go(() => resolve(value)),
        (error: unknown) => go(() => reject(error)),
      )
    })
  }

  const watcher: Watcher = {
    opened(db) {
      if (opening) connections.add(db)
    },
    runs(db, source) {
      if (!connections.has(db) || passes('statement')) return
      if (source === 'COMMIT' && disk.happens(history.mood.full)) {
        trace.add('the disk is full')
        throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
      }
    },
    ran(db, source) {
      if (source !== 'COMMIT' || !connections.has(db)) return
      history.count.commits += 1
      options.committed()
    },
    pause: () => (over ? NEVER : point('statement')),
  }

  const life: Life = {
    number,
    world: worldOf(history, number, options.chance, { point, passes }),
    log: logOf(history, () => over),
    isOver: () => over,
    openStorage(more) {
      opening = true
      try {
        return held(openSqlite({ ...more, world: life.world, log: life.log }), keep)
      } finally {
        opening = false
      }
    },
    point,
    keep,
    passes,
    end,
    watcher,
  }
  return life
}

const NEVER = new Promise<never>(() => {})

/** Every wait for the storage ends when chance picks it. */
function held(storage: Storage, keep: Life['keep']): Storage {
  return {
    dialect: storage.dialect,
    read: (look, pace) => keep('read', storage.read(look, pace)),
    write: (unit) => keep('written', storage.write(unit)),
    close: () => keep('closed', storage.close()),
  }
}

function worldOf(
  history: History,
  number: number,
  chance: Chance,
  life: Pick<Life, 'point' | 'passes'>,
): World {
  const { scheduler } = history
  const bornAt = scheduler.now()
  const random = (count: number) => chance.bytes(count)
  const after = (ms: number, label: string, task: () => void) =>
    scheduler.later(ms, `${number} ${label}`, () => life.passes('point') || task(), number)
  return {
    now: () => history.trueTime() + history.ahead,
    monotonic: () => scheduler.now() - bornAt,
    random,
    newId: () => crockford(random(10)),
    breathe: () => life.point('breathes'),
    crashpoint: (label) => {
      history.trace.add(label)
      life.passes('mark')
    },
    after: (ms, task) => after(ms, 'timer', task),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const cancel = after(ms, 'wakes', finish)
        function finish() {
          cancel()
          signal?.removeEventListener('abort', finish)
          resolve()
        }
        signal?.addEventListener('abort', finish, { once: true })
      }),
  }
}

/** The app's own word that something is wrong counts. */
function logOf(history: History, isOver: () => boolean): Log {
  const log: Log = {
    ...silentLog,
    error(message, fields = {}) {
      if (isOver() || EXPECTED_ERRORS.some((pattern) => pattern.test(message))) return
      const { error, ...rest } = fields
      if (error instanceof Outage) return
      const why = error instanceof Error ? (error.stack ?? error.message) : ''
      history.violated(`the app says: ${message} ${JSON.stringify(rest)} ${why}`)
    },
    child: () => log,
  }
  return log
}
