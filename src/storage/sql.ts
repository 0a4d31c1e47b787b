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

/**
 * The sum of a money column, 0n of nothing, however large. To be read, not to be counted with: it comes as
 * the sums of the upper and of the lower 32 bits, as SQLite's own `sum` fails past 64 bits, and amounts that
 * fit each alone do not fit together.
 */
export function sumOf(amount: Column | SQL): SQL<bigint> {
  return exactSum(amount).mapWith(fromHalves)
}

/** {@link sumOf} over `rows` (from, where), as a field of another query. */
export function sumAmong(amount: SQL, rows: SQL): SQL<bigint> {
  // Wrapped once more, because drizzle takes the table's name off the columns that stand right in a selected
  // field.
  const sum = sql`(select ${exactSum(amount)} ${rows})`
  return sql<bigint>`${sum}`.mapWith(fromHalves)
}

/** A sum that its statement counts with: of what together fits 64 bits, such as the parts of one packet. */
export function smallSumOf(amount: Column): SQL<bigint> {
  return sql<bigint>`cast(coalesce(sum(${amount}), 0) as bigint)`.mapWith(toBigint)
}

/** Bits of an amount that are added up apart; four thousand million rows of them fit 64 bits. */
const HALF = 32n

function exactSum(amount: Column | SQL): SQL {
  const upper = sql`coalesce(sum((${amount}) >> ${sql.raw(`${HALF}`)}), 0)`
  const lower = sql`coalesce(sum((${amount}) & ${sql.raw(`${(1n << HALF) - 1n}`)}), 0)`
  return sql`${upper} || ' ' || ${lower}`
}

function fromHalves(value: unknown): bigint {
  const [upper = '', lower = ''] = String(value).split(' ')
  return (BigInt(upper) << HALF) + BigInt(lower)
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
