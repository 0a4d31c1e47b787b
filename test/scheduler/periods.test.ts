import { describe, expect, it } from 'vitest'
import { periodAfter, periodsBetween, ruleOf } from '../../src/scheduler/periods.js'
import type { Period } from '../../src/storage/job.js'

const at = (text: string) => Date.parse(text)
const shown = ({ name, dueAt }: Period) => `${name} = ${new Date(dueAt).toISOString().slice(0, 16)}Z`
const between = (cron: string, zone: string, after: string, until: string) =>
  [...periodsBetween(ruleOf(cron, zone), at(after), at(until))].map(shown)

describe('a rule', () => {
  it.each([
    ['* * * *', 'UTC', '"* * * *" has not the five fields of a cron rule'],
    ['0 0 3 * * *', 'UTC', '"0 0 3 * * *" has not the five fields of a cron rule'],
    ['61 3 * * *', 'UTC', '61 is a invalid expression for minute'],
    ['0 0 30 2 *', 'UTC', '30 2 is an impossible day of month for the given month'],
    ['0 3 L * *', 'UTC', '"0 3 L * *" uses L, which is not supported here'],
    ['0 3 1 * 1', 'UTC', '"0 3 1 * 1" restricts days of the month and of the week: choose one'],
    ['0 3 * * *', 'Mars/Olympus', 'Invalid time zone specified: Mars/Olympus'],
  ])('%s in %s is refused: %s', (cron, zone, reason) => {
    expect(() => ruleOf(cron, zone)).toThrow(reason)
  })

  it('is due after a moment and up to another', () => {
    expect(between('0 3 * * *', 'UTC', '2026-11-20T03:00Z', '2026-11-22T03:00Z')).toEqual([
      '2026-11-21T03:00 = 2026-11-21T03:00Z',
      '2026-11-22T03:00 = 2026-11-22T03:00Z',
    ])
    expect(between('0 3 * * *', 'UTC', '2026-11-20T03:00Z', '2026-11-21T02:59Z')).toEqual([])
  })

  it('of quarters begins at midnight of its own zone', () => {
    expect(between('0 0 1 1,4,7,10 *', 'Asia/Singapore', '2026-01-01T00:00Z', '2026-12-31T23:00Z')).toEqual([
      '2026-04-01T00:00 = 2026-03-31T16:00Z',
      '2026-07-01T00:00 = 2026-06-30T16:00Z',
      '2026-10-01T00:00 = 2026-09-30T16:00Z',
      '2027-01-01T00:00 = 2026-12-31T16:00Z',
    ])
  })

  it('of weekdays knows Sunday as 0 and as 7', () => {
    const sundays = ['2026-11-22T09:30 = 2026-11-22T09:30Z', '2026-11-29T09:30 = 2026-11-29T09:30Z']
    for (const sunday of ['0', '7', 'sun'])
      expect(between(`30 9 * * ${sunday}`, 'UTC', '2026-11-21T00:00Z', '2026-12-05T00:00Z')).toEqual(sundays)
  })

  it('of the 29th of February waits for a leap year', () => {
    const rule = ruleOf('0 12 29 2 *', 'UTC')
    expect(shown(periodAfter(rule, at('2026-01-01T00:00Z')))).toBe('2028-02-29T12:00 = 2028-02-29T12:00Z')
    expect(shown(periodAfter(rule, at('2096-03-01T00:00Z')))).toBe('2104-02-29T12:00 = 2104-02-29T12:00Z')
  })
})

/**
 * Clock changes of 2026 from the tz database: a wall time in the gap, the end of the gap, a wall time shown
 * twice.
 */
const CHANGES = [
  ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:00', '2026-11-01T01:30', '2026-11-01T05:30'],
  ['America/Havana', '2026-03-08T00:30', '2026-03-08T05:00', '2026-11-01T00:30', '2026-11-01T04:30'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30', '2026-04-05T01:45', '2026-04-04T14:45'],
  ['Pacific/Chatham', '2026-09-27T02:50', '2026-09-26T14:00', '2026-04-05T03:00', '2026-04-04T13:15'],
  ['Africa/Casablanca', '2026-03-22T02:30', '2026-03-22T02:00', '2026-02-15T02:30', '2026-02-15T01:30'],
  ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:00', '2026-10-25T02:30', '2026-10-25T00:30'],
] as const

describe.each(CHANGES)('in %s', (zone, skipped, skippedDue, twice, twiceDue) => {
  const cronOf = (wall: string) => {
    const [hour, minute] = wall.slice(11).split(':').map(Number)
    return `${minute} ${hour} * * *`
  }
  const onDayOf = (wall: string) => {
    const noon = at(`${wall.slice(0, 10)}T12:00Z`)
    const around = periodsBetween(ruleOf(cronOf(wall), zone), noon - 48 * 3_600_000, noon + 48 * 3_600_000)
    return [...around].filter(({ name }) => name.startsWith(wall.slice(0, 10))).map(shown)
  }

  it('a time that is skipped is due at the end of the gap', () => {
    expect(onDayOf(skipped)).toEqual([`${skipped} = ${skippedDue}Z`])
  })

  it('a time that comes twice is due the first time, once', () => {
    expect(onDayOf(twice)).toEqual([`${twice} = ${twiceDue}Z`])
  })

  it('every day of three years has one period, each after the one before', () => {
    for (const wall of [skipped, twice]) {
      const rule = ruleOf(cronOf(wall), zone)
      const periods = [...periodsBetween(rule, at('2025-12-31T12:00Z'), at('2028-12-31T11:00Z'))]
      expect(periods).toHaveLength(1096)
      expect(new Set(periods.map(({ name }) => name)).size).toBe(1096)
      for (const [index, { dueAt }] of periods.entries())
        expect(dueAt).toBeGreaterThan(periods[index - 1]?.dueAt ?? 0)
    }
  })

  it('the same periods are found from every moment between them', () => {
    const rule = ruleOf('*/15 * * * *', zone)
    const noon = at(`${skipped.slice(0, 10)}T00:00Z`)
    const all = [...periodsBetween(rule, noon - 86_400_000, noon + 86_400_000)]
    for (const [index, { dueAt }] of all.entries()) {
      const next = all[index + 1]
      if (next) expect(periodAfter(rule, dueAt)).toEqual(next)
      expect(periodAfter(rule, dueAt - 1)).toEqual(all[index])
    }
  })
})

describe('a gap', () => {
  it('that swallows several times makes one of them', () => {
    const cron = '0,30 2 * * *'
    expect(between(cron, 'Europe/Berlin', '2026-03-29T00:00Z', '2026-03-29T12:00Z')).toEqual([
      '2026-03-29T02:00 = 2026-03-29T01:00Z',
    ])
  })

  it('of a whole day, which Samoa left out, is over at its end', () => {
    expect(between('0 12 * * *', 'Pacific/Apia', '2011-12-29T00:00Z', '2011-12-31T12:00Z')).toEqual([
      '2011-12-29T12:00 = 2011-12-29T22:00Z',
      '2011-12-30T12:00 = 2011-12-30T10:00Z',
      '2011-12-31T12:00 = 2011-12-30T22:00Z',
    ])
  })
})
