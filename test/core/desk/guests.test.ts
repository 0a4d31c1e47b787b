/** A packet that was shared into further groups: who rules it, and how one of them takes it off itself. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { introduce } from '../../../src/core/linking/linking.js'
import { moveChat, sighted } from '../../../src/core/members/members.js'
import type { Place } from '../../../src/interaction/call.js'
import { must } from '../../../src/kit/refusal.js'
import { resolveRow } from '../../../src/outgoing.js'
import { type House, openHouse, type Person, type Voice } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, claimsOf, drop, factKinds, has, packetRow, USDT, why } from '../packets/kit.js'

/** A sender with accounts on both platforms, met in a group of each, whose packet is shared into both. */
async function shared(house: House) {
  const pavel = await house.rich('Pavel', '500')
  const other = house.groupNamed('Other')
  const moon = house.groupNamed('Moon', 'discord')
  const account = { platform: 'discord' as const, id: '7654321', name: 'Pavel' }
  await house.storage.write((work) => introduce(work, [pavel.account, account]))
  const packet = await drop(pavel, '50 5')
  for (const place of [other, moon]) {
    const chat = await house.chatId(place)
    await house.storage.write((work) => sighted(work, pavel.member, chat))
    const heard = await pavel.presses(act('share', packet, { chat: String(chat) }))
    expect(heard.keys).toContain('share-done')
  }
  return { pavel, packet, other, moon }
}

async function moderator(house: House, name: string, at: Place): Promise<Person> {
  const person = await house.person(name, { at })
  person.stands({ isAdmin: true })
  return person
}

/** Shows what it does, and does it. */
async function withdraw(voice: Voice, packet: string) {
  const shown = await voice.presses(act('withdraw', packet))
  if (shown.refusal !== undefined) return shown
  expect(shown.keys).toEqual(['withdraw-preview'])
  return voice.presses(shown.press({ act: 'confirm' }))
}

/** What the newest change of a card in a chat shows. */
async function cardIn(house: House, chat: number) {
  return house.storage.write(async (work) => {
    const { cards, outbox } = work.t
    const [card] = await work.db.select().from(cards).where(eq(cards.chat, chat))
    const { id } = must(card, 'a card there')
    await work.db.update(cards).set({ message: '77' }).where(eq(cards.id, id))
    const [row] = await work.db
      .select()
      .from(outbox)
      .where(eq(outbox.key, `card:${id}:edit`))
    const sent = row && (await resolveRow(work, row, () => 'en'))
    return { version: row?.version, view: typeof sent === 'object' ? sent.view : undefined }
  })
}

