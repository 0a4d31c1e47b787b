import { describe, expect, it } from 'vitest'
import { knownReason, reckoningOf, reckonStorm, slicesOf } from '../../../src/sandbox/page/storm/reckoning.js'
import type { RailBurst, RailEntry, StormReport } from '../../../src/sandbox/page-contract.js'
import { railEntries } from './sample-rail.js'

const report: StormReport = {
  ...{ id: 7, presses: 105, started: 105, ended: 104, answered: 95, turnedAway: 4, unanswered: 5 },
  request: { targets: [], people: 100 },
  ...{ elapsed: 1, kinds: {}, p50: 1, p99: 1, slowest: 1, slices: [], sliceWidth: 100, told: [] },
  ...{ toldMore: { rows: 0, count: 0 }, state: 'running' },
  again: { presses: 5, told: [] },
}

const burst: RailBurst = {
  ...{ storm: 7, presses: 60, answered: 58, turnedAway: 2, unanswered: 0, waiting: 0, totals: [] },
  ...{ people: 50, paid: 20, others: 1, open: 2, refused: { 'packet-empty': 25, 'claimed-already': 2 } },
  ...{ gains: [], gainWidth: 100 },
}
const entryOf = (one: RailBurst): RailEntry => {
  const [sample] = railEntries
  if (!sample) throw new Error('there is no sample')
  return { ...sample, burst: one }
}

describe('the account of a storm', () => {
  it('takes presses of both rounds together, and people of all its buttons', () => {
    const there: RailBurst = {
      ...burst,
      paid: 10,
      refused: { 'packet-empty': 3, 'turned-away': 30 },
      open: 6,
    }
    const other: RailBurst = { ...burst, storm: 6 }
    const reckoning = reckonStorm(report, [burst, there, other].map(entryOf))
    expect(reckoning).toEqual({
      ...{ people: 100, paid: 30, refused: 60, others: 2, open: 8 },
      ...{ presses: 105, answered: 95, turnedAway: 4, unanswered: 5, waiting: 1, again: 5 },
      reasons: [
        ['turned-away', 30],
        ['packet-empty', 28],
        ['claimed-already', 2],
      ],
    })
    const { people, paid, refused, others, open, presses, answered, turnedAway, unanswered, waiting } =
      reckoning
    expect(paid + refused + others + open).toBe(people)
    expect(answered + turnedAway + unanswered + waiting).toBe(presses)
  })

  it('knows of nobody while the rail has nothing, and counts those who have pressed', () => {
    const { again: _, ...first } = report
    expect(
      reckonStorm({ ...first, started: 40, answered: 0, turnedAway: 0, unanswered: 0 }, []),
    ).toMatchObject({
      ...{ people: 40, open: 40, paid: 0, presses: 40, waiting: 40, again: 0 },
    })
  })

  it('tells those who are lost apart from those of whom nothing is known yet', () => {
    const { open, lost, people, paid, refused, others } = reckonStorm(report, [
      entryOf({ ...burst, lost: 7 }),
    ])
    expect([lost, open]).toEqual([7, 45])
    expect(paid + refused + others + (lost ?? 0) + open).toBe(people)
    expect(reckoningOf({ ...burst, lost: 7 }).lost).toBe(7)
  })

  it('is the same for one button', () => {
    expect(reckoningOf(burst)).toMatchObject({ refused: 27, paid: 20, people: 50, presses: 60 })
  })

  it('shows in each slice of time who of the answered was paid and who refused, of all its buttons', () => {
    const slice = { answered: 10, turnedAway: 1, unanswered: 0, p50: 3, p99: 9 }
    const storm = { ...report, sliceWidth: 200, slices: [slice, { ...slice, answered: 2 }] }
    const one = { ...burst, gains: [1, 2, 0, 0, 9].map((paid) => ({ paid, refused: 1 })), gainWidth: 100 }
    const there = { ...burst, gains: [{ paid: 0, refused: 2 }], gainWidth: 200 }
    const other = { ...one, storm: 6 }
    expect(slicesOf(storm, [one, there, other].map(entryOf))).toEqual([
      { ...slice, paid: 3, refused: 4, rest: 3 },
      // What the clocks disagree about stays in the last one, and no bar is less than nothing.
      { ...slice, answered: 2, paid: 9, refused: 3, rest: 0 },
    ])
  })

  it('has words for every reason', () => {
    expect([knownReason('packet-empty'), knownReason('constructor')]).toEqual(['packet-empty', 'other'])
  })
})
