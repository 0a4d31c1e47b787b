/**
 * Opening a PostgreSQL database and losing it: migrated once by many, refused in one clear line, outages
 * survived.
 */
import type { Socket } from 'node:net'
import { eq } from 'drizzle-orm'
import pg from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { silentLog } from '../../src/kit/log.js'
import { StartError } from '../../src/kit/start-error.js'
import { realWorld } from '../../src/kit/world.js'
import { knownMigrations } from '../../src/storage/migrations.js'
import { openStorage } from '../../src/storage/open.js'
import { openPostgres } from '../../src/storage/postgres.js'
import type { Storage, Work } from '../../src/storage/storage.js'
import { fund } from '../core/ledger/kit.js'
import { executeOn } from '../kit/execute.js'
import { engineForTests, postgresForTests } from '../kit/storage.js'

const engine = engineForTests('postgres')

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
  expect(error.message).not.toContain(new URL(url).password || 'no password')
  return { message: error.message, exitCode: error.exitCode }
}

function put(work: Work, key: string) {
  return work.db.insert(work.t.settings).values({ key, value: 'x' })
}

async function keys(storage: Storage): Promise<string[]> {
  const rows = await storage.read((work) =>
    work.db.select().from(work.t.settings).orderBy(work.t.settings.key),
  )
  return rows.map(({ key }) => key)
}

describe('a new database', () => {
  let admin: string

  beforeAll(async () => {
    admin = (await postgresForTests()).admin
  })

  it('is migrated by one of many that begin at once', async () => {
    await executeOn(admin, 'create database race')
    const url = admin.replace(/[^/]*$/, 'race')
    const said: string[] = []
    const log = { ...silentLog, info: (message: string) => said.push(message) }
    const storages = await Promise.all([1, 2, 3].map(() => openStorage({ url, world: realWorld(), log })))
    const journal = await storages[0]?.read((work) => work.db.select().from(work.t.ledgerHead))
    for (const storage of storages) await storage.close()
    await executeOn(admin, 'drop database race')
    expect(journal).toHaveLength(1)
    expect(said).toEqual(['making the database'])
  })

  it('may be a schema of its own in a shared one', async () => {
    await executeOn(admin, 'create database shared')
    const url = admin.replace(/[^/]*$/, 'shared')
    await executeOn(url, 'create table notes (x int); create schema bot')
    const own = `${url}?options=-csearch_path%3Dbot`
    const storage = await openStorage({ url: own, world: realWorld() })
    await fund(storage)
    await storage.close()
    await executeOn(admin, 'drop database shared')
  })

  it('is refused when it cannot hold every character', async () => {
    await executeOn(
      admin,
      "create database old_latin encoding latin1 lc_collate 'C' lc_ctype 'C' template template0",
    )
    const url = admin.replace(/[^/]*$/, 'old_latin')
    expect(await refusal(url)).toEqual({
      message: 'The database is encoded in LATIN1; this program needs UTF8.',
      exitCode: 78,
    })
    await executeOn(admin, 'drop database old_latin')
  })
})

