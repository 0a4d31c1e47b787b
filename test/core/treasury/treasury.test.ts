/** Money in and out: one asks, another decides. */
import { expect, it } from 'vitest'
import { freeze } from '../../../src/core/freezes/freezes.js'
import { balance } from '../../../src/core/ledger/ledger.js'
import { text } from '../../../src/kit/text.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { link } from '../linking/kit.js'
import { approve, factKinds, has, USDT } from '../packets/kit.js'

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
    const owner = text('money-of-person', { number: String(mia.member), name: 'Mia' })
    expect(told.params('treasury-deposit')).toMatchObject({ owner })
    expect(told.params('treasury-reason')).toEqual({
      reason: { said: 'prize of the week' },
      maker: text('money-of-person', { number: String(maker.member), name: 'Maker' }),
    })
    const shown = await checker.inPrivate.presses(told.press({ command: 'treasury-approve' }))
    expect(shown.params('treasury-deposit')).toMatchObject({ amount: { amount: 100n * USDT }, owner })
    expect(shown.labels[0]).toBe('✅ Approve 100\u00a0USDT')
    expect(await requests(house)).toMatchObject([{ state: 'asked' }])
    const done = await checker.inPrivate.presses(shown.press({ act: 'confirm' }))
    expect(done.keys[0]).toBe('treasury-approved')
    expect((await house.told(maker)).map(({ keys }) => keys[0])).toEqual(['treasury-told-approved'])
    expect((await notice(house, maker)).params('treasury-told-approved')).toEqual({ name: 'Checker' })
    expect((await house.told(mia)).at(-1)?.params('treasury-told-deposit').reason).toEqual({
      said: 'prize of the week',
    })
    expect(await has(house, mia.owner)).toBe(100n * USDT)
    expect(await requests(house)).toMatchObject([{ state: 'approved', checker: checker.member }])
    expect(await factKinds(house, 'treasury:1')).toEqual(['treasury-asked', 'treasury-approved'])
    expect((await mia.types('/wallet')).words).toContain('deposit')
    expect(await house.audit()).toEqual([])
  })

  it('tells who is meant by their number, whatever a wallet or a group is called', async () => {
    const house = await openHouse(engine)
    const { maker, checker, mia } = await withStaff(house)
    const mal = await house.person('Mal')
    await maker.types(`/treasury deposit 100 person #${mal.member} prize of the week`)
    const told = await notice(house, checker)
    const call = mal.inPrivate.call({ kind: 'typed', command: 'help', words: '' })
    await house.hears({ ...call, actor: { ...mal.account, name: `Mia (#${mia.member})` } })
    const shown = await checker.inPrivate.presses(told.press({ command: 'treasury-approve' }))
    const deposit = `Deposit 100\u00a0USDT to person #${mal.member} (“Mia (#${mia.member})”)`
    expect(shown.words).toContain(deposit)
    expect(shown.words).toContain(`asked by person #${maker.member} (“Maker”)`)
    expect((await checker.inPrivate.types('/treasury list')).words).toContain(deposit)
    house.world.passes(60_000)
    const other = house.groupNamed(house.group.title ?? '')
    for (const group of [house.group, other]) {
      await maker.in(group).types('/treasury deposit 5 group for the group')
      const number = await house.chatId(group)
      expect((await notice(house, checker)).words).toContain(
        `Deposit 5\u00a0USDT to group #${number} (“Traders”)`,
      )
      house.world.passes(60_000)
    }
  })

  it('tells the number that stands for a person who turned out to be another', async () => {
    const house = await openHouse(engine)
    const { maker, checker, mia } = await withStaff(house)
    const other = await house.person('Mimi')
    await maker.types(`/treasury deposit 100 person #${other.member} prize of the week`)
    await link(mia, other)
    const list = await checker.inPrivate.types('/treasury list')
    expect(list.words).toContain(`to person #${mia.member} (“`)
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
    const [news, ...others] = await house.told(maker)
    expect(others).toEqual([])
    expect(news?.keys).toEqual(['treasury-told-rejected', 'treasury-withdraw', 'treasury-reason'])
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
    await approve(checker, told.press({ command: 'treasury-approve' }))
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

  it('is not agreed to by the one whose wallet it is, under whichever account; they may say no', async () => {
    const house = await openHouse(engine)
    const { maker, checker } = await withStaff(house)
    const other = await house.person('Checker elsewhere')
    const { member } = other
    await link(checker, other)
    for (const [number, action] of ['deposit', 'withdraw'].entries()) {
      await house.pays(checker.owner, '10')
      house.world.passes(60_000)
      await maker.types(`/treasury ${action} 10 person person=#${member} for them`)
      const yes = { command: 'treasury-approve', values: { request: String(number + 1) } }
      expect((await checker.presses(yes)).refusal).toBe('four-eyes-wallet')
    }
    const no = { command: 'treasury-reject', values: { request: '1' } }
    expect((await checker.presses(no)).keys[0]).toBe('treasury-rejected')
    const admin = await house.person('Admin')
    await admin.becomes('admin')
    await approve(admin, { command: 'treasury-approve', values: { request: '2' } })
    expect(await requests(house)).toMatchObject([{ state: 'rejected' }, { state: 'approved' }])
    expect(await house.audit()).toEqual([])
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
      const yes = { command: 'treasury-approve', values }
      const [first, second, third] = [
        await checker.presses(yes),
        await admin.presses(yes),
        await checker.presses(yes),
      ]
      const no = { command: 'treasury-reject', values }
      const heard = await Promise.all([
        checker.presses(first.press({ act: 'confirm' })),
        admin.presses(round % 2 ? no : second.press({ act: 'confirm' })),
        checker.presses(third.press({ act: 'confirm' })),
      ])
      const late = heard.filter(({ refusal }) => refusal === 'request-decided')
      expect(late).toHaveLength(2)
      const row = (await requests(house)).find(({ id }) => id === round)
      const faster = row?.checker === admin.member ? admin : checker
      for (const { words } of late)
        expect(words).toContain(`${faster.account.name} ${row?.state} this already.`)
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

  it('asked by a call whose id was used long ago is asked all the same', async () => {
    const house = await openHouse(engine)
    const { maker } = await withStaff(house)
    const call = maker.call({ kind: 'typed', command: 'treasury', words: 'deposit 100 me once' })
    await house.dispatch(call)
    // Answers are remembered for days; Telegram's numbers begin anew after weeks.
    await house.storage.write((work) => work.db.delete(work.t.calls))
    await house.storage.write((work) => work.db.delete(work.t.outbox))
    house.world.passes(30 * 86_400_000)
    const again = maker.call({ kind: 'typed', command: 'treasury', words: 'deposit 7 me anew' })
    await house.dispatch({ ...again, id: call.id })
    expect(await requests(house)).toMatchObject([
      { reason: 'once', amount: 100n * USDT },
      { reason: 'anew', amount: 7n * USDT },
    ])
    expect((await house.audit()).filter(({ check }) => check !== 'ledger-holds')).toEqual([])
  })

  it.each([
    ['everything', 'frozen-programme'],
    ['person', 'frozen-member'],
    ['here', 'frozen-chat'],
  ])('asked before a stop of %s is not let through under it, and is after it', async (what, refusal) => {
    const house = await openHouse(engine)
    const { maker, checker, mia } = await withStaff(house)
    const admin = await house.person('Admin')
    await admin.becomes('admin')
    const isGroup = what === 'here'
    const owner = isGroup ? { kind: 'chat' as const, id: await house.chatId(house.group) } : mia.owner
    await maker.types(`/treasury deposit 100 ${isGroup ? 'group' : `person #${mia.member}`} prize`)
    const told = await notice(house, checker)
    const scope = what === 'person' ? `person #${mia.member}` : what
    const stop = await admin.types(`/freeze ${scope} the books look wrong`)
    if (what === 'everything') await admin.presses(stop.press({ act: 'confirm' }))
    const early = await approve(checker, told.press({ command: 'treasury-approve' }))
    expect(early.refusal).toBe(refusal)
    expect(early.params(`refusal-${refusal}`).reason).toBe('the books look wrong')
    expect(await requests(house)).toMatchObject([{ state: 'asked', checker: null }])
    expect(await has(house, owner)).toBe(0n)
    house.world.passes(60_000)
    const lifted = await admin.types(`/freeze ${scope} lift`)
    if (lifted.presses.length > 0) await admin.presses(lifted.press({ act: 'confirm' }))
    expect((await approve(checker, told.press({ command: 'treasury-approve' }))).keys[0]).toBe(
      'treasury-approved',
    )
    expect(await has(house, owner)).toBe(100n * USDT)
    expect(await house.audit()).toEqual([])
  })

  it('asked before a stop is rejected under it all the same: the money goes back', async () => {
    const house = await openHouse(engine)
    const { maker, checker } = await withStaff(house)
    await house.pays(maker.owner, '50')
    await maker.types('/treasury withdraw 40 me back home')
    const told = await notice(house, checker)
    await house.storage.write((work) => freeze(work, `member:${maker.member}`, 'a report', 'system'))
    const heard = await checker.presses(told.press({ command: 'treasury-reject' }))
    expect(heard.keys[0]).toBe('treasury-rejected')
    expect(await has(house, maker.owner)).toBe(50n * USDT)
  })

  it('of a team of one is done at once', async () => {
    const house = await openHouse(engine, { fourEyes: false })
    const admin = await house.person('Admin')
    await admin.becomes('admin')
    const done = await admin.types('/treasury deposit 100 group for the group')
    expect(done.keys[0]).toBe('treasury-approved')
    expect(await house.told(admin)).toEqual([])
    const chat = { kind: 'chat' as const, id: await house.chatId(house.group) }
    expect(await has(house, chat)).toBe(100n * USDT)
    expect(await factKinds(house, 'treasury:1')).toEqual(['treasury-asked', 'treasury-approved'])
    const owner = text('money-of-group', { number: String(chat.id), title: 'Traders' })
    expect(done.params('treasury-deposit').owner).toEqual(owner)
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

  it('for a group asks in private which one, of those where the person was met', async () => {
    const house = await openHouse(engine)
    const { maker } = await withStaff(house)
    await maker.types('/help')
    const chat = await house.chatId(house.group)
    const asked = await maker.inPrivate.types('/treasury deposit 5 group x')
    const shown = await maker.inPrivate.presses(
      asked.press({ act: 'set', field: 'chat', value: String(chat) }),
    )
    expect(shown.words).toContain(house.group.title)
    const done = await maker.inPrivate.presses(shown.press({ act: 'confirm' }))
    expect(done.keys).toEqual(['treasury-asked'])
    const other = await maker.inPrivate.fills('treasury', {
      action: 'deposit',
      amount: '5',
      to: 'group',
      chat: '999',
      reason: 'x',
    })
    expect(other.refusal).toBe('chat-unknown')
  })

  it('lists what waits, the oldest first, with the means to decide', async () => {
    const house = await openHouse(engine)
    const { maker, checker } = await withStaff(house)
    expect((await checker.types('/treasury list')).keys).toEqual(['treasury-none'])
    for (const words of ['deposit 1 me first', 'deposit 2 me second']) await maker.types(`/treasury ${words}`)
    const list = await checker.inPrivate.types('/treasury list')
    expect(list.words.indexOf('first')).toBeLessThan(list.words.indexOf('second'))
    expect(list.words).toMatch(/#1.*first.*#2.*second/s)
    expect(list.labels).toEqual(['✅ Approve #1', '❌ Reject #1', '✅ Approve #2', '❌ Reject #2'])
    const done = await approve(checker.inPrivate, list.press({ command: 'treasury-approve', request: '2' }))
    expect(await has(house, maker.owner)).toBe(2n * USDT)
    const rest = await checker.inPrivate.presses(done.press({ command: 'treasury-list' }))
    expect(rest.words).toContain('first')
    expect(rest.words).not.toContain('second')
  })

  it('lists in pages, each with the means to decide what is on it', async () => {
    const house = await openHouse(engine)
    const { maker, checker } = await withStaff(house)
    for (let number = 1; number <= 9; number++) {
      house.world.passes(60_000)
      await maker.types(`/treasury deposit ${number} me once more`)
    }
    const approvals = (heard: Heard) =>
      heard.presses
        .filter(({ command }) => command === 'treasury-approve')
        .map(({ values }) => values.request)
    const first = await checker.inPrivate.types('/treasury list')
    expect(approvals(first)).toEqual(['1', '2', '3', '4'])
    expect(first.labels.at(-1)).toBe('Later ▶')
    const second = await checker.inPrivate.presses(first.press({ command: 'treasury-list', page: '2' }))
    expect(approvals(second)).toEqual(['5', '6', '7', '8'])
    expect(second.labels.slice(-2)).toEqual(['◀ Earlier', 'Later ▶'])
    const third = await checker.inPrivate.presses(second.press({ command: 'treasury-list', page: '3' }))
    expect(approvals(third)).toEqual(['9'])
    expect(third.labels.at(-1)).toBe('◀ Earlier')
    await checker.inPrivate.presses(third.press({ command: 'treasury-reject', request: '9' }))
    const gone = await checker.inPrivate.presses({ command: 'treasury-list', values: { page: '3' } })
    expect(approvals(gone)).toEqual(['1', '2', '3', '4'])
  })

  it('shows no button to those who may not decide, and to checkers none for what they asked', async () => {
    const house = await openHouse(engine)
    const { maker, checker } = await withStaff(house)
    await maker.types('/treasury deposit 1 me first')
    await checker.types('/treasury deposit 2 me second')
    const seen = await maker.inPrivate.types('/treasury list')
    expect(seen.words).toContain('second')
    expect(seen.presses).toEqual([])
    const list = await checker.inPrivate.types('/treasury list')
    expect(list.labels).toEqual(['✅ Approve #1', '❌ Reject #1'])
    const stranger = await house.person('Stranger')
    expect((await stranger.presses({ command: 'treasury-list', values: { page: '1' } })).refusal).toBe(
      'only-roles',
    )
  })
})
