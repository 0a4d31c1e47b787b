/** A card that cannot be shown: what becomes of the packet and its money. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { must } from '../../../src/kit/refusal.js'
import { resolveRow, rowDead, rowSent } from '../../../src/outgoing.js'
import { type House, openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, crowd, drop, factKinds, has, packetRow, USDT } from './kit.js'

const HOUR_MS = 3_600_000

describeStorage('a card that is lost', (engine) => {
  const rowFor = (house: House, key: string) =>
    house.look(async (work) => {
      const rows = await work.db.select().from(work.t.outbox).where(eq(work.t.outbox.key, key))
      return must(rows[0], `a row ${key}`)
    })
  const choose = () => 'en'
  const posted = async (house: House, card: number) => {
    const row = await rowFor(house, `card:${card}`)
    await house.storage.write((work) => rowSent(work, row, { message: `${card}${card}` }))
  }
  const stateOf = (house: House) =>
    house.look(async (work) => {
      const chats = await work.db.select().from(work.t.chats)
      return chats.find(({ native }) => native === house.group.chat)?.state
    })

  it('before it could be posted gives the money back, and the sender is told', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 20')
    const row = await rowFor(house, 'card:1')
    await house.storage.write((work) => rowDead(work, row, 'unreachable', choose))
    expect(await packetRow(house, packet)).toMatchObject({ state: 'cancelled', endedBy: 'system' })
    expect(await has(house, pavel.owner)).toBe(500n * USDT)
    const told = await house.told(pavel)
    expect(told.map(({ keys }) => keys)).toEqual([['packet-lost-unreachable']])
    expect(await factKinds(house, `packet:${packet}`)).toEqual([
      'packet-dropped',
      'packet-cancelled',
      'packet-card-lost',
    ])
    const chats = await house.look((work) => work.db.select().from(work.t.chats))
    expect(chats.find(({ native }) => native === house.group.chat)?.state).toBe('left')
    // The same news twice changes nothing.
    await house.storage.write((work) => rowDead(work, row, 'gone', choose))
    expect(await house.told(pavel)).toHaveLength(1)
    expect(await house.audit()).toEqual([])
  })

  it('because a topic is closed or a right is missing says so, and the chat is not left for it', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 20')
    const row = await rowFor(house, 'card:1')
    await house.storage.write((work) => rowDead(work, row, 'forbidden', choose))
    expect((await packetRow(house, packet)).state).toBe('cancelled')
    expect(await has(house, pavel.owner)).toBe(500n * USDT)
    const [told] = await house.told(pavel)
    expect(told?.params('packet-lost-forbidden')).toEqual({ packet })
    expect(await stateOf(house)).toBe('active')
  })

  it('in one topic, or with the whole chat, ends no packet that was ever seen', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia] = await crowd(house, 1)
    const first = await drop(pavel, '50 20')
    house.world.passes(60_000)
    const second = await drop(pavel, '30 20')
    for (const packet of [first, second]) await mia?.presses(claim(packet))
    for (const card of [1, 2]) await posted(house, card)
    const edit = await rowFor(house, 'card:1:edit')
    await house.storage.write((work) => rowDead(work, edit, 'forbidden', choose))
    expect(await stateOf(house)).toBe('active')
    const other = await rowFor(house, 'card:2:edit')
    const delivery = await house.storage.write((work) => resolveRow(work, other, choose))
    expect(delivery).toMatchObject({ edit: '22' })
    await house.storage.write((work) => rowDead(work, edit, 'unreachable', choose))
    expect(await stateOf(house)).toBe('left')
    expect(await house.storage.write((work) => resolveRow(work, other, choose))).toBe('unreachable')
    await house.storage.write((work) => rowDead(work, other, 'unreachable', choose))
    for (const packet of [first, second]) expect((await packetRow(house, packet)).state).toBe('live')
    expect(await house.told(pavel)).toEqual([])
    // Back again, its cards are there; away for good, the rest comes back by time.
    await pavel.types('/claims')
    expect(await house.storage.write((work) => resolveRow(work, other, choose))).toMatchObject({ edit: '22' })
    house.world.passes(30 * 24 * HOUR_MS)
    await house.beats()
    for (const packet of [first, second]) expect((await packetRow(house, packet)).state).toBe('expired')
    expect(await house.audit()).toEqual([])
  })

  it('in every group ends nothing either when one was seen, and the sender is told', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const other = house.groupNamed('Other')
    const packet = await drop(pavel, '50 20')
    await pavel.in(other).types('/claims')
    await pavel.presses(act('share', packet, { chat: String(await house.chatId(other)) }))
    await posted(house, 1)
    await pavel.presses(act('pause', packet))
    await pavel.presses(act('resume', packet))
    const [first, second] = [await rowFor(house, 'card:1:edit'), await rowFor(house, 'card:2')]
    await house.storage.write((work) => rowDead(work, first, 'other', choose))
    await house.storage.write((work) => rowDead(work, first, 'gone', choose))
    expect(await house.told(pavel)).toEqual([])
    await house.storage.write((work) => rowDead(work, second, 'forbidden', choose))
    expect((await packetRow(house, packet)).state).toBe('live')
    const told = await house.told(pavel)
    expect(told.map(({ keys }) => keys)).toEqual([['packet-hidden']])
    expect(told[0]?.offers({ command: 'packet-panel', packet })).toBe(true)
    await house.storage.write((work) => rowDead(work, second, 'forbidden', choose))
    expect(await house.told(pavel)).toHaveLength(1)
  })

  it('without anybody knowing whether it was posted ends nothing', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const other = house.groupNamed('Other')
    const packet = await drop(pavel, '50 20')
    await pavel.in(other).types('/claims')
    await pavel.presses(act('share', packet, { chat: String(await house.chatId(other)) }))
    const row = { ...(await rowFor(house, 'card:1')), doubtSince: house.world.now() }
    await house.storage.write(async (work) => {
      const { outbox } = work.t
      await rowDead(work, row, 'other', choose)
      await work.db
        .update(outbox)
        .set({ doubtSince: row.doubtSince, state: 'dead' })
        .where(eq(outbox.id, row.id))
    })
    const second = await rowFor(house, 'card:2')
    await house.storage.write((work) => rowDead(work, second, 'forbidden', choose))
    expect((await packetRow(house, packet)).state).toBe('live')
    const [mia] = await crowd(house, 1)
    expect((await mia?.presses(claim(packet)))?.keys).toEqual(['claim-paid'])
    expect((await house.told(pavel)).map(({ keys }) => keys)).toEqual([['packet-hidden']])
  })

  it('of a packet that is over is only noted', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia] = await crowd(house, 1)
    const packet = await drop(pavel, '5 1')
    await mia?.presses(claim(packet))
    const row = await rowFor(house, 'card:1:edit')
    await house.storage.write((work) => rowDead(work, row, 'gone', choose))
    expect((await packetRow(house, packet)).state).toBe('closed')
    expect(await house.told(pavel)).toEqual([])
    const [card] = await house.look((work) => work.db.select().from(work.t.cards))
    expect(card?.gone).toBe(true)
  })
})
