/** The last line of a run says what was lost, and which files prove nothing. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const VITEST = join(createRequire(import.meta.url).resolve('vitest/package.json'), '../vitest.mjs')

function run(...names: string[]): { status: number | null; line: string } {
  // The worker that runs this one is told who it is by its environment.
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('VITEST')))
  const given = ['run', '--config', 'test/kit/proof/vitest.config.ts', ...names]
  const { status, stdout } = spawnSync(process.execPath, [VITEST, ...given], { encoding: 'utf8', env })
  return { status, line: /^tried: .*$/m.exec(stdout)?.[0] ?? '' }
}

it('names what was tried where all is well', { timeout: 120_000 }, () => {
  expect(run('proves')).toEqual({
    status: 0,
    line: 'tried: 0 seeds, 2 kills, 0 duplicates, 0 inputs, 0 presses, 0 lost',
  })
})

it('counts what was lost, and names the files that fail or die', { timeout: 120_000 }, () => {
  const { status, line } = run()
  expect(line).toBe(
    'tried: 0 seeds, 3 kills, 0 duplicates, 0 inputs, 0 presses, 2 lost, ' +
      'not proved: test/kit/proof/dies.fixture.ts, not proved: test/kit/proof/loses.fixture.ts',
  )
  expect(status).toBe(1)
})
