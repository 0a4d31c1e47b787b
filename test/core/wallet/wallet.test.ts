import { expect, it } from 'vitest'
import { hold, statement } from '../../../src/core/ledger/ledger.js'
import { type House, openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { claim, drop, USDT } from '../packets/kit.js'

/** Every line of a wallet by paging to its end, oldest last. */
async function pages(house: House, voice: Awaited<ReturnType<House['person']>>) {
  let heard = await voice.types('/wallet')
  const lines: string[][] = []
  for (;;) {
    lines.push(
      heard.view.text.filter(({ key }) => /^wallet-(in|out)$/.test(key)).map(({ params }) => lineOf(params)),
    )
    if (!heard.offers({ command: 'wallet' })) return lines
    house.world.passes(1000)
    heard = await voice.presses(heard.press({ command: 'wallet' }))
    expect(heard.view.replace).toBe(true)
  }
}

function lineOf(params: unknown): string {
  const { amount } = params as { amount: { amount: bigint } }
  return String(amount.amount)
}

describeStorage('/wallet', (engine) => {
  it('of somebody who has nothing says how to get something', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    expect((await mia.types('/wallet')).keys).toEqual(['wallet-mine', 'wallet-empty'])
  })

  it('shows every asset, and where it came from and went', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    await house.pays(pavel.owner, '2.5', 'BMX')
    await drop(pavel, '50 5')
    const heard = await pavel.types('/wallet')
    expect(heard.view.audience).toBeUndefined()
    const balances = heard.view.text.filter(({ key }) => key === 'wallet-balance')
    expect(balances.map(({ params }) => params?.amount)).toEqual([
      { amount: 250_000_000n, asset: 'BMX' },
      { amount: 450n * USDT, asset: 'USDT' },
    ])
    const history = heard.view.text.filter(({ key }) => /^wallet-(in|out)$/.test(key))
    expect(history.map(({ key, params }) => [key, lineOf(params)])).toEqual([
      ['wallet-out', String(50n * USDT)],
      ['wallet-in', '250000000'],
      ['wallet-in', String(500n * USDT)],
    ])
    expect(heard.words).toContain('into a red packet')
  })

  it.each([1, 7, 8, 9, 16, 17])('of %s lines pages through each once, the newest first', async (count) => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    for (let at = 1; at <= count; at++) await house.pays(mia.owner, `0.${String(at).padStart(6, '0')}`)
    const seen = await pages(house, mia)
    expect(seen.flat()).toEqual(Array.from({ length: count }, (_, at) => String(count - at)))
    for (const page of seen) expect(page.length).toBeLessThanOrEqual(8)
    expect(seen.filter((page) => page.length === 0)).toEqual([])
  })

  it('keeps paging past holds that were let go', async () => {
    const house = await openHouse(engine)
    const maker = await house.rich('Maker', '10')
    const checker = await house.person('Checker')
    await maker.becomes('finance_maker')
    await checker.becomes('finance_checker')
    for (let at = 1; at <= 10; at++) {
      house.world.passes(60_000)
      await maker.types('/treasury withdraw 1 me test')
      await checker.presses({ command: 'treasury-reject', values: { request: String(at) } })
    }
    expect((await pages(house, maker)).flat()).toEqual([String(10n * USDT)])
  })

  it('is read in one page of what has moved, however many holds are in between', async () => {
    const house = await openHouse(engine)
    const mia = await house.rich('Mia', '10')
    const common = { asset: 'USDT', code: 'treasury-withdrawal', actor: 'system' }
    const to = { kind: 'treasury' } as const
    const movements = Array.from({ length: 60 }, (_, at) => ({
      ...{ ...common, key: `test:hold:${at}`, from: mia.owner, to, amount: 1n },
    }))
    await house.storage.write((work) => hold(work, movements))
    const lines = (moved: boolean) => house.look((work) => statement(work, mia.owner, { limit: 9, moved }))
    expect((await lines(false)).map(({ phase }) => phase)).toEqual(Array.from({ length: 9 }, () => 'pending'))
    expect((await lines(true)).map(({ phase, amount }) => [phase, amount])).toEqual([['single', 10n * USDT]])
    expect((await pages(house, mia)).flat()).toEqual([String(10n * USDT)])
  })

  it('of a group is for its moderators, in the group', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    await house.pays({ kind: 'chat', id: await house.chatId(house.group) }, '100')
    expect((await mia.types('/wallet group')).refusal).toBe('only-moderators')
    expect((await mia.inPrivate.types('/wallet group')).refusal).toBe('only-in-group')
    mia.stands({ isAdmin: true })
    const heard = await mia.types('/wallet group')
    expect(heard.keys.slice(0, 2)).toEqual(['wallet-group', 'wallet-balance'])
  })

  it('is one on both platforms', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    const packet = await drop(pavel, '50 2 equal')
    await mia.presses(claim(packet))
    const moon = house.groupNamed('Moon', 'discord')
    const there = await house.person('Mia', { at: moon, id: '777' })
    await house.storage.write((work) => work.db.update(work.t.identities).set({ member: mia.member }))
    expect((await there.fills('wallet', {})).params('wallet-balance').amount).toEqual({
      amount: 25n * USDT,
      asset: 'USDT',
    })
  })
})
