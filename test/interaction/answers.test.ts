/** What people write about themselves, from text to value. */
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { digits, email, paragraph, several } from '../../src/interaction/answers.js'
import { parseValues } from '../../src/interaction/arguments.js'
import { people, reaches } from '../../src/interaction/reach.js'

function read(schema: z.ZodType, typed: string): unknown {
  const parsed = parseValues({ it: schema }, { it: typed })
  if (parsed.ok) return parsed.args.it
  return 'refusal' in parsed ? parsed.refusal.key : 'missing'
}

it('lines are one place each', () => {
  expect(read(reaches(3), 'a 1\r\n\n b 2 \n')).toEqual([
    { place: 'a', size: 1 },
    { place: 'b', size: 2 },
  ])
  expect(read(reaches(1), 'a 1\nb 2')).toBe('lines-too-many')
  expect(read(reaches(1), `${'a'.repeat(300)} 1`)).toBe('words-too-long')
  expect(read(reaches(1), '— 12000')).toBe('line-nameless')
  for (const typed of ['asdf', '15 %', '-12000', '1234 567', '10-20']) {
    expect(read(reaches(1), typed)).toBe('line-nameless')
  }
  expect(read(reaches(1), '@365')).toEqual([{ place: '@365' }])
})

it('a number of people is taken as a page shows it, and refused by an example of the same kind', () => {
  for (const typed of ['12500', '12,5 тыс.', '12.5K', '１２５００', ' 12 500 followers ']) {
    expect(read(people(20_000), typed)).toBe(12_500)
  }
  expect(read(people(20_000), '0')).toBe(0)
  expect(read(people(20_000), '21k')).toBe('count-out-of-range')
  for (const typed of ['many', '-5', '10-20k', '12.5', '', `1${' '.repeat(50)}2`]) {
    expect(read(people(20_000), typed)).toBe('people-malformed')
  }
})

describe('an e-mail address', () => {
  it.each(['a@b.co', 'moon.talk+x@mail.example.com'])('may be %s', (typed) => {
    expect(read(email(), ` ${typed} `)).toBe(typed)
  })
  it.each([
    ['a@b.co\nBcc: c@d.ef', 'email-lines'],
    ['a@b.co\r\n\r\nbody', 'email-lines'],
    ['a@b', 'email-malformed'],
    ['a b@c.de', 'email-malformed'],
    ['<a@b.co>', 'email-malformed'],
    ['a@b.co, c@d.ef', 'email-malformed'],
    ...['"a b"@x.io', '.a@b.io', 'a.@b.io', 'a..b@c.io', '=?utf-8?q?x?=@b.io', '-oQ/tmp@b.io', '-a@b.io'].map(
      (typed) => [typed, 'email-malformed'],
    ),
    ['a@-b.io', 'email-malformed'],
    [`${'a'.repeat(65)}@b.co`, 'email-malformed'],
  ])('may not be %j', (typed, refusal) => {
    expect(read(email(), typed)).toBe(refusal)
  })
})

it('a UID is digits, whatever stands before them', () => {
  expect(read(digits(4, 8), 'UID: 0012345')).toBe('0012345')
  expect(read(digits(4, 8), '８８００１１２２')).toBe('88001122')
  expect(read(email(), 'luna＠example.com')).toBe('luna@example.com')
  for (const typed of ['123', '123456789', '12a4', '١٢٣٤', '-1234']) {
    expect(read(digits(4, 8), typed)).toBe('digits-malformed')
  }
})

it('several are known, in the order of the choices, and at least one', () => {
  const schema = several(['a', 'b', 'c'])
  expect(read(schema, 'c,a')).toEqual(['a', 'c'])
  expect(read(schema, 'a,x')).toBe('choice-unknown')
  expect(read(schema, ',')).toBe('choice-unknown')
})

it('a paragraph is counted as people count, keeps its lines, and loses what cannot be seen', () => {
  expect(read(paragraph(1, 10), '👨‍👩‍👧‍👦'.repeat(10))).toBe('👨‍👩‍👧‍👦'.repeat(10))
  expect(read(paragraph(1, 10), '👨‍👩‍👧‍👦'.repeat(11))).toBe('words-too-long')
  expect(read(paragraph(1, 50), ' one\r\ntwo\u0000\u202e ')).toBe('one\ntwo')
  expect(read(paragraph(5, 50), 'four')).toBe('words-too-short')
  expect(read(paragraph(1, 50), '\u202e\u0007')).toBe('words-empty')
  expect(read(paragraph(1, 50), '\u061c\u180e\u3164\u2800\u034f')).toBe('words-empty')
  expect(read(paragraph(1, 50), 'می\u200cخواهم\nक्\u200dष')).toBe('می\u200cخواهم\nक्\u200dष')
  expect(read(paragraph(1, 50), 'm'.repeat(10_000))).toBe('words-too-long')
})
