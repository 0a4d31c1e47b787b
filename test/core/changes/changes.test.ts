/** Tier and region of a partner: who may change them, who must agree, what is told, and what time brings. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { settleBadges } from '../../../src/core/badges/badges.js'
import { agreeChange, settleChange } from '../../../src/core/changes/changes.js'
import { joinPeople } from '../../../src/core/linking/joining.js'
import { regionsOf } from '../../../src/core/regions/regions.js'
import { must } from '../../../src/kit/refusal.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { programmeSchema } from '../../../src/programme/programme.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { transitionsOf } from '../../kit/moves.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import {
  DAY_MS,
  does,
  lastTold,
  opensCase,
  type Partner,
  partnerNamed,
  staffNamed,
  THINKING_MS,
  tries,
} from '../cases/kit.js'

const NOTE = 'Agreed in the spring talk.'

async function scene(engine: EngineForTests, more: object = {}) {
  const programme = programmeSchema.parse({ ...bitmart, ...more })
  const house = await openHouse(engine, { programme })
  const ana = await partnerNamed(house, 'Ana')
  const root = await staffNamed(house, 'Root', 'admin')
  const mia = await house.person('Mia')
  await mia.becomes('regional_manager', 'latam')
  return { house, ana, root, mia }
}

async function changes(house: House, staff: Person, { id }: Partner, tier: string) {
  house.world.passes(THINKING_MS)
  return does(house, staff, await staff.types(`/partner ${id}`), 'partner-tier', { tier, note: NOTE })
}

async function moves(house: House, staff: Person, { id }: Partner, region: string) {
  house.world.passes(THINKING_MS)
  return does(house, staff, await staff.types(`/partner ${id}`), 'partner-region', { region, note: NOTE })
}

/** Presses one of the buttons of the partner's page, and confirms where it asks. */
async function answers(house: House, staff: Person, { id }: Partner, command: string) {
  house.world.passes(THINKING_MS)
  return does(house, staff, await staff.types(`/partner ${id}`), command)
}

async function declines(house: House, staff: Person, { id }: Partner) {
  house.world.passes(THINKING_MS)
  return does(house, staff, await staff.types(`/partner ${id}`), 'change-decline', { note: 'Not yet.' })
}

/** What the programme of the house has, as who agrees needs it. */
function knownTo({ programme }: House) {
  const regions = regionsOf(programme).map(({ value }) => value)
  return { tiers: must(programme.tiers, 'tiers'), regions }
}

async function rowOf(house: House, { id }: Partner) {
  const rows = await house.look((work) => work.db.select().from(work.t.partners))
  return must(
    rows.find((row) => row.id === id),
    'the partner',
  )
}

async function changesTold(house: House, { person }: Partner): Promise<string[]> {
  const keys = (await house.told(person)).flatMap((heard) => heard.keys)
  return keys.filter((key) => key.startsWith('change-'))
}

const stepsOf = (house: House) => transitionsOf(house, 'partner-change-moved')

