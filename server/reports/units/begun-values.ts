import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { board } from '#db/schema/organisation.ts'
import { report, reportUnit } from '#db/schema/report.ts'
import type { Field, Values } from '#editor/core/structure/field.ts'

const keysThatBegin = (fields: readonly Field[]): string[] =>
  fields.flatMap(field => (field.type === 'text' && field.begins === 'board' ? [field.key] : []))

/** What fields offer in a new row or unit. @param boardName of the report */
export const begunValues = (fields: readonly Field[], boardName: string): Values =>
  Object.fromEntries(keysThatBegin(fields).map(key => [key, boardName]))

/** The same for one that is added to a list: as the last one there has it, where that says anything. */
export async function begunInList(
  tx: Tx,
  { key: kind, fields }: { key: string; fields: readonly Field[] },
  { reportId, sectionId }: { reportId: string; sectionId: string },
): Promise<Values> {
  const keys = keysThatBegin(fields)
  if (!keys.length) return {}
  const [of] = await tx
    .select({ name: board.name })
    .from(report)
    .innerJoin(board, eq(board.id, report.boardId))
    .where(eq(report.id, reportId))
  const [last] = await tx
    .select({ values: reportUnit.values })
    .from(reportUnit)
    .where(and(eq(reportUnit.sectionId, sectionId), eq(reportUnit.kind, kind), isNull(reportUnit.removedAt)))
    .orderBy(desc(reportUnit.position))
    .limit(1)
  const there = Object.entries(last?.values ?? {}).filter(([key]) => keys.includes(key))
  return { ...begunValues(fields, of?.name ?? ''), ...Object.fromEntries(there) }
}
