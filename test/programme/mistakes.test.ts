/** What the parts of a programme file owe each other: a mistake is a line with its path and what is meant. */
import { describe, expect, it } from 'vitest'
import { bitmart } from '../../src/programme/bitmart.js'
import { parseProgramme, programmeJsonSchema } from '../../src/programme/programme.js'

const { applications, packets, tiers, regions } = bitmart
const REGIONS = regions.map(({ id }) => id).join(', ')

/** The lines about the shipped programme with something else in it. */
function linesOf(change: object): string[] {
  const read = parseProgramme({ ...bitmart, ...change })
  return 'problems' in read ? read.problems : []
}

/** As {@link linesOf}, of `applications`. */
const applying = (change: object) => linesOf({ applications: { ...applications, ...change } })

const questions = (id: string, more: object) =>
  applications.questions.map((one) => (one.id === id ? { ...one, ...more } : one))
const without = (kind: string) => applications.questions.filter((one) => one.kind !== kind)
const at = (id: string) => applications.questions.findIndex((one) => one.id === id)
const path = (id: string) => `applications.questions[${at(id)}]`

describe('the shipped programme', () => {
  it('owes itself nothing', () => {
    expect(linesOf({})).toEqual([])
  })
})

describe('a region that is blocked or watched', () => {
  const blocked = (...blockedRegions: string[]) => ({ blockedRegions, blockedReason: 'region' })

  it('is one that applicants choose from', () => {
    expect(applying({ screening: blocked('latam'), risk: { watchedRegions: ['mena'] } })).toEqual([])
    expect(applying({ screening: blocked('latam', 'lattam'), risk: { watchedRegions: ['menna'] } })).toEqual([
      `applications.screening.blockedRegions[1] is wrong: names the region "lattam", which is not one of: ${REGIONS}. Example: ["latam"]`,
      `applications.risk.watchedRegions[0] is wrong: names the region "menna", which is not one of: ${REGIONS}. Example: ["latam"]`,
    ])
  })

  it('needs the question, and where it is blocked an answer to it', () => {
    const needs = 'is wrong: needs a question of the kind "region": nobody is asked where they work.'
    const change = { screening: blocked('latam'), risk: { watchedRegions: ['mena'] } }
    expect(applying({ ...change, questions: without('region') })).toEqual([
      `applications.screening.blockedRegions ${needs} Example: ["latam"]`,
      `applications.risk.watchedRegions ${needs} Example: ["latam"]`,
    ])
    expect(applying({ ...change, questions: questions('region', { required: false }) })).toEqual([
      `applications.screening.blockedRegions is wrong: needs an answer of everybody: ${path('region')}.required must be true. Example: ["latam"]`,
    ])
  })

  it('is none that means all of them in another case, where people choose freely', () => {
    const choices = [{ value: 'ALL', words: { en: 'All' } }]
    const change = { applications: { ...applications, questions: questions('region', { choices }) } }
    expect(linesOf({ regions: [], ...change }).join()).toContain(
      `${path('region')}.choices is wrong: "all" means all regions`,
    )
  })

  it('is none that means all of them', () => {
    const choices = [{ value: 'all', words: { en: 'All' } }]
    const lines = linesOf({
      ...{ regions: [{ id: 'all', words: { en: 'All' } }] },
      applications: { ...applications, questions: questions('region', { choices }) },
    })
    expect(lines.map((line) => line.split('.').slice(0, -1).join('.'))).toEqual([
      'regions[0].id is wrong: "all" means all regions',
      expect.stringContaining(`${path('region')}.choices is wrong: "all" means all regions`),
    ])
  })
})

describe('an amount', () => {
  it.each([
    ['packets', 'shareLeast'],
    ['packets', 'most'],
    ['packets', 'approvalAbove'],
    ['packets', 'senderQuarterMost'],
    ['packets', 'chatDayMost'],
    ['fourEyes', 'payoutAbove'],
    ['fourEyes', 'budgetAbove'],
    ['tasks', 'rewardMost'],
  ])('of %s.%s is one of its asset', (section, name) => {
    const given = (amount: string) => ({ [section]: { [name]: { USDT: amount, BMX: '0.00000001' } } })
    expect(linesOf(given('0.000001'))).toEqual([])
    const fine = linesOf(given('0.00000001'))
    expect(fine).toHaveLength(1)
    expect(fine[0]).toContain(
      `${section}.${name}.USDT is wrong: USDT has at most 6 decimal places. Example: "`,
    )
    expect(linesOf({ [section]: { [name]: { BMX: '999999999999' } } })[0]).toContain(
      `${section}.${name}.BMX is wrong: BMX has amounts up to 92233720368.`,
    )
    // A digit, and none that anybody counts with.
    const odd = linesOf({ [section]: { [name]: { USDT: '⑤' } } })
    expect(odd).toEqual([expect.stringContaining(`${section}.${name}.USDT is not an amount such as "50"`)])
    expect(linesOf({ [section]: { [name]: { DOGE: '5' } } })).toEqual([
      `${section}.${name} names "DOGE", which is not one of the assets: USDT, BMX.`,
    ])
  })

  it.each([
    [536_870_912, 'must be at most 8'],
    [-1, 'must be at least 0'],
  ])('is not held against an asset of the scale %i, which is the mistake', (scale, must) => {
    const [first, ...others] = bitmart.assets
    expect(linesOf({ assets: [{ ...first, scale }, ...others] })).toEqual([
      `assets[0].scale ${must}. Example: 6`,
    ])
  })

  it('is above nothing where a packet is held against it, and the least share not above the most of one', () => {
    expect(linesOf({ packets: { most: { USDT: '0' } } })).toEqual([
      'packets.most.USDT is wrong: USDT must be above 0 here. Example: "10000"',
    ])
    expect(linesOf({ fourEyes: { payoutAbove: { USDT: '0' } } })).toEqual([])
    expect(linesOf({ packets: { shareLeast: { USDT: '9' }, most: { USDT: '10' } } })).toEqual([])
    expect(linesOf({ packets: { shareLeast: { USDT: '10.5' }, most: { USDT: '10' } } })).toEqual([
      'packets.shareLeast.USDT is wrong: the least share is above packets.most.USDT. Example: "0.01"',
    ])
  })

  it('is looked at wherever the file has amounts by asset', () => {
    const found = amountsIn(programmeJsonSchema(), [])
    expect(found.sort()).toEqual([
      ...['fourEyes.budgetAbove', 'fourEyes.payoutAbove', 'packets.approvalAbove', 'packets.chatDayMost'],
      ...['packets.most', 'packets.senderQuarterMost', 'packets.shareLeast', 'tasks.rewardMost'],
    ])
  })
})

