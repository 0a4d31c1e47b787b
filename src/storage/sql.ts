/** Expressions that the engines spell or answer differently, said once. */
import { type Column, is, type SQL, sql } from 'drizzle-orm'
import { SQLiteColumn } from 'drizzle-orm/sqlite-core'

/** `column + amount`. A bigint, because SQLite adds a JS number as a float and loses units past 2^53. */
export function plus(column: Column, amount: bigint): SQL<bigint> {
  return sql<bigint>`${column} + ${sql.param(amount, column)}`.mapWith(toBigint)
}

/** `column - amount`. See {@link plus}. */
export function minus(column: Column, amount: bigint): SQL<bigint> {
  return sql<bigint>`${column} - ${sql.param(amount, column)}`.mapWith(toBigint)
}

/** The sum of a money column, 0n of nothing. PostgreSQL answers text, SQLite a bigint. */
export function sumOf(column: Column): SQL<bigint> {
  return sql<bigint>`coalesce(sum(${column}), 0)`.mapWith(toBigint)
}

function toBigint(value: unknown): bigint {
  return BigInt(String(value))
}

/** How many rows. PostgreSQL answers text, SQLite a bigint. */
export function countAll(): SQL<number> {
  return sql<number>`count(*)`.mapWith(Number)
}

/** Values for {@link among}, in one parameter, however many there are. */
export type List = string & { readonly list?: never }

export function listOf(values: Iterable<string | number | bigint>): List {
  return JSON.stringify([...values], (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

/**
 * `column` is one of the values of `list`: unlike `inArray`, the statement is the same for any number of
 * them, so it
 * can be `prepared` and knows no limit of parameters. For columns of text, ids, counts, instants and amounts.
 */
export function among(column: Column, list: List): SQL {
  if (is(column, SQLiteColumn)) return sql`${column} in (select value from json_each(${list}))`
  const type = sql.raw(column.getSQLType())
  return sql`${column} in (select item::${type} from jsonb_array_elements_text(${list}::jsonb) as item)`
}
