import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortCalmly } from '../../src/kit/sort-calmly.js'

it('gives what sorting gives, whatever is sorted and however little at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ maxLength: 3 })),
      fc.integer({ min: 1, max: 7 }),
      async (texts, atOnce) => {
        const given = [...texts]
        expect(await sortCalmly(texts, async () => {}, atOnce)).toEqual([...texts].sort())
        expect(texts).toEqual(given)
      },
    ),
  )
})

it('takes a breath after every so many texts', async () => {
  let breaths = 0
  const texts = Array.from({ length: 100 }, (_, at) => `${(at * 37) % 100}`)
  await sortCalmly(texts, async () => void breaths++, 10)
  // Nine between ten runs; four times the hundred merged by tens, of which the last is no less.
  expect(breaths).toBe(9 + 4 * 10)
})
