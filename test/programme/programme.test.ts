/** The programme file: what it may say, and that nothing of the first programme is anywhere else. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { StartError } from '../../src/kit/start-error.js'
import { bitmart } from '../../src/programme/bitmart.js'
import {
  assertWords,
  loadProgramme,
  programmeJsonSchema,
  programmeSchema,
} from '../../src/programme/programme.js'
import { words } from '../e2e/rig.js'
import { openHouse } from '../kit/house.js'
import { transitionsOf } from '../kit/moves.js'
import { describeStorage, temporaryFolder } from '../kit/storage.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The lines of what is thrown. */
function linesOf(act: () => unknown): string[] {
  try {
    act()
  } catch (error) {
    return error instanceof StartError ? error.message.split('\n') : expect.unreachable(String(error))
  }
  return expect.unreachable('nothing was refused')
}

const said = (en: string) => ({ en })

/** An invented programme that shares nothing with the first. */
const harbour = {
  name: 'Harbour Ambassadors',
  mainAsset: 'POINTS',
  assets: [{ code: 'POINTS', scale: 0 }],
  applications: {
    questions: [
      {
        ...{ id: 'port', kind: 'region', ask: said('Which port are you from?'), label: said('port') },
        choices: [
          { value: 'north', words: { en: 'North quay', es: 'Muelle norte' } },
          { value: 'south', words: said('South quay') },
        ],
      },
      { id: 'where', kind: 'channels', ask: said('Who listens?'), label: said('listeners'), most: 2 },
      {
        ...{ id: 'song', kind: 'text', ask: said('Your favourite shanty?'), label: said('shanty') },
        ...{ required: false, most: 40 },
      },
    ],
    eligibility: { followers: 50, community: 20 },
    screening: { belowReason: 'small', blockedRegions: ['south'], blockedReason: 'ice' },
    answerHours: 5,
    reasons: [
      { id: 'small', words: said('Too few listen.'), next: said('Sing louder.'), reapply: 'at-once' },
      { id: 'ice', words: said('The south is frozen.'), next: said('Wait for spring.'), reapply: 'never' },
    ],
  },
  brand: { exchange: 'Harbour', title: said('Ambassador'), tagline: said('Sing, and share.') },
  contacts: { email: 'crew@harbour.example', hours: said('At high tide') },
  regions: [
    { id: 'north', words: said('North quay'), countries: ['NO'], languages: ['no'] },
    { id: 'south', words: said('South quay'), countries: ['ES'] },
  ],
  rates: { spotMost: '30', futuresMost: '32.5' },
  tiers: {
    list: [{ id: 'deckhand', rank: 1, words: said('Deckhand'), spotMost: '10', futuresMost: '32.5' }],
    grants: { reviewer: 'deckhand' },
  },
  fourEyes: { payoutAbove: { POINTS: '100' }, tierFrom: 'deckhand' },
  texts: {
    guidelines: [
      {
        ...{ id: '3', from: '2020-01-01', words: said('Be kind on the pier.') },
        url: 'https://harbour.example/rules',
      },
    ],
    disclosure: [{ id: '1', from: '2020-01-01', words: said('I am an ambassador of the harbour.') }],
    risk: [{ id: '1', from: '2020-01-01', words: said('The sea is wet.') }],
  },
  faq: [{ topic: 'tides', label: said('Tides'), entries: [{ ask: said('When?'), answer: said('Twice.') }] }],
  guides: [{ topic: 'songs', label: said('Songs'), words: said('Begin low.') }],
  precheck: {
    disclosure: { phrases: { en: ['ambassador of the harbour'] }, instead: said('Say who you are.') },
    claims: [
      {
        ...{ id: 'unsinkable', phrases: { en: ['unsinkable'] }, unless: { en: ['not unsinkable'] } },
        ...{ why: said('Every ship can sink.'), instead: said('Say where the jackets are.') },
      },
    ],
  },
  links: [{ id: 'join', label: said('Join'), template: 'https://harbour.example/{code}' }],
  perks: [{ id: 'tea', label: said('Tea'), words: said('A cup on arrival.') }],
  tasks: { rewardMost: { POINTS: '20' } },
  leaderboard: { weights: { registrations: 5, activeTraders: 0, tasks: 3, events: 2, content: 1 } },
}
const programme = programmeSchema.parse(harbour)

