/**
 * The one port to the database. Operations get a `Work`, never the `Storage`, so units of work cannot nest
 * and nothing inside one can reach the network.
 */
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { World } from '../kit/world.js'
import type { Tables } from './tables.js'

/** Results of writes differ between the engines, so they are unknown: use `.returning()`. */
interface UnknownResult extends PgQueryResultHKT {
  type: unknown
}

type Database = PgDatabase<UnknownResult, Record<string, never>>

/** The part of drizzle that both engines speak alike, typed as PostgreSQL, the stricter side. */
export type Queries = Pick<
  Database,
  'select' | 'selectDistinct' | '$with' | 'with' | 'insert' | 'update' | 'delete'
>

export type Dialect = 'sqlite' | 'postgres'

export interface Work {
  readonly db: Queries
  /** Every table of the house, in the engine's spelling. */
  readonly t: Tables
  /** Chance and ids. Not time: that is `now`. */
  readonly world: Pick<World, 'random' | 'newId'>
  /**
   * The moment of this unit, ms since the epoch; never earlier than that of any unit committed before, while
   * the clock is right. Not always the machine's: see `clock.ts`.
   */
  readonly now: number
  /**
   * Row locks where the engine has them (`for no key update`), the query as it is where one writer makes them
   * needless.
   */
  lock<Q>(query: Q): Q
  /**
   * The rows stay until the commit, and may be locked by others meanwhile, but not seized: as a row that
   * refers to them keeps them (`for key share`).
   */
  pin<Q>(query: Q): Q
  /** Row locks that wait for whoever pinned the rows, or refers to them (`for update`). */
  seize<Q>(query: Q): Q
  /** Identifies the connection, so that `prepared` statements are built once on each. */
  readonly connection: object
  readonly dialect: Dialect
}

/** `at leisure`: long looks wait for each other, and nobody else for them. */
export type Pace = 'at leisure'

export interface Storage {
  readonly dialect: Dialect
  /**
   * Looks at committed data, all queries at the same moment. Writing inside throws. Somebody waits for it, so
   * it takes a few milliseconds; what takes longer is read at leisure, and breathes.
   */
  read<T>(look: (work: Work) => Promise<T>, pace?: Pace): Promise<T>
  /**
   * Does it all or nothing, and resolves after the commit. The unit may run more than once (a neighbour in
   * the same commit failed, or PostgreSQL asked for a retry), so it holds no memory outside and awaits only
   * `work`.
   */
  write<T>(unit: (work: Work) => Promise<T>): Promise<T>
  /** Lets the units that were begun end, and refuses further ones with an Outage. */
  close(): Promise<void>
}
