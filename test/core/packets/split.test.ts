import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { level, spreadUnder, sum, triesFor } from '../../../src/core/packets/cap.js'
import { chanceFrom } from '../../../src/core/packets/chance.js'
import { expectation } from '../../../src/core/packets/expectation.js'
import {
  ceilDiv,
  checkSplit,
  SHARES_MOST,
  type SplitParams,
  splitShares,
  UNITS_MOST,
} from '../../../src/core/packets/split.js'
import type { Spread } from '../../../src/core/packets/spread.js'
import { trancheSeed, trancheShares } from '../../../src/core/packets/tranche.js'
import { seedNumber } from './chances.js'
import { lucky, trancheOf } from './second.js'
import { bytes, others, paramsOf, vectors } from './vectors.js'

const PROPERTY_RUNS = 100_000
const SPREADS: Spread[] = ['calm', 'normal', 'wild']

/** The shares of all tranches in a row: the index is the slot. */
const packetShares = (master: Uint8Array, tranches: SplitParams[]) =>
  tranches.flatMap((params, tranche) => trancheShares(master, tranche, params))

const base: SplitParams = {
  ...{ total: 100n, shares: 10, floor: 1n, cap: null },
  ...{ split: 'lucky', spread: 'normal' },
}

function split(params: Partial<SplitParams>, seed = seedNumber(0)): bigint[] {
  return splitShares({ ...base, ...params, seed })
}

/**
 * Parameters that can be split: mostly small, sometimes at the limits; a cap is often as low as it can be.
 */
const splittable = fc
  .record({
    shares: fc.oneof(
      { weight: 60, arbitrary: fc.integer({ min: 1, max: 12 }) },
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }) },
    ),
    floor: fc.oneof(fc.constant(1n), fc.bigInt(1n, 10n ** 12n)),
    excess: fc.oneof(fc.bigInt(0n, 60n), fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, UNITS_MOST)),
    slack: fc.option(fc.oneof(fc.constant(0n), fc.bigInt(0n, 30n), fc.bigInt(0n, 10n ** 12n))),
    split: fc.constantFrom('lucky', 'lucky', 'lucky', 'equal', 'fixed'),
    spread: fc.constantFrom(...SPREADS),
    seed: fc.nat().map(seedNumber),
  })
  .map(({ excess, slack, shares, floor, ...rest }) => {
    const people = BigInt(shares)
    const wanted = floor * people + excess
    const total = wanted > UNITS_MOST ? UNITS_MOST : wanted
    const even = rest.split === 'fixed' ? total - (total % people) : total
    return { ...rest, shares, floor, total: even, cap: slack === null ? null : ceilDiv(even, people) + slack }
  })

describe('every split', () => {
  test('gives the total to the unit, nobody below the floor, nobody above the cap', {
    timeout: 240_000,
  }, () => {
    fc.assert(
      fc.property(splittable, (params) => {
        const shares = splitShares(params)
        expect(shares.length).toBe(params.shares)
        if (sum(shares) !== params.total) throw new Error(`adds up to ${sum(shares)}`)
        if (shares.some((share) => share < params.floor)) throw new Error('a share below the floor')
        const { cap } = params
        if (cap !== null && shares.some((share) => share > cap)) throw new Error('a share above the cap')
      }),
      { numRuns: PROPERTY_RUNS },
    )
  })

  test('agrees with the second implementation, written from the page', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(splittable, fc.nat(19), ({ seed, ...params }, tranche) => {
        const other = trancheOf(Buffer.from(seed).toString('hex'), tranche, params)
        expect(trancheShares(seed, tranche, params)).toEqual(other)
      }),
      { numRuns: 3000 },
    )
  })

  test('is the same for the same seed and another for another', () => {
    expect(split({ total: 10n ** 9n })).toEqual(split({ total: 10n ** 9n }))
    expect(split({ total: 10n ** 9n })).not.toEqual(split({ total: 10n ** 9n }, seedNumber(1)))
  })

  test.each(SPREADS)('%s: edges', (spread) => {
    expect(split({ spread, total: 7n, shares: 1 })).toEqual([7n])
    expect(split({ spread, total: UNITS_MOST, shares: 1 })).toEqual([UNITS_MOST])
    expect(split({ spread, total: 10n, shares: 10 })).toEqual(Array(10).fill(1n))
    expect(split({ spread, total: 50n, floor: 5n })).toEqual(Array(10).fill(5n))
    expect(split({ spread, total: 50n, cap: 5n })).toEqual(Array(10).fill(5n))
    expect(split({ spread, total: 1000n, shares: 1000 })).toEqual(Array(1000).fill(1n))
    const cramped = split({ spread, total: 59n, floor: 5n, cap: 6n })
    expect(cramped.toSorted((a, b) => Number(a - b))).toEqual([5n, ...Array(9).fill(6n)])
    expect(sum(split({ spread, total: UNITS_MOST, shares: SHARES_MOST }))).toBe(UNITS_MOST)
  })

  test('equal gives the remainder to the first slots, whatever the seed', () => {
    const expected = [15n, 15n, 14n, 14n, 14n, 14n, 14n]
    for (const i of [0, 1, 2]) expect(split({ split: 'equal', shares: 7 }, seedNumber(i))).toEqual(expected)
  })

  test('fixed gives everyone the same', () => {
    expect(split({ split: 'fixed', shares: 4 })).toEqual([25n, 25n, 25n, 25n])
  })

  test('refuses to run on what was not checked', () => {
    expect(() => split({ shares: 101 })).toThrow('(split-too-many-shares)')
    expect(() => split({ split: 'fixed', shares: 7 })).toThrow('(split-not-divisible)')
    expect(() => split({}, new Uint8Array(31))).toThrow('a seed has 32 bytes, not 31')
  })
})

