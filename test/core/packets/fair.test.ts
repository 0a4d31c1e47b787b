import { describe, expect, test } from 'vitest'
import { sum } from '../../../src/core/packets/cap.js'
import { type Chance, chanceFrom, shuffle } from '../../../src/core/packets/chance.js'
import { type SplitParams, splitShares } from '../../../src/core/packets/split.js'
import { type Spread, spreadOut } from '../../../src/core/packets/spread.js'
import { chiSquare, chiSquareLimit, everyOutcome, meanOf, seedNumber } from './chances.js'

const SPREADS: Spread[] = ['calm', 'normal', 'wild']

const base: SplitParams = {
  ...{ total: 100n, shares: 10, floor: 1n, cap: null },
  ...{ split: 'lucky', spread: 'normal' },
}

function split(params: Partial<SplitParams>, seed: Uint8Array): bigint[] {
  return splitShares({ ...base, ...params, seed })
}

function descending(a: bigint, b: bigint): number {
  return Number(b - a)
}

describe('every position has the same mean', () => {
  /** Exact means of the parts before the shuffle, as numerators over `scale`. */
  function exactMeans(shares: number, play: (chance: Chance) => bigint[], scale: bigint): bigint[] {
    const means: bigint[] = Array(shares).fill(0n)
    for (const { result, odds } of everyOutcome(play)) {
      if (scale % odds !== 0n) throw new Error(`scale is no multiple of ${odds}`)
      result.forEach((part, i) => {
        means[i] = (means[i] ?? 0n) + (part * scale) / odds
      })
    }
    return means
  }

  test.each([
    [1, 4],
    [2, 3],
    [5, 3],
    [5, 4],
    [7, 4],
  ])('normal, exactly, over all courses of chance: %i units for %i', (excess, shares) => {
    const scale = 840n ** BigInt(2 * (shares - 1))
    const means = exactMeans(shares, (chance) => spreadOut(chance, BigInt(excess), shares, 'normal'), scale)
    for (const mean of means) expect(mean * BigInt(shares)).toBe(BigInt(excess) * scale)
  })

  test('wild, exactly: every way to divide is equally likely', () => {
    const counts = new Map<string, number>()
    for (const { result } of everyOutcome((chance) => spreadOut(chance, 4n, 3, 'wild'))) {
      counts.set(result.join(' '), (counts.get(result.join(' ')) ?? 0) + 1)
    }
    expect(counts.size).toBe(15)
    expect(new Set(counts.values())).toEqual(new Set([2]))
  })

  test('calm, exactly: the Dirichlet-multinomial distribution with parameter 4', () => {
    const odds: number[] = [0, 0, 0]
    let all = 0
    for (const { result } of everyOutcome((chance) => spreadOut(chance, 2n, 2, 'calm'))) {
      expect(sum(result)).toBe(2n)
      const first = Number(result[0])
      odds[first] = (odds[first] ?? 0) + 1
      all++
    }
    // C(3,3)·C(5,3) : C(4,3)·C(4,3) : C(5,3)·C(3,3)
    expect(odds.map((count) => (count * 36) / all)).toEqual([10, 16, 10])
  })

  test('the shuffle makes every order equally likely, exactly', () => {
    const counts = new Map<string, number>()
    for (const { result } of everyOutcome((chance) => shuffle(chance, [0, 1, 2, 3]).join(''))) {
      counts.set(result, (counts.get(result) ?? 0) + 1)
    }
    expect(counts.size).toBe(24)
    expect(new Set(counts.values())).toEqual(new Set([1]))
  })

  const cases: [string, Partial<SplitParams>][] = [
    ['15 units for 10 people', { total: 15n }],
    ['plenty', { total: 10n ** 9n, shares: 8 }],
    ['under a cap', { total: 1000n, shares: 6, cap: 250n }],
    ['under a cap below all luck', { total: 1000n, shares: 6, cap: 170n }],
  ]
  test.each(SPREADS.flatMap((spread) => cases.map(([name, params]) => ({ name, spread, params }))))(
    '$spread, $name: within 3σ over 8,000 packets',
    ({ spread, params }) => {
      const { total, shares } = { ...base, ...params }
      const packets = Array.from({ length: 8000 }, (_, i) => split({ spread, ...params }, seedNumber(i)))
      for (let slot = 0; slot < shares; slot++) {
        const { mean, sigma } = meanOf(packets.map((packet) => Number(packet[slot])))
        expect(Math.abs(mean - Number(total) / shares) / sigma, `slot ${slot}`).toBeLessThan(3)
      }
    },
  )

  test.each(SPREADS)('%s: everyone is luckiest equally often among 50 (χ², 1 in 1,000)', (spread) => {
    const counts: number[] = Array(50).fill(0)
    for (let i = 0; i < 10_000; i++) {
      const shares = split({ spread, total: 10n ** 12n, shares: 50 }, seedNumber(i))
      const luckiest = shares.indexOf(shares.toSorted(descending)[0] ?? 0n)
      counts[luckiest] = (counts[luckiest] ?? 0) + 1
    }
    expect(chiSquare(counts)).toBeLessThan(chiSquareLimit(49))
  })

  test('wild spreads wider than normal, normal wider than calm', () => {
    const variance = (spread: Spread) =>
      Array.from({ length: 300 }, (_, i) => split({ spread, total: 10n ** 7n, shares: 20 }, seedNumber(i)))
        .flat()
        .reduce((all, share) => all + (Number(share) / 5e5 - 1) ** 2, 0) / 6000
    // Of a Dirichlet with parameter a, n people: (n − 1) / (a·n + 1), so 0.905 for wild and 0.235 for calm.
    expect(variance('wild')).toBeCloseTo(0.905, 1)
    expect(variance('calm')).toBeCloseTo(0.235, 1)
    expect(variance('normal')).toBeCloseTo(0.4, 1)
  })
})

describe('numbers from a seed', () => {
  test('a limit just below the range throws away instead of favouring small numbers', () => {
    // With a plain remainder the lower third of 3·2^62 would come twice as often: 50 %.
    const limit = 3n << 62n
    const chance = chanceFrom('test', seedNumber(0))
    let lower = 0
    for (let i = 0; i < 9000; i++) if (chance.below(limit) < limit / 3n) lower++
    expect(Math.abs(lower - 3000)).toBeLessThan(3 * Math.sqrt((9000 * 2) / 9))
  })

  test('every remainder is equally likely (χ², 1 in 1,000)', () => {
    const chance = chanceFrom('test', seedNumber(1))
    const counts: number[] = Array(37).fill(0)
    for (let i = 0; i < 37_000; i++) {
      const number = Number(chance.below(37n))
      counts[number] = (counts[number] ?? 0) + 1
    }
    expect(chiSquare(counts)).toBeLessThan(chiSquareLimit(36))
  })

  test('labels keep streams of one seed apart, and a limit outside 1 … 2^64 is a mistake', () => {
    const numbers = ['a', 'b'].map((label) => chanceFrom(label, seedNumber(0)).below(2n ** 64n))
    expect(numbers[0]).not.toBe(numbers[1])
    expect(() => chanceFrom('a', seedNumber(0)).below(0n)).toThrow('chance below 0')
    expect(() => chanceFrom('a', seedNumber(0)).below(2n ** 64n + 1n)).toThrow(
      'chance below 18446744073709551617',
    )
  })
})
