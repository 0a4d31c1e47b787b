/** An operator sends again what was given up: it is sent, or is said to have nothing to say. */
import { expect, it } from 'vitest'
import { moveChat } from '../../src/core/members/members.js'
import { cancelPacket } from '../../src/core/packets/packets.js'
import type { DeliveryFailure } from '../../src/interaction/platform.js'
import { sendRowAgain } from '../../src/outgoing.js'
import { act, claim, drop, factKinds, packetRow } from '../core/packets/kit.js'
import { type House, openHouse } from '../kit/house.js'
import { describeStorage, type EngineForTests } from '../kit/storage.js'
import { carrierOf } from './carrier.js'

const FORBIDDEN: DeliveryFailure = { kind: 'forbidden', detail: 'TOPIC_CLOSED' }
const UNREACHABLE: DeliveryFailure = { kind: 'unreachable', detail: 'was kicked' }
const GONE: DeliveryFailure = { kind: 'gone', detail: 'message to edit not found' }

const cardNumbered = (house: House, id: number) =>
  house.look(async (work) => (await work.db.select().from(work.t.cards)).find((card) => card.id === id))

/** A packet of which one share is taken, so that it lives whatever becomes of its card. */
async function claimed(engine: EngineForTests) {
  const house = await openHouse(engine)
  const pavel = await house.rich('Pavel', '500')
  const packet = await drop(pavel, '50 20')
  await (await house.person('Mia')).presses(claim(packet))
  const carrier = carrierOf(house)
  const again = async (key: string) => {
    const row = await carrier.row(key)
    return house.storage.write((work) => sendRowAgain(work, row, 'operator'))
  }
  return { house, pavel, packet, again, ...carrier }
}

describeStorage('what was given up and is sent again', (engine) => {
  it('is the card of a living packet that could not be posted: it is posted, and kept current', async () => {
    const { house, packet, carries, again, row } = await claimed(engine)
    await carries('card:1', { ends: FORBIDDEN })
    expect(await row('card:1')).toMatchObject({ state: 'dead' })
    expect(await cardNumbered(house, 1)).toMatchObject({ gone: true })
    expect(await again('card:1')).toBeUndefined()
    expect(await row('card:1')).toMatchObject({ state: 'queued', attempts: 0, doubtSince: null })
    expect(await carries('card:1', { ends: '3' })).toMatchObject({ edit: undefined })
    expect(await cardNumbered(house, 1)).toMatchObject({ message: '3', gone: false })
    await (await house.person('Zoe')).presses(claim(packet))
    expect(await carries('card:1:edit', { ends: '3' })).toMatchObject({ edit: '3' })
    expect((await factKinds(house, `packet:${packet}`)).at(-1)).toBe('packet-posted-here')
    expect(await house.audit()).toEqual([])
  })

  it('is the change of a card that was deleted: the card is posted anew, as one that was seen', async () => {
    const { house, packet, carries, again, row } = await claimed(engine)
    await carries('card:1', { ends: '77' })
    await carries('card:1:edit', { ends: GONE })
    expect(await again('card:1:edit')).toBeUndefined()
    expect(await row('card:1')).toMatchObject({ state: 'queued', doubtSince: expect.any(Number) })
    expect(await carries('card:1', { ends: '3' })).toMatchObject({ edit: undefined })
    expect(await carries('card:1:edit', { ends: '3' })).toMatchObject({ edit: '3' })
    expect(await packetRow(house, packet)).toMatchObject({ state: 'live' })
  })

  it('is nothing when the packet is over: it says so, and stays given up', async () => {
    const { house, packet, carries, again, row } = await claimed(engine)
    await carries('card:1', { ends: FORBIDDEN })
    await house.storage.write((work) => cancelPacket(work, packet, 'operator'))
    expect(await again('card:1')).toBe('over')
    expect(await row('card:1')).toMatchObject({ state: 'dead' })
    expect(await cardNumbered(house, 1)).toMatchObject({ gone: true })
  })

  it('is the last change of a packet that is over, where its message is still there', async () => {
    const { house, packet, carries, again } = await claimed(engine)
    await carries('card:1', { ends: '77' })
    await house.storage.write((work) => cancelPacket(work, packet, 'operator'))
    await carries('card:1:edit', { ends: FORBIDDEN })
    expect(await again('card:1:edit')).toBeUndefined()
    expect(await carries('card:1:edit', { ends: '77' })).toMatchObject({ edit: '77' })
  })

  it('is nothing in a group that the bot has left, until it is back', async () => {
    const { house, pavel, carries, again, row } = await claimed(engine)
    await carries('card:1', { ends: UNREACHABLE })
    expect(await again('card:1')).toBe('left')
    expect(await row('card:1')).toMatchObject({ state: 'dead' })
    await pavel.types('/help')
    expect(await again('card:1')).toBeUndefined()
    expect(await carries('card:1', { ends: '3' })).toMatchObject({ place: { chat: house.group.chat } })
  })

  it('is nothing where the group has moved and another card shows the packet there', async () => {
    const { house, pavel, packet, carries, again } = await claimed(engine)
    const upgraded = { ...house.group, chat: '-100500' }
    await pavel.in(upgraded).types('/help')
    const next = await house.chatId(upgraded)
    await pavel.presses(act('share', packet, { chat: String(next) }))
    await carries('card:2', { ends: '22' })
    await carries('card:1', { ends: FORBIDDEN })
    await house.storage.write((work) => moveChat(work, 'telegram', house.group.chat, upgraded.chat))
    expect(await cardNumbered(house, 2)).toMatchObject({ gone: false })
    expect(await again('card:1')).toBe('shown')
  })

  it('stays in doubt when it was given up in doubt: somebody may have seen it', async () => {
    const { house, carries, again, row } = await claimed(engine)
    await carries('card:1', { ends: { kind: 'unknown', detail: 'network: timeout' } })
    await house.storage.write((work) => work.db.update(work.t.outbox).set({ notBefore: 0 }))
    await carries('card:1', { ends: FORBIDDEN })
    expect(await again('card:1')).toBeUndefined()
    expect(await row('card:1')).toMatchObject({ state: 'queued', doubtSince: expect.any(Number) })
  })
})
