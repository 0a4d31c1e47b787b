/** Long texts in pages: nothing is lost, nothing is too long, and cuts are where a reader pauses. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pagesOf } from '../../src/kit/pages.js'

it('cuts between paragraphs where it can, else between sentences, else between words', () => {
  expect(pagesOf('one one one\n\ntwo two', 14)).toEqual(['one one one', 'two two'])
  expect(pagesOf('One is here. Two is there.', 18)).toEqual(['One is here.', 'Two is there.'])
  expect(pagesOf('一句话。第二句话。', 6)).toEqual(['一句话。', '第二句话。'])
  expect(pagesOf('one two three', 8)).toEqual(['one two', 'three'])
  expect(pagesOf('', 8)).toEqual([''])
})

it('loses nothing but white space, keeps the limit and cuts no character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 500 }),
      fc.integer({ min: 2, max: 80 }),
      (text, most) => {
        const pages = pagesOf(text, most)
        const bare = (words: string) => words.replace(/\s+/g, '')
        expect(bare(pages.join(''))).toBe(bare(text))
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(most)
          // A character that was cut would come back as another.
          expect(Buffer.from(page).toString()).toBe(page)
        }
      },
    ),
  )
})