describeStorage('a packet that was shared into a group', (engine) => {
  it('is not that group’s moderators’ to rule, on either platform', async () => {
    const house = await openHouse(engine)
    const { packet, other, moon } = await shared(house)
    const before = await packetRow(house, packet)
    for (const place of [other, moon]) {
      const guest = await moderator(house, 'Guest', place)
      const far = String(await house.chatId(house.groupNamed('Far')))
      for (const press of [
        act('pause', packet),
        act('resume', packet),
        act('cancel', packet),
        act('extend', packet, { by: '1h' }),
        act('topup', packet, { amount: '5', shares: '5' }),
        act('share', packet, { chat: far }),
      ]) {
        expect((await guest.presses(press)).refusal, press.command).toBe('packet-guest')
      }
      const list = await guest.types('/packets')
      const panel = await guest.presses(list.press({ command: 'packet-panel', packet }))
      expect(panel.keys).toContain('panel-title')
      expect(panel.presses.map(({ command }) => command)).toEqual(['packet-withdraw'])
      expect((await guest.presses(why(packet))).offers({ command: 'packet-panel' })).toBe(true)
    }
    expect(await packetRow(house, packet)).toEqual(before)
    const host = await moderator(house, 'Host', house.group)
    expect((await host.presses(act('withdraw', packet))).refusal).toBe('packet-no-guest')
    expect((await host.presses(act('pause', packet))).keys).toContain('pause-done')
  })

  it('is still staff’s to stop there', async () => {
    const house = await openHouse(engine)
    const { packet, other } = await shared(house)
    const officer = await house.person('Officer', { at: other })
    await officer.becomes('risk_officer')
    expect((await officer.presses(act('pause', packet))).keys).toContain('pause-done')
    expect(await packetRow(house, packet)).toMatchObject({ state: 'paused', pausedAs: 'staff' })
  })

  it.each(['telegram', 'discord'] as const)(
    'is taken off that group on %s, and goes on elsewhere',
    async (on) => {
      const house = await openHouse(engine)
      const { pavel, packet, other, moon } = await shared(house)
      const place = on === 'telegram' ? other : moon
      const chat = await house.chatId(place)
      const first = await house.person('First', { at: place })
      expect((await first.presses(claim(packet))).keys).toEqual(['claim-paid'])
      expect((await first.presses(act('withdraw', packet))).refusal).toBe('packet-not-yours')
      const guest = await moderator(house, 'Guest', place)
      expect((await guest.inPrivate.presses(act('withdraw', packet))).refusal).toBe('only-in-group')
      expect((await withdraw(guest, packet)).keys).toEqual(['withdraw-done'])
      const ended = await cardIn(house, chat)
      expect(ended.view?.text.map(({ key }) => key)).toEqual([
        'packet-card-title-first',
        'packet-card-withdrawn',
      ])
      expect(ended.view?.rows?.flat()).toMatchObject([{ press: { command: 'verify' } }])

      const late = await house.person('Late', { at: place })
      expect((await late.presses(claim(packet))).refusal).toBe('packet-withdrawn')
      expect((await late.presses(why(packet))).refusal).toBe('packet-withdrawn')
      const home = await house.person('Home')
      expect((await home.presses(claim(packet))).keys).toEqual(['claim-paid'])
      expect(await claimsOf(house, packet)).toHaveLength(2)
      expect((await packetRow(house, packet)).state).toBe('live')
      // What happens elsewhere afterwards is not shown there any more.
      expect(await cardIn(house, chat)).toEqual(ended)

      const told = must((await house.told(pavel)).at(-1), 'news')
      expect(told.params('withdraw-told')).toEqual({ packet, title: place.title })
      expect(told.offers({ command: 'packet-panel', packet })).toBe(true)
      expect((await guest.types('/packets')).keys).toEqual(['packets-none'])
      expect((await withdraw(guest, packet)).refusal).toBe('packet-not-yours')
      const again = act('share', packet, { chat: String(chat) })
      expect((await pavel.presses(again)).refusal).toBe('packet-barred')
      expect((await pavel.presses(act('share', packet))).offers({ act: 'set', value: String(chat) })).toBe(
        false,
      )
      expect((await factKinds(house, `packet:${packet}`)).at(-1)).toBe('packet-withdrawn')
      expect(await house.audit()).toEqual([])
    },
  )

  it('is taken back by its sender, too, where they are, and by nobody from its own group', async () => {
    const house = await openHouse(engine)
    const { pavel, packet, other } = await shared(house)
    expect((await withdraw(pavel, packet)).refusal).toBe('packet-no-guest')
    const panel = await pavel.in(other).presses(act('panel', packet))
    expect(panel.offers({ command: 'packet-cancel' })).toBe(true)
    expect((await withdraw(pavel.in(other), packet)).keys).toEqual(['withdraw-done'])
    expect(await house.told(pavel)).toEqual([])
  })

  it('from a budget is that group’s to take off, and no more', async () => {
    const house = await openHouse(engine)
    const other = house.groupNamed('Other')
    const admin = await moderator(house, 'Admin', house.group)
    await admin.in(other).types('/claims')
    await admin.becomes('admin')
    const [home, away] = [await house.chatId(house.group), await house.chatId(other)]
    await house.pays({ kind: 'chat', id: home }, '100')
    const packet = await drop(admin, '50 5 group')
    await admin.presses(act('share', packet, { chat: String(away) }))
    const guest = await moderator(house, 'Guest', other)
    expect((await guest.presses(act('cancel', packet))).refusal).toBe('packet-guest')
    expect((await withdraw(guest, packet)).keys).toEqual(['withdraw-done'])
    expect(await has(house, { kind: 'packet', id: packet })).toBe(50n * USDT)
  })

  it('stays off a group that gets a new id, and is never off its own', async () => {
    const house = await openHouse(engine)
    const { packet, other } = await shared(house)
    const guest = await moderator(house, 'Guest', other)
    await withdraw(guest, packet)
    const supergroup = { ...other, chat: '-100777' }
    await house.person('Early', { at: supergroup })
    await house.storage.write((work) => moveChat(work, 'telegram', other.chat, supergroup.chat))
    const late = await house.person('Late', { at: supergroup })
    expect((await late.presses(claim(packet))).refusal).toBe('packet-withdrawn')
    // The group it was taken off turns out to be the one it was dropped in.
    await house.storage.write((work) => moveChat(work, 'telegram', supergroup.chat, house.group.chat))
    const home = await house.person('Home')
    expect((await home.presses(claim(packet))).keys).toEqual(['claim-paid'])
  })
})
