/** What every engine promises, in the same words. Rows of refusals and accounts stand for any. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { Outage } from '../../src/kit/outage.js'
import { Refusal, refuse } from '../../src/kit/refusal.js'
import { realWorld } from '../../src/kit/world.js'
import {
  constraintsOf,
  isCheckViolation,
  isForeignKeyViolation,
  isUniqueViolation,
} from '../../src/storage/errors.js'
import { countAll, minus, plus, sumOf } from '../../src/storage/sql.js'
import type { Storage, Work } from '../../src/storage/storage.js'
import { fund } from '../core/ledger/kit.js'
import { describeStorage } from '../kit/storage.js'

/** Runs as if not called from where it is: past the guard against units inside units. */
const outside = AsyncLocalStorage.snapshot()

const HASH = new Uint8Array(32).fill(7)

function note(key: string, reason = 'because', at = 5) {
  return { key, requestHash: HASH, reason, at }
}

async function notes(storage: Storage): Promise<string[]> {
  const rows = await storage.read((work) =>
    work.db.select().from(work.t.ledgerRefusals).orderBy(asc(work.t.ledgerRefusals.key)),
  )
  return rows.map((row) => row.key)
}

function add(work: Work, ...keys: string[]) {
  return work.db.insert(work.t.ledgerRefusals).values(keys.map((key) => note(key)))
}

