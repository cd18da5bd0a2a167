import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,editor,templates,server,db,e2e,bench}/**/*.test.{ts,tsx}'],
    globalSetup: './db/testing/global-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
