/**
 * Amounts, moments and lengths of time in one language, by Intl. The formatters are made once for each
 * language, because making one costs a hundred times more than using it.
 */
import type { Locale } from './speech.js'

const NO_BREAK_SPACE = '\u00A0'
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long a unit is, and up to how many of it we count before the next one reads better. */
const RELATIVE_STEPS = [
  { unit: 'second', ms: SECOND_MS, below: 60 },
  { unit: 'minute', ms: MINUTE_MS, below: 60 },
  { unit: 'hour', ms: HOUR_MS, below: 48 },
  { unit: 'day', ms: DAY_MS, below: Number.POSITIVE_INFINITY },
] as const

const DURATION_STEPS = [
  { unit: 'day', ms: DAY_MS },
  { unit: 'hour', ms: HOUR_MS },
  { unit: 'minute', ms: MINUTE_MS },
  { unit: 'second', ms: SECOND_MS },
] as const

export interface Formats {
  /**
   * `1,234.50 USDT`. Exact: no number type is narrower than the amount. `scale` is the asset's decimals,
   * 0–20.
   */
  amount(units: bigint, scale: number, asset: string): string
  /** `Nov 21, 2025, 04:04 UTC`. Throws a RangeError for what is no moment. */
  moment(at: number): string
  /** `November 21, 2025`, in UTC. Throws a RangeError for what is no moment. */
  day(at: number): string
  /** `in 5 minutes`, `2 days ago`, `now`. */
  relative(at: number, now: number): string
  /** `1 hr 30 min`: the two largest units, never less than a second unless it is nothing at all. */
  duration(ms: number): string
  /** How a list of `count` things is joined: numbers stand for the things, text for what lies between. */
  list(count: number): (number | string)[]
}

export function formatsOf(locale: Locale): Formats {
  return {
    amount: amountFormat(locale),
    moment: momentFormat(locale),
    day: dayFormat(locale),
    relative: relativeFormat(locale),
    duration: durationFormat(locale),
    list: listFormat(locale),
  }
}

/**
 * Decimals are shown in pairs: 12.50, 12.3450. Three decimals would look like thousands to whoever is used to
 * the other separator, and readers of one chat come from everywhere.
 */
function amountFormat(locale: Locale): Formats['amount'] {
  const byDecimals = new Map<number, Intl.NumberFormat>()
  return (units, scale, asset) => {
    const decimal = decimalText(units, scale)
    const point = decimal.indexOf('.')
    const decimals = point < 0 ? 0 : decimal.length - point - 1
    const format = remember(byDecimals, decimals, () => amountFormatter(locale, decimals))
    const parts = format.formatToParts(decimal as Intl.StringNumericLiteral)
    return parts.map(partShown).join('') + NO_BREAK_SPACE + asset
  }
}

/**
 * The decimal mark is a point in every language, as exchanges show it and as amounts are typed here: what is
 * read can be written back. So thousands are never set apart by one (`es`), but by a space, as the Real
 * Academia recommends.
 */
function partShown({ type, value }: Intl.NumberFormatPart): string {
  if (type === 'decimal') return '.'
  return type === 'group' && value === '.' ? NO_BREAK_SPACE : value
}

function amountFormatter(locale: Locale, decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

/** `-12.3450` for (-12345000n, 6): decimals without needless zeros, but in pairs. */
function decimalText(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const rest = digits.slice(digits.length - scale).replace(/0+$/, '')
  const sign = units < 0n ? '-' : ''
  if (rest === '') return sign + whole
  return `${sign}${whole}.${rest}${rest.length % 2 === 0 ? '' : '0'}`
}

function momentFormat(locale: Locale): Formats['moment'] {
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
    timeZoneName: 'short',
  })
  return (at) => format.format(at)
}

function dayFormat(locale: Locale): Formats['day'] {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return (at) => format.format(at)
}

function relativeFormat(locale: Locale): Formats['relative'] {
  const counted = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  const now = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')
  return (at, from) => {
    const ms = at - from
    for (const { unit, ms: length, below } of RELATIVE_STEPS) {
      const count = Math.round(ms / length)
      if (count === 0) return now
      if (Math.abs(count) < below) return counted.format(count, unit)
    }
    throw new RangeError(`no moment: ${at}`)
  }
}

function durationFormat(locale: Locale): Formats['duration'] {
  const units = DURATION_STEPS.map(({ unit, ms }) => ({
    ms,
    format: new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }),
  }))
  const joined = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' })
  return (ms) => {
    const counts = largestTwo(ms)
    const words = units.flatMap(({ format }, index) => (counts[index] ? [format.format(counts[index])] : []))
    return words.length > 0 ? joined.format(words) : (units.at(-1)?.format.format(0) ?? '')
  }
}

/** Counts of days, hours, minutes and seconds, rounded to the second largest of them that matters. */
function largestTwo(ms: number): number[] {
  if (!Number.isFinite(ms)) throw new RangeError(`no length of time: ${ms}`)
  if (ms <= 0) return []
  const seconds = Math.max(SECOND_MS, Math.round(ms / SECOND_MS) * SECOND_MS)
  const first = DURATION_STEPS.findIndex((step) => seconds >= step.ms)
  const second = DURATION_STEPS[first + 1]?.ms ?? SECOND_MS
  let left = Math.round(seconds / second) * second
  return DURATION_STEPS.map((step) => {
    const count = Math.floor(left / step.ms)
    left -= count * step.ms
    return count
  })
}

function listFormat(locale: Locale): Formats['list'] {
  const format = new Intl.ListFormat(locale)
  const byCount = new Map<number, (number | string)[]>()
  return (count) => remember(byCount, count, () => joints(format, count))
}

function joints(format: Intl.ListFormat, count: number): (number | string)[] {
  const places = Array.from({ length: count }, (_, index) => String(index))
  return format
    .formatToParts(places)
    .map((part) => (part.type === 'element' ? Number(part.value) : part.value))
}

/**
 * Formats kept for each kind: decimals and list lengths have few values, but nothing here may grow for ever.
 */
const REMEMBERED_LIMIT = 64

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make()
  if (known.size < REMEMBERED_LIMIT) known.set(key, made)
  return made
}
