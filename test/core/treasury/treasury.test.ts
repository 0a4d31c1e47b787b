/** Money in and out: one asks, another decides. */
import { expect, it } from 'vitest'
import { balance } from '../../../src/core/ledger/ledger.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { factKinds, has, USDT } from '../packets/kit.js'

async function withStaff(house: House) {
  const maker = await house.person('Maker')
  const checker = await house.person('Checker')
  const mia = await house.person('Mia')
  await maker.becomes('finance_maker')
  await checker.becomes('finance_checker')
  return { maker, checker, mia }
}

const requests = (house: House) => house.look((work) => work.db.select().from(work.t.treasuryRequests))

async function notice(house: House, person: Person): Promise<Heard> {
  const heard = (await house.told(person)).at(-1)
  if (!heard) throw new Error('nobody told them')
  return heard
}

describeStorage('/treasury', (engine) => {
  it('holds what is asked for, tells who may decide, and lets it through when they agree', async () => {
    const house = await openHouse(engine)
    const { maker, checker, mia } = await withStaff(house)
    const asked = await maker.types(`/treasury deposit 100 person #${mia.member} prize of the week`)
    expect(asked.keys).toEqual(['treasury-asked'])
    expect(await house.look((work) => balance(work, mia.owner, 'USDT'))).toMatchObject({
      available: 0n,
      incoming: 100n * USDT,
    })
    expect((await mia.types('/wallet')).params('wallet-incoming')).toEqual({
      amount: { amount: 100n * USDT, asset: 'USDT' },
    })
    expect(await requests(house)).toMatchObject([
      {
        kind: 'deposit',
        owner: `member:${mia.member}:available`,
        reason: 'prize of the week',
        state: 'asked',
      },
    ])
    const told = await notice(house, checker)
    expect(told.params('treasury-deposit')).toMatchObject({ owner: 'Mia' })
    expect(told.params('treasury-reason')).toEqual({ reason: 'prize of the week', maker: 'Maker' })
    const done = await checker.inPrivate.presses(told.press({ command: 'treasury-approve' }))
    expect(done.keys[0]).toBe('treasury-approved')
    expect(await has(house, mia.owner)).toBe(100n * USDT)
    expect(await requests(house)).toMatchObject([{ state: 'approved', checker: checker.member }])
    expect(await factKinds(house, 'treasury:1')).toEqual(['treasury-asked', 'treasury-approved'])
    expect((await mia.types('/wallet')).words).toContain('deposit')
    expect(await house.audit()).toEqual([])
  })

  it('rejected moves nothing', async () => {
    const house = await openHouse(engine)
    const { maker, checker } = await withStaff(house)
    await house.pays(maker.owner, '50')
    await maker.types('/treasury withdraw 40 me back home')
    expect(await house.look((work) => balance(work, maker.owner, 'USDT'))).toMatchObject({
      available: 10n * USDT,
      onHold: 40n * USDT,
    })
    const told = await notice(house, checker)
    expect((await checker.presses(told.press({ command: 'treasury-reject' }))).keys[0]).toBe(
      'treasury-rejected',
    )
    expect(await has(house, maker.owner)).toBe(50n * USDT)
    expect(await factKinds(house, 'treasury:1')).toEqual(['treasury-asked', 'treasury-rejected'])
    expect(await house.audit()).toEqual([])
  })

  it('takes money out again, and never more than there is', async () => {
    const house = await openHouse(engine)
    const { maker, checker } = await withStaff(house)
    await house.pays(maker.owner, '50')
    const refused = await maker.types('/treasury withdraw 50.000001 me too much')
    expect(refused.refusal).toBe('ledger-insufficient')
    await maker.types('/treasury withdraw 50 me all of it')
    expect((await maker.types('/treasury withdraw 1 me once more')).refusal).toBe('ledger-insufficient')
    const told = await notice(house, checker)
    await checker.presses(told.press({ command: 'treasury-approve' }))
    expect(await has(house, maker.owner)).toBe(0n)
    expect(await has(house, { kind: 'treasury' })).toBe(0n)
  })

  it('is never decided by the one who asked', async () => {
    const house = await openHouse(engine)
    const { maker, checker } = await withStaff(house)
    await maker.becomes('admin')
    await maker.types('/treasury deposit 100 me for myself')
    expect(await house.told(maker)).toEqual([])
    const told = await notice(house, checker)
    for (const command of ['treasury-approve', 'treasury-reject']) {
      expect((await maker.presses(told.press({ command }))).refusal).toBe('four-eyes')
    }
    expect(await requests(house)).toMatchObject([{ state: 'asked' }])
  })

  it('is decided once, by however many at once', async () => {
    const house = await openHouse(engine)
    const { maker, checker } = await withStaff(house)
    const admin = await house.person('Admin')
    await admin.becomes('admin')
    for (let round = 1; round <= 4; round++) {
      house.world.passes(60_000)
      await maker.types('/treasury deposit 10 me again')
      const values = { request: String(round) }
      const heard = await Promise.all([
        checker.presses({ command: 'treasury-approve', values }),
        admin.presses({ command: round % 2 ? 'treasury-reject' : 'treasury-approve', values }),
        checker.presses({ command: 'treasury-approve', values }),
      ])
      expect(heard.filter(({ refusal }) => refusal === 'request-decided')).toHaveLength(2)
    }
    expect((await checker.presses({ command: 'treasury-approve', values: { request: '99' } })).refusal).toBe(
      'request-unknown',
    )
    const approved = (await requests(house)).filter(({ state }) => state === 'approved').length
    expect(await has(house, maker.owner)).toBe(BigInt(approved) * 10n * USDT)
    expect(await house.audit()).toEqual([])
  })

  it('asked twice by the same call is asked once', async () => {
    const house = await openHouse(engine)
    const { maker } = await withStaff(house)
    const call = maker.call({ kind: 'typed', command: 'treasury', words: 'deposit 100 me once' })
    await Promise.all([house.dispatch(call), house.dispatch({ ...call })])
    expect(await requests(house)).toHaveLength(1)
  })

  it('of a team of one is done at once', async () => {
    const house = await openHouse(engine, { fourEyes: false })
    const admin = await house.person('Admin')
    await admin.becomes('admin')
    const done = await admin.types('/treasury deposit 100 group for the group')
    expect(done.keys[0]).toBe('treasury-approved')
    const chat = { kind: 'chat' as const, id: await house.chatId(house.group) }
    expect(await has(house, chat)).toBe(100n * USDT)
    expect(await factKinds(house, 'treasury:1')).toEqual(['treasury-asked', 'treasury-approved'])
    expect(done.params('treasury-deposit').owner).toBe('Traders')
  })

  it('asks for what is missing, in any order of words', async () => {
    const house = await openHouse(engine)
    const { maker } = await withStaff(house)
    const asked = await maker.types('/treasury')
    const amount = await maker.presses(asked.press({ act: 'set', value: 'deposit' }))
    expect(amount.awaits?.name).toBe('amount')
    expect((await maker.types('1,5')).refusal).toBe('amount-comma')
    const to = await maker.types('25')
    const reason = await maker.presses(to.press({ act: 'set', value: 'me' }))
    expect(reason.awaits?.name).toBe('reason')
    const preview = await maker.types('because')
    expect(preview.params('treasury-deposit')).toMatchObject({ amount: { amount: 25n * USDT } })
    expect((await maker.presses(preview.press({ act: 'confirm' }))).keys).toEqual(['treasury-asked'])
  })

  it.each([
    ['deposit 0 me x', 'amount-not-positive'],
    ['deposit -5 me x', 'amount-not-positive'],
    ['deposit 1e3 me x', 'amount-not-a-number'],
    ['deposit ０.５ me x', 'amount-not-a-number'],
    ['deposit 0.0000001 me x', 'amount-too-precise'],
    ['deposit 5 person x person=@mia', 'person-malformed'],
    ['deposit 5 person telegram:1 x', 'person-unknown'],
    ['deposit 5 person #999999 x', 'person-unknown'],
    ['deposit 5 me asset=DOGE x', 'choice-unknown'],
  ])('%s is refused: %s', async (words, refusal) => {
    const house = await openHouse(engine)
    const { maker } = await withStaff(house)
    expect((await maker.types(`/treasury ${words}`)).refusal).toBe(refusal)
    expect(await requests(house)).toEqual([])
  })

  it('knows a person by number, by account, by mention', async () => {
    const house = await openHouse(engine, { fourEyes: false })
    const admin = await house.person('Admin')
    await admin.becomes('admin')
    const mia = await house.person('Mia')
    const dora = await house.person('\u200b', { at: house.groupNamed('Moon', 'discord'), id: '7654321' })
    for (const [named, whose] of [
      [`#${mia.member}`, mia],
      [`telegram:${mia.account.id}`, mia],
      [`person=${mia.account.id}`, mia],
      [`#${dora.member}`, dora],
      ['<@7654321>', dora],
      ['<@!7654321>', dora],
      ['Discord:7654321', dora],
    ] as const) {
      house.world.passes(60_000)
      const before = await has(house, whose.owner)
      await admin.types(`/treasury deposit 1 person ${named} test`)
      expect((await has(house, whose.owner)) - before, named).toBe(1n * USDT)
    }
  })

  it('for a group works in the group', async () => {
    const house = await openHouse(engine)
    const { maker } = await withStaff(house)
    expect((await maker.inPrivate.types('/treasury deposit 5 group x')).refusal).toBe('only-in-group')
  })

  it('lists what waits, the oldest first, with the means to decide', async () => {
    const house = await openHouse(engine)
    const { maker, checker } = await withStaff(house)
    expect((await checker.types('/treasury list')).keys).toEqual(['treasury-none'])
    for (const words of ['deposit 1 me first', 'deposit 2 me second']) await maker.types(`/treasury ${words}`)
    const list = await checker.inPrivate.types('/treasury list')
    expect(list.words.indexOf('first')).toBeLessThan(list.words.indexOf('second'))
    await checker.inPrivate.presses(list.press({ command: 'treasury-approve', request: '2' }))
    expect(await has(house, maker.owner)).toBe(2n * USDT)
    expect((await checker.types('/treasury list')).words).not.toContain('second')
  })
})
