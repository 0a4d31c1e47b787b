/** A change of a card whose post is still away costs nothing while it waits, and is sent when it can be. */
import { expect, it, onTestFinished } from 'vitest'
import { postHere } from '../../src/core/packets/packets.js'
import type { DeliveryFailure } from '../../src/interaction/platform.js'
import { must } from '../../src/kit/refusal.js'
import { awaitedBy, isRowFor, resolveRow, rowDead, rowMoved, rowSent } from '../../src/outgoing.js'
import type { Storage } from '../../src/storage/storage.js'
import { claim, drop } from '../core/packets/kit.js'
import { openHouse, steeredWorld } from '../kit/house.js'
import { describeStorage, type EngineForTests } from '../kit/storage.js'
import { openPostOffice } from './post-office.js'

const SECOND = 1000
const choose = () => 'en'
const FORBIDDEN: DeliveryFailure = { kind: 'forbidden', detail: 'TOPIC_CLOSED' }

/** A packet whose card is on its way for `away` ms and was changed meanwhile by a claim. */
async function awaited(engine: EngineForTests, away: number, ends: 'arrives' | DeliveryFailure = 'arrives') {
  const office = await openPostOffice(engine)
  const world = { ...steeredWorld(), now: office.world.now, monotonic: office.world.monotonic }
  const house = await openHouse(engine, { storage: office.storage, world })
  const packet = await drop(await house.rich('Pavel', '500'), '50 20')
  const chat = await house.chatId(house.groupNamed('Elsewhere'))
  await house.storage.write((work) => postHere(work, packet, { chat }, house.programme.packets, 'operator'))
  const count = { writes: 0 }
  const storage: Storage = {
    ...office.storage,
    write(unit) {
      count.writes += 1
      return office.storage.write(unit)
    },
  }
  office.fate = async ({ key }) => {
    if (key === 'card:1') await office.world.sleep(away)
    return key === 'card:1' ? ends : 'arrives'
  }
  const courier = office.courier({
    storage,
    resolve: (work, row) => resolveRow(work, row, choose),
    onSent: rowSent,
    awaitedBy,
    isStillFor: isRowFor,
    onDead: (work, row, reason) => rowDead(work, row, reason, choose),
    onMoved: rowMoved,
  })
  await courier.start()
  onTestFinished(async () => {
    const stopped = courier.stop()
    await office.world.passes(away)
    await stopped
  })
  await office.world.passes(SECOND)
  const change = async (name: string) => {
    await (await house.person(name)).presses(claim(packet))
    courier.wake()
    await office.world.passes(SECOND)
  }
  await change('Mia')
  const edits = () => office.arrivals.filter(({ key }) => key === 'card:1:edit')
  return { office, count, change, edits }
}

describeStorage('a change of a card whose post is away', (engine) => {
  it('takes no unit of work while it waits, and is sent at once when the post has arrived', async () => {
    const { office, count, change, edits } = await awaited(engine, 40 * SECOND)
    await change('Zoe')
    const before = count.writes
    await office.world.passes(36 * SECOND)
    expect(count.writes).toBe(before)
    expect(await office.row('card:1:edit')).toMatchObject({ state: 'queued', attempts: 0, version: 2 })
    expect(edits()).toEqual([])
    await office.world.passes(1.5 * SECOND)
    const post = office.arrivals.find(({ key }) => key === 'card:1')
    expect(edits()).toMatchObject([{ edit: (await office.row('card:1')).message }])
    expect((edits()[0]?.at ?? Number.NaN) - (post?.at ?? 0)).toBeLessThan(100)
  })

  it('waits for nothing more when the post was given up', async () => {
    const { office, edits } = await awaited(engine, 10 * SECOND, FORBIDDEN)
    expect(await office.row('card:1:edit')).toMatchObject({ state: 'queued' })
    await office.world.passes(10 * SECOND)
    expect(await office.row('card:1')).toMatchObject({ state: 'dead' })
    expect(await office.row('card:1:edit')).toMatchObject({ state: 'sent' })
    expect(edits()).toEqual([])
  })

  it('does not keep the changes of another card in the chat from their turn', async () => {
    const { office, edits } = await awaited(engine, 40 * SECOND)
    const { chat } = await office.row('card:1:edit')
    await office.touch('another', must(chat, 'the chat of the card'))
    await office.world.passes(2 * SECOND)
    expect(office.shown()).toContain('another')
    expect(edits()).toEqual([])
  })
})
