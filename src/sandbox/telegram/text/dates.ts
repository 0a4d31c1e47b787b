/** Dates shown in the reader's own zone: the `date_time` entity of Bot API 9.5 [td FormattedDate.cpp]. */
import type { MessageEntity } from '../native.js'

/**
 * A date entity from markup or an explicit one. Throws an Error with the server's words for a bad format; a
 * date of zero leaves plain text in markup.
 */
export function dateEntity(
  unixTime: number,
  format: string,
  span: { offset: number; length: number },
): MessageEntity[] {
  const shown = normalFormat(format)
  if (unixTime <= 0) return []
  return [{ type: 'date_time', ...span, unix_time: unixTime, date_time_format: shown } as MessageEntity]
}

/** Relative, or weekday, date and time in this order; the short form wins over the long one. */
function normalFormat(format: string): string {
  if (format === 'r' || format === 'R') return 'r'
  if (!/^[tTdDwW]*$/.test(format)) throw new Error('Invalid date format used')
  const has = (letter: string) => format.includes(letter)
  const day = has('w') || has('W') ? 'w' : ''
  const date = has('d') ? 'd' : has('D') ? 'D' : ''
  return `${day}${date}${has('t') ? 't' : has('T') ? 'T' : ''}`
}
