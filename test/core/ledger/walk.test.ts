/**
 * The walk along the ledger: what it keeps, what it goes on from, and that no hand in the database makes it
 * believe what is not so.
 */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  auditLedger,
  dropAnchor,
  forgetKeeper,
  holdPlace,
  Seal,
  unanchored,
  Walk,
} from '../../../src/core/ledger/audit.js'
import { transfersAfter } from '../../../src/core/ledger/audit-store.js'
import { anchor, keepCheckpoints } from '../../../src/core/ledger/checkpoint-store.js'
import type { Finding } from '../../../src/core/ledger/finding.js'
import { hold, move, post, voidHold } from '../../../src/core/ledger/ledger.js'
import { realWorld } from '../../../src/kit/world.js'
import type { Storage } from '../../../src/storage/storage.js'
import { slip } from '../../kit/execute.js'
import { describeStorage } from '../../kit/storage.js'
import { ANN, BEN, fund, movement, PACKET } from './kit.js'

vi.mock('../../../src/core/ledger/audit-store.js', { spy: true })

const seal = new Seal(new Uint8Array(32).fill(7))
const chainReads = vi.mocked(transfersAfter)
const DAY_MS = 24 * 3_600_000

/** A member's money, past all guards, and the other side of it, so that the sums of all stay even. */
const STOLEN = `
  update ledger_accounts set cx = cx + 5 where owner = 'member:2:available' and asset = 'USDT';
  update ledger_accounts set dx = dx + 5 where owner = 'member:1:available' and asset = 'USDT';`
/** The same told to the checkpoints. */
const BELIEVED = `
  update ledger_checkpoints set cx = cx + 5
    where account = (select id from ledger_accounts where owner = 'member:2:available' and asset = 'USDT');
  update ledger_checkpoints set dx = dx + 5
    where account = (select id from ledger_accounts where owner = 'member:1:available' and asset = 'USDT');`

const names = (findings: Finding[]) => findings.map(({ check, subject }) => `${check} ${subject}`).sort()

