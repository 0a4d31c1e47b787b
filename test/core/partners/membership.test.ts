/** What partners do about being one, what staff see and do at once, and what time does. */
import { expect, it } from 'vitest'
import { bindUid } from '../../../src/core/uids/uids.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import {
  agrees,
  caseToDecide,
  DAY_MS,
  does,
  HOUR_MS,
  lastTold,
  movesOf,
  opensCase,
  partnerNamed,
  rules,
  scene,
  staffNamed,
  standing,
  stateOf,
  THINKING_MS,
  tries,
} from '../cases/kit.js'
import { erased } from '../linking/kit.js'

describeStorage('/membership', (engine) => {
  it('is active once the UID is confirmed a second time and today’s texts are accepted', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana', { unread: true })
    const { inPrivate } = ana.person
    const page = await inPrivate.types('/membership')
    expect(page.keys).toEqual([
      'membership-title',
      'membership-tier',
      'membership-checklist',
      'membership-uid',
      'membership-texts',
      'membership-next-uid',
    ])
    expect(page.words).toContain('ending in 0030')
    const asked = await inPrivate.presses(page.press({ command: 'membership-uid' }))
    expect(asked.words).toContain('10020030')
    const noted = await inPrivate.presses(asked.press({ act: 'confirm' }))
    expect(noted.keys[0]).toBe('membership-noted')
    expect(await stateOf(house, ana)).toBe('onboarding')
    const texts = await inPrivate.presses(noted.press({ command: 'membership-accept' }))
    expect(texts.keys).toEqual(['apply-guidelines', 'apply-disclosure', 'apply-whole'])
    const done = await inPrivate.presses(texts.press({ act: 'confirm' }))
    expect(done.keys[0]).toBe('membership-is-active')
    expect(await movesOf(house, ana)).toBe('P2')
    const old = { command: 'membership-accept', values: { guidelines: '2024-01', disclosure: '2025-11' } }
    house.world.passes(THINKING_MS)
    expect((await inPrivate.presses(old)).refusal).toBe('choice-unknown')
    expect(await house.audit()).toEqual([])
  })

  it('has one UID with /uid: what is confirmed is bound, and what is bound is confirmed', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana')
    const own = await ana.person.inPrivate.types('/uid')
    expect(own.params('uid-is').uid).toBe('••••••30')
    const ben = await partnerNamed(house, 'Ben', { onboarding: true })
    const shown = await ben.person.inPrivate.types('/uid 77778888 77778888')
    await ben.person.inPrivate.presses(shown.press({ act: 'confirm' }))
    const page = await ben.person.inPrivate.types('/membership')
    expect([page.offers({ command: 'membership-uid' }), await stateOf(house, ben)]).toEqual([false, 'active'])
    expect(await house.audit()).toEqual([])
  })

  it('does not confirm a UID that somebody else has here, and says what to do', async () => {
    const house = await openHouse(engine)
    const eve = await house.person('Eve')
    const taken = await eve.inPrivate.types('/uid 10020030 10020030')
    await eve.inPrivate.presses(taken.press({ act: 'confirm' }))
    const ana = await partnerNamed(house, 'Ana', { onboarding: true })
    const page = await ana.person.inPrivate.types('/membership')
    const asked = await ana.person.inPrivate.presses(page.press({ command: 'membership-uid' }))
    expect(asked.refusal).toBe('uid-taken')
    expect(asked.words).toContain('/link_account')
    expect(await stateOf(house, ana)).toBe('onboarding')
  })

  it('does not confirm another UID for who had bound one, and was erased: staff do', async () => {
    const house = await openHouse(engine)
    const account = { id: '4711' }
    const before = await house.person('Ana', account)
    const bound = await before.inPrivate.types('/uid 700009 700009')
    await before.inPrivate.presses(bound.press({ act: 'confirm' }))
    expect((await erased(before)).keys).toEqual(['privacy-erased'])
    const ana = await partnerNamed(house, 'Ana', { ...account, onboarding: true })
    const page = await ana.person.inPrivate.types('/membership')
    const asked = await ana.person.inPrivate.presses(page.press({ command: 'membership-uid' }))
    expect(asked.refusal).toBe('uid-sealed')
    const root = await staffNamed(house, 'Root', 'admin')
    const line = `/person uid #${ana.person.member} 10020030 the one of the application`
    const set = await root.inPrivate.types(line)
    await root.inPrivate.presses(set.press({ act: 'confirm' }))
    const done = await ana.person.inPrivate.presses({ command: 'membership-uid', values: {} })
    expect(done.refusal).toBeUndefined()
  })

  it('does not confirm what somebody else was faster to bind', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana', { onboarding: true })
    const page = await ana.person.inPrivate.types('/membership')
    const asked = await ana.person.inPrivate.presses(page.press({ command: 'membership-uid' }))
    const eve = await house.person('Eve')
    await house.storage.write((work) => bindUid(work, eve.member, '10020030'))
    const late = await ana.person.inPrivate.presses(asked.press({ act: 'confirm' }))
    expect([late.refusal, await stateOf(house, ana)]).toEqual(['uid-taken', 'onboarding'])
    const rows = await house.look((work) => work.db.select().from(work.t.partners))
    expect(rows[0]?.uidConfirmedAt).toBeNull()
  })

  it('pauses and goes on, and is left by typing the own number', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana')
    const { inPrivate } = ana.person
    const page = await inPrivate.types('/membership')
    const paused = await inPrivate.presses(page.press({ command: 'membership-pause' }))
    expect((await inPrivate.presses(page.press({ command: 'membership-pause' }))).refusal).toBe(
      'partner-state',
    )
    await inPrivate.presses(paused.press({ command: 'membership-resume' }))
    house.world.passes(THINKING_MS)
    await inPrivate.presses(page.press({ command: 'membership-resign' }))
    expect((await inPrivate.types('99')).refusal).toBe('resign-not-typed')
    house.world.passes(THINKING_MS)
    await inPrivate.presses(page.press({ command: 'membership-resign' }))
    const preview = await inPrivate.types(`#${ana.id}`)
    expect(preview.keys).toEqual(['membership-resign-preview'])
    await inPrivate.presses(preview.press({ act: 'confirm' }))
    expect(await stateOf(house, ana)).toBe('resigned')
    expect(await movesOf(house, ana)).toBe('P2 P4 P4 P10')
    const roles = await house.look((work) => work.db.select().from(work.t.roleGrants))
    expect(roles.find(({ role }) => role === 'partner')?.revokedAt).not.toBeNull()
    expect(await house.audit()).toEqual([])
  })

  it('asks for the number again after a wrong one, and takes the next for it', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana')
    const { inPrivate } = ana.person
    // A question left open earlier is not what the second number answers.
    await inPrivate.types('/redpacket')
    house.world.passes(THINKING_MS)
    const page = await inPrivate.types('/membership')
    await inPrivate.presses(page.press({ command: 'membership-resign' }))
    const wrong = await inPrivate.types('yes')
    expect([wrong.refusal, wrong.view?.awaits?.name]).toEqual(['resign-not-typed', 'typed'])
    expect((await inPrivate.types(String(ana.id))).keys).toEqual(['membership-resign-preview'])
  })

  it('cannot be left while there is a case, nor by somebody who is no partner', async () => {
    const { house, ana, rita } = await scene(engine, 'rita')
    await opensCase(house, rita, ana)
    const own = String(ana.id)
    const press = { command: 'membership-resign', values: { partner: own, typed: own } }
    house.world.passes(THINKING_MS)
    const refused = await ana.person.inPrivate.presses(press)
    expect(refused.refusal).toBe('partner-case-open')
    expect((await rita.inPrivate.types('/membership')).refusal).toBe('partner-none')
  })

  it('ends by itself when nobody goes on with the onboarding, and not a day before', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana', { onboarding: true })
    house.world.passes(59 * DAY_MS)
    await house.beats()
    expect(await stateOf(house, ana)).toBe('onboarding')
    house.world.passes(DAY_MS)
    await house.beats()
    expect([await stateOf(house, ana), await movesOf(house, ana)]).toEqual(['resigned', 'P3'])
    expect((await lastTold(house, ana.person)).keys[0]).toBe('membership-told-left')
    expect(await house.audit()).toEqual([])
  })

  it('is come back to with an admin’s yes, and after a termination with a risk officer’s, too', async () => {
    const { house, ana, rita, risk, root } = await scene(engine, 'rita', 'risk', 'root')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, risk, number, 'terminate')
    await agrees(house, root, number)
    house.world.passes(15 * DAY_MS)
    await house.beats()
    expect(await stateOf(house, ana)).toBe('terminated')
    const { inPrivate } = ana.person
    const versions = { guidelines: '2025-11', disclosure: '2025-11' }
    const asks = { command: 'membership-return', values: versions }
    const early = await inPrivate.presses(asks)
    expect((await inPrivate.presses(early.press({ act: 'confirm' }))).refusal).toBe('return-too-soon')
    house.world.passes(91 * DAY_MS)
    await does(house, ana.person, await inPrivate.types('/membership'), 'membership-return')
    house.world.passes(THINKING_MS)
    const back = async (staff: typeof root) =>
      does(house, staff, await staff.types(`/partner ${ana.id}`), 'partner-back')
    expect((await back(root)).keys[0]).toBe('partner-backed')
    expect((await back(root)).keys[0]).toBe('partner-backed')
    expect((await back(risk)).keys[0]).toBe('partner-is-back')
    expect(await stateOf(house, ana)).toBe('onboarding')
    const [row] = await house.look((work) => work.db.select().from(work.t.partners))
    expect(row).toMatchObject({ spell: 2, uidConfirmedAt: null })
    const stops = await house.look((work) => work.db.select().from(work.t.freezes))
    expect(stops.filter(({ liftedAt }) => liftedAt === null)).toEqual([])
    expect(await house.audit()).toEqual([])
  })
})

