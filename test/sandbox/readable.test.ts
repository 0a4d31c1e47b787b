/** Discord's markdown as the rail and the table of a storm tell it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstWords, seenOf } from '../../src/sandbox/rail-words.js'
import { oneLine, readable } from '../../src/sandbox/readable.js'

const MAX = 160
const END = 1_796_012_259
const ENDS = '2026-11-30 04:17 UTC'

describe('markdown as it is read', () => {
  test('has no marks, and its times beside it', () => {
    const source = `## 🧧 **20** shares\nends <t:${END}:R>\n1\\. 6 USDT \\#14 \`code\`\n-# small`
    const { text, moments } = readable([source], MAX)
    expect(text).toBe(`🧧 20 shares ends ${ENDS} 1. 6 USDT #14 code small`)
    expect(moments).toEqual([{ from: 18, to: 18 + ENDS.length, at: END * 1000, style: 'R' }])
    expect(text.slice(18, 18 + ENDS.length)).toBe(ENDS)
  })

  test('keeps numbers of lists, names of people, and what is not markup', () => {
    const named = [{ id: '7', username: 'mei', global_name: 'Mei Lin' }]
    const source = '3. one\n4. two\n- three\n> four\n<@7> <@8> </wallet:1> <#9> a_b_c\n```\nfive\n```'
    expect(readable([source], MAX, named).text).toBe(
      '3. one 4. two • three four @Mei Lin @… /wallet #… a_b_c five',
    )
  })

  test('is cut before a time, never in it, and each time is where it says', () => {
    const word = fc.constantFrom(
      '**a** ',
      ' ',
      '\n',
      'word',
      `<t:${END}:R>`,
      '<t:0>',
      '1\\. ',
      '||x|| ',
      '> ',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 1, max: MAX }), (words, max) => {
        const { text, moments } = readable([words.join('')], max)
        expect(text.length).toBeLessThanOrEqual(max)
        expect(text).not.toMatch(/<t:|\*\*|\|\||\\|\s\s|^\s|\s$|…./)
        const whole = readable([words.join('')], Number.POSITIVE_INFINITY).text
        expect(text === whole || (whole.length > max && text.endsWith('…'))).toBe(true)
        for (const { from, to, at } of moments) {
          expect(text.slice(from, to)).toBe(at === 0 ? '1970-01-01 00:00 UTC' : ENDS)
        }
        expect(text.match(/UTC/g) ?? []).toHaveLength(moments.length)
      }),
    )
  })
})

describe('a text that is cut', () => {
  const FAMILY = '👨‍👩‍👧'

  test('is cut between two characters, as a person sees them', () => {
    for (const max of [5, 6, 8, 12]) {
      expect(oneLine(`abc ${FAMILY} and more`, max)).toBe('abc…')
      expect(readable([`abc ${FAMILY} and more`], max).text).toBe('abc…')
    }
    expect(oneLine(`abc ${FAMILY} and more`, 13)).toBe(`abc ${FAMILY}…`)
    expect(oneLine(`abc 🧧 de`, 6)).toBe('abc…')
    expect(oneLine(`abc 🧧 de`, 7)).toBe('abc 🧧…')
  })
})

describe('an entry of the rail', () => {
  const message = { content: '', components: [{ components: [{ content: `Ends <t:${END}:R>, \\#14` }] }] }

  test('has what Discord shows as it is read, and what Telegram shows as it is', () => {
    const words = { text: `Ends ${ENDS}, #14`, moments: [{ at: END * 1000, from: 5, style: 'R', to: 25 }] }
    expect(firstWords(message)).toEqual(words)
    expect(seenOf({ kind: 'message', message, ephemeral: true, update: false })).toEqual({
      kind: 'private',
      ...words,
    })
    expect(firstWords({ text: '1\\. *so*  <t:0:R>' })).toEqual({ text: '1\\. *so* <t:0:R>' })
  })
})
