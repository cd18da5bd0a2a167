import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { reportUnit } from '#db/schema/report.ts'
import { rowKinds, unitKinds } from '#templates/kinds.ts'
import { movedStart } from '#templates/year-labels.ts'
import type { Actor } from '../policies/actor.ts'
import type { ReportRow } from './find-report.ts'
import { loadKept } from './load-template.ts'
import { recordChange } from './record-change.ts'

/** Texts of rows and units that the template began with for the old year name the new one; others stand as they are. */
export async function moveStartTexts(
  tx: Tx,
  actor: Pick<Actor, 'id'>,
  { id: reportId, year: from, ...row }: ReportRow,
  to: number,
): Promise<void> {
  const template = await loadKept(tx, row)
  const kinds = template ? [...rowKinds(template), ...unitKinds(template)] : []
  const patterns = new Map(
    kinds.filter(({ start }) => JSON.stringify(start).includes('{år')).map(({ key, start }) => [key, start]),
  )
  if (!patterns.size) return
  const units = await tx
    .select()
    .from(reportUnit)
    .where(and(eq(reportUnit.reportId, reportId), isNull(reportUnit.removedAt)))
    .for('update')
  for (const { id, kind, values } of units) {
    const start = patterns.get(kind) ?? []
    const moved = Object.entries(values).flatMap(([key, before]) => {
      const patternsOfKey = start.map(one => one[key])
      const after = movedStart(before, patternsOfKey, { from, to })
      return after === null ? [] : [{ key, before, after }]
    })
    if (!moved.length) continue
    const now = Object.fromEntries(moved.map(({ key, after }) => [key, after]))
    await tx
      .update(reportUnit)
      .set({ values: { ...values, ...now } })
      .where(eq(reportUnit.id, id))
    for (const { key, before, after } of moved)
      await recordChange(tx, { reportId, holderId: id, field: `value:${key}`, before, after, actor })
  }
}