describeStorage('the walk along the ledger', (engine) => {
  let url: string
  let storage: Storage
  let gifts = 0

  beforeEach(async () => {
    gifts = 0
    url = await engine.emptyDatabase()
    storage = await engine.open({ url })
    await fund(storage)
    await give(4)
  })

  const around = (through: Partial<Storage> = {}, sealed = seal) => ({
    storage: { ...storage, ...through },
    world: realWorld(),
    seal: sealed,
  })
  const fromAnchor = async (...one: Parameters<typeof around>) =>
    (await Walk.fromAnchor(around(...one))).finish()
  const anchored = async () => (await storage.read((work) => anchor(work, seal)))?.id

  async function give(count: number): Promise<void> {
    const some = Array.from({ length: count }, () => {
      gifts += 1
      return movement(`gift:${gifts}`, ANN, gifts % 2 ? BEN : PACKET, 1n)
    })
    await storage.write((work) => move(work, some))
  }

  const checkpoints = () =>
    storage.read(async (work) => {
      const rows = await work.db.select().from(work.t.ledgerCheckpoints)
      const ordered = rows.sort((a, b) => a.account - b.account)
      return ordered.map(({ transfer, dp, dx, cp, cx }) => ({ transfer, sums: `${dp} ${dx} ${cp} ${cx}` }))
    })

  it('keeps what it has found right, and goes on from there', async () => {
    expect(await fromAnchor()).toEqual([])
    expect(await anchored()).toBe(6)
    // Treasury in two assets, Ann in two, Ben, the packet.
    expect((await checkpoints()).map(({ transfer }) => transfer)).toEqual(Array(6).fill(6))
    await give(2)
    await storage.write(async (work) => {
      await hold(work, [movement('one:hold', ANN, BEN, 3n), movement('two:hold', ANN, BEN, 2n)])
      await post(work, [{ key: 'one:post', hold: 'one:hold', actor: 'system' }])
      await voidHold(work, [{ key: 'two:void', hold: 'two:hold', actor: 'system' }])
    })
    const read: number[] = []
    expect(await fromAnchor(noting(read))).toEqual([])
    expect(read).toEqual([7, 8, 9, 10, 11, 12])
    expect(await anchored()).toBe(12)
    expect((await checkpoints()).filter(({ transfer }) => transfer === 12)).toEqual([
      { transfer: 12, sums: '0 9 0 100' },
      { transfer: 12, sums: '0 0 0 6' },
      { transfer: 12, sums: '0 0 0 3' },
    ])
    expect(await storage.read(auditLedger)).toEqual([])
  })

  /** Notes the ids of the transfers that pages of the chain are read of. */
  function noting(read: number[]): Partial<Storage> {
    return {
      read: (look) =>
        storage.read(async (work) => {
          const before = chainReads.mock.results.length
          const seen = await look(work)
          for (const { value } of chainReads.mock.results.slice(before))
            read.push(...(await value).map(({ id }: { id: number }) => id))
          return seen
        }),
    }
  }

  it('locks checkpoints by account, ascending, in whatever order it has compared them', async () => {
    const right = [5, 2, 9, 4, 1].map((account) => ({ account, transfer: 6, dp: 0n, dx: 0n, cp: 0n, cx: 0n }))
    const place = sql.raw(engine.dialect === 'sqlite' ? 'rowid' : 'ctid')
    const written = () =>
      storage.read(({ db, t }) =>
        db.select({ account: t.ledgerCheckpoints.account }).from(t.ledgerCheckpoints).orderBy(place),
      )
    await storage.write((work) => keepCheckpoints(work, seal, { right, lost: [] }))
    expect((await written()).map(({ account }) => account)).toEqual([1, 2, 4, 5, 9])
    await storage.write((work) => keepCheckpoints(work, seal, { right, lost: [9, 4, 2, 5, 1] }))
    expect((await written()).map(({ account }) => account)).toEqual([1, 2, 4, 5, 9])
  })

  it('finds in what is new a changed row, and a balance that is not that of its transfers', async () => {
    await fromAnchor()
    await give(2)
    await slip(url, 'update transfers set amount = amount + 1 where id = 8')
    expect(names(await fromAnchor())).toEqual(['ledger-chain transfer:8'])
    await slip(url, `update transfers set amount = amount - 1 where id = 8; ${STOLEN}`)
    expect(names(await fromAnchor())).toEqual([
      'ledger-replay account:member:1:available',
      'ledger-replay account:member:2:available',
    ])
    expect(await anchored()).toBe(6)
  })

  it('finds in what is old everything, when it walks from the first transfer', async () => {
    await fromAnchor()
    await slip(url, STOLEN)
    expect(await fromAnchor()).toEqual([])
    expect(names(await Walk.fromGenesis(around()).finish())).toEqual([
      'ledger-replay account:member:1:available',
      'ledger-replay account:member:2:available',
    ])
    await slip(url, "update transfers set code = 'nicer' where id = 4")
    expect(await fromAnchor()).toEqual([])
    expect(names(await Walk.fromGenesis(around()).finish())).toContain('ledger-chain transfer:4')
  })

  it('finds money where no transfer has ever brought any', async () => {
    await storage.write((work) => move(work, [movement('one:way', ANN, PACKET, 1n)]))
    await fromAnchor()
    await slip(
      url,
      `insert into ledger_accounts (owner, asset, dp, dx, cp, cx, opened_at)
       values ('member:9:available', 'USDT', 0, 0, 0, 5, 0)`,
    )
    expect(names(await Walk.fromGenesis(around()).finish())).toEqual([
      'ledger-replay account:member:9:available',
    ])
  })

  describe('does not believe a checkpoint', () => {
    it('that another hand has changed along with the balance', async () => {
      await fromAnchor()
      await slip(url, STOLEN + BELIEVED)
      await give(2)
      expect(names(await fromAnchor())).toEqual([
        'ledger-replay account:member:1:available',
        'ledger-replay account:member:2:available',
      ])
      expect(names(await storage.read(auditLedger))).toContainEqual(
        expect.stringMatching(/^ledger-checkpoints account:/),
      )
    })

    it('that was true once and was put back with the balance of its day', async () => {
      await fromAnchor()
      const kept = await copyOf('ledger_checkpoints')
      const sums = await copyOf('ledger_accounts')
      await give(2)
      await fromAnchor()
      await slip(url, `${kept}; ${sums}`)
      // By the old checkpoints and what comes now alone, the old balances would be right.
      await give(2)
      expect(names(await fromAnchor())).toEqual([
        'ledger-replay account:member:1:available',
        'ledger-replay account:member:2:available',
        'ledger-replay account:packet:p1',
      ])
    })

    /** Statements that put the sums of a table's rows back as they are now. */
    async function copyOf(table: 'ledger_checkpoints' | 'ledger_accounts'): Promise<string> {
      const isKept = table === 'ledger_checkpoints'
      const rows = await storage.read(async ({ db, t }) =>
        isKept ? db.select().from(t.ledgerCheckpoints) : db.select().from(t.ledgerAccounts),
      )
      const bytes = (value: Uint8Array) =>
        engine.dialect === 'sqlite'
          ? `x'${Buffer.from(value).toString('hex')}'`
          : `'\\x${Buffer.from(value).toString('hex')}'`
      return rows
        .map((row) => {
          const more = 'seal' in row ? `, transfer = ${row.transfer}, seal = ${bytes(row.seal)}` : ''
          const which = 'seal' in row ? `account = ${row.account}` : `id = ${row.id}`
          return `update ${table} set dp = ${row.dp}, dx = ${row.dx}, cp = ${row.cp}, cx = ${row.cx}${more} where ${which}`
        })
        .join('; ')
    }

    it('that is gone, or is not ours: it replays the account, tells of it, and writes it down again', async () => {
      await fromAnchor()
      await slip(
        url,
        'delete from ledger_checkpoints where account = 1; update ledger_checkpoints set cx = cx + 1 where account = 2',
      )
      await storage.write((work) => move(work, [movement('fund:again', { kind: 'treasury' }, ANN, 9n)]))
      expect(names(await fromAnchor())).toEqual([
        'ledger-checkpoints account:member:1:available',
        'ledger-checkpoints account:treasury',
      ])
      expect(await storage.read(auditLedger)).toEqual([])
      await give(1)
      expect(await fromAnchor()).toEqual([])
    })
  })

  describe('does not believe an anchor', () => {
    it('that another hand has set ahead, past what it does not want to be seen', async () => {
      await fromAnchor()
      await give(2)
      await slip(
        url,
        `update transfers set code = 'nicer' where id = 7;
         update ledger_anchors set transfer = 8, hash = (select hash from transfers where id = 8)`,
      )
      expect(names(await fromAnchor())).toContain('ledger-chain transfer:7')
    })

    it('of a chain that was written anew, and finds just that', async () => {
      await fromAnchor()
      await give(1)
      await slip(url, 'update transfers set hash = previous_hash where id = 6')
      expect(names(await fromAnchor())).toContain('ledger-chain transfer:6')
      expect(await anchored()).toBe(6)
    })

    it('under another key: all is walked, and both keepers go on side by side', async () => {
      await fromAnchor()
      const other = new Seal(new Uint8Array(32).fill(8))
      await slip(url, "update transfers set code = 'nicer' where id = 4")
      expect(names(await fromAnchor({}, other))).toEqual(['ledger-chain transfer:4'])
      await slip(url, "update transfers set code = 'test' where id = 4")
      expect(await fromAnchor({}, other)).toEqual([])
      await give(1)
      expect([await fromAnchor(), await fromAnchor({}, other)]).toEqual([[], []])
      expect(await checkpoints()).toHaveLength(12)
      expect(await storage.read(auditLedger)).toEqual([])
    })
  })

  describe('with pages in between', () => {
    const MANY = 1_203

    /** Fails from the `at`-th write on, as after a crash. */
    function dying(at: number): Partial<Storage> {
      let writes = 0
      return {
        async write(unit) {
          writes += 1
          if (writes >= at) throw new Error('dead')
          return storage.write(unit)
        },
      }
    }

    beforeEach(async () => {
      const many = Array.from({ length: MANY }, (_, n) =>
        movement(`many:${n}`, { kind: 'treasury' }, { kind: 'member', id: 100 + n }, 1n),
      )
      await storage.write((work) => move(work, many))
    })

    it.each([1, 2, 3, 4])('dies at its write %i, and the next one comes to the same end', async (at) => {
      await expect(fromAnchor(dying(at))).rejects.toThrow('dead')
      expect(await anchored()).toBeUndefined()
      await give(3)
      await slip(url, "update ledger_accounts set cx = cx + 1 where owner = 'member:700:available'")
      expect(names(await fromAnchor())).toEqual(['ledger-replay account:member:700:available'])
      await slip(url, "update ledger_accounts set cx = cx - 1 where owner = 'member:700:available'")
      expect(await fromAnchor()).toEqual([])
      expect(await storage.read(auditLedger)).toEqual([])
      expect(await anchored()).toBe(6 + MANY + 3)
    })

    it('dies between checkpoints and their anchor, and counts nothing twice', async () => {
      await fromAnchor()
      await give(7)
      await expect(fromAnchor(dying(2))).rejects.toThrow('dead')
      expect((await checkpoints()).some(({ transfer }) => transfer === 6 + MANY + 7)).toBe(true)
      expect(await anchored()).toBe(6 + MANY)
      await give(2)
      expect(await fromAnchor()).toEqual([])
    })

    it('reads a bounded number of transfers a look, and others take their turns in between', async () => {
      let looks = 0
      let breaths = 0
      const walk = Walk.fromGenesis({
        storage: {
          ...storage,
          read(look) {
            looks += 1
            return storage.read(look)
          },
        },
        world: {
          async breathe() {
            breaths += 1
          },
        },
        seal,
      })
      expect(await walk.advance(1)).toEqual({ findings: [], more: true })
      expect([looks, breaths]).toEqual([1, 1])
      expect(await walk.advance(9)).toEqual({ findings: [], more: false })
      // 250 a look: 1,209 are five, and the accounts are five as well.
      expect([looks, breaths]).toEqual([5, 4])
      expect(await walk.settle()).toEqual([])
      expect([looks, breaths]).toEqual([10, 9])
    })

    it('is content with a ledger that moves under it, and compares what moves all the time', async () => {
      const moving = {
        async read<T>(look: Parameters<Storage['read']>[0]) {
          const seen = (await storage.read(look)) as T
          await give(2)
          return seen
        },
      } as Partial<Storage>
      const walk = Walk.fromGenesis(around(moving))
      expect(await walk.finish()).toEqual([])
      expect(await walk.finish()).toEqual([])
      await slip(url, STOLEN)
      expect(names(await walk.finish())).toEqual([
        'ledger-replay account:member:1:available',
        'ledger-replay account:member:2:available',
      ])
    })
  })

  describe('of keepers that have written nothing for long', () => {
    const other = new Seal(new Uint8Array(32).fill(8))
    const later = { ...realWorld(), now: () => Date.now() + 31 * DAY_MS }
    const otherAnchor = () => storage.read((work) => anchor(work, other))

    /** Answers after how many units, of at most four checkpoints each, there is nothing left to forget. */
    async function forgotten(own: Seal, now = later.now()): Promise<number> {
      const before = now - 30 * DAY_MS
      for (let units = 0; ; units++)
        if (!(await storage.write((work) => forgetKeeper(work, own, before, 4)))) return units
    }

    async function monthPasses(): Promise<void> {
      await storage.close()
      storage = await engine.open({ url, world: later })
    }

    it('forgets the others, and not those that have written since', async () => {
      await fromAnchor()
      await monthPasses()
      await fromAnchor({}, other)
      expect(await forgotten(other)).toBe(2)
      expect(await anchored()).toBeUndefined()
      expect(await checkpoints()).toHaveLength(6)
      expect(await otherAnchor()).toMatchObject({ id: 6 })
    })

    it('never forgets its own: a ledger at rest gives no reason to write', async () => {
      await fromAnchor()
      await fromAnchor({}, other)
      await monthPasses()
      expect(await fromAnchor()).toEqual([])
      expect(await forgotten(seal)).toBe(2)
      expect(await otherAnchor()).toBeUndefined()
      expect(await anchored()).toBe(6)
      await give(1)
      expect(await fromAnchor()).toEqual([])
    })

    it('forgets one without an anchor when its time has run', async () => {
      await fromAnchor()
      await storage.write((work) => dropAnchor(work, seal))
      await fromAnchor({}, other)
      const lost = (own: Seal) => storage.read((work) => unanchored(work, own))
      expect([await lost(seal), await lost(other)]).toEqual([[], [seal.keeper]])
      await storage.write((work) => holdPlace(work, [seal.keeper]))
      expect(await lost(other)).toEqual([])
      // Nobody goes on from what only holds a place.
      expect(await anchored()).toBeUndefined()
      expect(await forgotten(other, Date.now())).toBe(0)
      await monthPasses()
      expect(await forgotten(other)).toBe(2)
      expect(await checkpoints()).toHaveLength(6)
      expect(await otherAnchor()).toMatchObject({ id: 6 })
    })

    it('lets one whose place is held go on as if it had never anchored', async () => {
      await fromAnchor()
      await storage.write((work) => dropAnchor(work, seal))
      await storage.write((work) => holdPlace(work, [seal.keeper]))
      await slip(url, "update transfers set code = 'nicer' where id = 4")
      expect(names(await fromAnchor())).toEqual(['ledger-chain transfer:4'])
      await slip(url, "update transfers set code = 'test' where id = 4")
      expect(await fromAnchor()).toEqual([])
      expect(await anchored()).toBe(6)
    })
  })

  it('begins at the first transfer again after what was kept was put into doubt', async () => {
    await fromAnchor()
    await slip(url, "update transfers set code = 'nicer' where id = 4")
    await storage.write((work) => dropAnchor(work, seal))
    expect(names(await fromAnchor())).toEqual(['ledger-chain transfer:4'])
  })
})
