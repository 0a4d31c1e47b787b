import { expect, it } from 'vitest'
import { type DemoPlan, seedDemo } from '../../../src/core/demo/demo.js'
import { memberOf } from '../../../src/core/members/members.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { has, USDT } from '../packets/kit.js'

const group = { platform: 'telegram' as const, chat: '-5', kind: 'group' as const, title: 'Moon Traders' }

const plan: DemoPlan = {
  people: [
    { accounts: [{ platform: 'telegram', id: '1', name: 'Ada' }], roles: ['admin'] },
    {
      accounts: [
        { platform: 'telegram', id: '2', name: 'Mei' },
        { platform: 'discord', id: '22', name: 'Mei' },
      ],
      roles: ['partner'],
      wallet: { USDT: '500', BMX: '2.5' },
    },
  ],
  groups: [{ place: group, language: 'es', budget: { USDT: '1000' } }],
}

describeStorage('a community to begin with', (engine) => {
  it('is there once, with its money booked like any other', async () => {
    const house = await openHouse(engine)
    const seed = () => house.storage.write((work) => seedDemo(work, plan, house.programme.assets))
    expect([await seed(), await seed()]).toEqual([true, false])
    const mei = await house.look((work) => memberOf(work, { platform: 'discord', id: '22' }))
    expect(await house.look((work) => memberOf(work, { platform: 'telegram', id: '2' }))).toBe(mei)
    const owner = { kind: 'member' as const, id: mei ?? 0 }
    expect(await has(house, owner)).toBe(500n * USDT)
    expect(await has(house, owner, 'BMX')).toBe(250_000_000n)
    const chat = await house.chatId(group)
    expect(await has(house, { kind: 'chat', id: chat })).toBe(1000n * USDT)
    expect(await house.audit()).toEqual([])
    const requests = await house.look((work) => work.db.select().from(work.t.treasuryRequests))
    expect(requests.every(({ state, maker, checker }) => state === 'approved' && maker !== checker)).toBe(
      true,
    )
  })

  it('is people who can begin at once', async () => {
    const house = await openHouse(engine)
    await house.storage.write((work) => seedDemo(work, plan, house.programme.assets))
    const mei = await house.person('Mei', { id: '2', at: group })
    expect((await mei.types('/redpacket 50 20')).keys).toEqual(['redpacket-dropped'])
    expect((await mei.inPrivate.types('/redpacket 50 20')).refusal).toBe('cooldown')
    house.world.passes(60_000)
    const asked = await mei.inPrivate.types('/redpacket 50 20')
    expect(asked.offers({ act: 'set', value: String(await house.chatId(group)) })).toBe(true)
  })
})
