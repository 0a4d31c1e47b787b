/** /membership of a partner who is suspended or about to end: why, until when, and what they can do. */
import { expect, it } from 'vitest'
import { describeStorage } from '../../kit/storage.js'
import {
  agrees,
  answersAppeal,
  appeals,
  caseToDecide,
  does,
  HOUR_MS,
  lastTold,
  opensCase,
  rules,
  scene,
  staffNamed,
  stateOf,
} from '../cases/kit.js'

describeStorage('/membership of somebody who is suspended', (engine) => {
  it('before there is a case says why, until when, and what there is to wait for', async () => {
    const { house, ana, mia } = await scene(engine, 'mia')
    await does(house, mia, await mia.types(`/partner ${ana.id}`), 'partner-hold', { reason: 'spam' })
    const until = { instant: house.world.now() + 72 * HOUR_MS, as: 'moment' }
    const told = await lastTold(house, ana.person)
    expect(told.words.match(/spam/g)).toHaveLength(1)
    const own = await ana.person.inPrivate.types('/membership')
    expect(own.keys).toEqual([
      ...['membership-title', 'membership-tier', 'membership-why'],
      ...['membership-suspended-until', 'membership-no-appeal', 'membership-no-leave'],
    ])
    expect(own.words).toContain('Why: spam')
    expect(own.params('membership-suspended-until').at).toEqual(until)
    expect(own.offers({ command: 'membership-resign' })).toBe(false)
    // And so it is: the table lets nobody leave who is suspended.
    const values = { partner: String(ana.id), typed: String(ana.id) }
    const forged = await ana.person.inPrivate.presses({ command: 'membership-resign', values })
    const left = forged.offers({ act: 'confirm' })
      ? await ana.person.inPrivate.presses(forged.press({ act: 'confirm' }))
      : forged
    expect([left.refusal, await stateOf(house, ana)]).toEqual(['partner-state', 'suspended'])
    // On an old page there is the button still: nobody is asked for a number in vain.
    const old = await ana.person.inPrivate.presses({
      command: 'membership-resign',
      values: { partner: values.partner },
    })
    expect([old.refusal, old.awaits]).toEqual(['partner-state', undefined])
  })

  it('names the reason of the suspension, not of the case that took it over, and the way to reply', async () => {
    const { house, ana, mia } = await scene(engine, 'mia')
    await does(house, mia, await mia.types(`/partner ${ana.id}`), 'partner-hold', { reason: 'spam' })
    const number = await opensCase(house, mia, ana, 'brand')
    expect((await ana.person.inPrivate.types('/membership')).keys).toContain('membership-no-appeal')
    await does(house, mia, await mia.types(`/case ${number}`), 'case-notify')
    const own = await ana.person.inPrivate.types('/membership')
    expect(own.words).toContain(`Why: spam (case ${number})`)
    expect(own.keys).toContain('case-own-reply')
    expect(own.keys).not.toContain('membership-no-appeal')
    expect(own.offers({ command: 'case-reply', case: number })).toBe(true)
  })

  it('by a decision says why in its words, until when it can be appealed, and offers that', async () => {
    const { house, ana, rita, risk, root } = await scene(engine, 'rita', 'risk', 'root')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, risk, number, 'suspend', 'Ten posts an hour are spam.')
    await agrees(house, root, number)
    const own = await ana.person.inPrivate.types('/membership')
    expect(own.words).toContain(`Why: spam (case ${number})`)
    expect(own.words).toContain('“Ten posts an hour are spam.”')
    expect(own.keys.slice(-3)).toEqual([
      ...['membership-suspended-until', 'case-own-appeal', 'membership-no-leave'],
    ])
    expect(own.offers({ command: 'case-appeal', case: number })).toBe(true)

    const inGroup = await ana.person.types('/membership')
    expect(inGroup.keys).toContain('membership-why-private')
    expect(inGroup.words).not.toMatch(/spam|Ten posts/)
    expect(inGroup.offers({ command: 'case-appeal' })).toBe(false)

    await appeals(house, ana)
    const waits = await ana.person.inPrivate.types('/membership')
    expect(waits.keys).toContain('membership-appealed-suspended')
    expect(waits.keys).not.toContain('case-own-appeal')
    expect(waits.offers({ command: 'case-appeal' })).toBe(false)
    const other = await staffNamed(house, 'Rob', 'risk_officer')
    await answersAppeal(house, other, number, 'uphold')
    const stands = await ana.person.inPrivate.types('/membership')
    expect(stands.words).toContain('“Ten posts an hour are spam.”')
    expect(stands.keys.join()).not.toContain('membership-appealed')
  })

  it('by what an appeal made of a termination says what is in force; before it, why that was', async () => {
    const { house, ana, rita, risk, root } = await scene(engine, 'rita', 'risk', 'root')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, risk, number, 'terminate', 'It is too much.')
    await agrees(house, root, number)
    const ends = await ana.person.inPrivate.types('/membership')
    expect(ends.words).toContain('“It is too much.”')
    expect(ends.keys.slice(-2)).toEqual(['membership-ends', 'case-own-appeal'])
    await appeals(house, ana)
    expect((await ana.person.inPrivate.types('/membership')).keys.at(-1)).toBe(
      'membership-appealed-terminating',
    )
    const chief = await staffNamed(house, 'Chief', 'admin')
    await answersAppeal(house, chief, number, 'reduce', '14')
    const own = await ana.person.inPrivate.types('/membership')
    expect(own.words).toContain('“Looked at once more.”')
    expect(own.words).not.toContain('“It is too much.”')
    expect(own.keys.slice(-2)).toEqual(['membership-suspended-until', 'membership-no-leave'])
    house.world.passes(14 * 24 * HOUR_MS)
    await house.beats()
    const after = await ana.person.inPrivate.types('/membership')
    expect(after.keys.join()).not.toMatch(/membership-(why|no-)/)
    expect(after.offers({ command: 'membership-resign' })).toBe(true)
  })
})