describeStorage('the tier of a partner', (engine) => {
  it('goes up at once, with a card that says what was, what is and what follows it', async () => {
    const { house, ana, mia } = await scene(engine)
    house.world.passes(THINKING_MS)
    const page = await mia.types(`/partner ${ana.id}`)
    const { preview } = await tries(house, mia, page, 'partner-tier', { tier: 'growth', note: NOTE })
    expect(preview.keys).toEqual([
      'change-preview-done',
      'change-tier',
      'change-spot',
      'change-futures',
      'change-shown-staff',
      'application-note',
    ])
    expect(preview.words).toContain('at most: 40 % → 50 %')
    expect((await rowOf(house, ana)).tier).toBeNull()
    await mia.presses(preview.press({ act: 'confirm' }))
    expect((await rowOf(house, ana)).tier).toBe('growth')
    const told = await lastTold(house, ana.person)
    expect(told.keys[0]).toBe('change-told-tier-done')
    expect(told.words).toContain('Tier: Starter → Growth')
    // Staff's own words: an address in them can be pressed.
    expect(told.params('application-note')).toEqual({ note: { said: NOTE } })
    expect(told.words).toContain(`“${NOTE}”`)
    const read = await ana.person.inPrivate.presses(told.press({ command: 'membership-read' }))
    expect(read.keys[0]).toBe('change-is-read')
    const [row] = await house.look((work) => work.db.select().from(work.t.partnerChanges))
    expect(row).toMatchObject({ state: 'done', was: 'starter', becomes: 'growth' })
    expect(row?.acknowledgedAt).not.toBeNull()
    expect(await stepsOf(house)).toBe('P12.1')
    expect(await house.audit()).toEqual([])
  })

  it('takes two people where the programme says so, and neither the same nor one who may not', async () => {
    const { house, ana, root, mia } = await scene(engine)
    const risk = await staffNamed(house, 'Risk', 'risk_officer')
    const asked = await mia.presses(
      (await mia.types(`/partner ${ana.id}`)).press({ command: 'partner-tier' }),
    )
    expect(asked.labels.filter((label) => /Starter|Growth|Ambassador/.test(label))).toEqual(['Growth'])
    expect(asked.words).toContain('Ambassador (admin)')
    house.world.passes(THINKING_MS)
    const forged = { partner: String(ana.id), tier: 'ambassador', note: NOTE }
    const refused = await mia.presses({ command: 'partner-tier', values: forged })
    expect([refused.refusal, refused.words]).toEqual([
      'change-limit',
      expect.stringContaining('These may change it: admin.'),
    ])
    expect((await changes(house, root, ana, 'ambassador')).keys[0]).toBe('change-now-proposed')
    expect((await rowOf(house, ana)).tier).toBeNull()
    expect(await changesTold(house, ana)).toEqual([])
    expect((await lastTold(house, risk)).keys[0]).toBe('change-waits')
    const [row] = await house.look((work) => work.db.select().from(work.t.partnerChanges))
    const agree = { command: 'change-agree', values: { change: String(row?.id) } }
    house.world.passes(THINKING_MS)
    expect((await root.presses(agree)).refusal).toBe('change-own-proposal')
    expect((await mia.presses(agree)).refusal).toBe('partner-not-yours')
    expect((await ana.person.presses(agree)).refusal).toBe('only-roles')
    const values = { partner: String(ana.id), tier: 'growth', note: NOTE }
    expect((await mia.presses({ command: 'partner-tier', values })).refusal).toBe('change-open')
    expect((await answers(house, risk, ana, 'change-agree')).keys[0]).toBe('change-now-done')
    expect((await rowOf(house, ana)).tier).toBe('ambassador')
    expect((await lastTold(house, root)).keys[0]).toBe('change-was-done')
    house.world.passes(THINKING_MS)
    const late = await risk.presses(agree)
    expect(late.refusal).toBe('change-state')
    expect(late.words).toContain(`Risk has agreed to this change of partner ${ana.id} already.`)
    const other = await house.person('Cleo')
    await other.becomes('regional_manager', 'cis')
    const told = (await other.presses(agree)).words
    expect(told).toContain(`This change of partner ${ana.id} is over.`)
    expect(told).not.toContain('Risk')
    expect(await stepsOf(house)).toBe('P12.2 P12.3')
    expect(await house.audit()).toEqual([])
  })

  it('names for the tiers of others who may change them, not who may approve with them', async () => {
    const grants = { reviewer: 'ambassador', regional_manager: 'growth' }
    const { ana, mia } = await scene(engine, { tiers: { ...bitmart.tiers, grants } })
    const page = await mia.types(`/partner ${ana.id}`)
    const asked = await mia.presses(page.press({ command: 'partner-tier' }))
    expect(asked.labels.filter((label) => /Starter|Growth|Ambassador/.test(label))).toEqual(['Growth'])
    expect(asked.words).toContain('For others to give: Ambassador (admin)')
    expect(asked.words).not.toContain('reviewer')
  })

  it('is declined by another, and then nothing has changed', async () => {
    const { house, ana, root } = await scene(engine)
    const risk = await staffNamed(house, 'Risk', 'risk_officer')
    await changes(house, root, ana, 'ambassador')
    const page = await risk.types(`/partner ${ana.id}`)
    const asked = await risk.presses(page.press({ command: 'change-decline' }))
    // One press decides nothing: it asks why.
    expect([asked.awaits?.name, (await changesTold(house, ana)).length]).toEqual(['note', 0])
    expect((await declines(house, risk, ana)).keys[0]).toBe('change-now-declined')
    const answer = await lastTold(house, root)
    expect([answer.keys[0], answer.params('change-declined-why').note]).toEqual([
      'change-was-declined',
      { said: 'Not yet.' },
    ])
    expect((await rowOf(house, ana)).tier).toBeNull()
    expect(await changesTold(house, ana)).toEqual([])
    expect(await house.audit()).toEqual([])
  })

  it('goes down thirty days after the partner was told, whether they confirm it or not', async () => {
    const { house, ana, root, mia } = await scene(engine)
    await changes(house, mia, ana, 'growth')
    house.world.passes(DAY_MS)
    expect((await changes(house, mia, ana, 'starter')).keys[0]).toBe('change-now-pending')
    const told = await lastTold(house, ana.person)
    expect(told.keys).toEqual([
      'change-told-tier-pending',
      'change-tier',
      'change-spot',
      'change-futures',
      'change-for-life-partner',
      'change-shown-partner',
      'change-due',
      'application-note',
      'change-read-pending',
    ])
    expect(told.params('change-due').at).toMatchObject({ instant: house.world.now() + 30 * DAY_MS })
    const own = await ana.person.inPrivate.types('/membership')
    expect(own.keys).toContain('membership-tier-changes')
    expect(own.offers({ command: 'membership-read' })).toBe(true)
    house.world.passes(30 * DAY_MS - 60_000)
    await house.beats()
    expect((await rowOf(house, ana)).tier).toBe('growth')
    house.world.passes(60_000)
    await house.beats()
    expect((await rowOf(house, ana)).tier).toBe('starter')
    expect((await lastTold(house, ana.person)).keys[0]).toBe('change-told-tier-done')
    await house.beats()
    expect(await stepsOf(house)).toBe('P12.1 P12.4 P12.5')
    expect((await root.types(`/partner ${ana.id}`)).words).toContain('tier: announced')
    expect(await house.audit()).toEqual([])
  })

  it('is withdrawn before its day, and the partner hears that it does not come', async () => {
    const { house, ana, root, mia } = await scene(engine)
    await changes(house, mia, ana, 'growth')
    await changes(house, root, ana, 'starter')
    expect((await answers(house, mia, ana, 'change-withdraw')).keys[0]).toBe('change-now-withdrawn')
    expect((await lastTold(house, ana.person)).keys).toEqual(['change-told-withdrawn'])
    house.world.passes(31 * DAY_MS)
    await house.beats()
    expect((await rowOf(house, ana)).tier).toBe('growth')
    expect(await stepsOf(house)).toBe('P12.1 P12.4 P12.7')
    expect(await house.audit()).toEqual([])
  })

  it('is not changed above a manager’s limit, nor from another region, nor by anybody for themself', async () => {
    const { house, ana, root, mia } = await scene(engine)
    const risk = await staffNamed(house, 'Risk', 'risk_officer')
    await changes(house, root, ana, 'ambassador')
    await answers(house, risk, ana, 'change-agree')
    const limited = await changes(house, mia, ana, 'growth')
    expect(limited.refusal).toBe('change-limit')
    expect(limited.words).toContain('These may change it: admin')
    const kim = await house.person('Kim')
    await kim.becomes('regional_manager', 'mena')
    house.world.passes(THINKING_MS)
    expect((await kim.types(`/partner ${ana.id}`)).offers({ command: 'partner-tier' })).toBe(false)
    const values = { partner: String(ana.id), tier: 'growth', note: NOTE }
    expect((await kim.presses({ command: 'partner-tier', values })).refusal).toBe('partner-not-yours')
    await ana.person.becomes('admin')
    house.world.passes(THINKING_MS)
    expect((await ana.person.presses({ command: 'partner-tier', values })).refusal).toBe('partner-own')
    expect((await rowOf(house, ana)).tier).toBe('ambassador')
  })

  it('takes two people from a tier that the programme has no more, where the new one takes them', async () => {
    const { house, ana, root, mia } = await scene(engine)
    const risk = await staffNamed(house, 'Risk', 'risk_officer')
    await house.storage.write((work) => work.db.update(work.t.partners).set({ tier: 'legend' }))
    const limited = await changes(house, mia, ana, 'growth')
    expect([limited.refusal, limited.words]).toEqual(['change-limit', expect.stringMatching(/: admin\b/)])
    expect((await changes(house, root, ana, 'ambassador')).keys[0]).toBe('change-now-proposed')
    house.world.passes(31 * DAY_MS)
    await house.beats()
    expect((await rowOf(house, ana)).tier).toBe('legend')
    expect((await answers(house, risk, ana, 'change-agree')).keys[0]).toBe('change-now-done')
    expect((await rowOf(house, ana)).tier).toBe('ambassador')
    await house.storage.write((work) => work.db.update(work.t.partners).set({ tier: 'legend' }))
    // What one may grant comes on its day: nobody loses something unannounced.
    expect((await changes(house, root, ana, 'growth')).keys[0]).toBe('change-now-pending')
    expect(await stepsOf(house)).toBe('P12.2 P12.3 P12.4')
  })

  it('refuses what is there already', async () => {
    const { house, ana, mia } = await scene(engine)
    house.world.passes(THINKING_MS)
    const values = { partner: String(ana.id), tier: 'starter', note: NOTE }
    expect((await mia.presses({ command: 'partner-tier', values })).refusal).toBe('change-same')
    expect((await moves(house, mia, ana, 'latam')).refusal).toBe('change-same')
  })

  it('goes up for nobody of whom it is open whether they stay; down it goes', async () => {
    const { house, ana, root, mia } = await scene(engine)
    const ben = await partnerNamed(house, 'Ben')
    await changes(house, root, ben, 'growth')
    await does(house, mia, await mia.types(`/partner ${ben.id}`), 'partner-hold', { reason: 'spam' })
    await does(house, mia, await mia.types(`/partner ${ana.id}`), 'partner-hold', { reason: 'spam' })
    expect((await lastTold(house, ana.person)).params('membership-told-held')).toEqual({
      reason: { key: 'offence-spam' },
    })
    const values = { partner: String(ana.id), tier: 'growth', note: NOTE }
    expect((await root.presses({ command: 'partner-tier', values })).refusal).toBe('change-suspended')
    expect((await changes(house, root, ben, 'starter')).refusal).toBeUndefined()
    expect(await stepsOf(house)).toBe('P12.1 P12.4')
  })

  it('does not come to whoever has left by then', async () => {
    const { house, ana, mia } = await scene(engine)
    await changes(house, mia, ana, 'growth')
    await changes(house, mia, ana, 'starter')
    await does(house, ana.person, await ana.person.inPrivate.types('/membership'), 'membership-resign', {
      typed: String(ana.id),
    })
    await house.beats()
    house.world.passes(31 * DAY_MS)
    await house.beats()
    expect((await rowOf(house, ana)).tier).toBe('growth')
    expect(await stepsOf(house)).toBe('P12.1 P12.4 P12.8')
    expect(await house.audit()).toEqual([])
  })

  it('does not come where the programme has it no more, announced or proposed', async () => {
    const { house, ana, root, mia } = await scene(engine)
    const risk = await staffNamed(house, 'Risk', 'risk_officer')
    const known = knownTo(house)
    const but = (gone: string) => known.tiers.list.filter(({ id }) => id !== gone)
    const fewer = (gone: string) => ({ ...known.tiers, list: but(gone) })
    await changes(house, root, ana, 'ambassador')
    const agrees = (tiers: typeof known.tiers | undefined) =>
      house.storage.write((work) => agreeChange(work, 1, risk.member, { ...known, tiers }))
    const refused = { key: 'tier-unknown', params: { typed: 'ambassador' } }
    await expect(agrees(fewer('ambassador'))).rejects.toMatchObject(refused)
    await expect(agrees(undefined)).rejects.toMatchObject(refused)
    expect((await rowOf(house, ana)).tier).toBeNull()
    await declines(house, risk, ana)
    await changes(house, mia, ana, 'growth')
    await changes(house, mia, ana, 'starter')
    house.world.passes(31 * DAY_MS)
    await house.storage.write((work) => settleChange(work, '3', fewer('starter')))
    expect((await rowOf(house, ana)).tier).toBe('growth')
    expect(await stepsOf(house)).toBe('P12.2 P12.6 P12.1 P12.4 P12.8')
    expect(await house.audit()).toEqual([])
  })

  it('is followed by what the platforms show', async () => {
    const badges = {
      discord: [{ guild: '800000000000001000', role: '800000000000001103', tier: 'growth' }],
      telegram: [{ chat: '-1001000000001', tag: 'Growing', tier: 'growth' }],
    }
    const { house, ana, mia } = await scene(engine, { badges })
    const shown = async () => {
      await house.storage.write((work) => settleBadges(work, String(ana.id), house.programme.badges))
      const rows = await house.look((work) => work.db.select().from(work.t.badges))
      return rows.map(({ wanted }) => wanted)
    }
    expect(await shown()).toEqual([])
    await changes(house, mia, ana, 'growth')
    expect((await lastTold(house, ana.person)).keys).toContain('change-shown-badges-partner')
    expect(await shown()).toEqual(['Growing'])
  })

  it('is audited: a tier that no change brought, and a change that no fact led to, are found', async () => {
    const { house, ana, mia } = await scene(engine)
    await changes(house, mia, ana, 'growth')
    const found = async () => (await house.audit()).map(({ check, detail }) => `${check}: ${detail}`)
    await house.storage.write((work) => work.db.update(work.t.partners).set({ tier: 'ambassador' }))
    expect(await found()).toEqual(['partners-changed: has the tier ambassador, and change 1 made it growth'])
    await house.storage.write(async ({ db, t }) => {
      await db.update(t.partners).set({ tier: 'growth' })
      await db.update(t.partnerChanges).set({ state: 'declined' })
    })
    expect(await found()).toEqual(['partners-changed: change 1 is declined, and its facts led it to done'])
  })
})

