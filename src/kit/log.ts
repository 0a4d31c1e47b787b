/**
 * What the house says to its operator. `main.ts` makes one over pino; tests make a recording one.
 * Errors are serialised by an allow-list and known secrets are cut out of every line, because the platforms'
 * own error objects carry the token in URLs (docs/operators.md says what is logged).
 */
export interface Log {
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
  /** A log whose every line carries these fields. */
  child(fields: LogFields): Log
}

export type LogFields = Record<string, unknown>

/** Says nothing. */
export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silentLog,
}
