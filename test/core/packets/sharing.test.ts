/** Sharing a packet into a group is a drop there: it counts for the group's day, and is as sure as one. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { moveChat } from '../../../src/core/members/members.js'
import {
  cancelPacket,
  postHere,
  topUp,
  WITHDRAWN_CARD,
  withdrawFrom,
} from '../../../src/core/packets/packets.js'
import { type House, openHouse, type Person, steeredWorld } from '../../kit/house.js'
import { describeStorage, engineForTests } from '../../kit/storage.js'
import { act, claim, crowd, drop, holding, USDT } from './kit.js'

const DAY_MS = 86_400_000
const LIMIT = { chatDayMost: { USDT: '100' } }
const usdt = (units: bigint) => ({ amount: units * USDT, asset: 'USDT' })

/** Two groups in which both people were met. */
async function groups(house: House) {
  const other = house.groupNamed('Other')
  const [pavel, mia] = [await house.rich('Pavel', '1000'), await house.rich('Mia', '1000')]
  for (const one of [pavel, mia]) await one.in(other).types('/claims')
  return { pavel, mia, other, chat: await house.chatId(other) }
}

async function share(house: House, person: Person, packet: string, chat: number) {
  house.world.passes(60_000)
  return person.presses(act('share', packet, { chat: String(chat) }))
}

async function say(house: House, person: Person, at: House['group'], words: string) {
  house.world.passes(60_000)
  return person.in(at).types(`/redpacket ${words}`)
}

/** The first moment of a day by UTC, so that no test runs into the next one. */
function morning() {
  const world = steeredWorld()
  world.passes(DAY_MS - (world.now() % DAY_MS))
  return world
}

