import { defineConfig } from 'vitest/config'

const TESTS = '**/*.test.{ts,tsx}'

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      // Nothing outlives a test there, so what they import is loaded once for all files: half of their time.
      { extends: true, test: { name: 'pure', include: [`{editor,templates}/${TESTS}`], isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: [`{app,server,db,e2e,bench}/${TESTS}`],
          globalSetup: './db/testing/global-setup.ts',
        },
      },
    ],
  },
})
