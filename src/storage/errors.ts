/**
 * What a database error means, told alike for both engines. Errors come wrapped (drizzle's on PostgreSQL), so
 * the whole chain of causes is read.
 */
import { Again } from '../kit/again.js'
import { Outage } from '../kit/outage.js'
import { liteConstraints } from './constraint-names.js'

/** The fields that pg and better-sqlite3 put on their errors. */
interface DatabaseError {
  code: string
  message: string
  /** Only on PostgreSQL. */
  constraint?: string
}

/** A unique or primary key was hit. With `constraint`: that one, by its name in `tables/`. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return violates(error, ['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'], constraint)
}

/** A check or a trigger of `*_guards.sql` refused. With `constraint`: that one, by its name. */
export function isCheckViolation(error: unknown, constraint?: string): boolean {
  return violates(error, ['23514', 'SQLITE_CONSTRAINT_CHECK', 'SQLITE_CONSTRAINT_TRIGGER'], constraint)
}

/** A row refers to one that is not there. SQLite does not say which reference it was. */
export function isForeignKeyViolation(error: unknown): boolean {
  return violates(error, ['23503', 'SQLITE_CONSTRAINT_FOREIGNKEY'])
}

/**
 * The names of the constraints or guards an error may be about; several only where SQLite names columns
 * alone.
 */
export function constraintsOf(error: unknown): string[] {
  const found = databaseError(error)
  if (!found) return []
  if (found.constraint) return [found.constraint]
  return liteConstraints(found.message)
}

function violates(error: unknown, codes: string[], constraint?: string): boolean {
  const found = databaseError(error)
  if (!found || !codes.includes(found.code)) return false
  return constraint === undefined || constraintsOf(error).includes(constraint)
}

/** PostgreSQL gave up a transaction for its neighbours' sake, or it asks itself: done again, it may pass. */
export function isTransient(error: unknown): boolean {
  if (error instanceof Again) return true
  const code = databaseError(error)?.code
  return code === '40001' || code === '40P01'
}

/** Another program holds SQLite's lock. */
export function isLocked(error: unknown): boolean {
  return databaseError(error)?.code.startsWith('SQLITE_BUSY') ?? false
}

/** PostgreSQL waited for a lock for as long as `lock_timeout` allows. */
export function isLockTimeout(error: unknown): boolean {
  return databaseError(error)?.code === '55P03'
}

const LITE_OUTAGES = /^SQLITE_(FULL|BUSY|LOCKED|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL)/
/** Connection, resources, operator, system, read-only, and the three timeouts: PostgreSQL's appendix A. */
const POSTGRES_OUTAGES = /^(08|53|57P|58|25006|57014|55P03|25P03|25P04)/
const NETWORK_OUTAGES = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST|ENET)/
/** pg's own, which carry no code. */
const LOST_CONNECTION = /connection terminated|connection error|timeout exceeded when trying to connect/i

/** The same error, or an {@link Outage} around it when the database was away. */
export function asOutage(error: unknown, outcome: Outage['outcome'] = 'undone'): unknown {
  if (error instanceof Outage) return error
  const reason = outageReason(error)
  return reason ? new Outage(`the database is away: ${reason}`, { cause: error, outcome }) : error
}

/**
 * As {@link asOutage}, for looks: a write inside one is ours to repair, though its code is that of a
 * read-only disk.
 */
export function asOutageOfLook(error: unknown): unknown {
  return WRITE_IN_LOOK.has(databaseError(error)?.code ?? '') ? error : asOutage(error)
}

const WRITE_IN_LOOK = new Set(['SQLITE_READONLY', '25006'])

function outageReason(error: unknown): string | undefined {
  const found = databaseError(error)
  if (found)
    return [LITE_OUTAGES, POSTGRES_OUTAGES, NETWORK_OUTAGES].some((codes) => codes.test(found.code))
      ? `${found.message} (${found.code})`
      : undefined
  return [...causes(error)].map((cause) => cause.message).find((message) => LOST_CONNECTION.test(message))
}

function databaseError(error: unknown): DatabaseError | undefined {
  return [...causes(error)].find(
    (cause): cause is Error & DatabaseError => 'code' in cause && typeof cause.code === 'string',
  )
}

function* causes(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause
}
