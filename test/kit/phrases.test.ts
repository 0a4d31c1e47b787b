/** Phrases: what they find, what disguises do not help against, and that no text makes them slow. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPhrase, prepare, readPhrase } from '../../src/kit/phrases.js'

function found(phrase: string, text: string): string[] {
  const read = readPhrase(phrase)
  if (typeof read === 'string') return expect.unreachable(read)
  return findPhrase(prepare(text), read).map(({ start, end }) => text.slice(start, end))
}

describe('a phrase', () => {
  it.each([
    ['risk free', 'It is RISK-FREE, really', ['RISK-FREE']],
    ['guarant*|sure … profit*', 'We guarantee you a daily profit.', ['guarantee you a daily profit']],
    ['guarant* … profit*', 'We guarantee nothing. Profit is rare.', []],
    ['garantiz* … ganancia*', 'Garantizamos tus Ganáncias', ['Garantizamos tus Ganáncias']],
    ['# %  … daily', 'earn 12% daily!', ['12% daily']],
    ['稳赚', '跟着我 稳 赚 不赔', ['稳 赚']],
    ['保证收益', '我们保证收益', ['保证收益']],
    ['без риска', 'Это БЕЗ\u200bРИСКА', []],
    ['profit', 'pro\u200b\u00adfit and ｐｒｏｆｉｔ', ['pro\u200b\u00adfit', 'ｐｒｏｆｉｔ']],
    ['profit', 'a рrоfit', ['рrоfit']],
    ['profit', 'profitable profits', []],
    ['buy|sell now', 'sell now, buy now', ['sell now', 'buy now']],
    ['moon', '🚀🌕moon🌕 \u202Emoon', ['moon', 'moon']],
  ])('%s in "%s"', (phrase, text, expected) => {
    expect(found(phrase, text)).toEqual(expected)
  })

  it.each([
    ['… profit', /begins and ends/],
    ['profit …', /begins and ends/],
    ['a … b … c … d', /at most 2 gaps/],
    ['!!!', /of words such as/],
    ['profit|', /of words such as/],
    [Array(13).fill('a').join(' '), /at most 12 parts/],
  ])('%s is none', (phrase, complaint) => {
    expect(readPhrase(phrase)).toMatch(complaint)
  })

  it('is found wherever it stands, in whatever case, with invisible characters in it', () => {
    const hidden = fc.constantFrom('', '\u200b', '\u200d', '\u2060', '\u00ad', '\ufeff')
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.boolean(),
        hidden,
        (before, big, glue) => {
          const word = [...'guaranteed'].join(glue)
          const text = `${before}\n${big ? word.toUpperCase() : word} profits\n`
          const places = found('guarant* profit*', text)
          expect(places.length).toBeGreaterThanOrEqual(1)
          expect(places.at(-1)?.toLowerCase()).toBe(`${word} profits`)
        },
      ),
    )
  })

  it('takes any text, and what it finds are places of it from left to right', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ maxLength: 40 }),
        (text, phrase) => {
          const read = readPhrase(phrase)
          if (typeof read === 'string') return
          let last = 0
          for (const { start, end } of findPhrase(prepare(text), read)) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            last = end
          }
        },
      ),
    )
  })

  it('is not slow on a text that was made for it', () => {
    const text = 'a '.repeat(50_000)
    const began = performance.now()
    expect(found('a|a|a … a|a … b', text)).toEqual([])
    // A backtracking expression of this shape would take more than a lifetime.
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  it('is not slow for a phrase whose words can be shared out in many ways', () => {
    const part = [1, 2, 3, 4].map((count) => '人'.repeat(count)).join('|')
    const phrase = `${Array.from({ length: 11 }, () => part).join(' ')} z`
    const began = performance.now()
    // Every way was tried: 11 such parts took minutes for a hundred characters.
    expect(found(phrase, '人'.repeat(4000))).toEqual([])
    expect(found(phrase, `${'人'.repeat(30)}z`)).toEqual([`${'人'.repeat(30)}z`])
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