describe('a database is refused', () => {
  it('when there is no server', async () => {
    const { message, exitCode } = await refusal('postgres://bot:hunter2@127.0.0.1:1/bot')
    expect(message).toBe('The database server cannot be reached: connect ECONNREFUSED 127.0.0.1:1.')
    expect(exitCode).toBe(69)
  })

  it('when the server does not know it, or us', async () => {
    const { admin } = await postgresForTests()
    const nowhere = await refusal(admin.replace(/[^/]*$/, 'nowhere'))
    expect(nowhere.message).toBe('The database server cannot be reached: database "nowhere" does not exist.')
    const stranger = await refusal(admin.replace('tests:tests', 'tests:hunter2'))
    expect(stranger.message).toMatch(/^The database server cannot be reached: password authentication failed/)
  })

  it('when it is newer than the program', async () => {
    const url = await engine.ownDatabase()
    await executeOn(url, "insert into schema_migrations values ('9999_future', 'x', 1)")
    const newest = knownMigrations('postgres').at(-1)?.name
    expect(await refusal(url)).toEqual({
      message: `The database is newer than this program: it has the migration 9999_future, this program ends at ${newest}. Update the program, or restore a backup made before the update.`,
      exitCode: 78,
    })
  })

  it.each([
    [
      'lost a trigger',
      'drop trigger transfers_apply on transfers',
      'trigger transfers_apply of transfers is missing',
    ],
    [
      'a sleeping trigger',
      'alter table transfers disable trigger transfers_apply',
      'trigger transfers_apply of transfers was changed',
    ],
    ['lost an index', 'drop index transfers_resolved_once', 'index transfers_resolved_once is missing'],
    [
      'lost a check',
      'alter table ledger_accounts drop constraint ledger_accounts_not_negative',
      'constraint ledger_accounts_not_negative of ledger_accounts is missing',
    ],
    [
      'a softened check',
      `alter table ledger_accounts drop constraint ledger_accounts_not_negative;
       alter table ledger_accounts add constraint ledger_accounts_not_negative check (true)`,
      'constraint ledger_accounts_not_negative of ledger_accounts was changed',
    ],
    [
      'a softened function',
      `create or replace function guard_refuse() returns trigger language plpgsql as 'begin return new; end'`,
      'function guard_refuse() was changed',
    ],
    [
      'a column that may be empty',
      'alter table transfers alter column amount drop not null',
      'column transfers.amount was changed',
    ],
    [
      'a trigger too many',
      `create trigger gift after insert on transfers for each row execute function guard_refuse('x')`,
      'trigger gift of transfers does not belong here',
    ],
    [
      'a rule in the way',
      'create rule silent as on delete to transfers do instead nothing',
      'rule silent of transfers does not belong here',
    ],
  ])('when it has %s', async (_, damage, phrase) => {
    const url = await engine.ownDatabase()
    await executeOn(url, damage)
    expect(await refusal(url)).toEqual({
      message: `The database's schema is damaged: ${phrase}. Restore a backup, or put back what is missing from the program's migrations folder.`,
      exitCode: 65,
    })
  })

  it('when its user may not make a schema', async () => {
    const url = await engine.ownDatabase()
    const name = new URL(url).pathname.slice(1)
    await executeOn(
      url,
      `create role ${name} login password 'weak-one'; grant pg_read_all_data, pg_write_all_data to ${name}; grant create on schema public to ${name}`,
    )
    // A process makes the reference schema once, and this one has.
    vi.resetModules()
    const { openStorage: openAfresh } = await import('../../src/storage/open.js')
    const opened = openAfresh({ url: url.replace('tests:tests', `${name}:weak-one`), world: realWorld() })
    await expect(opened).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(
        /^The database does not let its user create a schema: grant CREATE on the database \(42501: /,
      ),
      exitCode: 78,
    })
    await executeOn(url, `drop owned by ${name}; drop role ${name}`)
  })
})

describe('an older database', () => {
  it('is migrated, with a word about pg_dump', async () => {
    const url = await engine.ownDatabase()
    const [initial] = knownMigrations('postgres')
    await executeOn(url, 'drop schema public cascade; create schema public')
    await executeOn(url, initial?.text ?? '')
    await executeOn(
      url,
      `create table schema_migrations (name text primary key, hash text not null, at bigint not null);
       insert into schema_migrations values ('${initial?.name}', '${initial?.hash}', 1); insert into assets values ('OLD', 3)`,
    )
    const beforeMigrating = () => {
      throw new StartError('PROGRAMME_FILE p.json is not JSON', 'configuration')
    }
    await expect(engine.open({ url, beforeMigrating })).rejects.toThrow('PROGRAMME_FILE p.json is not JSON')
    const said: string[] = []
    const storage = await engine.open({ url, log: { ...silentLog, warn: (message) => said.push(message) } })
    expect(await storage.read((work) => work.db.select().from(work.t.assets))).toEqual([
      { code: 'OLD', scale: 3 },
    ])
    // All of it was still to be done.
    expect(said).toEqual(['migrating the database; the copy before it is for pg_dump to make'])
  })
})

