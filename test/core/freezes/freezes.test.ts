import { expect, it } from 'vitest'
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
    expect((await mia.inPrivate.types('/freeze everything')).keys).toEqual(['freeze-stop-everything'])
    house.world.passes(60_000)
    expect((await pavel.types('/redpacket 1 1')).refusal).toBe('frozen-programme')
    await mia.inPrivate.types('/freeze everything lift')
    house.world.passes(60_000)
    expect((await pavel.types('/redpacket 1 1')).keys).toEqual(['redpacket-dropped'])
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
      const heard = await Promise.all([mia.types('/freeze everything'), noa.types('/freeze everything')])
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
})
