import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLiteral, cleanName } from '../../src/i18n/clean.js'
import { cleanLine, cleanProse } from '../../src/kit/unseen.js'
import { cpuMs } from '../kit/cpu-ms.js'

describe('a name', () => {
  test.each([
    ['stays when there is nothing to do', 'Ana Lima', 'Ana Lima'],
    ['keeps every script', '林梅 Анна שָׁלוֹם ตั้ง', '林梅 Анна שָׁלוֹם ตั้ง'],
    ['keeps markup, because it is only ever shown literally', '<b>x</b> *y* @all', '<b>x</b> *y* @all'],
    ['loses bidi controls', 'abc\u202Etxt.exe\u2069', 'abctxt.exe'],
    ['loses zero-width characters', 'A\u200Bd\u200Cm\u200Di\u2060n\uFEFF', 'Admin'],
    ['loses fillers and soft hyphens', 'a\u3164b\u115F\u00ADc', 'abc'],
    ['loses controls', 'a\u0000b\u001Bc\u009Fd', 'abcd'],
    ['loses lone surrogates', 'a\uD800b\uDFFFc', 'abc'],
    ['loses private use and unassigned', 'a\uE000b\u{F0000}c\u0378d', 'abcd'],
    ['loses invisible tags', 'a\u{E0041}b', 'ab'],
    ['folds white space', ' \t a \n\u3000\u2028 b\u00A0\u2800', 'a b'],
    ['folds white space that met when something between went', 'a \u200B b', 'a b'],
    ['is composed', 'e\u0301', 'é'],
    ['keeps four marks on a letter', `x${'\u0325'.repeat(50)}y`, `x${'\u0325'.repeat(4)}y`],
    ['does not begin with a mark that would sit on what stands before it', '\u0325\u0325 a', 'a'],
    ['keeps emoji whole', '👨‍👩‍👧 👩🏽‍💻 ❤️ 1️⃣', '👨‍👩‍👧 👩🏽‍💻 ❤️ 1️⃣'],
    ['does not let emoji glue stand alone', 'a\u200D\uFE0F1\uFE0F', 'a1'],
    ['is empty when nothing is left', '\u200B\u3164 \uD800', ''],
  ])('%s', (_, raw, clean) => {
    expect(cleanName(raw)).toBe(clean)
  })

  test('is cut to 64 graphemes, never inside one', () => {
    expect(cleanName('x'.repeat(100))).toBe('x'.repeat(64))
    expect(cleanName('👍🏽'.repeat(100))).toBe('👍🏽'.repeat(64))
    expect(cleanName(`${'x'.repeat(63)} y`)).toBe('x'.repeat(63))
  })

  test('is cut to 256 units when its graphemes are long', () => {
    const name = cleanName('👨‍👩‍👧‍👦'.repeat(64))
    expect(name).toBe('👨‍👩‍👧‍👦'.repeat(23))
    expect(cleanName(['👨', ...Array(500).fill('👦')].join('\u200D'))).toBe('')
  })

  test('takes no more time for a megabyte than for 4 KB', () => {
    const spent = cpuMs(() => {
      for (const part of ['x\u0325', '\u200D👨', '\u202E', ' \u200B', 'न्']) cleanName(part.repeat(500_000))
    })
    expect(spent).toBeLessThan(500)
  })

  test('keeps no glue of a picture that is not there yet', () => {
    expect(cleanName('✵\u{1F8FF}\uFE0F')).toBe('✵')
    expect(cleanName('a\u{1F8FF}\u200D👨')).toBe('a👨')
    expect(cleanName('👨\u200D\u{1F8FF}b')).toBe('👨b')
  })

  test('is well-formed, visible and final, whatever came', () => {
    const nasty = fc.constantFrom(
      ...'\u200D\uFE0F\u20E3\u202E\u0301\u0325\uD83D\uDC68\u3164 \n1#'.split(''),
      '👨',
      '🏽',
    )
    const raw = fc
      .array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { maxLength: 120 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(raw, (text) => {
        const name = cleanName(text)
        expect(cleanName(name)).toBe(name)
        expect(name).not.toMatch(/^\s|\s$|\s\s|[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u202A-\u202E\u2066-\u2069\u200B]/u)
        expect(name.length).toBeLessThanOrEqual(256)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a literal text', () => {
  test('keeps four marks on a letter, as names do, whatever joiners stand among them', () => {
    for (const between of ['', '\u200c', '\u200d']) {
      const kept = cleanLiteral(`x${`\u0325${between}`.repeat(300)}y`)
      expect(kept.match(/\p{M}/gu)).toHaveLength(4)
      expect(cleanProse(`x${`\u0325${between}`.repeat(300)}y`, '').match(/\p{M}/gu)).toHaveLength(4)
    }
    expect(cleanLine(`x${'\u0325'.repeat(300)}y`, '').match(/\p{M}/gu)).toHaveLength(4)
    expect(cleanLiteral('nguyễn ệ̃ शक्ति')).toBe('nguyễn ệ̃ शक्ति')
  })

  test('stays as it is, markup and line breaks included', () => {
    const typed = '1,5 <b>x</b>\nи ещё 林 👨‍👩‍👧 a\u200Bb'
    expect(cleanLiteral(typed)).toBe(typed)
  })

  test('loses what would break the sentence around it', () => {
    expect(cleanLiteral('a\u202Eb\u2067c\uE000d\uD800e\u0007f\r\ng\th\u2028i')).toBe('abcdef\ng h i')
  })
})
