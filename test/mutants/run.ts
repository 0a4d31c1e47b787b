/**
 * `npm run mutants -- [--only words] [--seeds 300]`: makes each mutant in a copy of the project, plays the
 * simulation until a seed shows it, runs the named test where none does, and prints who caught it. Ends with
 * 1 when one survives, with 2 when the copy without any mutant is not well.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Edit, MUTANTS, type Mutant } from './mutants.js'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const COPIED = [
  'src',
  'test',
  'locales',
  'migrations',
  'docs',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]
/** Seeds that show that the copy is well before it is harmed. */
const WELL_SEEDS = 10

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '300' }, only: { type: 'string', default: '' } },
})

interface Caught {
  by: string | undefined
  how: string
  seconds: number
}

/** A change that does not fit the sources any more is a mistake in this list. */
function applied(text: string, { file, find, replace }: Edit): string {
  const [before, after, ...more] = text.split(find)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${file} does not have exactly once:\n${find}`)
  return before + replace + after
}

/** Every mutant fits, or it throws before anything has been run. */
function mutated({ edits }: Mutant): Map<string, string> {
  const files = new Map<string, string>()
  for (const edit of edits) {
    const text = files.get(edit.file) ?? readFileSync(join(PROJECT, edit.file), 'utf8')
    files.set(edit.file, applied(text, edit))
  }
  return files
}

function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'community-partner-bot-mutants-'))
  for (const name of COPIED) cpSync(join(PROJECT, name), join(folder, name), { recursive: true })
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

function run(folder: string, command: string, ...args: string[]) {
  const env = { ...process.env, TEST_ENGINES: 'sqlite' }
  const { status, stdout, stderr } = spawnSync('npx', [command, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

function simulate(folder: string, seeds: number): Omit<Caught, 'seconds'> {
  const count = String(seeds)
  const { status, said } = run(folder, 'tsx', 'test/simulation/run.ts', '--stop-at-first', '--seeds', count)
  const [, seed, how] = /VIOLATION in seed (\d+):.*\n\s*(.*)/.exec(said) ?? []
  const fallen = /^Error: (.*)/m.exec(said)?.[1]
  // What plays before the first seed has no number; it is watched by the same auditor.
  if (seed === '0') return { by: 'before seed 1', how: fallen ?? how ?? '' }
  if (seed) return { by: `seed ${seed}`, how: how ?? '' }
  return status === 0 ? { by: undefined, how: '' } : { by: 'the simulation does not start', how: last(said) }
}

function tests(folder: string, files: readonly string[]): Omit<Caught, 'seconds'> {
  const { status, said } = run(folder, 'vitest', 'run', '--bail', '1', ...files)
  return status === 0 ? { by: undefined, how: '' } : { by: files.join(' '), how: failureIn(said) }
}

/** The first test that failed, without colours. */
function failureIn(said: string): string {
  const plain = said.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')
  return / FAIL +.*?\.test\.ts > (.*)/.exec(plain)?.[1] ?? last(plain)
}

function last(said: string): string {
  return said.trim().split('\n').at(-1) ?? ''
}

function tryOut(folder: string, mutant: Mutant): Caught {
  const files = mutated(mutant)
  for (const [file, text] of files) writeFileSync(join(folder, file), text)
  const begin = performance.now()
  const simulated = mutant.testOnly ? undefined : simulate(folder, Number(values.seeds))
  const caught = simulated?.by ? simulated : tests(folder, [mutant.test])
  for (const file of files.keys()) cpSync(join(PROJECT, file), join(folder, file))
  return { ...caught, seconds: (performance.now() - begin) / 1000 }
}

/** What is caught must be the mutant and nothing that was wrong before. */
function isWell(folder: string, mutants: readonly Mutant[]): boolean {
  const found = simulate(folder, WELL_SEEDS)
  const failed = tests(folder, [...new Set(mutants.map(({ test }) => test))])
  for (const { by, how } of [found, failed]) if (by) process.stderr.write(`without a mutant: ${by}: ${how}\n`)
  return !found.by && !failed.by
}

function main(): number {
  const mutants = MUTANTS.filter(({ name }) => name.includes(values.only))
  for (const mutant of mutants) mutated(mutant)
  const folder = copy()
  try {
    if (!isWell(folder, mutants)) return 2
    process.stdout.write('| mutant | caught by | as | s |\n| --- | --- | --- | --- |\n')
    let survived = 0
    for (const mutant of mutants) {
      const { by, how, seconds } = tryOut(folder, mutant)
      if (!by) survived += 1
      const cells = [
        mutant.name,
        by ?? 'SURVIVED',
        how.replaceAll('|', '/').slice(0, 100),
        seconds.toFixed(0),
      ]
      process.stdout.write(`| ${cells.join(' | ')} |\n`)
    }
    return survived > 0 ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = main()
