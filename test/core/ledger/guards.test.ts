/**
 * What the database itself refuses, whoever writes: every case goes past the ledger's code, straight to the
 * tables.
 */
import { eq, type SQL, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { auditLedger } from '../../../src/core/ledger/audit.js'
import {
  freeze,
  hold,
  MAX_AMOUNT,
  move,
  post,
  refuseForGood,
  voidHold,
} from '../../../src/core/ledger/ledger.js'
import type { TransferRow } from '../../../src/core/ledger/transfer.js'
import { isCheckViolation, isForeignKeyViolation, isUniqueViolation } from '../../../src/storage/errors.js'
import { plus } from '../../../src/storage/sql.js'
import type { Storage, Work } from '../../../src/storage/storage.js'
import { executeOn, executePlainly } from '../../kit/execute.js'
import { describeStorage } from '../../kit/storage.js'
import {
  ANN,
  accountId,
  BEN,
  expectRefusedBy,
  forgedRow,
  fund,
  messages,
  movement,
  openAccount,
  PACKET,
  TREASURY,
} from './kit.js'

describeStorage('the guards of the ledger', (engine) => {
  let storage: Storage
  let url: string

  beforeEach(async () => {
    url = await engine.emptyDatabase()
    storage = await engine.open({ url })
    await fund(storage)
    await storage.write((work) => openAccount(work, BEN))
  })

  /** Writes a row that differs from a good one by `changes`. */
  async function forge(changes: Partial<TransferRow> | ((work: Work) => Promise<Partial<TransferRow>>) = {}) {
    return await storage.write(async (work) => {
      const row = await forgedRow(work, typeof changes === 'function' ? await changes(work) : changes)
      await work.db.insert(work.t.transfers).values(row)
      return row
    })
  }

  it('take a row that is right, so that the refusals below are for their reason', async () => {
    await forge()
    await forge({ key: 'forged:2' })
    expect(await storage.read((work) => work.db.select().from(work.t.ledgerHead))).toMatchObject([
      { lastTransfer: 4 },
    ])
  })

  describe('a transfer', () => {
    it('takes no more than there is', async () => {
      await expectRefusedBy('ledger_accounts_not_negative', forge({ amount: 101n }))
    })

    it('takes no more than holds have left', async () => {
      await storage.write((work) => hold(work, [movement('hold:1', ANN, BEN, 60n)]))
      await expectRefusedBy('ledger_accounts_not_negative', forge({ amount: 41n }))
      await expectRefusedBy('ledger_accounts_not_negative', forge({ amount: 41n, phase: 'pending' }))
    })

    it.each([0n, -5n])('does not move %s', async (amount) => {
      await expectRefusedBy('transfers_amount', forge({ amount }))
    })

    it('does not push a sum past 64 bits', async () => {
      await storage.write((work) => move(work, [movement('vast:1', TREASURY, PACKET, MAX_AMOUNT - 200n)]))
      const error = await forge(async (work) => ({
        debit: await accountId(work, TREASURY),
        credit: await accountId(work, PACKET),
        amount: MAX_AMOUNT,
      })).catch((reason: unknown) => reason)
      expect(messages(error)).toMatch(
        /out of range|cannot store REAL value in INTEGER column|ledger_accounts_by_transfer/,
      )
    })

    it('has two accounts', async () => {
      await expectRefusedBy(
        'transfers_two_accounts',
        forge(async (work) => ({ credit: await accountId(work, ANN) })),
      )
    })

    it('has accounts of its asset, that exist', async () => {
      const rejected = async (changes: Parameters<typeof forge>[0]) =>
        await expect(forge(changes)).rejects.toSatisfy(isForeignKeyViolation)
      await rejected({ asset: 'BMX' })
      await rejected(async (work) => ({ debit: await accountId(work, ANN, 'BMX') }))
      await rejected({ credit: 999 })
    })

    it('has a known phase', async () => {
      await expectRefusedBy('transfers_phase', forge({ phase: 'odd' as 'single' }))
    })

    it('has a key of its own, of a sane length', async () => {
      await expect(forge({ key: 'fund:ann' })).rejects.toSatisfy(
        (error) => isUniqueViolation(error, 'transfers_key') || isCheckViolation(error, 'transfers_once'),
      )
      await expectRefusedBy('transfers_key_text', forge({ key: 'ab' }))
      await expectRefusedBy('transfers_key_text', forge({ key: 'x'.repeat(201) }))
    })

    it('has hashes of 32 bytes', async () => {
      await expectRefusedBy('transfers_hashes', forge({ requestHash: new Uint8Array(31) }))
      await expectRefusedBy('transfers_hashes', forge({ hash: new Uint8Array(33) }))
    })

    it('continues the chain', async () => {
      await expectRefusedBy('transfers_chain', forge({ id: 7 }))
      await expectRefusedBy('transfers_chain', forge({ previousHash: new Uint8Array(32).fill(1) }))
    })

    it('is not earlier than the one before', async () => {
      await expectRefusedBy(
        'transfers_time',
        forge(async (work) => ({ at: work.now - 60_000 })),
      )
    })

    it('does not leave a frozen account', async () => {
      await storage.write((work) => freeze(work, ANN, true))
      await expectRefusedBy('transfers_frozen', forge())
      await expectRefusedBy('transfers_frozen', forge({ phase: 'pending' }))
    })

    it('is there for ever, as it is', async () => {
      const { id } = await forge()
      const change = (run: (work: Work, where: SQL) => PromiseLike<unknown>) =>
        storage.write(async (work) => void (await run(work, eq(work.t.transfers.id, id))))
      await expectRefusedBy(
        'transfers_no_update',
        change((work, where) => work.db.update(work.t.transfers).set({ amount: 2n }).where(where)),
      )
      await expectRefusedBy(
        'transfers_no_update',
        change((work, where) => work.db.update(work.t.transfers).set({ code: 'nicer' }).where(where)),
      )
      await expectRefusedBy(
        'transfers_no_delete',
        change((work, where) => work.db.delete(work.t.transfers).where(where)),
      )
    })

    it('refuses a whole statement for one bad row in it', async () => {
      const written = storage.write(async (work) => {
        const good = await forgedRow(work, { amount: 60n })
        const bad = await forgedRow(work, {
          id: good.id + 1,
          key: 'forged:2',
          amount: 60n,
          previousHash: good.hash,
        })
        await work.db.insert(work.t.transfers).values([good, bad])
      })
      await expectRefusedBy('ledger_accounts_not_negative', written)
      expect(await storage.read(auditLedger)).toEqual([])
    })
  })

  describe('a hold', () => {
    beforeEach(() => storage.write((work) => hold(work, [movement('hold:1', ANN, BEN, 60n)])))

    /** A good resolution of the hold, but for what is changed. */
    function resolution(changes: Partial<TransferRow> = {}) {
      return forge({ phase: 'post', pending: 3, amount: 60n, ...changes })
    }

    it('is resolved by a row that repeats it', async () => {
      await resolution()
      expect(await storage.read(auditLedger)).toMatchObject([{ check: 'ledger-chain' }])
    })

    it('is resolved once', async () => {
      await storage.write((work) => post(work, [{ key: 'post:1', hold: 'hold:1', actor: 'system' }]))
      await expectRefusedBy('transfers_resolved_once', resolution())
      await expectRefusedBy('transfers_resolved_once', resolution({ phase: 'void' }))
    })

    it('is not posted after it was voided', async () => {
      await storage.write((work) => voidHold(work, [{ key: 'void:1', hold: 'hold:1', actor: 'system' }]))
      await expectRefusedBy('transfers_resolved_once', resolution())
    })

    it.each<[string, Partial<TransferRow>]>([
      ['for more', { amount: 61n }],
      ['for less', { amount: 59n }],
      ['by a row about another transfer', { pending: 1 }],
    ])('is not resolved %s', async (_, changes) => {
      await expectRefusedBy('transfers_resolution_match', resolution(changes))
    })

    it('is not resolved towards somebody else', async () => {
      await storage.write((work) => openAccount(work, PACKET))
      await expectRefusedBy(
        'transfers_resolution_match',
        forge(async (work) => ({
          phase: 'post',
          pending: 3,
          amount: 60n,
          credit: await accountId(work, PACKET),
        })),
      )
    })

    it('is named by resolutions and by nothing else', async () => {
      await expectRefusedBy('transfers_resolution', forge({ phase: 'single', pending: 3 }))
      await expectRefusedBy('transfers_resolution', forge({ phase: 'pending', pending: 3 }))
      // SQLite's guard comes before the check and says the same in other words.
      await expect(forge({ phase: 'post', pending: null })).rejects.toSatisfy(
        (error) =>
          isCheckViolation(error, 'transfers_resolution') ||
          isCheckViolation(error, 'transfers_resolution_match'),
      )
    })
  })

  describe('an account', () => {
    function change(set: (work: Work) => Record<string, unknown>): Promise<void> {
      return storage.write(async (work) => {
        const { ledgerAccounts } = work.t
        const where = eq(ledgerAccounts.id, await accountId(work, ANN))
        await work.db.update(ledgerAccounts).set(set(work)).where(where)
      })
    }

    it.each(['dp', 'dx', 'cp', 'cx'] as const)('changes %s by transfers alone', async (sum) => {
      await expectRefusedBy(
        'ledger_accounts_by_transfer',
        change((work) => ({ [sum]: plus(work.t.ledgerAccounts[sum], 5n) })),
      )
      await expectRefusedBy(
        'ledger_accounts_by_transfer',
        change((work) => ({ [sum]: plus(work.t.ledgerAccounts[sum], 5n), lastTransfer: 1 })),
      )
    })

    it('takes no transfer in twice', async () => {
      await expectRefusedBy(
        'ledger_accounts_by_transfer',
        change((work) => ({ cx: plus(work.t.ledgerAccounts.cx, 100n), lastTransfer: 1 })),
      )
    })

    it('does not forget which transfers are in its sums', async () => {
      await expectRefusedBy(
        'ledger_accounts_by_transfer',
        change(() => ({ lastTransfer: 0 })),
      )
    })

    it.each([{ owner: 'member:666:available' }, { asset: 'BMX' }, { mayOverdraw: true }, { openedAt: 0 }])(
      'never changes whose it is: %j',
      async (set) => {
        await expectRefusedBy(
          'ledger_accounts_identity',
          change(() => set),
        )
      },
    )

    it('is there for ever', async () => {
      const deleted = storage.write(async (work) => void (await work.db.delete(work.t.ledgerAccounts)))
      await expectRefusedBy('ledger_accounts_no_delete', deleted)
    })

    it('begins empty', async () => {
      const opened = (sums: object) =>
        storage.write(async (work) => {
          await work.db
            .insert(work.t.ledgerAccounts)
            .values({ owner: 'chat:1', asset: 'USDT', openedAt: 1, ...sums })
        })
      await expectRefusedBy('ledger_accounts_begin_empty', opened({ cx: 5n }))
      await expectRefusedBy('ledger_accounts_begin_empty', opened({ dp: -5n }))
      await expectRefusedBy('ledger_accounts_begin_empty', opened({ lastTransfer: 9 }))
    })

    it('is one for an owner and an asset', async () => {
      const twice = storage.write(async (work) => {
        await work.db.insert(work.t.ledgerAccounts).values({ owner: 'treasury', asset: 'USDT', openedAt: 1 })
      })
      await expectRefusedBy('ledger_accounts_owner', twice)
    })
  })

  describe('the rest', () => {
    it('keeps assets as they are', async () => {
      const changed = storage.write(
        async (work) => void (await work.db.update(work.t.assets).set({ scale: 2 })),
      )
      await expectRefusedBy('assets_no_update', changed)
      const deleted = storage.write(async (work) => void (await work.db.delete(work.t.assets)))
      await expectRefusedBy('assets_no_delete', deleted)
    })

    it('keeps the head at the end of the chain', async () => {
      const changed = (set: object) =>
        storage.write(async (work) => void (await work.db.update(work.t.ledgerHead).set(set)))
      await expectRefusedBy('ledger_head_by_transfer', changed({ lastTransfer: 1 }))
      await expectRefusedBy('ledger_head_by_transfer', changed({ hash: new Uint8Array(32) }))
      const deleted = storage.write(async (work) => void (await work.db.delete(work.t.ledgerHead)))
      await expectRefusedBy('ledger_head_no_delete', deleted)
      const second = storage.write(async (work) => {
        await work.db
          .insert(work.t.ledgerHead)
          .values({ one: 2, lastTransfer: 0, hash: new Uint8Array(32), at: 0 })
      })
      await expectRefusedBy('ledger_head_one_row', second)
    })

    it('keeps refusals', async () => {
      await storage.write((work) => refuseForGood(work, movement('late:1', PACKET, BEN, 1n), 'packet-empty'))
      const changed = storage.write(
        async (work) => void (await work.db.update(work.t.ledgerRefusals).set({ reason: 'x' })),
      )
      await expectRefusedBy('ledger_refusals_no_update', changed)
      const deleted = storage.write(async (work) => void (await work.db.delete(work.t.ledgerRefusals)))
      await expectRefusedBy('ledger_refusals_no_delete', deleted)
    })

    const tables = ['assets', 'ledger_accounts', 'transfers', 'ledger_head', 'ledger_refusals']

    it.runIf(engine.dialect === 'postgres').each(tables)('does not let %s be truncated', async (table) => {
      await expectRefusedBy(`${table}_no_truncate`, executeOn(url, `truncate ${table} cascade`))
    })

    it.runIf(engine.dialect === 'sqlite').each([
      ['transfers', '*', '*', 'transfers_once'],
      ['ledger_accounts', 'id, owner, asset, opened_at', '', 'ledger_accounts_pkey'],
      ['ledger_accounts', 'owner, asset, opened_at', '', 'ledger_accounts_owner'],
      [
        'ledger_accounts',
        'rowid, owner, asset, opened_at',
        "rowid, 'chat:9', asset, 1",
        'ledger_accounts_pkey',
      ],
      ['assets', 'code, scale', 'code, 2', 'assets_pkey'],
      ['assets', 'rowid, code, scale', "rowid, 'XYZ', 2", 'assets_pkey'],
      ['ledger_head', '*', '*', 'ledger_head_pkey'],
      ['ledger_refusals', '*', '*', 'ledger_refusals_pkey'],
      [
        'ledger_refusals',
        'rowid, key, request_hash, reason, at',
        "rowid, 'x:1', request_hash, 'x', 1",
        'ledger_refusals_pkey',
      ],
    ])('does not let rows of %s be replaced by %s %s, whoever asks', async (table, columns, values, rule) => {
      await storage.write((work) => refuseForGood(work, movement('late:1', PACKET, BEN, 1n), 'packet-empty'))
      const target = columns === '*' ? table : `${table} (${columns})`
      const statement = `into ${target} select ${values || columns} from ${table} limit 1`
      for (const verb of ['insert or replace', 'replace'])
        await expectRefusedBy(
          rule,
          Promise.resolve().then(() => executePlainly(url, `${verb} ${statement}`)),
        )
      expect(await storage.read(auditLedger)).toEqual([])
    })

    it.runIf(engine.dialect === 'sqlite')('does not let an account be put in place of another', async () => {
      const moved = `update or replace ledger_accounts set rowid = (select min(id) from ledger_accounts)
        where owner = 'member:2:available'`
      await expectRefusedBy(
        'ledger_accounts_identity',
        Promise.resolve().then(() => executePlainly(url, moved)),
      )
    })

    it.runIf(engine.dialect === 'sqlite')('takes no other type for an amount', async () => {
      for (const amount of [sql`'abc'`, sql`1.5`, sql`9223372036854775808`, sql`x'01'`]) {
        const written = storage.write(async (work) => {
          const row = await forgedRow(work)
          await work.db.insert(work.t.transfers).values({ ...row, amount })
        })
        await expect(written).rejects.toThrow(
          /cannot store (TEXT|REAL|BLOB) value in INTEGER column transfers.amount/,
        )
      }
    })
  })
})
