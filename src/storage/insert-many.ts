/**
 * Many rows in one statement whose text does not depend on their number: they travel as one JSON parameter.
 * drizzle would build a new text for every batch, SQLite and PostgreSQL would plan it anew.
 */
import { type Column, getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { runRaw } from './raw.js'
import type { Dialect, Work } from './storage.js'

/** What to do about a row that a unique key forbids: throw, or leave the one that is there. */
export type OnConflict = 'throw' | 'ignore'

/**
 * Writes `rows` in their order; triggers and checks see them as if they had come one by one (SQLite) or in
 * one statement (PostgreSQL). All rows name the same columns; what no row names gets its default.
 */
export async function insertMany<T extends PgTable>(
  work: Work,
  table: T,
  rows: readonly T['$inferInsert'][],
  onConflict: OnConflict = 'throw',
): Promise<void> {
  if (rows.length === 0) return
  const columns = namedColumns(table, rows)
  const name = `insert-many.${getTableName(table)}.${columns.map(([, column]) => column.name)}.${onConflict}`
  const text = textOf(work.dialect, getTableName(table), columns, onConflict)
  await runRaw(work, name, text, [packed(columns, rows)])
}

type Named = [key: string, column: Column]

function namedColumns(table: PgTable, rows: readonly Record<string, unknown>[]): Named[] {
  return Object.entries(getTableColumns(table)).filter(([key]) => rows.some((row) => row[key] !== undefined))
}

function textOf(dialect: Dialect, table: string, columns: Named[], onConflict: OnConflict): string {
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const values = columns.map(([, column], at) => EXTRACT[dialect](column, at)).join(', ')
  const source =
    dialect === 'sqlite'
      ? 'json_each(?) as item where true'
      : 'jsonb_array_elements($1::jsonb) with ordinality as item (value, key) order by key'
  const conflict = onConflict === 'ignore' ? ' on conflict do nothing' : ''
  return `insert into "${table}" (${names}) select ${values} from ${source}${conflict}`
}

/** The value of a column out of a row's JSON array. */
const EXTRACT: Record<Dialect, (column: Column, at: number) => string> = {
  sqlite(column, at) {
    if (isJson(column)) return `nullif(item.value -> ${at}, 'null')`
    const value = `item.value ->> ${at}`
    if (isBytes(column)) return `unhex(${value})`
    return column.getSQLType() === 'integer' ? `cast(${value} as integer)` : value
  },
  postgres(column, at) {
    if (isJson(column)) return `nullif(item.value -> ${at}, 'null'::jsonb)`
    if (isBytes(column)) return `decode(item.value ->> ${at}, 'hex')`
    return `(item.value ->> ${at})::${column.getSQLType()}`
  },
}

function isJson(column: Column): boolean {
  return column.dataType === 'json'
}

function isBytes(column: Column): boolean {
  return column.getSQLType() === 'blob' || column.getSQLType() === 'bytea'
}

function packed(columns: Named[], rows: readonly Record<string, unknown>[]): string {
  const values = rows.map((row) => columns.map(([key]) => plain(row[key])))
  return JSON.stringify(values, (_, value) =>
    typeof value === 'string' ? value.replace(LONE_SURROGATE, '\uFFFD') : value,
  )
}

/** As the engines do it with a text bound by itself; inside JSON, PostgreSQL would refuse it. */
const LONE_SURROGATE = /\p{Surrogate}/gu

/** As JSON carries it without loss: 64-bit integers and bytes as text. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array)
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')
  return typeof value === 'bigint' ? String(value) : value
}
