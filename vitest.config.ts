import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that have a process to themselves, because they put spies in the place of modules or hooks on those
 * of others, load modules anew, or weigh the process. All others share processes, which load the house once.
 */
const ALONE = [
  'test/simulation/*.test.ts',
  'test/core/ledger/walk.test.ts',
  'test/{core/handovers/bulk-locks,core/packets/lock-order,kit/lock-watch}.test.ts',
  'test/storage/open-postgres.test.ts',
  'test/http/server.test.ts',
]

/** Files that take a minute and mostly wait: for a program, a browser, or time to pass. */
const WAITING = /test\/(e2e\/|main\/|sandbox\/page\/(browser|behind)|http\/verifier)/

/** Other files that take a minute. */
const LONG = /(packets\/(storm|long-record)|buttons|effects|courier|scheduler\/storm)\.test/

/** The part of those that compute over which those that wait are spread. */
const SPREAD = 0.7

const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId)

/**
 * What is alone comes first, as a process in which the next file could not be run is ended. Those that wait
 * are spread over those that compute, so that the cores are busy; nothing long comes last, where everybody
 * would wait for it.
 */
class Spread extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const alone = sorted.filter(({ project }) => project.name === 'alone')
    const shared = sorted.filter((file) => !alone.includes(file))
    const waiting = shared.filter(({ moduleId }) => WAITING.test(moduleId))
    const rest = shared.filter((file) => !waiting.includes(file))
    const computing = [...rest.filter(isLong), ...rest.filter((file) => !isLong(file))]
    const between = Math.ceil((computing.length * SPREAD) / Math.max(1, waiting.length))
    return [...alone, ...waiting.flatMap((file) => [file, ...computing.splice(0, between)]), ...computing]
  }
}

/** Of every file. */
const EACH = {
  // Processes, not threads: tests of storage kill children, load native modules and hold files.
  pool: 'forks',
  // More than there are cores: many tests wait for a program, a browser or PostgreSQL beside them.
  maxWorkers: 3,
  // A storm or a thousand random histories take seconds, and several times that on a busy machine.
  testTimeout: 60_000 * Math.max(1, Number(process.env.PROOF_INPUTS ?? 1)),
  hookTimeout: 60_000,
  teardownTimeout: 20_000,
} as const

export default defineConfig({
  test: {
    ...EACH,
    // Of the run and not of each project, which would have a server and a last line of its own.
    globalSetup: ['test/kit/postgres.ts'],
    sequence: { sequencer: Spread },
    projects: [
      { test: { ...EACH, name: 'alone', include: ALONE } },
      { test: { ...EACH, name: 'rooms', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false } },
    ],
  },
})
