/**
 * Whatever is shown of an application, a case, a report, a partner or a request is shown to those who may
 * look at it, and to nobody else: words are planted in each, and every command that takes its number is
 * forged in every way, half filled and whole, by strangers, by staff of another region and by whom it is
 * about. No answer holds a word of it; a preview is an answer.
 */
import { expect, it } from 'vitest'
import type { Role } from '../../src/core/roles/roles.js'
import type { AnyCommand } from '../../src/interaction/command.js'
import { packPress } from '../../src/interaction/press.js'
import { toJson } from '../../src/kit/json.js'
import { must } from '../../src/kit/refusal.js'
import { partnerNamed, staffNamed } from '../core/cases/kit.js'
import { drop } from '../core/packets/kit.js'
import { type House, openHouse, type Person } from '../kit/house.js'
import { tried } from '../kit/proof.js'
import { describeStorage } from '../kit/storage.js'

/** Words that only those who work on it read. */
const SECRET = 'zanzibar'
/** What no stranger reads, but whose it is has written. */
const OWN = 'timbuktu'
/** What speaks for care with an application. */
const RISK = '"risk-line"'
/** That there is a case which the partner was not told of. */
const CASE = '"partner-case"'
const REGIONAL: readonly Role[] = ['reviewer', 'regional_manager']

/** Arguments that name something, and those of a forged press besides. */
const SUBJECTS = ['application', 'case', 'report', 'partner', 'change', 'packet', 'request', 'proposal']
const VERSIONS = ['1', '5', '6']

interface Town {
  house: House
  ana: Person
  known: Record<string, string[]>
}

/** Ana is a partner, once more an applicant, and reviews; each thing about her holds words. */
async function town(engine: Parameters<typeof openHouse>[0]): Promise<Town> {
  const house = await openHouse(engine)
  const ana = await partnerNamed(house, 'Ana')
  const rita = await staffNamed(house, 'Rita', 'reviewer')
  const root = await staffNamed(house, 'Root', 'admin')
  const eve = await house.person('Eve')
  const secret = `The word is ${SECRET}.`
  const packet = await drop(await house.rich('Pavel', '500'), '50 20 premium=yes')
  const maker = await staffNamed(house, 'Maker', 'finance_maker')
  await maker.types(`/treasury deposit 100 person #${ana.person.member} ${OWN}`)
  const theirs = await house.storage.write(async ({ db, t, now: at }) => {
    const empty = {
      guidelines: '2025-11',
      disclosure: '2025-11',
      startedAt: at,
      changedAt: at,
      submittedAt: at,
    }
    const summary = JSON.stringify([
      {
        id: 'why',
        label: { key: 'form-literal', params: { value: 'Why' } },
        isPrivate: false,
        value: { key: 'form-literal', params: { value: `My word is ${OWN}.` } },
      },
    ])
    const waits = { ...empty, state: 'in_review', version: 5, region: 'latam', summary } as const
    const held = { reviewer: rita.member, dueAt: at + 3_600_000 }
    const rows = await db
      .insert(t.applications)
      .values([
        { ...waits, ...held, member: ana.person.member, answers: '{}' },
        { ...waits, ...held, member: eve.member, answers: '{}' },
      ])
      .returning()
    for (const { id: application } of rows)
      await db
        .insert(t.applicationMarks)
        .values({ application, kind: 'email', mark: `${SECRET}@example.com` })
    const mine = must(rows[0], 'an application').id
    await db.insert(t.applicationProposals).values({ application: mine, by: rita.member, at })
    const reason = { reason: 'spam', reasonWords: JSON.stringify({ key: 'case-none' }) }
    const about = { partner: ana.id, words: secret, ...reason }
    await db
      .insert(t.cases)
      .values([{ ...about, state: 'open', version: 1, openedBy: root.member, openedAt: at, changedAt: at }])
    await db.insert(t.reports).values({ ...about, reporter: eve.member, about: secret, state: 'open', at })
    const becomes = must(house.programme.tiers?.list.at(-1), 'a tier').id
    const change = {
      partner: ana.id,
      kind: 'tier',
      state: 'proposed',
      becomes,
      note: secret,
    } as const
    await db.insert(t.partnerChanges).values({ ...change, by: root.member, at })
    return String(mine)
  })
  const ids = (rows: readonly { id: number | string }[]) => rows.map(({ id }) => String(id))
  const { t } = await house.look(async (work) => work)
  const all = async (
    table:
      | 'applications'
      | 'cases'
      | 'reports'
      | 'partnerChanges'
      | 'applicationProposals'
      | 'treasuryRequests',
  ) => ids(await house.look((work) => work.db.select({ id: t[table].id }).from(t[table])))
  const known = {
    // Of Eve’s, which is much like it, others may know.
    application: (await all('applications')).filter((id) => id === theirs),
    case: await all('cases'),
    report: await all('reports'),
    partner: [String(ana.id)],
    change: await all('partnerChanges'),
    proposal: await all('applicationProposals'),
    request: await all('treasuryRequests'),
    packet: [packet],
    version: VERSIONS,
  }
  return { house, ana: ana.person, known }
}

