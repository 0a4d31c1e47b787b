/**
 * One unit of work: the `Work` it is handed, its deadline, and the guard against units inside units.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { World } from '../kit/world.js'
import type { Dialect, Queries, Work } from './storage.js'
import { type Tables, tablesFor } from './tables.js'

/**
 * ms. A unit awaits only the database, so this much means that it awaits something else or waits for itself.
 */
export const UNIT_DEADLINE_MS = 10_000

/** ms. A look holds nobody up but the looks after it on SQLite, and an audit is one. */
export const LOOK_DEADLINE_MS = 60_000

export interface Connection {
  readonly handle: object
  readonly db: Queries
  readonly dialect: Dialect
  lock<Q>(query: Q): Q
  pin<Q>(query: Q): Q
  seize<Q>(query: Q): Q
}

/**
 * A Work that stops working when its unit is over, so that a forgotten promise cannot write into a
 * stranger's.
 */
export class UnitWork implements Work {
  readonly t: Tables
  readonly dialect: Dialect
  readonly world: Work['world']
  readonly now: number
  #connection: Connection
  #over = false

  constructor(connection: Connection, world: Work['world'], now: number) {
    this.#connection = connection
    this.dialect = connection.dialect
    this.t = tablesFor(connection.dialect)
    this.world = world
    this.now = now
  }

  get db(): Queries {
    return this.#live().db
  }

  get connection(): object {
    return this.#live().handle
  }

  lock<Q>(query: Q): Q {
    return this.#live().lock(query)
  }

  pin<Q>(query: Q): Q {
    return this.#live().pin(query)
  }

  seize<Q>(query: Q): Q {
    return this.#live().seize(query)
  }

  end(): void {
    this.#over = true
  }

  #live(): Connection {
    if (this.#over)
      throw new Error('broken promise: a unit of work is used after its end; something in it was not awaited')
    return this.#connection
  }
}

/** Runs a unit once, under its deadline. The Work is dead afterwards, whatever happened. */
export async function runUnit<T>(
  unit: (work: Work) => Promise<T>,
  work: UnitWork,
  world: Pick<World, 'after'>,
  deadlineMs: number,
): Promise<T> {
  try {
    return await within(deadlineMs, world, () => unit(work))
  } finally {
    work.end()
  }
}

/** A unit of work that did not end in time. It is not tried again. */
export class Overdue extends Error {
  constructor(deadlineMs: number) {
    super(
      `broken promise: a unit of work took longer than ${deadlineMs} ms; it may await nothing but its work`,
    )
    this.name = 'Overdue'
  }
}

function within<T>(ms: number, world: Pick<World, 'after'>, run: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = world.after(ms, () => reject(new Overdue(ms)))
    run().then(resolve, reject).finally(cancel)
  })
}

/**
 * Refuses a unit of work begun inside another one of the same storage, which would wait for itself or not
 * belong to it. For tests: on Node 20 each promise of the process pays for it until it ends, a third of the
 * throughput (measured).
 */
export interface NestingGuard {
  refuseNested(): void
  run<T>(body: () => T): T
  /** Nothing is refused any more, and nobody pays. */
  end(): void
}

const open: NestingGuard = { refuseNested() {}, run: (body) => body(), end() {} }

export function nestingGuard(on: boolean): NestingGuard {
  if (!on) return open
  const inside = new AsyncLocalStorage<true>()
  return {
    refuseNested() {
      if (inside.getStore()) throw new Error('broken promise: a unit of work begun inside a unit of work')
    },
    run: (body) => inside.run(true, body),
    end: () => inside.disable(),
  }
}
