/** Whatever anybody wrote by or about somebody who is erased is gone, from the rows and from the cards. */
import { eq, getTableName } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { postCard } from '../../../src/core/cards/cards.js'
import { must } from '../../../src/kit/refusal.js'
import type { Work } from '../../../src/storage/storage.js'
import type { House, Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { caseToDecide, type Partner, rules, scene } from '../cases/kit.js'
import { claim, drop } from '../packets/kit.js'
import { erased } from './kit.js'
import { SPOKEN } from './spoken.js'

const DAY = 86_400_000
/** Fits where words are kept as a list and as they are. */
const SAID = '["Ana of Curitiba, phone 555"]'
const TRACES = /Ana|Curitiba/

/** A closed case has no proposal, and a packet that is over never changes otherwise, by the tables. */
const FIXED = ['cases.proposal', 'packets.greeting']

/** Rows of every kind that may hold words of or about Ana, and are over. */
async function history(house: House, ana: Partner, staff: Person, kofi: Person): Promise<void> {
  const by = staff.member
  await house.storage.write(async ({ db, t, now: at }) => {
    const application = must((await db.select().from(t.applications))[0], 'an application').id
    const [decided, asked] = [
      { by, at },
      { askedBy: by, askedAt: at },
    ]
    await db
      .insert(t.applicationDecisions)
      .values({ application, number: 1, verdict: 'approved', ...decided })
    await db.insert(t.applicationRounds).values({ application, number: 1, questions: '[]', ...asked })
    const end = { end: 'declined', endedBy: by, endedAt: at } as const
    await db.insert(t.applicationProposals).values({ application, ...decided, ...end })
    await db.insert(t.applicationMarks).values({ application, kind: 'email', mark: 'x' })
    const proof = { place: 'x', code: 'x', state: 'confirmed', lookedBy: by, expiresAt: at } as const
    await db.insert(t.proofs).values({ application, ...proof, madeAt: at })
    const change = { partner: ana.id, kind: 'tier', state: 'withdrawn', becomes: 'gold' } as const
    await db.insert(t.partnerChanges).values({ ...change, ...decided, endedBy: by, endedAt: at })
    const told = { about: SAID, words: SAID, reason: 'spam', reasonWords: '{"key":"case-none"}', at }
    const dismissed = { ...told, state: 'dismissed', decidedBy: by, decidedAt: at } as const
    await db.insert(t.reports).values([
      { ...dismissed, id: 101, reporter: ana.person.member },
      { ...dismissed, id: 102, reporter: kofi.member, partner: ana.id },
      { ...told, id: 103, reporter: kofi.member, state: 'joined', joins: 102 },
    ])
    const sent = { platform: 'telegram', native: 'x', sentAs: 'document', name: '', mime: 'x/y' } as const
    await db.insert(t.receivedFiles).values({ id: 'f', member: ana.person.member, ...sent, receivedAt: at })
  })
}

/** The same words in every column that may hold some. Answers where there was a row for them. */
async function plant({ db, t }: Work, member: number): Promise<string[]> {
  const filled: string[] = []
  for (const table of Object.values(t)) {
    for (const [key, { name }] of Object.entries(table)) {
      const column = `${getTableName(table)}.${name}`
      if (SPOKEN[column] !== 'gone' || FIXED.includes(column)) continue
      const value = name === 'terms' ? JSON.stringify({ greeting: SAID }) : SAID
      const theirs = 'member' in table ? eq(table.member as never, member) : undefined
      const rows = await db
        .update(table)
        .set({ [key]: value } as never)
        .where(theirs)
        .returning()
      if (rows.length > 0) filled.push(column)
    }
  }
  return filled.sort()
}

describeStorage('an erasure', (engine) => {
  it('leaves no words of or about a person, and draws the cards that showed them once more', async () => {
    const { house, ana, risk } = await scene(engine, 'risk')
    const kofi = await house.rich('Kofi', '20')
    await house.pays(ana.person.owner, '20')
    const packet = await drop(ana.person, '20 1 equal greeting="from Curitiba"')
    await kofi.presses(claim(packet))
    const number = await caseToDecide(house, risk, ana)
    await rules(house, risk, number, 'dismiss')
    house.world.passes(30 * DAY)
    await house.beats()
    const page = await ana.person.inPrivate.types('/membership')
    await ana.person.inPrivate.presses(page.press({ command: 'membership-resign' }))
    const preview = await ana.person.inPrivate.types(String(ana.id))
    await ana.person.inPrivate.presses(preview.press({ act: 'confirm' }))
    await history(house, ana, risk, kofi)
    await kofi.types('/report')
    const desk = await house.chatId(house.group)
    const subjects = [
      ['application', '1'],
      ['case', number],
      ['report', '101'],
      ['report', '102'],
      ['packet', packet],
    ] as const
    for (const [kind, subject] of subjects)
      expect((await house.card(subject, 'telegram', kind)).words, kind).toMatch(TRACES)
    const filled = await house.storage.write(async (work) => {
      for (const [kind, subject] of subjects) await postCard(work, { kind, subject, chat: desk })
      return plant(work, ana.person.member)
    })
    const absent = Object.keys(SPOKEN)
      .filter((one) => SPOKEN[one] === 'gone' && !filled.includes(one))
      .sort()
    expect(absent).toEqual(
      [...FIXED, 'forms.answers', 'forms.typed', 'group_invites.link', 'packet_requests.terms'].sort(),
    )

    expect((await erased(ana.person)).keys).toEqual(['privacy-erased'])
    const kept = Object.entries(await house.dump('calls', 'outbox'))
    expect(kept.filter(([, rows]) => rows.some((row) => TRACES.test(row)))).toEqual([])
    for (const [kind, subject] of subjects)
      expect((await house.card(subject, 'telegram', kind)).words, kind).not.toMatch(TRACES)
    const cards = await house.look((work) => work.db.select().from(work.t.cards))
    const edits = await house.look((work) => work.db.select().from(work.t.outbox))
    for (const { id } of cards) expect(edits.map(({ key }) => key)).toContain(`card:${id}:edit`)
    const seen = await risk.presses({ command: 'report-page', values: { report: '102' } })
    expect(seen.keys).toContain('report-emptied')
    expect(seen.words).not.toMatch(TRACES)
    // The change that was made by hand has no facts.
    const found = (await house.audit()).map(({ check }) => check)
    expect(found).toEqual(['partners-changed'])
  })
})
