import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { templateVersion } from '#db/schema/template-version.ts'
import { findTemplate, templates } from '#templates/index.ts'
import type { Template } from '#templates/template.ts'

/** What registers say of a document type. */
export type TemplateFacts = Pick<Template, 'key' | 'version' | 'name' | 'deadline'>

export interface KnownTemplates {
  /** The product's, and the organisation's own as published last. */
  newest: TemplateFacts[]
  /** As a report of this version was made; the newest of the key where that version was not kept. */
  of(key: string, version: number): TemplateFacts | null
}

/** The product's document types and those that the organisation has published, without their sections: one query. */
export async function knownTemplates(db: Db, organisationId: string): Promise<KnownTemplates> {
  const { key, version, definition } = templateVersion
  const own = await db
    .select({
      key,
      version,
      name: sql<string>`${definition} ->> 'name'`,
      deadline: sql<Template['deadline']>`nullif(${definition} -> 'deadline', 'null'::jsonb)`,
    })
    .from(templateVersion)
    .where(eq(templateVersion.organisationId, organisationId))
    .orderBy(asc(key), asc(version))
  const newest = new Map<string, TemplateFacts>(own.map(one => [one.key, one]))
  const versions = new Map(own.map(one => [`${one.key} ${one.version}`, one]))
  return {
    newest: [...templates, ...newest.values()],
    of: (key, version) => versions.get(`${key} ${version}`) ?? newest.get(key) ?? findTemplate(key) ?? null,
  }
}
