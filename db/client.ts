import { join } from 'node:path'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { projectFolder } from './project-folder.ts'
import * as api from './schema/api.ts'
import * as calendarFeed from './schema/calendar-feed.ts'
import * as comment from './schema/comment.ts'
import * as dataImport from './schema/data-import.ts'
import * as document from './schema/document.ts'
import * as figureUse from './schema/figure-use.ts'
import * as indicator from './schema/indicator.ts'
import * as measureEntry from './schema/measure-entry.ts'
import * as observation from './schema/observation.ts'
import * as organisation from './schema/organisation.ts'
import * as reminder from './schema/reminder.ts'
import * as report from './schema/report.ts'
import * as signing from './schema/signing.ts'
import * as structureChange from './schema/structure-change.ts'
import * as templateDraft from './schema/template-draft.ts'
import * as templateVersion from './schema/template-version.ts'
import * as user from './schema/user.ts'
import * as wordImport from './schema/word-import.ts'

const schema = {
  ...api,
  ...calendarFeed,
  ...comment,
  ...dataImport,
  ...document,
  ...figureUse,
  ...indicator,
  ...measureEntry,
  ...observation,
  ...organisation,
  ...reminder,
  ...report,
  ...signing,
  ...structureChange,
  ...templateDraft,
  ...templateVersion,
  ...user,
  ...wordImport,
}

export type Db = PostgresJsDatabase<typeof schema>
/** A transaction of {@link Db}: server functions that must share one take this instead. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
export type Sql = postgres.Sql

export interface DatabaseClient {
  db: Db
  /** For LISTEN/NOTIFY and the hot insert path of the co-editing log. */
  sql: Sql
  close(): Promise<void>
}

export function connect(url: string, options: { max?: number } = {}): DatabaseClient {
  const sql = postgres(url, { max: options.max ?? 10, onnotice: () => {}, connect_timeout: 5 })
  return { db: drizzle(sql, { schema, casing: 'snake_case' }), sql, close: () => sql.end({ timeout: 5 }) }
}

/** Opens so many connections ahead of need: after a restart everyone comes at once, and each would wait for the next. */
export async function openConnections(sql: Sql, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => sql`select 1`))
}

/** Brings the database to the newest schema. Safe to run from several processes at once. */
export async function migrateDatabase(client: DatabaseClient): Promise<void> {
  const reserved = await client.sql.reserve()
  try {
    await reserved`select pg_advisory_lock(hashtext('samskrift migrations'))`
    await migrate(client.db, { migrationsFolder: join(projectFolder(), 'db/migrations') })
  } finally {
    await reserved`select pg_advisory_unlock(hashtext('samskrift migrations'))`
    reserved.release()
  }
}
