import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  auditChainSince,
  auditLedger,
  clockCheck,
  GENESIS,
  schemaCheck,
} from '../../../src/core/ledger/audit.js'
import { type Check, type Finding, runCheck } from '../../../src/core/ledger/finding.js'
import { freeze, hold, MAX_AMOUNT, move, post, voidHold } from '../../../src/core/ledger/ledger.js'
import { Outage } from '../../../src/kit/outage.js'
import { realWorld } from '../../../src/kit/world.js'
import type { Storage } from '../../../src/storage/storage.js'
import { executeOn, tamperWith } from '../../kit/execute.js'
import { describeStorage } from '../../kit/storage.js'
import { ANN, BEN, fund, movement, PACKET, TREASURY } from './kit.js'

/** Transfers 1 and 2 fund Ann, 3 to 6 are hers, 7 is a hold of 10, 8 posts it. */
async function history(storage: Storage): Promise<void> {
  await fund(storage)
  await storage.write(async (work) => {
    await move(
      work,
      [3, 4, 5, 6].map((n) => movement(`gift:${n}`, ANN, n % 2 ? BEN : PACKET, BigInt(n), { ref: 'note' })),
    )
    await hold(work, [movement('pay:hold', ANN, BEN, 10n)])
    await post(work, [{ key: 'pay:post', hold: 'pay:hold', actor: 'system' }])
  })
}

function names(findings: Finding[]): string[] {
  return findings.map(({ check, subject }) => `${check} ${subject}`)
}

