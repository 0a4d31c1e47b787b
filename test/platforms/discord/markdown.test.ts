import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Span } from '../../../src/i18n/speech.js'
import { markdownOf } from '../../../src/platforms/discord/markdown.js'
import { cpuMs } from '../../kit/cpu-ms.js'
import { NASTY_NAMES } from './nasty-names.js'

const WIDE = 100_000
const say = (...spans: Span[]) => markdownOf([spans], WIDE)

/** What a reader sees of escaped text, and what is left of it for the parser to act on. */
function readAs(markdown: string): { seen: string; active: string } {
  const escaped = /\\([^0-9A-Za-z\s])/g
  return {
    seen: markdown.replace(escaped, '$1').replaceAll('\u200b', ''),
    active: markdown.replace(escaped, '\u0001'),
  }
}

/**
 * Everything in Discord's markdown that begins with an unescaped character, at the start of a line or
 * anywhere.
 */
const ACTIVE = /[*_~`|[\]<\\]|:\/\/|@(?:everyone|here)|<?@[!&]?\d|^\s*(?:#|>|[-+]|\d+[.)](?:\s|$))/im

function asSeen(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\p{Surrogate}/gu, '\ufffd')
}

describe('a hundred nasty names', () => {
  test('there are a hundred', () => {
    expect(new Set(NASTY_NAMES).size).toBeGreaterThanOrEqual(100)
  })

  test.each(NASTY_NAMES)('%j is shown letter for letter and does nothing', (name) => {
    const { seen, active } = readAs(say({ text: name }))
    expect(seen).toBe(asSeen(name))
    expect(active).not.toMatch(ACTIVE)
  })

  test.each(NASTY_NAMES)('%j between our own words and styles', (name) => {
    const markdown = say({ text: 'Sent by ' }, { text: name }, { text: ' to you' })
    expect(readAs(markdown).seen).toBe(`Sent by ${asSeen(name)} to you`)
    expect(readAs(markdown).active).not.toMatch(ACTIVE)
  })

  test.each(NASTY_NAMES)('%j in bold adds nothing but the bold', (name) => {
    const markdown = say({ text: name, bold: true })
    const { active } = readAs(markdown)
    expect(active.replaceAll('**', '')).not.toMatch(ACTIVE)
    const lines = asSeen(name)
      .split('\n')
      .filter((line) => line.trim() !== '')
    expect(active.match(/\*\*/g)?.length ?? 0).toBe(lines.length * 2)
  })

  test.each(NASTY_NAMES)('%j as code stays in its code', (name) => {
    const markdown = say({ text: name, code: true })
    for (const line of markdown.split('\n')) {
      expect(line.match(/`/g)?.length ?? 0).toBe(line.trim() === '' ? 0 : 2)
      expect(line.replaceAll('\u200b', '\u0001')).not.toMatch(/@everyone|@here|<@[!&]?\d/i)
    }
  })
})