/** What is pressed: the numbers alone, and all that the command takes besides. */
function forged({ facts }: AnyCommand, known: Town['known']): Record<string, string>[] {
  const named = facts.filter(({ name }) => known[name])
  let ways: Record<string, string>[] = [{}]
  for (const { name } of named)
    ways = ways.flatMap((one) => (known[name] ?? []).map((value) => ({ ...one, [name]: value })))
  const rest = facts.filter(({ name }) => !known[name])
  // Short, for a button takes 64 bytes.
  const short = (kind: string) => (kind === 'words' ? 'Some words' : '5')
  const filled = Object.fromEntries(
    rest.map(({ name, kind, choices }) => [name, choices?.[0] ?? short(kind)]),
  )
  return rest.length === 0 ? ways : ways.flatMap((one) => [one, { ...one, ...filled }])
}

function about(house: House): AnyCommand[] {
  return house.catalogue.commands.filter(({ argumentNames }) =>
    argumentNames.some((name) => SUBJECTS.includes(name)),
  )
}

/** Of all commands, or of some, so that none of the others changes what they show. */
async function answers(town: Town, person: Person, only?: readonly string[]): Promise<string[]> {
  const said: string[] = []
  for (const command of about(town.house).filter(({ name }) => only?.includes(name) ?? true))
    for (const values of forged(command, town.known)) {
      town.house.world.passes(30_000)
      const data = packPress({ command: command.name, values }, town.house.catalogue.order)
      const answer = await town.house.dispatch(person.inPrivate.call({ kind: 'pressed', data }))
      // As data: what is half filled is asked for in words that only its buttons need.
      said.push(`${data} ${toJson(answer ?? null)}`)
    }
  return said
}

const holding = (word: string, said: readonly string[]) => said.filter((one) => one.includes(word))

describeStorage('a subject at every door', (engine) => {
  it('is shown to those who may look at it', { timeout: 120_000 }, async () => {
    const all = await town(engine)
    const root = await staffNamed(all.house, 'Other', 'admin')
    const pages = [
      'application-open',
      'application-confirm',
      'case-page',
      'case-notify',
      'report-page',
      'report-case',
      'change-agree',
      'treasury-approve',
    ]
    const said = await answers(all, root, pages)
    const shown = pages.filter((page) =>
      said.some(
        (one) => one.startsWith(`1${page}:`) && [SECRET, OWN, RISK].some((word) => one.includes(word)),
      ),
    )
    expect(shown).toEqual(pages)
  })

  it('is not shown to strangers, staff of other regions and whom it is about', {
    timeout: 120_000,
  }, async () => {
    const all = await town(engine)
    const { house, ana } = all
    const before = await house.dump('calls', 'forms', 'outbox', 'sightings', 'members')
    const stranger = await house.person('Stranger')
    const elsewhere = await house.person('Elsewhere')
    for (const role of REGIONAL) await elsewhere.becomes(role, 'africa')
    const tests = [
      [stranger, [SECRET, OWN, RISK, CASE]],
      [elsewhere, [SECRET, OWN, RISK, CASE]],
      [ana, [SECRET, RISK, CASE]],
    ] as const
    for (const role of ['reviewer', 'regional_manager', 'risk_officer', 'admin'] as const)
      await ana.becomes(role)
    let inputs = 0
    for (const [person, words] of tests) {
      const said = await answers(all, person)
      inputs += said.length
      for (const word of words) expect(holding(word, said), person.account.name).toEqual([])
    }
    const after = await house.dump('calls', 'forms', 'outbox', 'sightings', 'members')
    for (const table of ['applications', 'cases', 'reports', 'partnerChanges', 'partners'])
      expect(after[table], table).toEqual(before[table])
    expect(house.lines.map(({ fields, message }) => `${message} ${fields.error}`)).toEqual([])
    tried({ inputs })
  })
})
