/**
 * Many rows by one prepared statement whose text does not depend on their number; drizzle would build a new
 * one for every batch, to be planned anew. To PostgreSQL they travel together, as one JSON parameter; SQLite
 * is in the house, so it takes them one by one and nothing is packed and unpacked.
 */
import { type Column, getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { runRaw, runRawEach } from './raw.js'
import type { Work } from './storage.js'

/**
 * What to do about a row that a unique key forbids: throw, leave the one that is there, or what the SQL after
 * `on conflict` says, which both engines must understand; its name tells the statement apart.
 */
export type OnConflict = 'throw' | 'ignore' | { name: string; action: string }

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
  await insertion(work, table, rows, onConflict)
}

/** As {@link insertMany}; answers the numbers that the rows got in `column`, of those that were written. */
export async function insertNumbered<T extends PgTable>(
  work: Work,
  table: T,
  rows: readonly T['$inferInsert'][],
  column: Column,
  onConflict: OnConflict = 'throw',
): Promise<number[]> {
  const written = await insertion(work, table, rows, onConflict, column)
  return written.map(([value]) => Number(value))
}

async function insertion(
  work: Work,
  table: PgTable,
  rows: readonly Record<string, unknown>[],
  onConflict: OnConflict,
  returned?: Column,
): Promise<unknown[][]> {
  if (rows.length === 0) return []
  const columns = namedColumns(table, rows)
  const names = columns.map(([, column]) => column.name)
  const name = `insert-many.${getTableName(table)}.${names}.${nameOf(onConflict)}${returned ? `.${returned.name}` : ''}`
  const text = (source: string) =>
    textOf(table, columns, source, onConflict) + (returned ? ` returning "${returned.name}"` : '')
  if (work.dialect === 'sqlite') {
    const values = () => text(`values (${columns.map(() => '?')})`)
    return runRawEach(
      work,
      name,
      values,
      rows.map((row) => bound(columns, row)),
    )
  }
  const source = `select ${columns.map(([, column], at) => extract(column, at))} from ${ITEMS}`
  return runRaw(work, name, text(source), [packed(columns, rows)])
}

type Named = [key: string, column: Column]

function namedColumns(table: PgTable, rows: readonly Record<string, unknown>[]): Named[] {
  return Object.entries(getTableColumns(table)).filter(([key]) => rows.some((row) => row[key] !== undefined))
}

function textOf(table: PgTable, columns: Named[], source: string, onConflict: OnConflict): string {
  const names = columns.map(([, column]) => `"${column.name}"`)
  return `insert into "${getTableName(table)}" (${names}) ${source}${conflictOf(onConflict)}`
}

function nameOf(onConflict: OnConflict): string {
  return typeof onConflict === 'string' ? onConflict : onConflict.name
}

function conflictOf(onConflict: OnConflict): string {
  if (onConflict === 'throw') return ''
  return ` on conflict ${onConflict === 'ignore' ? 'do nothing' : onConflict.action}`
}

/** As a drizzle insert of this one row would bind it. */
function bound(columns: Named[], row: Record<string, unknown>): unknown[] {
  return columns.map(([key, column]) => {
    const value = row[key] ?? null
    return value === null ? null : wellFormed(column.mapToDriverValue(value))
  })
}

const ITEMS = 'jsonb_array_elements($1::jsonb) with ordinality as item (value, key) order by key'

/** The value of a column out of a row's JSON array. */
function extract(column: Column, at: number): string {
  if (isJson(column)) return `nullif(item.value -> ${at}, 'null'::jsonb)`
  if (column.getSQLType() === 'bytea') return `decode(item.value ->> ${at}, 'hex')`
  return `(item.value ->> ${at})::${column.getSQLType()}`
}

function isJson(column: Column): boolean {
  return column.dataType === 'json'
}

function packed(columns: Named[], rows: readonly Record<string, unknown>[]): string {
  const values = rows.map((row) => columns.map(([key]) => plain(row[key])))
  // A function called for every value costs more than all the rest: only nested texts need it.
  return columns.some(([, column]) => isJson(column))
    ? JSON.stringify(values, (_, value) => wellFormed(value))
    : JSON.stringify(values)
}

/** Half characters are no text: SQLite would make three marks of one, and PostgreSQL refuse the whole. */
function wellFormed(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(LONE_SURROGATE, '\uFFFD') : value
}

const LONE_SURROGATE = /\p{Surrogate}/gu

/** As JSON carries it without loss: 64-bit integers and bytes as text. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array)
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')
  return typeof value === 'bigint' ? String(value) : wellFormed(value)
}
