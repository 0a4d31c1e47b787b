/**
 * The words in every language: they can be said, they fit where they are shown, and they are translated. That
 * all languages have the same keys, parameters and markup is a rule of the house (`house/words.ts`).
 */
import { describe, expect, test } from 'vitest'
import { loadSpeech } from '../src/i18n/fluent.js'
import { text } from '../src/kit/text.js'
import { FOLDER, isPlural, LOCALES, MOTHER, type Words, wordsOf } from './locales/reading.js'
import { NOW, sample } from './locales/samples.js'

const speech = loadSpeech(FOLDER, { scaleOf: () => 6, now: () => NOW, strict: true })
const books = new Map(LOCALES.map((locale) => [locale, wordsOf(locale)]))
const TRANSLATED = LOCALES.filter((locale) => locale !== MOTHER)

function wordsIn(locale: string): Words[] {
  return [...(books.get(locale)?.values() ?? [])]
}

/** Says it with the usual parameters. */
function said(locale: string, words: Words): string {
  return speech.plain(locale, sample(words))
}

test('there are the languages that people can choose', () => {
  expect(LOCALES).toEqual(['en', 'es', 'ru', 'zh-CN'])
})

/** Counts whose plural forms differ in one of the languages, up to the largest that is ever shown. */
const COUNTS = [0, 1, 2, 5, 11, 21, 22, 25, 1000, 1_000_000]

describe.each(LOCALES)('%s', (locale) => {
  test('every text can be said, whatever the count', () => {
    for (const words of wordsIn(locale)) {
      const sayings = COUNTS.map((count) => speech.plain(locale, sample(words, count)))
      for (const saying of sayings) {
        expect(saying.trim(), words.key).not.toBe('')
        expect(saying, words.key).not.toMatch(/[{}]|\$[a-z]|<\/?(?:b|i|code)>|undefined|\[object/)
      }
    }
  })

  test('what is counted has each plural form of the language', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    const lacking = wordsIn(locale).flatMap(({ key, selects }) =>
      selects
        .filter(isPlural)
        .flatMap(({ keys }) =>
          forms.filter((form) => !keys.includes(form)).map((form) => `${key} [${form}]`),
        ),
    )
    expect(lacking).toEqual([])
  })

  test('nothing is chosen from one variant only', () => {
    const lone = wordsIn(locale).flatMap(({ key, selects }) =>
      selects.filter(({ keys }) => keys.length === 1).map(({ variable }) => `${key}: $${variable}`),
    )
    expect(lone).toEqual([])
  })

  test('no space at an end, no space and no stop twice', () => {
    const untidy = wordsIn(locale).filter((words) =>
      /^\s|\s$| {2}|(?<!\.)\.\.(?!\.)|[。！？]{2}/.test(said(locale, words)),
    )
    expect(untidy.map(({ key }) => key)).toEqual([])
  })
})

/** Buttons without an amount or a name. */
const BUTTONS =
  /^(open-|request-|panel-do-|form-(cancel|type|more|in-private)$|packet-card-(claim|enter|why|verify)$)/

/** Each in UTF-16 units with its source. */
const LIMITS: { what: string; keys: RegExp; most: number }[] = [
  // Discord, application commands: descriptions of commands and options.
  { what: 'a description', keys: /^(command|argument)-[^.]+$/, most: 100 },
  // Discord, modals: label of a text input, its placeholder, the title.
  { what: 'a question', keys: /^(argument|question)-.*\.ask$/, most: 45 },
  { what: 'a hint', keys: /^(argument|question)-.*\.hint$/, most: 100 },
  { what: 'a title', keys: /^command-.*\.title$/, most: 45 },
  // Discord, buttons and choices; Telegram cuts long before that, so buttons have a limit of ours.
  { what: 'a choice', keys: /^choice-/, most: 80 },
  {
    what: 'a button',
    keys: BUTTONS,
    most: 24,
  },
  {
    what: 'a button with an amount',
    keys: /^(redpacket-confirm|treasury-confirm|cancel-confirm)$/,
    most: 48,
  },
  // Bot API, answerCallbackQuery: a toast; the rest of it is words of ours and a mark of the cut.
  { what: 'the end of a cut toast', keys: /^telegram-toast-private$/, most: 80 },
]

const EVERYWHERE = LOCALES.flatMap((locale) => LIMITS.map((limit) => ({ locale, ...limit })))

test.each(EVERYWHERE)('$what fits in $locale', ({ locale, keys, most }) => {
  const shown = wordsIn(locale).filter(({ key }) => keys.test(key))
  expect(shown.length).toBeGreaterThan(0)
  const long = shown.filter((words) => said(locale, words).length > most)
  expect(long.map((words) => `${words.key} ${said(locale, words).length}`)).toEqual([])
})

/** Characters of a toast. Bot API, answerCallbackQuery. */
const TOAST_LIMIT = 200

/** Answers to a press that have nothing to press themselves. A refusal is shown with what to do about it. */
function toastsIn(locale: string): { key: string; toast: string }[] {
  const book = books.get(locale)
  return wordsIn(locale)
    .filter(({ key }) => /^(refusal-[^.]+|claim-(paid|entered)|mistake|outage)$/.test(key))
    .map((words) => {
      const next = book?.get(`${words.key}.next`)
      const lines = next ? [words, next] : [words]
      return { key: words.key, toast: lines.map((line) => said(locale, line)).join('\n') }
    })
}

