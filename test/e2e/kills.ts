/**
 * `npm run kills -- --kills 1000 --seed 7 --engine postgres`: the kill loop of `npm test`, as long as one
 * likes, shared among the engines, on both platforms. Ends with the exit code of the tests.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'sqlite,postgres' },
  },
})
const KILLS_EACH = String(Math.ceil(Number(values.kills) / values.engine.split(',').length))
const { status } = spawnSync('npx', ['vitest', 'run', 'test/e2e/kill-loop.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, KILLS_EACH, KILLS_SEED: values.seed, TEST_ENGINES: values.engine },
})
process.exit(status ?? 1)
