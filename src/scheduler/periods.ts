/**
 * When a job is due: a cron expression in a time zone, worked out without waiting and without a clock, so
 * that periods missed while nobody was running are found too. node-cron reads the expression; it can tell the
 * next match from now, not those since a moment in the past.
 */

import { parse } from 'node-cron'
import type { Period } from '../storage/job.js'

/** A rule: minutes of days, in the wall time of a zone. */
export interface Rule {
  zone: string
  minutes: readonly number[]
  hours: readonly number[]
  days: ReadonlySet<number>
  months: ReadonlySet<number>
  weekdays: ReadonlySet<number>
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * Reads five fields of cron and an IANA zone. Throws an Error that names what is wrong; days of the month and
 * of the week together are refused, because crons disagree whether that means one of them or both.
 */
export function ruleOf(cron: string, zone: string): Rule {
  if (cron.trim().split(/\s+/).length !== 5)
    throw new Error(`"${cron}" has not the five fields of a cron rule`)
  const { minute, hour, dayOfMonth, month, dayOfWeek } = parse(cron)
  const days = numbersOf(dayOfMonth, cron)
  const weekdays = numbersOf(dayOfWeek, cron)
  if (days.length < 31 && weekdays.length < 7)
    throw new Error(`"${cron}" restricts days of the month and of the week: choose one`)
  formatOf(zone)
  return {
    zone,
    minutes: minute.toSorted((a, b) => a - b),
    hours: hour.toSorted((a, b) => a - b),
    days: new Set(days),
    months: new Set(month),
    weekdays: new Set(weekdays),
  }
}

function numbersOf(values: readonly (number | string)[], cron: string): number[] {
  return values.map((value) => {
    if (typeof value === 'number') return value
    throw new Error(`"${cron}" uses ${value}, which is not supported here`)
  })
}

/**
 * The periods due after one moment and up to another, in order. A wall time that the clocks skip is due at
 * the first moment after the gap; one that they show twice is due the first time. Of several that fall on one
 * moment, because a gap swallowed them, there is one.
 */
export function* periodsBetween(rule: Rule, after: number, until: number): Generator<Period> {
  let last = Number.NEGATIVE_INFINITY
  const lastDay = dayOf(rule.zone, until)
  for (let day = dayOf(rule.zone, after); day <= lastDay; day += DAY_MS) {
    if (!fits(rule, day)) continue
    for (const wall of wallTimes(rule, day)) {
      const dueAt = instantOf(rule.zone, wall)
      if (dueAt > until) return
      if (dueAt <= after || dueAt <= last) continue
      last = dueAt
      yield { name: new Date(wall).toISOString().slice(0, 16), dueAt }
    }
  }
}

/** From one 29th of February to the next there may be eight years. */
const RAREST_MS = 9 * 366 * DAY_MS

/** The next period after a moment. */
export function periodAfter(rule: Rule, after: number): Period {
  for (const period of periodsBetween(rule, after, after + RAREST_MS)) return period
  throw new Error('broken promise: a rule that is never due')
}

/** Wall times are written as ms, as if they were UTC. */
function* wallTimes(rule: Rule, day: number): Generator<number> {
  for (const hour of rule.hours)
    for (const minute of rule.minutes) yield day + (hour * 60 + minute) * MINUTE_MS
}

function fits(rule: Rule, day: number): boolean {
  const date = new Date(day)
  const isDay = rule.days.has(date.getUTCDate()) && rule.weekdays.has(date.getUTCDay())
  return isDay && rule.months.has(date.getUTCMonth() + 1)
}

function dayOf(zone: string, instant: number): number {
  const wall = instant + offsetAt(zone, instant)
  return wall - (((wall % DAY_MS) + DAY_MS) % DAY_MS)
}

/** The first moment at which clocks in the zone show this wall time, or have passed it. */
function instantOf(zone: string, wall: number): number {
  const before = offsetAt(zone, wall - DAY_MS)
  const after = offsetAt(zone, wall + DAY_MS)
  const candidates = [wall - before, wall - after].filter((at) => at + offsetAt(zone, at) === wall)
  return candidates.length > 0 ? Math.min(...candidates) : endOfGap(zone, wall)
}

/** Halves the day around a gap until the moment is found at which the clocks were put forward. */
function endOfGap(zone: string, wall: number): number {
  let early = wall - offsetAt(zone, wall - DAY_MS) - DAY_MS
  let late = early + 2 * DAY_MS
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2)
    if (middle + offsetAt(zone, middle) > wall) late = middle
    else early = middle
  }
  return late
}

/** ms that wall clocks in the zone are ahead of UTC. */
function offsetAt(zone: string, instant: number): number {
  const parts = formatOf(zone).formatToParts(instant)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return wall - Math.floor(instant / 1000) * 1000
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Throws a RangeError for a zone that Node does not know. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const fresh = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, fresh)
  return fresh
}
