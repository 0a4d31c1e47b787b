/** A Telegram group in which many ask at once: cards go first, and nobody is answered minutes later. */
import { expect, it } from 'vitest'
import { describeStorage } from '../kit/storage.js'
import { openPostOffice, type PostOffice } from './post-office.js'

const MINUTE = 60_000

async function begun(office: PostOffice, more: Parameters<PostOffice['courier']>[0]) {
  const courier = office.courier(more)
  await courier.start()
  return courier
}

describeStorage('a busy group', (engine) => {
  it('answers many who type in a group within half a minute, and keeps no card waiting', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('-1', 'group')
    const courier = await begun(office, { pace: {} })
    const queued = new Map<string, number>()
    const queue = async (key: string, account?: string) => {
      queued.set(key, office.world.monotonic())
      await office.queue({ key, chat, account })
      courier.wake()
    }
    // Six people at the pace that one of them may keep: four times what a group has room for.
    for (let round = 0; round < 18; round++) {
      for (let person = 1; person <= 6; person++) await queue(`answer${round}:${person}`, String(person))
      if (round % 3 === 0) await queue(`card${round}`)
      await office.touch('edit', chat, `state${round}`)
      await office.world.passes(10_000)
    }
    await office.world.passes(MINUTE)
    const waits = (kind: string) =>
      office.arrivals
        .filter(({ key }) => key.startsWith(kind))
        .map(({ key, at }) => at - (queued.get(key) ?? Number.NaN))
    expect(waits('answer')).toHaveLength(6 * 18)
    expect(Math.max(...waits('answer'))).toBeLessThan(30_000)
    expect(waits('card')).toHaveLength(6)
    expect(Math.max(...waits('card'))).toBeLessThan(5_000)
    const inGroup = office.arrivals.filter((one) => one.chat === '-1')
    for (const { at } of inGroup) {
      const minute = inGroup.filter((one) => one.at > at - MINUTE && one.at <= at)
      expect(minute.length).toBeLessThanOrEqual(18)
    }
    // In order in each chat; what went aside and what stayed may leave at one moment, in either order.
    for (let person = 1; person <= 6; person++) {
      const own = office.arrivals.filter(({ key, shown }) => shown && key.endsWith(`:${person}`))
      const inOrder = Array.from({ length: 18 }, (_, round) => `answer${round}:${person}`)
      for (const chat of ['-1', String(person)]) {
        const here = own.filter((one) => one.chat === chat).map(({ key }) => key)
        expect(here).toEqual(inOrder.filter((key) => here.includes(key)))
      }
      const moments = inOrder.map((key) => own.find((one) => one.key === key)?.at ?? Number.NaN)
      const overtaken = moments.map((at, index) => at - Math.min(...moments.slice(index)))
      expect(Math.max(...overtaken)).toBeLessThan(1000)
    }
    await courier.stop()
  })

  it('leaves an answer in a group that has room, however old it is', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('-1', 'group')
    await office.queue({ key: 'answer', chat, account: '7' })
    await office.world.passes(10 * MINUTE)
    const courier = await begun(office, { pace: {} })
    await office.world.passes(1000)
    expect(office.arrivals.map((one) => one.chat)).toEqual(['-1'])
    await courier.stop()
  })

  it('gives whoever has no private chat their turn in the group', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('-1', 'group')
    office.fate = ({ place }) =>
      place.chat === '7' ? { kind: 'unreachable', detail: 'never began a chat' } : 'arrives'
    for (let index = 0; index < 20; index++) await office.queue({ key: `${index}`, chat, account: '7' })
    const courier = await begun(office, { pace: {} })
    // Nine at once; the others came back from the private chat, and leave room: three a minute.
    await office.world.passes(5 * MINUTE)
    const shown = office.arrivals.filter((one) => one.shown)
    expect(shown.map(({ key }) => key)).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`))
    expect(new Set(shown.map((one) => one.chat))).toEqual(new Set(['-1']))
    expect(office.arrivals.filter((one) => one.chat === '7').length).toBeLessThanOrEqual(20)
    expect(office.told.dead).toEqual([])
    await courier.stop()
  })

  it('keeps nobody waiting behind those who have no private chat', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('-1', 'group')
    office.fate = ({ place }) =>
      place.kind === 'private' && place.chat !== '1'
        ? { kind: 'unreachable', detail: 'never began a chat' }
        : 'arrives'
    // Presses of a storm that nobody was there to answer any more: a crowd without private chats.
    const crowd = Array.from({ length: 30 }, (_, index) => String(100 + index))
    for (const account of crowd) await office.queue({ key: `late:${account}`, chat, account, aside: true })
    const courier = await begun(office, { pace: {} })
    await office.world.passes(5000)
    await office.queue({ key: 'asked', chat, account: '1' })
    courier.wake()
    await office.world.passes(3 * MINUTE)
    const shown = office.arrivals.filter((one) => one.shown)
    const asked = shown.find(({ key }) => key === 'asked')
    expect(asked?.chat).toBe('-1')
    const began = shown[0]?.at ?? Number.NaN
    expect((asked?.at ?? Number.NaN) - began).toBeLessThan(6000)
    expect(shown.findIndex(({ key }) => key === 'asked')).toBe(3)
    await office.world.passes(7 * MINUTE)
    const late = office.arrivals.filter((one) => one.shown && one.key.startsWith('late:'))
    expect(late.map(({ key }) => key)).toEqual(crowd.map((account) => `late:${account}`))
    await courier.stop()
  })
})
