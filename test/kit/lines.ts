/** A log that keeps what it was told. */
import type { Log, LogFields } from '../../src/kit/log.js'

export interface Line {
  level: 'debug' | 'info' | 'warn' | 'error'
  message: string
  fields: LogFields
}

export type Lines = Line[]

export function recordingLog(): { log: Log; lines: Lines } {
  const lines: Lines = []
  const logWith = (common: LogFields): Log => {
    const write =
      (level: Line['level']) =>
      (message: string, fields: LogFields = {}) => {
        lines.push({ level, message, fields: { ...common, ...fields } })
      }
    return {
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
      child: (fields) => logWith({ ...common, ...fields }),
    }
  }
  return { log: logWith({}), lines }
}
