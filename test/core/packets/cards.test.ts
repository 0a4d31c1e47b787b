/** What a card reads: a few rows, however many have claimed. */
import { expect, it } from 'vitest'
import { cancelPacket, packetFacts } from '../../../src/core/packets/packets.js'
import { claimsOf as allClaims } from '../../../src/core/packets/store.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { claim, claimsOf, crowd, drop } from './kit.js'

describeStorage('the card of a packet', (engine) => {
  it('counts claims while it lives and reads none of them; at the end it names ten and the luckiest', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 20 wild')
    for (const one of await crowd(house, 13)) await one.presses(claim(packet))
    const living = await house.look((work) => packetFacts(work, packet))
    expect(living).toMatchObject({ packet: { taken: 13 }, named: [], luckiest: undefined })
    const card = await house.card(packet)
    expect(card.params('packet-card-progress')).toMatchObject({ taken: 13, shares: 20 })

    await house.storage.write((work) => cancelPacket(work, packet, 'system'))
    const claims = (await claimsOf(house, packet)).sort((a, b) => a.slot - b.slot)
    const over = await house.look((work) => packetFacts(work, packet))
    expect(over.named).toEqual(claims.slice(0, 10))
    const most = claims.reduce((best, one) => (one.amount > best.amount ? one : best))
    expect(over.luckiest).toEqual(most)
    const final = await house.card(packet)
    expect(final.keys.filter((key) => key === 'packet-card-claim-line')).toHaveLength(10)
    expect(final.params('packet-card-more')).toEqual({ count: 3 })
    expect(final.params('packet-card-luckiest').amount).toEqual({ amount: most.amount, asset: 'USDT' })
  })

  it('of equal shares the first is the largest, and a long list is read in pages, with breaths', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '5000')
    const packet = await drop(pavel, '1000 1000 equal')
    const people = await crowd(house, 3)
    for (const one of people) await one.presses(claim(packet))
    await house.storage.write((work) => cancelPacket(work, packet, 'system'))
    const { luckiest } = await house.look((work) => packetFacts(work, packet))
    expect(luckiest?.slot).toBe(0)
    let breaths = 0
    const breathe = async () => {
      breaths += 1
    }
    const claims = await house.look((work) => allClaims(work, packet, { breathe, atOnce: 2 }))
    expect(claims.map(({ slot }) => slot)).toEqual([0, 1, 2])
    expect(breaths).toBe(1)
  })
})
