import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { loadSpeech, type SpeechOptions } from '../../src/i18n/fluent.js'
import type { Span, Speech } from '../../src/i18n/speech.js'
import { type Log, silentLog } from '../../src/kit/log.js'
import { text } from '../../src/kit/text.js'

const NBSP = '\u00A0'
const NOW = Date.UTC(2025, 10, 21, 4, 4)
const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'speech-'))
  made.push(folder)
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), source)
  }
  return folder
}

function speak(files: Record<string, string>, more: Partial<SpeechOptions> = {}): Speech {
  const scaleOf = (asset: string) => {
    if (asset !== 'USDT') throw new Error(`no such asset: ${asset}`)
    return 6
  }
  return loadSpeech(folderOf(files), { scaleOf, now: () => NOW, strict: true, ...more })
}

const english = (source: string, more: Partial<SpeechOptions> = {}) => speak({ 'en/a.ftl': source }, more)

describe('loading', () => {
  test('merges the files of a language', () => {
    const speech = speak({
      'en/a.ftl': 'one = One',
      'en/b.ftl': 'two = { one } and two',
      'ru/a.ftl': 'one = Один',
    })
    expect(speech.locales).toEqual(['en', 'ru'])
    expect(speech.plain('en', text('two'))).toBe('One and two')
    expect([speech.has('en', 'two'), speech.has('ru', 'two'), speech.has('xx', 'two')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('reads the words of the house', () => {
    const folder = fileURLToPath(new URL('../../locales', import.meta.url))
    const speech = loadSpeech(folder, { scaleOf: () => 6, now: () => NOW, strict: true })
    expect(speech.locales).toEqual(['en', 'es', 'ru', 'zh-CN'])
  })

  test('refuses a message that two files have', () => {
    const files = { 'en/a.ftl': 'one = One', 'en/b.ftl': 'one = Two' }
    expect(() => speak(files)).toThrow(/en\/b\.ftl: Attempt to override an existing message: "one"/)
  })

  test('refuses a message that cannot be read', () => {
    expect(() => english('one = One\ntwo = { $x\nthree = Three')).toThrow(/en\/a\.ftl: two cannot be read/)
  })

  test('refuses private-use characters', () => {
    expect(() => english('one = \uE000')).toThrow(/private-use/)
  })

  test('refuses to do without English', () => {
    expect(() => speak({ 'ru/a.ftl': 'one = Один' })).toThrow('broken promise: locales/en exists')
  })
})

describe('choosing', () => {
  test('takes the first tag that we speak', () => {
    const speech = speak({ 'en/a.ftl': 'one = One', 'zh-CN/a.ftl': 'one = 一' })
    expect(speech.choose(undefined, null, 'pt-br', 'zh-hans', 'en')).toBe('zh-CN')
    expect(speech.choose('pt-br', undefined)).toBe('en')
    expect(speech.choose()).toBe('en')
  })
})

describe('saying', () => {
  test('reads markup into spans, line breaks and all', () => {
    const speech = english('card =\n    <b>Red <i>packet</i></b>\n    for <code>all</code> a < b <u>')
    expect(speech.say('en', text('card'))).toEqual([
      { text: 'Red ', bold: true },
      { text: 'packet', bold: true, italic: true },
      { text: '\nfor ' },
      { text: 'all', code: true },
      { text: ' a < b <u>' },
    ])
    expect(speech.plain('en', text('card'))).toBe('Red packet\nfor all a < b <u>')
  })

  test('shows what a person typed literally, in the style of its place', () => {
    const speech = english('hello = Hello, <b>{ $name }</b>!')
    expect(speech.say('en', text('hello', { name: '<i>x</i></b> { $y }' }))).toEqual([
      { text: 'Hello, ' },
      { text: '<i>x</i></b> { $y }', bold: true, typed: true },
      { text: '!' },
    ])
  })

  test('lets no placeholder in through a parameter', () => {
    const speech = english('hello = { $one } { $two }')
    const said = speech.say('en', text('hello', { one: '\uE001<b>', two: '\uE000\uE000!' }))
    expect(said).toEqual([{ text: '<b>', typed: true }, { text: ' ' }, { text: '!', typed: true }])
  })

  test('isolates right-to-left names, but not in code', () => {
    const speech = english('hello = { $name } joined, <code>{ $name }</code>')
    expect(speech.say('en', text('hello', { name: 'שלום 1' }))).toEqual([
      { text: '\u2068' },
      { text: 'שלום 1', typed: true },
      { text: '\u2069 joined, ' },
      { text: 'שלום 1', code: true, typed: true },
    ])
    expect(speech.plain('en', text('hello', { name: 'Анна!' }))).toBe('Анна! joined, Анна!')
  })

  test('selects by keyword and counts by plural', () => {
    const speech = speak({
      'en/a.ftl':
        'x = { $kind ->\n    [lucky-one] Lucky\n   *[other] Equal\n  } { $count ->\n    [one] one\n   *[other] { $count }\n  }',
      'ru/a.ftl':
        'x = { $kind } { $count ->\n    [one] { $count } доля\n    [few] { $count } доли\n   *[many] { $count } долей\n  }',
    })
    expect(speech.plain('en', text('x', { kind: 'lucky-one', count: 1 }))).toBe('Lucky one')
    expect(speech.plain('en', text('x', { kind: 'lucky one', count: 1234 }))).toBe('Equal 1,234')
    expect(speech.plain('ru', text('x', { kind: '', count: 22 }))).toBe(' 22 доли')
  })

  test('shows money, moments and lengths of time', () => {
    const speech = speak({
      'en/a.ftl': 'x = <b>{ $sum }</b>, { $end } ({ $day }), { $pause }',
      'es/a.ftl': 'x = <b>{ $sum }</b>, { $end } ({ $day }), { $pause }',
    })
    const params = {
      sum: { amount: 1_234_500_000n, asset: 'USDT' },
      end: { instant: NOW + 300_000, as: 'relative' },
      day: { instant: NOW, as: 'moment' },
      pause: { duration: 5_400_000 },
    } as const
    expect(speech.say('en', text('x', params))).toEqual([
      { text: `1,234.50${NBSP}USDT`, bold: true },
      { text: ', ' },
      { text: 'in 5 minutes', instant: { at: NOW + 300_000, as: 'relative' } },
      { text: ' (' },
      { text: 'Nov 21, 2025, 04:04 UTC', instant: { at: NOW, as: 'moment' } },
      { text: '), 1 hr 30 min' },
    ])
    expect(speech.plain('es', text('x', params)).replaceAll(NBSP, ' ')).toBe(
      '1234.50 USDT, dentro de 5 minutos (21 nov 2025, 04:04 UTC), 1 h 30 min',
    )
  })

  test('shows the name of an option as the head of a line', () => {
    const speech = speak({
      'en/a.ftl': 'name = open_to\nline = { $name }: { $value }',
      'ru/a.ftl': 'name = только_участники\nline = { $name }: { $value }',
    })
    const line = text('line', { name: { heading: text('name') }, value: 'a_b' })
    expect(speech.plain('en', line)).toBe('Open to: a_b')
    expect(speech.plain('ru', line)).toBe('Только участники: a_b')
  })

  test('nests texts and lists with their styles', () => {
    const speech = english('who = <b>{ $name }</b>\nall = <i>For { $who }</i>')
    const who = { list: [text('who', { name: 'A <b>' }), text('who', { name: 'B' })] }
    expect(speech.say('en', text('all', { who }))).toEqual([
      { text: 'For ', italic: true },
      { text: 'A <b>', bold: true, italic: true, typed: true },
      { text: ' and ', italic: true },
      { text: 'B', bold: true, italic: true },
    ])
    expect(speech.plain('en', text('all', { who: { list: [] } }))).toBe('For ')
    expect(speech.plain('en', text('all', { who: text('who', { name: 'C' }) }))).toBe('For C')
  })

  test('keeps things apart that have commas of their own', () => {
    const speech = english('it = { $it }\nall = For { $these }\nlist-apart = { $first }; { $rest }')
    const these = (...things: string[]) =>
      speech.plain(
        'en',
        text('all', { these: { list: things.map((it) => text('it', { it })), apart: true } }),
      )
    expect([these(), these('a'), these('a, b', 'c', 'd')]).toEqual(['For ', 'For a', 'For a, b; c; d'])
  })

  test('says attributes by message.attribute', () => {
    const speech = english('refusal-no = No.\n    .next = Try { $later }.')
    expect(speech.has('en', 'refusal-no.next')).toBe(true)
    expect(speech.plain('en', text('refusal-no.next', { later: 'tomorrow' }))).toBe('Try tomorrow.')
  })

  test('gives every caller a list of its own', () => {
    const speech = english('one = One')
    speech.say('en', text('one')).push({ text: '!' })
    expect(speech.say('en', text('one'))).toEqual([{ text: 'One' }])
    const shared = speech.say('en', text('one'))[0] as Span
    expect(() => Object.assign(shared, { text: 'Two' })).toThrow(TypeError)
  })

  test('never lets typed text become markup or lose a letter, whatever it is', () => {
    const speech = english('hello = <b>Hi</b> { $name } <i>{ $name }</i>')
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('</i>', '<b>', '{ $name }', '\uE000', '\u2028'),
    )
    fc.assert(
      fc.property(typed, (name) => {
        const spans = speech.say('en', text('hello', { name }))
        expect(spans.filter((span) => span.bold)).toEqual([{ text: 'Hi', bold: true }])
        const plain = speech.plain('en', text('hello', { name })).replace(/[\u2068\u2069]/g, '')
        const kept = name.replace('\uE000', '').replace(/[\u2028\u2029]/g, ' ')
        expect(plain).toBe(`Hi ${kept} ${kept}`)
      }),
    )
  })
})

describe('what is missing', () => {
  test('is a mistake in tests', () => {
    const speech = speak({ 'en/a.ftl': 'x = { $a }\n  .b = { $money }', 'ru/b.ftl': 'y = y' })
    expect(() => speech.say('en', text('nope'))).toThrow('locales/en: nope: no such words')
    expect(() => speech.say('ru', text('x', { a: 'b' }))).toThrow('locales/ru: x: no such words')
    expect(() => speech.say('en', text('x'))).toThrow('locales/en: x: Unknown variable: $a')
    expect(() => speech.plain('en', text('x.b', { money: { amount: 1n, asset: 'DOGE' } }))).toThrow(
      'no such asset: DOGE',
    )
  })

  test('shows in production and is told to the log once', () => {
    const told: unknown[] = []
    const log: Log = { ...silentLog, error: (_, fields) => told.push(fields) }
    const files = { 'en/a.ftl': 'x = Hi { $a }', 'ru/b.ftl': 'y = y' }
    const speech = speak(files, { strict: false, log })
    for (let again = 0; again < 3; again++) {
      expect(speech.plain('en', text('nope'))).toBe('nope')
      expect(speech.say('en', text('nope'))).toEqual([{ text: 'nope' }])
      expect(speech.plain('ru', text('x', { a: 'b' }))).toBe('Hi b')
      expect(speech.plain('en', text('x'))).toBe('Hi {$a}')
      expect(speech.plain('en', text('x', { a: { amount: 1n, asset: 'DOGE' } }))).toBe('Hi {$a}')
      expect(speech.plain('en', text('x', { a: { instant: Number.NaN, as: 'moment' } }))).toBe('Hi {$a}')
      expect(speech.plain('xx', text('x', { a: 'b' }))).toBe('Hi b')
    }
    expect(told).toEqual([
      { locale: 'en', key: 'nope', what: 'no such words' },
      { locale: 'ru', key: 'x', what: 'no such words' },
      { locale: 'en', key: 'x', what: 'Unknown variable: $a' },
      { locale: 'en', key: 'x', what: '$a: no such asset: DOGE' },
      { locale: 'en', key: 'x', what: '$a: Invalid time value' },
    ])
  })
})

describe('speed', () => {
  const RECEIPT =
    'got = 🎉 You got <b>{ $sum }</b> from { $sender }.\n    { $left ->\n        [one] One share is left.\n       *[other] { $left } shares are left.\n    } It ends { $end }.'

  test('a receipt takes less than making the formats that it uses: they are kept', () => {
    const speech = speak({ 'en/a.ftl': RECEIPT, 'ru/a.ftl': RECEIPT })
    const receipt = (index: number) =>
      text('got', {
        sum: { amount: BigInt(index) * 10_007n, asset: 'USDT' },
        sender: `Mei Lin 林梅 ${index}`,
        left: index % 100,
        end: { instant: NOW + index, as: 'relative' },
      })
    const locale = (index: number) => (index % 2 ? 'en' : 'ru')
    const fastest = (once: (index: number) => unknown): number => {
      const runs = Array.from({ length: 8 }, () => {
        const started = performance.now()
        for (let index = 0; index < 500; index++) once(index)
        return performance.now() - started
      })
      return Math.min(...runs)
    }
    const said = fastest((index) => speech.say(locale(index), receipt(index)))
    const made = fastest((index) => [
      new Intl.NumberFormat(locale(index)),
      new Intl.PluralRules(locale(index)),
      new Intl.RelativeTimeFormat(locale(index)),
    ])
    // A ninth on a quiet machine.
    expect(said).toBeLessThan(made)
  })
})
