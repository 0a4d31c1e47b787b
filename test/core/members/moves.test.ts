/** A group becomes a supergroup: one chat, whatever order the news and people's messages come in. */
import { expect, it } from 'vitest'
import { freeze, freezesOver } from '../../../src/core/freezes/freezes.js'
import { move } from '../../../src/core/ledger/ledger.js'
import { moveChat } from '../../../src/core/members/members.js'
import { type House, openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { claim, drop, has, USDT } from '../packets/kit.js'

const NEW = '-100500'

const upgraded = (house: House) => ({ ...house.group, chat: NEW })

/** Telegram sends this twice: from the old chat and from the new one. */
const news = (house: House) =>
  house.storage.write((work) => moveChat(work, 'telegram', house.group.chat, NEW))

async function budget(house: House, chat: number, units: bigint): Promise<void> {
  const key = `test:${chat}`
  const to = { kind: 'chat' as const, id: chat }
  const code = 'treasury-deposit'
  const movement = { key, from: { kind: 'treasury' as const }, to, asset: 'USDT', amount: units, code }
  await house.storage.write((work) => move(work, [{ ...movement, actor: 'system' }]))
}

const frozen = (house: House, chat: number) =>
  house.look(async (work) => (await freezesOver(work, [`chat:${chat}`])).size)

describeStorage('a chat that moved', (engine) => {
  it('keeps its money, though a late press with the old id comes between the two notices', async () => {
    const house = await openHouse(engine)
    const [pavel, mia] = [await house.rich('Pavel', '500'), await house.person('Mia')]
    const packet = await drop(pavel, '50 20')
    const chat = await house.chatId(house.group)
    await budget(house, chat, 7n * USDT)
    await house.storage.write((work) => freeze(work, `chat:${chat}`, 'a look', 'system'))
    await news(house)
    expect((await mia.presses(claim(packet))).refusal).toBe('frozen-chat')
    await news(house)
    expect([await house.chatId(upgraded(house)), await house.chatId(house.group)]).toEqual([chat, chat])
    expect(await has(house, { kind: 'chat', id: chat })).toBe(7n * USDT)
    expect(await frozen(house, chat)).toBe(1)
    const rows = await house.look((work) => work.db.select().from(work.t.chats))
    expect(rows.filter(({ kind }) => kind === 'group')).toMatchObject([{ native: NEW, state: 'active' }])
  })

  it('is the new row where only that one has a history', async () => {
    const house = await openHouse(engine)
    const late = await house.person('Mia')
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel.in(upgraded(house)), '50 20')
    const chat = await house.chatId(upgraded(house))
    await late.types('/help')
    expect(await house.chatId(house.group)).not.toBe(chat)
    await news(house)
    await news(house)
    expect([await house.chatId(house.group), await house.chatId(upgraded(house))]).toEqual([chat, chat])
    expect((await late.presses(claim(packet))).keys).toEqual(['claim-paid'])
  })

  it('that was met under both ids has all of both: budget, packets, stops', async () => {
    const house = await openHouse(engine)
    const [pavel, mia] = [await house.rich('Pavel', '500'), await house.person('Mia')]
    const before = await drop(pavel, '50 20')
    const after = await drop((await house.rich('Olga', '500')).in(upgraded(house)), '30 10')
    const [old, next] = [await house.chatId(house.group), await house.chatId(upgraded(house))]
    await budget(house, old, 7n * USDT)
    await budget(house, next, 5n * USDT)
    await news(house)
    await news(house)
    expect(await house.chatId(upgraded(house))).toBe(old)
    expect(await has(house, { kind: 'chat', id: old })).toBe(12n * USDT)
    for (const packet of [before, after])
      expect((await mia.in(upgraded(house)).presses(claim(packet))).keys).toEqual(['claim-paid'])
    const cards = await house.look((work) => work.db.select().from(work.t.cards))
    expect(cards.map(({ chat }) => chat)).toEqual([old, old])
  })

  it('is still stopped when the stop was laid on the row that gives way', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    await drop(pavel, '50 20')
    await (await house.person('Mia')).in(upgraded(house)).types('/help')
    const [old, next] = [await house.chatId(house.group), await house.chatId(upgraded(house))]
    await house.storage.write((work) => freeze(work, `chat:${next}`, 'a look', 'system'))
    await news(house)
    expect([await frozen(house, old), await frozen(house, next)]).toEqual([1, 0])
  })
})
