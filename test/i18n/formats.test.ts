import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatsOf } from '../../src/i18n/formats.js'

const NBSP = '\u00A0'
const en = formatsOf('en')
const es = formatsOf('es')
const ru = formatsOf('ru')
const zh = formatsOf('zh-CN')

/** Which spaces do not break is a matter of the Unicode data that Node comes with. */
const even = (words: string) => words.replace(/\s/g, ' ')

describe('an amount', () => {
  test.each([
    [1_234_500_000n, 6, '1,234.50'],
    [0n, 6, '0'],
    [1n, 6, '0.000001'],
    [10n, 6, '0.00001'.padEnd(8, '0')],
    [5_000_000n, 6, '5'],
    [5_100_000n, 6, '5.10'],
    [12_345_000n, 6, '12.3450'],
    [-2_500_000n, 6, '-2.50'],
    [7n, 0, '7'],
    [7n, 1, '0.70'],
    [9_223_372_036_854_775_807n, 6, '9,223,372,036,854.775807'],
    [9_007_199_254_740_993n, 0, '9,007,199,254,740,993'],
    [123_456_789_012_345_678_901n, 18, '123.456789012345678901'],
  ])('of %s at scale %s reads %s', (units, scale, shown) => {
    expect(en.amount(units, scale, 'USDT')).toBe(`${shown}${NBSP}USDT`)
  })

  test('is grouped as the language does, with the point that amounts are typed with', () => {
    const amount = [12_345_678_500_000n, 6, 'USDT'] as const
    expect(ru.amount(...amount)).toBe(`12${NBSP}345${NBSP}678.50${NBSP}USDT`)
    expect(zh.amount(...amount)).toBe(`12,345,678.50${NBSP}USDT`)
  })

  test('never has a point between thousands', () => {
    expect(es.amount(12_345_678_500_000n, 6, 'USDT')).toBe(`12${NBSP}345${NBSP}678.50${NBSP}USDT`)
    expect(es.amount(1_234_000_000n, 6, 'USDT')).toBe(`1234${NBSP}USDT`)
  })

  test('loses no digit and never shows three decimals', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n), fc.integer({ min: 0, max: 18 }), (units, scale) => {
        const [number = ''] = en.amount(units, scale, 'X').split(NBSP)
        const [whole = '', decimals = ''] = number.replaceAll(',', '').split('.')
        expect(decimals.length % 2).toBe(0)
        expect(BigInt(whole + decimals.padEnd(20, '0'))).toBe(units * 10n ** BigInt(20 - scale))
      }),
    )
  })
})

describe('a moment', () => {
  const at = Date.UTC(2025, 10, 21, 4, 4)

  test('says its zone', () => {
    expect(en.moment(at)).toBe('Nov 21, 2025, 04:04 UTC')
    expect(zh.moment(at)).toBe('2025年11月21日 UTC 04:04')
    expect(ru.moment(at)).toContain('04:04 UTC')
    expect(es.moment(at)).toBe('21 nov 2025, 04:04 UTC')
  })

  test('of which only the day counts is that of UTC', () => {
    const late = Date.UTC(2025, 10, 21, 23, 59)
    const days = [en, zh, ru, es].map(({ day }) => day(late))
    expect(days).toEqual([
      'November 21, 2025',
      '2025年11月21日',
      '21 ноября 2025 г.',
      '21 de noviembre de 2025',
    ])
  })

  test('that is none is refused', () => {
    expect(() => en.day(Number.NaN)).toThrow(RangeError)
    expect(() => en.moment(Number.NaN)).toThrow(RangeError)
    expect(() => en.moment(8.64e15 + 1)).toThrow(RangeError)
    expect(() => en.relative(Number.NaN, 0)).toThrow('no moment: NaN')
  })

  test.each([
    [0, 'now'],
    [499, 'now'],
    [30_000, 'in 30 seconds'],
    [-1000, '1 second ago'],
    [59_700, 'in 1 minute'],
    [59 * 60_000, 'in 59 minutes'],
    [47 * 3_600_000, 'in 47 hours'],
    [-48 * 3_600_000, '2 days ago'],
    [90 * 86_400_000, 'in 90 days'],
  ])('%s ms from now is %s', (ms, words) => {
    expect(en.relative(at + ms, at)).toBe(words)
  })

  test('is told in every language', () => {
    expect(zh.relative(300_000, 0)).toBe('5分钟后')
    expect(ru.relative(300_000, 0)).toBe('через 5 минут')
    expect(es.relative(-300_000, 0)).toBe('hace 5 minutos')
  })
})

describe('a length of time', () => {
  test.each([
    [0, '0 sec'],
    [-5, '0 sec'],
    [1, '1 sec'],
    [1499, '1 sec'],
    [59_999, '1 min'],
    [90_000, '1 min 30 sec'],
    [600_000, '10 min'],
    [5_400_000, '1 hr 30 min'],
    [3_600_000 + 29_000, '1 hr'],
    [3_599_999, '1 hr'],
    [86_400_000, '1 day'],
    [90_061_000, '1 day 1 hr'],
    [30 * 86_400_000, '30 days'],
  ])('of %s ms is %s', (ms, words) => {
    expect(en.duration(ms)).toBe(words)
  })

  test('is told in every language', () => {
    expect(zh.duration(5_400_000)).toBe('1小时30分钟')
    expect(even(ru.duration(5_400_000))).toBe('1 ч 30 мин')
    expect(even(es.duration(5_400_000))).toBe('1 h 30 min')
  })

  test('that is none is refused', () => {
    expect(() => en.duration(Number.POSITIVE_INFINITY)).toThrow('no length of time: Infinity')
  })
})

test('a list is joined as the language does', () => {
  expect(en.list(0)).toEqual([])
  expect(en.list(1)).toEqual([0])
  expect(en.list(3)).toEqual([0, ', ', 1, ', and ', 2])
  expect(ru.list(2)).toEqual([0, ' и ', 1])
  expect(zh.list(3)).toEqual([0, '、', 1, '和', 2])
})
