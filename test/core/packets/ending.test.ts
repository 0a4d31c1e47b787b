/** The end of a packet: once, whoever is faster; and what its sender and the moderators may do before it. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { freeze, lift } from '../../../src/core/freezes/freezes.js'
import { freeze as freezeAccount } from '../../../src/core/ledger/ledger.js'
import { introduce } from '../../../src/core/linking/linking.js'
import { cancelPacket, returnLostPacket } from '../../../src/core/packets/packets.js'
import { must } from '../../../src/kit/refusal.js'
import { type House, openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, claimsOf, crowd, drop, factKinds, has, packetRow, statement, USDT, why } from './kit.js'

const HOUR_MS = 3_600_000

async function returnsOf(house: House, packet: string): Promise<bigint[]> {
  const rows = await house.look((work) =>
    work.db
      .select()
      .from(work.t.transfers)
      .where(eq(work.t.transfers.key, `packet:return:${packet}`)),
  )
  return rows.map(({ amount }) => amount)
}

describeStorage('an end', (engine) => {
  it('by time gives back what is left, once', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const people = await crowd(house, 3)
    const packet = await drop(pavel, '50 5 equal life=1h')
    for (const one of people) await one.presses(claim(packet))
    house.world.passes(HOUR_MS)
    await house.beats()
    await house.beats()
    expect(await packetRow(house, packet)).toMatchObject({
      state: 'expired',
      endedBy: 'system',
      paid: 30n * USDT,
    })
    expect(await returnsOf(house, packet)).toEqual([20n * USDT])
    expect(await has(house, pavel.owner)).toBe(470n * USDT)
    const card = await house.card(packet)
    expect(card.keys).toContain('packet-card-expired')
    expect(card.params('packet-card-sum')).toMatchObject({
      paid: { amount: 30n * USDT },
      returned: { amount: 20n * USDT },
    })
    expect(card.offers({ command: 'verify' })).toBe(true)
    expect(await house.audit()).toEqual([])
  })

  it('by time of many packets at once takes them twenty by twenty', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packets: string[] = []
    for (let at = 0; at < 45; at++) {
      house.world.passes(60_000)
      packets.push(await drop(pavel, at % 2 === 0 ? '1 5 life=5m' : '1 5 window=10s'))
    }
    house.world.passes(HOUR_MS)
    await house.beats()
    const states = await house.look((work) =>
      work.db.select({ state: work.t.packets.state }).from(work.t.packets),
    )
    expect(states.filter(({ state }) => state === 'live')).toEqual([])
    expect(await has(house, pavel.owner)).toBe(500n * USDT)
  })

  it('by its sender asks first, says what goes back, and gives it back', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia] = await crowd(house, 1)
    const packet = await drop(pavel, '50 5 equal')
    await mia?.presses(claim(packet))
    const preview = await pavel.presses(act('cancel', packet))
    expect(preview.params('cancel-preview')).toEqual({ left: { amount: 40n * USDT, asset: 'USDT' } })
    expect((await packetRow(house, packet)).state).toBe('live')
    const done = await pavel.presses(preview.press({ act: 'confirm' }))
    expect(done.keys.slice(0, 2)).toEqual(['cancel-done', 'panel-title'])
    expect(await packetRow(house, packet)).toMatchObject({
      state: 'cancelled',
      endedBy: `member:${pavel.member}`,
    })
    expect(await returnsOf(house, packet)).toEqual([40n * USDT])
    const again = await pavel.presses(act('cancel', packet))
    const refused = again.offers({ act: 'confirm' })
      ? await pavel.presses(again.press({ act: 'confirm' }))
      : again
    expect(refused.refusal).toBe('packet-over')
    expect(await factKinds(house, `packet:${packet}`)).toEqual(['packet-dropped', 'packet-cancelled'])
  })

  it('returns exactly once, whoever races whom: claims, the clock, the sender, a moderator, a lost card', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const people = await crowd(house, 12)
    for (let round = 0; round < 8; round++) {
      house.world.passes(60_000)
      const before = await has(house, pavel.owner)
      const packet = await drop(pavel, '24 16 life=5m')
      const [card] = await house.look((work) =>
        work.db.select().from(work.t.cards).where(eq(work.t.cards.subject, packet)),
      )
      // Half of the rounds end by the clock as well: the presses are on the last millisecond, the beat after
      // it.
      const enders = [
        () => house.storage.write((work) => cancelPacket(work, packet, 'member:1')).catch(() => {}),
        () => house.storage.write((work) => cancelPacket(work, packet, 'member:2')).catch(() => {}),
        () => house.storage.write((work) => returnLostPacket(work, must(card, 'a card').id)),
        () => house.beats(),
      ]
      if (round % 2 === 1) house.world.passes(300_000 - 1)
      const claims = people.map((one) => one.presses(claim(packet)))
      if (round % 2 === 1) house.world.passes(1)
      await Promise.all([...claims.slice(0, 6), ...enders.map((end) => end()), ...claims.slice(6)])
      const { paid, returned, left, held, funded } = await statement(house, packet)
      expect({ sum: paid + returned, left, held }).toEqual({ sum: funded, left: 0n, held: 0n })
      expect(await returnsOf(house, packet)).toEqual([returned])
      expect(await has(house, pavel.owner)).toBe(before - paid)
      const sum = (await claimsOf(house, packet)).reduce((all, { amount }) => all + amount, 0n)
      expect(sum).toBe(paid)
    }
    expect(await house.audit()).toEqual([])
  })

  it('waits while everything is stopped, and is made up for afterwards', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia] = await crowd(house, 1)
    const plain = await drop(pavel, '10 5 life=1h')
    house.world.passes(60_000)
    const draw = await drop(pavel, '10 5 window=60s')
    await mia?.presses(claim(draw))
    await house.storage.write((work) => freeze(work, 'programme', 'audit', 'system'))
    house.world.passes(2 * HOUR_MS)
    await house.beats()
    for (const packet of [plain, draw]) expect((await packetRow(house, packet)).state).toBe('live')
    const preview = await pavel.presses(act('cancel', plain))
    const cancelled = preview.refusal ? preview : await pavel.presses(preview.press({ act: 'confirm' }))
    expect(['frozen-programme', 'packet-over']).toContain(cancelled.refusal)
    await house.storage.write((work) => lift(work, 'programme', 'operator', true))
    await house.beats()
    expect((await packetRow(house, plain)).state).toBe('expired')
    expect(await packetRow(house, draw)).toMatchObject({ state: 'closed', taken: 1 })
  })

  it('that cannot be is no obstacle to the others', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packets: string[] = []
    for (let at = 0; at < 3; at++) {
      packets.push(await drop(pavel, '10 5 life=1h'))
      house.world.passes(60_000)
    }
    const [poison = '', ...others] = packets.sort()
    await house.storage.write((work) => freezeAccount(work, { kind: 'packet', id: poison }, true))
    house.world.passes(2 * HOUR_MS)
    await house.beats()
    for (const packet of others) expect((await packetRow(house, packet)).state).toBe('expired')
    expect((await packetRow(house, poison)).state).toBe('live')
    expect(house.lines).toContainEqual(
      expect.objectContaining({
        level: 'error',
        message: 'this could not be settled; it is tried again',
        fields: expect.objectContaining({ beat: 'packets-due', id: poison }),
      }),
    )
  })

  it('of a draw waits while its chat is stopped; money goes back all the same', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia] = await crowd(house, 1)
    const plain = await drop(pavel, '10 5 life=1h')
    house.world.passes(60_000)
    const draw = await drop(pavel, '10 5 window=60s')
    await mia?.presses(claim(draw))
    const scope = `chat:${await house.chatId(house.group)}` as const
    await house.storage.write((work) => freeze(work, scope, 'bots', 'operator'))
    house.world.passes(2 * HOUR_MS)
    await house.beats()
    expect((await packetRow(house, plain)).state).toBe('expired')
    expect((await packetRow(house, draw)).state).toBe('live')
    await house.storage.write((work) => lift(work, scope, 'operator', true))
    await house.beats()
    expect(await packetRow(house, draw)).toMatchObject({ state: 'closed', taken: 1 })
  })
})

describeStorage('a packet’s panel', (engine) => {
  it('is for the sender anywhere, for moderators where the packet is, for admins of the programme', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    const packet = await drop(pavel, '50 20')
    const panel = act('panel', packet)
    const other = house.groupNamed('Other')
    expect((await pavel.inPrivate.presses(panel)).keys[0]).toBe('panel-title')
    expect((await pavel.inPrivate.opens(`packet-panel_${packet}`)).keys[0]).toBe('panel-title')
    expect((await mia.presses(panel)).refusal).toBe('packet-not-yours')
    mia.stands({ isAdmin: true })
    mia.stands({ isAdmin: true }, other)
    expect((await mia.presses(panel)).keys[0]).toBe('panel-title')
    expect((await mia.in(other).presses(panel)).refusal).toBe('packet-not-yours')
    expect((await mia.inPrivate.presses(panel)).refusal).toBe('packet-not-yours')
    await mia.becomes('admin')
    expect((await mia.inPrivate.presses(panel)).keys[0]).toBe('panel-title')
  })

  it('paused by a moderator is resumed by no sender, and paused by staff by no moderator', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 20')
    const mia = await house.person('Mia')
    mia.stands({ isAdmin: true })
    const officer = await house.person('Officer')
    await officer.becomes('risk_officer')
    await mia.presses(act('pause', packet))
    const refused = await pavel.presses(act('resume', packet))
    expect(refused.refusal).toBe('packet-paused-above')
    expect(refused.params('refusal-packet-paused-above')).toEqual({ by: 'moderator' })
    expect((await pavel.presses(act('pause', packet))).refusal).toBe('packet-paused-already')
    expect((await mia.presses(act('resume', packet))).keys).toContain('resume-done')
    // A pause of the sender's own is taken over by who outranks them, as a stop is.
    await pavel.presses(act('pause', packet))
    expect((await mia.presses(act('pause', packet))).keys).toContain('pause-done')
    expect((await officer.presses(act('pause', packet))).keys).toContain('pause-done')
    expect((await mia.presses(act('pause', packet))).refusal).toBe('packet-paused-already')
    for (const one of [pavel, mia]) {
      const no = await one.presses(act('resume', packet))
      expect(no.params('refusal-packet-paused-above')).toEqual({ by: 'staff' })
    }
    expect(await packetRow(house, packet)).toMatchObject({
      state: 'paused',
      pausedAs: 'staff',
      pausedBy: `member:${officer.member}`,
    })
    expect((await officer.presses(act('resume', packet))).keys).toContain('resume-done')
    expect(await packetRow(house, packet)).toMatchObject({ state: 'live', pausedAs: null, pausedBy: null })
  })

  it('pauses and resumes, once each, and the clock runs on', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 20 life=1h')
    expect((await pavel.presses(act('resume', packet))).refusal).toBe('packet-not-paused')
    const paused = await pavel.presses(act('pause', packet))
    expect(paused.keys).toContain('panel-paused')
    expect(paused.offers(act('resume', packet).values)).toBe(true)
    expect((await pavel.presses(act('pause', packet))).refusal).toBe('packet-paused-already')
    house.world.passes(HOUR_MS)
    await house.beats()
    expect((await packetRow(house, packet)).state).toBe('expired')
    expect((await pavel.presses(act('resume', packet))).refusal).toBe('packet-over')
    expect(await factKinds(house, `packet:${packet}`)).toEqual([
      'packet-dropped',
      'packet-paused',
      'packet-expired',
    ])
  })

  it('extends, but for no longer than thirty days from now', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 20 life=1h')
    const asked = await pavel.presses(act('extend', packet))
    const heard = await pavel.presses(asked.press({ act: 'set', value: '6h' }))
    expect(heard.keys[0]).toBe('extend-done')
    expect((await packetRow(house, packet)).expiresAt).toBe(house.world.now() + 7 * HOUR_MS)
    for (const by of ['7d', '7d', '7d', '7d']) {
      house.world.passes(10_000)
      expect((await pavel.presses(act('extend', packet, { by }))).refusal).toBeUndefined()
    }
    const refused = await pavel.presses(act('extend', packet, { by: '7d' }))
    expect(refused.refusal).toBe('packet-life')
    expect(refused.params('refusal-packet-life').most).toEqual({ duration: 30 * 24 * HOUR_MS })
    expect((await pavel.presses(act('extend', packet, { by: '8d' }))).refusal).toBe('span-out-of-range')
    house.world.passes(2 * HOUR_MS)
    const [mia] = await crowd(house, 1)
    expect((await mia?.presses(claim(packet)))?.keys).toEqual(['claim-paid'])
  })

  it('tops up with a drawing of its own, and everything adds up and verifies', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const people = await crowd(house, 12)
    const packet = await drop(pavel, '20 4')
    for (const one of people.slice(0, 2)) await one.presses(claim(packet))
    const asked = await pavel.presses(act('topup', packet))
    const second = await pavel.presses(asked.press({ act: 'set', value: '10' }))
    const shown = await pavel.presses(second.press({ act: 'set', value: '5' }))
    expect(shown.keys).toEqual(['topup-preview'])
    const heard = await pavel.presses(shown.press({ act: 'confirm' }))
    expect(heard.params('topup-done')).toEqual({ amount: { amount: 10n * USDT, asset: 'USDT' }, shares: 5 })
    expect(await packetRow(house, packet)).toMatchObject({ total: 30n * USDT, shares: 9, taken: 2 })
    expect((await house.card(packet)).params('packet-card-proof').proofs).toMatchObject({ list: [{}, {}] })
    for (const one of people) await one.presses(claim(packet))
    expect(await packetRow(house, packet)).toMatchObject({ state: 'closed', taken: 9, paid: 30n * USDT })
    expect((await people[0]?.types(`/verify ${packet}`))?.keys).toContain('verify-valid')
    expect(await house.audit()).toEqual([])
  })

  it('tops up within every limit, with the money of whoever it is', async () => {
    const house = await openHouse(engine, {
      packets: { most: { USDT: '300' }, approvalAbove: { USDT: '100' }, chatDayMost: { USDT: '150' } },
    })
    const pavel = await house.rich('Pavel', '110')
    const packet = await drop(pavel, '50 5')
    const topup = async (amount: string, shares = '5') => {
      house.world.passes(10_000)
      return (await pavel.presses(act('topup', packet, { amount, shares }))).refusal
    }
    const before = await house.dump('calls')
    expect(await topup('251')).toBe('packet-above-most')
    expect(await topup('51')).toBe('topup-approval')
    expect(await topup('0.01', '5')).toBe('split-floor')
    expect(await topup('1e3')).toBe('amount-not-a-number')
    expect(await topup('1.0000001')).toBe('amount-too-precise')
    expect(await topup('5', '1001')).toBe('count-out-of-range')
    expect(await house.dump('calls')).toEqual(before)
    const mia = await house.rich('Mia', '60')
    await drop(mia, '55 5')
    expect(await topup('46')).toBe('packet-above-day')
    expect(await topup('44')).toBeUndefined()
    house.world.passes(24 * HOUR_MS)
    await house.beats()
    expect(await has(house, pavel.owner)).toBe(110n * USDT)
  })

  it('tops up from the sender’s wallet for the sender alone, from a chat’s for its moderators', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    mia.stands({ isAdmin: true })
    await house.pays({ kind: 'chat', id: await house.chatId(house.group) }, '100')
    const his = await drop(pavel, '50 5')
    pavel.stands({ isAdmin: true })
    house.world.passes(60_000)
    const common = await drop(pavel, '50 5 group')
    const values = { amount: '10', shares: '5' }
    expect((await mia.presses(act('topup', his, values))).refusal).toBe('packet-not-payer')
    expect((await mia.presses(act('topup', common, values))).keys[0]).toBe('topup-done')
    expect(await has(house, { kind: 'chat', id: await house.chatId(house.group) })).toBe(40n * USDT)
    // Having dropped it once is no right to a group's budget: neither after a demotion, nor from private.
    pavel.stands({ isAdmin: false })
    for (const seat of [pavel, pavel.inPrivate]) {
      for (const press of [
        act('topup', common, values),
        act('extend', common, { by: '1h' }),
        act('share', common, { chat: '1' }),
      ]) {
        expect((await seat.presses(press)).refusal).toBe('packet-of-group')
      }
    }
    expect((await pavel.presses(act('panel', his))).keys).toContain('panel-title')
  })

  it('of a group’s packet leads into no other group, and a stop over the group holds everywhere', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    const other = house.groupNamed('Other')
    await mia.in(other).types('/claims')
    mia.stands({ isAdmin: true })
    const [home, away] = [await house.chatId(house.group), await house.chatId(other)]
    await house.pays({ kind: 'chat', id: home }, '100')
    const packet = await drop(mia, '50 5 group')
    const share = act('share', packet, { chat: String(away) })
    expect((await mia.presses(share)).refusal).toBe('budget-elsewhere')
    await mia.becomes('admin')
    expect((await mia.presses(share)).keys).toContain('share-done')
    const kofi = await house.person('Kofi', { at: other })
    await house.storage.write((work) => freeze(work, `chat:${home}`, 'a report', 'operator'))
    expect((await kofi.presses(claim(packet))).refusal).toBe('frozen-chat')
  })

  it('is offered under the conditions and by /verify to whoever may manage the packet', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 5')
    const mia = await house.person('Mia')
    const press = { command: 'packet-panel', packet }
    for (const isAdmin of [false, true]) {
      mia.stands({ isAdmin })
      expect((await mia.presses(why(packet))).offers(press)).toBe(isAdmin)
      expect((await mia.types(`/verify ${packet}`)).offers(press)).toBe(isAdmin)
    }
    expect((await pavel.inPrivate.types(`/verify ${packet}`)).offers(press)).toBe(true)
    await pavel.presses((await pavel.presses(act('cancel', packet))).press({ act: 'confirm' }))
    expect((await mia.types(`/verify ${packet}`)).offers(press)).toBe(false)
  })

  it('comes back when one thinks better of it', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 5')
    for (const what of ['cancel', 'extend', 'topup', 'share']) {
      const asked = await pavel.presses(act(what, packet))
      const back = await pavel.presses(asked.press({ act: 'cancel' }))
      expect(back.keys.slice(0, 2), what).toEqual(['form-cancelled', 'panel-title'])
      expect(back.offers({ command: 'packet-pause' })).toBe(true)
    }
  })

  it('puts the packet into further groups, on both platforms, with one counter', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const other = house.groupNamed('Other')
    const moon = house.groupNamed('Moon', 'discord')
    await house.storage.write((work) =>
      introduce(work, [pavel.account, { platform: 'discord', id: '7654321', name: 'Pavel' }]),
    )
    for (const place of [other, moon]) {
      await house.person('Somebody', { at: place })
      const chat = await house.chatId(place)
      await house.storage.write((work) =>
        work.db.insert(work.t.sightings).values({ member: pavel.member, chat, at: work.now }),
      )
    }
    const packet = await drop(pavel, '50 3')
    const asked = await pavel.presses(act('share', packet))
    expect(asked.words).toContain('In which group')
    for (const place of [other, moon]) {
      const chat = String(await house.chatId(place))
      expect(asked.offers({ act: 'set', value: chat })).toBe(true)
      expect((await pavel.presses(act('share', packet, { chat }))).keys[0]).toBe('share-done')
      expect((await pavel.presses(act('share', packet, { chat }))).refusal).toBe('packet-here')
    }
    expect((await pavel.presses(act('share', packet, { chat: '999' }))).refusal).toBe('chat-unknown')
    const cards = await house.look((work) => work.db.select().from(work.t.cards))
    expect(cards.map(({ subject }) => subject)).toEqual([packet, packet, packet])
    const [a, b, c, d] = [
      await house.person('A'),
      await house.person('B', { at: other }),
      await house.person('C', { at: moon }),
      await house.person('D', { at: moon }),
    ]
    const heard = []
    for (const one of [a, b, c, d]) heard.push((await one.presses(claim(packet))).keys[0])
    expect(heard).toEqual(['claim-paid', 'claim-paid', 'claim-paid', 'refusal-packet-empty'])
    const edits = await house.look((work) => work.db.select().from(work.t.outbox))
    expect(edits.filter(({ class: kind }) => kind === 'edit')).toHaveLength(3)
  })

  it('is in at most twenty groups', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 3')
    for (let at = 0; at < 19; at++) {
      const chat = await house.chatId(house.groupNamed(`Group ${at}`))
      await house.storage.write((work) =>
        work.db.insert(work.t.packetChats).values({ packet, chat, thread: null }),
      )
    }
    const last = house.groupNamed('Last')
    const chat = await house.chatId(last)
    await pavel.in(last).types('/claims')
    expect((await pavel.presses(act('share', packet, { chat: String(chat) }))).refusal).toBe('packet-places')
  })

  it('is found by /packets: one’s own, and for moderators those of the group', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const start = await pavel.inPrivate.types('/start')
    const none = await pavel.inPrivate.presses(start.press({ command: 'packets' }))
    expect(none.keys).toEqual(['packets-none'])
    const packet = await drop(pavel, '50 3')
    const mia = await house.person('Mia')
    expect((await mia.types('/packets')).keys).toEqual(['packets-none'])
    mia.stands({ isAdmin: true })
    const hers = await mia.types('/packets')
    expect(hers.params('packets-line')).toMatchObject({ name: 'Pavel', taken: 0, shares: 3, state: 'live' })
    expect(hers.offers({ command: 'packet-panel', packet })).toBe(true)
    const list = await pavel.inPrivate.presses(start.press({ command: 'packets' }))
    const panel = await pavel.inPrivate.presses(list.press({ command: 'packet-panel', packet }))
    expect(panel.params('verify-statement')).toMatchObject({
      funded: { amount: 50n * USDT },
      left: { amount: 50n * USDT },
    })
  })
})
