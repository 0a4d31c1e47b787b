import { expect, it } from 'vitest'
import {
  accountsOf,
  balance,
  freeze,
  hold,
  KeyReused,
  MAX_AMOUNT,
  move,
  post,
  refuseForGood,
  statement,
  voidHold,
} from '../../../src/core/ledger/ledger.js'
import type { Storage } from '../../../src/storage/storage.js'
import { describeStorage } from '../../kit/storage.js'
import { ANN, BEN, fund, movement, PACKET, TREASURY } from './kit.js'

const system = { actor: 'system' }

describeStorage('the ledger', (engine) => {
  async function funded(): Promise<Storage> {
    const storage = await engine.open()
    await fund(storage)
    return storage
  }

  it('moves money and says what there is', async () => {
    const storage = await funded()
    const [transfer] = await storage.write((work) => move(work, [movement('gift:1', ANN, BEN, 30n)]))
    expect(transfer).toMatchObject({
      id: 3,
      key: 'gift:1',
      phase: 'single',
      asset: 'USDT',
      amount: 30n,
      replayed: false,
    })
    await storage.read(async (work) => {
      expect(await balance(work, ANN, 'USDT')).toEqual({
        asset: 'USDT',
        available: 70n,
        onHold: 0n,
        incoming: 0n,
        frozen: false,
      })
      expect(await balance(work, BEN, 'USDT')).toMatchObject({ available: 30n })
      expect(await balance(work, TREASURY, 'USDT')).toMatchObject({ available: -100n })
      expect(await balance(work, PACKET, 'USDT')).toMatchObject({ available: 0n })
      expect((await accountsOf(work, ANN)).map(({ asset, available }) => [asset, available])).toEqual([
        ['BMX', 7n],
        ['USDT', 70n],
      ])
    })
  })

  it('keeps amounts past 2^53 to the unit', async () => {
    const storage = await engine.open()
    await fund(storage, 2n ** 53n + 1n)
    await storage.write((work) => move(work, [movement('big:1', ANN, BEN, 2n ** 53n)]))
    expect(await storage.read((work) => balance(work, ANN, 'USDT'))).toMatchObject({ available: 1n })
    expect(await storage.read((work) => balance(work, BEN, 'USDT'))).toMatchObject({ available: 2n ** 53n })
  })

  it('decides a list one after the other, on what those before have left', async () => {
    const storage = await funded()
    const chain = [
      movement('list:1', ANN, PACKET, 100n),
      movement('list:2', PACKET, BEN, 60n),
      movement('list:3', BEN, ANN, 10n),
      movement('list:4', PACKET, BEN, 40n),
    ]
    const transfers = await storage.write((work) => move(work, chain))
    expect(transfers.map(({ id, key }) => [id, key])).toEqual([
      [3, 'list:1'],
      [4, 'list:2'],
      [5, 'list:3'],
      [6, 'list:4'],
    ])
    expect(await storage.read((work) => balance(work, BEN, 'USDT'))).toMatchObject({ available: 90n })
    const overspent = storage.write((work) =>
      move(work, [movement('list:5', BEN, ANN, 90n), movement('list:6', BEN, ANN, 1n)]),
    )
    await expect(overspent).rejects.toMatchObject({ key: 'ledger-insufficient' })
    expect(await storage.read((work) => balance(work, BEN, 'USDT'))).toMatchObject({ available: 90n })
  })

  it('does nothing for an empty list', async () => {
    const storage = await engine.open()
    expect(await storage.write((work) => move(work, []))).toEqual([])
    expect(await storage.write((work) => post(work, []))).toEqual([])
  })

  it('refuses what is not there, with both figures', async () => {
    const storage = await funded()
    await expect(
      storage.write((work) => move(work, [movement('much:1', ANN, BEN, 101n)])),
    ).rejects.toMatchObject({
      name: 'Refusal',
      key: 'ledger-insufficient',
      params: {
        owner: 'member:1:available',
        available: { amount: 100n, asset: 'USDT' },
        needed: { amount: 101n, asset: 'USDT' },
      },
    })
    await expect(
      storage.write((work) => move(work, [movement('much:2', BEN, ANN, 1n)])),
    ).rejects.toMatchObject({
      key: 'ledger-insufficient',
      params: { available: { amount: 0n, asset: 'USDT' } },
    })
  })

  it.each([
    ['nothing', 0n, /positive and fits 64 bits: 0/],
    ['less than nothing', -5n, /positive and fits 64 bits: -5/],
    ['more than 64 bits', MAX_AMOUNT + 1n, /positive and fits 64 bits/],
  ])('takes a movement of %s for a mistake', async (_, amount, message) => {
    const storage = await funded()
    await expect(
      storage.write((work) => move(work, [movement('odd:1', TREASURY, BEN, amount)])),
    ).rejects.toThrow(message)
  })

  it('takes a movement to oneself, an unknown asset, an unreadable owner for mistakes', async () => {
    const storage = await funded()
    const moved = (...args: Parameters<typeof movement>) =>
      storage.write((work) => move(work, [movement(...args)]))
    await expect(moved('odd:1', ANN, ANN, 1n)).rejects.toThrow(
      'money moves between two accounts: member:1:available',
    )
    await expect(moved('odd:2', ANN, BEN, 1n, { asset: 'NONE' })).rejects.toThrow()
    await expect(moved('odd:3', ANN, { kind: 'packet', id: 'A B' }, 1n)).rejects.toThrow(
      'an owner can be read back: packet:A B',
    )
  })

  it('answers a repetition as it answered before, and moves nothing', async () => {
    const storage = await funded()
    const request = movement('claim:1', ANN, BEN, 100n)
    const [first] = await storage.write((work) => move(work, [request]))
    const [second] = await storage.write((work) => move(work, [{ ...request, actor: 'member:9' }]))
    expect(second).toEqual({ ...first, replayed: true })
    expect(await storage.read((work) => balance(work, BEN, 'USDT'))).toMatchObject({ available: 100n })
  })

  it('answers a repetition inside one list', async () => {
    const storage = await funded()
    const request = movement('claim:1', ANN, BEN, 60n)
    const transfers = await storage.write((work) => move(work, [request, request]))
    expect(transfers.map(({ id, replayed }) => [id, replayed])).toEqual([
      [3, false],
      [3, true],
    ])
  })

  it.each([
    ['amount', { amount: 6n }],
    ['receiver', { to: PACKET }],
    ['asset', { asset: 'BMX' }],
    ['purpose', { code: 'other' }],
    ['reference', { ref: 'packet:p2' }],
  ])('does not let a key stand for another %s', async (_, change) => {
    const storage = await funded()
    const request = movement('claim:1', ANN, BEN, 5n)
    await storage.write((work) => move(work, [request]))
    const other = storage.write((work) => move(work, [{ ...request, ...change }]))
    await expect(other).rejects.toBeInstanceOf(KeyReused)
    await expect(other).rejects.toThrow('broken promise: the key claim:1 stands for another request already')
    await expect(storage.write((work) => hold(work, [request]))).rejects.toBeInstanceOf(KeyReused)
  })

  it('holds money: it is gone at once, and there when posted', async () => {
    const storage = await funded()
    await storage.write((work) => hold(work, [movement('pay:1:hold', ANN, BEN, 80n)]))
    await storage.read(async (work) => {
      expect(await balance(work, ANN, 'USDT')).toMatchObject({ available: 20n, onHold: 80n })
      expect(await balance(work, BEN, 'USDT')).toMatchObject({ available: 0n, incoming: 80n })
    })
    await expect(
      storage.write((work) => move(work, [movement('gift:1', ANN, BEN, 21n)])),
    ).rejects.toMatchObject({
      key: 'ledger-insufficient',
      params: { available: { amount: 20n, asset: 'USDT' } },
    })
    await storage.write((work) => post(work, [{ key: 'pay:1:post', hold: 'pay:1:hold', ...system }]))
    await storage.read(async (work) => {
      expect(await balance(work, ANN, 'USDT')).toMatchObject({ available: 20n, onHold: 0n })
      expect(await balance(work, BEN, 'USDT')).toMatchObject({ available: 80n, incoming: 0n })
    })
  })

  it('does not let money be spent that is only promised, not even later in the list', async () => {
    const storage = await funded()
    const list = [movement('pay:1:hold', ANN, BEN, 80n), movement('pay:2:hold', BEN, PACKET, 1n)]
    await expect(storage.write((work) => hold(work, list))).rejects.toMatchObject({
      key: 'ledger-insufficient',
    })
  })

  it('gives held money back when voided', async () => {
    const storage = await funded()
    await storage.write((work) => hold(work, [movement('pay:1:hold', ANN, BEN, 80n)]))
    await storage.write((work) => voidHold(work, [{ key: 'pay:1:void', hold: 'pay:1:hold', ...system }]))
    await storage.read(async (work) => {
      expect(await balance(work, ANN, 'USDT')).toMatchObject({ available: 100n, onHold: 0n })
      expect(await balance(work, BEN, 'USDT')).toMatchObject({ available: 0n, incoming: 0n })
    })
  })

  it('resolves a hold once, and answers a repetition', async () => {
    const storage = await funded()
    await storage.write((work) => hold(work, [movement('pay:1:hold', ANN, BEN, 80n)]))
    const posting = { key: 'pay:1:post', hold: 'pay:1:hold', ...system }
    const [posted] = await storage.write((work) => post(work, [posting]))
    expect(await storage.write((work) => post(work, [posting]))).toEqual([{ ...posted, replayed: true }])
    const voided = storage.write((work) =>
      voidHold(work, [{ key: 'pay:1:void', hold: 'pay:1:hold', ...system }]),
    )
    await expect(voided).rejects.toMatchObject({
      key: 'ledger-hold-resolved',
      params: { hold: 'pay:1:hold', as: 'post' },
    })
    const twice = storage.write((work) => post(work, [{ ...posting, key: 'pay:1:again' }]))
    await expect(twice).rejects.toMatchObject({ key: 'ledger-hold-resolved' })
  })

  it('resolves a hold once inside one list', async () => {
    const storage = await funded()
    await storage.write((work) => hold(work, [movement('pay:1:hold', ANN, BEN, 80n)]))
    const twice = ['a', 'b'].map((name) => ({ key: `pay:1:${name}`, hold: 'pay:1:hold', ...system }))
    await expect(storage.write((work) => post(work, twice))).rejects.toMatchObject({
      key: 'ledger-hold-resolved',
    })
  })

  it('takes the resolution of what is no hold for a mistake', async () => {
    const storage = await funded()
    const resolved = (held: string) =>
      storage.write((work) => post(work, [{ key: 'x:post', hold: held, ...system }]))
    await expect(resolved('nowhere')).rejects.toThrow('there is a hold nowhere')
    await expect(resolved('fund:ann')).rejects.toThrow('fund:ann is a hold')
  })

  it('keeps a refusal for good, even when it could be done by now', async () => {
    const storage = await funded()
    const request = movement('claim:late', PACKET, BEN, 5n)
    await storage.write((work) => refuseForGood(work, request, 'packet-empty'))
    await storage.write((work) => refuseForGood(work, request, 'packet-empty'))
    await storage.write((work) => move(work, [movement('fill:1', ANN, PACKET, 50n)]))
    const again = storage.write((work) => move(work, [request]))
    await expect(again).rejects.toMatchObject({ name: 'Refusal', key: 'packet-empty' })
    const other = { ...request, amount: 6n }
    await expect(storage.write((work) => move(work, [other]))).rejects.toBeInstanceOf(KeyReused)
    await expect(storage.write((work) => refuseForGood(work, other, 'x'))).rejects.toBeInstanceOf(KeyReused)
  })

  it('does not refuse for good what it has paid', async () => {
    const storage = await funded()
    const request = movement('claim:1', ANN, BEN, 5n)
    await storage.write((work) => move(work, [request]))
    await expect(storage.write((work) => refuseForGood(work, request, 'packet-empty'))).rejects.toThrow(
      'claim:1 has not been paid when it is refused for good',
    )
  })

  it('lets nothing leave a frozen account but what was promised before', async () => {
    const storage = await funded()
    await storage.write((work) => hold(work, [movement('pay:1:hold', ANN, BEN, 10n)]))
    await storage.write((work) => freeze(work, ANN, true))
    const refused = { name: 'Refusal', key: 'ledger-frozen', params: { owner: 'member:1:available' } }
    await expect(
      storage.write((work) => move(work, [movement('gift:1', ANN, BEN, 1n)])),
    ).rejects.toMatchObject(refused)
    await expect(
      storage.write((work) => hold(work, [movement('gift:2', ANN, BEN, 1n)])),
    ).rejects.toMatchObject(refused)
    await storage.write((work) => move(work, [movement('gift:3', TREASURY, ANN, 1n)]))
    await storage.write((work) => post(work, [{ key: 'pay:1:post', hold: 'pay:1:hold', ...system }]))
    expect(await storage.read((work) => balance(work, ANN, 'USDT'))).toMatchObject({
      available: 91n,
      frozen: true,
    })
    await storage.write((work) => freeze(work, ANN, false))
    await storage.write((work) => move(work, [movement('gift:1', ANN, BEN, 1n)]))
  })

  it('tells the statement in pages, newest first, from both sides', async () => {
    const storage = await funded()
    const gifts = [1, 2, 3, 4, 5].map((n) =>
      movement(`gift:${n}`, ...pair(n), BigInt(10 - n), { ref: `note:${n}`, actor: 'member:1' }),
    )
    await storage.write((work) => move(work, gifts))
    const first = await storage.read((work) => statement(work, ANN, { limit: 3 }))
    expect(
      first.map(({ key, direction, amount, counterparty }) => [key, direction, amount, counterparty]),
    ).toEqual([
      ['gift:5', 'out', 5n, { ...BEN, pocket: 'available' }],
      ['gift:4', 'in', 6n, { ...BEN, pocket: 'available' }],
      ['gift:3', 'out', 7n, { ...BEN, pocket: 'available' }],
    ])
    expect(first[0]).toMatchObject({
      ref: 'note:5',
      actor: 'member:1',
      code: 'test',
      phase: 'single',
      asset: 'USDT',
    })
    const second = await storage.read((work) => statement(work, ANN, { before: first[2]?.id ?? 0, limit: 3 }))
    expect(second.map(({ key }) => key)).toEqual(['gift:2', 'gift:1', 'fund:bmx'])
    expect(await storage.read((work) => statement(work, PACKET, { limit: 3 }))).toEqual([])
  })

  function pair(n: number): [typeof ANN, typeof BEN] {
    return n % 2 === 1 ? [ANN, BEN] : [BEN, ANN]
  }

  it('pays a storm of 1,000 in one list', async () => {
    const storage = await funded()
    await storage.write((work) => move(work, [movement('fill:1', TREASURY, PACKET, 1000n)]))
    const claims = Array.from({ length: 1000 }, (_, n) =>
      movement(`claim:${n}`, PACKET, { kind: 'member', id: 10 + n }, 1n),
    )
    const transfers = await storage.write((work) => move(work, claims))
    expect(transfers.map(({ key }) => key)).toEqual(claims.map(({ key }) => key))
    expect(new Set(transfers.map(({ id }) => id)).size).toBe(1000)
    expect(await storage.read((work) => balance(work, PACKET, 'USDT'))).toMatchObject({ available: 0n })
  })
})
