/** A run that proves little: for `test/kit/proof.test.ts`. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/kit/proof/*.fixture.ts'],
    globalSetup: ['test/kit/postgres.ts'],
    pool: 'forks',
    maxWorkers: 1,
  },
})
