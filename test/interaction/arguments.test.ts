import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { assertAmount } from '../../src/core/assets/amount.js'
import {
  ARGUMENT_LIMIT,
  amountText,
  argumentFacts,
  choice,
  code,
  count,
  flag,
  parseValues,
  span,
  words,
} from '../../src/interaction/arguments.js'
import { sortWords } from '../../src/interaction/typed.js'
import { Refusal } from '../../src/kit/refusal.js'
import { cpuMs } from '../kit/cpu-ms.js'

const ASSETS = [
  { code: 'USDT', scale: 6 },
  { code: 'BMX', scale: 8 },
]
const isAmount = (typed: string) => assertAmount(typed, ASSETS)

/** A command with one argument of every kind. */
const shape = {
  amount: amountText(isAmount, ['10', '20']),
  shares: count(1, 1000, ['5']),
  split: choice(['lucky', 'equal', 'fixed']).optional(),
  window: span(10_000, 3_600_000).optional(),
  passphrase: words(64, { secret: true }).optional(),
  person: words(60, { looksLike: /^(telegram:|#[0-9])/ }).optional(),
  packet: code(20).optional(),
  dry: flag().optional(),
  greeting: words(12, { rest: true }).optional(),
}
const facts = argumentFacts(shape)

function refusalOf(values: Record<string, string>) {
  const parsed = parseValues(shape, { amount: '50', shares: '20', ...values })
  if (parsed.ok || !('refusal' in parsed)) throw new Error(`${JSON.stringify(values)} was taken`)
  return { argument: parsed.argument, key: parsed.refusal.key, params: parsed.refusal.params }
}

function argsOf(values: Record<string, string>) {
  const parsed = parseValues(shape, { amount: '50', shares: '20', ...values })
  if (!parsed.ok) throw new Error(`${JSON.stringify(values)} was refused: ${JSON.stringify(parsed)}`)
  return parsed.args
}

describe('a bad argument is named with its reason', () => {
  it.each([
    ['amount', '0', 'amount-not-positive'],
    ['amount', '-5', 'amount-not-positive'],
    ['amount', '1e3', 'amount-not-a-number'],
    ['amount', '０.５', 'amount-not-a-number'],
    ['amount', '1,5', 'amount-comma'],
    ['amount', 'NaN', 'amount-not-a-number'],
    ['amount', '9'.repeat(30), 'amount-too-large'],
    ['amount', '1.123456789', 'amount-too-precise'],
    ['amount', '5\u200b', 'amount-not-a-number'],
    ['amount', '\u202e5', 'amount-not-a-number'],
    ['amount', '', 'amount-empty'],
    ['shares', '0', 'count-out-of-range'],
    ['shares', '1000000', 'count-out-of-range'],
    ['shares', '-1', 'count-not-a-number'],
    ['shares', '1.5', 'count-not-a-number'],
    ['shares', '1e3', 'count-not-a-number'],
    ['shares', '٣', 'count-not-a-number'],
    ['shares', '9'.repeat(21), 'count-out-of-range'],
    ['shares', '9'.repeat(400), 'count-out-of-range'],
    ['shares', '007', 'count-not-a-number'],
    ['split', 'unfair', 'choice-unknown'],
    ['split', '', 'choice-unknown'],
    ['split', 'toString', 'choice-unknown'],
    ['window', '60', 'span-malformed'],
    ['window', '1.5h', 'span-malformed'],
    ['window', '0s', 'span-malformed'],
    ['window', '9s', 'span-out-of-range'],
    ['window', '2h', 'span-out-of-range'],
    ['window', '99999d', 'span-out-of-range'],
    ['passphrase', '\u200b\u202e \u0000', 'words-empty'],
    ...['\u061c', '\u180e', '\u3164', '\u2800', '\u034f', '\ue000'].map((unseen) => [
      'passphrase',
      `${unseen} ${unseen}`,
      'words-empty',
    ]),
    ['passphrase', 'x'.repeat(65), 'words-too-long'],
    ['packet', 'a/b', 'code-malformed'],
    ['packet', `${'a'.repeat(21)}`, 'code-malformed'],
    ['packet', "'; drop table packets --", 'code-malformed'],
    ['dry', 'maybe', 'choice-unknown'],
    ['greeting', 'x'.repeat(ARGUMENT_LIMIT + 1), 'words-too-long'],
  ])('%s = %j: %s', (argument, typed, key) => {
    expect(refusalOf({ [argument]: typed })).toMatchObject({ argument, key })
  })

  it('says the limits in its parameters, and repeats no more of the text than a message holds', () => {
    expect(refusalOf({ shares: '0' }).params).toEqual({ typed: '0', min: 1, max: 1000 })
    expect(refusalOf({ window: '9s' }).params).toEqual({
      typed: '9s',
      min: { duration: 10_000 },
      max: { duration: 3_600_000 },
    })
    for (const argument of ['amount', 'shares', 'split', 'window', 'packet', 'dry']) {
      const { params } = refusalOf({ [argument]: 'y'.repeat(ARGUMENT_LIMIT) })
      expect(String(params.typed)).toHaveLength(64)
    }
  })

  it('an amount is refused early only where no asset could hold it', () => {
    expect(argsOf({ amount: '1.12345678' }).amount).toBe('1.12345678')
    expect(argsOf({ amount: '999999999999' }).amount).toBe('999999999999')
  })

  it('what is missing is told by name, and the wrong one before the missing one', () => {
    expect(parseValues(shape, {})).toEqual({ ok: false, missing: ['amount', 'shares'] })
    expect(parseValues(shape, { shares: '0' })).toMatchObject({ ok: false, argument: 'shares', others: [] })
    const both = parseValues(shape, { shares: '0', amount: 'x' })
    expect(both).toMatchObject({ argument: 'amount', others: [{ argument: 'shares' }] })
  })
})

describe('a good argument', () => {
  it('is read with some forgiveness in spelling', () => {
    expect(argsOf({ split: 'EQUAL', window: ' 5M ', packet: '#6F3K', dry: 'On' })).toMatchObject({
      split: 'equal',
      window: 300_000,
      packet: '6f3k',
      dry: true,
    })
    expect(argsOf({ dry: 'no' }).dry).toBe(false)
  })

  it('of words loses what cannot be seen', () => {
    const typed = 'a\u202eb\u200bc\u0007d\ud800e'
    expect(argsOf({ greeting: typed }).greeting).toBe('a b c d e')
  })

  it('ignores what is not in the shape', () => {
    expect(Object.keys(argsOf({ __proto__: 'x', constructor: 'y', rest: 'z' }))).not.toContain('constructor')
  })
})

describe('typed words', () => {
  const sorted = (typed: string) => sortWords(facts, typed)

  it.each([
    ['50 20', { amount: '50', shares: '20' }],
    ['50', { amount: '50' }],
    ['', {}],
    ['equal 50 20', { split: 'equal', amount: '50', shares: '20' }],
    ['50 20 EQUAL', { split: 'equal', amount: '50', shares: '20' }],
    ['50 20 Happy new year', { amount: '50', shares: '20', greeting: 'Happy new year' }],
    ['50 20 7 days of luck', { amount: '50', shares: '20', greeting: '7 days of luck' }],
    ['shares=20 50', { amount: '50', shares: '20' }],
    ['Amount:50 SHARES=20', { amount: '50', shares: '20' }],
    ['50 20 window=60s dry=yes', { amount: '50', shares: '20', window: '60s', dry: 'yes' }],
    ['50 20 passphrase="open sesame"', { amount: '50', shares: '20', passphrase: 'open sesame' }],
    ['50 20 “many words” more', { amount: '50', shares: '20', greeting: 'many words more' }],
    ['50 20 greeting=hi there', { amount: '50', shares: '20', greeting: 'hi there' }],
    ['50 20 hi passphrase=x there', { amount: '50', shares: '20', passphrase: 'x', greeting: 'hi there' }],
    ['50 20 feel lucky 9', { amount: '50', shares: '20', greeting: 'feel lucky 9' }],
    ['telegram:123 50 20', { amount: '50', shares: '20', person: 'telegram:123' }],
    ['50 20 see https://x.y', { amount: '50', shares: '20', greeting: 'see https://x.y' }],
    ['1e3 0', { amount: '1e3', shares: '0' }],
    ['50\n20\u00a0lucky', { amount: '50', shares: '20', split: 'lucky' }],
  ])('%j', (typed, values) => {
    expect(sorted(typed)).toEqual(values)
  })

  it('in the place of a choice that must be made are taken for one, to be refused with those there are', () => {
    const required = argumentFacts({
      language: choice(['en', 'ru']),
      reason: words(20, { rest: true }).optional(),
    })
    expect(sortWords(required, 'klingon please')).toEqual({ language: 'klingon', reason: 'please' })
    expect(sortWords(required, 'RU because')).toEqual({ language: 'ru', reason: 'because' })
  })

  it('keep the last of two values for one name, and never take a name of the prototype', () => {
    expect(sorted('shares=5 shares=6 50')).toEqual({ shares: '6', amount: '50' })
    expect(() => sorted('50 20 __proto__=x')).toThrow(expect.objectContaining({ key: 'option-unknown' }))
    expect(sorted('50 20 "__proto__=x"')).toEqual({ amount: '50', shares: '20', greeting: '__proto__=x' })
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it.each([
    ['50 20 dryrun=yes', 'dryrun=yes'],
    ['50 20 member=yes luck', 'member=yes'],
    ['50 20 good luck passphrase_="open sesame"', 'passphrase_=open sesame'],
  ])('that look like a setting and are none are refused and become no greeting: %s', (typed, wrong) => {
    expect(() => sorted(typed)).toThrow(
      expect.objectContaining({
        key: 'option-unknown',
        params: { typed: wrong, names: expect.stringContaining('passphrase') },
      }),
    )
    expect(sorted('50 20 "1+1=2 and a=b" so there')).toMatchObject({ greeting: '1+1=2 and a=b so there' })
  })

  it('that belong nowhere are refused, cut to what a message holds', () => {
    const few = facts.filter(({ name }) => name === 'amount' || name === 'split')
    for (const [typed, left] of [
      ['50 60', '60'],
      [`50 lucky ${'x'.repeat(200)}`, 'x'.repeat(64)],
    ] as const) {
      expect(() => sortWords(few, typed)).toThrow(
        expect.objectContaining({ key: 'words-left-over', params: { typed: left } }),
      )
    }
  })
})

describe('whatever is typed', () => {
  const token = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('"', '“', '=', ':', 'shares=', 'split:equal', '__proto__=1', '50', 'lucky', '\u0000'),
  )
  const line = fc.array(token, { maxLength: 30 }).map((tokens) => tokens.join(' '))

  it('is sorted or refused, and then taken or refused: nothing else is ever thrown', () => {
    fc.assert(
      fc.property(line, (typed) => {
        let values: Record<string, string>
        try {
          values = sortWords(facts, typed)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
          return
        }
        const parsed = parseValues(shape, values)
        if (!parsed.ok && 'refusal' in parsed) expect(parsed.refusal).toBeInstanceOf(Refusal)
      }),
      { numRuns: 3000 },
    )
  })

  it('costs a bounded time, 4 KB of the worst patterns too', () => {
    const evil = ['"', '“a', '= ', 'a=', '\\', 'a"b" ', '1.', '\u200b', '9', '<@'].map((part) =>
      part.repeat(ARGUMENT_LIMIT).slice(0, ARGUMENT_LIMIT),
    )
    const spent = cpuMs(() => {
      for (const typed of evil) {
        try {
          parseValues(shape, sortWords(facts, typed))
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
        for (const { name } of facts) parseValues(shape, { [name]: typed })
      }
    })
    expect(spent).toBeLessThan(1000)
  })
})

it('an argument outside the vocabulary is refused where the command is defined', () => {
  expect(() => argumentFacts({ odd: z.number() })).toThrow(
    'the argument odd is not of the vocabulary in arguments.ts',
  )
})