describeStorage('the audit of the ledger', (engine) => {
  let url: string
  let storage: Storage

  beforeEach(async () => {
    url = await engine.emptyDatabase()
    storage = await engine.open({ url })
    await history(storage)
  })

  it('finds nothing in a ledger that nobody has touched', async () => {
    expect(await storage.read(auditLedger)).toEqual([])
    await storage.write((work) => freeze(work, ANN, true))
    expect(await storage.read(auditLedger)).toEqual([])
  })

  it('finds nothing in an empty ledger', async () => {
    const empty = await engine.open()
    expect(await empty.read(auditLedger)).toEqual([])
  })

  it.each([
    ['a changed amount', 'update transfers set amount = amount + 1 where id = 4', 'ledger-chain transfer:4'],
    ['a changed purpose', "update transfers set code = 'nicer' where id = 4", 'ledger-chain transfer:4'],
    ['a changed actor', "update transfers set actor = 'member:9' where id = 4", 'ledger-chain transfer:4'],
    ['a changed reference', 'update transfers set ref = null where id = 4', 'ledger-chain transfer:4'],
    ['a changed moment', 'update transfers set at = at + 1 where id = 4', 'ledger-chain transfer:4'],
    ['a changed key', "update transfers set key = 'gift:9' where id = 4", 'ledger-chain transfer:4'],
    ['a changed hash', 'update transfers set hash = previous_hash where id = 4', 'ledger-chain transfer:4'],
    ['a missing transfer', 'delete from transfers where id = 4', 'ledger-chain transfer:5'],
    ['a missing end', 'delete from transfers where id = 8', 'ledger-chain ledger-head'],
    ['a head set back', 'update ledger_head set last_transfer = 7', 'ledger-chain ledger-head'],
    [
      'two accounts exchanged',
      `update ledger_accounts set owner = 'x' where owner = 'member:2:available';
       update ledger_accounts set owner = 'member:2:available' where owner = 'packet:p1';
       update ledger_accounts set owner = 'packet:p1' where owner = 'x'`,
      'ledger-chain transfer:3',
    ],
    [
      'a hold exchanged',
      "update transfers set key = 'other:hold' where id = 7; update transfers set key = 'pay:hold' where id = 6",
      'ledger-chain transfer:6',
    ],
    [
      'a richer member',
      "update ledger_accounts set cx = cx + 5 where owner = 'member:2:available'",
      'ledger-replay account:member:2:available',
    ],
    [
      'a forgotten hold',
      "update ledger_accounts set dp = dp + 5 where owner = 'member:1:available' and asset = 'USDT'",
      'ledger-sums asset:USDT',
    ],
    [
      'lost money',
      "update ledger_accounts set cx = cx - 1 where owner = 'packet:p1'",
      'ledger-sums asset:USDT',
    ],
  ])('finds %s', async (_, statements, found) => {
    await tamperWith(url, statements)
    expect(names(await storage.read(auditLedger))).toContain(found)
  })

  it('says both figures', async () => {
    await tamperWith(url, "update ledger_accounts set cx = cx + 5 where owner = 'member:2:available'")
    expect(await storage.read(auditLedger)).toEqual([
      {
        check: 'ledger-sums',
        detail: 'USDT: debits 128 and credits 133, pending debits 0 and credits 0',
        subject: 'asset:USDT',
      },
      {
        check: 'ledger-replay',
        detail: 'USDT: stored dp 0 dx 0 cp 0 cx 23, by its transfers dp 0 dx 0 cp 0 cx 18',
        subject: 'account:member:2:available',
      },
    ])
  })

  it('reports a hold that waits for more than a day', async () => {
    await storage.write((work) => hold(work, [movement('slow:hold', ANN, BEN, 1n)]))
    await storage.close()
    const world = { ...realWorld(), now: () => Date.now() + 25 * 60 * 60_000 }
    const tomorrow = await engine.open({ url, world })
    expect(names(await tomorrow.read(auditLedger))).toEqual(['ledger-holds transfer:9'])
  })

  describe('since a checkpoint', () => {
    it('goes on where it was, a slice at a time', async () => {
      const first = await storage.read((work) => auditChainSince(work, GENESIS, 5))
      expect(first).toMatchObject({ findings: [], end: { id: 5 }, more: true })
      const second = await storage.read((work) => auditChainSince(work, first.end, 5))
      expect(second).toMatchObject({ findings: [], end: { id: 8 }, more: false })
      await storage.write((work) => move(work, [movement('gift:9', ANN, BEN, 1n)]))
      const third = await storage.read((work) => auditChainSince(work, second.end))
      expect(third).toMatchObject({ findings: [], end: { id: 9 }, more: false })
    })

    it('finds what is wrong after it, and stays before the fault', async () => {
      const first = await storage.read((work) => auditChainSince(work, GENESIS, 5))
      await tamperWith(url, 'update transfers set amount = amount + 1 where id = 7')
      const second = await storage.read((work) => auditChainSince(work, first.end))
      expect(names(second.findings)).toContain('ledger-chain transfer:7')
      expect(second.end.id).toBe(5)
    })

    it('finds a history that was exchanged before it', async () => {
      const { end } = await storage.read((work) => auditChainSince(work, GENESIS))
      await tamperWith(url, 'delete from transfers where id = 8; update ledger_head set last_transfer = 7')
      const { findings } = await storage.read((work) => auditChainSince(work, end))
      expect(names(findings)).toContain('ledger-chain ledger-head')
    })
  })

  it('checks the clock', async () => {
    expect(await storage.read(clockCheck.run)).toEqual([])
    const ahead = await engine.open({ world: { ...realWorld(), now: () => Date.now() + 60_000 } })
    const found = await ahead.read(clockCheck.run)
    expect(names(found)).toEqual(engine.dialect === 'postgres' ? ['clock clock'] : [])
  })

  it('checks the schema', async () => {
    const own = await engine.ownDatabase()
    const damaged = await engine.open({ url: own })
    expect(await damaged.read(schemaCheck.run)).toEqual([])
    const of = engine.dialect === 'postgres' ? ' on transfers' : ''
    await executeOn(own, `drop trigger transfers_no_update${of}; drop index transfers_debit`)
    const found = await damaged.read(schemaCheck.run)
    expect(found.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^trigger transfers_no_update.* is missing$/),
        'index transfers_debit is missing',
      ]),
    )
  })

  describe('of amounts that fit 64 bits alone and not together', () => {
    const MOST = MAX_AMOUNT - 1000n
    const CHAT = { kind: 'chat', id: 5 } as const

    beforeEach(async () => {
      await storage.write(async (work) => {
        await move(work, [
          movement('big:in', TREASURY, PACKET, MOST),
          movement('big:out', PACKET, TREASURY, MOST),
        ])
        await hold(work, [movement('big:hold', TREASURY, CHAT, MOST - 7n, { asset: 'BMX' })])
      })
    })

    it('finds nothing where nothing is wrong', async () => {
      expect(await storage.read(auditLedger)).toEqual([])
      await storage.write((work) => voidHold(work, [{ key: 'big:void', hold: 'big:hold', actor: 'system' }]))
      expect(await storage.read(auditLedger)).toEqual([])
    })

    it('says both figures to the last unit where something is', async () => {
      await tamperWith(
        url,
        "update ledger_accounts set cx = cx - 1 where owner = 'packet:p1' and asset = 'USDT'",
      )
      const sums = `debits ${2n * MOST + 128n} and credits ${2n * MOST + 127n}, pending debits 0 and credits 0`
      expect(await storage.read(auditLedger)).toMatchObject([
        { check: 'ledger-sums', detail: `USDT: ${sums}` },
        { check: 'ledger-replay', subject: 'account:packet:p1' },
      ])
    })

    it('adds up what one account has spent by a thief, past 64 bits', async () => {
      await tamperWith(url, `update transfers set amount = ${MAX_AMOUNT} where key like 'gift:%'`)
      const found = (await storage.read(auditLedger)).find(({ check }) => check === 'ledger-replay')
      expect(found?.detail).toContain(`by its transfers dp 0 dx ${4n * MAX_AMOUNT + 10n} cp 0 cx 100`)
    })
  })

  it('takes a check that fails for a grave finding, and a database that is away for neither', async () => {
    const failing = (error: Error): Check => ({ name: 'odd', run: () => Promise.reject(error) })
    const wrapped = new Error('a query failed', { cause: new Error('integer overflow') })
    expect(await runCheck(storage, realWorld(), failing(wrapped))).toEqual([
      { check: 'audit-failed', subject: 'odd', detail: 'could not be looked at: integer overflow' },
    ])
    await expect(runCheck(storage, realWorld(), failing(new Outage('away')))).rejects.toBeInstanceOf(Outage)
  })

  it('finds an account that owes where the check is gone', async () => {
    const own = await engine.ownDatabase()
    const damaged = await engine.open({ url: own })
    await history(damaged)
    const dropped =
      engine.dialect === 'postgres'
        ? 'alter table ledger_accounts drop constraint ledger_accounts_not_negative;'
        : ''
    await tamperWith(own, `${dropped} update ledger_accounts set dx = 500 where owner = 'member:1:available'`)
    expect(names(await damaged.read(auditLedger))).toContain('ledger-negative account:member:1:available')
  })
})