describe('an outage', () => {
  async function killConnections(url: string): Promise<void> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
    )
    await client.end()
  }

  it('in the middle of a unit rejects it, undone, and the next one works', async () => {
    const url = await engine.emptyDatabase()
    const storage = await engine.open({ url })
    const cut = storage.write(async (work) => {
      await put(work, 'cut')
      await killConnections(url)
      await put(work, 'cut, too')
    })
    await expect(cut).rejects.toMatchObject({
      name: 'Outage',
      outcome: 'undone',
      message: expect.stringMatching(/^the database is away: /),
    })
    await storage.write(async (work) => void (await put(work, 'after')))
    expect(await keys(storage)).toEqual(['after'])
  })

  it('between two units is not noticed by the next', async () => {
    const url = await engine.emptyDatabase()
    const lost: string[] = []
    const seen = new Promise<void>((resolve) => {
      void engine
        .open({
          url,
          log: {
            ...silentLog,
            warn(message) {
              lost.push(message)
              resolve()
            },
          },
        })
        .then(async (storage) => {
          await storage.write(async (work) => void (await put(work, 'before')))
          await killConnections(url)
        })
    })
    await seen
    expect(lost[0]).toMatch(/^an? (idle )?database connection was lost$/)
    const storage = await engine.open({ url })
    await storage.write(async (work) => void (await put(work, 'after')))
    expect(await keys(storage)).toEqual(['after', 'before'])
  })

  it('at the commit leaves its outcome unknown', async () => {
    const storage = await engine.open()
    const cut = storage.write(async (work) => {
      await put(work, 'perhaps')
      cutAtCommit(work.connection as pg.Client)
    })
    await expect(cut).rejects.toMatchObject({ name: 'Outage', outcome: 'unknown' })
    await storage.write(async (work) => void (await put(work, 'surely')))
    expect(await keys(storage)).toContain('surely')
  })

  /** Loses the connection when the COMMIT has been sent. */
  function cutAtCommit(client: pg.Client): void {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const cutting = (...args: unknown[]) => {
      const result = query(...args)
      if (args[0] === 'COMMIT')
        (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy()
      return result
    }
    Object.assign(client, { query: cutting })
  }

  it('by a lock that nobody lets go ends after the lock timeout', async () => {
    const url = await engine.emptyDatabase()
    const storage = await engine.open({ url })
    const holder = new pg.Client({ connectionString: url })
    await holder.connect()
    await holder.query('begin; select * from ledger_head for update')
    const waiting = storage.write((work) => work.lock(work.db.select().from(work.t.ledgerHead)))
    await expect(waiting).rejects.toMatchObject({
      name: 'Outage',
      message: 'the database is away: canceling statement due to lock timeout (55P03)',
    })
    await holder.end()
    expect(await storage.write((work) => work.lock(work.db.select().from(work.t.ledgerHead)))).toHaveLength(1)
  })
})

describe('a unit of work', () => {
  it('is repeated when the server gives it up for a deadlock', async () => {
    const storage = await engine.open()
    await storage.write(async (work) => {
      await put(work, 'a')
      await put(work, 'b')
    })
    let runs = 0
    const met = barrier(2)
    let end: () => void = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const update = (work: Work, value: string) => work.db.update(work.t.settings).set({ value })
    const crossing = (first: string, second: string) =>
      storage.write(async (work) => {
        runs += 1
        // Whoever was given up comes after the other, or might get between its locks and meet it again.
        if (runs > 2) await ended
        await update(work, first).where(eq(work.t.settings.key, first))
        await met()
        await update(work, second).where(eq(work.t.settings.key, second))
      })
    await Promise.all([crossing('a', 'b').then(end), crossing('b', 'a').then(end)])
    expect(runs).toBe(3)
  })

  /** Resolves when `count` have come, and at once for those after. */
  function barrier(count: number): () => Promise<void> {
    let open: () => void = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    let come = 0
    return () => {
      come += 1
      if (come === count) open()
      return opened
    }
  }

  it('that goes on after a failed statement is a mistake, and undone', async () => {
    const storage = await engine.open()
    const swallowed = storage.write(async (work) => {
      await put(work, 'a')
      await put(work, 'a').then(
        () => {},
        () => {},
      )
    })
    await expect(swallowed).rejects.toThrow('a unit of work went on after a statement that failed')
    expect(await keys(storage)).toEqual([])
  })

  it('that is overdue costs its connection and nothing else', async () => {
    const url = await engine.emptyDatabase()
    const storage = await openPostgres({
      url,
      world: realWorld(),
      log: silentLog,
      deadlineMs: 100,
      poolSize: 1,
    })
    const stuck = storage.write(async (work) => {
      await put(work, 'stuck')
      await new Promise(() => {})
    })
    await expect(stuck).rejects.toMatchObject({ name: 'Overdue' })
    await storage.write(async (work) => void (await put(work, 'after')))
    expect(await keys(storage)).toEqual(['after'])
    await storage.close()
  })

  it('waits for a connection when all are in use', async () => {
    const url = await engine.emptyDatabase()
    const storage = await openPostgres({ url, world: realWorld(), log: silentLog, poolSize: 2 })
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => storage.write(async (work) => void (await put(work, `n${n}`)))),
    )
    expect(await keys(storage)).toHaveLength(50)
    await storage.close()
  })
})

it('warns of a clock that is not the server’s', async () => {
  const said: unknown[] = []
  const log = { ...silentLog, warn: (message: string, fields?: object) => said.push([message, fields]) }
  await engine.open({ world: { ...realWorld(), now: () => Date.now() + 60_000 }, log })
  expect(said).toEqual([
    ["this machine's clock differs from the database server's", { aheadMs: expect.closeTo(60_000, -4) }],
  ])
})
