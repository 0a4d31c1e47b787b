/** Opening a SQLite database: made, migrated, refused, each in one clear line. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { auditLedger } from '../../src/core/ledger/audit.js'
import { silentLog } from '../../src/kit/log.js'
import { StartError } from '../../src/kit/start-error.js'
import { realWorld } from '../../src/kit/world.js'
import { backup } from '../../src/storage/backup.js'
import { JOURNAL, knownMigrations } from '../../src/storage/migrations.js'
import { openStorage } from '../../src/storage/open.js'
import { fund } from '../core/ledger/kit.js'
import { executeOn } from '../kit/execute.js'
import { engineForTests, temporaryFolder } from '../kit/storage.js'

const engine = engineForTests('sqlite')
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function folder(): string {
  const made = temporaryFolder()
  folders.push(made)
  return made
}

/** Why a database is refused, on one line, and the exit code. */
async function refusal(url: string): Promise<{ message: string; exitCode: number }> {
  const error = await openStorage({ url, world: realWorld() }).then(
    async (storage) => {
      await storage.close()
      return new Error('it was opened')
    },
    (reason: unknown) => reason,
  )
  if (!(error instanceof StartError)) throw error
  expect(error.message).not.toContain('\n')
  return { message: error.message, exitCode: error.exitCode }
}

describe('a new database', () => {
  it('is made, with the folders on the way to it', async () => {
    const file = join(folder(), 'data', 'deep', 'bot.sqlite')
    const said: unknown[] = []
    const log = {
      ...silentLog,
      info: (message: string, fields?: object) => said.push({ message, ...fields }),
    }
    const storage = await openStorage({ url: `file:${file}`, world: realWorld(), log })
    expect(await storage.read(auditLedger)).toEqual([])
    await storage.close()
    const migrations = knownMigrations('sqlite').map(({ name }) => name)
    expect(said).toEqual([{ message: 'making the database', file, migrations }])
  })

  it('is opened again as it was left, without a word and without a copy', async () => {
    const file = join(folder(), 'bot.sqlite')
    const first = await openStorage({ url: file, world: realWorld() })
    await fund(first)
    await first.close()
    const said: string[] = []
    const second = await openStorage({
      url: file,
      world: realWorld(),
      log: { ...silentLog, info: (message) => said.push(message) },
    })
    expect(await second.read(auditLedger)).toEqual([])
    await second.close()
    expect(said).toEqual([])
    expect(readdirSync(dirname(file)).sort()).toEqual(['bot.sqlite', 'bot.sqlite.lock'])
  })
})