test.each(LOCALES)('answers to a press fit a toast in %s', (locale) => {
  const toasts = toastsIn(locale)
  expect(toasts.length).toBeGreaterThan(60)
  const long = toasts.filter(({ toast }) => toast.length > TOAST_LIMIT)
  expect(long.map(({ key, toast }) => `${key} ${toast.length}`)).toEqual([])
})

/** Names of options. Source: Discord, application commands, naming. */
const OPTION_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const LABEL = /^argument-(.+)-([a-z]+)\.label$/

/** Labels of arguments by command. */
function labelsIn(locale: string): Map<string, { name: string; label: string }[]> {
  const labels = new Map<string, { name: string; label: string }[]>()
  for (const words of wordsIn(locale)) {
    const [, command, name] = LABEL.exec(words.key) ?? []
    if (command === undefined || name === undefined) continue
    labels.set(command, [...(labels.get(command) ?? []), { name, label: said(locale, words) }])
  }
  return labels
}

describe.each(LOCALES)('names of options in %s', (locale) => {
  const labels = labelsIn(locale)

  test('are what Discord takes', () => {
    const all = [...labels.values()].flat()
    expect(all.length).toBeGreaterThan(20)
    const refused = all.filter(({ label }) => !OPTION_NAME.test(label) || label !== label.toLowerCase())
    expect(refused).toEqual([])
  })

  test('are told apart within a command', () => {
    for (const [command, of] of labels) {
      const distinct = new Set(of.map(({ label }) => label))
      expect([command, distinct.size]).toEqual([command, of.length])
      // The plain name of another option would be taken for it.
      const taken = of.filter(({ name, label }) => of.some((one) => one.name === label && one.name !== name))
      expect([command, taken]).toEqual([command, []])
    }
  })
})

/** Names, units and codes that are the same in every language. */
const LATIN = new Set(
  `Telegram Discord Premium premium Community Partner Moon Traders Mei Ana Kofi Pavel Lena Yuki
   USDT UTC ID OK MB APP HTTP telegram discord docs fairness md verify mjs ms start help Webhook
   name example com youtube moon me moontalk partner exchange UID OWNERS JSON none`.split(/\s+/),
)
/** Commands and spans of time as they are typed. */
const TYPED =
  /\/[a-z_]+|\b\d+[smhd]\b|npm run cli -- [a-z]+(?: --[a-z]+)?|\b(?:packet|application|chat):[0-9a-z…]+/g
/** A language is called by its own name everywhere. */
const OWN_NAME = /^choice-(en|es|ru|zh-CN)$/
/** The same word in both languages. */
const SAME: Record<string, readonly string[]> = {
  es: [
    'choice-no',
    'choice-normal',
    'choice-partner',
    'sandbox-role-partner',
    'sandbox-owner-partner',
    'sandbox-rooms',
    'sandbox-telegram-bot',
    'sandbox-discord-app',
    'sandbox-option-false',
    'sandbox-way-webhook',
    'sandbox-way-gateway',
    // A partner is a partner, and spam is spam.
    'argument-report-case-partner.label',
    'command-partner.title',
    'partner-title',
    'tier-partner',
    'offence-spam',
  ],
  'zh-CN': ['sandbox-way-webhook'],
}
/** Spanish has Latin letters too; these words it has not. */
const ENGLISH = /\b(?:the|of|and|you|your|with|this|that|packet|share|press|type)\b/i

function isWordy(literal: string): boolean {
  return /\p{L}/u.test(literal.replace(/\b(?:s|ms)\b/g, ''))
}

describe.each(TRANSLATED)('English left over in %s', (locale) => {
  const wordy = wordsIn(locale).filter(({ key, literal }) => !OWN_NAME.test(key) && isWordy(literal))

  test('nothing is word for word the same', () => {
    const same = wordy.filter(({ key, literal }) => books.get(MOTHER)?.get(key)?.literal === literal)
    const found = same.map(({ key }) => key).filter((key) => !SAME[locale]?.includes(key))
    expect(found).toEqual([])
  })

  test('no English word stands in a sentence', () => {
    const found = wordy.flatMap(({ key, literal }) => {
      const own = literal.replace(TYPED, ' ')
      const latin =
        locale === 'es' ? [] : (own.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !LATIN.has(word))
      return [...latin, ...(own.match(ENGLISH) ?? [])].map((word) => `${key}: ${word}`)
    })
    expect(found).toEqual([])
  })
})

/** Signs that come in with another language's keyboard. */
const FOREIGN_SIGNS: Record<string, RegExp> = {
  'zh-CN': /(?<=\p{sc=Han})[,:;!?](?!\/)|[„«»]|您/u,
  ru: /[“”‘’"]/,
  es: /[“”‘’"]/,
  en: /["«»]/,
}

test.each(LOCALES)('quotation marks and stops are those of %s', (locale) => {
  const signs = FOREIGN_SIGNS[locale] ?? /$^/
  const found = wordsIn(locale).filter(({ literal }) => signs.test(literal))
  expect(found.map(({ key }) => key)).toEqual([])
})

test('Spanish opens what it closes', () => {
  const count = (literal: string, sign: string) => literal.split(sign).length
  const lone = wordsIn('es').filter(
    ({ literal }) =>
      count(literal, '¿') !== count(literal, '?') || count(literal, '¡') !== count(literal, '!'),
  )
  // Its question mark stands for what nobody knows, like ✓ and ✗.
  expect(lone.map(({ key }) => key)).toEqual(['condition-unknown'])
})

test('a form says what is typed and what it stands for', () => {
  for (const locale of LOCALES) {
    const adjusted = speech.plain(locale, text('form-adjust-to', { name: 'a', value: 'b' }))
    expect(adjusted).toMatch(/^a[:：] ?b$/)
  }
})
