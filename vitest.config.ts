import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Whole rooms of small tests, of which a process runs many and loads the house once. The walk along the
 * ledger puts spies in the place of modules, which others would have loaded by then.
 */
const ROOMS = [
  'test/core/**/!(walk).test.ts',
  'test/{http,i18n,interaction,kit,mail,platforms,programme,proof,scheduler,storage}/**/*.test.ts',
  'test/sandbox/!(page)/**/*.test.ts',
  'test/sandbox/*.test.ts',
  'test/*.test.ts',
]

/** Folders whose tests take minutes, the longest first. */
const LONG = ['test/simulation/', 'test/e2e/', 'test/sandbox/page/', 'test/scheduler/', 'test/main/']

/** Small files of rooms that take a minute: by their size they would be last, and everybody would wait. */
const LONG_IN_ROOMS =
  /core\/packets\/(storm|lock-order|long-record)|interaction\/buttons|core\/cases\/effects/

/** What takes minutes begins first, and nobody waits for it alone; rooms come last, and so stay together. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.sort((one, other) => rank(one) - rank(other))
  }
}

function rank({ moduleId, project }: TestSpecification): number {
  if (project.name === 'rooms') return LONG.length + (LONG_IN_ROOMS.test(moduleId) ? 1 : 2)
  const place = LONG.findIndex((folder) => moduleId.includes(folder))
  return place < 0 ? LONG.length : place
}

export default defineConfig({
  test: {
    globalSetup: ['test/kit/postgres.ts'],
    // Processes, not threads: tests of storage kill children, load native modules and hold files.
    pool: 'forks',
    // More than there are cores: many tests wait for a program, a browser or PostgreSQL beside them.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // A storm or a thousand random histories take seconds, and several times that on a busy machine.
    testTimeout: 60_000 * Math.max(1, Number(process.env.PROOF_INPUTS ?? 1)),
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'rooms', include: ROOMS, isolate: false } },
      { extends: true, test: { name: 'house', include: ['test/**/*.test.ts'], exclude: ROOMS } },
    ],
  },
})