/** Paths of the JSON schema whose values are amounts by asset. */
function amountsIn(schema: unknown, along: string[]): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const inner: unknown = Reflect.get(schema, 'additionalProperties')
  const pattern: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'pattern') : ''
  if (String(pattern).includes('[0-9]{0,11}')) return [along.join('.')]
  const properties: unknown = Reflect.get(schema, 'properties') ?? {}
  return Object.entries(properties as object).flatMap(([name, one]) => amountsIn(one, [...along, name]))
}

describe('a name', () => {
  const [first, second] = applications.reasons
  const [reviewer] = Object.keys(tiers.grants)
  const twice = (name: string) => [
    { value: name, words: { en: 'One' } },
    { value: name, words: { en: 'Other' } },
  ]
  const account = (days: number) => ({ kind: 'account-age', days })
  const role = (id: string) => ({ kind: 'discord-role', role: id })

  it.each([
    [
      'of an asset',
      { assets: [...bitmart.assets, { code: 'USDT', scale: 6 }] },
      'assets',
      'the asset "USDT"',
    ],
    [
      ...([
        'of a choice',
        { applications: { ...applications, questions: questions('focus', { choices: twice('art') }) } },
      ] as const),
      ...([`${path('focus')}.choices`, 'the choice "art"'] as const),
    ],
    [
      ...([
        'of a choice in another case',
        {
          applications: {
            ...applications,
            questions: questions('focus', { choices: [...twice('art').slice(1), ...twice('ART').slice(1)] }),
          },
        },
      ] as const),
      ...([`${path('focus')}.choices`, 'the choice "ART"'] as const),
    ],
    [
      ...([
        'of a reason',
        { applications: { ...applications, reasons: [...applications.reasons, first] } },
      ] as const),
      ...(['applications.reasons', `the reason "${first?.id}"`] as const),
    ],
    [
      ...([
        'of a blocked region',
        {
          applications: {
            ...applications,
            screening: { blockedRegions: ['cis', 'cis'], blockedReason: second?.id },
          },
        },
      ] as const),
      ...(['applications.screening.blockedRegions', 'the region "cis"'] as const),
    ],
    [
      'of a time',
      { cases: { ...bitmart.cases, suspensionDays: [7, 7] } },
      'cases.suspensionDays',
      'the time "7"',
    ],
    [
      ...(['of a condition', { packets: { ...packets, conditions: [account(7), account(30)] } }] as const),
      ...(['packets.conditions', 'the condition "account-age"'] as const),
    ],
  ])('%s is there once', (_, change, where, what) => {
    const [line, ...others] = linesOf(change)
    expect(others).toEqual([])
    expect(line).toContain(`${where} is wrong: ${what} is there twice.`)
  })

  it('of two roles of Discord is two conditions', () => {
    expect(linesOf({ packets: { ...packets, conditions: [role('10000'), role('20000')] } })).toEqual([])
  })

  it('of a role that may grant a tier is one that staff hold', () => {
    const granting = (name: string) => linesOf({ tiers: { ...tiers, grants: { [name]: 'starter' } } })
    expect(granting(String(reviewer))).toEqual([])
    for (const name of ['reviewr', 'partner'])
      expect(granting(name)).toEqual([
        `tiers.grants.${name} is wrong: "${name}" is no role of staff; those are: admin, finance_maker, finance_checker, risk_officer, reviewer, regional_manager, auditor.`,
      ])
  })
})

describe('the least', () => {
  it('is not above the most beside it', () => {
    const uid = { digitsLeast: 9, digitsMost: 8 }
    const lines = linesOf({
      uid,
      applications: {
        ...applications,
        questions: applications.questions.map((one) =>
          one.id === 'why' ? { ...one, least: 200, most: 100 } : one.id === 'uid' ? { ...one, ...uid } : one,
        ),
      },
    })
    expect(lines.map((line) => line.split('. ')[0])).toEqual([
      'uid.digitsLeast is wrong: 9 is above digitsMost, which is 8',
      `${path('uid')}.digitsLeast is wrong: 9 is above digitsMost, which is 8`,
      `${path('why')}.least is wrong: 200 is above most, which is 100`,
    ])
    expect(linesOf({ uid: { digitsLeast: 8, digitsMost: 8 } })).toEqual([])
  })

  it('is held against the most that is left out, too', () => {
    expect(applying({ questions: questions('experience', { least: 500 }) })).toEqual([])
    expect(linesOf({ uid: { digitsMost: 3 } })[0]).toContain('4 is above digitsMost, which is 3')
  })
})

it('days of reminders follow each other, for they are counted', () => {
  expect(applying({ reminderDays: [3, 7, 7] })).toEqual([
    'applications.reminderDays[2] is wrong: must be later than the day before it in the list, 7. Example: [3,7,12]',
  ])
})