describeStorage('what is shared into a group', (engine) => {
  it('counts for that group’s day, and is refused where it would pass it', async () => {
    const house = await openHouse(engine, { world: morning(), packets: LIMIT })
    const { pavel, mia, other, chat } = await groups(house)
    const packet = await drop(pavel, '60 4 equal')
    const [one] = await crowd(house, 1)
    await one?.presses(claim(packet))
    // What is left comes, not what was claimed before.
    expect((await share(house, pavel, packet, chat)).keys).toContain('share-done')
    const full = await say(house, mia, other, '56 5')
    expect(full.refusal).toBe('packet-above-day')
    expect(full.params('refusal-packet-above-day').left).toEqual(usdt(55n))
    expect((await say(house, mia, other, '50 5')).keys).toEqual(['redpacket-dropped'])
    const next = await drop(pavel, '6 5 life=7d')
    const refused = await share(house, pavel, next, chat)
    expect(refused.refusal).toBe('packet-above-day-there')
    expect(refused.params('refusal-packet-above-day-there')).toEqual({
      title: 'Other',
      limit: usdt(100n),
      left: usdt(5n),
      asked: usdt(6n),
    })
    house.world.passes(DAY_MS)
    expect((await share(house, pavel, next, chat)).keys).toContain('share-done')
  })

  it('does not count tomorrow, but what is put into it then does, in every group it is in', async () => {
    const house = await openHouse(engine, { world: morning(), packets: LIMIT })
    const { pavel, mia, other, chat } = await groups(house)
    house.world.passes(DAY_MS / 2)
    const packet = await drop(pavel, '90 5')
    await share(house, pavel, packet, chat)
    house.world.passes(DAY_MS / 2)
    expect((await say(house, mia, other, '70 5')).keys).toEqual(['redpacket-dropped'])
    const topup = (amount: string) => pavel.presses(act('topup', packet, { amount, shares: '5' }))
    expect((await topup('31')).refusal).toBe('packet-above-day-there')
    expect((await topup('20')).keys).toContain('topup-done')
    const full = await say(house, mia, other, '11 5')
    expect(full.params('refusal-packet-above-day').left).toEqual(usdt(10n))
  })

  it('counts no more than was paid when it is over, or than was claimed there when it was taken off', async () => {
    const house = await openHouse(engine, { world: morning(), packets: LIMIT })
    const { pavel, mia, other, chat } = await groups(house)
    const first = await drop(pavel, '40 4 equal')
    await share(house, pavel, first, chat)
    const second = await drop(pavel, '60 4 equal')
    await share(house, pavel, second, chat)
    for (const one of await crowd(house, 3)) await one.presses(claim(second))
    const guest = await house.person('Guest', { at: other })
    for (const packet of [first, second]) await guest.presses(claim(packet))
    expect((await say(house, mia, other, '1 5')).refusal).toBe('packet-above-day')
    await house.storage.write((work) => cancelPacket(work, first, 'operator'))
    const over = await say(house, mia, other, '31 5')
    expect(over.params('refusal-packet-above-day').left).toEqual(usdt(30n))
    const third = await drop(pavel, '30 3 equal')
    await share(house, pavel, third, chat)
    const last = await house.person('Last', { at: other })
    await last.presses(claim(third))
    await house.storage.write((work) => withdrawFrom(work, third, chat, 'operator'))
    const off = await say(house, mia, other, '21 5')
    expect(off.params('refusal-packet-above-day').left).toEqual(usdt(20n))
  })

  it('is taken off a group by all its numbers, where both halves of a merged one had a card', async () => {
    const house = await openHouse(engine, { world: morning() })
    const { pavel, other, chat } = await groups(house)
    const packet = await drop(pavel, '50 5')
    const supergroup = { ...other, chat: '-100777' }
    await pavel.in(supergroup).types('/claims')
    const next = await house.chatId(supergroup)
    for (const one of [chat, next]) await share(house, pavel, packet, one)
    await house.storage.write((work) => moveChat(work, 'telegram', other.chat, supergroup.chat))
    expect(await house.chatId(supergroup)).toBe(chat)
    await house.storage.write((work) => withdrawFrom(work, packet, chat, 'operator'))
    const shown = await house.look(({ db, t }) =>
      db.select({ chat: t.cards.chat, kind: t.cards.kind }).from(t.cards).where(eq(t.cards.subject, packet)),
    )
    const there = shown.filter((card) => card.chat === chat || card.chat === next)
    expect(there).toHaveLength(2)
    expect(there.map(({ kind }) => kind)).toEqual([WITHDRAWN_CARD, WITHDRAWN_CARD])
  })

  it('counts whole after it was taken off until the draw, where somebody entered from there', async () => {
    const house = await openHouse(engine, { world: morning(), packets: LIMIT })
    const { pavel, mia, other, chat } = await groups(house)
    const mod = await house.person('Mod', { at: other })
    mod.stands({ isAdmin: true }, other)
    const takeOff = async (packet: string) => {
      const asked = await mod.presses(act('withdraw', packet))
      expect((await mod.presses(asked.press({ act: 'confirm' }))).keys).toContain('withdraw-done')
    }
    const empty = await drop(pavel, '90 2 equal window=30m')
    await share(house, pavel, empty, chat)
    await takeOff(empty)
    const packet = await drop(mia.in(house.groupNamed('Third')), '80 2 equal window=30m')
    expect((await share(house, mia, packet, chat)).keys).toContain('share-done')
    expect((await mod.presses(claim(packet))).keys).toEqual(['claim-entered'])
    await takeOff(packet)
    const full = await say(house, mia, other, '30 2')
    expect(full.refusal).toBe('packet-above-day')
    expect(full.params('refusal-packet-above-day').left).toEqual(usdt(20n))
    house.world.passes(1_800_000)
    await house.beats()
    expect((await say(house, mia, other, '60 2')).keys).toEqual(['redpacket-dropped'])
  })

  it.each([
    ['the number that stays', true],
    ['the number that goes', false],
  ])('stays off a group that was met under two ids, taken off by %s', async (_, isStaying) => {
    const house = await openHouse(engine)
    const sender = await house.rich('Sender', '500')
    const [old, next] = [house.groupNamed('Guest'), house.groupNamed('Guest')]
    const chats: number[] = []
    for (const at of [old, next]) {
      await sender.in(at).types('/help')
      chats.push(await house.chatId(at))
    }
    const mod = await house.person('Mod', { at: old })
    for (const at of [old, next]) mod.stands({ isAdmin: true }, at)
    const packet = await drop(sender, '50 5')
    const [off, shown] = isStaying ? [old, next] : [next, old]
    await share(house, sender, packet, await house.chatId(off))
    const asked = await mod.in(off).presses(act('withdraw', packet))
    await mod.in(off).presses(asked.press({ act: 'confirm' }))
    expect((await share(house, sender, packet, await house.chatId(shown))).keys).toContain('share-done')
    await house.storage.write((work) => moveChat(work, 'telegram', old.chat, next.chat))
    expect(await house.chatId(next)).toBe(chats[0])
    const one = await house.person('One', { at: next })
    expect((await one.presses(claim(packet))).refusal).toBe('packet-withdrawn')
    const cards = await house.look((work) => work.db.select().from(work.t.cards))
    const there = cards.filter(({ chat, gone }) => chats.includes(chat) && !gone)
    expect(there.map(({ kind }) => kind)).toEqual(['packet-withdrawn'])
    const rows = await house.look((work) => work.db.select().from(work.t.outbox))
    const told = rows.filter(({ key, state }) => key === `card:${there[0]?.id}:edit` && state === 'queued')
    expect(told).toHaveLength(1)
    expect(await house.audit()).toEqual([])
  })
})