describeStorage('another programme', (engine) => {
  it('asks its own questions in its own words, and promises and decides by its own rules', async () => {
    const house = await openHouse(engine, { programme })
    const jon = await house.person('Jon', { language: 'es' })
    const first = await jon.inPrivate.types('/apply')
    expect(first.words).toContain('Which port are you from?')
    expect(first.params('form-progress').total).toBe(5)
    expect(first.labels).toContain('North quay')
    const second = await jon.inPrivate.presses(first.press({ act: 'set', field: 'port', value: 'north' }))
    expect(second.words).toContain('Who listens?')
    const third = await jon.inPrivate.types('the pier, 60')
    expect((await jon.inPrivate.types('la '.repeat(40))).refusal).toBe('words-too-long')
    expect(third.words).toContain('Your favourite shanty?')
    const fourth = await jon.inPrivate.types('Drunken Sailor')
    expect(fourth.words).toContain('Be kind on the pier.')
    expect(fourth.words).toContain('https://harbour.example/rules')
    const fifth = await jon.inPrivate.presses(fourth.press({ act: 'set', field: 'guidelines' }))
    const page = await jon.inPrivate.presses(fifth.press({ act: 'set', field: 'disclosure' }))
    expect(page.words).toContain('Shanty: Drunken Sailor')
    const before = house.world.now()
    await jon.inPrivate.presses(page.press({ act: 'confirm' }))
    const [row] = await house.look((work) => work.db.select().from(work.t.applications))
    expect(row).toMatchObject({ state: 'queued', region: 'north', guidelines: '3', disclosure: '1' })
    expect(row?.promisedAt).toBe(before + 5 * 3_600_000)
  })

  it('turns away by the rules alone where it says so', async () => {
    const house = await openHouse(engine, { programme })
    const apply = async (name: string, port: string, where: string) => {
      const { inPrivate } = await house.person(name)
      const first = await inPrivate.types('/apply')
      await inPrivate.presses(first.press({ act: 'set', field: 'port', value: port }))
      const third = await inPrivate.types(where)
      const fourth = await inPrivate.presses(third.press({ act: 'set', field: 'song', value: ' ' }))
      const fifth = await inPrivate.presses(fourth.press({ act: 'set', field: 'guidelines' }))
      const page = await inPrivate.presses(fifth.press({ act: 'set', field: 'disclosure' }))
      const sent = await inPrivate.presses(page.press({ act: 'confirm' }))
      return { words: sent.words, again: await inPrivate.types('/apply') }
    }
    const small = await apply('Jon', 'north', 'the pier, 40')
    expect(small.words).toContain('Too few listen.\nSing louder.')
    expect(small.again.keys[0]).toBe('form-review')
    const south = await apply('Kim', 'south', 'the pier, 4000')
    expect(south.words).toContain('The south is frozen.')
    expect(south.again.refusal).toBe('apply-never')
    expect(await transitionsOf(house, 'application-moved')).toBe('A1 A2 A3 A6 A1 A1 A2 A3 A6')
  })

  it('has its own texts, answers and rules, and nothing of the first programme', async () => {
    const house = await openHouse(engine, { programme })
    const { inPrivate } = await house.person('Jon')
    const said: string[] = []
    for (const typed of ['start', 'guidelines', 'disclaimer', 'faq tides', 'guide songs', 'contact']) {
      said.push((await inPrivate.types(`/${typed}`)).words)
    }
    said.push((await inPrivate.types('/precheck An unsinkable ship')).words)
    const all = said.join('\n')
    for (const words of [
      'Be kind',
      'The sea is wet',
      'Twice.',
      'Begin low.',
      'crew@',
      'Every ship can sink.',
    ]) {
      expect(all).toContain(words)
    }
    expect(all).not.toMatch(/bitmart/i)
  })

  it('without the section takes no applications', async () => {
    const { applications: _none, ...rest } = harbour
    const house = await openHouse(engine, { programme: programmeSchema.parse(rest) })
    const jon = await house.person('Jon')
    expect((await jon.inPrivate.types('/apply')).refusal).toBe('command-unknown')
    expect((await jon.inPrivate.types('/help')).words).not.toContain('/apply')
  })
})

