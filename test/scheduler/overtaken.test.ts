/**
 * What is under way when its group becomes a supergroup: how it went where it went says nothing about where
 * its row is to go now.
 */
import { expect, it } from 'vitest'
import { moveChat } from '../../src/core/members/members.js'
import type { DeliveryFailure } from '../../src/interaction/platform.js'
import { must } from '../../src/kit/refusal.js'
import { lease } from '../../src/scheduler/rows.js'
import { claim, drop, factKinds, packetRow } from '../core/packets/kit.js'
import { type House, openHouse } from '../kit/house.js'
import { describeStorage, type EngineForTests } from '../kit/storage.js'
import { carrierOf } from './carrier.js'

const NEW = '-100500'
const GONE: DeliveryFailure = { kind: 'gone', detail: 'message to edit not found' }
const UNREACHABLE: DeliveryFailure = { kind: 'unreachable', detail: 'the group was deleted' }

const news = (house: House) =>
  house.storage.write((work) => moveChat(work, 'telegram', house.group.chat, NEW))

const cardOf = (house: House) =>
  house.look(async (work) => must((await work.db.select().from(work.t.cards))[0], 'a card'))

const stateOfGroup = (house: House) =>
  house.look(async (work) => (await work.db.select().from(work.t.chats)).find(({ native }) => native === NEW))

/** A packet whose card is queued, and its row's key. */
async function dropped(engine: EngineForTests) {
  const house = await openHouse(engine)
  const packet = await drop(await house.rich('Pavel', '500'), '50 20')
  const key = `card:${(await cardOf(house)).id}`
  return { house, packet, key, ...carrierOf(house) }
}

/** The card is posted as message 77, and a claim has changed it. */
async function changed(engine: EngineForTests) {
  const all = await dropped(engine)
  await all.carries(all.key, { ends: '77' })
  await (await all.house.person('Mia')).presses(claim(all.packet))
  return { ...all, edit: `${all.key}:edit` }
}

describeStorage('a group that moves', (engine) => {
  it('while its card is posted: the message in the old chat is not the card', async () => {
    const { house, key, carries, row } = await dropped(engine)
    const first = await carries(key, { during: () => news(house), ends: '77' })
    expect(first?.place.chat).toBe(house.group.chat)
    expect((await cardOf(house)).message).toBeNull()
    expect(await row(key)).toMatchObject({ state: 'queued', attempts: 0 })
    const second = await carries(key, { ends: '3' })
    expect(second).toMatchObject({ place: { chat: NEW }, edit: undefined })
    expect((await cardOf(house)).message).toBe('3')
    expect(await row(key)).toMatchObject({ state: 'sent', message: '3' })
  })

  it('while its card is posted, which the old chat then refuses: it is posted in the new one', async () => {
    const { house, packet, key, carries, row } = await dropped(engine)
    await carries(key, { during: () => news(house), ends: UNREACHABLE })
    expect(await row(key)).toMatchObject({ state: 'queued' })
    expect(await stateOfGroup(house)).toMatchObject({ state: 'active' })
    expect(await packetRow(house, packet)).toMatchObject({ state: 'live' })
    expect((await carries(key, { ends: '3' }))?.place.chat).toBe(NEW)
    expect(await cardOf(house)).toMatchObject({ message: '3', gone: false })
    expect(await factKinds(house, `packet:${packet}`)).not.toContain('packet-card-lost')
  })

  it('after its courier was killed with the card in hand: it is posted in the new chat, in doubt', async () => {
    const { house, key, carries, row } = await dropped(engine)
    const { id } = await row(key)
    await house.storage.write((work) => lease(work, id))
    await news(house)
    expect(await row(key)).toMatchObject({ state: 'leased', version: 2, doubtSince: expect.any(Number) })
    await house.storage.write((work) => work.db.update(work.t.outbox).set({ state: 'queued' }))
    expect((await carries(key, { ends: '3' }))?.place.chat).toBe(NEW)
    expect((await cardOf(house)).message).toBe('3')
  })

  it('while the old message is edited, which is gone: the new one is the card, and is kept current', async () => {
    const { house, packet, key, edit, carries, row } = await changed(engine)
    const posted = async () => {
      await news(house)
      await carries(key, { ends: '3' })
    }
    expect((await carries(edit, { during: posted, ends: GONE }))?.edit).toBe('77')
    expect(await cardOf(house)).toMatchObject({ message: '3', gone: false })
    expect(await factKinds(house, `packet:${packet}`)).not.toContain('packet-card-lost')
    expect(await row(key)).toMatchObject({ state: 'sent' })
    expect(await row(edit)).toMatchObject({ state: 'queued' })
    expect(await carries(edit, { ends: '3' })).toMatchObject({ edit: '3', place: { chat: NEW } })
    expect(await row(edit)).toMatchObject({ state: 'sent' })
  })

  it('while the old message is edited, which nobody can reach: the new chat is not left', async () => {
    const { house, edit, carries, row } = await changed(engine)
    await carries(edit, { during: () => news(house), ends: UNREACHABLE })
    expect(await stateOfGroup(house)).toMatchObject({ state: 'active' })
    expect(await row(edit)).toMatchObject({ state: 'queued' })
  })

  it('not at all: a card whose message is gone is given up', async () => {
    const { house, packet, edit, carries, row } = await changed(engine)
    await carries(edit, { ends: GONE })
    expect(await cardOf(house)).toMatchObject({ gone: true })
    expect(await row(edit)).toMatchObject({ state: 'dead' })
    expect(await factKinds(house, `packet:${packet}`)).toContain('packet-card-lost')
  })

  it('while somebody in it is answered in vain: the answer goes to the new chat', async () => {
    const { house, carries, row } = await dropped(engine)
    const { key } = await house.look(async (work) => {
      const rows = await work.db.select().from(work.t.outbox)
      return must(
        rows.find((one) => one.key.startsWith('answer:')),
        'an answer',
      )
    })
    await carries(key, { during: () => news(house), ends: { kind: 'forbidden', detail: 'no rights' } })
    expect(await row(key)).toMatchObject({ state: 'queued' })
    expect((await carries(key, { ends: '5' }))?.place.chat).toBe(NEW)
  })
})
