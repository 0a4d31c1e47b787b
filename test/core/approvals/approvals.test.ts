/** What speaks for care, two people where it weighs much, and tiers. */
import { expect, it } from 'vitest'
import { freeze } from '../../../src/core/freezes/freezes.js'
import { isBound } from '../../../src/core/partners/partners.js'
import { must } from '../../../src/kit/refusal.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { type Programme, programmeSchema } from '../../../src/programme/programme.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, movesOf, OTHER, reviewerNamed, stateOf } from '../applications/kit.js'
import { partnerNamed, staffNamed } from '../cases/kit.js'

const DAY_MS = 86_400_000

function programmeWith(applications: Record<string, unknown>): Programme {
  return programmeSchema.parse({ ...bitmart, applications: { ...bitmart.applications, ...applications } })
}

async function takes(person: Person, number: string): Promise<Heard> {
  return person.presses({ command: 'application-take', values: { application: number } })
}

const opens = (person: Person, number: string) =>
  person.presses({ command: 'application-open', values: { application: number } })

async function approves(person: Person, panel: Heard, tier?: string): Promise<Heard> {
  const preview = await person.presses(panel.press({ command: 'application-approve' }))
  if (tier === undefined) return person.presses(preview.press({ act: 'confirm' }))
  const asked = await person.presses(preview.press({ act: 'ask', field: 'tier' }))
  const again = await person.presses(asked.press({ act: 'set', field: 'tier', value: tier }))
  return person.presses(again.press({ act: 'confirm' }))
}

const partnersOf = (house: House) => house.look((work) => work.db.select().from(work.t.partners))

/** Two applications with everything in common, and a reviewer who has the second in hand. */
async function risky(house: House) {
  const [moon, sun] = [await house.person('Moon'), await house.person('Sun')]
  const rita = await reviewerNamed(house, 'Rita')
  const first = await applies(house, moon)
  const number = await applies(house, sun)
  const panel = await takes(rita, number)
  return { house, moon, sun, rita, first, number, panel }
}

describeStorage('what speaks for care with an application', (engine) => {
  it('names what another person’s application has in common, the heaviest first', async () => {
    const { panel, first } = await risky(await openHouse(engine))
    expect(panel.words).toContain(
      [
        'Worth a closer look',
        `🔴 High: the same UID is in application ${first} of another person`,
        `🔴 High: the same e-mail address is in application ${first} of another person`,
        `🔴 High: the same account is in application ${first} of another person`,
        `🔸 Medium: the same community is in application ${first} of another person`,
      ].join('\n'),
    )
  })

  it('has nothing against somebody new, nor against the same person’s earlier one', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const rita = await reviewerNamed(house, 'Rita')
    const first = await applies(house, moon)
    expect((await takes(rita, first)).keys).toContain('risk-none')
    await moon.inPrivate
      .presses({ command: 'application-withdraw', values: { application: first } })
      .then((preview) => moon.inPrivate.presses(preview.press({ act: 'confirm' })))
    const again = await applies(house, moon)
    expect((await takes(rita, again)).keys).toContain('risk-none')
  })

  it('knows the blocked by what they share, staff, the young, the watched region and the rejected', async () => {
    const programme = programmeWith({ risk: { watchedRegions: ['latam'] } })
    const house = await openHouse(engine, { programme })
    const moon = await house.person('Moon')
    const first = await applies(house, moon)
    await house.storage.write((work) => freeze(work, `member:${moon.member}`, 'spam', 'operator'))
    const born = BigInt(house.world.now() - 3 * DAY_MS - 1_420_070_400_000) << 22n
    const at = house.groupNamed('Guild', 'discord')
    const sun = await house.person('Sun', { at, platform: 'discord', id: String(born) })
    await sun.becomes('auditor')
    const number = await applies(house, sun)
    const rita = await reviewerNamed(house, 'Rita')
    const { words } = await takes(rita, number)
    expect(words).toContain(
      `🔴 High: it shares something with application ${first} of somebody who is stopped`,
    )
    expect(words).toContain('🔴 High: the applicant is staff of the programme: auditor')
    expect(words).toContain('🔴 High: the region latam is watched')
    expect(words).toContain('🔸 Medium: the Discord account was made')
    const asked = await rita.presses({
      command: 'application-reject',
      values: { application: number, version: '5' },
    })
    const preview = await rita.presses(asked.press({ act: 'set', field: 'reason', value: 'incomplete' }))
    await rita.presses(preview.press({ act: 'confirm' }))
    expect(await stateOf(house, number)).toBe('rejected')
    const again = await takes(rita, await applies(house, sun))
    expect(again.words).toContain(`▫️ Low: was rejected before: application ${number}`)
  })

  it('counts what a reviewer looked at and doubts', async () => {
    const house = await openHouse(engine)
    const rita = await reviewerNamed(house, 'Rita')
    const panel = await takes(rita, await applies(house, await house.person('Moon')))
    const doubt = panel.press({ command: 'application-check', rule: 'followers', so: 'no' })
    const seen = await rita.presses(doubt)
    expect(seen.words).toContain(`🔸 Medium: youtube.com/@moon is not as stated, says Rita (`)
  })

  it('weighs as the programme says: what is off is not said and needs nobody', async () => {
    const severities = { uid: 'off', email: 'off', channel: 'low', community: 'off' }
    const house = await openHouse(engine, { programme: programmeWith({ risk: { severities } }) })
    const { rita, panel, number } = await risky(house)
    expect(panel.keys.filter((key) => key.startsWith('risk-'))).toEqual(['risk-title', 'risk-line'])
    await approves(rita, panel)
    expect(await stateOf(house, number)).toBe('approved')
  })
})

