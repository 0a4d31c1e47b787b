import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/kit/postgres.ts'],
    // Processes, not threads: tests of storage kill children, load native modules and hold files.
    pool: 'forks',
    // A server, a browser or PostgreSQL runs beside them.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
})
