/**
 * The three that recompute a record: the house, the program docs/verify.mjs, and the one in Python that
 * docs/fairness.md gives. Each of the latter two judges many records in one process of its own.
 */
import { spawnSync } from 'node:child_process'
import { recompute } from '../../../src/core/packets/recompute.js'
import { fenced } from './vectors.js'

/** Without arguments of its own the program judges nothing by itself when it is imported. */
const BY_PROGRAM = `
import { readFileSync } from 'node:fs'
const [, program] = process.argv
process.argv = undefined
const { recompute } = await import(program)
for (const json of readFileSync(0, 'utf8').split('\\n')) {
  const { verdict, at, what } = recompute(json, [])
  console.log(verdict === 'different' ? \`\${at} (\${what})\` : verdict)
}`

/** With -O, which takes every assert out of a program. */
const BY_PYTHON = `
import io, sys
page = {"__name__": "page"}
exec(sys.argv[1], page)
for json in sys.stdin.read().split("\\n"):
    try: page["check"](page["read"](io.StringIO(json))); print("valid")
    except SystemExit as end: print(str(end).removeprefix("different: "))`

export const isPythonThere = () => spawnSync('python3', ['--version']).status === 0

/** `valid`, or where and what the difference is: `claims[3].amount (amount)`. */
export function byHouse(json: string): string {
  const verdict = recompute(JSON.parse(json))
  return verdict.valid ? 'valid' : `${verdict.difference.at} (${verdict.difference.what})`
}

/** As {@link byHouse}, of many; none of the texts has a line feed. */
export function byProgram(jsons: readonly string[]): string[] {
  const program = new URL('../../../docs/verify.mjs', import.meta.url).href
  return linesFrom(process.execPath, ['--input-type=module', '-e', BY_PROGRAM, program], jsons)
}

/** As {@link byProgram}. */
export function byPython(jsons: readonly string[]): string[] {
  return linesFrom('python3', ['-O', '-c', BY_PYTHON, fenced('python')], jsons)
}

function linesFrom(command: string, args: string[], jsons: readonly string[]): string[] {
  const run = spawnSync(command, args, { input: jsons.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout.trimEnd().split('\n')
}
