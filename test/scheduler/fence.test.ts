/** A courier that slept while another took its row must not settle it, not even while that one is at work. */
import { expect, it } from 'vitest'
import { must } from '../../src/kit/refusal.js'
import { lease, settle, settleUnlessNewer } from '../../src/scheduler/rows.js'
import { describeStorage } from '../kit/storage.js'
import { openPostOffice } from './post-office.js'

describeStorage('a lease', (engine) => {
  it.each(['leased', 'sent', 'dead', 'unknown'] as const)('is taken of no row that is %s', async (state) => {
    const { queue, storage } = await openPostOffice(engine)
    await queue({ key: 'one', account: '7' })
    const row = must(await storage.write((work) => lease(work, 1)), 'a row to take')
    if (state !== 'leased') await storage.write((work) => settle(work, row, { state, settledAt: 1 }))
    // Listed before the other took it: the list is read by another connection, and may be older.
    expect(await storage.write((work) => lease(work, 1))).toBeUndefined()
  })
})

describeStorage('the fence', (engine) => {
  it('keeps out who had the row before', async () => {
    const { queue, storage } = await openPostOffice(engine)
    await queue({ key: 'one', account: '7' })
    const take = async () => must(await storage.write((work) => lease(work, 1)), 'a row to take')
    const sleeper = await take()
    expect(await storage.write((work) => settle(work, sleeper, { state: 'queued' }))).toBe(true)
    const other = await take()
    expect([sleeper.fence, other.fence]).toEqual([1, 2])
    const sent = { state: 'sent' as const, settledAt: 1 }
    expect(await storage.write((work) => settle(work, sleeper, sent))).toBe(false)
    expect(await storage.write((work) => settleUnlessNewer(work, sleeper, sent))).toBe('lost')
    expect(await storage.write((work) => settleUnlessNewer(work, other, sent))).toBe('settled')
  })
})
