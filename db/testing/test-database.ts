import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, type DatabaseClient } from '../client.ts'

export interface TestDatabase extends DatabaseClient {
  url: string
}

const INSUFFICIENT_PRIVILEGE = '42501'

/** Autovacuum may be at work there, which `force` may not end; without it PostgreSQL does that, and waits. */
async function drop({ sql }: DatabaseClient, name: string): Promise<void> {
  await sql.unsafe(`drop database ${name} with (force)`).catch(async (error: { code?: string }) => {
    if (error.code !== INSUFFICIENT_PRIVILEGE) throw error
    await sql.unsafe(`drop database ${name}`)
  })
}

/** A fresh migrated database for the test file (or describe block) that calls it; dropped afterwards. */
export function testDatabase(): TestDatabase {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const database = {} as TestDatabase
  beforeAll(async () => {
    const admin = connect(inject('databaseUrl'), { max: 1 })
    await admin.sql.unsafe(`create database ${name} template samskrift_template`)
    await admin.close()
    const url = Object.assign(new URL(inject('databaseUrl')), { pathname: `/${name}` }).href
    Object.assign(database, connect(url, { max: 5 }), { url })
  })
  afterAll(async () => {
    await database.close()
    const admin = connect(inject('databaseUrl'), { max: 1 })
    await drop(admin, name)
    await admin.close()
  })
  return database
}
