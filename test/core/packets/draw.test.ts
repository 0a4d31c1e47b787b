import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawHolders } from '../../../src/core/packets/draw.js'
import { cpuMs } from '../../kit/cpu-ms.js'
import { chiSquare, chiSquareLimit, seedNumber } from './chances.js'
import { holders } from './second.js'
import { bytes, others } from './vectors.js'

const people = Array.from({ length: 12 }, (_, i) => `m-${i}`)

function draw(eligible: readonly string[], slots: number, seed = seedNumber(0)): string[] {
  return drawHolders({ seed, eligible, slots })
}

describe('the window draw', () => {
  test('the published vector', () => {
    expect(draw(others.eligible, others.slots, bytes(others.master))).toEqual(others.holders)
  })

  test('agrees with the second implementation, and takes from the list without replacement', () => {
    const reference = fc.string({
      unit: fc.integer({ min: 33, max: 126 }).map((c) => String.fromCharCode(c)),
    })
    const list = fc.uniqueArray(reference.filter((text) => text.length > 0 && text.length <= 64))
    fc.assert(
      fc.property(list, fc.nat(20), fc.nat().map(seedNumber), (eligible, slots, seed) => {
        const drawn = draw(eligible, slots, seed)
        expect(drawn).toEqual(holders(Buffer.from(seed).toString('hex'), eligible, slots))
        expect(drawn.length).toBe(Math.min(slots, eligible.length))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(drawn.every((who) => eligible.includes(who))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('the order of pressing does not matter', () => {
    expect(draw(people.toReversed(), 5)).toEqual(draw(people, 5))
  })

  test('leaves the given list as it was', () => {
    const given = ['b', 'a']
    draw(given, 1)
    expect(given).toEqual(['b', 'a'])
  })

  test('one more person is another draw: the list is part of it', () => {
    const orders = new Set(
      ['x', 'y', 'z', 'w'].map((who) => {
        const drawn = draw([...people, who], 13)
        return drawn.filter((member) => member !== who).join(' ')
      }),
    )
    expect(orders.size).toBe(4)
  })

  test('every person gets every slot equally often (χ², 1 in 1,000 each)', () => {
    const rounds = 12_000
    const counts = people.map(() => people.slice(0, 5).map(() => 0))
    const left = people.map(() => 0)
    for (let round = 0; round < rounds; round++) {
      const drawn = draw(people, 5, seedNumber(round))
      people.forEach((who, i) => {
        const slot = drawn.indexOf(who)
        if (slot === -1) left[i] = (left[i] ?? 0) + 1
        else (counts[i] ?? [])[slot] = (counts[i]?.[slot] ?? 0) + 1
      })
    }
    for (let slot = 0; slot < 5; slot++) {
      const column = counts.map((row) => row[slot] ?? 0)
      expect(chiSquare(column), `slot ${slot}`).toBeLessThan(chiSquareLimit(11))
    }
    expect(chiSquare(left)).toBeLessThan(chiSquareLimit(11))
  })

  test('nobody, and fewer people than slots', () => {
    expect(draw([], 3)).toEqual([])
    expect(draw(['a', 'b'], 0)).toEqual([])
    expect(draw(['a', 'b'], 5).toSorted()).toEqual(['a', 'b'])
  })

  test('a list that could be read in two ways is a mistake', () => {
    expect(() => draw(['a', 'b', 'a'], 1)).toThrow('a list that names everyone once')
    for (const wrong of ['', 'a b', 'a\nb', 'é', 'x'.repeat(65)]) {
      expect(() => draw(['a', wrong], 1)).toThrow('a reference of 1 to 64 visible ASCII characters')
    }
  })

  test('100,000 people are drawn in well under a second', () => {
    const crowd = Array.from({ length: 100_000 }, (_, i) => `m-${i}`)
    expect(cpuMs(() => expect(draw(crowd, 1000).length).toBe(1000))).toBeLessThan(1000)
  })
})
