import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatsOf } from '../../../src/i18n/formats.js'
import { amountText } from '../../../src/sandbox/page/kit/amount.js'
import { LANGUAGES, type Language } from '../../../src/sandbox/page/kit/words.js'
import { decimal } from '../../../src/sandbox/rail-book.js'

const languages = Object.keys(LANGUAGES) as Language[]
const botSays = new Map(languages.map((language) => [language, formatsOf(language).amount]))

it('writes an amount of the rail as the bot writes it, in every language', () => {
  const units = fc.bigInt({ min: 0n, max: 10n ** 18n })
  fc.assert(
    fc.property(fc.constantFrom(...languages), units, fc.nat(8), (language, amount, scale) => {
      const written = amountText(decimal(amount, scale), 'USDT', language)
      expect(written).toBe(botSays.get(language)?.(amount, scale, 'USDT'))
    }),
  )
  expect(amountText('4.04213', 'USDT', 'en')).toBe('4.042130\u00A0USDT')
})
