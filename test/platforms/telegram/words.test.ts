import { describe, expect, test } from 'vitest'
import { loadSpeech } from '../../../src/i18n/fluent.js'

const speech = loadSpeech('locales', { scaleOf: () => 6, now: () => 0, strict: true })
const KEYS = [
  'telegram-reply-here',
  'telegram-private-hint',
  'telegram-open-private',
  'telegram-toast-private',
  'telegram-not-here',
]

describe.each(speech.locales)('the adapter’s own words in %s', (locale) => {
  test.each(KEYS)('%s', (key) => {
    expect(speech.has(locale, key)).toBe(true)
    expect(speech.plain(locale, { key }).length).toBeGreaterThan(0)
  })

  test('leave room for a toast’s own', () => {
    expect(speech.plain(locale, { key: 'telegram-toast-private' }).length).toBeLessThanOrEqual(80)
  })
})