const postgres = engineForTests('postgres')
const wanted = process.env.TEST_ENGINES?.split(',') ?? ['postgres']

async function twoProcesses(packets: object = {}) {
  const url = await postgres.emptyDatabase()
  const world = morning()
  const here = await postgres.open({ url, world, deadlineMs: 50_000 })
  const there = await postgres.open({ url, world, deadlineMs: 50_000 })
  const house = await openHouse(postgres, { world, storage: here, packets })
  return { house, here, there }
}

it.runIf(wanted.includes('postgres'))(
  'a packet shared into a group while it becomes a supergroup hangs in the one that stays',
  { timeout: 60_000 },
  async () => {
    const { house, here, there } = await twoProcesses()
    const { pavel, other, chat } = await groups(house)
    const packet = await drop(pavel, '50 5')
    const supergroup = { ...other, chat: '-100777' }
    await drop(await house.rich('Olga', '500', { at: supergroup }), '5 5')
    const stays = await house.chatId(supergroup)
    const moved = await holding(here, (work) => moveChat(work, 'telegram', other.chat, supergroup.chat))
    const { packets: policy } = house.programme
    await there.write((work) => postHere(work, packet, { chat }, policy, 'operator'))
    await moved.done
    const kofi = await house.person('Kofi', { at: supergroup })
    expect((await kofi.presses(claim(packet))).keys).toEqual(['claim-paid'])
    const cards = await house.look((work) =>
      work.db.select().from(work.t.cards).where(eq(work.t.cards.subject, packet)),
    )
    expect(cards.map((card) => card.chat)).toContain(stays)
    expect(await house.audit()).toEqual([])
  },
)

it.runIf(wanted.includes('postgres'))(
  'a packet shared into a group and one topped up there at once do not pass its day together',
  { timeout: 60_000 },
  async () => {
    const { house, here, there } = await twoProcesses(LIMIT)
    const { pavel, mia, chat } = await groups(house)
    const hers = await drop(mia.in(house.groupNamed('Third')), '40 5')
    await share(house, mia, hers, chat)
    const his = await drop(pavel, '50 5')
    const { packets: policy } = house.programme
    const first = await holding(here, (work) => postHere(work, his, { chat }, policy, 'operator'))
    const addition = { total: 20n * USDT, shares: 5 }
    const second = there.write((work) => topUp(work, hers, addition, { policy, fourEyes: false }, 'operator'))
    await expect(second).rejects.toThrow('packet-above-day-there')
    await first.done
  },
)
