/** What the platforms are told of our commands, in every language, within the limits of the narrower one. */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { allCommands } from '../../src/core/catalogue.js'
import { loadSpeech } from '../../src/i18n/fluent.js'
import { listingsOf } from '../../src/interaction/listings.js'
import { loadProgramme } from '../../src/programme/programme.js'

const LOCALES = fileURLToPath(new URL('../../locales', import.meta.url))

/** Source: Discord, application command objects: names, descriptions, options and choices of an option. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const DESCRIPTION_MOST = 100
const OPTIONS_MOST = 25
const CHOICES_MOST = 25
/** Source: Telegram, BotCommand. */
const COMMAND = /^[a-z0-9_]{1,32}$/

const programme = loadProgramme(undefined)
const speech = loadSpeech(LOCALES, { scaleOf: () => 6, now: () => 0, strict: true })
const deps = {
  programme,
  choose: speech.choose.bind(speech),
  recordUrl: () => undefined,
  digestKey: new Uint8Array(),
}
const listings = listingsOf(allCommands(deps), speech)

it('are the commands people type, each for those who may use them', () => {
  expect(listings.map(({ name, scope }) => [name, scope])).toEqual([
    ['start', 'everywhere'],
    ['help', 'everywhere'],
    ['language', 'everywhere'],
    ['wallet', 'everywhere'],
    ['claims', 'everywhere'],
    ['link_account', 'everywhere'],
    ['uid', 'private'],
    ['privacy', 'private'],
    ['redpacket', 'everywhere'],
    ['packets', 'everywhere'],
    ['verify', 'everywhere'],
    ['apply', 'everywhere'],
    ['status', 'everywhere'],
    ['review', 'private'],
    ['desk', 'private'],
    ['measure', 'everywhere'],
    ['prove', 'private'],
    ['region', 'private'],
    ['funnel', 'private'],
    ['membership', 'everywhere'],
    ['partner', 'private'],
    ['report', 'everywhere'],
    ['case', 'private'],
    ['guidelines', 'everywhere'],
    ['precheck', 'everywhere'],
    ['faq', 'everywhere'],
    ['guide', 'everywhere'],
    ['contact', 'everywhere'],
    ['disclaimer', 'everywhere'],
    ['treasury', 'private'],
    ['freeze', 'admins'],
    ['role', 'private'],
    ['audit', 'private'],
    ['program', 'private'],
    ['person', 'private'],
  ])
})

it.each(listings.map((one) => [one.name, one] as const))('/%s fits in every language', (_, listing) => {
  expect(listing.name).toMatch(COMMAND)
  expect(listing.arguments.length).toBeLessThanOrEqual(OPTIONS_MOST)
  for (const locale of speech.locales) {
    const description = listing.description[locale] ?? ''
    expect([...description].length).toBeGreaterThan(0)
    expect([...description].length).toBeLessThanOrEqual(DESCRIPTION_MOST)
    const labels = listing.arguments.map(({ label }) => label[locale] ?? '')
    expect(new Set(labels).size, `${locale}: ${labels}`).toBe(labels.length)
    for (const label of labels) {
      expect(label).toMatch(NAME)
      expect(label).toBe(label.toLowerCase())
    }
  }
})

it.each(
  listings.flatMap(({ name, arguments: args }) => args.map((one) => [`${name} ${one.name}`, one] as const)),
)('%s fits in every language', (_, argument) => {
  expect(argument.name).toMatch(NAME)
  expect(argument.required).toBe(false)
  for (const locale of speech.locales) {
    const description = argument.description[locale] ?? ''
    expect([...description].length).toBeGreaterThan(0)
    expect([...description].length, description).toBeLessThanOrEqual(DESCRIPTION_MOST)
  }
  expect(argument.choices?.length ?? 0).toBeLessThanOrEqual(CHOICES_MOST)
  for (const { value, label } of argument.choices ?? []) {
    expect(value.length).toBeLessThanOrEqual(100)
    for (const locale of speech.locales) {
      expect([...(label[locale] ?? '')].length).toBeGreaterThan(0)
      expect([...(label[locale] ?? '')].length).toBeLessThanOrEqual(100)
    }
  }
})
