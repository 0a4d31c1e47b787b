import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createCourse,
  createGainCourse,
  createLatencies,
  quantile,
} from '../../../src/sandbox/storm-figures.js'

describe('quantiles', () => {
  it('are nearest ranks', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
    expect([0.5, 0.99, 1, 0].map((share) => quantile(hundred, share))).toEqual([50, 99, 100, 1])
    expect(quantile([7], 0.99)).toBe(7)
    expect(quantile([], 0.5)).toBe(0)
  })

  it('leave at most the rest above them', () => {
    const numbers = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const ascending = Float64Array.from(values).sort()
        const found = quantile(ascending, share)
        const within = ascending.filter((value) => value <= found).length
        expect(within).toBeGreaterThanOrEqual(Math.ceil(share * values.length))
      }),
    )
  })

  it('count only what was added', () => {
    const latencies = createLatencies(10)
    expect(latencies.summary()).toEqual({ p50: 0, p99: 0, slowest: 0 })
    for (const milliseconds of [30, 10, 20.04]) latencies.add(milliseconds)
    expect(latencies.summary()).toEqual({ p50: 20, p99: 30, slowest: 30 })
  })
})

describe('the course of a storm', () => {
  it('counts presses by how they ended, in slices of a tenth of a second', () => {
    const course = createCourse()
    course.add(0, 'answered', 30)
    course.add(50, 'answered', 10)
    course.add(99, 'turnedAway', 1)
    course.add(100, 'unanswered', 15_000)
    course.add(350, 'answered', 7.04)
    expect(course.slices()).toEqual({
      sliceWidth: 100,
      slices: [
        { answered: 2, turnedAway: 1, unanswered: 0, p50: 10, p99: 30 },
        { answered: 0, turnedAway: 0, unanswered: 1, p50: 0, p99: 0 },
        { answered: 0, turnedAway: 0, unanswered: 0, p50: 0, p99: 0 },
        { answered: 1, turnedAway: 0, unanswered: 0, p50: 7, p99: 7 },
      ],
    })
  })

  it('grows coarser instead of longer, and loses nothing', () => {
    const course = createCourse()
    const ends: Record<number, 'unanswered' | 'turnedAway'> = {
      0: 'unanswered',
      10: 'turnedAway',
      20: 'turnedAway',
    }
    for (let elapsed = 0; elapsed < 60_000; elapsed += 10)
      course.add(elapsed, ends[elapsed % 3000] ?? 'answered', elapsed / 60_000)
    const { slices, sliceWidth } = course.slices()
    expect(sliceWidth).toBe(800)
    expect(slices).toHaveLength(75)
    const sum = (end: 'answered' | 'turnedAway' | 'unanswered') =>
      slices.reduce((sum, slice) => sum + slice[end], 0)
    expect([sum('answered'), sum('turnedAway'), sum('unanswered')]).toEqual([5940, 40, 20])
    expect([slices[0]?.p99, slices.at(-1)?.p50]).toEqual([0, 1])
  })

  it('tells who was paid and refused, and takes back what has become something better', () => {
    const course = createGainCourse()
    course.add(0, 'refused', 1)
    course.add(10, 'refused', 1)
    course.add(250, 'paid', 1)
    course.add(0, 'refused', -1)
    const nothing = { paid: 0, refused: 0 }
    expect(course.slices()).toEqual({
      gainWidth: 100,
      gains: [{ ...nothing, refused: 1 }, nothing, { ...nothing, paid: 1 }],
    })
    course.add(10_000, 'paid', 1)
    const { gains, gainWidth } = course.slices()
    expect([gainWidth, gains.length, gains[0], gains[1], gains[50]]).toEqual([
      ...[200, 51, { ...nothing, refused: 1 }, { ...nothing, paid: 1 }, { ...nothing, paid: 1 }],
    ])
  })
})
