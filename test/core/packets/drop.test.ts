import { expect, it } from 'vitest'
import { introduce } from '../../../src/core/linking/linking.js'
import { sighted } from '../../../src/core/members/members.js'
import { droppedLately } from '../../../src/core/packets/drop.js'
import { cancelPacket } from '../../../src/core/packets/packets.js'
import { fromJson } from '../../../src/kit/json.js'
import { must } from '../../../src/kit/refusal.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, crowd, drop, factKinds, has, packetRow, USDT } from './kit.js'

const DAY_MS = 86_400_000

describeStorage('a drop', (engine) => {
  it('is funded in full, drawn and promised, recorded, and posted, all in one', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const heard = await pavel.types('/redpacket 50 20 greeting=Happy new year')
    const { packet: id, ...said } = heard.params('redpacket-dropped')
    expect(said).toEqual({ amount: { amount: 50n * USDT, asset: 'USDT' }, shares: 20 })
    const packet = String(id)
    expect(await has(house, pavel.owner)).toBe(450n * USDT)
    expect(await has(house, { kind: 'packet', id: packet })).toBe(50n * USDT)
    const now = house.world.now()
    expect(await packetRow(house, packet)).toMatchObject({
      sender: pavel.member,
      total: 50n * USDT,
      paid: 0n,
      taken: 0,
      shares: 20,
      split: 'lucky',
      draw: 'first',
      drawAt: null,
      greeting: 'Happy new year',
      source: `member:${pavel.member}:available`,
      floor: 10_000n,
      state: 'live',
      createdAt: now,
      expiresAt: now + DAY_MS,
      endedAt: null,
    })
    const { shares, tranches, cards, outbox } = await house.look(async (work) => ({
      shares: await work.db.select().from(work.t.packetShares),
      tranches: await work.db.select().from(work.t.packetTranches),
      cards: await work.db.select().from(work.t.cards),
      outbox: await work.db.select().from(work.t.outbox),
    }))
    expect(shares.reduce((sum, { amount }) => sum + amount, 0n)).toBe(50n * USDT)
    expect(shares.every(({ amount }) => amount >= 10_000n)).toBe(true)
    expect(shares.map(({ slot }) => slot).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, at) => at),
    )
    expect(tranches).toMatchObject([
      { packet, number: 0, shares: 20, commitment: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
    const chat = await house.chatId(house.group)
    expect(cards).toMatchObject([{ kind: 'packet', subject: packet, chat, message: null, gone: false }])
    const card = outbox.find(({ key }) => key === `card:${cards[0]?.id}`)
    expect(card).toMatchObject({ class: 'receipt', chat, account: null, state: 'queued' })
    expect(fromJson(card?.content ?? '')).toEqual({ kind: 'card', card: cards[0]?.id })
    expect(await factKinds(house, `packet:${packet}`)).toEqual(['packet-dropped'])
    expect(await house.audit()).toEqual([])
  })

  it('shows on its card who, how much, how many, until when, and the promise', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel <b>', '500')
    const packet = await drop(pavel, '50 20 members=yes age=30 greeting=Luck!')
    const card = await house.card(packet)
    expect(card.view).toMatchObject({ audience: 'everyone', tone: 'gift' })
    expect(card.keys).toEqual([
      'packet-card-title-first',
      'packet-card-greeting',
      'packet-card-progress',
      'packet-card-ends',
      'packet-card-condition',
      'packet-card-condition',
      'packet-card-proof',
    ])
    expect(card.params('packet-card-title-first')).toMatchObject({ name: 'Pavel <b>', shares: 20 })
    expect(card.words).toContain('accounts at least 30 days old')
    const [tranche] = await house.look((work) => work.db.select().from(work.t.packetTranches))
    expect(card.words).toContain(tranche?.commitment)
    expect(card.offers({ command: 'packet-claim', packet })).toBe(true)
    expect(card.offers({ command: 'packet-why', packet })).toBe(true)
  })

  it.each([
    ['0 20', 'amount-not-positive'],
    ['-5 20', 'amount-not-positive'],
    ['1e3 20', 'amount-not-a-number'],
    ['０.５ 20', 'amount-not-a-number'],
    ['1,5 20', 'amount-comma'],
    ['NaN 20', 'amount-not-a-number'],
    [`${'9'.repeat(30)} 20`, 'amount-too-large'],
    ['50.0000001 20', 'amount-too-precise'],
    ['50 0', 'count-out-of-range'],
    ['50 1000000', 'count-out-of-range'],
    ['50 -1', 'count-not-a-number'],
    ['0.000019 20', 'split-too-many-shares'],
    ['0.1 20', 'split-floor'],
    ['50 20 most=2', 'split-cap'],
    ['50 3 fixed', 'split-not-divisible'],
    ['10001 20', 'packet-above-most'],
    ['50 20 window=1s', 'span-out-of-range'],
    ['50 20 window=2h', 'span-out-of-range'],
    ['50 20 life=8d', 'span-out-of-range'],
    ['50 20 life=soon', 'span-malformed'],
    ['50 20 age=0', 'count-out-of-range'],
    ['50 20 asset=DOGE', 'choice-unknown'],
    ['50 20 BMX', 'ledger-insufficient'],
    ['501 20', 'ledger-insufficient'],
    ['50 20 group', 'only-moderators'],
    ['50 20 chat=999', 'chat-unknown'],
    [`50 20 ${'x'.repeat(121)}`, 'words-too-long'],
  ])('%s is refused: %s', async (words, refusal) => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const before = await house.dump('calls', 'outbox')
    expect((await pavel.types(`/redpacket ${words}`)).refusal).toBe(refusal)
    expect(await house.dump('calls', 'outbox')).toEqual(before)
    const answers = await house.look((work) => work.db.select().from(work.t.outbox))
    expect(answers.map(({ class: kind }) => kind)).toEqual(['receipt'])
  })

  it('that is not to be divided is offered the amounts on both sides', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const heard = await pavel.types('/redpacket 50 7 fixed')
    expect(heard.words).toContain('Choose 49.999999\u00a0USDT or 50.000006\u00a0USDT, or')
  })

  it('that is refused says what would do', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const say = async (words: string) => {
      house.world.passes(60_000)
      const heard = await pavel.types(`/redpacket ${words}`)
      return heard.params(`refusal-${heard.refusal}`)
    }
    const usdt = (amount: bigint) => ({ amount, asset: 'USDT' })
    expect(await say('50 3 fixed')).toMatchObject({ less: usdt(49_999_998n), more: usdt(50_000_001n) })
    expect(await say('50 20 most=2')).toMatchObject({ cap: usdt(2n * USDT), least: usdt(2_500_000n) })
    expect(await say('0.1 20')).toMatchObject({ floor: usdt(10_000n), most: usdt(5_000n) })
    expect(await say('0.000019 20')).toMatchObject({ most: 19 })
    expect(await say('501 20')).toMatchObject({ available: usdt(500n * USDT), needed: usdt(501n * USDT) })
    expect(await say('10001 20')).toMatchObject({ limit: usdt(10_000n * USDT), asked: usdt(10_001n * USDT) })
  })

  it('of exactly as many units as shares gives everybody one', async () => {
    const house = await openHouse(engine, { packets: { shareLeast: {} } })
    const pavel = await house.rich('Pavel', '1')
    const packet = await drop(pavel, '0.001 1000')
    const shares = await house.look((work) => work.db.select().from(work.t.packetShares))
    expect(new Set(shares.map(({ amount }) => amount))).toEqual(new Set([1n]))
    expect((await packetRow(house, packet)).shares).toBe(1000)
  })

  it('fixed gives everybody exactly the same', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    await drop(pavel, '50 4 fixed')
    const shares = await house.look((work) => work.db.select().from(work.t.packetShares))
    expect(shares.map(({ amount }) => amount)).toEqual([12_500_000n, 12_500_000n, 12_500_000n, 12_500_000n])
  })

  it('from a group’s budget is for that group, whoever moderates it', async () => {
    const house = await openHouse(engine, { packets: { chatDayMost: { USDT: '50' } } })
    const mia = await house.person('Mia')
    const other = house.groupNamed('Other')
    await mia.in(other).types('/help')
    for (const place of [house.group, other]) mia.stands({ isAdmin: true }, place)
    const budget = { kind: 'chat' as const, id: await house.chatId(house.group) }
    await house.pays(budget, '200')
    const elsewhere = await house.chatId(other)
    const refused = await mia.types(`/redpacket 50 5 from=group chat=${elsewhere}`)
    expect(refused.refusal).toBe('budget-elsewhere')
    expect(await has(house, budget)).toBe(200n * USDT)
    house.world.passes(60_000)
    expect((await mia.types(`/redpacket 50 5 from=group chat=${budget.id}`)).refusal).toBeUndefined()
    // The limit of the day counts what the budget paid, even where it was dropped somewhere else.
    const [asset] = house.programme.assets
    const order = { asset: must(asset, 'an asset'), sender: mia.member, chat: elsewhere, source: budget }
    expect(await house.look((work) => droppedLately(work, order))).toMatchObject({
      byChatToday: 50n * USDT,
    })
  })

  it('of which the money came back takes nothing of a limit, however it ended', async () => {
    const house = await openHouse(engine, { packets: { chatDayMost: { USDT: '100' } } })
    const pavel = await house.rich('Pavel', '500')
    const [mia] = await crowd(house, 1)
    for (const words of ['100 5 window=10s age=3650', '100 5 life=5m', '100 5']) {
      house.world.passes(60_000)
      const packet = await drop(pavel, words)
      house.world.passes(60_000)
      expect((await mia?.types('/redpacket 1 1'))?.refusal).toBe('packet-above-day')
      if (words === '100 5') await house.storage.write((work) => cancelPacket(work, packet, 'system'))
      house.world.passes(300_000)
      await house.beats()
    }
    const packet = await drop(pavel, '100 5 equal life=5m')
    await mia?.presses(claim(packet))
    house.world.passes(300_000)
    await house.beats()
    expect((await pavel.types('/redpacket 80.01 5')).refusal).toBe('packet-above-day')
    house.world.passes(60_000)
    expect((await pavel.types('/redpacket 80 5')).refusal).toBeUndefined()
  })

  it('begun in one group is not confirmed from another by who may be in the first no more', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const form = await pavel.types('/redpacket')
    const asked = await pavel.presses(form.press({ act: 'set', value: '50' }))
    const sure = await pavel.presses(asked.press({ act: 'set', value: '5' }))
    pavel.stands({ membership: 'unknown' })
    house.world.passes(5000)
    const elsewhere = pavel.in(house.groupNamed('Other'))
    const no = await elsewhere.presses(sure.press({ act: 'confirm' }))
    expect(no.refusal).toBe('chat-unsure')
    expect(await house.look((work) => work.db.select().from(work.t.packets))).toEqual([])
    // Whoever speaks in it is in it.
    house.world.passes(5000)
    expect((await pavel.types('/redpacket 50 5')).keys).toContain('redpacket-dropped')
  })

  it('is posted in a group only for who is in it now', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '100')
    const chat = await house.chatId(house.group)
    const drops = () => house.look((work) => work.db.select().from(work.t.packets))
    const there = `${pavel.account.id} in ${house.group.chat}`
    for (const [membership, refusal] of [
      ['outsider', 'chat-outsider'],
      ['unknown', 'chat-unsure'],
    ] as const) {
      house.world.passes(60_000)
      pavel.stands({ membership })
      house.asked.length = 0
      const line = await pavel.inPrivate.types(`/redpacket 10 5 chat=${chat} Cheap coins at x.y`)
      expect(line.refusal).toBe(refusal)
      expect(house.asked).toEqual([there])
      house.world.passes(60_000)
      const form = await pavel.inPrivate.types('/redpacket 10 5')
      const chosen = await pavel.inPrivate.presses(form.press({ act: 'set', value: String(chat) }))
      expect(chosen.refusal).toBe(refusal)
    }
    expect(await drops()).toEqual([])
    pavel.stands({ membership: 'member' })
    house.world.passes(60_000)
    const dropped = await pavel.inPrivate.types(`/redpacket 10 5 chat=${chat}`)
    expect(dropped.keys).toEqual(['redpacket-dropped', 'redpacket-in'])
    // Who speaks in a group is in it, even where the platform cannot say so.
    pavel.stands({ membership: 'unknown' })
    house.world.passes(60_000)
    expect((await pavel.types('/redpacket 10 5')).keys).toEqual(['redpacket-dropped'])
  })

  it('from the private chat says which group it is for, before and after, and takes another', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '100')
    const other = house.groupNamed('Other')
    await pavel.in(other).types('/help')
    const [here, there] = [String(await house.chatId(house.group)), String(await house.chatId(other))]
    const asked = await pavel.inPrivate.types('/redpacket 12 3 fixed')
    const first = await pavel.inPrivate.presses(asked.press({ act: 'set', value: here }))
    expect(first.keys.slice(0, 2)).toEqual(['redpacket-preview', 'redpacket-in'])
    expect(first.words).toContain('In: Traders (Telegram)')
    expect(first.labels).toContain('Chat: Traders (Telegram)')
    const again = await pavel.inPrivate.presses(first.press({ act: 'ask', field: 'chat' }))
    const preview = await pavel.inPrivate.presses(again.press({ act: 'set', value: there }))
    expect(preview.params('redpacket-in')).toEqual({ group: 'Other (Telegram)' })
    expect(preview.labels).toContain('Chat: Other (Telegram)')
    const done = await pavel.inPrivate.presses(preview.press({ act: 'confirm' }))
    expect(done.keys).toEqual(['redpacket-dropped', 'redpacket-in'])
    expect(done.params('redpacket-in')).toEqual({ group: 'Other (Telegram)' })
    const places = await house.look((work) => work.db.select().from(work.t.packetChats))
    expect(places).toMatchObject([{ chat: Number(there) }])
  })

  it('says it in private of what was begun in the group, too, and not to who reads it there', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '100')
    await pavel.types('/redpacket 12')
    const preview = await pavel.types('3')
    expect(preview.keys).not.toContain('redpacket-in')
    const { form = '' } = preview.press({ act: 'confirm' }).values
    expect((await pavel.inPrivate.opens(`form_${form}`)).keys).toContain('redpacket-in')
  })

  it('begun in a group and sent from private asks whether they are still in it', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '100')
    const asked = await pavel.types('/redpacket 10')
    const preview = await pavel.types('5')
    pavel.stands({ membership: 'outsider' })
    expect(asked.awaits?.name).toBe('shares')
    const confirm = preview.press({ act: 'confirm' })
    expect((await pavel.inPrivate.presses(confirm)).refusal).toBe('chat-outsider')
    expect(await has(house, pavel.owner)).toBe(100n * USDT)
  })

  it('of somebody with accounts on both platforms asks about the one that is in the group', async () => {
    const house = await openHouse(engine)
    const guild = house.groupNamed('Moon', 'discord')
    const pavel = await house.rich('Pavel', '100')
    const other = { platform: 'discord' as const, id: '7654321' }
    const chat = await house.chatId(guild)
    await house.storage.write(async (work) => {
      await introduce(work, [
        { platform: 'telegram', id: pavel.account.id, name: 'Pavel' },
        { ...other, name: 'Pavel' },
      ])
      await sighted(work, pavel.member, chat)
    })
    house.asked.length = 0
    const heard = await pavel.inPrivate.types(`/redpacket 10 5 chat=${chat}`)
    expect(heard.keys).toEqual(['redpacket-dropped', 'redpacket-in'])
    expect(house.asked).toEqual([`7654321 in ${guild.chat}`])
    house.world.passes(60_000)
    expect((await pavel.inPrivate.types('/redpacket 10 5 chat=999999')).refusal).toBe('chat-unknown')
  })

  it('is shown in another group only for who is in it now', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '100')
    const packet = await drop(pavel, '50 5')
    const other = house.groupNamed('Other')
    await pavel.in(other).types('/help')
    const chat = String(await house.chatId(other))
    pavel.stands({ membership: 'outsider' }, other)
    expect((await pavel.presses(act('share', packet, { chat }))).refusal).toBe('chat-outsider')
    pavel.stands({ membership: 'unknown' }, other)
    expect((await pavel.presses(act('share', packet, { chat }))).refusal).toBe('chat-unsure')
    pavel.stands({ membership: 'member' }, other)
    expect((await pavel.presses(act('share', packet, { chat }))).keys).toContain('share-done')
  })

  it('is bounded by what its sender dropped this quarter and its chat today', async () => {
    const house = await openHouse(engine, {
      packets: { senderQuarterMost: { USDT: '100' }, chatDayMost: { USDT: '130' } },
    })
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.rich('Mia', '500')
    const say = async (person: typeof pavel, words: string) => {
      house.world.passes(60_000)
      return person.types(`/redpacket ${words}`)
    }
    expect((await say(pavel, '60 5')).refusal).toBeUndefined()
    const above = await say(pavel, '60 5')
    expect(above.refusal).toBe('packet-above-quarter')
    expect(above.params('refusal-packet-above-quarter').left).toEqual({ amount: 40n * USDT, asset: 'USDT' })
    expect((await say(pavel, '40 5')).refusal).toBeUndefined()
    const full = await say(mia, '31 5')
    expect(full.refusal).toBe('packet-above-day')
    expect(full.params('refusal-packet-above-day').left).toEqual({ amount: 30n * USDT, asset: 'USDT' })
    house.world.passes(DAY_MS)
    expect((await say(mia, '31 5')).refusal).toBeUndefined()
    expect((await say(pavel, '1 5')).refusal).toBe('packet-above-quarter')
    house.world.passes(92 * DAY_MS)
    expect((await say(pavel, '1 5')).refusal).toBeUndefined()
  })

  it('two at once pass no limit together', async () => {
    const house = await openHouse(engine, { packets: { senderQuarterMost: { USDT: '100' } } })
    const pavel = await house.rich('Pavel', '500')
    const other = house.groupNamed('Other')
    for (let round = 0; round < 3; round++) {
      house.world.passes(100 * DAY_MS)
      const call = (place = house.group) => pavel.in(place).call({ kind: 'pressed', data: '1redpacket:60:5' })
      // The cooldown is a matter of one process; the limit holds without it.
      const second = await openHouse(engine, {
        storage: house.storage,
        world: house.world,
        packets: { senderQuarterMost: { USDT: '100' } },
      })
      const heard = await Promise.all([house.hears(call()), second.hears(call(other))])
      expect(heard.map(({ keys: [key] }) => key).sort()).toEqual([
        'redpacket-dropped',
        'refusal-packet-above-quarter',
      ])
    }
  })

  it('from a chat’s budget is for its moderators, and comes back to it', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    const chat = { kind: 'chat' as const, id: await house.chatId(house.group) }
    await house.pays(chat, '100')
    mia.stands({ isAdmin: true })
    const packet = await drop(mia, '60 3 group')
    expect(await packetRow(house, packet)).toMatchObject({ source: `chat:${chat.id}` })
    expect(await has(house, chat)).toBe(40n * USDT)
    house.world.passes(60_000)
    expect((await mia.types('/redpacket 60 3 group')).refusal).toBe('ledger-insufficient')
    // A refusal costs no cooldown: corrected at once, the same person is heard at once.
    expect((await mia.inPrivate.types('/redpacket 10 3 group')).refusal).not.toBe('cooldown')
    house.world.passes(DAY_MS)
    await house.beats()
    expect(await has(house, chat)).toBe(100n * USDT)
    expect(await has(house, mia.owner)).toBe(0n)
  })

  it.each(['purple', 'eqaul', 'wild fixd', 'Happy new year', 'greting:hi', 'eqaul greeting=hi'])(
    'with words that are no choice shows them before anything is spent: %s',
    async (words) => {
      const house = await openHouse(engine)
      const pavel = await house.rich('Pavel', '100')
      const heard = await pavel.types(`/redpacket 5 5 ${words}`)
      expect(heard.keys).toContain('packet-card-greeting')
      expect(heard.offers({ act: 'confirm' })).toBe(true)
      expect(await has(house, pavel.owner)).toBe(100n * USDT)
      expect((await pavel.presses(heard.press({ act: 'confirm' }))).keys).toEqual(['redpacket-dropped'])
    },
  )

  it.each(['', 'equal', 'greeting=purple', 'wild greeting="Happy new year"', 'greeting=eqaul to all'])(
    'drops at once when every word has its place: %s',
    async (words) => {
      const house = await openHouse(engine)
      const pavel = await house.rich('Pavel', '100')
      expect((await pavel.types(`/redpacket 5 5 ${words}`)).keys).toEqual(['redpacket-dropped'])
    },
  )

  it('dry shows what would happen and does nothing', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const before = await house.dump('calls', 'outbox', 'forms')
    const heard = await pavel.types('/redpacket 50 20 wild dry=yes')
    expect(heard.keys).toEqual([
      'redpacket-preview',
      'redpacket-split-lucky',
      'redpacket-life',
      'redpacket-conditions',
      'redpacket-source',
    ])
    const { least, most } = heard.params('redpacket-split-lucky') as Record<string, { amount: bigint }>
    expect(least?.amount).toBeGreaterThanOrEqual(10_000n)
    expect(least?.amount).toBeLessThan(2_500_000n)
    expect(most?.amount).toBeGreaterThan(2_500_000n)
    expect(await house.dump('calls', 'outbox', 'forms')).toEqual(before)
  })

  it('dry has the button that drops it as shown, and one that leaves it', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const heard = await pavel.types('/redpacket 50 20 wild dry=yes')
    const left = await pavel.presses(heard.press({ act: 'cancel' }))
    expect(left.keys).toEqual(['form-cancelled'])
    house.world.passes(60_000)
    const again = await pavel.types('/redpacket 50 20 wild dry=yes')
    const sent = await pavel.presses(again.press({ act: 'confirm' }))
    const { packet } = sent.params('redpacket-dropped')
    expect(await packetRow(house, String(packet))).toMatchObject({ total: 50n * USDT, shares: 20 })
    expect(await has(house, pavel.owner)).toBe(450n * USDT)
    house.world.passes(60_000)
    const poor = await pavel.types('/redpacket 5000 20 dry=yes')
    expect(poor.offers({ act: 'confirm' })).toBe(false)
    expect(poor.refusal).toBe('packet-above-day')
  })

  it('asked for in private is dropped into the group that was chosen', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const chat = await house.chatId(house.group)
    const heard = await pavel.inPrivate.types(`/redpacket 50 20 chat=${chat}`)
    expect(heard.keys).toEqual(['redpacket-dropped', 'redpacket-in'])
    const [card] = await house.look((work) => work.db.select().from(work.t.cards))
    expect(card).toMatchObject({ chat, thread: null })
  })

  it('stays in the topic where it was asked for', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    await pavel.in({ ...house.group, thread: '42' }).types('/redpacket 50 20')
    const { cards, places } = await house.look(async (work) => ({
      cards: await work.db.select().from(work.t.cards),
      places: await work.db.select().from(work.t.packetChats),
    }))
    expect(cards).toMatchObject([{ thread: '42' }])
    expect(places).toMatchObject([{ thread: '42' }])
  })
})