describe('styles', () => {
  test.each<[string, Span[], string]>([
    ['bold', [{ text: 'a', bold: true }], '**a**'],
    ['italic', [{ text: 'a', italic: true }], '*a*'],
    ['both', [{ text: 'a', bold: true, italic: true }], '***a***'],
    ['code', [{ text: 'a', code: true }], '`a`'],
    ['bold code', [{ text: 'a', code: true, bold: true }], '**`a`**'],
    ['spaces stay outside', [{ text: ' a ', bold: true }], ' **a** '],
    ['nothing but spaces is not styled', [{ text: '  ', bold: true }], '  '],
    [
      'alike neighbours are one',
      [
        { text: 'a', bold: true },
        { text: 'b', bold: true },
      ],
      '**ab**',
    ],
    [
      'unlike neighbours do not run together',
      [
        { text: 'a', bold: true },
        { text: 'b', italic: true },
      ],
      '**a**\u200b*b*',
    ],
    ['a star before bold', [{ text: '*' }, { text: 'b', bold: true }], '\\*\u200b**b**'],
    ['a style over a line break', [{ text: 'a\nb', bold: true }], '**a**\n**b**'],
    ['a list made of two spans', [{ text: '1', bold: true }, { text: '. x' }], '**1**\\. x'],
    ['a decimal is no list', [{ text: '1.5 USDT' }], '1.5 USDT'],
    // Escapes inside an address would become part of it, so it is no link whoever says it.
    ['an address of ours', [{ text: 'https://x.io/a_b' }], 'https\\://x.io/a\\_b'],
    ['an address that was typed', [{ text: 'https://x.io', typed: true }], 'https\\://x.io'],
    ['a moment', [{ text: 'soon', instant: { at: 1_763_393_153_906, as: 'relative' } }], '<t:1763393153:R>'],
    ['a point in time', [{ text: 'x', instant: { at: 999, as: 'moment' } }], '<t:0:f>'],
    ['before 1970', [{ text: 'x', instant: { at: -1, as: 'moment' } }], '<t:-1:f>'],
    ['a moment that is none', [{ text: 'n*ver', instant: { at: Number.NaN, as: 'moment' } }], 'n\\*ver'],
    ['a moment beyond time', [{ text: 'late', instant: { at: 1e300, as: 'moment' } }], 'late'],
  ])('%s', (_, spans, markdown) => {
    expect(say(...spans)).toBe(markdown)
  })

  test('paragraphs are lines, and each line is guarded at its start', () => {
    expect(markdownOf([[{ text: '# a' }], [], [{ text: '> b\n- c' }]], WIDE)).toBe('\\# a\n\n\\> b\n\\- c')
  })
})

describe('cutting', () => {
  const LIMIT = 200
  const piece = fc.oneof(
    fc.constantFrom(
      '*',
      '_',
      '`',
      '<@1>',
      '🧧',
      '👨‍👩‍👧‍👦',
      'e\u0301',
      'ab',
      ' ',
      '\n',
      '# ',
      'https://x',
      '\\',
      '\ud83d',
    ),
    fc.string({ maxLength: 12, unit: 'binary' }),
  )
  const span = fc.record({
    text: fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
    bold: fc.boolean(),
    italic: fc.boolean(),
    code: fc.boolean(),
  })

  test('two hundred texts around the limit are cut cleanly', () => {
    const check = (paragraphs: Span[][]) => {
      const whole = markdownOf(paragraphs, WIDE)
      const short = markdownOf(paragraphs, LIMIT)
      expect(short.length).toBeLessThanOrEqual(LIMIT)
      expect(short).not.toMatch(/\p{Surrogate}/u)
      if (whole.length <= LIMIT) expect(short).toBe(whole)
      else expect(short.endsWith('…')).toBe(true)
      const outsideCode = short.replace(/`[^`\n]*`|\\[^0-9A-Za-z\s]/g, '')
      expect((outsideCode.match(/\*/g)?.length ?? 0) % 2).toBe(0)
      expect(outsideCode).not.toContain('`')
    }
    fc.assert(fc.property(fc.array(fc.array(span, { maxLength: 5 }), { maxLength: 4 }), check), {
      numRuns: 200,
    })
  })

  test('at every length from 3,900 to 4,100 of every kind', () => {
    for (let length = 3900; length <= 4100; length++) {
      const text = length % 2 === 0 ? 'a'.repeat(length) : '🧧'.repeat(length / 2)
      const short = markdownOf([[{ text }]], 4000)
      expect(short.length).toBeLessThanOrEqual(4000)
      expect(short.length).toBeGreaterThanOrEqual(Math.min(text.length, 3998))
      expect(short).toBe(text.length <= 4000 ? text : `${text.slice(0, short.length - 1)}…`)
    }
  })

  test('a grapheme is never cut in two', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(markdownOf([[{ text: `abc${family}` }]], 6)).toBe('abc…')
    expect(markdownOf([[{ text: `abc${family}` }]], 3 + family.length)).toBe(`abc${family}`)
  })

  test('five megabytes are cut as fast as five kilobytes', () => {
    const spent = cpuMs(() => {
      expect(markdownOf([[{ text: '*_<@'.repeat(1_250_000) }]], 4000).length).toBeLessThanOrEqual(4000)
    })
    expect(spent).toBeLessThan(500)
  })
})
