/** A group becomes a supergroup: one chat, whatever order the news and people's messages come in. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { freeze, freezesOver, lift } from '../../../src/core/freezes/freezes.js'
import { move } from '../../../src/core/ledger/ledger.js'
import { moveChat } from '../../../src/core/members/members.js'
import { cancelPacket } from '../../../src/core/packets/packets.js'
import { askTreasury, decideTreasury } from '../../../src/core/treasury/treasury.js'
import { must, Refusal } from '../../../src/kit/refusal.js'
import { resolveRow, rowDead, rowSent } from '../../../src/outgoing.js'
import { hear } from '../../../src/reception.js'
import { lease, type OutboxRow, settleUnlessNewer } from '../../../src/scheduler/rows.js'
import type { Storage } from '../../../src/storage/storage.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, approve, claim, crowd, drop, factKinds, has, packetRow, USDT } from '../packets/kit.js'

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

const stops = (house: House, ...chats: number[]) =>
  house.look(async (work) => {
    const scopes = chats.map((chat) => `chat:${chat}` as const)
    return [...(await freezesOver(work, scopes)).values()]
  })

const cardsOf = (house: House) =>
  house.look((work) => work.db.select().from(work.t.cards).orderBy(work.t.cards.id))

const rowFor = (house: House, key: string): Promise<OutboxRow> =>
  house.look(async (work) => {
    const rows = await work.db.select().from(work.t.outbox).where(eq(work.t.outbox.key, key))
    return must(rows[0], `a row ${key}`)
  })

/** The courier has sent it. */
async function settled(house: House, key: string, message?: string): Promise<void> {
  const row = await rowFor(house, key)
  await house.storage.write(async (work) => {
    const { outbox } = work.t
    await work.db.update(outbox).set({ state: 'sent', settledAt: work.now }).where(eq(outbox.key, key))
    await rowSent(work, row, { message })
  })
}

const drawn = (house: House, row: OutboxRow) =>
  house.storage.write((work) => resolveRow(work, row, () => 'en'))

/** After the pause that one person keeps between packets. */
function later(house: House, person: Person, words: string): Promise<string> {
  house.world.passes(60_000)
  return drop(person, words)
}

