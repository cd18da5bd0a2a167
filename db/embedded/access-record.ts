import { chown, open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { errorCode } from './errors.ts'

const schema = z.object({ password: z.string(), port: z.number().int().nullable() })

/** What a guest needs to reach the server. `port` is null while no server is ready. */
export type AccessRecord = z.infer<typeof schema>

export const databaseName = 'samskrift'
export const roleName = 'samskrift'

export function databaseUrl(password: string, port: number): string {
  return `postgres://${roleName}:${password}@127.0.0.1:${port}/${databaseName}`
}

/** Null when there is none, or none that can be understood: the password is then replaced. */
export async function readAccessRecord(dataDir: string): Promise<AccessRecord | null> {
  try {
    return schema.parse(JSON.parse(await readFile(recordPath(dataDir), 'utf8')))
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

/** Replaces the record at one stroke, readable by the folder's owner alone. */
export async function writeAccessRecord(dataDir: string, record: AccessRecord): Promise<void> {
  const path = recordPath(dataDir)
  const draft = `${path}.${process.pid}`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(record)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  // After one start by root the folder's owner must still be able to read the password.
  const { uid, gid } = await stat(dataDir)
  if (process.getuid?.() === 0) await chown(draft, uid, gid)
  await rename(draft, path)
}

function recordPath(dataDir: string): string {
  return join(dataDir, 'postgres.json')
}
