/** What only SQLite has: its file, its settings, its disk, its one process. */
import Database from 'better-sqlite3'
import { asc } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { silentLog } from '../../src/kit/log.js'
import { Outage } from '../../src/kit/outage.js'
import { realWorld } from '../../src/kit/world.js'
import { openSqlite } from '../../src/storage/sqlite.js'
import { openReader, openWriter } from '../../src/storage/sqlite-connection.js'
import type { Storage, Work } from '../../src/storage/storage.js'
import { engineForTests } from '../kit/storage.js'

const engine = engineForTests('sqlite')

function add(work: Work, key: string, reason = 'x') {
  return work.db.insert(work.t.ledgerRefusals).values({ key, requestHash: new Uint8Array(32), reason, at: 1 })
}

async function keys(storage: Storage): Promise<string[]> {
  const { t } = await storage.read(async ({ t }) => ({ t }))
  const rows = await storage.read((work) =>
    work.db.select().from(t.ledgerRefusals).orderBy(asc(t.ledgerRefusals.key)),
  )
  return rows.map(({ key }) => key)
}

it('is set up for money', async () => {
  const file = await engine.emptyDatabase()
  const writer = openWriter(file)
  const reader = openReader(file)
  const setting = (db: Database.Database, name: string) => db.pragma(name, { simple: true })
  expect({
    journal: setting(writer, 'journal_mode'),
    synchronous: setting(writer, 'synchronous'),
    references: setting(writer, 'foreign_keys'),
    triggers: setting(writer, 'recursive_triggers'),
    trusted: setting(writer, 'trusted_schema'),
    busy: setting(writer, 'busy_timeout'),
    readerWrites: setting(reader, 'query_only'),
  }).toEqual({
    journal: 'wal',
    synchronous: 2n,
    references: 1n,
    triggers: 1n,
    trusted: 0n,
    busy: 5000n,
    readerWrites: 1n,
  })
  reader.close()
  writer.close()
})

it('keeps every table strict', async () => {
  const db = openReader(await engine.emptyDatabase())
  const loose = db.prepare(
    "select name from pragma_table_list where strict = 0 and type = 'table' and name not like 'sqlite%'",
  )
  expect(loose.pluck().all()).toEqual(['schema_migrations'])
  db.close()
})

it('keeps the order of units', async () => {
  const storage = await engine.open()
  const order: number[] = []
  await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      storage.write(async (work) => {
        await add(work, `n${n}`)
        order.push(n)
      }),
    ),
  )
  expect(order).toEqual(Array.from({ length: 200 }, (_, n) => n))
})

it('answers 200 units, some of which throw, each with its own', async () => {
  const storage = await engine.open()
  const settled = await Promise.allSettled(
    Array.from({ length: 200 }, (_, n) =>
      storage.write(async (work) => {
        await add(work, `n${String(n).padStart(3, '0')}`)
        if (n % 7 === 0) throw new Error(`unit ${n}`)
        return n
      }),
    ),
  )
  for (const [n, result] of settled.entries()) {
    if (n % 7 === 0) expect(result).toMatchObject({ status: 'rejected', reason: { message: `unit ${n}` } })
    else expect(result).toEqual({ status: 'fulfilled', value: n })
  }
  expect(await keys(storage)).toHaveLength(200 - 29)
})

it('survives a full disk: the batch is rejected, the process lives, the next is taken', async () => {
  const storage = await engine.open()
  const pages = (count: number) =>
    storage.write(
      async (work) => void (work.connection as Database.Database).pragma(`max_page_count = ${count}`),
    )
  await pages(1)
  const settled = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      storage.write((work) => add(work, `big${n}`, 'x'.repeat(100_000)).returning()),
    ),
  )
  expect(settled.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 'rejected'))
  for (const result of settled)
    expect(result).toMatchObject({
      reason: { name: 'Outage', message: expect.stringMatching(/SQLITE_FULL/) },
    })
  await pages(1_000_000)
  await storage.write(async (work) => void (await add(work, 'after')))
  expect(await keys(storage)).toEqual(['after'])
})

it('waits for a lock of somebody else, while everything but writing goes on', async () => {
  const url = await engine.emptyDatabase()
  const storage = await engine.open({ url })
  const stranger = new Database(url)
  stranger.exec('begin immediate')
  const held = storage.write((work) => add(work, 'a').returning())
  const world = realWorld()
  let turns = 0
  for (const until = world.monotonic() + 100; world.monotonic() < until; turns++) {
    expect(await keys(storage)).toEqual([])
    await world.breathe()
  }
  stranger.exec('rollback')
  stranger.close()
  await held
  // Had it blocked the event loop, there would have been none.
  expect(turns).toBeGreaterThan(5)
  expect(await keys(storage)).toEqual(['a'])
})

it('survives a database that somebody else holds', async () => {
  const url = await engine.emptyDatabase()
  const storage = openSqlite({ file: url, world: realWorld(), log: silentLog, busyMs: 10 })
  const stranger = new Database(url)
  stranger.exec('begin immediate')
  const held = storage.write((work) => add(work, 'a').returning())
  await expect(held).rejects.toBeInstanceOf(Outage)
  await expect(held).rejects.toThrow('the database is away: database is locked (SQLITE_BUSY)')
  stranger.exec('rollback')
  stranger.close()
  await storage.write((work) => add(work, 'b').returning())
  expect(await keys(storage)).toEqual(['b'])
  await storage.close()
})
