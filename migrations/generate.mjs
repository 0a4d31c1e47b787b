/**
 * Writes the migrations of both engines from the tables in src/storage.
 *
 *     npm run migrations                  until the first release: writes the initial ones afresh, keeps the guards
 *     npm run migrations -- add-seasons   afterwards: adds the next one, holding what changed
 *     npm run migrations -- more-guards --custom   an empty one in both folders, for what is written by hand
 *     npm run migrations -- --check       writes nothing; ends with 1 when the tables have changed since
 *
 * What drizzle-kit cannot say is added to what it wrote: STRICT on SQLite (else 'abc' and 1.5 are accepted in an
 * INTEGER column and 2^63 turns into a float), and no "public" on PostgreSQL (the schema check at start applies the
 * migrations a second time in a schema of its own).
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const ROOT = dirname(HERE)
const DIALECTS = ['sqlite', 'postgres']
const GUARDS = '0001_guards.sql'
const KIT = join(dirname(createRequire(import.meta.url).resolve('drizzle-kit')), 'bin.cjs')

const [wish, ...options] = process.argv.slice(2)
for (const dialect of DIALECTS) {
  if (wish === '--check') check(dialect)
  else if (wish) say(dialect, generate(dialect, join(HERE, dialect), wish, ...options))
  else startAfresh(dialect)
}

/** The folder is exchanged at the end, so that whoever reads it meanwhile finds it whole. */
function startAfresh(dialect) {
  const folder = join(HERE, dialect)
  const guards = existsSync(join(folder, GUARDS)) ? readFileSync(join(folder, GUARDS), 'utf8') : ''
  const made = mkdtempSync(join(HERE, `.${dialect}-`))
  chmodSync(made, 0o755)
  say(dialect, generate(dialect, made, 'initial'))
  say(dialect, generate(dialect, made, 'guards', '--custom'))
  writeFileSync(join(made, GUARDS), guards)
  rmSync(folder, { recursive: true, force: true })
  renameSync(made, folder)
}

function check(dialect) {
  const copy = mkdtempSync(join(tmpdir(), 'migrations-'))
  cpSync(join(HERE, dialect), copy, { recursive: true })
  const written = generate(dialect, copy, 'check')
  if (written) {
    process.stdout.write(
      `${dialect}: the tables have changed: npm run migrations\n${readFileSync(written, 'utf8')}`,
    )
    process.exitCode = 1
  }
  rmSync(copy, { recursive: true })
}

function say(dialect, written) {
  process.stdout.write(
    written ? `migrations/${dialect}/${basename(written)}\n` : `${dialect}: nothing has changed\n`,
  )
}

/** The file that was written, if one was. */
function generate(dialect, folder, name, ...options) {
  const before = new Set(readdirSync(folder))
  const run = spawnSync(process.execPath, [KIT, 'generate', '--name', name, ...options], {
    cwd: ROOT,
    env: { ...process.env, DIALECT: dialect, MIGRATIONS: relative(ROOT, folder) },
    encoding: 'utf8',
  })
  const file = readdirSync(folder).find((one) => one.endsWith('.sql') && !before.has(one))
  // drizzle-kit ends with status 0 even when it failed, so only what it wrote or said is believed.
  if (!file && !run.stdout.includes('No schema changes'))
    throw new Error(`${dialect}: ${run.stdout}${run.stderr}`)
  if (file) finish(dialect, join(folder, file))
  return file && join(folder, file)
}

function finish(dialect, file) {
  const sql = readFileSync(file, 'utf8')
  const finished = dialect === 'sqlite' ? strict(sql) : sql.replaceAll('"public".', '')
  writeFileSync(file, finished.endsWith('\n') ? finished : `${finished}\n`)
}

function strict(sql) {
  return sql.replace(/^(CREATE TABLE [^;]*\n\));/gm, '$1 STRICT;')
}
