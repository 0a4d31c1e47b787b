/** What people see is what they may type: the label of a choice, in any language, means that choice alone. */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { allCommands } from '../../src/core/catalogue.js'
import { loadSpeech } from '../../src/i18n/fluent.js'
import { isTyped } from '../../src/interaction/catalogue.js'
import { withLabels } from '../../src/interaction/listings.js'
import { choiceText } from '../../src/interaction/question.js'
import { LABEL_WORDS_MOST, sortWords } from '../../src/interaction/typed.js'
import { text } from '../../src/kit/text.js'
import { bitmart } from '../../src/programme/bitmart.js'
import { programmeSchema } from '../../src/programme/programme.js'
import { openHouse } from '../kit/house.js'
import { describeStorage } from '../kit/storage.js'

const LOCALES = fileURLToPath(new URL('../../locales', import.meta.url))
const speech = loadSpeech(LOCALES, { scaleOf: () => 6, now: () => 0, strict: true })
const deps = {
  programme: programmeSchema.parse(bitmart),
  choose: () => 'en',
  recordUrl: () => undefined,
  digestKey: new Uint8Array(),
}
const commands = withLabels(allCommands(deps), speech)

const choosing = commands
  .filter(isTyped)
  .flatMap((one) =>
    one.facts.flatMap((facts) => (facts.labels ? [[`${one.name} ${facts.name}`, one, facts] as const] : [])),
  )

it('there are commands with choices', () => {
  expect(choosing.map(([name]) => name)).toEqual(
    expect.arrayContaining(['treasury action', 'redpacket split']),
  )
})

it.each(choosing)(
  '%s: no label stands for two choices, or is another one’s value',
  (_, { facts: all }, facts) => {
    const { choices = [], labels = {}, kind } = facts
    for (const value of choices) {
      expect(labels[value]?.length).toBeGreaterThan(0)
      for (const label of labels[value] ?? []) {
        expect(label).not.toBe('')
        expect(label.split(' ').length).toBeLessThanOrEqual(LABEL_WORDS_MOST)
        const others = choices.filter((one) => one !== value)
        for (const other of others) {
          expect(other.toLowerCase(), `${value} in words`).not.toBe(label)
          expect(labels[other], `${value} and ${other}`).not.toContain(label)
        }
        // A word without a name finds its choice among all of a command.
        for (const beside of kind === 'choice' ? all : []) {
          if (beside.name === facts.name || beside.kind !== 'choice') continue
          const taken = (beside.choices ?? []).flatMap((one) => [
            one.toLowerCase(),
            ...(beside.labels?.[one] ?? []),
          ])
          expect(taken, `${facts.name} and ${beside.name}`).not.toContain(label)
        }
      }
    }
  },
)

it.each(choosing)(
  '%s: is typed in every language as a button says it, or without its picture',
  (_, one, facts) => {
    for (const locale of speech.locales) {
      for (const value of facts.choices ?? []) {
        const label = speech.plain(locale, choiceText(one, facts, value))
        for (const typed of [label, label.toUpperCase(), label.replace(/^[^\p{L}]+/u, '')]) {
          expect(sortWords(one.facts, `${facts.name}="${typed}"`), typed).toEqual({ [facts.name]: value })
          if (facts.kind !== 'choice') continue
          expect(sortWords(one.facts, typed), typed).toEqual({ [facts.name]: value })
        }
      }
    }
  },
)

const { facts: dropping } = commands.find(({ name }) => name === 'redpacket') ?? { facts: [] }

/** What a line says beside an amount of 50 and 20 shares. */
function said(words: string): Record<string, string> {
  const { amount, shares, ...others } = sortWords(dropping, `50 20 ${words}`)
  expect([amount, shares]).toEqual(['50', '20'])
  return others
}

