import { expect, it } from 'vitest'
import { freeze, lift } from '../../../src/core/freezes/freezes.js'
import { introduce } from '../../../src/core/linking/linking.js'
import { toJson } from '../../../src/kit/json.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, claimsOf, crowd, drop, factKinds, has, packetRow, statement, USDT } from './kit.js'

describeStorage('a claim', (engine) => {
  it('is paid at once, told with the amount and what is left, and drawn on the card', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    const packet = await drop(pavel, '50 20 equal')
    const heard = await mia.presses(claim(packet))
    expect(heard).toMatchObject({ keys: ['claim-paid'], refused: false })
    expect(heard.params('claim-paid')).toEqual({ amount: { amount: 2_500_000n, asset: 'USDT' }, left: 19 })
    expect(await has(house, mia.owner)).toBe(2_500_000n)
    expect(await claimsOf(house, packet)).toMatchObject([{ member: mia.member, slot: 0, amount: 2_500_000n }])
    expect(await packetRow(house, packet)).toMatchObject({ taken: 1, paid: 2_500_000n })
    const edits = await house.look((work) => work.db.select().from(work.t.outbox))
    expect(edits.filter(({ class: kind }) => kind === 'edit')).toMatchObject([{ state: 'queued' }])
    expect((await house.card(packet)).params('packet-card-progress')).toMatchObject({ taken: 1, shares: 20 })
    expect((await mia.types('/claims')).params('claims-line')).toMatchObject({
      amount: { amount: 2_500_000n, asset: 'USDT' },
      name: 'Pavel',
      group: 'Traders (Telegram)',
      packet,
    })
  })

  it('is one a person, whatever is pressed how often', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    const packet = await drop(pavel, '50 20')
    const heard = await Promise.all(Array.from({ length: 10 }, () => mia.presses(claim(packet))))
    expect(heard.filter(({ keys: [key] }) => key === 'claim-paid')).toHaveLength(1)
    expect(heard.filter(({ refusal }) => refusal === 'claimed-already')).toHaveLength(9)
    const [row] = await claimsOf(house, packet)
    const again = heard.find(({ refusal }) => refusal === 'claimed-already')
    expect(again?.params('refusal-claimed-already').amount).toEqual({ amount: row?.amount, asset: 'USDT' })
    expect(await claimsOf(house, packet)).toHaveLength(1)
  })

  it('is one a person on both platforms', async () => {
    const house = await openHouse(engine)
    const moon = house.groupNamed('Moon', 'discord')
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 20')
    await house.person('Discordian', { at: moon })
    const here = await house.person('Mia')
    const account = { ...here.account, platform: 'discord' as const, id: '77', name: 'Mia' }
    await house.storage.write((work) => introduce(work, [here.account, account]))
    const there = await house.person('Mia', { at: moon, id: '77' })
    expect(there.member).toBe(here.member)
    const places = await house.chatId(moon)
    await house.storage.write((work) =>
      work.db.insert(work.t.packetChats).values({ packet, chat: places, thread: null }),
    )
    expect((await there.presses(claim(packet))).keys).toEqual(['claim-paid'])
    expect((await here.presses(claim(packet))).refusal).toBe('claimed-already')
  })

  it('of the last share ends the packet with every unit paid, and the next one hears so', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const people = await crowd(house, 8)
    const packet = await drop(pavel, '50 5')
    const heard = await Promise.all(people.map((one) => one.presses(claim(packet))))
    const paid = heard.filter(({ keys: [key] }) => key === 'claim-paid')
    expect(paid.map((one) => one.params('claim-paid').left).sort()).toEqual([0, 1, 2, 3, 4])
    expect(heard.filter(({ refusal }) => refusal === 'packet-empty')).toHaveLength(3)
    expect(await packetRow(house, packet)).toMatchObject({
      state: 'closed',
      taken: 5,
      paid: 50n * USDT,
      endedAt: house.world.now(),
      endedBy: 'system',
    })
    let sum = 0n
    for (const one of people) sum += await has(house, one.owner)
    expect(sum).toBe(50n * USDT)
    expect(await has(house, { kind: 'packet', id: packet })).toBe(0n)
    expect(await statement(house, packet)).toEqual({
      funded: 50n * USDT,
      paid: 50n * USDT,
      returned: 0n,
      left: 0n,
      held: 0n,
    })
    expect(await factKinds(house, `packet:${packet}`)).toEqual(['packet-dropped', 'packet-closed'])
    const card = await house.card(packet)
    expect(card.keys).toContain('packet-card-closed')
    expect(card.keys.filter((key) => key === 'packet-card-claim-line')).toHaveLength(5)
    expect(card.keys).toContain('packet-card-luckiest')
    expect(await house.audit()).toEqual([])
  })

  it('takes shares in the order of the slots that were drawn and promised', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const people = await crowd(house, 6)
    const packet = await drop(pavel, '50 6 wild')
    for (const one of people) await one.presses(claim(packet))
    const shares = await house.look((work) => work.db.select().from(work.t.packetShares))
    const claims = await claimsOf(house, packet)
    for (const { slot, amount } of shares) {
      const taken = claims.find((one) => one.slot === slot)
      expect(taken).toMatchObject({ amount, member: people[slot]?.member })
    }
  })

  it('of many packets in one batch pays each from its own', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const ines = await house.rich('Ines', '500')
    const people = await crowd(house, 6)
    const one = await drop(pavel, '10 3')
    const other = await drop(ines, '20 3')
    await Promise.all(people.flatMap((person) => [person.presses(claim(one)), person.presses(claim(other))]))
    for (const packet of [one, other])
      expect(await packetRow(house, packet)).toMatchObject({ state: 'closed', taken: 3 })
    expect(await house.audit()).toEqual([])
  })

  it('is refused where the packet is not, while it is paused and after its end', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    const packet = await drop(pavel, '50 20')
    expect((await mia.presses(claim('0'.repeat(16)))).refusal).toBe('packet-unknown')
    expect((await mia.in(house.groupNamed('Other')).presses(claim(packet))).refusal).toBe('packet-elsewhere')
    await pavel.presses(act('pause', packet))
    expect((await mia.presses(claim(packet))).refusal).toBe('packet-paused')
    expect((await house.card(packet)).offers({ command: 'packet-claim' })).toBe(false)
    await pavel.presses(act('resume', packet))
    const preview = await pavel.presses(act('cancel', packet))
    await pavel.presses(preview.press({ act: 'confirm' }))
    const over = await mia.presses(claim(packet))
    expect(over.refusal).toBe('packet-cancelled')
    expect(over.words).toContain('by its sender or a moderator')
    expect(await claimsOf(house, packet)).toEqual([])
  })

  it('is refused from the very millisecond of the end, before anybody has ended it', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia, noa] = await crowd(house, 2)
    const packet = await drop(pavel, '50 20 life=1h')
    house.world.passes(3_600_000 - 1)
    expect((await mia?.presses(claim(packet)))?.keys).toEqual(['claim-paid'])
    house.world.passes(1)
    expect((await noa?.presses(claim(packet)))?.refusal).toBe('packet-expired')
    expect((await packetRow(house, packet)).state).toBe('live')
    await house.beats()
    expect((await packetRow(house, packet)).state).toBe('expired')
    expect((await noa?.presses(claim(packet)))?.refusal).toBe('packet-expired')
  })

  it('is refused under a freeze of everything, of the chat, of the person, and goes on when it is lifted', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    const noa = await house.person('Noa')
    const packet = await drop(pavel, '50 20')
    const chat = await house.chatId(house.group)
    for (const [scope, refusal] of [
      ['programme', 'frozen-programme'],
      [`chat:${chat}`, 'frozen-chat'],
      [`member:${mia.member}`, 'frozen-member'],
    ] as const) {
      house.world.passes(60_000)
      await house.storage.write((work) => freeze(work, scope, 'looking into it', 'operator'))
      const heard = await mia.presses(claim(packet))
      expect(heard.refusal).toBe(refusal)
      expect(heard.params(`refusal-${refusal}`)).toEqual({ reason: 'looking into it' })
      const dropped = await mia.types('/redpacket 1 1')
      expect(dropped.refusal).toBe(refusal)
      if (scope.startsWith('member')) expect((await noa.presses(claim(packet))).keys).toEqual(['claim-paid'])
      await house.storage.write((work) => lift(work, scope, 'operator', true))
    }
    expect((await mia.presses(claim(packet))).keys).toEqual(['claim-paid'])
  })

  it('leaves nothing of the person in the answer of another', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia, noa] = await crowd(house, 2)
    const packet = await drop(pavel, '50 2')
    const heard = await Promise.all([mia?.presses(claim(packet)), noa?.presses(claim(packet))])
    const told = heard.map((one) => toJson(one?.params('claim-paid').amount))
    const claims = await claimsOf(house, packet)
    expect(claims).toHaveLength(2)
    const paid = [mia, noa].map((one) => claims.find(({ member }) => member === one?.member)?.amount)
    expect(told).toEqual(paid.map((amount) => toJson({ amount, asset: 'USDT' })))
  })
})
