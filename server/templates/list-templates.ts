import { desc, eq } from 'drizzle-orm'
import { templateDraft } from '#db/schema/template-draft.ts'
import { templateVersion } from '#db/schema/template-version.ts'
import { templates } from '#templates/index.ts'
import { template as schema, type Template } from '#templates/template.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import type { Services } from '../services.ts'

export interface OwnTemplate {
  key: string
  name: string
  /** Version published last; null while there is none. */
  published: number | null
  /** Whether there are changes that no report can be made from yet. */
  hasDraft: boolean
}

/** The document types that the organisation can make reports from: the product's, then its own. */
export async function templatesFor({ db }: Pick<Services, 'db'>, actor: Actor): Promise<Template[]> {
  const rows = await db
    .selectDistinctOn([templateVersion.key], { definition: templateVersion.definition })
    .from(templateVersion)
    .where(eq(templateVersion.organisationId, actor.organisationId))
    .orderBy(templateVersion.key, desc(templateVersion.version))
  return [...templates, ...rows.map(row => schema.parse(row.definition))]
}

/** The organisation's own templates, published or not. @throws NotAllowedError */
export async function listOwnTemplates({ db }: Pick<Services, 'db'>, actor: Actor): Promise<OwnTemplate[]> {
  const { organisationId } = actor
  requireCan(actor, 'template.manage', { organisationId })
  const [drafts, versions] = await Promise.all([
    db.select().from(templateDraft).where(eq(templateDraft.organisationId, organisationId)),
    db
      .selectDistinctOn([templateVersion.key])
      .from(templateVersion)
      .where(eq(templateVersion.organisationId, organisationId))
      .orderBy(templateVersion.key, desc(templateVersion.version)),
  ])
  const published = new Map(versions.map(row => [row.key, schema.parse(row.definition)]))
  const names = new Map([
    ...[...published].map(([key, { name }]) => [key, name] as const),
    ...drafts.map(row => [row.key, schema.parse(row.definition).name] as const),
  ])
  const collator = new Intl.Collator('sv')
  return [...names]
    .map(([key, name]) => ({
      key,
      name,
      published: published.get(key)?.version ?? null,
      hasDraft: drafts.some(row => row.key === key),
    }))
    .sort((one, other) => collator.compare(one.name, other.name))
}
