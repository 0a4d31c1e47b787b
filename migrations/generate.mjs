/**
 * Writes the migrations of both engines from the tables in src/storage.
 *
 *     npm run migrations                  until the first release: writes the initial ones afresh, keeps the guards
 *     npm run migrations -- add-seasons   afterwards: adds the next one, holding what changed
 *
 * What drizzle-kit cannot say is added to what it wrote: STRICT on SQLite (else 'abc' and 1.5 are accepted in an
 * INTEGER column and 2^63 turns into a float), and no "public" on PostgreSQL (the schema check at start applies the
 * migrations a second time in a schema of its own).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const DIALECTS = ['sqlite', 'postgres']
const GUARDS = '0001_guards.sql'
const KIT = join(dirname(createRequire(import.meta.url).resolve('drizzle-kit')), 'bin.cjs')

const [name] = process.argv.slice(2)
for (const dialect of DIALECTS) {
  if (name) generate(dialect, name)
  else startAfresh(dialect)
}

function startAfresh(dialect) {
  const folder = join(HERE, dialect)
  const guards = existsSync(join(folder, GUARDS)) ? readFileSync(join(folder, GUARDS), 'utf8') : ''
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  generate(dialect, 'initial')
  generate(dialect, 'guards', '--custom')
  writeFileSync(join(folder, GUARDS), guards)
}

function generate(dialect, name, ...options) {
  const folder = join(HERE, dialect)
  const before = new Set(readdirSync(folder))
  const run = spawnSync(process.execPath, [KIT, 'generate', '--name', name, ...options], {
    cwd: dirname(HERE),
    env: { ...process.env, DIALECT: dialect },
    encoding: 'utf8',
  })
  const written = readdirSync(folder).find((file) => file.endsWith('.sql') && !before.has(file))
  // drizzle-kit ends with status 0 even when it failed, so only the file is believed.
  if (!written) return process.stdout.write(`${dialect}: nothing written\n${run.stdout}${run.stderr}\n`)
  finish(dialect, join(folder, written))
  process.stdout.write(`migrations/${dialect}/${written}\n`)
}

function finish(dialect, file) {
  const sql = readFileSync(file, 'utf8')
  const finished = dialect === 'sqlite' ? strict(sql) : sql.replaceAll('"public".', '')
  writeFileSync(file, finished.endsWith('\n') ? finished : `${finished}\n`)
}

function strict(sql) {
  return sql.replace(/^(CREATE TABLE [^;]*\n\));/gm, '$1 STRICT;')
}
