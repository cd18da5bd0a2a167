import { and, desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { templateVersion } from '#db/schema/template-version.ts'
import { findTemplate } from '#templates/index.ts'
import { template as schema, type Template } from '#templates/template.ts'

/** What a new report is made from: the organisation's own template of that key as published last, or the product's. */
export async function newestTemplate(db: Db | Tx, organisationId: string, key: string): Promise<Template | null> {
  const [own] = await db
    .select({ definition: templateVersion.definition })
    .from(templateVersion)
    .where(and(eq(templateVersion.organisationId, organisationId), eq(templateVersion.key, key)))
    .orderBy(desc(templateVersion.version))
    .limit(1)
  return own ? schema.parse(own.definition) : (findTemplate(key) ?? null)
}
