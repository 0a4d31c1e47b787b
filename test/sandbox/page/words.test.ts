import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@fluent/syntax'
import { describe, expect, it } from 'vitest'
import { FACT_KINDS } from '../../../src/core/facts/facts.js'
import type { Action } from '../../../src/sandbox/contract.js'
import { discordMoment, recentMoment, relative, telegramMoment } from '../../../src/sandbox/page/kit/when.js'
import {
  isLanguage,
  LANGUAGES,
  preferredLanguage,
  whyNot,
  wordsOf,
} from '../../../src/sandbox/page/kit/words.js'
import { REASONS } from '../../../src/sandbox/reasons.js'

const languages = Object.keys(LANGUAGES).filter(isLanguage)
const source = (language: string) => readFileSync(`locales/${language}/sandbox.ftl`, 'utf8')

/** Everything there is to do: a new one is an error here until it is named. */
const DOING: Record<Action['do'], true> = {
  ...{ say: true, command: true, press: true, submit: true },
  ...{ open: true, bring: true, join: true, leave: true },
  ...{ 'let-in': true, 'show-out': true, 'promote-bot': true, 'demote-bot': true },
  ...{ 'become-admin': true, 'cease-admin': true },
  ...{ mute: true, unmute: true, upgrade: true, 'close-topic': true, 'open-topic': true },
  ...{ block: true, unblock: true, 'delete-account': true, 'restore-account': true },
}
const DOINGS = Object.keys(DOING)

/** Variables used by each message, by key. */
function variables(language: string): Record<string, string[]> {
  const entries = parse(source(language), {}).body.filter((entry) => entry.type === 'Message')
  return Object.fromEntries(
    entries.map((entry) => {
      const found = JSON.stringify(entry.value).matchAll(
        /"type":"VariableReference","id":{[^}]*?"name":"(\w+)"/g,
      )
      return [entry.id.name, [...new Set([...found].map(([, name = '']) => name))].sort()]
    }),
  )
}

/** Texts of the page's source files, in one. */
function pageSource(): string {
  const files = readdirSync('src/sandbox/page', { recursive: true, withFileTypes: true })
  const code = files.filter((file) => /\.tsx?$/.test(file.name))
  return code.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n')
}

describe('the words of the page', () => {
  it.each(languages)('parse in %s, and are those of English with the same variables', (language) => {
    expect(parse(source(language), {}).body.filter((entry) => entry.type === 'Junk')).toEqual([])
    const known = variables('en')
    expect(Object.keys(known).length).toBeGreaterThan(100)
    const here = variables(language)
    expect(Object.keys(here).sort()).toEqual(Object.keys(known).sort())
    expect(here).toEqual(known)
  })

  it('are all there, and all used', () => {
    const code = pageSource()
    const asked = [...code.matchAll(/(?:say\(|key: |\? |: )'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'/g)].map(
      ([, key]) => `sandbox-${key}`,
    )
    const stems = [...code.matchAll(/(?:say\(|key: )`([a-z-]+-)\$/g)].map(([, stem]) => `sandbox-${stem}`)
    const keys = Object.keys(variables('en'))
    const said = [...code.matchAll(/say\('([a-z0-9-]+)'/g)].map(([, key]) => `sandbox-${key}`)
    expect(said.filter((key) => !keys.includes(key))).toEqual([])
    const unused = keys.filter((key) => !asked.includes(key) && !stems.some((stem) => key.startsWith(stem)))
    expect(unused).toEqual([])
  })

  it('tell every reason, and need what it gives and nothing else', () => {
    const known = Object.entries(variables('en')).filter(([key]) => key.startsWith('sandbox-no-'))
    const given = Object.entries(REASONS).map(([code, names]) => [`sandbox-no-${code}`, [...names].sort()])
    expect(Object.fromEntries(known)).toEqual(Object.fromEntries(given))
    const { say } = wordsOf('es', source('es'))
    const why = whyNot(say, { code: 'at-most', name: 'shares', most: 1000 })
    expect(why).toBe('shares debe ser 1000 como máximo.')
  })

  it('tell of everything that somebody did, in a word', () => {
    const dids = Object.keys(variables('en')).filter((key) => key.startsWith('sandbox-did-'))
    const known = dids.map((key) => key.replace('sandbox-did-', '')).filter((did) => did !== 'burst')
    expect(known.sort()).toEqual([...DOINGS].sort())
  })

  it.each(languages)('tell of every kind of fact in %s, with the words of the record', (language) => {
    const { fact } = wordsOf(language, readFileSync(`locales/${language}/record.ftl`, 'utf8'))
    expect(FACT_KINDS.filter((kind) => fact(kind) === kind)).toEqual([])
    expect(fact('nothing-of-ours')).toBe('nothing-of-ours')
  })

  it('are counted as each language counts', () => {
    const members = (language: (typeof languages)[number], count: number) =>
      wordsOf(language, source(language)).say('members', { count })
    expect([members('en', 1), members('en', 1208)]).toEqual(['1 member', '1,208 members'])
    expect([1, 3, 25].map((count) => members('ru', count))).toEqual([
      '1 участник',
      '3 участника',
      '25 участников',
    ])
    expect(members('es', 1)).toBe('1 miembro')
    expect(members('zh-CN', 5)).toBe('5 位成员')
  })

  it('show a key that has none', () => {
    expect(wordsOf('en', '').say('nothing')).toBe('nothing')
  })

  it('are in the first language of the browser that is there', () => {
    expect(preferredLanguage(['fr', 'es-MX', 'en'])).toBe('es')
    expect(preferredLanguage(['zh-TW'])).toBe('zh-CN')
    expect(preferredLanguage(['fr'])).toBe('en')
    expect(isLanguage('toString')).toBe(false)
  })
})

describe('points in time', () => {
  const now = Date.UTC(2026, 10, 21, 12)
  const MINUTE = 60_000

  it.each([
    [0, 'now'],
    [30_000, 'in 30 seconds'],
    [-5 * MINUTE, '5 minutes ago'],
    [59 * MINUTE, 'in 1 hour'],
    [86_399_000, 'in 1 day'],
    [12 * 60 * MINUTE, 'in 12 hours'],
    [-40 * 24 * 60 * MINUTE, '1 month ago'],
  ])('%d ms from now are %s', (distance, words) => {
    expect(relative(now + distance, now, 'en')).toBe(words)
  })

  it('are written as the platforms write them', () => {
    expect(telegramMoment(now, '', 'en')).toBeUndefined()
    expect(telegramMoment(now, 'wD', 'en')).toBe('Saturday, November 21, 2026')
    expect(discordMoment(now, 'd', 'ru')).toBe('21.11.26')
    expect(discordMoment(now, 'x', 'en')).toBe(discordMoment(now, 'f', 'en'))
  })

  it('have a date unless they are today', () => {
    expect(recentMoment(now, now, 'en')).not.toContain('26')
    expect(recentMoment(now - 3 * 24 * 60 * MINUTE, now, 'en')).toContain('11/18/26')
  })
})
