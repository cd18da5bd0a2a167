import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { dataSource } from '#db/schema/data-import.ts'
import { sourceName } from '#editor/core/source-name.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { UnknownSourceError } from './errors.ts'
import { layoutSchema } from './layout/layout.ts'
import type { FileSource } from './layout/recognise.ts'
import { sourceIds, sources } from './sources/index.ts'

/** Every source of the organisation by id: the product's, in its own way where it has one, and its own. */
export async function readSources(db: Db | Tx, organisationId: string): Promise<Map<string, FileSource>> {
  const own = await db.select().from(dataSource).where(eq(dataSource.organisationId, organisationId))
  const found = new Map<string, FileSource>(
    sourceIds.map(id => [id, { id, name: sourceName(id), layout: sources[id], own: false }]),
  )
  for (const { id, name, layout } of own) found.set(id, { id, name, layout: layoutSchema.parse(layout), own: true })
  return found
}

/** @throws UnknownSourceError */
export async function readSource(db: Db | Tx, organisationId: string, id: string): Promise<FileSource> {
  const source = (await readSources(db, organisationId)).get(id)
  if (!source) throw new UnknownSourceError(id)
  return source
}

export interface ImportSource {
  id: string
  name: string
  own: boolean
  /** Columns that a file of the source has; `{period}` stands for a period. */
  columns: string[]
}

/**
 * What can be imported, for the form that asks.
 * @throws NotAllowedError
 */
export async function listSources({ db }: { db: Db }, actor: Actor): Promise<ImportSource[]> {
  requireCan(actor, 'data.read', { organisationId: actor.organisationId })
  const all = [...(await readSources(db, actor.organisationId)).values()]
  return all
    .map(({ id, name, own, layout }) => ({
      id,
      name,
      own,
      columns: [
        ...new Set([
          ...[layout.area, layout.name, layout.gender].flatMap(names => names.slice(0, 1)),
          ...layout.values.map(value => value.column),
        ]),
      ],
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'))
}

/**
 * Forgets how the organisation reads a source's files. Figures stay; a source of the product is read in its way again.
 * @throws NotAllowedError
 */
export async function forgetSource({ db }: { db: Db }, actor: Actor, id: string): Promise<void> {
  requireCan(actor, 'data.import', { organisationId: actor.organisationId })
  await db.delete(dataSource).where(and(eq(dataSource.organisationId, actor.organisationId), eq(dataSource.id, id)))
}
