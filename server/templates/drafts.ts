import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { templateDraft } from '#db/schema/template-draft.ts'
import { templateVersion } from '#db/schema/template-version.ts'
import type { TemplateFault } from '#templates/find-faults.ts'
import { findTemplate } from '#templates/index.ts'
import { ownKey, productKey } from '#templates/own-key.ts'
import { template as schema, type Template } from '#templates/template.ts'
import { ChangedMeanwhileError, InvalidInputError, NotFoundError, TemplateFaultsError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import type { Services } from '../services.ts'
import { checkTemplate } from './check-template.ts'
import { newestTemplate } from './newest-template.ts'

export interface Draft {
  template: Template
  /** To be given back when it is saved. */
  revision: number
  basedOn: string | null
  /** Version published last; null while there is none. */
  published: number | null
}

const MOST_TRIES = 100

type Own = Pick<Services, 'db'>
const manage = ({ organisationId, ...actor }: Actor): void =>
  requireCan({ organisationId, ...actor }, 'template.manage', { organisationId })

const ofKey = ({ organisationId }: Actor, key: string) =>
  and(eq(templateDraft.organisationId, organisationId), eq(templateDraft.key, key))

async function publishedVersion(
  tx: Tx | Services['db'],
  { organisationId }: Actor,
  key: string,
): Promise<number | null> {
  const [row] = await tx
    .select({ version: templateVersion.version })
    .from(templateVersion)
    .where(and(eq(templateVersion.organisationId, organisationId), eq(templateVersion.key, key)))
    .orderBy(desc(templateVersion.version))
    .limit(1)
  return row?.version ?? null
}

async function isTaken(tx: Tx, actor: Actor, key: string): Promise<boolean> {
  if (await publishedVersion(tx, actor, key)) return true
  return (await tx.select({ id: templateDraft.id }).from(templateDraft).where(ofKey(actor, key))).length > 0
}

/** A key that no template of the organisation has: "egen-revisionssvar", "egen-revisionssvar-2". */
async function freeKey(tx: Tx, actor: Actor, wish: string): Promise<string> {
  const stem = ownKey(wish)
  for (let n = 1; n <= MOST_TRIES; n += 1) {
    const key = n === 1 ? stem : `${stem}-${n}`
    if (!(await isTaken(tx, actor, key))) return key
  }
  throw new InvalidInputError({ key: 'taken' })
}

async function insertDraft(tx: Tx, actor: Actor, definition: Template, basedOn: string | null): Promise<string> {
  const key = await freeKey(tx, actor, definition.key)
  await tx.insert(templateDraft).values({
    organisationId: actor.organisationId,
    key,
    basedOn,
    definition: { ...definition, key, version: 1 },
    changedBy: actor.id,
  })
  return key
}

/** Copies a template of the product to make one's own from it. @throws NotFoundError, NotAllowedError */
export async function copyTemplate({ db }: Own, actor: Actor, key: string): Promise<{ key: string }> {
  manage(actor)
  const base = findTemplate(key)
  if (!base) throw new NotFoundError('template')
  return db.transaction(async tx => ({ key: await insertDraft(tx, actor, base, base.key) }))
}

/**
 * Takes in a template from a file, as a draft under a key that is free.
 * @throws TemplateFaultsError that names the places, where it is no template; nothing is kept then
 * @throws NotAllowedError
 */
export async function importTemplate({ db }: Own, actor: Actor, text: string): Promise<{ key: string }> {
  manage(actor)
  let definition: unknown
  try {
    definition = JSON.parse(text)
  } catch {
    throw new InvalidInputError({ file: 'json' })
  }
  const { template, faults } = checkTemplate(definition, null)
  if (!template) throw new TemplateFaultsError(faults)
  // A file that came from a copy of ours keeps our law references.
  const origin = findTemplate(productKey(template.key))?.key ?? null
  return db.transaction(async tx => ({ key: await insertDraft(tx, actor, template, origin) }))
}

/** An own template to work on: its draft, or what was published last. @throws NotFoundError, NotAllowedError */
export async function readDraft({ db }: Own, actor: Actor, key: string): Promise<Draft & { faults: TemplateFault[] }> {
  manage(actor)
  const [[row], published] = await Promise.all([
    db.select().from(templateDraft).where(ofKey(actor, key)),
    publishedVersion(db, actor, key),
  ])
  if (!row) throw new NotFoundError('template')
  const template = schema.parse(row.definition)
  const { faults } = checkTemplate(template, row.basedOn)
  return { template, revision: row.revision, basedOn: row.basedOn, published, faults }
}

/**
 * Keeps a draft, whole or not; its key and version stay what they are.
 * @returns its next revision and what still keeps it from being published
 * @throws TemplateFaultsError where it is no template at all
 * @throws ChangedMeanwhileError where somebody else has saved since `revision`: nothing is overwritten
 * @throws NotFoundError, NotAllowedError
 */
export async function saveDraft(
  { db }: Own,
  actor: Actor,
  key: string,
  { definition, revision }: { definition: unknown; revision: number },
): Promise<{ revision: number; faults: TemplateFault[] }> {
  manage(actor)
  const [before] = await db.select().from(templateDraft).where(ofKey(actor, key))
  if (!before) throw new NotFoundError('template')
  const { template, faults } = checkTemplate(definition, before.basedOn)
  if (!template) throw new TemplateFaultsError(faults)
  const [saved] = await db
    .update(templateDraft)
    .set({
      definition: { ...template, key, version: schema.parse(before.definition).version },
      revision: sql`${templateDraft.revision} + 1`,
      changedAt: new Date(),
      changedBy: actor.id,
    })
    .where(and(ofKey(actor, key), eq(templateDraft.revision, revision)))
    .returning({ revision: templateDraft.revision })
  if (!saved) throw new ChangedMeanwhileError(key)
  return { revision: saved.revision, faults }
}

/**
 * Makes a draft the next version. Reports that are under way keep theirs.
 * @throws TemplateFaultsError, NotFoundError, NotAllowedError
 */
export async function publishTemplate({ db }: Own, actor: Actor, key: string): Promise<{ version: number }> {
  manage(actor)
  return db.transaction(async tx => {
    const [row] = await tx.select().from(templateDraft).where(ofKey(actor, key)).for('update')
    if (!row) throw new NotFoundError('template')
    const { template, faults } = checkTemplate(row.definition, row.basedOn)
    if (!template || faults.length) throw new TemplateFaultsError(faults)
    const version = ((await publishedVersion(tx, actor, key)) ?? 0) + 1
    const definition = { ...template, version }
    const { organisationId, id: publishedBy } = actor
    await tx.insert(templateVersion).values({ organisationId, key, version, definition, publishedBy })
    await tx
      .update(templateDraft)
      .set({ definition: { ...definition, version: version + 1 } })
      .where(eq(templateDraft.id, row.id))
    return { version }
  })
}

/** As a file to keep or to give to another organisation. @throws NotFoundError, NotAllowedError */
export async function exportTemplate({ db }: Own, actor: Actor, key: string): Promise<Template> {
  manage(actor)
  const [row] = await db.select().from(templateDraft).where(ofKey(actor, key))
  const template = row ? schema.parse(row.definition) : await newestTemplate(db, actor.organisationId, key)
  if (!template) throw new NotFoundError('template')
  return template
}