describeStorage('an approval of high risk', (engine) => {
  it('waits for somebody who had no part in it; confirmed once, it is one partner', async () => {
    const { house, sun, rita, number, panel } = await risky(await openHouse(engine))
    const olga = await staffNamed(house, 'Olga', 'risk_officer')
    const preview = await rita.presses(panel.press({ command: 'application-approve' }))
    expect(preview.keys).toContain('approve-needs-second')
    const done = await rita.presses(preview.press({ act: 'confirm' }))
    expect(done.keys).toEqual(['review-proposed'])
    expect(await stateOf(house, number)).toBe('in_review')
    expect(await partnersOf(house)).toEqual([])
    // A lease does not run out meanwhile, and the beat leaves it alone.
    house.world.passes(2 * DAY_MS)
    await house.beats()
    expect(await stateOf(house, number)).toBe('in_review')
    const told = (await house.told(olga)).at(-1)
    expect(told?.keys).toEqual(['proposal-wanted'])
    expect((await house.card(number, 'telegram', 'application')).labels).toContain('✅ Confirm')
    const list = await olga.types('/review')
    const seen = await olga.presses(list.press({ command: 'application-open' }))
    expect(seen.keys).toContain('proposal-waits')
    const confirm = seen.press({ command: 'application-confirm' })
    expect((await rita.presses(confirm)).refusal).toBe('only-roles')
    await rita.becomes('risk_officer')
    expect((await rita.presses(confirm)).refusal).toBe('application-second-other')
    const sure = await olga.presses(confirm)
    const both = await Promise.all([
      olga.presses(sure.press({ act: 'confirm' })),
      olga.presses(sure.press({ act: 'confirm' })),
    ])
    expect(both.some(({ keys }) => keys.includes('review-approved'))).toBe(true)
    const partners = await partnersOf(house)
    expect(partners).toMatchObject([{ member: sun.member, state: 'onboarding', tier: 'starter' }])
    expect(await movesOf(house, number)).toBe('A1 A2 A3 A4 A7 A14')
    expect((await house.told(rita)).at(-1)?.keys).toEqual(['proposal-told-confirmed'])
    expect((await house.told(sun)).at(-1)?.keys[0]).toBe('application-told-approved-tier')
    const olaf = await staffNamed(house, 'Olaf', 'risk_officer')
    const late = await olaf.presses(confirm)
    expect(late.refusal).toBe('application-no-proposal')
    expect(late.words).toContain(`Olga has confirmed the approval of application ${number} already.`)
    await sun.becomes('risk_officer')
    const own = await sun.presses(confirm)
    expect([own.refusal, own.words.includes('Olga')]).toEqual(['application-no-proposal', false])
    expect(await house.audit()).toEqual([])
  })

  it('that is not confirmed is back in the hands of who proposed it, with the reason', async () => {
    const { house, rita, number, panel } = await risky(await openHouse(engine))
    const olga = await staffNamed(house, 'Olga', 'risk_officer')
    await approves(rita, panel)
    const seen = await opens(olga, number)
    await olga.presses(seen.press({ command: 'application-decline' }))
    const declined = await olga.types('The two are one person.')
    expect(declined.keys).toEqual(['review-declined'])
    const told = (await house.told(rita)).at(-1)
    expect(told?.words).toContain('“The two are one person.”')
    expect(told?.params('proposal-told-declined').note).toEqual({ said: 'The two are one person.' })
    const again = await rita.types('/review')
    expect(again.params('proposal-declined')).toEqual({ note: { said: 'The two are one person.' } })
    // What was looked at before is not confirmed any more.
    const old = seen.press({ command: 'application-confirm' })
    await approves(rita, again)
    const late = await olga.presses(old)
    expect(late.refusal).toBe('application-no-proposal')
    expect(late.words).toContain(`The approval of application ${number} was not confirmed: Olga said no.`)
    expect(await partnersOf(house)).toEqual([])
  })

  it('ends with what becomes of the application: given back, there is nothing to confirm', async () => {
    const { house, rita, number, panel } = await risky(await openHouse(engine))
    const olga = await staffNamed(house, 'Olga', 'risk_officer')
    await approves(rita, panel)
    const waiting = await opens(rita, number)
    expect(waiting.labels).toEqual(['↩ Give it back'])
    const again = panel.press({ command: 'application-approve' })
    expect((await rita.presses(again)).refusal).toBe('application-waits-second')
    await rita.presses(waiting.press({ command: 'application-release' }))
    const ends = await house.look((work) => work.db.select().from(work.t.applicationProposals))
    expect(ends).toMatchObject([{ end: 'gone', endedBy: rita.member }])
    expect((await opens(olga, number)).refusal).toBe('application-not-yours')
  })

  it('is not needed to reject', async () => {
    const { house, rita, number, panel } = await risky(await openHouse(engine))
    const asked = await rita.presses(panel.press({ command: 'application-reject' }))
    const preview = await rita.presses(asked.press({ act: 'set', field: 'reason', value: 'fake' }))
    await rita.presses(preview.press({ act: 'confirm' }))
    expect(await stateOf(house, number)).toBe('rejected')
  })
})