describe('the cap', () => {
  test.each(SPREADS)(
    '%s: 1,000 shares under a hopeless cap are drawn twice, not until luck fits',
    (spread) => {
      const excess = 10n ** 18n
      const counted = () => {
        const chance = chanceFrom('shares', seedNumber(0))
        const count = { draws: 0 }
        const below = (most: bigint) => {
          count.draws += 1
          return chance.below(most)
        }
        return { count, chance: { ...chance, below } }
      }
      const [free, tight] = [counted(), counted()]
      spreadUnder(free.chance, excess, 1000, spread, excess)
      spreadUnder(tight.chance, excess, 1000, spread, excess / 1000n + 3n)
      expect(free.count.draws).toBeGreaterThan(900)
      expect(tight.count.draws).toBeGreaterThan(free.count.draws)
      expect(tight.count.draws).toBeLessThan(2.5 * free.count.draws)
    },
  )

  test('levels what luck gave too much, by the room of the others', () => {
    expect(level([10n, 0n, 2n], 6n)).toEqual([6n, 3n, 3n])
    expect(level([9n, 1n, 1n, 1n], 4n)).toEqual([4n, 3n, 3n, 2n])
    expect(level([1n, 2n, 3n], 3n)).toEqual([1n, 2n, 3n])
    expect(level([9n, 0n, 0n], 3n)).toEqual([3n, 3n, 3n])
  })

  test('levelling never takes from those below the cap, and gives every unit', () => {
    const parts = fc.array(fc.bigInt(0n, UNITS_MOST / 50n), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(parts, fc.bigInt(0n, 1000n), (list, slack) => {
        const room = ceilDiv(sum(list), BigInt(list.length)) + slack
        const levelled = level(list, room)
        expect(sum(levelled)).toBe(sum(list))
        for (const [i, part] of levelled.entries()) {
          expect(part <= room && part >= ((list[i] ?? 0n) < room ? (list[i] ?? 0n) : room)).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('draws again first: a loose cap leaves the spread as it is', () => {
    const chance = chanceFrom('test', seedNumber(0))
    let fits = 0
    for (let i = 0; i < 400; i++) {
      const parts = spreadUnder(chance, 1_000_000n, 10, 'wild', 300_000n)
      if (!parts.includes(300_000n)) fits++
    }
    expect(fits).toBe(400)
  })

  test('the tries are bounded: 16 for few shares, 2 for 1,000', () => {
    expect([1, 125, 126, 500, 1000].map(triesFor)).toEqual([16, 16, 15, 4, 2])
  })
})

describe('checkSplit', () => {
  const rows: [string, Partial<SplitParams>, object | undefined][] = [
    ['fine', {}, undefined],
    ['nothing', { total: 0n, shares: 0 }, { code: 'split-total', total: 0n, most: UNITS_MOST }],
    ['negative', { total: -5n }, { code: 'split-total', total: -5n, most: UNITS_MOST }],
    [
      'too much',
      { total: UNITS_MOST + 1n },
      { code: 'split-total', total: UNITS_MOST + 1n, most: UNITS_MOST },
    ],
    ['the most', { total: UNITS_MOST }, undefined],
    ['no shares', { shares: 0 }, { code: 'split-shares', shares: 0, most: 1000 }],
    ['half a share', { shares: 1.5 }, { code: 'split-shares', shares: 1.5, most: 1000 }],
    ['not a number', { shares: Number.NaN }, { code: 'split-shares', shares: Number.NaN, most: 1000 }],
    ['more shares than units', { shares: 101 }, { code: 'split-too-many-shares', shares: 101, most: 100 }],
    ['a share a unit', { shares: 100 }, undefined],
    [
      'a million shares',
      { total: 10n ** 9n, shares: 1_000_000 },
      { code: 'split-too-many-shares', shares: 1_000_000, most: 1000 },
    ],
    ['no floor', { floor: 0n }, { code: 'split-floor', floor: 0n, most: 10n }],
    ['floor too high', { floor: 11n, cap: 5n }, { code: 'split-floor', floor: 11n, most: 10n }],
    ['the highest floor', { floor: 10n }, undefined],
    ['cap too low', { cap: 9n }, { code: 'split-cap', cap: 9n, least: 10n }],
    ['cap too low by a unit', { total: 101n, cap: 10n }, { code: 'split-cap', cap: 10n, least: 11n }],
    ['cap below the floor', { total: 20n, floor: 2n, cap: 1n }, { code: 'split-cap', cap: 1n, least: 2n }],
    ['the lowest cap', { cap: 10n }, undefined],
    [
      'not divisible',
      { split: 'fixed', shares: 7 },
      { code: 'split-not-divisible', total: 100n, less: 98n, more: 105n },
    ],
    ['floor before divisible', { split: 'fixed', shares: 7, floor: 99n }, { code: 'split-floor' }],
    ['divisible', { split: 'fixed', shares: 4 }, undefined],
  ]
  test.each(rows)('%s', (_, params, problem) => {
    const found = checkSplit({ ...base, ...params })
    if (problem === undefined) expect(found).toBeUndefined()
    else expect(found).toMatchObject(problem)
  })
})

describe('expectation', () => {
  test('equal and fixed are known', () => {
    expect(expectation({ ...base, split: 'equal', shares: 7 })).toEqual({
      ...{ least: 14n, most: 15n, mean: 14n },
      ...{ typicalLeast: 14n, typicalMost: 15n },
    })
  })

  test('lucky: bounds follow from floor, cap and the others', () => {
    expect(expectation({ ...base, floor: 3n })).toMatchObject({ least: 3n, most: 73n, mean: 10n })
    expect(expectation({ ...base, cap: 20n })).toMatchObject({ least: 1n, most: 20n })
    expect(expectation({ ...base, floor: 9n, cap: 90n })).toMatchObject({ least: 9n, most: 19n })
    expect(expectation({ ...base, cap: 11n })).toMatchObject({ least: 1n, most: 11n })
    expect(expectation({ ...base, shares: 3, cap: 40n })).toMatchObject({ least: 20n, most: 40n })
    expect(expectation({ ...base, shares: 1 })).toMatchObject({ least: 100n, most: 100n, typicalMost: 100n })
  })

  test('lucky: typical values lie within the bounds and agree with the page', () => {
    // docs/fairness.md, "How far shares lie apart", 20 people.
    const page = { calm: [0.3, 2.08], normal: [0.06, 2.07], wild: [0.04, 3.41] }
    for (const spread of SPREADS) {
      const found = expectation({ ...base, spread, total: 20_000_000n, shares: 20 })
      const [least = 0, most = 0] = page[spread]
      expect(Math.abs(Number(found.typicalLeast) / 1e6 - least), spread).toBeLessThan(0.05)
      expect(Math.abs(Number(found.typicalMost) / 1e6 - most), spread).toBeLessThan(0.3)
    }
  })

  test('no split leaves the bounds', () => {
    fc.assert(
      fc.property(splittable, (params) => {
        const { least, most, typicalLeast, typicalMost } = expectation(params)
        expect(least <= typicalLeast && typicalLeast <= typicalMost && typicalMost <= most).toBe(true)
        for (const share of splitShares(params)) expect(share >= least && share <= most).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('published vectors', () => {
  test.each(vectors.map((vector, i) => [i, vector] as const))('split %i', (_, vector) => {
    const expected = vector.result.map(BigInt)
    expect(trancheShares(bytes(vector.seed), 0, paramsOf(vector))).toEqual(expected)
    expect(trancheOf(vector.seed, 0, paramsOf(vector))).toEqual(expected)
  })

  test('are ten, and some of them are drawn again and levelled', () => {
    expect(vectors.length).toBe(10)
    const drawn = vectors
      .filter(({ split }) => split === 'lucky')
      .map((v) => lucky(Buffer.from(trancheSeed(bytes(v.seed), 0)).toString('hex'), paramsOf(v)).drawn)
    expect(drawn.some((count) => count > 1 && count < 16)).toBe(true)
    expect(drawn).toContain(16)
  })

  test('tranche seeds', () => {
    const seeds = others.tranches.map((_, t) =>
      Buffer.from(trancheSeed(bytes(others.master), t)).toString('hex'),
    )
    expect(seeds).toEqual(others.tranches)
  })
})

describe('tranches', () => {
  test('a top-up adds slots and leaves the first ones as they were', () => {
    const first: SplitParams = { ...base, total: 1000n, shares: 5 }
    const more: SplitParams = { ...base, total: 400n, shares: 3, spread: 'wild' }
    const before = packetShares(seedNumber(7), [first])
    const after = packetShares(seedNumber(7), [first, more])
    expect(after.slice(0, 5)).toEqual(before)
    expect(sum(after.slice(5))).toBe(400n)
    expect(after.length).toBe(8)
  })

  test('the same top-up twice is divided differently', () => {
    const params: SplitParams = { ...base, total: 10n ** 9n }
    const all = packetShares(seedNumber(7), [params, params])
    expect(all.slice(0, 10)).not.toEqual(all.slice(10))
  })
})
