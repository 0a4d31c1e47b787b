import { expect, it } from 'vitest'
import { ensureAssets } from '../../../src/core/assets/assets.js'
import { balance, move } from '../../../src/core/ledger/ledger.js'
import { describeStorage } from '../../kit/storage.js'

describeStorage('ledger', (engine) => {
  it('moves money', async () => {
    const storage = await engine.open()
    await storage.write((work) => ensureAssets(work, [{ code: 'USDT', scale: 6 }]))
    const member = { kind: 'member', id: 1 } as const
    await storage.write((work) =>
      move(work, [
        {
          key: 'dep:1',
          from: { kind: 'treasury' },
          to: member,
          asset: 'USDT',
          amount: 5n,
          code: 'deposit',
          actor: 'system',
        },
      ]),
    )
    const b = await storage.read((work) => balance(work, member, 'USDT'))
    expect(b.available).toBe(5n)
    expect(await storage.drift()).toEqual([])
  })
})
import { auditLedger } from '../../../src/core/ledger/audit.js'
describeStorage('audit', (engine) => {
  it('good', async () => {
    const storage = await engine.open()
    await storage.write((work) => ensureAssets(work, [{ code: 'USDT', scale: 6 }]))
    for (let i = 1; i < 5; i++) await storage.write((work) =>
      move(work, [{ key: `dep:${i}`, from: { kind: 'treasury' }, to: { kind: 'member', id: i }, asset: 'USDT', amount: 5n, code: 'deposit', actor: 'system' }]),
    )
    expect(await storage.read(auditLedger)).toEqual([])
  })
})
