/** The named verbs over drizzle: prepared statements, lists in one parameter, many rows in one statement. */
import { asc, eq, inArray, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { insertMany, insertNumbered } from '../../src/storage/insert-many.js'
import { prepared } from '../../src/storage/prepared.js'
import { among, type List, listOf, plus } from '../../src/storage/sql.js'
import { expectRefusedBy, fund } from '../core/ledger/kit.js'
import { describeStorage } from '../kit/storage.js'

let built = 0

const byKey = prepared('test.by-key', (db, t, p: { key: string }) => {
  built += 1
  return db.select().from(t.settings).where(eq(t.settings.key, p.key))
})

const page = prepared('test.page', (db, t, p: { from: number; limit: number }) =>
  db
    .select({ key: t.ledgerRefusals.key })
    .from(t.ledgerRefusals)
    .where(sql`${t.ledgerRefusals.at} >= ${p.from}`)
    .orderBy(asc(t.ledgerRefusals.at))
    .limit(p.limit),
)

const put = prepared('test.put', (db, t, p: { key: string; value: string }) =>
  db.insert(t.settings).values({ key: p.key, value: p.value }).returning(),
)

const change = prepared('test.change', (db, t, p: { key: string; value: string }) =>
  db.update(t.settings).set({ value: p.value }).where(eq(t.settings.key, p.key)).returning(),
)

const remove = prepared('test.remove', (db, t, p: { key: string }) =>
  db.delete(t.settings).where(eq(t.settings.key, p.key)).returning({ key: t.settings.key }),
)

const frozen = prepared('test.frozen', (db, t, p: { frozen: boolean }) =>
  db.select({ id: t.ledgerAccounts.id }).from(t.ledgerAccounts).where(eq(t.ledgerAccounts.frozen, p.frozen)),
)

const holding = prepared('test.holding', (db, t, p: { cx: bigint }) =>
  db.select({ cx: t.ledgerAccounts.cx }).from(t.ledgerAccounts).where(eq(t.ledgerAccounts.cx, p.cx)),
)

const locked = prepared('test.locked', (db, t, _: object, lock) => lock(db.select().from(t.ledgerHead)))

const listed = prepared('test.listed', (db, t, p: { keys: List }) =>
  db
    .select({ key: t.settings.key })
    .from(t.settings)
    .where(among(t.settings.key, p.keys))
    .orderBy(asc(t.settings.key)),
)

const ids = prepared('test.ids', (db, t, p: { ids: List }) =>
  db.select({ id: t.transfers.id }).from(t.transfers).where(among(t.transfers.id, p.ids)),
)

const amounts = prepared('test.amounts', (db, t, p: { amounts: List }) =>
  db.select({ id: t.transfers.id }).from(t.transfers).where(among(t.transfers.amount, p.amounts)),
)

describeStorage('queries', (engine) => {
  describe('a prepared statement', () => {
    it('is built once on each connection and gives typed rows', async () => {
      const storage = await engine.open()
      await storage.write((work) => put(work, { key: 'a', value: '1' }))
      built = 0
      const rows = await storage.write(async (work) => {
        await byKey(work, { key: 'b' })
        return await byKey(work, { key: 'a' })
      })
      expect(rows).toEqual([{ key: 'a', value: '1' }])
      expect(built).toBe(1)
    })

    it('inserts, updates and deletes with an answer', async () => {
      const storage = await engine.open()
      await storage.write(async (work) => {
        expect(await put(work, { key: 'a', value: '1' })).toEqual([{ key: 'a', value: '1' }])
        expect(await change(work, { key: 'a', value: '2' })).toEqual([{ key: 'a', value: '2' }])
        expect(await change(work, { key: 'b', value: '2' })).toEqual([])
        expect(await remove(work, { key: 'a' })).toEqual([{ key: 'a' }])
        expect(await remove(work, { key: 'a' })).toEqual([])
      })
    })

    it('takes numbers, bigints, booleans and limits as what they are', async () => {
      const storage = await engine.open()
      const big = 2n ** 53n + 1n
      await fund(storage, big)
      await storage.write(async (work) => {
        await insertMany(
          work,
          work.t.ledgerRefusals,
          [1, 2, 3].map((at) => refusal(`n${at}`, at)),
        )
        expect(await page(work, { from: 2, limit: 1 })).toEqual([{ key: 'n2' }])
        expect(await page(work, { from: 1, limit: 2 })).toEqual([{ key: 'n1' }, { key: 'n2' }])
        expect(await frozen(work, { frozen: false })).toHaveLength(4)
        expect(await frozen(work, { frozen: true })).toEqual([])
        expect(await holding(work, { cx: big })).toEqual([{ cx: big }])
        expect(await holding(work, { cx: big - 1n })).toEqual([])
      })
    })

    it('locks rows where there are locks', async () => {
      const storage = await engine.open()
      expect(await storage.write((work) => locked(work, {}))).toHaveLength(1)
    })

    it('does not let its parameters pass for values while it is built', async () => {
      const storage = await engine.open()
      const wrong = prepared(`test.wrong.${engine.dialect}`, (db, t, p: { n: number }) =>
        db
          .select()
          .from(t.settings)
          .limit(p.n + 1),
      )
      await expect(storage.read((work) => wrong(work, { n: 1 }))).rejects.toThrow(
        'broken promise: the parameter n has no value while its statement is built',
      )
    })

    it('has a name of its own, that fits', () => {
      const build = (name: string) => () => prepared(name, (db, t) => db.select().from(t.settings))
      expect(build('test.by-key')).toThrow('broken promise: two prepared statements are called test.by-key')
      expect(build('x'.repeat(64))).toThrow(/name is too long/)
    })
  })

  describe('a list in one parameter', () => {
    it('is matched, whatever its length and whatever is in it', async () => {
      const storage = await engine.open()
      await storage.write(async (work) => {
        const odd = ['a', "it's", 'q"uote', 'b\\ack', '🧧', ' ', 'null', '1']
        await insertMany(
          work,
          work.t.settings,
          odd.map((key) => ({ key, value: 'x' })),
        )
        expect((await listed(work, { keys: listOf(odd) })).map(({ key }) => key).sort()).toEqual(
          [...odd].sort(),
        )
        expect(await listed(work, { keys: listOf([]) })).toEqual([])
        expect(await listed(work, { keys: listOf(['b', 'c']) })).toEqual([])
        const many = Array.from({ length: 40_000 }, (_, n) => `n${n}`)
        expect(await listed(work, { keys: listOf([...many, 'a']) })).toEqual([{ key: 'a' }])
      })
    })

    it('may hold numbers and money', async () => {
      const storage = await engine.open()
      const big = 2n ** 53n + 1n
      await fund(storage, big)
      await storage.read(async (work) => {
        expect(await ids(work, { ids: listOf([2, 3, 4]) })).toEqual([{ id: 2 }])
        expect(await amounts(work, { amounts: listOf([big, 8n]) })).toEqual([{ id: 1 }])
        expect(await amounts(work, { amounts: listOf([big - 1n]) })).toEqual([])
      })
    })
  })

  describe('insertMany', () => {
    it('writes every type as a single insert does', async () => {
      const storage = await engine.open()
      await storage.write(async (work) => {
        const { ledgerRefusals } = work.t
        const rows = [
          refusal('one', 2 ** 52, 'it\'s "quoted" \\ and 🧧\n'),
          refusal('two', 0, ''),
          { ...refusal('three', 7), requestHash: new Uint8Array(64).fill(9).subarray(16, 48) },
        ]
        await insertMany(work, ledgerRefusals, rows)
        const single = rows.map((row) => ({ ...row, key: `${row.key}!` }))
        for (const row of single) await work.db.insert(ledgerRefusals).values(row)
        const stored = await work.db.select().from(ledgerRefusals)
        const many = stored.filter(({ key }) => !key.endsWith('!')).map(plain)
        const ones = stored
          .filter(({ key }) => key.endsWith('!'))
          .map((row) => plain({ ...row, key: row.key.slice(0, -1) }))
        expect(many).toEqual(ones)
        expect(many).toEqual(rows.map(plain))
      })
    })

    it('leaves defaults, nulls, flags and amounts right', async () => {
      const storage = await engine.open()
      await fund(storage)
      await storage.write(async (work) => {
        const accounts = [
          { owner: 'chat:1', asset: 'USDT', mayOverdraw: true, openedAt: 5 },
          { owner: 'chat:2', asset: 'USDT', mayOverdraw: false, openedAt: 6 },
        ]
        await insertMany(work, work.t.ledgerAccounts, accounts)
        const rows = await work.db.select().from(work.t.ledgerAccounts).orderBy(asc(work.t.ledgerAccounts.id))
        expect(rows.slice(-2)).toMatchObject(
          accounts.map((row) => ({ ...row, frozen: false, dp: 0n, lastTransfer: 0 })),
        )
        const transfers = await work.db.select().from(work.t.transfers)
        expect(transfers.map(({ pending, ref }) => [pending, ref])).toEqual([
          [null, null],
          [null, null],
        ])
      })
    })

    it('throws at a row that is there, or leaves it', async () => {
      const storage = await engine.open()
      await storage.write((work) => put(work, { key: 'a', value: 'old' }))
      const rows = [
        { key: 'a', value: 'new' },
        { key: 'b', value: 'new' },
      ]
      await expectRefusedBy(
        'settings_pkey',
        storage.write((work) => insertMany(work, work.t.settings, rows)),
      )
      await storage.write((work) => insertMany(work, work.t.settings, rows, 'ignore'))
      expect(
        await storage.read((work) =>
          work.db.select().from(work.t.settings).orderBy(asc(work.t.settings.key)),
        ),
      ).toEqual([
        { key: 'a', value: 'old' },
        { key: 'b', value: 'new' },
      ])
    })

    it('answers the numbers that rows got, in their order, and of those that were there none', async () => {
      const storage = await engine.open()
      await storage.write(async (work) => {
        const { members, identities } = work.t
        const people = [1, 2, 3].map((at) => ({ createdAt: at }))
        const ids = await insertNumbered(work, members, people, members.id)
        const made = await work.db.select().from(members).where(inArray(members.id, ids))
        const madeAt = new Map(made.map(({ id, createdAt }) => [id, createdAt]))
        expect(ids.map((id) => madeAt.get(id))).toEqual([1, 2, 3])
        const account = (at: number) => ({
          platform: 'telegram' as const,
          account: `account ${at}`,
          member: ids[at] ?? 0,
          name: '',
          createdAt: 1,
        })
        await insertMany(work, identities, [account(1)])
        const kept = await insertNumbered(
          work,
          identities,
          [account(0), account(1), account(2)],
          identities.member,
          'ignore',
        )
        expect(kept).toEqual([ids[0], ids[2]])
        expect(await insertNumbered(work, members, [], members.id)).toEqual([])
      })
    })

    it('does nothing for no rows, and much for many', async () => {
      const storage = await engine.open()
      await storage.write((work) => insertMany(work, work.t.settings, []))
      const rows = Array.from({ length: 10_000 }, (_, n) => ({ key: `n${n}`, value: 'x'.repeat(20) }))
      await storage.write((work) => insertMany(work, work.t.settings, rows))
      expect(await storage.read((work) => work.db.select().from(work.t.settings))).toHaveLength(10_000)
    })

    it('mends half characters, which PostgreSQL would refuse', async () => {
      const storage = await engine.open()
      await storage.write((work) =>
        insertMany(work, work.t.settings, [{ key: 'a', value: 'broken \ud83e emoji' }]),
      )
      expect(await storage.read((work) => byKey(work, { key: 'a' }))).toEqual([
        { key: 'a', value: 'broken \ufffd emoji' },
      ])
    })
  })

  it('plus leaves money what it is in an update', async () => {
    const storage = await engine.open()
    const big = 2n ** 53n + 1n
    await fund(storage, big)
    const moved = storage.write(async (work) => {
      const { ledgerAccounts } = work.t
      await work.db
        .update(ledgerAccounts)
        .set({ cx: plus(ledgerAccounts.cx, 2n) })
        .where(eq(ledgerAccounts.cx, big))
    })
    await expectRefusedBy('ledger_accounts_by_transfer', moved)
  })

  function refusal(key: string, at: number, reason = 'because') {
    return { key, requestHash: new Uint8Array(32).fill(at % 256), reason, at }
  }

  function plain(row: { key: string; requestHash: Uint8Array; reason: string; at: number }) {
    return { ...row, requestHash: Buffer.from(row.requestHash).toString('hex') }
  }
})
