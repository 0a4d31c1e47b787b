/**
 * The column vocabulary: what a table of this house is made of, spelt once for each engine.
 * Both spellings carry PostgreSQL's types, the stricter side; {@link sqliteColumns} holds the one cast of the
 * house.
 *
 * Both connections hand integers over without loss (SQLite with `safeIntegers`, PostgreSQL as text), so every
 * integer column says here whether it is a `number` (ids, counts, instants: below 2^53) or a `bigint`
 * (money).
 */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'

/** PostgreSQL's `bytea`, which drizzle does not know. */
const bytea = pg.customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

export const postgresColumns = {
  table: pg.pgTable,
  /** The row's number, given by the database, never used twice. A `number`. */
  id: (name: string) => pg.bigint(name, { mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
  text: (name: string) => pg.text(name),
  /**
   * Money in the asset's smallest unit. A `bigint`, 64 bits. Its default, if any, is sql`0`: drizzle-kit
   * fails on 0n.
   */
  amount: (name: string) => pg.bigint(name, { mode: 'bigint' }),
  /** Milliseconds since the epoch. A `number`. */
  instant: (name: string) => pg.bigint(name, { mode: 'number' }),
  /** A whole number below 2^53: how many of something, or the id of a row elsewhere. A `number`. */
  count: (name: string) => pg.bigint(name, { mode: 'number' }),
  flag: (name: string) => pg.boolean(name),
  /** Plain data. No bigint inside, and no query looks into it: the engines keep it differently. */
  json: <T>(name: string) => pg.jsonb(name).$type<T>(),
  bytes: (name: string) => bytea(name),
  /**
   * One word of a closed list. The type holds it in the code, a `check` (see `oneOfThese`) in the database.
   */
  oneOf: <const Words extends readonly [string, ...string[]]>(name: string, words: Words) =>
    pg.text(name, { enum: words as Words & [string, ...string[]] }),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  unique: pg.unique,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
  check: pg.check,
}

export type Columns = typeof postgresColumns

/** An INTEGER read as a `number` and bound as a bigint: better-sqlite3 binds a JS number as a REAL. */
const liteNumber = lite.customType<{ data: number; driverData: bigint }>({
  dataType: () => 'integer',
  fromDriver: (value) => Number(value),
  toDriver: (value) => BigInt(value),
})

const liteBigint = lite.customType<{ data: bigint; driverData: bigint }>({
  dataType: () => 'integer',
  fromDriver: (value) => BigInt(value),
})

/**
 * AUTOINCREMENT, so that an id is never given twice. drizzle-kit reads it from a real SQLiteInteger only,
 * hence no custom type but drizzle's own column with the two mappings exchanged.
 */
function liteId(name: string) {
  const builder = lite.integer(name).primaryKey({ autoIncrement: true })
  const build = builder.build.bind(builder)
  const mappings = {
    mapFromDriverValue: (value: unknown) => Number(value),
    mapToDriverValue: (value: unknown) => (typeof value === 'number' ? BigInt(value) : value),
  }
  return Object.assign(builder, {
    build: (...table: Parameters<typeof build>) => Object.assign(build(...table), mappings),
  })
}

export const sqliteColumns = {
  table: lite.sqliteTable,
  id: liteId,
  text: (name: string) => lite.text(name),
  amount: (name: string) => liteBigint(name),
  instant: (name: string) => liteNumber(name),
  count: (name: string) => liteNumber(name),
  flag: (name: string) => lite.integer(name, { mode: 'boolean' }),
  json: (name: string) => lite.text(name, { mode: 'json' }),
  bytes: (name: string) => lite.blob(name, { mode: 'buffer' }),
  oneOf: (name: string, words: readonly [string, ...string[]]) =>
    lite.text(name, { enum: [...words] as [string, ...string[]] }),
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  unique: lite.unique,
  primaryKey: lite.primaryKey,
  foreignKey: lite.foreignKey,
  check: lite.check,
} as unknown as Columns

/**
 * The text of a check that holds a column of {@link Columns.oneOf} to its words: `c.check('packets_state',
 * oneOfThese(t.state, STATES))`.
 */
export function oneOfThese(column: SQLWrapper, words: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', '))})`
}
