/**
 * SQL that drizzle cannot say, for the named verbs of this folder alone: nothing outside `storage/` imports
 * this.
 */
import type { Work } from './storage.js'

/**
 * Rows as arrays of what the driver gives: bigint or text for integers. `name` tells the statement apart, so
 * that it is prepared once on each connection; the same name always comes with the same text.
 */
export type RunRaw = (name: string, text: string, values: unknown[]) => Promise<unknown[][]>

const runners = new WeakMap<object, RunRaw>()

/** Told by an engine about each of its connections. */
export function runRawOn(connection: object, run: RunRaw): void {
  runners.set(connection, run)
}

export function runRaw(work: Work, name: string, text: string, values: unknown[] = []): Promise<unknown[][]> {
  const run = runners.get(work.connection)
  if (!run) throw new Error('broken promise: a connection that no engine has announced')
  return run(name, text, values)
}