describeStorage('what a reviewer reads', (engine) => {
  it('leads back to the application where one thinks better of it, and keeps the talk in sight', async () => {
    const house = await openHouse(engine)
    const rita = await reviewerNamed(house, 'Rita')
    const number = await applies(house, await house.person('Moon'))
    const asked = await rita.presses((await takes(rita, number)).press({ command: 'application-invite' }))
    const cancelled = await rita.presses(asked.press({ act: 'cancel' }))
    expect(cancelled.keys).toEqual(['form-cancelled'])
    const panel = await rita.presses(cancelled.press({ command: 'application-open', application: number }))
    await rita.presses(panel.press({ command: 'application-invite' }))
    await rita.types('Tuesday 18:00 UTC, here')
    const page = await opens(rita, number)
    expect(page.words).toContain('🗣 A talk was proposed: Tuesday 18:00 UTC, here')
    expect(page.words).not.toContain('❓')
    expect(page.words).toContain('a talk is planned · application sent')
  })

  it('says at once or by two, never both, and shows a second person what waits for them', async () => {
    const house = await openHouse(engine)
    const ada = await staffNamed(house, 'Ada', 'admin')
    const bob = await staffNamed(house, 'Bob', 'risk_officer')
    const number = await applies(house, await house.person('Moon'))
    const preview = await ada.presses((await takes(ada, number)).press({ command: 'application-approve' }))
    expect(preview.keys).toContain('approve-at-once')
    const tier = await ada.presses(preview.press({ act: 'ask', field: 'tier' }))
    const high = await ada.presses(tier.press({ act: 'set', field: 'tier', value: 'ambassador' }))
    expect(high.keys).toContain('approve-needs-second')
    expect(high.keys).not.toContain('approve-at-once')
    await ada.presses(high.press({ act: 'confirm' }))
    const mine = await bob.types('/review')
    expect([mine.keys, mine.offers({ command: 'application-open' })]).toEqual([['review-seconds'], true])
  })
})

