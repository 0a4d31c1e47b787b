import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { StartError } from '../../src/kit/start-error.js'
import { knownMigrations, type Migration, pendingMigrations } from '../../src/storage/migrations.js'
import type { Dialect } from '../../src/storage/storage.js'

const DIALECTS: Dialect[] = ['sqlite', 'postgres']

describe('pendingMigrations', () => {
  const known: Migration[] = ['0000_a', '0001_b', '0002_c'].map((name) => ({
    name,
    hash: `hash of ${name}`,
    text: '',
  }))
  const pending = (...applied: Migration[]) => pendingMigrations(known, applied).map(({ name }) => name)
  const [a, b, c] = known as [Migration, Migration, Migration]

  it('are those after the applied ones', () => {
    expect(pending()).toEqual(['0000_a', '0001_b', '0002_c'])
    expect(pending(a)).toEqual(['0001_b', '0002_c'])
    expect(pending(a, b, c)).toEqual([])
  })

  it('are none that can be told of a database from the future, or with a gap', () => {
    const future = { name: '0003_d', hash: 'x', text: '' }
    expect(() => pending(a, b, c, future)).toThrow(
      'The database is newer than this program: it has the migration 0003_d, this program ends at 0002_c.',
    )
    expect(() => pending(b)).toThrow(StartError)
    expect(() => pending(a, c)).toThrow('it has the migration 0002_c')
  })

  it('are none that can be told when the past was rewritten', () => {
    expect(() => pending(a, { ...b, hash: 'another' })).toThrow(
      'The migration 0001_b is not the one that this database was made with.',
    )
  })
})

describe('the migrations folder', () => {
  it('has the same steps for both engines', () => {
    const names = (dialect: Dialect) => knownMigrations(dialect).map(({ name }) => name)
    expect(names('sqlite')).toEqual(names('postgres'))
    expect(names('sqlite').slice(0, 2)).toEqual(['0000_initial', '0001_guards'])
  })

  it('is what the tables say', () => {
    const script = fileURLToPath(new URL('../../migrations/generate.mjs', import.meta.url))
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' })
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' })
  })

  it.each(DIALECTS)('deletes nothing along with something else on %s', (dialect) => {
    const text = knownMigrations(dialect)
      .map((migration) => migration.text)
      .join()
    expect(text.toLowerCase()).not.toMatch(/on delete (cascade|set)/)
  })

  it.each(DIALECTS)('names no schema on %s', (dialect) => {
    expect(knownMigrations(dialect).filter(({ text }) => text.includes('"public"'))).toEqual([])
  })

  /**
   * Rebuilding a table drops its triggers without a word, so they are looked for at the end of all
   * migrations.
   */
  it('ends with every guard of the ledger in place', () => {
    const db = new Database(':memory:')
    for (const { text } of knownMigrations('sqlite')) db.exec(text)
    const triggers = db.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all()
    db.close()
    expect(triggers).toEqual(expect.arrayContaining([...GUARDS, 'transfers_guard']))
    const postgres = knownMigrations('postgres').map(({ text }) => text)
    expect(GUARDS.filter((name) => !postgres.join().includes(`CREATE TRIGGER ${name} `))).toEqual([])
  })
})

const GUARDS = [
  'assets_no_delete',
  'assets_no_update',
  'ledger_accounts_begin_empty',
  'ledger_accounts_by_transfer',
  'ledger_accounts_identity',
  'ledger_accounts_no_delete',
  'ledger_head_by_transfer',
  'ledger_head_no_delete',
  'ledger_refusals_no_delete',
  'ledger_refusals_no_update',
  'transfers_apply',
  'transfers_no_delete',
  'transfers_no_update',
]
