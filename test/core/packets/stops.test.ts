/** What stops hold: whatever gives a packet money, life or reach, and the claims of a stopped sender's. */
import { expect, it } from 'vitest'
import { freeze, lift, type Scope } from '../../../src/core/freezes/freezes.js'
import { moveChat } from '../../../src/core/members/members.js'
import { packetCard } from '../../../src/core/packets/cards.js'
import { type House, openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, claimsOf, drop, has, packetRow, USDT } from './kit.js'

const stop = (house: House, scope: Scope) =>
  house.storage.write((work) => freeze(work, scope, 'stolen', 'operator'))
const go = (house: House, scope: Scope) => house.storage.write((work) => lift(work, scope, 'operator', true))

/** A sender, an admin, and a group beside the main one in which both were met. */
async function scene(engine: Parameters<typeof openHouse>[0]) {
  const house = await openHouse(engine)
  const guest = house.groupNamed('Guest')
  const sender = await house.rich('Sender', '500')
  const boss = await house.person('Boss')
  await boss.becomes('admin')
  for (const one of [sender, boss]) await one.in(guest).types('/help')
  return { house, guest, sender, boss, chat: await house.chatId(guest) }
}

describeStorage('a stop', (engine) => {
  it('over its sender keeps a packet from growing, by their hand and by any other', async () => {
    const { house, sender, boss, chat } = await scene(engine)
    const packet = await drop(sender, '50 5')
    await stop(house, `member:${sender.member}`)
    const share = act('share', packet, { chat: String(chat) })
    const presses = [
      share,
      act('extend', packet, { by: '1h' }),
      act('topup', packet, { amount: '5', shares: '2' }),
    ]
    for (const press of presses) expect((await sender.presses(press)).refusal).toBe('frozen-member')
    for (const press of presses.slice(0, 2)) expect((await boss.presses(press)).refusal).toBe('frozen-sender')
    expect((await sender.presses(act('pause', packet))).keys).toContain('pause-done')
    expect((await sender.presses(act('resume', packet))).refusal).toBe('frozen-member')
    const asked = await sender.presses(act('cancel', packet))
    expect((await sender.presses(asked.press({ act: 'confirm' }))).keys).toContain('cancel-done')
  })

  it('over everything or its own group keeps it from growing, too', async () => {
    const { house, sender, chat } = await scene(engine)
    const packet = await drop(sender, '50 5')
    const home = await house.chatId(house.group)
    for (const [scope, key] of [
      ['programme', 'frozen-programme'],
      [`chat:${home}`, 'frozen-chat'],
    ] as const) {
      await stop(house, scope)
      expect((await sender.presses(act('share', packet, { chat: String(chat) }))).refusal).toBe(key)
      expect((await sender.presses(act('extend', packet, { by: '1h' }))).refusal).toBe(key)
      await go(house, scope)
    }
    expect((await sender.presses(act('extend', packet, { by: '1h' }))).keys).toContain('extend-done')
  })

  it('over its sender holds the claims of others; the rest goes back in time', async () => {
    const { house, sender } = await scene(engine)
    const packet = await drop(sender, '50 5 equal')
    const [one, other] = [await house.person('One'), await house.person('Other')]
    await stop(house, `member:${sender.member}`)
    const refused = await one.presses(claim(packet))
    expect(refused.refusal).toBe('frozen-sender')
    expect(refused.params('refusal-frozen-sender').reason).toBe('stolen')
    await go(house, `member:${sender.member}`)
    expect((await one.presses(claim(packet))).keys).toEqual(['claim-paid'])
    await stop(house, `member:${sender.member}`)
    expect((await other.presses(claim(packet))).refusal).toBe('frozen-sender')
    house.world.passes(2 * 86_400_000)
    await house.beats()
    expect((await packetRow(house, packet)).state).toBe('expired')
    expect(await has(house, sender.owner)).toBe(490n * USDT)
  })

  it.each([
    ['whose sender is stopped', true],
    ['that is paused', false],
  ])('keeps a window %s at its time from being drawn: all goes back', async (_, bySender) => {
    const { house, sender, boss } = await scene(engine)
    const packet = await drop(sender, '50 5 window=60s')
    const one = await house.person('One')
    expect((await one.presses(claim(packet))).keys).toEqual(['claim-entered'])
    if (bySender) await stop(house, `member:${sender.member}`)
    else await boss.presses(act('pause', packet))
    // A stop over its chat makes nothing wait that is not drawn.
    await stop(house, `chat:${await house.chatId(house.group)}`)
    house.world.passes(120_000)
    await house.beats()
    expect(await packetRow(house, packet)).toMatchObject({ state: 'expired', taken: 0 })
    const card = await house.look((work) => packetCard(work, packet, 'telegram'))
    const keys = card.text.map(({ key }) => key)
    expect(keys).toContain('packet-card-expired')
    expect(keys).not.toContain('packet-card-nobody')
    expect([await has(house, one.owner), await has(house, sender.owner)]).toEqual([0n, 500n * USDT])
    expect(await house.audit()).toEqual([])
  })

  it('over a guest group leaves those out of a draw who entered from there', async () => {
    const { house, sender, guest, chat } = await scene(engine)
    const packet = await drop(sender, '50 2 equal window=60s')
    await sender.presses(act('share', packet, { chat: String(chat) }))
    const [one, bot] = [await house.person('One'), await house.person('Bot', { at: guest })]
    for (const who of [one, bot]) expect((await who.presses(claim(packet))).keys).toEqual(['claim-entered'])
    const upgraded = house.groupNamed('Guest')
    await house.storage.write((work) => moveChat(work, 'telegram', guest.chat, upgraded.chat))
    await stop(house, `chat:${chat}`)
    house.world.passes(120_000)
    await house.beats()
    expect(await has(house, bot.owner)).toBe(0n)
    expect(await has(house, one.owner)).toBe(25n * USDT)
    const entries = await house.look((work) => work.db.select().from(work.t.packetEntries))
    expect(entries.find(({ member }) => member === bot.member)?.excluded).toBe('frozen')
    expect(await house.audit()).toEqual([])
  })

  it('over a group that pays holds after it gave way to another, and it may still pay', async () => {
    const { house, guest, boss, chat } = await scene(engine)
    const [old, next] = [house.groupNamed('Old'), house.groupNamed('Next')]
    const mod = await house.person('Mod', { at: old })
    for (const at of [old, next]) mod.stands({ isAdmin: true }, at)
    for (const at of [old, next]) {
      await boss.in(at).types('/help')
      await house.pays({ kind: 'chat', id: await house.chatId(at) }, '100')
    }
    const goes = await house.chatId(next)
    const packet = await drop(mod.in(next), '50 5 from=group')
    expect((await boss.in(next).presses(act('share', packet, { chat: String(chat) }))).keys).toContain(
      'share-done',
    )
    await house.storage.write((work) => moveChat(work, 'telegram', old.chat, next.chat))
    const stays = await house.chatId(next)
    expect(stays).not.toBe(goes)
    await stop(house, `chat:${stays}`)
    const away = await house.person('Away', { at: guest })
    expect((await away.presses(claim(packet))).refusal).toBe('frozen-chat')
    await go(house, `chat:${stays}`)
    expect((await away.presses(claim(packet))).keys).toEqual(['claim-paid'])
    const topup = act('topup', packet, { amount: '60', shares: '2' })
    expect((await mod.in(next).presses(topup)).keys).toContain('topup-done')
    expect(await has(house, { kind: 'chat', id: stays })).toBe(90n * USDT)
    expect(await claimsOf(house, packet)).toHaveLength(1)
    expect(await house.audit()).toEqual([])
  })
})
