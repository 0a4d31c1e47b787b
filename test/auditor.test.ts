/** The audit of a running bot: it goes on past what is only told, and stops value once for what is grave. */
import { fileURLToPath } from 'node:url'
import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { createAuditor } from '../src/auditor.js'
import { record } from '../src/core/facts/facts.js'
import { lift } from '../src/core/freezes/freezes.js'
import { hold, move } from '../src/core/ledger/ledger.js'
import { loadSpeech } from '../src/i18n/fluent.js'
import type { Storage } from '../src/storage/storage.js'
import { ANN, BEN, fund, movement } from './core/ledger/kit.js'
import { slip } from './kit/execute.js'
import { recordingLog } from './kit/lines.js'
import { describeStorage } from './kit/storage.js'
import { type VirtualWorld, virtualWorld } from './kit/world.js'

const DAY_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000
const EVERY_MS = 300_000
/** Of this deployment. */
const KEY = new Uint8Array(32).fill(7)
const OTHER_KEY = new Uint8Array(32).fill(8)
/** Members, who are richer on paper than by their transfers. */
const RICHER = "update ledger_accounts set cx = cx + 5 where owner = 'member:2:available'"
const RIGHT = "update ledger_accounts set cx = cx - 5 where owner = 'member:2:available'"

describeStorage('the auditor', (engine) => {
  let url: string
  let world: VirtualWorld
  let storage: Storage

  beforeEach(async () => {
    url = await engine.emptyDatabase()
    world = virtualWorld()
    storage = world.holding(await engine.open({ url, world: world.forStorage }))
    await fund(storage)
  })

  const frozen = () =>
    storage.read(({ db, t }) =>
      db
        .select({ reason: t.freezes.reason })
        .from(t.freezes)
        .where(and(eq(t.freezes.scope, 'programme'), isNull(t.freezes.liftedAt))),
    )

  function auditorWithLog() {
    const log = recordingLog()
    return { auditor: createAuditor(storage, world, log.log, KEY), lines: log.lines }
  }

  /** Names of grave findings of the books; the clocks of this world and of PostgreSQL differ. */
  const found = (findings: { check: string }[]) =>
    findings.map(({ check }) => check).filter((check) => check !== 'clock')

  it('tells of a hold that waits, stops nothing for it, and goes on with what came after', async () => {
    await storage.write((work) => hold(work, [movement('slow:hold', ANN, BEN, 1n)]))
    await world.passes(2 * DAY_MS)
    const { auditor, lines } = auditorWithLog()
    expect(found(await auditor.run())).toEqual(['ledger-holds'])
    expect(auditor.latest()).toEqual([])
    expect(await frozen()).toEqual([])
    expect(lines.filter(({ level }) => level === 'error')).toEqual([])

    // What was walked is not walked again: of an old row nothing is seen, of a new one all.
    await storage.write((work) =>
      move(work, [movement('gift:1', ANN, BEN, 1n), movement('gift:2', ANN, BEN, 1n)]),
    )
    await slip(url, "update transfers set code = 'nicer' where key = 'gift:2'")
    expect(found(await auditor.run())).toEqual(['ledger-holds', 'ledger-chain'])
  })

  it('stops all value once for what is grave, and is content when the books are right again', async () => {
    const { auditor } = auditorWithLog()
    expect(found(await auditor.run())).toEqual([])
    await storage.write((work) => move(work, [movement('gift:1', ANN, BEN, 1n)]))
    await slip(url, RICHER)
    auditor.start()
    await world.passes(3 * EVERY_MS)
    expect(found(auditor.latest())).toEqual(['ledger-sums', 'ledger-replay'])
    expect(await frozen()).toEqual([{ reason: 'audit' }])

    await slip(url, RIGHT)
    await storage.write((work) => lift(work, 'programme', 'operator', true))
    await world.passes(EVERY_MS)
    expect(auditor.latest()).toEqual([])
    expect(await frozen()).toEqual([])
    await auditor.stop()
  })

  it('says what it could not look at, and stops all value for it', async () => {
    url = await engine.ownDatabase()
    storage = world.holding(await engine.open({ url, world: world.forStorage }))
    await fund(storage)
    await slip(url, 'drop table ledger_checkpoints')
    const { auditor, lines } = auditorWithLog()
    await storage.write((work) => move(work, [movement('gift:1', ANN, BEN, 1n)]))
    expect(found(await auditor.run())).toContain('audit-failed')
    expect(lines).toContainEqual(
      expect.objectContaining({
        fields: expect.objectContaining({
          subject: 'ledger-walk',
          detail: expect.stringMatching(/^could not be looked at: .*ledger_checkpoints/),
        }),
      }),
    )
    expect(await frozen()).toEqual([{ reason: 'audit' }])
  })

  describe('after a restart', () => {
    /** As {@link RICHER}, with the other side of it, so that the sums of all stay even. */
    const STOLEN = `${RICHER}; update ledger_accounts set dx = dx + 5 where owner = 'member:1:available' and asset = 'USDT'`
    const CODE = "update transfers set code = 'nicer' where key = 'fund:ann'"

    async function restarted() {
      expect(found(await auditorWithLog().auditor.run())).toEqual([])
      const { auditor, lines } = auditorWithLog()
      return { auditor, lines, passed: () => world.passes(EVERY_MS) }
    }

    it('relies on what it has kept, and walks the whole ledger by and by', async () => {
      const { auditor, passed } = await restarted()
      await slip(url, CODE)
      expect(found(await auditor.run())).toEqual([])
      auditor.start()
      await passed()
      expect(found(auditor.latest())).toEqual(['ledger-chain'])
      expect(await frozen()).toEqual([{ reason: 'audit' }])
      await auditor.stop()
      // It has been put into doubt what was kept: whoever comes next begins at the first transfer.
      expect(found(await auditorWithLog().auditor.run())).toEqual(['ledger-chain'])
    })

    it('finds a balance that has not moved since it was kept when the whole is walked, and not before', async () => {
      await storage.write((work) => move(work, [movement('gift:1', ANN, BEN, 1n)]))
      const { auditor, passed } = await restarted()
      await slip(url, STOLEN)
      expect(found(await auditor.run())).toEqual([])
      auditor.start()
      await passed()
      expect(found(auditor.latest())).toEqual(['ledger-replay', 'ledger-replay'])
      await slip(
        url,
        "update ledger_accounts set cx = cx - 5 where owner = 'member:2:available'; update ledger_accounts set dx = dx - 5 where owner = 'member:1:available' and asset = 'USDT'",
      )
      await passed()
      expect(found(auditor.latest())).toEqual([])
      await auditor.stop()
    })

    it('walks the whole again a day later, and after a first start that has walked it already', async () => {
      const { auditor } = auditorWithLog()
      expect(found(await auditor.run())).toEqual([])
      auditor.start()
      await world.passes(EVERY_MS)
      await slip(url, CODE)
      world.jumps(DAY_MS - HOUR_MS)
      await world.passes(EVERY_MS)
      expect(found(auditor.latest())).toEqual([])
      world.jumps(2 * HOUR_MS)
      await world.passes(EVERY_MS)
      expect(found(auditor.latest())).toEqual(['ledger-chain'])
      await auditor.stop()
    })

    it('tells of a checkpoint that another hand has written, and stops nothing for it', async () => {
      const { auditor, lines } = await restarted()
      await slip(url, 'update ledger_checkpoints set cx = cx + 1')
      await storage.write((work) => move(work, [movement('gift:1', ANN, BEN, 1n)]))
      expect(found(await auditor.run())).toEqual(['ledger-checkpoints'])
      expect(auditor.latest()).toEqual([])
      expect(lines.filter(({ level }) => level === 'error')).toEqual([])
      expect(await frozen()).toEqual([])
    })

    it('goes on from its own after a month without a transfer, and forgets what other keys have left', async () => {
      await createAuditor(storage, world, recordingLog().log, OTHER_KEY).run()
      await slip(url, 'delete from ledger_anchors')
      const { auditor, passed } = await restarted()
      auditor.start()
      await passed()
      expect(await keepers()).toHaveLength(2)
      for (let days = 0; days <= 31; days += 1) {
        world.jumps(DAY_MS)
        await passed()
      }
      expect(await keepers()).toHaveLength(1)
      await storage.write((work) => move(work, [movement('gift:1', ANN, BEN, 1n)]))
      expect(found(await auditor.run())).toEqual([])
      await auditor.stop()
    })

    const keepers = () =>
      storage.read(({ db, t }) =>
        db.selectDistinct({ keeper: t.ledgerCheckpoints.keeper }).from(t.ledgerCheckpoints),
      )

    it('runs once at a time, whoever asks', async () => {
      const { auditor } = await restarted()
      await storage.write((work) => move(work, [movement('gift:1', ANN, BEN, 1n)]))
      const both = await Promise.all([auditor.run(), auditor.run()])
      expect(both.map(found)).toEqual([[], []])
    })
  })

  it('stops it for a reason that every language has words for', () => {
    const LOCALES = fileURLToPath(new URL('../locales', import.meta.url))
    const speech = loadSpeech(LOCALES, { scaleOf: () => 6, now: () => 0, strict: true })
    const said = (locale: string, reason: string) =>
      speech.plain(locale, { key: 'refusal-frozen-programme', params: { reason } })
    for (const locale of speech.locales) {
      expect(said(locale, 'audit'), locale).not.toContain('audit')
      expect(said(locale, 'none').length, locale).toBeLessThan(said(locale, 'audit').length)
    }
  })

  it('looks again at the hour before the last look, and at what is older only after a restart', async () => {
    const { auditor } = auditorWithLog()
    const fact = () =>
      storage.write((work) => record(work, { kind: 'frozen', actor: 'system', subject: 'chat:1' }))
    await fact()
    await world.passes(3 * HOUR_MS)
    await fact()
    await world.passes(HOUR_MS / 2)
    await fact()
    expect(found(await auditor.run())).toEqual([])
    await slip(url, "update facts set actor = 'nobody' where id = 1")
    expect(found(await auditor.run())).toEqual([])
    await slip(url, "update facts set actor = 'nobody' where id = 2")
    expect(await auditor.run()).toContainEqual(
      expect.objectContaining({ check: 'facts-chain', subject: 'fact:2' }),
    )
    const again = auditorWithLog().auditor
    expect(await again.run()).toContainEqual(expect.objectContaining({ subject: 'fact:1' }))
  })

  it('walks all facts after a first start, too, however old they are, and again a day later', async () => {
    await storage.write((work) => record(work, { kind: 'frozen', actor: 'system', subject: 'chat:1' }))
    await world.passes(3 * DAY_MS)
    await storage.write((work) => record(work, { kind: 'lifted', actor: 'system', subject: 'chat:1' }))
    const { auditor } = auditorWithLog()
    const act = (actor: string) => slip(url, `update facts set actor = '${actor}' where id = 1`)
    await act('nobody')
    // The first look walks the whole ledger; of the facts only what happened lately.
    expect(found(await auditor.run())).toEqual([])
    auditor.start()
    await world.passes(EVERY_MS)
    expect(auditor.latest()).toContainEqual(
      expect.objectContaining({ check: 'facts-chain', subject: 'fact:1' }),
    )
    await act('system')
    await world.passes(EVERY_MS)
    expect(found(auditor.latest())).toEqual([])
    await act('nobody')
    await world.passes(EVERY_MS)
    expect(found(auditor.latest())).toEqual([])
    world.jumps(DAY_MS)
    await world.passes(EVERY_MS)
    expect(found(auditor.latest())).toEqual(['facts-chain'])
    await auditor.stop()
  })
})