it('several words are one label where nothing but choices is left', () => {
  expect(said('поровну')).toEqual({ split: 'equal' })
  expect(said('Equal')).toEqual({ split: 'equal' })
  expect(said('a partes iguales members=sí mi billetera')).toEqual({
    split: 'equal',
    members: 'yes',
    from: 'wallet',
  })
  expect(said('строго поровну "из сердца" всем')).toEqual({ split: 'fixed', greeting: 'из сердца всем' })
  expect(sortWords(dropping, 'строго поровну 50 20 из сердца')).toEqual({
    amount: '50',
    shares: '20',
    split: 'fixed',
    greeting: 'из сердца',
  })
})

it.each([
  'На удачу всем',
  'Normal day to all',
  'Спокойный вечер',
  'Lucky Wild you',
  'Строго поровну из сердца',
  'Большой привет поровну',
])('a greeting keeps its first words, though they be a label: %s', (greeting) => {
  expect(said(greeting)).toEqual({ greeting })
  expect(said(`${greeting} members=yes`)).toEqual({ greeting, members: 'yes' })
  expect(said(`members=yes ${greeting}`)).toEqual({ greeting, members: 'yes' })
})

it.each(['На удачу', 'equal', 'split=equal', 'split:equal', 'USDT', 'a partes iguales'])(
  'what stands in quotes is words and never a choice: "%s"',
  (greeting) => {
    expect(said(`"${greeting}"`)).toEqual({ greeting })
    expect(said(`wild “${greeting}”`)).toEqual({ spread: 'wild', greeting })
    expect(said(`greeting="${greeting}" wild`)).toEqual({ greeting: `${greeting} wild` })
  },
)

it('a value as the documents spell it is a choice before a greeting, and an asset in any letters', () => {
  expect(said('equal')).toEqual({ split: 'equal' })
  expect(said('lucky wild')).toEqual({ split: 'lucky', spread: 'wild' })
  expect(said('equal usdt С праздником')).toEqual({
    split: 'equal',
    asset: 'USDT',
    greeting: 'С праздником',
  })
})

it('an amount beside a label is seen by its looks', () => {
  const { facts } = commands.find(({ name }) => name === 'treasury') ?? { facts: [] }
  const asked = { action: 'deposit', to: 'group', amount: '500' }
  const label = speech.plain('ru', text('choice-group'))
  expect(sortWords(facts, `deposit ${label} 500`)).toEqual(asked)
  expect(sortWords(facts, `deposit 500 ${label}`)).toEqual(asked)
})

describeStorage('a label that is typed', (engine) => {
  it('stands on the card as the greeting where it is in quotes', async () => {
    const house = await openHouse(engine)
    const mia = await house.rich('Mia', '50')
    const preview = await mia.types('/redpacket 50 20 "На удачу"')
    expect(preview.keys[0]).toBe('redpacket-preview')
    expect((await mia.presses(preview.press({ act: 'confirm' }))).keys).toEqual(['redpacket-dropped'])
    const packets = await house.look((work) => work.db.select().from(work.t.packets))
    expect(packets).toMatchObject([{ split: 'lucky', greeting: 'На удачу' }])
  })

  it('does what its button does, at once and as an answer', async () => {
    const house = await openHouse(engine)
    const admin = await house.person('Admin')
    await admin.becomes('admin')
    for (const words of ['waiting', 'pendientes', 'ожидают', '待审批', '📋 waiting'])
      expect((await admin.inPrivate.types(`/treasury ${words}`)).keys, words).toEqual(['treasury-none'])
    const asked = await admin.inPrivate.types('/treasury')
    expect(asked.offers({ act: 'set', value: 'list' })).toBe(true)
    expect(asked.awaits).toBeUndefined()
    const wrong = await admin.inPrivate.types('nothing of these')
    expect(wrong.refusal).toBe('choice-unknown')
    expect((await admin.inPrivate.types('Waiting')).keys).toEqual(['treasury-none'])
  })

  it('asks the platform whether a group’s budget is somebody’s to give', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    expect((await mia.types('/redpacket 5 5 el grupo')).refusal).toBe('only-moderators')
    mia.stands({ isAdmin: true })
    await house.pays({ kind: 'chat', id: await house.chatId(house.group) }, '50')
    house.world.passes(60_000)
    expect((await mia.types('/redpacket 5 5 el grupo')).keys).toEqual(['redpacket-dropped'])
  })
})