describeStorage('a storage', (engine) => {
  describe('queries', () => {
    it('give back what was put in, in its own type', async () => {
      const storage = await engine.open()
      const [row] = await storage.write((work) =>
        work.db
          .insert(work.t.ledgerRefusals)
          .values(note('a', 'ünïcode 🧧', 2 ** 52))
          .returning(),
      )
      expect(row).toEqual({ key: 'a', requestHash: Buffer.from(HASH), reason: 'ünïcode 🧧', at: 2 ** 52 })
      const [account] = await storage.write(async (work) => {
        await work.db.insert(work.t.assets).values({ code: 'USDT', scale: 6 })
        return await work.db
          .insert(work.t.ledgerAccounts)
          .values({ owner: 'treasury', asset: 'USDT', mayOverdraw: true, openedAt: 1 })
          .returning()
      })
      expect(account).toMatchObject({
        mayOverdraw: true,
        frozen: false,
        dp: 0n,
        cx: 0n,
        lastTransfer: 0,
        openedAt: 1,
      })
      expect(account?.id).toBeTypeOf('number')
    })

    it('number rows upwards and never twice', async () => {
      const storage = await engine.open()
      const ids = await storage.write(async (work) => {
        await work.db.insert(work.t.assets).values({ code: 'USDT', scale: 6 })
        const owners = ['chat:1', 'chat:2', 'chat:3'].map((owner) => ({ owner, asset: 'USDT', openedAt: 1 }))
        return await work.db
          .insert(work.t.ledgerAccounts)
          .values(owners)
          .returning({ id: work.t.ledgerAccounts.id })
      })
      expect(ids.map(({ id }) => id)).toEqual([1, 2, 3])
    })

    it('update, delete and upsert with an answer', async () => {
      const storage = await engine.open()
      await storage.write(async (work) => {
        const { settings } = work.t
        await work.db.insert(settings).values({ key: 'a', value: '1' })
        const upserted = await work.db
          .insert(settings)
          .values({ key: 'a', value: '2' })
          .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value` } })
          .returning()
        expect(upserted).toEqual([{ key: 'a', value: '2' }])
        expect(
          await work.db.insert(settings).values({ key: 'a', value: '3' }).onConflictDoNothing().returning(),
        ).toEqual([])
        expect(
          await work.db.update(settings).set({ value: '4' }).where(eq(settings.key, 'a')).returning(),
        ).toHaveLength(1)
        expect(await work.db.delete(settings).where(eq(settings.key, 'a')).returning()).toEqual([
          { key: 'a', value: '4' },
        ])
        expect(
          await work.db.update(settings).set({ value: '5' }).where(eq(settings.key, 'a')).returning(),
        ).toEqual([])
      })
    })

    it('join, group, sum and count', async () => {
      const storage = await engine.open()
      await storage.write(async (work) => {
        const { assets, ledgerAccounts } = work.t
        await work.db.insert(assets).values([
          { code: 'A', scale: 0 },
          { code: 'B', scale: 0 },
        ])
        await work.db
          .insert(ledgerAccounts)
          .values(['chat:1', 'chat:2'].map((owner) => ({ owner, asset: 'A', openedAt: 1 })))
        const rows = await work.db
          .select({ code: assets.code, accounts: countAll(), money: sumOf(ledgerAccounts.cx) })
          .from(assets)
          .leftJoin(ledgerAccounts, eq(ledgerAccounts.asset, assets.code))
          .groupBy(assets.code)
          .orderBy(asc(assets.code))
        expect(rows).toEqual([
          { code: 'A', accounts: 2, money: 0n },
          { code: 'B', accounts: 1, money: 0n },
        ])
      })
    })

    it('page by a key of two columns', async () => {
      const storage = await engine.open()
      const keys = await storage.write(async (work) => {
        const { ledgerRefusals: t } = work.t
        await work.db
          .insert(t)
          .values([note('a', 'x', 1), note('b', 'x', 2), note('c', 'x', 2), note('d', 'x', 3)])
        const after = or(gt(t.at, 2), and(eq(t.at, 2), gt(t.key, 'b')))
        return await work.db
          .select({ key: t.key })
          .from(t)
          .where(after)
          .orderBy(asc(t.at), asc(t.key))
          .limit(2)
      })
      expect(keys).toEqual([{ key: 'c' }, { key: 'd' }])
    })

    it('add and subtract money past 2^53 to the unit', async () => {
      const storage = await engine.open()
      const big = 2n ** 53n + 1n
      await fund(storage, big)
      const sums = await storage.read((work) => {
        const { cx, owner, asset } = work.t.ledgerAccounts
        return work.db
          .select({ more: plus(cx, 2n), less: minus(cx, 2n), sum: sumOf(cx) })
          .from(work.t.ledgerAccounts)
          .where(and(eq(owner, 'member:1:available'), eq(asset, 'USDT'), eq(cx, big)))
          .groupBy(cx)
      })
      expect(sums).toEqual([{ more: big + 2n, less: big - 2n, sum: big }])
    })

    it('lock rows where there are locks', async () => {
      const storage = await engine.open()
      const rows = await storage.write((work) => work.lock(work.db.select().from(work.t.ledgerHead)))
      expect(rows).toMatchObject([{ one: 1, lastTransfer: 0 }])
    })
  })

  describe('a unit of work', () => {
    it('is all or nothing', async () => {
      const storage = await engine.open()
      const failed = storage.write(async (work) => {
        await add(work, 'a')
        refuse('changed-my-mind', { n: 1 })
      })
      await expect(failed).rejects.toBeInstanceOf(Refusal)
      await expect(failed).rejects.toMatchObject({ key: 'changed-my-mind', params: { n: 1 } })
      expect(await notes(storage)).toEqual([])
    })

    it('is seen by others once it is answered, and not before', async () => {
      const storage = await engine.open()
      let seen: string[] | undefined
      let looked: () => void = () => {}
      const look = new Promise<void>((resolve) => {
        looked = resolve
      })
      const writing = storage.write(async (work) => {
        await add(work, 'a')
        seen ??= await outside(() => notes(storage))
        looked()
      })
      await look
      expect(seen).toEqual([])
      await writing
      expect(await notes(storage)).toEqual(['a'])
    })

    it('undoes only its own when its neighbours are in the same commit', async () => {
      const storage = await engine.open()
      const units = Array.from({ length: 40 }, (_, n) =>
        storage.write(async (work) => {
          await add(work, `n${String(n).padStart(2, '0')}`)
          if (n % 3 === 0) refuse('every-third')
          return n
        }),
      )
      const settled = await Promise.allSettled(units)
      for (const [n, result] of settled.entries()) {
        if (n % 3 === 0) expect(result).toMatchObject({ status: 'rejected', reason: { key: 'every-third' } })
        else expect(result).toEqual({ status: 'fulfilled', value: n })
      }
      const expected = Array.from({ length: 40 }, (_, n) => n).filter((n) => n % 3 !== 0)
      expect(await notes(storage)).toEqual(expected.map((n) => `n${String(n).padStart(2, '0')}`))
    })

    it('may not begin another', async () => {
      const storage = await engine.open({ guard: true })
      const nested = 'broken promise: a unit of work begun inside a unit of work'
      await expect(storage.write(() => storage.write(async () => 1))).rejects.toThrow(nested)
      await expect(storage.write(() => storage.read(async () => 1))).rejects.toThrow(nested)
      await expect(storage.read(() => storage.write(async () => 1))).rejects.toThrow(nested)
    })

    it('is dead when it is over', async () => {
      const storage = await engine.open()
      const kept = await storage.write(async (work) => ({ work }))
      const over = 'broken promise: a unit of work is used after its end'
      expect(() => kept.work.db).toThrow(over)
      expect(() => kept.work.connection).toThrow(over)
      expect(() => kept.work.lock(1)).toThrow(over)
    })

    it('is given up when it awaits something else, and harms nobody', async () => {
      const storage = await engine.open({ deadlineMs: 50 })
      const stuck = storage.write(async (work) => {
        await add(work, 'stuck')
        await new Promise(() => {})
      })
      const neighbour = storage.write(async (work) => void (await add(work, 'neighbour')))
      await expect(stuck).rejects.toThrow(
        'a unit of work took longer than 50 ms; it may await nothing but its work',
      )
      await neighbour
      await storage.write(async (work) => void (await add(work, 'later')))
      expect(await notes(storage)).toEqual(['later', 'neighbour'])
    })

    it('has a moment that never goes back, though the clock does', async () => {
      let now = 1_000_000
      const storage = await engine.open({ world: { ...realWorld(), now: () => now } })
      const moment = () => storage.write(async (work) => work.now)
      expect(await moment()).toBe(1_000_000)
      now = 900_000
      expect(await moment()).toBe(1_000_000)
      expect(await storage.read(async (work) => work.now)).toBe(1_000_000)
      now = 1_000_001
      expect(await moment()).toBe(1_000_001)
    })

    it('has a moment after the newest transfer of the time before a restart', async () => {
      const url = await engine.emptyDatabase()
      let now = 5_000_000
      const world = { ...realWorld(), now: () => now }
      const before = await engine.open({ url, world })
      await fund(before)
      await before.close()
      now = 4_000_000
      const after = await engine.open({ url, world })
      expect(await after.write(async (work) => work.now)).toBeGreaterThanOrEqual(5_000_000)
    })

    it('is refused, and its database let go, when the storage is closed', async () => {
      const storage = await engine.open()
      const last = storage.write(async (work) => void (await add(work, 'last')))
      await last
      await storage.close()
      await expect(storage.write(async () => 1)).rejects.toBeInstanceOf(Outage)
      await expect(storage.read(async () => 1)).rejects.toThrow('the storage is closed')
      await storage.close()
    })

    it('ends before a close that was asked for meanwhile', async () => {
      const url = await engine.emptyDatabase()
      const storage = await engine.open({ url })
      const writing = Array.from({ length: 30 }, (_, n) =>
        storage.write(async (work) => void (await add(work, `n${n}`))),
      )
      await Promise.all([...writing, storage.close()])
      expect(await notes(await engine.open({ url }))).toHaveLength(30)
    })
  })

  describe('a look', () => {
    it('at leisure holds up no other, sees one moment all the while, and is waited for at the end', async () => {
      const storage = await engine.open()
      let seen: number[] = []
      const long = storage.read(async (work) => {
        const count = async () => (await work.db.select().from(work.t.ledgerRefusals)).length
        seen = [await count()]
        // Units and looks of others, which would never come to their turn if they waited for this one.
        await outside(async () => {
          await storage.write((other) => add(other, 'a', 'b').returning())
          expect(await notes(storage)).toEqual(['a', 'b'])
        })
        seen.push(await count())
      }, 'at leisure')
      await long
      expect(seen).toEqual([0, 0])
      expect(
        await storage.read((work) => work.db.select().from(work.t.ledgerRefusals), 'at leisure'),
      ).toHaveLength(2)
    })

    it('may not write', async () => {
      const storage = await engine.open()
      const written = storage.read(async (work) => void (await add(work, 'a')))
      await expect(written).rejects.not.toBeInstanceOf(Outage)
      await expect(written).rejects.toSatisfy((error) =>
        /readonly|read-only/.test(String(error) + String((error as Error).cause)),
      )
      expect(await notes(storage)).toEqual([])
    })

    it('sees one moment, whatever is written meanwhile', async () => {
      const storage = await engine.open()
      const counts = await storage.read(async (work) => {
        const first = await work.db.select({ n: countAll() }).from(work.t.ledgerRefusals)
        await outside(() => storage.write(async (other) => void (await add(other, 'a'))))
        return [first, await work.db.select({ n: countAll() }).from(work.t.ledgerRefusals)]
      })
      expect(counts).toEqual([[{ n: 0 }], [{ n: 0 }]])
      expect(await notes(storage)).toEqual(['a'])
    })
  })

  describe('an error', () => {
    it('tells which unique key', async () => {
      const storage = await engine.open()
      const set = () =>
        storage.write((work) => work.db.insert(work.t.settings).values({ key: 'a', value: '1' }))
      await set()
      const error = await set().catch((reason: unknown) => reason)
      expect(isUniqueViolation(error)).toBe(true)
      expect(isUniqueViolation(error, 'settings_pkey')).toBe(true)
      expect(isUniqueViolation(error, 'ledger_accounts_owner')).toBe(false)
      expect(isCheckViolation(error)).toBe(false)
      expect(constraintsOf(error)).toEqual(['settings_pkey'])
    })

    it('tells which check', async () => {
      const storage = await engine.open()
      const error = await storage
        .write((work) =>
          work.db.insert(work.t.ledgerRefusals).values({ ...note('a'), requestHash: new Uint8Array(1) }),
        )
        .catch((reason: unknown) => reason)
      expect(isCheckViolation(error, 'ledger_refusals_hash')).toBe(true)
      expect(isUniqueViolation(error)).toBe(false)
    })

    it('tells a missing reference', async () => {
      const storage = await engine.open()
      const error = await storage
        .write((work) =>
          work.db.insert(work.t.ledgerAccounts).values({ owner: 'chat:1', asset: 'NONE', openedAt: 1 }),
        )
        .catch((reason: unknown) => reason)
      expect(isForeignKeyViolation(error)).toBe(true)
      expect(isUniqueViolation(error)).toBe(false)
    })

    it('of anything else is nothing of these', () => {
      for (const other of [new Error('x'), 'x', undefined, new Refusal('x')]) {
        expect([
          isUniqueViolation(other),
          isCheckViolation(other),
          isForeignKeyViolation(other),
          constraintsOf(other),
        ]).toEqual([false, false, false, []])
      }
    })
  })

  it('meets check-then-act: of many who insert the same at once, one does', async () => {
    const storage = await engine.open()
    const inserted = await Promise.all(
      Array.from({ length: 20 }, () =>
        storage.write(async (work) => {
          const rows = await work.db
            .insert(work.t.settings)
            .values({ key: 'a', value: '1' })
            .onConflictDoNothing()
            .returning()
          return rows.length
        }),
      ),
    )
    expect(inserted.filter((n) => n === 1)).toHaveLength(1)
    const rows = await storage.read((work) =>
      work.db
        .select()
        .from(work.t.settings)
        .where(inArray(work.t.settings.key, ['a'])),
    )
    expect(rows).toHaveLength(1)
  })
})
