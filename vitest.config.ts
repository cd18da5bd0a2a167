import { defineConfig } from 'vitest/config'
import { isTypesQuery } from './server/process/outlive-lost-connections.ts'

const TESTS = '**/*.test.{ts,tsx}'

// Rooms whose modules keep nothing of a test: what they know of a database is kept by the database, and each file has one.
const STATELESS =
  'server/{answers,api,auth,calendar,checks,contributions,measures,policies,shared-rows,templates,webhooks}'

const globalSetup = './db/testing/global-setup.ts'

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // A bound, not a measure: making a database takes a second alone, and fifteen on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The tests that take the database away live through what the server does.
    onUnhandledError: error => !isTypesQuery(error),
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