describe('a programme file', () => {
  const broken = (change: object) =>
    programmeSchema.safeParse({ ...harbour, applications: { ...harbour.applications, ...change } })
  const [port, where] = harbour.applications.questions

  it.each([
    ['two questions of one name', { questions: [where, { ...port, id: 'where' }] }, /called "where"/],
    ['a name that the form uses', { questions: [{ ...where, id: 'source' }] }, /cannot be called "source"/],
    ['two of a kind', { questions: [where, { ...where, id: 'there' }] }, /two questions are of the kind/],
    ['no channels', { questions: [port] }, /"channels" is needed/],
    ['a reason that is not there', { screening: { belowReason: 'tiny' } }, /names the reason "tiny"/],
    ['a misspelt key', { leaseMinuts: 5 }, /leaseMinuts/],
  ])('with %s is refused, and says where', (_, change, message) => {
    const { error } = broken(change)
    expect(error?.issues[0]?.path[0]).toBe('applications')
    expect(error?.issues[0]?.message).toMatch(message)
  })

  const [deckhand] = harbour.tiers.list
  const [third] = harbour.texts.guidelines
  const [north, south] = harbour.regions
  it.each([
    [
      'a country in two regions',
      { regions: [north, { ...south, countries: ['NO'] }] },
      'regions',
      /"NO" is there twice/,
    ],
    ['a region that is not there', { regions: [north] }, 'applications', /names the region "south"/],
    [
      'a tier above the cap',
      { tiers: { ...harbour.tiers, list: [{ ...deckhand, spotMost: '30.5' }] } },
      'tiers',
      /30.5 % is more/,
    ],
    [
      'a tier that is not there',
      { tiers: { ...harbour.tiers, grants: { admin: 'boss' } } },
      'tiers',
      /names the tier "boss"/,
    ],
    ['a second person for no tier', { fourEyes: { tierFrom: 'boss' } }, 'fourEyes', /names the tier "boss"/],
    [
      'a version twice',
      { texts: { ...harbour.texts, guidelines: [third, third] } },
      'texts',
      /"3" is there twice/,
    ],
    [
      'versions of one day',
      { texts: { ...harbour.texts, guidelines: [third, { ...third, id: '4' }] } },
      'texts',
      /must be later/,
    ],
    [
      'a long text without a brief',
      { texts: { ...harbour.texts, guidelines: [{ ...third, words: said('x'.repeat(1501)) }] } },
      'texts',
      /is needed, because/,
    ],
    [
      'applicants and no guidelines',
      { texts: { disclosure: harbour.texts.disclosure } },
      'texts',
      /applicants accept it/,
    ],
  ])('with %s is refused', (_, change, section, message) => {
    const { error } = programmeSchema.safeParse({ ...harbour, ...change })
    expect(error?.issues.map(({ path }) => path[0])).toContain(section)
    expect(error?.issues.map((issue) => issue.message).join()).toMatch(message)
  })

  it('is told all its mistakes at once, each with its path, what was wrong and an example', () => {
    const file = join(temporaryFolder(), 'p.json')
    const [first] = harbour.applications.questions
    const wrong = {
      ...{ mainAsset: 'USDT', assets: [{ code: 'POINTS', scale: 9 }], currency: 'EUR' },
      packets: {
        ...{ lifeHours: 'a day', most: { POINTS: 5, BTC: '1,5' }, passphraseTries: 0.5 },
        conditions: [{ kind: 'friend' }, { kind: 'account-age' }, { kind: 'discord-role', role: 'vip' }],
      },
      treasury: { fourEyes: 'yes' },
      applications: {
        ...harbour.applications,
        questions: [{ ...first, label: 5, choices: [] }],
        reasons: [{ ...harbour.applications.reasons[0], reapply: 'soon' }],
      },
      contacts: { email: 'crew' },
      regions: [{ id: 'north', words: { en: 'N' }, countries: ['no'] }],
      tiers: {
        list: [{ id: 'a', rank: 1, words: { en: 'A' }, spotMost: '60%', futuresMost: '7' }],
        grants: {},
      },
      texts: { guidelines: [{ id: '1', from: '2026-02-30', words: { en: 'x' }, url: 'here' }] },
      precheck: {
        disclosure: { phrases: { en: ['… a'] }, instead: { en: 'x' } },
        claims: [],
      },
      links: [{ id: 'l', label: { en: 'L' }, template: 'http://x.example' }],
    }
    writeFileSync(file, JSON.stringify(wrong))
    const lines = linesOf(() => loadProgramme(file)).map((line) =>
      line.replace(`PROGRAMME_FILE ${file}: `, ''),
    )
    expect(lines).toEqual([
      'name is missing. Example: "BitMart Community Partner Program"',
      'assets[0].scale must be at most 8. Example: 6',
      'packets.lifeHours is not a number. Example: 24',
      'packets.most.POINTS is not a text in quotes. Example: "10000"',
      'packets.most.BTC is not an amount such as "50" or "0.01". Example: "10000"',
      'packets.conditions[0].kind must be one of "not-sender", "member", "premium", "account-age", "discord-role". Example: "not-sender"',
      'packets.conditions[1].days is missing. Example: 7',
      'packets.conditions[2].role is not the id of a role. Example: "123456789012345678"',
      'packets.passphraseTries is not a whole number. Example: 5',
      'treasury.fourEyes is not true or false. Example: true',
      'applications.questions[0].label is not a key of our words, or words by language. Example: "question-region"',
      'applications.questions[0].choices must be at least 1 entries long. Example: [{"value":"europe","words":"region-europe"},{"value":"cis","words":"region-cis"},{"value":…',
      'applications.reasons[0].reapply must be one of "at-once", "30-days", "never". Example: "30-days"',
      'contacts.email is not an e-mail address. Example: "partners@example.org"',
      'regions[0].countries[0] is not a country of two capital letters such as "BR" (ISO 3166-1). Example: "AL"',
      'tiers.list[0].spotMost is not a rate in per cent such as "60" or "12.5". Example: "40"',
      'texts.guidelines[0].from is not a day such as "2025-11-01". Example: "2025-11-01"',
      'texts.guidelines[0].url is not a web address. Example: "https://example.org/rules"',
      'precheck.disclosure.phrases.en[0] is wrong: it must be a phrase that begins and ends with a word. Example: "bitmart partner"',
      'links[0].template is not an https address that has {code} in it once. Example: "https://www.bitmart.com/invite/{code}"',
      'currency is no setting that there is here.',
      'mainAsset names "USDT", which is not one of the assets: POINTS.',
      'packets.most names "BTC", which is not one of the assets: POINTS.',
    ])
  })

  it('is refused for an amount of an asset that is not there, with nothing else wrong', () => {
    const file = join(temporaryFolder(), 'p.json')
    writeFileSync(file, JSON.stringify({ ...harbour, packets: { chatDayMost: { POINT: '5' } } }))
    expect(linesOf(() => loadProgramme(file))).toEqual([
      `PROGRAMME_FILE ${file}: packets.chatDayMost names "POINT", which is not one of the assets: POINTS.`,
    ])
  })

  it('names no words that are not there', () => {
    const speech = words()
    const has = (key: string) => speech.has('en', key)
    assertWords(programmeSchema.parse(bitmart), undefined, has)
    const { reasons } = harbour.applications
    const wrong = broken({ reasons: [...reasons, { ...reasons[0], id: 'odd', words: 'reason-odd' }] })
    expect(() => assertWords(wrong.data ?? programme, 'p.json', has)).toThrow(
      'PROGRAMME_FILE p.json: applications: there are no words "reason-odd"',
    )
  })

  it('has a JSON schema for editors, in which what has a default may be left out', () => {
    const schema = JSON.stringify(programmeJsonSchema())
    const { properties } = JSON.parse(schema)
    expect(Object.keys(properties)).toEqual(Object.keys(programmeSchema.shape))
    expect(properties.applications.required).not.toContain('answerHours')
    expect(properties.applications.required).toContain('questions')
  })
})

it('is where the first programme is, and nowhere else', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  const others = files.filter((path) => /\.tsx?$/.test(path) && !path.startsWith('programme/'))
  expect(others.length).toBeGreaterThan(200)
  const named = others.filter((path) => /bitmart/i.test(readFileSync(join(ROOT, 'src', path), 'utf8')))
  expect(named).toEqual([])
})
