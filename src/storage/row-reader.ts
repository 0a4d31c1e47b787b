/** Looks at a SQLite database that another process has open, without a lock and without a word to it. */
import { openReader } from './sqlite-connection.js'

/** ms to wait where SQLite itself waits: a look is not worth a blocked event loop. */
const BUSY_MS = 50

export interface RowReader {
  /** Rows by column names; integers are bigint. Throws what SQLite throws. */
  all(sql: string, ...values: readonly (string | number | bigint)[]): Record<string, unknown>[]
  close(): void
}

/** Throws when there is no such file. */
export function openRowReader(file: string): RowReader {
  const db = openReader(file, BUSY_MS)
  const statements = new Map<string, ReturnType<typeof db.prepare>>()
  return {
    all(sql, ...values) {
      const statement = statements.get(sql) ?? db.prepare(sql)
      statements.set(sql, statement)
      return statement.all(...values) as Record<string, unknown>[]
    },
    close: () => db.close(),
  }
}
