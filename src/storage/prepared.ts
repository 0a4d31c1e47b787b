/**
 * Statements that are built once on each connection: drizzle builds its SQL anew at every call, and that, not
 * the disk, is the bottleneck (measured: 1,100 claims/s against 6,700 prepared).
 *
 *     const byId = prepared('members.by-id', (db, t, p: { id: number }) =>
 *       db.select().from(t.members).where(eq(t.members.id, p.id)))
 *
 *     const [member] = await byId(work, { id: 42 })
 *
 * `p.id` says that it is a number, so drizzle checks it against its column; while the statement is built it
 * is a
 * stand-in, which can be handed on (to `eq`, `values`, `set`, `limit`, `among`, into sql``) and nothing else.
 * A fourth argument locks rows: `(db, t, p, lock) => lock(db.select()…)`, a fifth pins them: see `Work`.
 */
import { Placeholder } from 'drizzle-orm'
import type { Dialect, Queries, Work } from './storage.js'
import type { Tables } from './tables.js'

type Params = Record<string, unknown>

/** What drizzle's builders of all four verbs have in common. */
interface Preparable<Row> {
  prepare(name: string): { execute(values?: Params): Promise<Row> }
}

type Execute<Row> = (values: Params) => Promise<Row>

/**
 * `name` tells the statement apart on a PostgreSQL connection, so it is unique in the house:
 * `<feature>.<what>`.
 */
export function prepared<P extends object, Row>(
  name: string,
  build: (db: Queries, t: Tables, p: P, lock: Work['lock'], pin: Work['pin']) => Preparable<Row>,
): (work: Work, params: P) => Promise<Row> {
  claimName(name)
  const built = new WeakMap<object, Execute<Row>>()
  return (work, params) => {
    let execute = built.get(work.connection)
    if (!execute) {
      const lock: Work['lock'] = (query) => work.lock(query)
      const pin: Work['pin'] = (query) => work.pin(query)
      const statement = build(work.db, work.t, standIns<P>(), lock, pin).prepare(name)
      execute = (values) => statement.execute(values)
      built.set(work.connection, execute)
    }
    return execute(bindable(work.dialect, params))
  }
}

const names = new Set<string>()

/** Characters; PostgreSQL cuts longer names off. */
const LONGEST_NAME = 63

/** Two statements of one name would be one statement on PostgreSQL. */
function claimName(name: string): void {
  if (name.length > LONGEST_NAME) throw new Error(`broken promise: the statement's name is too long: ${name}`)
  if (names.has(name)) throw new Error(`broken promise: two prepared statements are called ${name}`)
  names.add(name)
}

class StandIn extends Placeholder {
  [Symbol.toPrimitive](): never {
    throw new Error(`broken promise: the parameter ${this.name} has no value while its statement is built`)
  }
}

/** The one place where a stand-in passes for the value it stands for. */
function standIns<P extends object>(): P {
  return new Proxy({}, { get: (_, name) => (typeof name === 'string' ? new StandIn(name) : undefined) }) as P
}

/**
 * A comparison binds a stand-in without its column's encoder, so the two kinds that better-sqlite3 would bind
 * wrongly or not at all are turned here: a number would be a REAL, a boolean is refused.
 */
function bindable(dialect: Dialect, params: object): Params {
  if (dialect === 'postgres') return { ...params }
  const bound: Params = {}
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'number') bound[name] = BigInt(value)
    else if (typeof value === 'boolean') bound[name] = value ? 1n : 0n
    else bound[name] = value
  }
  return bound
}
