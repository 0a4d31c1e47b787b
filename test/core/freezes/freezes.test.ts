import { expect, it } from 'vitest'
import { freeze, lift } from '../../../src/core/freezes/freezes.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, drop, factKinds } from '../packets/kit.js'

describeStorage('/freeze', (engine) => {
  it('of a group is for its moderators, and stops that group alone', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    mia.stands({ isAdmin: true })
    const packet = await drop(pavel, '50 20')
    const heard = await mia.types('/freeze here bots are claiming')
    expect(heard).toMatchObject({ keys: ['freeze-stop-here'], view: { tone: 'warning' } })
    const noa = await house.person('Noa')
    const refused = await noa.presses(claim(packet))
    expect(refused.refusal).toBe('frozen-chat')
    expect(refused.params('refusal-frozen-chat').reason).toBe('bots are claiming')
    house.world.passes(60_000)
    expect((await pavel.types('/redpacket 1 1')).refusal).toBe('frozen-chat')
    house.world.passes(60_000)
    const elsewhere = house.groupNamed('Elsewhere')
    expect((await pavel.in(elsewhere).types('/redpacket 1 1')).keys).toEqual(['redpacket-dropped'])
    expect((await pavel.presses(act('topup', packet, { amount: '1', shares: '1' }))).refusal).toBe(
      'frozen-chat',
    )
    expect((await mia.types('/freeze here')).refusal).toBe('already-frozen')
    expect((await mia.types('/freeze here lift')).keys).toEqual(['freeze-lift-here'])
    expect((await mia.types('/freeze lift here')).refusal).toBe('not-frozen')
    expect((await noa.presses(claim(packet))).keys).toEqual(['claim-paid'])
    house.world.passes(60_000)
    await mia.types('/freeze here')
    // Stopped without a reason: the refusal is a whole sentence all the same.
    expect((await pavel.types('/redpacket 1 1')).params('refusal-frozen-chat').reason).toBe('none')
    expect((await mia.types('/freeze here lift')).keys).toEqual(['freeze-lift-here'])
    const scope = `chat:${await house.chatId(house.group)}`
    expect(await factKinds(house, scope)).toEqual(['frozen', 'lifted', 'frozen', 'lifted'])
  })

  it('of everything and of a person is for those who look after risks', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    mia.stands({ isAdmin: true })
    expect((await mia.types('/freeze everything stop')).refusal).toBe('only-roles')
    expect((await mia.types(`/freeze person #${pavel.member} stop`)).refusal).toBe('only-roles')
    await mia.becomes('risk_officer')
    expect((await mia.inPrivate.types(`/freeze person #${pavel.member} stolen account`)).keys).toEqual([
      'freeze-stop-person',
    ])
    const refused = await pavel.types('/redpacket 1 1')
    expect(refused.refusal).toBe('frozen-member')
    expect(refused.params('refusal-frozen-member').reason).toBe('stolen account')
    await mia.inPrivate.types(`/freeze person lift telegram:${pavel.account.id}`)
    // One tap without a reason stops nothing.
    expect((await mia.inPrivate.types('/freeze everything')).awaits?.name).toBe('reason')
    const shown = await mia.inPrivate.types('the books look wrong')
    expect(shown.params('freeze-preview-everything').reason).toBe('the books look wrong')
    house.world.passes(60_000)
    expect((await pavel.types('/redpacket 1 1')).keys).toEqual(['redpacket-dropped'])
    const stopped = await mia.inPrivate.presses(shown.press({ act: 'confirm' }))
    expect(stopped.keys).toEqual(['freeze-stop-everything'])
    house.world.passes(60_000)
    const none = await pavel.types('/redpacket 1 1')
    expect(none.refusal).toBe('frozen-programme')
    expect(none.params('refusal-frozen-programme').reason).toBe('the books look wrong')
    await mia.inPrivate.types('/freeze everything lift')
    house.world.passes(60_000)
    expect((await pavel.types('/redpacket 1 1')).keys).toEqual(['redpacket-dropped'])
  })

  it('of staff takes the place of a moderator’s, and then only staff lift it', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    mia.stands({ isAdmin: true })
    const officer = await house.person('Officer')
    await officer.becomes('risk_officer')
    const noa = await house.person('Noa')
    noa.stands({ isAdmin: true })
    await mia.types('/freeze here a quarrel')
    expect((await noa.types('/freeze here')).refusal).toBe('already-frozen')
    expect((await officer.types('/freeze here stolen budget')).keys).toEqual(['freeze-stop-here'])
    const refused = await mia.types('/freeze here lift')
    expect(refused.refusal).toBe('frozen-by-staff')
    expect(refused.params('refusal-frozen-by-staff').reason).toBe('stolen budget')
    expect((await officer.types('/freeze here once more')).refusal).toBe('already-frozen')
    expect((await noa.types('/freeze here')).refusal).toBe('already-frozen')
    const [row, ...others] = await house.look((work) => work.db.select().from(work.t.freezes))
    expect(others).toEqual([])
    expect(row).toMatchObject({
      by: `member:${officer.member}`,
      byStaff: true,
      reason: 'stolen budget',
      liftedAt: null,
    })
    const facts = await house.look((work) => work.db.select().from(work.t.facts))
    expect(facts.filter(({ kind }) => kind === 'frozen').map(({ details }) => JSON.parse(details))).toEqual([
      { reason: 'a quarrel' },
      { reason: 'stolen budget', instead: `member:${mia.member}` },
    ])
    expect((await officer.types('/freeze here lift')).keys).toEqual(['freeze-lift-here'])
  })

  it('of a person asks which, and of nobody refuses', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    await mia.becomes('admin')
    const asked = await mia.inPrivate.types('/freeze person')
    expect(asked.awaits?.name).toBe('person')
    expect((await mia.inPrivate.types('somebody')).refusal).toBe('person-malformed')
    expect((await mia.inPrivate.types('/freeze person #424242')).refusal).toBe('person-unknown')
    expect((await mia.inPrivate.types('/freeze here')).refusal).toBe('only-in-group')
  })

  it('stopped by two at once is stopped once, and can be stopped again after it was lifted', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    const noa = await house.person('Noa')
    for (const one of [mia, noa]) await one.becomes('risk_officer')
    for (let round = 0; round < 3; round++) {
      house.world.passes(60_000)
      const confirms = async (who: typeof mia) => {
        const shown = await who.inPrivate.types('/freeze everything a test')
        return () => who.inPrivate.presses(shown.press({ act: 'confirm' }))
      }
      const [first, second] = [await confirms(mia), await confirms(noa)]
      const heard = await Promise.all([first(), second()])
      expect(heard.map(({ keys: [key] }) => key).sort()).toEqual([
        'freeze-stop-everything',
        'refusal-already-frozen',
      ])
      const lifted = await Promise.all([
        mia.types('/freeze everything lift'),
        noa.types('/freeze everything lift'),
      ])
      expect(lifted.map(({ keys: [key] }) => key).sort()).toEqual([
        'freeze-lift-everything',
        'refusal-not-frozen',
      ])
    }
    expect(await house.look((work) => work.db.select().from(work.t.freezes))).toHaveLength(3)
  })

  it('of a person takes what they say over others, and nobody lifts a stop over themself', async () => {
    const house = await openHouse(engine, { packets: { approvalAbove: { USDT: '100' } } })
    const [boss, stolen, maker] = [
      await house.person('Boss'),
      await house.person('Stolen'),
      await house.person('Maker'),
    ]
    for (const one of [boss, stolen]) await one.becomes('admin')
    await maker.becomes('finance_maker')
    stolen.stands({ isAdmin: true })
    const pavel = await house.rich('Pavel', '1000')
    const packet = await drop(pavel, '50 5')
    house.world.passes(60_000)
    await pavel.types('/redpacket 500 5')
    await maker.inPrivate.types('/treasury deposit 500 me reason=x')
    const money = await house.look((work) => work.db.select().from(work.t.treasuryRequests))
    const large = await house.look((work) => work.db.select().from(work.t.packetRequests))
    const press = (command: string, request: unknown) => ({ command, values: { request: String(request) } })
    const account = `telegram:${stolen.account.id}`
    await boss.types(`/freeze person stop ${account} reason="account was stolen"`)
    const refused = await stolen.inPrivate.presses(press('treasury-approve', money[0]?.id))
    expect(refused.refusal).toBe('frozen-staff')
    expect(refused.params('refusal-frozen-staff').reason).toBe('account was stolen')
    for (const heard of [
      await stolen.inPrivate.presses(press('packet-approve', large[0]?.id)),
      await stolen.types(`/freeze person lift ${account}`),
      await stolen.types('/freeze here stop'),
      await stolen.types('/freeze everything stop'),
      await stolen.types('/language ru group'),
      await stolen.types('/wallet group'),
    ])
      expect(heard.refusal).toBe('frozen-staff')
    // Neither by the role nor by the platform's word.
    expect((await stolen.presses(act('pause', packet))).refusal).toBe('packet-not-yours')
    expect((await stolen.types('/wallet')).refusal).toBeUndefined()
    expect((await boss.types(`/freeze person lift ${account}`)).keys).toEqual(['freeze-lift-person'])
    expect((await stolen.inPrivate.presses(press('treasury-approve', money[0]?.id))).refusal).toBeUndefined()
    const own = house.storage.write(async (work) => {
      await freeze(work, `member:${boss.member}`, '', 'operator')
      await lift(work, `member:${boss.member}`, `member:${boss.member}`, true)
    })
    await expect(own).rejects.toMatchObject({ key: 'frozen-staff' })
  })
})
