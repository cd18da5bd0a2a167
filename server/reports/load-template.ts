import { and, eq, isNull, or } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { templateVersion } from '#db/schema/template-version.ts'
import { findTemplate } from '#templates/index.ts'
import { template as schema, type Template } from '#templates/template.ts'
import { templateOfYear } from '#templates/year-labels.ts'

/** A version is never changed, so what was read once holds. */
const read = new Map<string, Template>()
const MOST_KEPT = 500

interface MadeFrom {
  organisationId: string
  templateKey: string
  templateVersion: number
}

/**
 * The template that a report was made from, in the version that it was made from and with the report's year in its texts.
 * @returns null for a report that is older than the keeping of templates, and whose type the product no longer has
 */
export async function loadTemplate(db: Db | Tx, row: MadeFrom & { year: number }): Promise<Template | null> {
  const kept = await loadKept(db, row)
  return kept && templateOfYear(kept, row.year)
}

/** The same as it was kept: its texts name the report's year as "{år}". */
export async function loadKept(
  db: Db | Tx,
  { organisationId, templateKey: key, templateVersion: version }: MadeFrom,
): Promise<Template | null> {
  const name = [organisationId, key, version].join()
  const known = read.get(name)
  if (known) return known
  const [row] = await db
    .select({ definition: templateVersion.definition })
    .from(templateVersion)
    .where(
      and(
        eq(templateVersion.key, key),
        eq(templateVersion.version, version),
        or(eq(templateVersion.organisationId, organisationId), isNull(templateVersion.organisationId)),
      ),
    )
    .orderBy(templateVersion.organisationId)
  if (!row) return findTemplate(key) ?? null
  const loaded = schema.parse(row.definition)
  if (read.size >= MOST_KEPT) read.clear()
  read.set(name, loaded)
  return loaded
}

/**
 * Keeps a template of the product as it is now, once, for the reports that are made from it. An organisation's own was
 * kept when it was published.
 */
export async function keepTemplate(tx: Tx, template: Template): Promise<void> {
  if (!findTemplate(template.key)) return
  await tx
    .insert(templateVersion)
    .values({ key: template.key, version: template.version, definition: template })
    .onConflictDoNothing()
}
