/** Points in time as the two platforms' apps write them. Milliseconds since the epoch in, words out. */

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
]

/** From nine tenths of a unit on it is spoken of as one: `in 1 day` is better than `in 23 hours`. */
const ALMOST = 0.9

/** `in 5 minutes`, `3 days ago`, `now`: in the largest unit that is almost reached. */
export function relative(at: number, now: number, language: string): string {
  const distance = at - now
  const [unit, size] = STEPS.find(([, size]) => Math.abs(distance) >= size * ALMOST) ?? ['second', SECOND]
  const count = Math.round(distance / size)
  return (count === 0 ? nowFormat : countFormat)(language).format(count, unit)
}

/** One formatter for each language: to make one takes a hundred times as long as to use it. */
function kept<Format>(make: (language: string) => Format): (language: string) => Format {
  const known = new Map<string, Format>()
  return (language) => {
    const format = known.get(language) ?? make(language)
    known.set(language, format)
    return format
  }
}

const nowFormat = kept((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))
const countFormat = kept((language) => new Intl.RelativeTimeFormat(language, { numeric: 'always' }))

const format = (options: Intl.DateTimeFormatOptions) => {
  const formatOf = kept((language) => new Intl.DateTimeFormat(language, options))
  return (at: number, language: string): string => formatOf(language).format(at)
}

export const shortTime = format({ hour: 'numeric', minute: '2-digit' })
export const longTime = format({ hour: 'numeric', minute: '2-digit', second: '2-digit' })
const shortDate = format({ year: '2-digit', month: '2-digit', day: '2-digit' })
const longDate = format({ year: 'numeric', month: 'long', day: 'numeric' })
const weekday = format({ weekday: 'long' })
export const longMoment = format({ dateStyle: 'long', timeStyle: 'short' })
export const fullMoment = format({ dateStyle: 'full', timeStyle: 'short' })

const shortMoment = format({ dateStyle: 'short', timeStyle: 'short' })

/** The time alone for today, with the date otherwise. */
export function recentMoment(at: number, now: number, language: string): string {
  return new Date(at).toDateString() === new Date(now).toDateString()
    ? shortTime(at, language)
    : shortMoment(at, language)
}

/**
 * Discord's timestamp styles: `<t:unix:style>` (Discord reference, message formatting); `R` is `relative`.
 */
const DISCORD_STYLES: Record<string, (at: number, language: string) => string> = {
  t: shortTime,
  T: longTime,
  d: shortDate,
  D: longDate,
  f: longMoment,
  F: fullMoment,
}

export function discordMoment(at: number, style: string, language: string): string {
  return (DISCORD_STYLES[style] ?? longMoment)(at, language)
}

/**
 * Telegram's `date_time_format`: `r`, or any of weekday `w`, date `d` or `D`, time `t` or `T` (Bot API 9.5).
 */
const TELEGRAM_PARTS: [letter: string, (at: number, language: string) => string][] = [
  ['w', weekday],
  ['d', shortDate],
  ['D', longDate],
  ['t', shortTime],
  ['T', longTime],
]

/** Nothing when the format is empty: then the text itself is shown. */
export function telegramMoment(at: number, pattern: string, language: string): string | undefined {
  const parts = TELEGRAM_PARTS.filter(([letter]) => pattern.includes(letter))
  return parts.length > 0 ? parts.map(([, write]) => write(at, language)).join(', ') : undefined
}
