/** What an answer says that was typed for in a group, when it comes late or another way. */
import { expect, it } from 'vitest'
import type { Delivery } from '../src/interaction/platform.js'
import { must } from '../src/kit/refusal.js'
import { resolveRow } from '../src/outgoing.js'
import { NO_PRIVATE_CHAT } from '../src/scheduler/failures.js'
import { lease, putAside } from '../src/scheduler/rows.js'
import { type House, openHouse, type Person } from './kit/house.js'
import { describeStorage } from './kit/storage.js'

const MINUTE = 60_000

/** The row of the newest answer to somebody. */
async function newest(house: House, { account }: Person) {
  const rows = await house.look((work) => work.db.select().from(work.t.outbox).orderBy(work.t.outbox.id))
  return must(rows.filter((row) => row.account === account.id).at(-1), 'an answer')
}

async function resolved(house: House, person: Person) {
  const row = await newest(house, person)
  const delivery = await house.storage.write((work) => resolveRow(work, row, () => 'en'))
  return typeof delivery === 'string' ? delivery : shown(delivery)
}

function shown({ place, replyTo, view, recipient }: Delivery) {
  return {
    chat: place.chat,
    kind: place.kind,
    replyTo,
    recipient: recipient?.id,
    last: view.text.at(-1)?.key,
    params: view.text.at(-1)?.params,
  }
}

describeStorage('an answer to what was typed in a group', (engine) => {
  it('is given there, under its question', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    await mia.types('/wallet', { message: '41' })
    house.world.passes(MINUTE)
    expect(await resolved(house, mia)).toMatchObject({
      ...{ chat: house.group.chat, kind: 'group', replyTo: '41', recipient: mia.account.id },
      last: expect.not.stringContaining('answer-'),
    })
  })

  it('says after a minute when it was asked for', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    const at = { instant: house.world.now(), as: 'relative' }
    await mia.types('/wallet')
    house.world.passes(MINUTE + 1)
    expect(await resolved(house, mia)).toMatchObject({ kind: 'group', last: 'answer-late', params: { at } })
  })

  it('that is put aside goes to the private chat, and says what it answers', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    await mia.types('/wallet', { message: '41' })
    const { lane } = await newest(house, mia)
    house.world.passes(19_999)
    await house.storage.write((work) => putAside(work, [lane]))
    expect((await newest(house, mia)).lane).toBe(lane)
    house.world.passes(1)
    await house.storage.write((work) => putAside(work, [lane]))
    expect(await resolved(house, mia)).toMatchObject({
      ...{ chat: mia.account.id, kind: 'private', replyTo: undefined, last: 'answer-aside' },
      params: { title: 'Traders' },
    })
  })

  it('that was tried before stays where it is', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    await mia.types('/wallet')
    const row = await newest(house, mia)
    await house.storage.write(async (work) => {
      await lease(work, row.id)
      await work.db.update(work.t.outbox).set({ state: 'queued' })
    })
    house.world.passes(MINUTE)
    await house.storage.write((work) => putAside(work, [row.lane]))
    expect((await newest(house, mia)).lane).toBe(row.lane)
  })

  it('that tells to wait is not given when the wait is over', async () => {
    const house = await openHouse(engine)
    const mia = await house.rich('Mia', '500')
    await mia.types('/redpacket 50 20')
    await mia.types('/redpacket 50 20')
    house.world.passes(2_000)
    expect(await resolved(house, mia)).toMatchObject({ kind: 'group' })
    house.world.passes(1_001)
    expect(await resolved(house, mia)).toBe('gone')
  })

  it('to somebody without a private chat is noise after a minute and a half, and waits for one', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    await mia.types('/wallet')
    const failed = (lastError: string) =>
      house.storage.write((work) =>
        work.db
          .update(work.t.outbox)
          .set({ lastError })
          .then(() => {}),
      )
    house.world.passes(1.5 * MINUTE)
    await failed(NO_PRIVATE_CHAT)
    expect(await resolved(house, mia)).toMatchObject({ kind: 'group', last: 'answer-late' })
    house.world.passes(1)
    expect(await resolved(house, mia)).toBe('waits')
    // A platform that was away is no reason.
    await failed('not accepted yet')
    expect(await resolved(house, mia)).toMatchObject({ kind: 'group', last: 'answer-late' })
  })
})
