/** The audit of a running bot: it goes on past what is only told, and stops value once for what is grave. */
import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { createAuditor } from '../src/auditor.js'
import { record } from '../src/core/facts/facts.js'
import { lift } from '../src/core/freezes/freezes.js'
import { hold, move } from '../src/core/ledger/ledger.js'
import { placeOf } from '../src/storage/place.js'
import { type Lite, openWriter } from '../src/storage/sqlite-connection.js'
import type { Storage } from '../src/storage/storage.js'
import { ANN, BEN, fund, movement } from './core/ledger/kit.js'
import { tamperWith } from './kit/execute.js'
import { recordingLog } from './kit/lines.js'
import { describeStorage } from './kit/storage.js'
import { type VirtualWorld, virtualWorld } from './kit/world.js'

const DAY_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000
const EVERY_MS = 300_000
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
    return { auditor: createAuditor(storage, world, log.log), lines: log.lines }
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
    expect(await frozen()).toEqual([{ reason: 'audit: ledger-sums' }])

    await slip(url, RIGHT)
    await storage.write((work) => lift(work, 'programme', 'operator', true))
    await world.passes(EVERY_MS)
    expect(auditor.latest()).toEqual([])
    expect(await frozen()).toEqual([])
    await auditor.stop()
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
})

/** Changes rows past the guards, and leaves the guards as they were. */
async function slip(url: string, statements: string): Promise<void> {
  const place = placeOf(url)
  if (place.dialect === 'postgres') return tamperWith(url, statements)
  const guards = at(place.file, (db) =>
    db.prepare("select sql from sqlite_schema where type = 'trigger'").pluck().all(),
  )
  await tamperWith(url, statements)
  at(place.file, (db) => guards.map((guard) => db.exec(String(guard))))
}

function at<T>(file: string, act: (db: Lite) => T): T {
  const db = openWriter(file)
  try {
    return act(db)
  } finally {
    db.close()
  }
}
