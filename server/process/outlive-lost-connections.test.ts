import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'

const database = testDatabase()
const script = fileURLToPath(new URL('./testing/lose-a-connection.ts', import.meta.url))
const run = (...args: string[]) => promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args])

test('a connection that is lost while the driver asks it for types does not end the process', async () => {
  const { stdout } = await run(database.url)
  expect(stdout).toBe('ECONNREFUSED, then [1,2]\n')
})

test('without that it does', async () => {
  await expect(run(database.url, 'heedless')).rejects.toMatchObject({ code: 1 })
})
