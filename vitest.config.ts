import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/kit/postgres.ts'],
    // Processes, not threads: tests of storage kill children, load native modules and hold files.
    pool: 'forks',
    // A server, a browser or PostgreSQL runs beside them.
    maxWorkers: 2,
    // A storm or a thousand random histories take seconds, and several times that on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
})