describeStorage('/partner', (engine) => {
  it('finds by number, name, mention and person, and says who fits when several do', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana Torres')
    const annie = await partnerNamed(house, 'Annie')
    const rita = await staffNamed(house, 'Rita', 'reviewer')
    const found = async (typed: string) => {
      house.world.passes(THINKING_MS)
      const heard = await rita.types(`/partner ${typed}`)
      return heard.refusal ?? heard.params('partner-title').number
    }
    expect(await found(String(ana.id))).toBe(String(ana.id))
    expect(await found('ana torres')).toBe(String(ana.id))
    expect(await found('Anni')).toBe(String(annie.id))
    expect(await found(`#${ana.person.member}`)).toBe(String(ana.id))
    expect(await found(`telegram:${annie.person.account.id}`)).toBe(String(annie.id))
    expect(await found('An')).toBe('partner-several')
    expect(await found('Zoe')).toBe('partner-unknown')
    expect((await ana.person.types(`/partner ${ana.id}`)).refusal).toBe('only-roles')
  })

  it('suspends before there is a case; without one everything goes back by itself', async () => {
    const { house, ana, mia, rita } = await scene(engine, 'mia', 'rita')
    const before = await standing(house, ana)
    const page = await mia.types(`/partner ${ana.id}`)
    expect((await rita.types(`/partner ${ana.id}`)).offers({ command: 'partner-hold' })).toBe(false)
    const { preview } = await tries(house, mia, page, 'partner-hold', { reason: 'spam' })
    expect(preview.keys).toEqual([
      'partner-hold-preview',
      'case-reason',
      'effect-until-suspended',
      'effect-stop',
      'effect-mirrored',
    ])
    await mia.presses(preview.press({ act: 'confirm' }))
    expect(await stateOf(house, ana)).toBe('suspended')
    house.world.passes(71 * HOUR_MS)
    await house.beats()
    expect(await stateOf(house, ana)).toBe('suspended')
    house.world.passes(HOUR_MS)
    await house.beats()
    expect(await standing(house, ana)).toBe(before)
    expect((await lastTold(house, ana.person)).keys[0]).toBe('membership-told-lapsed')
    expect(await movesOf(house, ana)).toBe('P2 P5 P6')
    expect(await house.audit()).toEqual([])
  })

  it('ends such a suspension by itself while the partner was told of no case, though one is open', async () => {
    const { house, ana, mia } = await scene(engine, 'mia')
    const before = await standing(house, ana)
    await does(house, mia, await mia.types(`/partner ${ana.id}`), 'partner-hold', { reason: 'spam' })
    house.world.passes(THINKING_MS)
    await opensCase(house, mia, ana)
    house.world.passes(72 * HOUR_MS)
    await house.beats()
    expect(await standing(house, ana)).toBe(before)
    expect(await house.audit()).toEqual([])
  })

  it('keeps such a suspension while the case can be decided, and gives back what it took', async () => {
    const { house, ana, risk } = await scene(engine, 'risk')
    const before = await standing(house, ana)
    await does(house, risk, await risk.types(`/partner ${ana.id}`), 'partner-hold', { reason: 'spam' })
    house.world.passes(THINKING_MS)
    const number = await caseToDecide(house, risk, ana)
    house.world.passes(70 * HOUR_MS)
    await house.beats()
    expect(await stateOf(house, ana)).toBe('suspended')
    expect((await risk.types(`/partner ${ana.id}`)).offers({ command: 'partner-lift' })).toBe(false)
    const done = await rules(house, risk, number, 'dismiss')
    expect(done.keys).toEqual(expect.arrayContaining(['effect-state', 'effect-unstop']))
    expect(await standing(house, ana)).toBe(before)
    expect(await house.audit()).toEqual([])
  })

  it('lets a risk officer lift it before, and not the manager who laid it', async () => {
    const { house, ana, mia, risk } = await scene(engine, 'mia', 'risk')
    await does(house, mia, await mia.types(`/partner ${ana.id}`), 'partner-hold', { reason: 'spam' })
    house.world.passes(THINKING_MS)
    const lift = { command: 'partner-lift', values: { partner: String(ana.id) } }
    expect((await mia.presses(lift)).refusal).toBe('partner-not-yours')
    expect((await risk.presses(lift)).keys[0]).toBe('partner-lifted')
    expect((await risk.presses(lift)).refusal).toBe('partner-no-hold')
    expect(await stateOf(house, ana)).toBe('active')
  })

  it('is audited: a state that no fact led to, and one without its sanction, are found', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana')
    const found = async () => (await house.audit()).map(({ check, detail }) => `${check}: ${detail}`)
    const change = (set: { state?: 'suspended' | 'active'; version?: number }) =>
      house.storage.write((work) => work.db.update(work.t.partners).set(set))
    await change({ state: 'suspended' })
    expect(await found()).toEqual(['partners-moved: is suspended, and their facts led them to active'])
    await change({ state: 'active', version: 9 })
    expect(await found()).toEqual(['partners-moved: has version 9 after 1 moves'])
    await change({ version: 2 })
    expect(await found()).toEqual([])
    const rita = await staffNamed(house, 'Rita', 'reviewer')
    await opensCase(house, rita, ana)
    await house.storage.write((work) => work.db.update(work.t.cases).set({ state: 'deciding' }))
    expect(await found()).toEqual(['cases-moved: is deciding, and its facts led it to open'])
  })
})