describeStorage('the tier of an approval', (engine) => {
  it('is the lowest unless another is chosen, as far as the role reaches, and is shown', async () => {
    const house = await openHouse(engine)
    const rita = await reviewerNamed(house, 'Rita')
    const moon = await house.person('Moon')
    const number = await applies(house, moon)
    const preview = await rita.presses((await takes(rita, number)).press({ command: 'application-approve' }))
    const asked = await rita.presses(preview.press({ act: 'ask', field: 'tier' }))
    expect(asked.labels).toContain('Starter')
    // What the role may not grant is no button, and it is said who may.
    expect(asked.labels).not.toContain('Growth')
    expect(asked.words).toContain('Growth (admin and regional manager) and Ambassador (admin)')
    const { command, values } = asked.press({ act: 'set', field: 'tier', value: 'starter' })
    const again = await rita.presses({ command, values: { ...values, value: 'growth' } })
    const refused = await rita.presses(again.press({ act: 'confirm' }))
    expect(refused.refusal).toBe('tier-limit')
    expect(refused.words).toContain('“Growth”')
    expect(refused.words).toContain('These may: admin and regional manager.')
    expect(await stateOf(house, number)).toBe('in_review')
    await rita.becomes('regional_manager', 'latam')
    await approves(rita, await opens(rita, number), 'growth')
    expect(await partnersOf(house)).toMatchObject([{ tier: 'growth' }])
    expect((await moon.inPrivate.types('/membership')).words).toContain('Tier: Growth')
    expect((await rita.types('/partner 1')).words).toContain('Tier: Growth')
    expect((await house.told(moon)).some(({ words }) => words.includes('Your tier: Growth.'))).toBe(true)
  })

  it('that nobody may grant is neither a button nor for others to give', async () => {
    const grants = { reviewer: 'starter', regional_manager: 'growth' }
    const programme = programmeSchema.parse({ ...bitmart, tiers: { ...bitmart.tiers, grants } })
    const house = await openHouse(engine, { programme })
    const rita = await reviewerNamed(house, 'Rita')
    const number = await applies(house, await house.person('Moon'))
    const preview = await rita.presses((await takes(rita, number)).press({ command: 'application-approve' }))
    const asked = await rita.presses(preview.press({ act: 'ask', field: 'tier' }))
    expect(asked.words).toContain('For others to give: Growth (regional manager)')
    expect(asked.words).not.toContain('Ambassador')
    await rita.becomes('regional_manager', 'latam')
    const again = await rita.presses((await opens(rita, number)).press({ command: 'application-approve' }))
    const higher = await rita.presses(again.press({ act: 'ask', field: 'tier' }))
    expect(higher.labels).toContain('Growth')
    expect(higher.words).not.toContain('For others')
  })

  it('needs two people from the one that the programme names', async () => {
    const house = await openHouse(engine)
    const ada = await staffNamed(house, 'Ada', 'admin')
    const bob = await staffNamed(house, 'Bob', 'admin')
    const number = await applies(house, await house.person('Moon'))
    const done = await approves(ada, await takes(ada, number), 'ambassador')
    expect(done.keys).toEqual(['review-proposed'])
    const sure = await bob.presses((await opens(bob, number)).press({ command: 'application-confirm' }))
    await bob.presses(sure.press({ act: 'confirm' }))
    expect(await partnersOf(house)).toMatchObject([{ tier: 'ambassador' }])
  })
})

describeStorage('whose own application names the same community', (engine) => {
  it('neither looks at the other, nor takes it, nor is handed it, until theirs is withdrawn', async () => {
    const house = await openHouse(engine)
    const rita = await reviewerNamed(house, 'Rita')
    const own = await applies(house, rita, { ...OTHER, communities: 't.me/moontalk 900' })
    const number = await applies(house, await house.person('Moon'))
    expect((await opens(rita, number)).refusal).toBe('application-rival')
    expect((await takes(rita, number)).refusal).toBe('application-rival')
    expect((await rita.types('/review')).keys).toEqual(['review-none'])
    const rob = await reviewerNamed(house, 'Rob')
    await takes(rob, number)
    const hand = { command: 'application-hand', values: { application: number, to: `#${rita.member}` } }
    expect((await rob.presses(hand)).refusal).toBe('application-hand-unfit')
    const sure = await rita.inPrivate.presses({
      command: 'application-withdraw',
      values: { application: own },
    })
    await rita.inPrivate.presses(sure.press({ act: 'confirm' }))
    expect(await stateOf(house, own)).toBe('withdrawn')
    expect((await opens(rita, number)).refusal).toBeUndefined()
  })
})

describeStorage('who brought an applicant', (engine) => {
  it('neither looks at the application, nor takes it, nor decides about the partner', async () => {
    const house = await openHouse(engine)
    const { person: ana, id } = await partnerNamed(house, 'Ana')
    await ana.becomes('admin')
    const moon = await house.person('Moon')
    await moon.inPrivate.opens(`apply_p${id}`)
    const number = await applies(house, moon, OTHER)
    expect((await opens(ana, number)).refusal).toBe('application-recruited')
    expect((await takes(ana, number)).refusal).toBe('application-recruited')
    expect((await ana.types('/review')).keys).toEqual(['review-none'])
    const rita = await reviewerNamed(house, 'Rita')
    await approves(rita, await rita.types('/review'))
    expect(await stateOf(house, number)).toBe('approved')
    const partner = (await partnersOf(house)).find(({ member }) => member === moon.member)
    const bob = await staffNamed(house, 'Bob', 'admin')
    const bound = (who: Person) => house.look((work) => isBound(work, who.member, must(partner, 'a partner')))
    expect(await bound(ana)).toBe(true)
    expect(await bound(bob)).toBe(false)
  })
})
