import { expect, it } from 'vitest'
import { freeze } from '../../../src/core/freezes/freezes.js'
import { publishedPacket } from '../../../src/core/packets/packets.js'
import { recompute } from '../../../src/core/packets/recompute.js'
import type { Press } from '../../../src/interaction/view.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, claimsOf, crowd, drop, factKinds, has, packetRow, statement, USDT, why } from './kit.js'

describeStorage('a packet with a window', (engine) => {
  it('takes everybody in and pays nobody before the window closes', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const people = await crowd(house, 8)
    const packet = await drop(pavel, '50 5 window=60s')
    const drawAt = house.world.now() + 60_000
    expect(await packetRow(house, packet)).toMatchObject({ draw: 'window', drawAt, expiresAt: drawAt })
    const heard = await Promise.all(people.map((one) => one.presses(claim(packet))))
    expect(heard.map(({ keys }) => keys)).toEqual(heard.map(() => ['claim-entered']))
    // A message may be read at any time, and a relative time goes on counting in it.
    const told = { at: { instant: drawAt, as: 'moment' }, ahead: { duration: 60_000 } }
    expect(heard[0]?.params('claim-entered')).toEqual(told)
    expect((await people[0]?.presses(claim(packet)))?.refusal).toBe('entered-already')
    expect(await claimsOf(house, packet)).toEqual([])
    expect((await house.card(packet)).params('packet-card-entered')).toMatchObject({ entered: 8, shares: 5 })
    house.world.passes(59_999)
    await house.beats()
    expect((await packetRow(house, packet)).state).toBe('live')
    house.world.passes(1)
    const late = await house.person('Late')
    expect((await late.presses(claim(packet))).refusal).toBe('packet-expired')
    await house.beats()
    expect(await packetRow(house, packet)).toMatchObject({ state: 'closed', taken: 5, paid: 50n * USDT })
    expect(await claimsOf(house, packet)).toHaveLength(5)
    expect((await late.presses(claim(packet))).refusal).toBe('packet-empty')
    expect(await factKinds(house, `packet:${packet}`)).toEqual(['packet-dropped', 'packet-closed'])
    expect(await house.audit()).toEqual([])
  })

  it('says of the draw what is right whenever it is read: before, at its time, and after it', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [one, other] = await crowd(house, 2)
    const packet = await drop(pavel, '50 1 window=60s')
    const drawAt = house.world.now() + 60_000
    for (const each of [one, other]) await each?.presses(claim(packet))
    const next = async (press: Press) => (await one?.presses(press))?.params('refusal-entered-already.next')
    const draw = { instant: drawAt, as: 'moment' }
    expect(await next(why(packet))).toEqual({ draw, is: 'ahead' })
    house.world.passes(63_000)
    for (const press of [why(packet), claim(packet)]) expect(await next(press)).toEqual({ draw, is: 'due' })
    expect((await one?.presses(why(packet)))?.words).not.toContain('ago')
    await house.beats()
    const [held] = await claimsOf(house, packet)
    const heard = [one, other].map(async (each) => [
      each?.member === held?.member,
      (await each?.presses(claim(packet)))?.refusal,
    ])
    expect((await Promise.all(heard)).sort()).toEqual([
      [false, 'packet-drawn'],
      [true, 'claimed-already'],
    ])
    expect((await (await house.person('Late')).presses(claim(packet))).refusal).toBe('packet-empty')
  })

  it('of a draw whose time came while it was paused says that it is void', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [one] = await crowd(house, 1)
    const packet = await drop(pavel, '50 1 window=60s')
    await one?.presses(claim(packet))
    await pavel.presses(act('pause', packet))
    house.world.passes(63_000)
    const heard = await one?.presses(claim(packet))
    expect(heard?.params('refusal-entered-already.next')).toMatchObject({ is: 'void' })
  })

  it('draws by the seed alone: who pressed first has won nothing by it', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const people = await crowd(house, 30)
    const packet = await drop(pavel, '50 5 window=60s')
    for (const one of people) await one.presses(claim(packet))
    house.world.passes(60_000)
    await house.beats()
    const record = await house.look((work) => publishedPacket(work, packet))
    expect(record?.kind === 'window-draw' && record.eligible).toHaveLength(30)
    expect(recompute(record)).toMatchObject({ valid: true, claimed: 50n * USDT, left: 0n })
    const members = (await claimsOf(house, packet)).map(({ member }) => member)
    expect(new Set(members).size).toBe(5)
    const firstFive = people.slice(0, 5).map(({ member }) => member)
    const early = members.filter((member) => firstFive.includes(member)).length
    // All five of the first five of thirty: one draw in 142,506.
    expect(early).toBeLessThan(5)
  })

  it('leaves out who was frozen after entering, in the draw and in the published list', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const people = await crowd(house, 4)
    const packet = await drop(pavel, '50 5 equal window=60s')
    for (const one of people) await one.presses(claim(packet))
    const fraud = people[0]?.member ?? 0
    await house.storage.write((work) => freeze(work, `member:${fraud}`, 'fraud', 'operator'))
    house.world.passes(60_000)
    await house.beats()
    const paid = (await claimsOf(house, packet)).map(({ member }) => member)
    expect(paid).toHaveLength(3)
    expect(paid).not.toContain(fraud)
    const record = await house.look((work) => publishedPacket(work, packet))
    expect(record?.kind === 'window-draw' && record.eligible).toHaveLength(3)
    expect(recompute(record)).toMatchObject({ valid: true, claimed: 30n * USDT })
    // Nobody is left out without a trace: in the record, on the card, in /verify and in the facts.
    expect(record).toMatchObject({ excluded: [`member-${fraud}`] })
    const card = await house.card(packet)
    expect(card.params('packet-card-entered')).toMatchObject({ entered: 4 })
    expect(card.params('packet-card-excluded')).toEqual({ count: 1 })
    const verified = await pavel.types(`/verify ${packet}`)
    expect(verified.params('verify-excluded')).toEqual({ count: 1 })
    expect(verified.keys).toContain('verify-valid')
    const facts = await house.look((work) => work.db.select().from(work.t.facts))
    const [trimmed] = facts.filter(({ kind }) => kind === 'packet-draw-trimmed')
    expect(trimmed).toMatchObject({ subject: `packet:${packet}`, details: '{"excluded":1}' })
    expect(await house.audit()).toEqual([])
  })

  it.each([0, 1, 3])('with %s people for 5 shares pays them, and the rest goes back', async (count) => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const people = await crowd(house, count)
    const packet = await drop(pavel, '50 5 equal window=60s')
    for (const one of people) await one.presses(claim(packet))
    house.world.passes(60_000)
    await house.beats()
    const paid = BigInt(count) * 10n * USDT
    expect(await statement(house, packet)).toEqual({
      funded: 50n * USDT,
      paid,
      returned: 50n * USDT - paid,
      left: 0n,
      held: 0n,
    })
    expect(await has(house, pavel.owner)).toBe(500n * USDT - paid)
    for (const one of people) expect(await has(house, one.owner)).toBe(10n * USDT)
    expect(recompute(await house.look((work) => publishedPacket(work, packet)))).toMatchObject({
      valid: true,
    })
    const end = people.length === 0 ? 'packet-card-nobody' : 'packet-card-closed'
    expect((await house.card(packet)).keys).toContain(end)
    expect(await house.audit()).toEqual([])
  })

  it('keeps its time and its shares, and can be cancelled', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia] = await crowd(house, 1)
    const packet = await drop(pavel, '50 5 window=60s')
    await mia?.presses(claim(packet))
    expect((await pavel.presses(act('extend', packet, { by: '1h' }))).refusal).toBe('packet-window')
    expect((await pavel.presses(act('topup', packet, { amount: '5', shares: '5' }))).refusal).toBe(
      'packet-window',
    )
    const preview = await pavel.presses(act('cancel', packet))
    await pavel.presses(preview.press({ act: 'confirm' }))
    house.world.passes(60_000)
    await house.beats()
    expect(await packetRow(house, packet)).toMatchObject({ state: 'cancelled', taken: 0 })
    expect((await mia?.presses(claim(packet)))?.refusal).toBe('packet-cancelled')
    expect(await has(house, pavel.owner)).toBe(500n * USDT)
    const record = await house.look((work) => publishedPacket(work, packet))
    expect(record).toMatchObject({ kind: 'window-draw', eligible: [], claims: [] })
    expect(await house.audit()).toEqual([])
  })

  it('is drawn once by three rounds of endings at once', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const people = await crowd(house, 6)
    const packet = await drop(pavel, '50 4 window=60s')
    for (const one of people) await one.presses(claim(packet))
    house.world.passes(60_000)
    await Promise.all([house.beats(), house.beats(), house.beats()])
    expect(await packetRow(house, packet)).toMatchObject({ state: 'closed', taken: 4, paid: 50n * USDT })
    expect(await house.audit()).toEqual([])
  })
})
