/** SQLite's error messages, read back into the names that the constraints carry in `tables/`. */
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { tablesFor } from './tables.js'

/**
 * `CHECK constraint failed: name`, `name: sentence` as the guards say,
 * `UNIQUE constraint failed: table.a, table.b`.
 * Several names where several unique keys share their columns, none where the message has none.
 */
export function liteConstraints(message: string): string[] {
  const columns = /^UNIQUE constraint failed: (.+)$/.exec(message)?.[1]
  if (columns) return uniqueKeys().get(columns) ?? []
  const named = /^(?:CHECK constraint failed: (\w+)$|(\w+): )/.exec(message)
  const name = named?.[1] ?? named?.[2]
  return name ? [name] : []
}

let known: Map<string, string[]> | undefined

/** SQLite's wording of the columns of each unique key → its names. */
function uniqueKeys(): Map<string, string[]> {
  if (known) return known
  const keys = new Map<string, string[]>()
  for (const { columns, name } of Object.values(tablesFor('sqlite')).flatMap(uniqueKeysOf)) {
    keys.set(columns, [...(keys.get(columns) ?? []), name])
  }
  known = keys
  return keys
}

interface UniqueKey {
  columns: string
  name: string
}

function uniqueKeysOf(table: unknown): UniqueKey[] {
  if (!is(table, SQLiteTable)) return []
  const config = getTableConfig(table)
  const key = (columns: readonly unknown[], name: string): UniqueKey => ({
    columns: columns.map((column) => `${config.name}.${nameOf(column)}`).join(', '),
    name,
  })
  return [
    ...config.indexes
      .filter((index) => index.config.unique)
      .map((index) => key(index.config.columns, index.config.name)),
    ...config.uniqueConstraints.map((unique) => key(unique.columns, unique.getName() ?? unique.name ?? '')),
    ...config.primaryKeys.map((primary) => key(primary.columns, primary.getName())),
    // PostgreSQL's own name for a primary key of one column.
    ...config.columns
      .filter((column) => column.primary)
      .map((column) => key([column], `${config.name}_pkey`)),
  ]
}

function nameOf(column: unknown): string {
  return typeof column === 'object' && column !== null && 'name' in column ? String(column.name) : '?'
}
