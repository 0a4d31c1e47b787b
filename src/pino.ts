/**
 * The house's log over pino, one line an entry: JSON for machines, or coloured words for a person at a
 * terminal. Everything is written in this thread, so that the last words before an exit are not lost. Fields
 * are reduced to what may be logged, and every finished line is searched for secrets once more.
 */
import { type Logger, pino, stdTimeFunctions } from 'pino'
import { prettyFactory } from 'pino-pretty'
import type { LogConfig } from './config.js'
import type { Log, LogFields } from './kit/log.js'
import { redaction } from './kit/redaction.js'
import { safeFields } from './kit/safe-fields.js'

export interface LogOptions extends LogConfig {
  /** Cut out of every line. */
  secrets: readonly string[]
  /** Gets whole lines. */
  write(text: string): void
  colour?: boolean
}

export function createLog(options: LogOptions): Log {
  const redact = redaction(options.secrets)
  const dress = options.format === 'pretty' ? pretty(options.colour ?? false) : (line: string) => line
  const sink = { write: (line: string) => options.write(dress(redact(line))) }
  const settings = { level: options.level, base: null, timestamp: stdTimeFunctions.isoTime, formatters }
  return over(pino(settings, sink))
}

const formatters = { level: (label: string) => ({ level: label }) }

function pretty(colorize: boolean): (line: string) => string {
  return prettyFactory({ colorize, translateTime: 'SYS:HH:MM:ss', singleLine: true })
}

/**
 * Line breaks and terminal commands in a message would let whoever chose its words write lines of their own.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g

function over(logger: Logger): Log {
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (message: string, fields?: LogFields) => {
    if (!logger.isLevelEnabled(level)) return
    logger[level](safeFields(fields ?? {}), '%s', message.replace(CONTROL, ' '))
  }
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => over(logger.child(safeFields(fields))),
  }
}