describeStorage('random tampering', (engine) => {
  const transferChange = fc.record({
    id: fc.integer({ min: 1, max: 8 }),
    set: fc.oneof(
      fc.record({ amount: fc.bigInt({ min: 1n, max: 99n }) }),
      fc.record({ debit: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ credit: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ at: fc.integer({ min: 0 }) }),
      fc.record({ code: fc.string(), actor: fc.string() }),
      fc.record({ ref: fc.option(fc.string()) }),
      fc.record({ hash: fc.uint8Array({ minLength: 32, maxLength: 32 }) }),
      fc.record({ previousHash: fc.uint8Array({ minLength: 32, maxLength: 32 }) }),
      fc.record({ requestHash: fc.uint8Array({ minLength: 32, maxLength: 32 }) }),
    ),
  })

  it.runIf(engine.dialect === 'sqlite')('is always found', async () => {
    const url = await engine.emptyDatabase()
    const storage = await engine.open({ url })
    await history(storage)
    await tamperWith(url, 'select 1')
    class Undo extends Error {}

    await fc.assert(
      fc.asyncProperty(transferChange, async ({ id, set }) => {
        let findings: Finding[] | undefined
        const tampered = storage.write(async (work) => {
          const { transfers } = work.t
          const [before] = await work.db.select().from(transfers).where(eq(transfers.id, id))
          const [after] = await work.db.update(transfers).set(set).where(eq(transfers.id, id)).returning()
          const changed = JSON.stringify(plain(before)) !== JSON.stringify(plain(after))
          findings = changed ? await auditLedger(work) : undefined
          throw new Undo()
        })
        await expect(tampered).rejects.toSatisfy(
          (error) => error instanceof Undo || /(CHECK|FOREIGN KEY) constraint/.test(String(error)),
        )
        if (findings) expect(findings).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  function plain(row: object | undefined): [string, string][] {
    return Object.entries(row ?? {}).map(([key, value]) => [key, String(value)])
  }
})
