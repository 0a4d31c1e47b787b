import { expect, test } from 'vitest'
import { localeFinder } from '../../src/i18n/choose.js'

const find = localeFinder(['en', 'es', 'ru', 'zh-CN'])

test.each([
  ['zh-hans', 'zh-CN'],
  ['zh-CN', 'zh-CN'],
  ['ZH-cn', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['zh_Hant_HK', 'zh-CN'],
  ['es-419', 'es'],
  ['es-ES', 'es'],
  ['en-US', 'en'],
  ['RU', 'ru'],
  ['pt-br', undefined],
  ['', undefined],
  ['-', undefined],
  ['e', undefined],
  ['ens', undefined],
  ['constructor', undefined],
  ['x'.repeat(1_000_000), undefined],
])('%.20s is %s', (tag, locale) => {
  expect(find(tag)).toBe(locale)
})

test('the exact one goes before its relatives', () => {
  const both = localeFinder(['zh-CN', 'zh-TW'])
  expect(both('zh-tw')).toBe('zh-TW')
  expect(both('zh-hk')).toBe('zh-CN')
})
