/** An answer of a busy group that went to the private chat: how that ends is the end of it. */
import { expect, it } from 'vitest'
import { moveChat } from '../../src/core/members/members.js'
import type { DeliveryFailure } from '../../src/interaction/platform.js'
import { must } from '../../src/kit/refusal.js'
import { putAside } from '../../src/scheduler/rows.js'
import { openHouse } from '../kit/house.js'
import { describeStorage, type EngineForTests } from '../kit/storage.js'
import { carrierOf } from './carrier.js'

/** An answer that was put aside, and its row's key. */
async function aside(engine: EngineForTests) {
  const house = await openHouse(engine)
  const mia = await house.person('Mia')
  await mia.types('/wallet')
  const rows = await house.look((work) => work.db.select().from(work.t.outbox))
  const { key, lane } = must(
    rows.find(({ account }) => account === mia.account.id),
    'an answer',
  )
  house.world.passes(20_000)
  await house.storage.write((work) => putAside(work, [lane]))
  return { house, mia, key, ...carrierOf(house) }
}

const DEADLY: [string, DeliveryFailure][] = [
  ['refused for its words', { kind: 'invalid', detail: "can't parse entities" }],
  ['forbidden', { kind: 'forbidden', detail: 'not allowed' }],
  ['gone', { kind: 'gone', detail: 'not there' }],
]

describeStorage('an answer that was put aside', (engine) => {
  it.each(DEADLY)('and is %s in the private chat is given up', async (_, ends) => {
    const { mia, key, carries, row } = await aside(engine)
    expect((await carries(key, { ends }))?.place).toMatchObject({ chat: mia.account.id, kind: 'private' })
    expect(await row(key)).toMatchObject({ state: 'dead', lastError: 'detail' in ends && ends.detail })
  })

  it('is given up even where its group has moved meanwhile', async () => {
    const { house, key, carries, row } = await aside(engine)
    const during = () =>
      house.storage.write((work) => moveChat(work, 'telegram', house.group.chat, '-100500'))
    await carries(key, { during, ends: { kind: 'invalid', detail: 'too long' } })
    expect(await row(key)).toMatchObject({ state: 'dead', lastError: 'too long' })
  })

  it('and is not accepted in all its time is given up', async () => {
    const { house, key, carries, row } = await aside(engine)
    house.world.passes(24 * 3_600_000)
    await carries(key, { ends: { kind: 'later', retryAfter: 1000, everything: false } })
    expect(await row(key)).toMatchObject({ state: 'dead', lastError: 'not accepted in all this time' })
  })

  const PASSING: [string, DeliveryFailure][] = [
    ['puts it off', { kind: 'later', retryAfter: 1000, everything: false }],
    ['may have it', { kind: 'unknown', detail: 'network: ECONNRESET' }],
    ['has moved', { kind: 'moved', to: '-100500' }],
  ]

  it.each(PASSING)('in vain is left out of its group after minutes, also where that %s', async (_, ends) => {
    const { house, mia, key, carries, row } = await aside(engine)
    await carries(key, { ends: { kind: 'unreachable', detail: "can't initiate conversation" } })
    expect((await carries(key, { ends }))?.place.chat).toBe(house.group.chat)
    expect(await row(key)).toMatchObject({ state: 'queued', account: mia.account.id })
    house.world.passes(300_000)
    expect(await carries(key, { ends: '77' })).toBeUndefined()
    // It is kept for the chat that may be begun yet: what it tells may have moved money.
    const lane = `telegram:${mia.account.id}`
    expect(await row(key)).toMatchObject({ state: 'dead', message: null, lane })
  })
})

describeStorage('an answer that is for one person, who has no private chat', (engine) => {
  it('is never lost: it waits, and comes by itself when the chat is opened', async () => {
    const house = await openHouse(engine)
    const olivia = await house.rich('Olivia', '500')
    await olivia.types('/redpacket 10 4 equal')
    const { carries, row } = carrierOf(house)
    const rows = await house.look((work) => work.db.select().from(work.t.outbox))
    const answer = must(
      rows.findLast(({ account, key }) => account === olivia.account.id && key.startsWith('answer:')),
      'the answer to a command that moved money',
    )
    // The group shows a hint only, which is no delivery.
    await carries(answer.key, { ends: { kind: 'waits', detail: 'there is no private chat' } })
    expect(await row(answer.key)).toMatchObject({ state: 'dead', doubtSince: null })
    // Of a first start Telegram tells by the start alone: it sends no my_chat_member.
    house.world.passes(600_000)
    await olivia.inPrivate.opens('private')
    expect(await row(answer.key)).toMatchObject({ state: 'queued' })
    const sent = await carries(answer.key, { ends: '9' })
    expect(sent?.place).toMatchObject({ kind: 'private', chat: olivia.account.id })
    expect(sent?.view.text.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['redpacket-dropped', 'answer-aside']),
    )
    expect(await row(answer.key)).toMatchObject({ state: 'sent', message: '9' })
    await olivia.inPrivate.opens('private')
    expect(await row(answer.key)).toMatchObject({ state: 'sent' })
  })
})
