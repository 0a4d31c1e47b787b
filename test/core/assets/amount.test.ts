import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPlain, parseAmount } from '../../../src/core/assets/amount.js'
import { Refusal } from '../../../src/kit/refusal.js'

const USDT = { code: 'USDT', scale: 6 }
const POINTS = { code: 'PTS', scale: 0 }

function refusalOf(typed: string, asset = USDT): Refusal {
  try {
    parseAmount(typed, asset)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error(`${typed} was taken for an amount`)
}

describe('parseAmount', () => {
  it.each([
    ['1', 1_000_000n],
    ['0.000001', 1n],
    ['12.5', 12_500_000n],
    ['12.500000', 12_500_000n],
    ['999999999999.999999', 999_999_999_999_999_999n],
    // One of the 11,549 below a million that parseFloat(x) * 1e6 floors wrongly.
    ['1.001', 1_001_000n],
    ['0.29', 290_000n],
  ])('reads %s exactly', (typed, units) => {
    expect(parseAmount(typed, USDT)).toBe(units)
  })

  it.each([
    ['', 'amount-empty'],
    ['0', 'amount-not-positive'],
    ['0.000000', 'amount-not-positive'],
    ['-5', 'amount-not-positive'],
    ['-0.5', 'amount-not-positive'],
    ['1,5', 'amount-comma'],
    ['1,000.50', 'amount-comma'],
    ['1.000,50', 'amount-comma'],
    ['1e3', 'amount-not-a-number'],
    ['0x10', 'amount-not-a-number'],
    ['０.５', 'amount-not-a-number'],
    ['٣', 'amount-not-a-number'],
    ['NaN', 'amount-not-a-number'],
    ['Infinity', 'amount-not-a-number'],
    ['.5', 'amount-not-a-number'],
    ['5.', 'amount-not-a-number'],
    ['05', 'amount-not-a-number'],
    ['+5', 'amount-not-a-number'],
    [' 5', 'amount-not-a-number'],
    ['5\n', 'amount-not-a-number'],
    ['5 USDT', 'amount-not-a-number'],
    ['$5', 'amount-not-a-number'],
    ['1_000', 'amount-not-a-number'],
    ['--5', 'amount-not-a-number'],
    ['1.2.3', 'amount-not-a-number'],
    ['1.0000001', 'amount-too-precise'],
    ['1000000000000', 'amount-too-large'],
    ['9'.repeat(30), 'amount-too-large'],
    ['9'.repeat(10_000), 'amount-too-large'],
    ['word '.repeat(1000), 'amount-not-a-number'],
  ])('refuses %j with %s', (typed, key) => {
    expect(refusalOf(typed).key).toBe(key)
  })

  it('says what was typed, cut short, and shows an example of the asset', () => {
    expect(refusalOf('1,5').params).toEqual({ typed: '1,5', example: '12.5', asset: 'USDT', places: 6 })
    expect(refusalOf('x'.repeat(500)).params.typed).toBe('x'.repeat(64))
    expect(refusalOf('1.5', POINTS)).toMatchObject({
      key: 'amount-too-precise',
      params: { example: '12', places: 0 },
    })
  })

  it('never gives more than 64 bits, whatever the scale', () => {
    const eight = { code: 'SAT', scale: 8 }
    expect(parseAmount('92233720368.54775807', eight)).toBe(2n ** 63n - 1n)
    expect(refusalOf('92233720368.54775808', eight).key).toBe('amount-too-large')
  })

  it('answers every text with an amount or a refusal of its own, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (typed) => {
        try {
          return parseAmount(typed, USDT) > 0n
        } catch (error) {
          return error instanceof Refusal && error.key.startsWith('amount-')
        }
      }),
    )
  })
})

describe('formatPlain', () => {
  it.each([
    [12_500_000n, 6, '12.5'],
    [1n, 6, '0.000001'],
    [0n, 6, '0'],
    [-3_000_000n, 6, '-3'],
    [-1n, 8, '-0.00000001'],
    [42n, 0, '42'],
  ])('writes %s at scale %i as %s', (amount, scale, plain) => {
    expect(formatPlain(amount, scale)).toBe(plain)
  })

  it('is read back by parseAmount to the unit', () => {
    const scales = fc.integer({ min: 0, max: 8 })
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }), scales, (amount, scale) => {
        const fits = amount < 10n ** BigInt(12 + scale)
        fc.pre(fits)
        expect(parseAmount(formatPlain(amount, scale), { code: 'X', scale })).toBe(amount)
      }),
    )
  })

  it('is the one way to write an amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (amount) => {
        expect(formatPlain(amount, 6)).toMatch(/^(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$/)
      }),
    )
  })
})
