/** News for those who have a right: whoever has lost it meanwhile does not get what was queued for them. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Role } from '../src/core/roles/roles.js'
import { toJson } from '../src/kit/json.js'
import { isStale } from '../src/stale-news.js'
import type { Work } from '../src/storage/storage.js'
import { applies } from './core/applications/kit.js'
import { opensCase, partnerNamed, staffNamed } from './core/cases/kit.js'
import { openHouse } from './kit/house.js'
import { describeStorage } from './kit/storage.js'

/** The application of Moon; the first is that which made Ana a partner. */
const MOONS = 2

/** Where the papers stand that the news is about, in which `reader` is whoever gets it. */
type Stands = (work: Work, who: { reader: number; other: number }) => Promise<unknown>

const application =
  (set: (who: { reader: number; other: number; now: number }) => Record<string, unknown>): Stands =>
  (work, who) =>
    work.db
      .update(work.t.applications)
      .set(set({ ...who, now: work.now }))
      .where(eq(work.t.applications.id, MOONS))

const kase =
  (set: (other: number) => Record<string, unknown>): Stands =>
  (work, { other }) =>
    work.db.update(work.t.cases).set(set(other))

const held: Stands = application(({ reader, now }) => ({
  ...{ state: 'in_review', reviewer: reader, dueAt: now + 3_600_000 },
}))

/** Whoever reads the news has invited Moon, who has answered. */
function saidOfTalk(answer: string): Stands {
  return async (work, who) => {
    await application(({ reader }) => ({ state: 'interview', reviewer: reader }))(work, who)
    const asked = { application: MOONS, number: 1, questions: '[]', askedBy: who.reader, askedAt: work.now }
    await work.db.insert(work.t.applicationRounds).values({ ...asked, answer, answeredAt: work.now })
  }
}

const proposed: Stands = async (work, who) => {
  await application(({ other, now }) => ({ state: 'in_review', reviewer: other, dueAt: now + 3_600_000 }))(
    work,
    who,
  )
  const row = { application: MOONS, tier: null, by: who.other, at: work.now }
  await work.db.insert(work.t.applicationProposals).values(row)
}

const changed: Stands = async (work, { other }) => {
  const [partner] = await work.db.select().from(work.t.partners)
  const row = { partner: partner?.id ?? 0, kind: 'tier', state: 'proposed', becomes: 'ambassador' } as const
  await work.db.insert(work.t.partnerChanges).values({ ...row, by: other, at: work.now })
}

const reported: Stands = async (work, { other }) => {
  const [partner] = await work.db.select().from(work.t.partners)
  const said = { about: 'Ana', words: 'Ten posts.', reason: 'spam', reasonWords: toJson({ key: 'x' }) }
  const row = { ...said, state: 'open', reporter: other, partner: partner?.id ?? 0 } as const
  await work.db.insert(work.t.reports).values({ ...row, at: work.now })
}

const decidedBy = (verdict: string) => kase(() => ({ state: 'appealed', verdict }))
const overturned = kase(() => ({ state: 'overturned', verdict: 'suspended', appealVerdict: 'overturned' }))
const waits = kase((proposedBy) => ({ state: 'deciding', proposal: '{}', proposedBy }))
const nothing: Stands = async () => undefined

const NEWS: [key: string, role: Role, stands: Stands][] = [
  ['review-arrived', 'reviewer', nothing],
  ['review-arrived', 'regional_manager', nothing],
  [
    'review-appealed',
    'reviewer',
    application(({ now }) => ({ state: 'rejected', appealedAt: now, appeal: 'They are real.' })),
  ],
  ['review-answered', 'reviewer', application(({ reader }) => ({ reviewer: reader }))],
  ['hand-told', 'reviewer', held],
  ['late-told', 'regional_manager', application(({ now }) => ({ promisedAt: now }))],
  ['talk-told', 'regional_manager', application(() => ({ state: 'interview' }))],
  ['talk-suits-told', 'reviewer', saidOfTalk('')],
  ['talk-unsuited-told', 'regional_manager', saidOfTalk('On Friday')],
  ['proposal-wanted', 'risk_officer', proposed],
  ['case-arrived', 'reviewer', nothing],
  ['case-replied-told', 'reviewer', kase(() => ({ state: 'deciding' }))],
  ['case-waits', 'risk_officer', waits],
  ['case-appealed-told', 'risk_officer', decidedBy('suspended')],
  ['case-appealed-nobody', 'admin', nobody],
  ['case-remind-reply', 'reviewer', kase(() => ({ state: 'awaiting_partner' }))],
  ['case-remind-hold', 'reviewer', kase(() => ({ state: 'deciding' }))],
  ['case-remind-second', 'risk_officer', waits],
  ['case-hold-over', 'reviewer', kase(() => ({ state: 'deciding' }))],
  ['case-told-declined', 'reviewer', kase(() => ({ state: 'deciding' }))],
  ['case-told-replaced', 'reviewer', waits],
  ['case-told-otherwise', 'reviewer', kase(() => ({ state: 'warned', verdict: 'warned' }))],
  ['case-told-agreed', 'reviewer', kase(() => ({ state: 'suspended', verdict: 'suspended' }))],
  ['case-told-on-appeal', 'reviewer', overturned],
  ['change-waits', 'risk_officer', changed],
  ['change-arrived', 'regional_manager', nothing],
  ['partner-wants-back', 'risk_officer', nothing],
  ['report-arrived', 'reviewer', reported],
]

/** Of all who could decide, the reader has taken part and there is no other. */
async function nobody(work: Work, who: { reader: number; other: number }): Promise<void> {
  await decidedBy('terminated')(work, who)
  const deed = { case: 1, number: 9, deed: 'proposed' } as const
  await work.db.insert(work.t.caseDeeds).values({ ...deed, by: who.reader, at: work.now })
}

function numberOf(key: string, partner: number): number {
  if (/^(change|partner)-/.test(key)) return partner
  return /^(case|report)-/.test(key) ? 1 : MOONS
}

describeStorage('news for those who have a right', (engine) => {
  it.each(NEWS)('“%s” is for a %s, and for nobody who is none any more', async (key, role, stands) => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana')
    const opener = await staffNamed(house, 'Opener', 'reviewer')
    await opensCase(house, opener, ana)
    await opener.loses('reviewer')
    const moon = await house.person('Moon')
    await applies(house, moon)
    const reader = await staffNamed(house, 'Reader', role)
    const params = { number: String(numberOf(key, ana.id)), name: 'Ana' }
    const row = { platform: 'telegram', account: reader.account.id, createdAt: house.world.now() } as const
    const stale = () => house.look((work) => isStale(work, { text: [{ key, params }] }, row))
    await house.storage.write((work) => stands(work, { reader: reader.member, other: opener.member }))
    expect(await stale()).toBe(false)
    await reader.loses(role)
    expect(await stale()).toBe(true)
  })
})
