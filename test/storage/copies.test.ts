/** A copy has its name when it is whole, and never before; nothing is taken for a copy that is none. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { EXIT } from '../../src/kit/start-error.js'
import { backup, copyDatabase } from '../../src/storage/backup.js'
import { engineForTests, temporaryFolder } from '../kit/storage.js'

const engine = engineForTests('sqlite')
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
/** Takes long enough to be killed in the middle. */
const FILLER_MB = 24

function folder(): string {
  const made = temporaryFolder()
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** Reads the folder as fast as it can until something is in it. */
async function somethingIn(place: string): Promise<void> {
  const until = Date.now() + 60_000
  while (readdirSync(place).length === 0) {
    if (Date.now() > until) throw new Error(`nothing came into ${place}`)
    await new Promise(setImmediate)
  }
}

it('a copy that is killed leaves nothing under its name, and the next one is made all the same', async () => {
  if (!existsSync(CLI)) throw new Error('this test runs the built program: npm run build')
  const url = await engine.emptyDatabase()
  const db = new Database(url)
  db.exec('create table filler (x)')
  for (let mb = 0; mb < FILLER_MB; mb++) db.exec('insert into filler values (randomblob(1048576))')
  db.close()
  const place = join(folder(), 'backups')
  mkdirSync(place)
  const to = join(place, 'copy.sqlite')
  const child = spawn(process.execPath, [CLI, 'backup', to], {
    env: { PATH: process.env.PATH ?? '', DATABASE_URL: url },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  await somethingIn(place)
  child.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
  const [left = '', ...more] = readdirSync(place)
  expect(left).toMatch(/^copy\.sqlite\.unfinished-\w+$/)
  expect(more).toEqual([])
  expect(statSync(join(place, left)).mode & 0o777).toBe(0o700)
  backup(url, to)
  expect(statSync(to).size).toBeGreaterThan(FILLER_MB * 1_048_576)
  expect(readdirSync(place).sort()).toEqual(['copy.sqlite', left])
})

it('what is no database of this program is not copied, and the reason is said', async () => {
  const place = folder()
  const empty = join(place, 'zero.bak')
  writeFileSync(empty, '')
  const other = join(place, 'other.sqlite')
  new Database(other).exec('create table notes (x)').close()
  const garbage = join(place, 'garbage')
  writeFileSync(garbage, 'x'.repeat(8192))
  for (const [file, reason] of [
    [empty, `${empty} is empty: it holds no database. Take another backup.`],
    [other, `${other} is a SQLite database of another program: it has no table schema_migrations.`],
    [garbage, `${garbage} is no SQLite database: file is not a database.`],
  ] as const) {
    expect(() => backup(file, join(place, 'copy'))).toThrow(
      expect.objectContaining({ message: reason, exitCode: EXIT.data }),
    )
  }
  expect(readdirSync(place).sort()).toEqual(['garbage', 'other.sqlite', 'zero.bak'])
})

it('a copy that fails leaves nothing behind', async () => {
  const url = await engine.emptyDatabase()
  const to = join(dirname(url), 'copy.sqlite')
  const before = readdirSync(dirname(url)).sort()
  const db = new Database(url)
  onTestFinished(() => void db.close())
  // VACUUM refuses to run inside a transaction.
  db.exec('begin')
  expect(() => copyDatabase(db, to)).toThrow(
    `The database could not be copied to ${to}: cannot VACUUM from within a transaction.`,
  )
  expect(readdirSync(dirname(url)).sort()).toEqual(before)
})