/** Both rows of the group have a packet, so that both have a history. */
async function metTwice(house: House) {
  const [pavel, mia] = [await house.rich('Pavel', '500'), await house.person('Mia')]
  const olga = await house.rich('Olga', '500')
  const before = await drop(pavel, '50 20')
  const after = await drop(olga.in(upgraded(house)), '30 10')
  const [old, next] = [await house.chatId(house.group), await house.chatId(upgraded(house))]
  return { pavel, mia, olga, before, after, old, next }
}

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
    const { old, next, before, after } = await metTwice(house)
    const mia = await house.person('Mia')
    await budget(house, old, 7n * USDT)
    await budget(house, next, 5n * USDT)
    // The edit of each card has been sent by now, so that its row is settled.
    for (const packet of [before, after]) await mia.presses(claim(packet))
    for (const { id } of await cardsOf(house)) await settled(house, `card:${id}`, `${id}${id}`)
    await mia.in(upgraded(house)).presses(claim(after))
    for (const { id } of await cardsOf(house)) await settled(house, `card:${id}:edit`)
    await house.storage.write((work) => freeze(work, `chat:${old}`, 'a look', 'member:1', false))
    await house.storage.write((work) => freeze(work, `chat:${next}`, 'fraud', 'operator', true))
    await news(house)
    await news(house)
    expect(await house.chatId(upgraded(house))).toBe(old)
    expect(await has(house, { kind: 'chat', id: old })).toBe(12n * USDT)
    expect(await has(house, { kind: 'chat', id: next })).toBe(0n)
    expect((await cardsOf(house)).map(({ chat }) => chat)).toEqual([old, old])

    expect(await stops(house, old, next)).toMatchObject([
      { scope: `chat:${old}`, reason: 'fraud', byStaff: true },
    ])
    const lifted = house.storage.write((work) => lift(work, `chat:${old}`, 'member:1', false))
    await expect(lifted).rejects.toMatchObject({ key: 'frozen-by-staff' })
    await house.storage.write((work) => lift(work, `chat:${old}`, 'operator', true))
    expect(await stops(house, old, next)).toEqual([])

    const zoe = (await house.person('Zoe')).in(upgraded(house))
    for (const packet of [before, after])
      expect((await zoe.presses(claim(packet))).keys).toEqual(['claim-paid'])
    const [left, kept] = await cardsOf(house)
    for (const [key, edit] of [
      [`card:${left?.id}`, undefined],
      [`card:${kept?.id}:edit`, `${kept?.id}${kept?.id}`],
    ] as const) {
      const row = await rowFor(house, key)
      expect(row).toMatchObject({ chat: old, lane: `chat:${old}`, state: 'queued' })
      expect(await drawn(house, row)).toMatchObject({ place: { chat: NEW }, edit })
    }
    await house.storage.write((work) => cancelPacket(work, after, 'operator'))
    expect(await packetRow(house, after)).toMatchObject({ state: 'cancelled', origin: old })
    expect(await factKinds(house, `chat:${old}`)).toContain('chat-merged')
    expect(await house.audit()).toEqual([])
  })

  it('keeps the card of the new chat current where both have one of a packet, and a stop of it stops the draws of both', async () => {
    const house = await openHouse(engine)
    const { pavel, old, next, before } = await metTwice(house)
    await house.storage.write((work) =>
      work.db.insert(work.t.sightings).values({ member: pavel.member, chat: next, at: work.now }),
    )
    await pavel.presses(act('share', before, { chat: String(next) }))
    const draw = await drop((await house.rich('Zoe', '500')).in(upgraded(house)), '10 5 window=60s')
    for (const { id } of await cardsOf(house)) await settled(house, `card:${id}`, `${id}${id}`)
    await news(house)
    await pavel.presses(act('pause', before))
    const shown = (await cardsOf(house)).filter(({ subject }) => subject === before)
    expect(shown.map(({ gone }) => gone)).toEqual([true, false])
    const { id } = must(shown[1], 'the card in the new chat')
    const delivery = await drawn(house, await rowFor(house, `card:${id}:edit`))
    expect(delivery).toMatchObject({ place: { chat: NEW }, edit: `${id}${id}` })
    await house.storage.write((work) => freeze(work, `chat:${old}`, 'a look', 'operator'))
    house.world.passes(120_000)
    await house.beats()
    expect((await packetRow(house, draw)).state).toBe('live')
  })

  it('shows a living packet anew, once, and both buttons count together', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia, zoe, noor] = [
      await house.person('Mia'),
      await house.person('Zoe'),
      await house.person('Noor'),
    ]
    const [packet, over] = [await drop(pavel, '50 2 equal'), await later(house, pavel, '10 5')]
    const [card, last] = await cardsOf(house)
    for (const { id } of await cardsOf(house)) await settled(house, `card:${id}`, '77')
    await house.storage.write((work) => cancelPacket(work, over, 'operator'))
    await news(house)
    const post = await rowFor(house, `card:${card?.id}`)
    expect(post).toMatchObject({ class: 'receipt', state: 'queued' })
    expect(await drawn(house, post)).toMatchObject({ place: { chat: NEW }, edit: undefined })
    await settled(house, `card:${card?.id}`, '3')

    await news(house)
    expect(await rowFor(house, `card:${card?.id}`)).toMatchObject({ state: 'sent' })
    expect((await mia.presses(claim(packet))).keys).toEqual(['claim-paid'])
    expect((await zoe.in(upgraded(house)).presses(claim(packet))).keys).toEqual(['claim-paid'])
    expect((await noor.presses(claim(packet))).refusal).toBe('packet-empty')
    const edit = await drawn(house, await rowFor(house, `card:${card?.id}:edit`))
    expect(edit).toMatchObject({ place: { chat: NEW }, edit: '3' })
    // What is over has no card that could be changed, and no second one.
    expect((await cardsOf(house)).map(({ gone }) => gone)).toEqual([false, true])
    expect(await rowFor(house, `card:${last?.id}`)).toMatchObject({ state: 'sent' })
    expect(await drawn(house, await rowFor(house, `card:${last?.id}:edit`))).toBe('gone')
    expect(await house.audit()).toEqual([])
  })

  it('shows it anew though the card was on its way to the old chat', async () => {
    const house = await openHouse(engine)
    await drop(await house.rich('Pavel', '500'), '50 2')
    const { id } = must((await cardsOf(house))[0], 'a card')
    const key = `card:${id}`
    const { id: row } = await rowFor(house, key)
    const leased = must(await house.storage.write((work) => lease(work, row)), 'a lease')
    await news(house)
    const outcome = await house.storage.write(async (work) => {
      await rowSent(work, leased, { message: '77' })
      return settleUnlessNewer(work, leased, { state: 'sent', settledAt: work.now })
    })
    expect(outcome).toBe('newer')
    expect(await drawn(house, await rowFor(house, key))).toMatchObject({
      place: { chat: NEW },
      edit: undefined,
    })
  })

  it('keeps a packet living that was seen in the old chat, when the new one takes no card', async () => {
    const house = await openHouse(engine)
    const packet = await drop(await house.rich('Pavel', '500'), '50 2')
    const { id } = must((await cardsOf(house))[0], 'a card')
    await settled(house, `card:${id}`, '77')
    // Long settled: its row has been forgotten.
    const { outbox } = await house.look(async (work) => work.t)
    await house.storage.write((work) => work.db.delete(outbox).where(eq(outbox.key, `card:${id}`)))
    await news(house)
    const row = await rowFor(house, `card:${id}`)
    await house.storage.write((work) => rowDead(work, row, 'unreachable', () => 'en'))
    expect(await packetRow(house, packet)).toMatchObject({ state: 'live', endedAt: null })
  })

  it('gives back a packet that nobody can have seen in either', async () => {
    const house = await openHouse(engine)
    const packet = await drop(await house.rich('Pavel', '500'), '50 2')
    const { id } = must((await cardsOf(house))[0], 'a card')
    await news(house)
    const row = await rowFor(house, `card:${id}`)
    await house.storage.write((work) => rowDead(work, row, 'unreachable', () => 'en'))
    expect(await packetRow(house, packet)).toMatchObject({ state: 'cancelled', endedBy: 'system' })
    const late = await (await house.person('Mia')).presses(claim(packet))
    expect(late.refusal).toBe('packet-cancelled')
    expect(late.words).toContain('could not be shown in any group')
    expect(late.words).not.toContain('moderator')
  })

  it('gets what comes back for the row that gave way: rests, refused and granted requests', async () => {
    const house = await openHouse(engine)
    const { olga, mia, old, next } = await metTwice(house)
    await budget(house, next, 100n * USDT)
    const voice = olga.in(upgraded(house))
    olga.stands({ isAdmin: true }, upgraded(house))
    house.world.passes(60_000)
    const packet = await drop(voice, '40 10 group')
    const ask = (kind: 'deposit' | 'withdraw', callKey: string) =>
      house.storage.write((work) => {
        const owner = { kind: 'chat', id: next } as const
        const request = { kind, owner, asset: 'USDT', amount: 9n * USDT, reason: 'so', callKey }
        return askTreasury(work, { ...request, maker: mia.member })
      })
    const asked = [await ask('deposit', 'a'), await ask('withdraw', 'b'), await ask('deposit', 'c')]
    await news(house)
    expect(await has(house, { kind: 'chat', id: old })).toBe(51n * USDT)
    await house.storage.write((work) => cancelPacket(work, packet, 'operator'))
    expect(await has(house, { kind: 'chat', id: old })).toBe(91n * USDT)
    const decisions = [true, false, false]
    for (const [at, { id }] of asked.entries()) {
      const decision = { checker: olga.member, approve: decisions[at] ?? false, fourEyes: true }
      await house.storage.write((work) => decideTreasury(work, id, decision))
    }
    expect(await has(house, { kind: 'chat', id: old })).toBe(109n * USDT)
    expect(await has(house, { kind: 'chat', id: next })).toBe(0n)
    expect(await house.audit()).toEqual([])
  })

  it('has one limit a day, with what was dropped from the row that gave way', async () => {
    const house = await openHouse(engine, { packets: { chatDayMost: { USDT: '90' } } })
    const { olga, after } = await metTwice(house)
    for (const one of await crowd(house, 10)) await one.in(upgraded(house)).presses(claim(after))
    expect((await packetRow(house, after)).state).toBe('closed')
    await news(house)
    house.world.passes(60_000)
    const heard = await olga.in(upgraded(house)).types('/redpacket 11 5')
    expect(heard.refusal).toBe('packet-above-day')
    house.world.passes(60_000)
    expect((await olga.in(upgraded(house)).types('/redpacket 10 5')).keys).toContain('redpacket-dropped')
  })

  it('that gave way is found by the audit when it holds money, without stopping anything', async () => {
    const house = await openHouse(engine)
    const { next } = await metTwice(house)
    await news(house)
    await budget(house, next, 3n * USDT)
    expect(await house.audit()).toEqual([
      {
        check: 'chats-merged',
        detail: '3000000 units of USDT are in a chat that gave way',
        subject: `chat:${next}`,
      },
    ])
  })

  it('is followed by a packet that was on its way into the row that gave way', async () => {
    const house = await openHouse(engine, { packets: { approvalAbove: { USDT: '100' } } })
    const { pavel, old } = await metTwice(house)
    house.world.passes(60_000)
    const asked = await pavel.in(upgraded(house)).types('/redpacket 150 20')
    const checker = await house.person('Nora')
    await checker.becomes('finance_checker')
    await news(house)
    const { id } = await house.look(async (work) =>
      must((await work.db.select().from(work.t.packetRequests))[0], 'it'),
    )
    expect(asked.refusal).toBeUndefined()
    await approve(checker, { command: 'packet-approve', values: { request: id } })
    const packets = await house.look((work) => work.db.select().from(work.t.packets))
    const approved = must(
      packets.find(({ total }) => total === 150n * USDT),
      'the packet that was approved',
    )
    expect(approved.origin).toBe(old)
    const mia = (await house.person('Zoe')).in(upgraded(house))
    expect((await mia.presses(claim(approved.id))).keys).toEqual(['claim-paid'])
  })

  it('is told again when something came in between', async () => {
    const house = await openHouse(engine)
    const { old } = await metTwice(house)
    let tries = 0
    const taken = Object.assign(new Error('duplicate key'), { code: '23505', constraint: 'chats_native' })
    const contended: Pick<Storage, 'write'> = {
      write: (unit) => {
        tries += 1
        if (tries === 1) throw new Refusal('ledger-insufficient')
        if (tries === 2) throw taken
        return house.storage.write(unit)
      },
    }
    const event = {
      id: '1',
      kind: 'chat-migrated',
      platform: 'telegram',
      from: house.group.chat,
      to: NEW,
    } as const
    await hear({ ...house.storage, ...contended }, event, () => 'en')
    expect(await house.chatId(upgraded(house))).toBe(old)
    expect(tries).toBe(3)
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
