/** Many at once: on PostgreSQL through two storages, as two replicas would; on SQLite through its one. */
import { expect, it } from 'vitest'
import { auditLedger } from '../../../src/core/ledger/audit.js'
import {
  balance,
  hold,
  KeyReused,
  move,
  type Owner,
  post,
  voidHold,
} from '../../../src/core/ledger/ledger.js'
import { realWorld } from '../../../src/kit/world.js'
import type { Storage, Work } from '../../../src/storage/storage.js'
import { describeStorage } from '../../kit/storage.js'
import { ANN, BEN, fund, movement, PACKET, TREASURY } from './kit.js'

describeStorage('the ledger under contention', (engine) => {
  async function replicas(): Promise<[Storage, Storage]> {
    const url = await engine.emptyDatabase()
    const one = await engine.open({ url })
    await fund(one)
    return [one, engine.dialect === 'postgres' ? await engine.open({ url }) : one]
  }

  /** Runs the units at once, every other one on the second storage, and counts what came of them. */
  async function storm(
    [one, two]: [Storage, Storage],
    units: ((work: Work) => Promise<unknown>)[],
  ): Promise<Record<string, number>> {
    const settled = await Promise.allSettled(units.map((unit, at) => (at % 2 === 0 ? one : two).write(unit)))
    const counts: Record<string, number> = {}
    for (const result of settled) {
      const what = result.status === 'fulfilled' ? 'done' : String(result.reason.key ?? result.reason)
      counts[what] = (counts[what] ?? 0) + 1
    }
    return counts
  }

  function times<T>(count: number, make: (n: number) => T): T[] {
    return Array.from({ length: count }, (_, n) => make(n))
  }

  it('pays a purse out once, to the unit', async () => {
    const storages = await replicas()
    await storages[0].write((work) => move(work, [movement('fill:1', ANN, PACKET, 50n)]))
    const claims = times(
      150,
      (n) => (work: Work) => move(work, [movement(`claim:${n}`, PACKET, { kind: 'member', id: 10 + n }, 1n)]),
    )
    expect(await storm(storages, claims)).toEqual({ done: 50, 'ledger-insufficient': 100 })
    expect(await storages[0].read((work) => balance(work, PACKET, 'USDT'))).toMatchObject({ available: 0n })
    expect(await storages[1].read(auditLedger)).toEqual([])
  })

  it('does one fact once, however often it is told at once', async () => {
    const storages = await replicas()
    const replayed: boolean[] = []
    const same = times(20, () => async (work: Work) => {
      const [transfer] = await move(work, [movement('claim:1', ANN, BEN, 3n)])
      return transfer?.replayed
    })
    const settled = await Promise.all(same.map((unit, at) => storages[at % 2 === 0 ? 0 : 1].write(unit)))
    replayed.push(...settled.map(Boolean))
    expect(replayed.filter((one) => !one)).toHaveLength(1)
    expect(await storages[0].read((work) => balance(work, BEN, 'USDT'))).toMatchObject({ available: 3n })
  })

  it('lets one of two requests have a key', async () => {
    const storages = await replicas()
    const rivals = times(
      10,
      (n) => (work: Work) => move(work, [movement('claim:1', ANN, BEN, BigInt(1 + (n % 2)))]),
    )
    const counts = await storm(storages, rivals)
    expect(counts).toEqual({ done: 5, [String(new KeyReused('claim:1'))]: 5 })
  })

  it('posts or voids a hold, never both', async () => {
    const storages = await replicas()
    const holds = times(20, (n) => movement(`pay:${n}:hold`, ANN, BEN, 1n))
    await storages[0].write((work) => hold(work, holds))
    const races = times(20, (n) => [
      (work: Work) => post(work, [{ key: `pay:${n}:post`, hold: `pay:${n}:hold`, actor: 'system' }]),
      (work: Work) => voidHold(work, [{ key: `pay:${n}:void`, hold: `pay:${n}:hold`, actor: 'system' }]),
    ]).flat()
    expect(await storm(storages, races)).toEqual({ done: 20, 'ledger-hold-resolved': 20 })
    const [ann, ben] = await storages[0].read(async (work) => [
      await balance(work, ANN, 'USDT'),
      await balance(work, BEN, 'USDT'),
    ])
    expect(ann.available + ben.available).toBe(100n)
    expect([ann.onHold, ben.incoming]).toEqual([0n, 0n])
    expect(await storages[0].read(auditLedger)).toEqual([])
  })

  it('meets no deadlock, whichever way the money goes', async () => {
    const storages = await replicas()
    const people = times(10, (n): Owner => ({ kind: 'member', id: 100 + n }))
    const person = (n: number) => people[n % 10] ?? ANN
    await storages[0].write((work) =>
      move(
        work,
        people.map((to, n) => movement(`seed:${n}`, TREASURY, to, 1000n)),
      ),
    )
    const criss = times(
      120,
      (n) => (work: Work) =>
        move(work, [
          movement(`criss:${n}:1`, person(n * 7), person(n * 7 + 1 + (n % 9)), 1n),
          movement(`criss:${n}:2`, person(n * 3 + 5), person(n * 3 + 4), 1n),
        ]),
    )
    expect(await storm(storages, criss)).toEqual({ done: 120 })
    expect(await storages[0].read(auditLedger)).toEqual([])
  })

  it.runIf(engine.dialect === 'postgres')(
    'goes on where a replica with a faster clock has been',
    async () => {
      const url = await engine.emptyDatabase()
      const at = (now: number) => engine.open({ url, world: { ...realWorld(), now: () => now } })
      const [slow, fast] = [await at(5_000_000), await at(5_001_500)]
      await fund(fast)
      const [transfer] = await slow.write((work) => move(work, [movement('gift:1', ANN, BEN, 1n)]))
      expect(transfer).toMatchObject({ id: 3, at: 5_001_500 })
    },
  )

  it('opens one account for many who ask at once', async () => {
    const storages = await replicas()
    const chat: Owner = { kind: 'chat', id: 5 }
    const gifts = times(20, (n) => (work: Work) => move(work, [movement(`gift:${n}`, TREASURY, chat, 1n)]))
    expect(await storm(storages, gifts)).toEqual({ done: 20 })
    const rows = await storages[0].read((work) => work.db.select().from(work.t.ledgerAccounts))
    expect(rows.filter((row) => row.owner === 'chat:5')).toHaveLength(1)
  })
})
