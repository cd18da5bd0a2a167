import type { Db } from '#db/client.ts'
import type { SharedRowsOffer } from '#editor/core/shared-rows.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { ReportRow } from '../reports/find-report.ts'
import type { ReportSectionFound, UnitRow } from '../reports/read-sections.ts'
import { findSharedRows } from './find-shared-rows.ts'

/** By section: what other boards' reports have for every board, for whoever may take it over. */
export async function readSharedOffers(
  db: Db,
  actor: Actor,
  row: ReportRow,
  sections: readonly ReportSectionFound[],
  units: readonly UnitRow[],
): Promise<Map<string, SharedRowsOffer[]>> {
  const offers = new Map<string, SharedRowsOffer[]>()
  if (!can(actor, 'report.manage', row)) return offers
  for (const { row: section, definition } of sections) {
    const here = units.filter(unit => unit.sectionId === section.id)
    const found = await findSharedRows(db, actor, row, definition.rows, here)
    if (found.length)
      offers.set(
        section.id,
        found.map(({ from, kind, missing, changed }) => ({
          fromId: from.id,
          boardName: from.boardName,
          kind: kind.key,
          many: kind.many,
          missing: missing.length,
          changed: changed.length,
        })),
      )
  }
  return offers
}