describeStorage('the audit of changes', (engine) => {
  it('goes by the order of the record, whatever the clocks said', async () => {
    const { house, ana, mia } = await scene(engine)
    await changes(house, mia, ana, 'growth')
    await changes(house, mia, ana, 'starter')
    house.world.passes(30 * DAY_MS)
    await house.beats()
    expect((await rowOf(house, ana)).tier).toBe('starter')
    expect(await stepsOf(house)).toBe('P12.1 P12.4 P12.5')
    // The clock was set back before the last of them.
    await house.storage.write(({ db, t: { partnerChanges: t } }) =>
      db.update(t).set({ endedAt: 1 }).where(eq(t.id, 2)),
    )
    expect(await house.audit()).toEqual([])
  })

  it('tells tier and region apart: the last of each is what the partner has', async () => {
    const { house, ana, root } = await scene(engine)
    await changes(house, root, ana, 'growth')
    await moves(house, root, ana, 'mena')
    expect(await stepsOf(house)).toBe('P12.1 P13.1')
    expect(await house.audit()).toEqual([])
    const found = async () => (await house.audit()).map(({ detail }) => detail)
    const become = (set: { tier?: string; region?: string }) =>
      house.storage.write(({ db, t }) => db.update(t.partners).set(set))
    await become({ tier: 'ambassador' })
    expect(await found()).toEqual(['has the tier ambassador, and change 1 made it growth'])
    await become({ tier: 'growth', region: 'latam' })
    expect(await found()).toEqual(['has the region latam, and change 2 made it mena'])
  })
})

