/** Above a limit a second person must agree to a packet. */
import { expect, it } from 'vitest'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { approve as approves, claim, factKinds, has, packetRow, USDT } from './kit.js'

const LIMIT = { packets: { approvalAbove: { USDT: '100' } } }
const HOUR_MS = 3_600_000

async function withStaff(house: House) {
  const pavel = await house.rich('Pavel', '500')
  const checker = await house.person('Checker')
  const admin = await house.person('Admin')
  await checker.becomes('finance_checker')
  await admin.becomes('admin')
  return { pavel, checker, admin }
}

async function notice(house: House, person: Person): Promise<Heard> {
  const heard = (await house.told(person)).at(-1)
  if (!heard) throw new Error('nobody told them')
  return heard
}

describeStorage('a packet above the limit', (engine) => {
  it('is put before those who may decide, and reserves nothing while it waits', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker, admin } = await withStaff(house)
    expect((await pavel.types('/redpacket 100 20')).keys).toEqual(['redpacket-dropped'])
    house.world.passes(60_000)
    const asked = await pavel.types('/redpacket 100.000001 20 equal greeting=Cheers')
    expect(asked.keys).toEqual(['redpacket-asked'])
    expect(await has(house, pavel.owner)).toBe(400n * USDT)
    for (const one of [checker, admin]) {
      const told = await notice(house, one)
      expect(told.keys.slice(0, 3)).toEqual(['packet-request', 'redpacket-preview', 'redpacket-split-equal'])
      const chat = await house.chatId(house.group)
      expect(told.params('packet-request')).toEqual({
        ...{ person: String(pavel.member), name: 'Pavel' },
        ...{ chat: String(chat), title: 'Traders' },
      })
      expect(told.words).toContain(
        `Person #${pavel.member} (“Pavel”) wants to drop a red packet in group #${chat} (“Traders”)`,
      )
      expect(told.offers({ command: 'packet-approve' })).toBe(true)
    }
    expect(await house.told(pavel)).toEqual([])
    const [request] = await house.look((work) => work.db.select().from(work.t.packetRequests))
    expect(request).toMatchObject({ state: 'asked', maker: pavel.member, checker: null })
    expect(await factKinds(house, `packet-request:${request?.id}`)).toEqual(['packet-asked'])
  })

  it('shows in the preview that it will be asked for', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel } = await withStaff(house)
    await pavel.types('/redpacket')
    await pavel.types('200')
    const preview = await pavel.types('20')
    expect(preview.keys).toContain('redpacket-needs-approval')
    expect((await pavel.presses(preview.press({ act: 'confirm' }))).keys).toEqual(['redpacket-asked'])
  })

  it('is dropped exactly as asked when the second person agrees, once', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker, admin } = await withStaff(house)
    await pavel.fills('redpacket', {
      amount: '200',
      shares: '20',
      split: 'equal',
      window: '60s',
      passphrase: 'sesame',
      greeting: 'Cheers',
    })
    const told = await notice(house, checker)
    expect(JSON.stringify(told.keys)).not.toContain('sesame')
    expect(JSON.stringify(await house.dump())).not.toContain('sesame')
    const approve = told.press({ command: 'packet-approve' })
    const shown = await checker.inPrivate.presses(approve)
    expect(shown.keys.slice(0, 2)).toEqual(['packet-request', 'redpacket-preview'])
    expect(shown.keys).toContain('redpacket-passphrase')
    expect(shown.labels[0]).toBe('✅ Approve 200\u00a0USDT')
    expect(await house.look((work) => work.db.select().from(work.t.packets))).toEqual([])
    const done = await checker.inPrivate.presses(shown.press({ act: 'confirm' }))
    expect(done.keys).toEqual(['packet-request-approved'])
    const packet = String(done.params('packet-request-approved').packet)
    expect(await packetRow(house, packet)).toMatchObject({
      sender: pavel.member,
      total: 200n * USDT,
      split: 'equal',
      draw: 'window',
      greeting: 'Cheers',
      origin: await house.chatId(house.group),
    })
    expect(await has(house, pavel.owner)).toBe(300n * USDT)
    const news = (await house.told(pavel)).at(-1)
    expect(news?.params('redpacket-dropped').packet).toBe(packet)
    expect(news?.params('redpacket-in')).toEqual({ group: 'Traders (Telegram)' })
    expect(news?.offers({ command: 'packet-panel', packet })).toBe(true)
    const mia = await house.person('Mia')
    await mia.presses(claim(packet))
    expect((await mia.inPrivate.types('open')).refusal).toBe('passphrase-wrong')
    expect((await mia.inPrivate.types('Sesame')).keys).toEqual(['claim-entered'])
    const second = await admin.inPrivate.presses(approve)
    expect(second.refusal).toBe('request-decided')
    expect(second.words).toContain(`${checker.account.name} approved this already.`)
    const [request] = await house.look((work) => work.db.select().from(work.t.packetRequests))
    expect(request).toMatchObject({ state: 'approved', checker: checker.member })
    expect(JSON.stringify(await house.dump())).not.toContain('sesame')
    expect(await factKinds(house, `packet-request:${request?.id}`)).toEqual([
      'packet-asked',
      'packet-approved',
    ])
    expect(await house.audit()).toEqual([])
  })

  it('is never approved by the one who asked, whatever roles they hold', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, admin } = await withStaff(house)
    await pavel.becomes('admin')
    await pavel.types('/redpacket 200 20')
    expect(await house.told(pavel)).toEqual([])
    const told = await notice(house, admin)
    for (const act of ['packet-approve', 'packet-reject']) {
      expect((await pavel.inPrivate.presses(told.press({ command: act }))).refusal).toBe('four-eyes')
    }
    expect(await house.look((work) => work.db.select().from(work.t.packetRequests))).toMatchObject([
      { state: 'asked' },
    ])
  })

  it('rejected is never dropped', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker, admin } = await withStaff(house)
    await pavel.types('/redpacket 200 20')
    const told = await notice(house, checker)
    expect((await checker.inPrivate.presses(told.press({ command: 'packet-reject' }))).keys).toEqual([
      'packet-request-rejected',
    ])
    expect((await admin.inPrivate.presses(told.press({ command: 'packet-approve' }))).refusal).toBe(
      'request-decided',
    )
    expect(await house.look((work) => work.db.select().from(work.t.packets))).toEqual([])
    expect((await house.told(pavel)).map(({ keys }) => keys)).toEqual([['packet-request-told-rejected']])
  })

  it('is looked at again when it is approved: money, limits and stops', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker } = await withStaff(house)
    await pavel.types('/redpacket 450 20')
    house.world.passes(60_000)
    await pavel.types('/redpacket 90 20')
    const approve = (await notice(house, checker)).press({ command: 'packet-approve' })
    expect((await approves(checker.inPrivate, approve)).refusal).toBe('ledger-insufficient')
    await checker.becomes('risk_officer')
    const shown = await checker.inPrivate.types('/freeze everything the books look wrong')
    await checker.inPrivate.presses(shown.press({ act: 'confirm' }))
    expect((await approves(checker.inPrivate, approve)).refusal).toBe('frozen-programme')
    await checker.inPrivate.types('/freeze everything lift')
    await house.pays(pavel.owner, '100')
    expect((await approves(checker.inPrivate, approve)).keys).toEqual(['packet-request-approved'])
  })

  it('decided by two at once is decided once', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker, admin } = await withStaff(house)
    for (let round = 0; round < 4; round++) {
      house.world.passes(60_000)
      await pavel.types('/redpacket 110 20')
      const told = await notice(house, checker)
      const yes = told.press({ command: 'packet-approve' })
      const mine = await checker.inPrivate.presses(yes)
      const other = await admin.inPrivate.presses(yes)
      const heard = await Promise.all([
        checker.inPrivate.presses(mine.press({ act: 'confirm' })),
        admin.inPrivate.presses(
          round % 2 ? other.press({ act: 'confirm' }) : told.press({ command: 'packet-reject' }),
        ),
      ])
      expect(heard.filter(({ refusal }) => refusal === 'request-decided')).toHaveLength(1)
    }
    expect(await house.audit()).toEqual([])
  })

  it('needs nobody where one person may do both', async () => {
    const house = await openHouse(engine, { ...LIMIT, fourEyes: false })
    const { pavel } = await withStaff(house)
    expect((await pavel.types('/redpacket 200 20')).keys).toEqual(['redpacket-dropped'])
  })

  it('is not asked for without the money, in one line as little as with a preview', async () => {
    const house = await openHouse(engine, LIMIT)
    const { checker } = await withStaff(house)
    const mia = await house.person('Mia')
    const heard = await mia.types('/redpacket 5000 10')
    expect(heard.refusal).toBe('ledger-insufficient')
    expect(heard.params('refusal-ledger-insufficient')).toMatchObject({ available: { amount: 0n } })
    expect(await house.told(checker)).toEqual([])
    expect(await house.look((work) => work.db.select().from(work.t.packetRequests))).toEqual([])
  })

  it('waits beside so many others of the same person, and not more', async () => {
    const house = await openHouse(engine, { packets: { ...LIMIT.packets, requestsMost: 2 } })
    const { pavel, checker } = await withStaff(house)
    for (const shares of [10, 20]) {
      house.world.passes(60_000)
      expect((await pavel.types(`/redpacket 200 ${shares}`)).keys).toEqual(['redpacket-asked'])
    }
    house.world.passes(60_000)
    const refused = await pavel.types('/redpacket 200 30')
    expect(refused.refusal).toBe('packet-requests')
    expect(refused.params('refusal-packet-requests')).toEqual({ most: 2 })
    expect(await house.told(checker)).toHaveLength(2)
    const [told] = await house.told(checker)
    if (told) await checker.inPrivate.presses(told.press({ command: 'packet-reject' }))
    house.world.passes(60_000)
    expect((await pavel.types('/redpacket 200 30')).keys).toEqual(['redpacket-asked'])
  })

  it('comes to an end when nobody decides, and who asked is told', async () => {
    const house = await openHouse(engine, { packets: { ...LIMIT.packets, requestHours: 5 } })
    const { pavel, checker } = await withStaff(house)
    await pavel.types('/redpacket 200 20')
    const told = await notice(house, checker)
    const shown = await checker.inPrivate.presses(told.press({ command: 'packet-approve' }))
    house.world.passes(5 * HOUR_MS - 1)
    await house.beats()
    expect(await house.told(pavel)).toEqual([])
    house.world.passes(1)
    const late = await checker.inPrivate.presses(shown.press({ act: 'confirm' }))
    expect(late.refusal).toBe('request-decided')
    expect(late.params('refusal-request-decided')).toEqual({ state: 'expired' })
    expect((await checker.inPrivate.types('/treasury list')).keys).toEqual(['treasury-none'])
    await house.beats()
    await house.beats()
    expect((await house.told(pavel)).map(({ keys }) => keys)).toEqual([['packet-request-told-expired']])
    const [request] = await house.look((work) => work.db.select().from(work.t.packetRequests))
    expect(request).toMatchObject({ state: 'expired', checker: null })
    expect(await factKinds(house, `packet-request:${request?.id}`)).toEqual([
      'packet-asked',
      'packet-request-expired',
    ])
    expect(await house.look((work) => work.db.select().from(work.t.packets))).toEqual([])
  })

  it('is in the list of what waits, so that a lost notice loses nothing', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker, admin } = await withStaff(house)
    await admin.types('/treasury deposit 5 me first of all')
    house.world.passes(60_000)
    await pavel.types('/redpacket 200 20')
    const list = await checker.inPrivate.types('/treasury list')
    expect(list.keys).toEqual([
      'treasury-title',
      'treasury-deposit.numbered',
      'treasury-reason',
      'packet-request.numbered',
    ])
    expect(list.params('packet-request.numbered')).toMatchObject({ name: 'Pavel', title: 'Traders' })
    expect(list.words).toContain(`Person #${pavel.member} (“Pavel”)`)
    expect(list.words).toContain(`in group #${await house.chatId(house.group)} (“Traders”)`)
    const [request] = await house.look((work) => work.db.select().from(work.t.packetRequests))
    const press = list.press({ command: 'packet-approve', request: request?.id ?? '' })
    expect((await approves(checker.inPrivate, press)).keys).toEqual(['packet-request-approved'])
    expect(await has(house, pavel.owner)).toBe(300n * USDT)
  })

  it('names the group it will be dropped in, wherever it was asked', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker } = await withStaff(house)
    const chat = await house.chatId(house.group)
    await pavel.inPrivate.types(`/redpacket 200 20 chat=${chat}`)
    expect((await notice(house, checker)).params('packet-request').title).toBe('Traders')
  })
})
