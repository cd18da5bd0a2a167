import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect, migrateDatabase } from '../client.ts'
import { startEmbeddedDatabase } from '../embedded.ts'

/** One real PostgreSQL for the run, with a migrated template that every test database is copied from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'samskrift-test-'))
  const database = await startEmbeddedDatabase({ dataDir })
  const admin = connect(database.url)
  await admin.sql`create database samskrift_template`
  const template = connect(databaseUrl(database.url, 'samskrift_template'))
  await migrateDatabase(template)
  await template.close()
  await admin.close()
  project.provide('databaseUrl', database.url)
  return async () => {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const databaseUrl = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
  }
}
