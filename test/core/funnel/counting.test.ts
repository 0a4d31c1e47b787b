/** What is counted, when, and once; and where weeks begin. */
import { describe, expect, it } from 'vitest'
import { type Counted, folded, funnelFrom } from '../../../src/core/funnel/counting.js'
import { dayOf, WEEK_MS, weekNumber, weekOf } from '../../../src/core/funnel/weeks.js'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 16)
const WEEK = { from: MONDAY, until: MONDAY + WEEK_MS }

let ids = 0

/** A draft that was begun on Tuesday, unless something else is said. */
function application(more: Partial<Counted>): Counted {
  ids += 1
  const startedAt = more.startedAt ?? MONDAY + DAY_MS
  const usual = { id: ids, member: ids, source: null, region: null, state: 'draft' as const }
  return { ...usual, startedAt, submittedAt: null, changedAt: startedAt, decisions: [], ...more }
}

const sent = (more: Partial<Counted>) =>
  application({ state: 'queued', submittedAt: MONDAY + 2 * DAY_MS, changedAt: MONDAY + 2 * DAY_MS, ...more })

describe('weeks', () => {
  it('run from Monday to Sunday in UTC', () => {
    expect(weekOf(MONDAY)).toBe(MONDAY)
    expect(weekOf(MONDAY + WEEK_MS - 1)).toBe(MONDAY)
    expect(weekOf(MONDAY - 1)).toBe(MONDAY - WEEK_MS)
    // Thursday, and before the first Monday there was.
    expect(dayOf(weekOf(0))).toBe('1969-12-29')
  })

  it.each([
    ['2026-11-16', 47],
    ['2026-12-28', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
    ['2021-01-04', 1],
    ['2020-12-28', 53],
  ])('the one of %s has the number %i', (day, number) => {
    expect(weekNumber(Date.parse(`${day}T00:00:00Z`))).toBe(number)
  })
})

describe('the funnel', () => {
  it('counts each step in the week in which it was taken', () => {
    const late = sent({ startedAt: MONDAY - 1, submittedAt: MONDAY, changedAt: MONDAY })
    const last = application({ startedAt: MONDAY + WEEK_MS - 1 })
    const next = application({ startedAt: MONDAY + WEEK_MS })
    const { whole } = funnelFrom([late, last, next], WEEK)
    expect(whole).toEqual({ started: 1, sent: 1, decided: 0, waiting: 1 })
    const two = funnelFrom([late, last, next], { from: MONDAY - WEEK_MS, until: MONDAY + WEEK_MS + 1 })
    expect(two.weeks.map(({ started, sent: out }) => [started, out])).toEqual([
      [1, 0],
      [1, 1],
      [1, 0],
    ])
    // The week that runs ends now.
    expect(two.weeks.at(-1)).toMatchObject({ from: MONDAY + WEEK_MS, until: MONDAY + WEEK_MS + 1 })
  })

  it('tells how applications ended; a draft that ended was never decided', () => {
    const at = MONDAY + 3 * DAY_MS
    const rejected = { verdict: 'rejected' as const, by: 9, at }
    const { whole, outcomes, dropped } = funnelFrom(
      [
        sent({ state: 'approved', changedAt: at }),
        sent({ state: 'rejected', changedAt: at, decisions: [rejected] }),
        sent({ state: 'withdrawn', changedAt: at }),
        sent({ state: 'expired', changedAt: at }),
        application({ state: 'expired', changedAt: at }),
        application({ state: 'withdrawn', changedAt: at }),
      ],
      WEEK,
    )
    expect(whole).toEqual({ started: 6, sent: 4, decided: 4, waiting: 0 })
    expect(outcomes).toEqual({ approved: 1, rejected: 1, withdrawn: 1, expired: 1 })
    expect(dropped).toBe(2)
  })

  it('keeps what was decided in its week, whatever an appeal made of it later', () => {
    const rejectedAt = MONDAY + 3 * DAY_MS
    const upheldAt = MONDAY + WEEK_MS + DAY_MS
    const approvedAt = upheldAt + DAY_MS
    const again = sent({
      state: 'approved',
      changedAt: approvedAt,
      decisions: [
        { verdict: 'rejected', by: 9, at: rejectedAt },
        { verdict: 'appeal-upheld', by: 8, at: upheldAt },
        { verdict: 'approved', by: 8, at: approvedAt },
      ],
    })
    const first = funnelFrom([again], WEEK)
    expect(first.outcomes).toMatchObject({ rejected: 1, approved: 0 })
    expect(first.whole.waiting).toBe(0)
    const open = funnelFrom([again], { from: MONDAY + WEEK_MS, until: upheldAt + 1 })
    expect(open.whole).toEqual({ started: 0, sent: 0, decided: 0, waiting: 1 })
    const second = funnelFrom([again], { from: MONDAY + WEEK_MS, until: MONDAY + 2 * WEEK_MS })
    expect(second.outcomes).toMatchObject({ rejected: 0, approved: 1 })
    // Over both weeks it is one person, and what came last.
    const both = funnelFrom([again], { from: MONDAY, until: MONDAY + 2 * WEEK_MS })
    expect(both.whole.decided).toBe(1)
    expect(both.outcomes).toMatchObject({ rejected: 0, approved: 1 })
  })

  it('counts as waiting what was sent and not decided at the end, and not what came to be so later', () => {
    const later = MONDAY + WEEK_MS + DAY_MS
    const { whole } = funnelFrom(
      [
        sent({ state: 'approved', changedAt: later }),
        sent({ state: 'rejected', changedAt: later, decisions: [{ verdict: 'rejected', by: 9, at: later }] }),
        sent({ state: 'in_review' }),
        sent({ state: 'queued', startedAt: later, submittedAt: later, changedAt: later }),
        application({}),
      ],
      WEEK,
    )
    expect(whole.waiting).toBe(3)
  })

  it('counts a person once, with what they did last', () => {
    const first = sent({
      member: 7,
      source: 'video',
      region: 'latam',
      state: 'withdrawn',
      changedAt: MONDAY + 3 * DAY_MS,
    })
    const second = sent({
      member: 7,
      source: 'meetup',
      region: 'cis',
      startedAt: MONDAY + 4 * DAY_MS,
      submittedAt: MONDAY + 5 * DAY_MS,
      changedAt: MONDAY + 5 * DAY_MS,
    })
    const { whole, regions, sources } = funnelFrom([second, first], WEEK)
    expect(whole).toEqual({ started: 1, sent: 1, decided: 1, waiting: 1 })
    expect(sources).toEqual([
      { key: 'meetup', started: 1, sent: 1, decided: 0, waiting: 1 },
      { key: 'video', started: 0, sent: 0, decided: 1, waiting: 0 },
    ])
    expect(regions.map(({ key }) => key)).toEqual(['cis', 'latam'])
  })

  it('tells the middle age of what people decided, and leaves the rules and withdrawals out', () => {
    const submittedAt = MONDAY
    const ended = (hours: number, more: Partial<Counted>) =>
      sent({ submittedAt, changedAt: submittedAt + hours * HOUR_MS, ...more })
    const rejected = (hours: number, by: number | null) =>
      ended(hours, {
        state: 'rejected',
        decisions: [{ verdict: 'rejected', by, at: submittedAt + hours * HOUR_MS }],
      })
    const some = [rejected(0, null), ended(1, { state: 'withdrawn' }), rejected(10, 9)]
    expect(funnelFrom([], WEEK).age).toBeUndefined()
    expect(funnelFrom(some.slice(0, 2), WEEK).age).toBeUndefined()
    expect(funnelFrom(some, WEEK).age).toEqual({ median: 10 * HOUR_MS, of: 1 })
    const more = [...some, ended(20, { state: 'approved' })]
    expect(funnelFrom(more, WEEK).age).toEqual({ median: 15 * HOUR_MS, of: 2 })
    expect(funnelFrom([...more, rejected(90, 9)], WEEK).age).toEqual({ median: 20 * HOUR_MS, of: 3 })
  })

  it('adds up those that are not shown', () => {
    const groups = [5, 3, 2].map((started) => ({
      key: `k${started}`,
      started,
      sent: 1,
      decided: 0,
      waiting: 2,
    }))
    expect(folded(groups, 3)).toEqual({ shown: groups })
    expect(folded(groups, 1)).toEqual({
      shown: groups.slice(0, 1),
      others: { count: 2, started: 5, sent: 2, decided: 0, waiting: 4 },
    })
  })
})
