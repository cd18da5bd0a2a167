import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { board } from '#db/schema/organisation.ts'
import { report, reportUnit } from '#db/schema/report.ts'
import type { RowKind } from '#editor/core/structure/row-kind.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { ReportRow } from '../reports/find-report.ts'
import type { UnitRow } from '../reports/read-sections.ts'

/** What one board's report has of a kind of rows that boards share. */
export interface SharedRows {
  from: { id: string; boardName: string }
  kind: RowKind
  /** Rows that this report has not. */
  missing: UnitRow[]
  /** Rows that it has in older words, each with its own. */
  changed: { own: UnitRow; theirs: UnitRow }[]
}

/** When its words were last changed, as an ISO instant; when it came where they never were. */
const saidAt = ({ valueChanges, createdAt }: UnitRow): string =>
  [createdAt.toISOString(), ...Object.values(valueChanges).map(({ at }) => at)].sort().at(-1) ?? ''

/** Rows as the fields of their kind say them; what another version of the template asked for besides is left out. */
export const sharedValues = ({ fields }: RowKind, { values }: UnitRow): Record<string, string> =>
  Object.fromEntries(fields.flatMap(({ key }) => (values[key] === undefined ? [] : [[key, values[key]]])))

/**
 * Rows that other boards' reports of the same document type and year have for every board. A locked report's are for
 * all in the organisation, a draft's for those who may read it.
 */
export async function findSharedRows(
  db: Db | Tx,
  actor: Actor,
  row: ReportRow,
  kinds: readonly RowKind[],
  units: readonly UnitRow[],
): Promise<SharedRows[]> {
  const shared = kinds.filter(kind => kind.shared)
  if (shared.length === 0 || row.lockedAt) return []
  const others = await db
    .select({ report, boardName: board.name, unit: reportUnit })
    .from(report)
    .innerJoin(board, eq(board.id, report.boardId))
    .innerJoin(reportUnit, eq(reportUnit.reportId, report.id))
    .where(
      and(
        eq(report.organisationId, row.organisationId),
        eq(report.templateKey, row.templateKey),
        eq(report.year, row.year),
        ne(report.boardId, row.boardId),
        isNull(reportUnit.removedAt),
        inArray(
          reportUnit.kind,
          shared.map(({ key }) => key),
        ),
      ),
    )
    .orderBy(asc(report.createdAt), asc(reportUnit.position), asc(reportUnit.id))
  const readable = others.filter(other => other.report.lockedAt || can(actor, 'report.read', other.report))
  const own = new Map(units.filter(unit => unit.removedAt === null).map(unit => [unit.lineageId, unit]))
  const offers = new Map<string, SharedRows>()
  // The same row from several boards is offered once, by the one that said it first.
  const seen = new Set<string>()
  for (const { report: from, boardName, unit } of readable) {
    const kind = shared.find(({ key }) => key === unit.kind)
    if (!kind || seen.has(unit.lineageId)) continue
    seen.add(unit.lineageId)
    const offer = offers.get(`${from.id} ${kind.key}`) ?? {
      from: { id: from.id, boardName },
      kind,
      missing: [],
      changed: [],
    }
    const here = own.get(unit.lineageId)
    if (!here) offer.missing.push(unit)
    else if (isDeepStrictEqual(sharedValues(kind, here), sharedValues(kind, unit)) || saidAt(here) >= saidAt(unit))
      continue
    else offer.changed.push({ own: here, theirs: unit })
    offers.set(`${from.id} ${kind.key}`, offer)
  }
  return [...offers.values()]
}