describeStorage('the region of a partner', (engine) => {
  it('is changed by an admin alone; what is open goes along and the old region sees it no more', async () => {
    const { house, ana, root, mia } = await scene(engine)
    const kim = await house.person('Kim')
    await kim.becomes('regional_manager', 'mena')
    const number = await opensCase(house, mia, ana)
    await house.storage.write(async ({ db, t, now }) => {
      const said = {
        about: 'Ana',
        words: 'Sells mugs.',
        reason: 'brand',
        reasonWords: '{"key":"offence-brand"}',
      }
      const made = { ...said, partner: ana.id, reporter: root.member, state: 'open' as const, at: now }
      await db.insert(t.reports).values(made)
      const times = { startedAt: now, changedAt: now, submittedAt: now, appealedAt: now }
      const earlier = { member: ana.person.member, state: 'rejected' as const, version: 1, answers: '{}' }
      await db.insert(t.applications).values({ ...earlier, ...times, region: 'latam' })
    })
    expect((await kim.types(`/case ${number}`)).refusal).toBe('case-other-region')
    expect((await moves(house, root, ana, 'mena')).keys[0]).toBe('change-now-done')
    expect((await rowOf(house, ana)).region).toBe('mena')
    const told = await lastTold(house, ana.person)
    expect(told.keys.slice(0, 2)).toEqual(['change-told-region-done', 'change-region'])
    expect(told.params('certificate-managers').names).toBe('Kim')
    const card = await lastTold(house, kim)
    expect(card.keys[0]).toBe('change-arrived')
    expect(card.params('change-comes-along')).toEqual({ cases: 1, reports: 1, appeals: 1 })
    house.world.passes(THINKING_MS)
    expect((await kim.presses(card.press({ command: 'case-page' }))).refusal).toBeUndefined()
    expect((await kim.presses(card.press({ command: 'report-page' }))).refusal).toBeUndefined()
    expect((await kim.presses(card.press({ command: 'application-open' }))).refusal).toBeUndefined()
    expect((await mia.types(`/case ${number}`)).refusal).toBe('case-other-region')
    expect((await mia.presses(card.press({ command: 'report-page' }))).refusal).toBe('report-not-yours')
    expect((await mia.presses(card.press({ command: 'case-page' }))).refusal).toBe('case-other-region')
    expect((await mia.types('/case')).words).not.toContain('Ana')
    expect(await stepsOf(house)).toBe('P13.1')
  })

  it.each([
    ['latam', 'mena'],
    ['mena', 'latam'],
  ])('is proposed by the manager of %s and agreed to by that of %s', async (one, other) => {
    const { house, ana } = await scene(engine)
    const [eve, kim] = [await house.person('Eve'), await house.person('Kim')]
    await eve.becomes('regional_manager', one)
    await kim.becomes('regional_manager', other)
    expect((await moves(house, eve, ana, 'mena')).keys[0]).toBe('change-now-proposed')
    expect((await rowOf(house, ana)).region).toBe('latam')
    expect((await lastTold(house, kim)).keys[0]).toBe('change-waits')
    expect(await house.told(eve)).toEqual([])
    house.world.passes(THINKING_MS)
    const agree = { command: 'change-agree', values: { change: '1' } }
    expect((await eve.presses(agree)).refusal).toBe('change-own-proposal')
    const third = await house.person('Third')
    await third.becomes('regional_manager', one)
    expect((await third.presses(agree)).refusal).toBe('change-other-side')
    expect((await answers(house, kim, ana, 'change-agree')).keys[0]).toBe('change-now-done')
    expect((await rowOf(house, ana)).region).toBe('mena')
    expect((await lastTold(house, ana.person)).keys[0]).toBe('change-told-region-done')
    expect(await stepsOf(house)).toBe('P13.2 P13.3')
    expect(await house.audit()).toEqual([])
  })

  it('is not agreed to where the programme has that region no more', async () => {
    const { house, ana, mia } = await scene(engine)
    const kim = await house.person('Kim')
    await kim.becomes('regional_manager', 'mena')
    await moves(house, mia, ana, 'mena')
    const known = knownTo(house)
    expect(known.regions).toContain('mena')
    const regions = known.regions.filter((one) => one !== 'mena')
    const agreed = house.storage.write((work) => agreeChange(work, 1, kim.member, { ...known, regions }))
    await expect(agreed).rejects.toMatchObject({ key: 'choice-unknown', params: { typed: 'mena' } })
    expect((await rowOf(house, ana)).region).toBe('latam')
    expect((await answers(house, kim, ana, 'change-agree')).keys[0]).toBe('change-now-done')
    expect((await rowOf(house, ana)).region).toBe('mena')
  })

  it('is told to both sides and to the admins when it is proposed, and to each of them once', async () => {
    const { house, ana, root, mia } = await scene(engine)
    const [kim, all] = [await house.person('Kim'), await house.person('All')]
    await kim.becomes('regional_manager', 'mena')
    for (const region of ['latam', 'mena']) await all.becomes('regional_manager', region)
    await moves(house, mia, ana, 'mena')
    const waits = async (person: Person) =>
      (await house.told(person)).filter(({ keys }) => keys[0] === 'change-waits').length
    expect(await Promise.all([kim, all, root, mia].map(waits))).toEqual([1, 1, 1, 0])
    // Nobody looks after the other region: an admin hears of it all the same, and may agree.
    const bea = await partnerNamed(house, 'Bea')
    await moves(house, mia, bea, 'africa')
    expect(await Promise.all([kim, all, root].map(waits))).toEqual([1, 2, 2])
    expect((await answers(house, root, bea, 'change-agree')).keys[0]).toBe('change-now-done')
  })

  it('offers each of the staff what the table lets them do with a proposal, and nothing else', async () => {
    const { house, ana, mia, root } = await scene(engine)
    const risk = await staffNamed(house, 'Risk', 'risk_officer')
    const other: Person[] = []
    for (const region of ['mena', 'latam', 'africa']) {
      const manager = await house.person(`Manager ${region}`)
      await manager.becomes('regional_manager', region)
      other.push(manager)
    }
    await moves(house, mia, ana, 'mena')
    house.world.passes(THINKING_MS)
    const offered = async (staff: Person) => {
      const page = await staff.types(`/partner ${ana.id}`)
      return ['agree', 'decline', 'withdraw'].filter((one) => page.offers({ command: `change-${one}` }))
    }
    const [mena, latam, africa] = other as [Person, Person, Person]
    expect(await offered(mena)).toEqual(['agree', 'decline'])
    expect(await offered(latam)).toEqual(['decline'])
    expect(await offered(africa)).toEqual([])
    expect(await offered(risk)).toEqual(['decline'])
    expect(await offered(root)).toEqual(['agree', 'decline'])
    expect(await offered(mia)).toEqual(['withdraw'])
    const agree = { command: 'change-agree', values: { change: '1' } }
    expect((await africa.presses(agree)).refusal).toBe('partner-not-yours')
    expect((await latam.presses(agree)).refusal).toBe('change-other-side')
    expect((await declines(house, risk, ana)).keys[0]).toBe('change-now-declined')
  })

  it('waits for another person when proposer and second turn out to be one', async () => {
    const { house, ana, mia } = await scene(engine)
    const kim = await house.person('Kim')
    await kim.becomes('regional_manager', 'mena')
    await moves(house, mia, ana, 'mena')
    const one = { one: mia.member, other: kim.member, by: 'operator' }
    await house.storage.write((work) => joinPeople(work, one))
    house.world.passes(THINKING_MS)
    const agree = { command: 'change-agree', values: { change: '1' } }
    expect((await kim.presses(agree)).refusal).toBe('change-own-proposal')
    expect((await rowOf(house, ana)).region).toBe('latam')
    expect(await house.audit()).toEqual([])
  })

  it('is proposed no more when its proposer turns out to be the partner; what they did is named', async () => {
    const { house, ana, mia } = await scene(engine)
    await changes(house, mia, ana, 'growth')
    await moves(house, mia, ana, 'mena')
    const one = { one: mia.member, other: ana.person.member, by: 'operator' }
    const joined = await house.storage.write((work) => joinPeople(work, one))
    expect(joined.decided).toContainEqual({ what: 'change', id: '1' })
    expect(await stepsOf(house)).toBe('P12.1 P13.2 P12.8')
    expect(await house.audit()).toEqual([])
  })
})