describe('an older database', () => {
  /** One that has the first migration only, and something in it. */
  function older(): string {
    const file = join(folder(), 'bot.sqlite')
    const [initial] = knownMigrations('sqlite')
    const db = new Database(file)
    db.exec(`${JOURNAL}; ${initial?.text}`)
    db.prepare('insert into schema_migrations values (?, ?, 1)').run(initial?.name, initial?.hash)
    db.exec("insert into assets (code, scale) values ('OLD', 3)")
    db.close()
    return file
  }

  it('is left as it is, and not copied, where something is wrong before', async () => {
    const file = older()
    const beforeMigrating = () => {
      throw new StartError('PROGRAMME_FILE p.json is not JSON', 'configuration')
    }
    const opened = openStorage({ url: file, world: realWorld(), beforeMigrating })
    await expect(opened).rejects.toThrow('PROGRAMME_FILE p.json is not JSON')
    expect(readdirSync(dirname(file)).filter((name) => name.includes('before-'))).toEqual([])
    const db = new Database(file, { readonly: true })
    expect(db.prepare('select count(*) from schema_migrations').pluck().get()).toBe(1)
    db.close()
    // Where nothing is to be migrated, nobody asks.
    await (await openStorage({ url: file, world: realWorld() })).close()
    await (await openStorage({ url: file, world: realWorld(), beforeMigrating })).close()
  })

  it('is copied, then migrated', async () => {
    const file = older()
    const world = { ...realWorld(), now: () => 1_700_000_000_000 }
    const storage = await openStorage({ url: file, world })
    expect(await storage.read((work) => work.db.select().from(work.t.assets))).toEqual([
      { code: 'OLD', scale: 3 },
    ])
    await storage.close()
    const [, second] = knownMigrations('sqlite')
    const copy = new Database(`${file}.before-${second?.name}.1700000000000`, { readonly: true })
    expect(copy.prepare('select code from assets').pluck().all()).toEqual(['OLD'])
    expect(copy.prepare('select count(*) from schema_migrations').pluck().get()).toBe(1)
    copy.close()
  })

  it('is left as it was when a migration fails', async () => {
    const file = older()
    await executeOn(file, 'create table ledger_head_no_delete (x int)')
    await executeOn(file, 'drop table ledger_head')
    const before = readFileSync(file)
    const { message, exitCode } = await refusal(file)
    expect(message).toMatch(
      /^The migration 0001_guards failed: no such table: .*ledger_head\. Nothing was changed\.$/,
    )
    expect(exitCode).toBe(65)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('is left as it was when rows would lose the ones they refer to', async () => {
    const file = older()
    const db = new Database(file)
    db.pragma('foreign_keys = off')
    db.exec("insert into ledger_accounts (owner, asset, opened_at) values ('chat:1', 'GONE', 1)")
    db.close()
    expect(await refusal(file)).toEqual({
      message:
        'Migrating would leave rows of ledger_accounts without their row of assets. Nothing was changed.',
      exitCode: 65,
    })
  })
})

describe('a database is refused', () => {
  it('when this very process has it open', async () => {
    const url = await engine.emptyDatabase()
    await engine.open({ url })
    expect(await refusal(url)).toEqual({
      message: `Another process has the database ${url} open. Stop it first, or give this one its own DATABASE_URL.`,
      exitCode: 69,
    })
  })

  it('when it is newer than the program', async () => {
    const url = await engine.emptyDatabase()
    await executeOn(url, "insert into schema_migrations values ('9999_future', 'x', 1)")
    const newest = knownMigrations('sqlite').at(-1)?.name
    expect(await refusal(url)).toEqual({
      message: `The database is newer than this program: it has the migration 9999_future, this program ends at ${newest}. Update the program, or restore a backup made before the update.`,
      exitCode: 78,
    })
  })

  it('when it was made by another history', async () => {
    const url = await engine.emptyDatabase()
    await executeOn(url, "update schema_migrations set hash = 'x' where name = '0000_initial'")
    expect(await refusal(url)).toEqual({
      message:
        'The migration 0000_initial is not the one that this database was made with. Run the version of the program that made it, or begin with a new database.',
      exitCode: 78,
    })
  })

  it('when it belongs to another program', async () => {
    const file = join(folder(), 'other.sqlite')
    await executeOn(file, 'create table notes (x int)')
    expect(await refusal(file)).toEqual({
      message: `${file} is a SQLite database of another program.`,
      exitCode: 78,
    })
  })

  it('when it is no database', async () => {
    const file = join(folder(), 'photo.sqlite')
    writeFileSync(file, 'not a database, but long enough to be looked at: '.repeat(100))
    const { message, exitCode } = await refusal(file)
    expect(message).toMatch(/^The database .*photo\.sqlite is no SQLite database \(SQLITE_NOTADB: .*\)\.$/)
    expect(exitCode).toBe(65)
  })

  it('when it is a folder', async () => {
    const place = join(folder(), 'bot.sqlite')
    mkdirSync(place)
    const { message, exitCode } = await refusal(place)
    expect(message).toMatch(/^The database .* cannot be opened for writing \(SQLITE_CANTOPEN/)
    expect(exitCode).toBe(74)
  })

  it('when a page of it is damaged', async () => {
    const url = await engine.emptyDatabase()
    const storage = await engine.open({ url })
    await fund(storage)
    await storage.close()
    const bytes = readFileSync(url)
    const page = bytes.indexOf('fund:ann') & ~4095
    bytes.fill(0xff, page, page + 12)
    writeFileSync(url, bytes)
    const { message, exitCode } = await refusal(url)
    expect(message).toMatch(/damaged/)
    expect(message).toMatch(/restore a backup/)
    expect(exitCode).toBe(65)
  })

  it.each([
    ['a trigger', 'drop trigger transfers_guard', 'trigger transfers_guard is missing'],
    ['an index', 'drop index transfers_resolved_once', 'index transfers_resolved_once is missing'],
    [
      'a check',
      `pragma writable_schema = on;
       update sqlite_schema set sql = replace(sql, 'CHECK("transfers"."amount" > 0)', 'CHECK(1)') where name = 'transfers'`,
      'table transfers was changed',
    ],
    [
      'the words of a trigger',
      `drop trigger assets_no_delete;
       create trigger assets_no_delete before delete on assets when old.scale = 99 begin select 1; end`,
      'trigger assets_no_delete was changed',
    ],
    [
      'nothing but gained a trigger',
      'create trigger gift after insert on transfers begin select 1; end',
      'trigger gift does not belong here',
    ],
  ])('when it has lost %s', async (_, damage, phrase) => {
    const url = await engine.ownDatabase()
    const db = new Database(url)
    db.unsafeMode(true)
    db.exec(damage)
    db.close()
    expect(await refusal(url)).toEqual({
      message: `The database's schema is damaged: ${phrase}. Restore a backup, or put back what is missing from the program's migrations folder.`,
      exitCode: 65,
    })
  })

  it('naming three things of many', async () => {
    const url = await engine.ownDatabase()
    const triggers = [
      'assets_no_update',
      'assets_no_delete',
      'transfers_no_update',
      'transfers_no_delete',
      'transfers_apply',
    ]
    await executeOn(url, triggers.map((name) => `drop trigger ${name}`).join(';'))
    expect((await refusal(url)).message).toMatch(
      /(trigger \w+ is missing, ){2}trigger \w+ is missing and 2 more\./,
    )
  })
})

describe('a table or an index of the operator', () => {
  it('does no harm', async () => {
    const url = await engine.ownDatabase()
    await executeOn(url, 'create table _litestream_seq (id int); create index mine on transfers (code)')
    await (await engine.open({ url })).close()
  })
})

describe('a backup', () => {
  it('is made of a database in use, whole, and opens', async () => {
    const url = await engine.emptyDatabase()
    const storage = await engine.open({ url })
    await fund(storage)
    const to = join(folder(), 'copy.sqlite')
    backup(url, to)
    const copy = await engine.open({ url: to })
    expect(await copy.read(auditLedger)).toEqual([])
    expect(await copy.read((work) => work.db.select().from(work.t.transfers))).toHaveLength(2)
  })

  it('is made of a database that nobody has open', async () => {
    const url = await engine.emptyDatabase()
    const storage = await engine.open({ url })
    await fund(storage)
    await storage.close()
    const to = join(folder(), 'copy.sqlite')
    backup(url, to)
    const copy = await engine.open({ url: to })
    expect(await copy.read((work) => work.db.select().from(work.t.transfers))).toHaveLength(2)
  })

  it('does not overwrite a file', async () => {
    const url = await engine.emptyDatabase()
    expect(() => backup(url, url)).toThrow(`There is a file ${url} already.`)
  })

  it('needs a database, a folder to write to, and SQLite', async () => {
    const url = await engine.emptyDatabase()
    const nowhere = join(folder(), 'nowhere.sqlite')
    expect(() => backup(nowhere, `${nowhere}.copy`)).toThrow(`There is no database ${nowhere}.`)
    expect(existsSync(nowhere)).toBe(false)
    expect(() => backup(url, join(dirname(url), 'no', 'folder'))).toThrow(
      /The database could not be copied to .*: ENOENT: no such file or directory/,
    )
    expect(() => backup('postgres://u:secret@h/d', 'copy')).toThrow(
      'A PostgreSQL database is copied by its own tool: pg_dump --format=custom --file=copy "$DATABASE_URL".',
    )
    expect(basename(url)).toBe('bot.sqlite')
  })
})
