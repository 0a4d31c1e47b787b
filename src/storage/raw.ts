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

/** One statement for each of many lists of values; the rows of all. `text` is asked for once. */
export type RunRawEach = (name: string, text: () => string, lists: readonly unknown[][]) => unknown[][]

interface Runner {
  run: RunRaw
  /** Only of engines that live in the house. */
  each?: RunRawEach
}

const runners = new WeakMap<object, Runner>()

/** Told by an engine about each of its connections. */
export function runRawOn(connection: object, run: RunRaw, each?: RunRawEach): void {
  runners.set(connection, { run, each })
}

export function runRaw(work: Work, name: string, text: string, values: unknown[] = []): Promise<unknown[][]> {
  return runnerOf(work).run(name, text, values)
}

export function runRawEach(work: Work, ...statement: Parameters<RunRawEach>): unknown[][] {
  const { each } = runnerOf(work)
  if (!each) throw new Error('broken promise: an engine far away is given its rows together')
  return each(...statement)
}

function runnerOf(work: Work): Runner {
  const runner = runners.get(work.connection)
  if (!runner) throw new Error('broken promise: a connection that no engine has announced')
  return runner
}
