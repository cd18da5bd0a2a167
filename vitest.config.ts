import { defineConfig } from 'vitest/config'

const TESTS = '**/*.test.{ts,tsx}'

// Rooms whose modules keep nothing of a test: what they know of a database is kept by the database, and each file has one.
const STATELESS =
  'server/{answers,api,auth,calendar,checks,contributions,measures,policies,shared-rows,templates,webhooks}'

const globalSetup = './db/testing/global-setup.ts'

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      // Nothing outlives a test there, so what they import is loaded once for all files: half of their time.
      { extends: true, test: { name: 'pure', include: [`{editor,templates}/${TESTS}`], isolate: false } },
      // The same, with a database: a quarter of their time.
      { extends: true, test: { name: 'server', include: [`${STATELESS}/${TESTS}`], isolate: false, globalSetup } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: [`{app,server,db,e2e,bench}/${TESTS}`],
          exclude: ['**/node_modules/**', `${STATELESS}/**`],
          globalSetup,
        },
      },
    ],
  },
})
