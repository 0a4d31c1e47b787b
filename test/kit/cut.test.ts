/** Words that are cut stay words. */
import { expect, it } from 'vitest'
import { cut } from '../../src/kit/cut.js'

it('a cut is between characters, and says that there was more', () => {
  expect(cut('🧧🧧🧧', 3)).toBe('🧧🧧🧧')
  expect(cut('🧧🧧🧧', 2)).toBe('🧧🧧…')
})
