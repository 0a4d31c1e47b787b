/**
 * Looks over SQLite's shoulder: each wait of a unit of work for a statement is a point of the scheduler, each
 * statement a place to crash at, and the connections of a life can be torn away from it. Nothing in `src`
 * knows: the hooks sit on the prototypes of the driver and of drizzle.
 */
import Database from 'better-sqlite3'
import { QueryPromise } from 'drizzle-orm/query-promise'

export interface Watcher {
  /** A connection said its first word. */
  opened(db: Database.Database): void
  /** Before a statement runs on one of the connections; may throw what the engine would. */
  runs(db: Database.Database, source: string): void
  /** After it ran. */
  ran(db: Database.Database, source: string): void
  /** Before a query is begun; it waits for the result. */
  pause(): Promise<void> | undefined
}

let watcher: Watcher | undefined

/** One history at a time is looked after; undefined ends it. */
export function watchEngine(next: Watcher | undefined): void {
  watcher = next
}

const plain = new Database(':memory:')
const databases = Object.getPrototypeOf(plain) as Database.Database
const statements = Object.getPrototypeOf(plain.prepare('select 1')) as Database.Statement
plain.close()

/** Puts `around` in the place of a method. */
function wrap<T extends object, K extends keyof T>(target: T, name: K, around: (own: T[K]) => T[K]): void {
  target[name] = around(target[name])
}

for (const name of ['exec', 'pragma'] as const) {
  wrap(
    databases,
    name,
    (own) =>
      function (this: Database.Database, ...rest: unknown[]) {
        watcher?.opened(this)
        return Reflect.apply(own, this, rest)
      } as typeof own,
  )
}

for (const name of ['run', 'get', 'all'] as const) {
  wrap(
    statements,
    name,
    (own) =>
      function (this: Database.Statement, ...rest: unknown[]) {
        if (!watcher) return Reflect.apply(own, this, rest)
        watcher.runs(this.database, this.source)
        const result: unknown = Reflect.apply(own, this, rest)
        watcher.ran(this.database, this.source)
        return result
      } as typeof own,
  )
}

wrap(
  QueryPromise.prototype,
  'then',
  (own) =>
    function (this: QueryPromise<unknown>, ...rest: unknown[]) {
      const begin = () => Reflect.apply(own, this, rest) as Promise<unknown>
      const pause = watcher?.pause()
      return pause ? pause.then(begin) : begin()
    } as typeof own,
)
