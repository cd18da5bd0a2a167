import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { MovedFigures } from '#editor/core/collab-protocol.ts'
import { type FigureRef, figureKey } from '#editor/core/figure.ts'
import { readFigures } from './read-figures.ts'

/** More than this in one import are not sent along: each page shows a small part of them. */
const FEW = 200

/**
 * The figures that an import, or its undoing, gave another value, as they are now.
 * @returns null where they are many
 */
export async function movedByImport(
  { db }: { db: Db },
  organisationId: string,
  importId: string,
): Promise<MovedFigures | null> {
  const rows = await db.execute<FigureRef & Record<string, unknown>>(sql`
    select distinct indicator_id as "indicatorId", kind, period, gender from (
      (select * from observation where import_id = ${importId} limit ${FEW + 1})
      union all
      (select * from observation where restored_by = ${importId} limit ${FEW + 1})
    ) as written limit ${FEW + 1}`)
  if (rows.length > FEW) return null
  const refs = rows.map(({ indicatorId, kind, period, gender }) => ({ indicatorId, kind, period, gender }))
  return { keys: refs.map(figureKey), data: await readFigures({ db }, organisationId, refs) }
}
