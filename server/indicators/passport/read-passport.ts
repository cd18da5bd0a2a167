import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { type Figure, type FigureRef, type FigureSet, figureKey, type Passport } from '#editor/core/figure.ts'
import type { Actor } from '../../policies/actor.ts'
import { requireCan } from '../../policies/require.ts'
import { readFigures } from '../read-figures.ts'
import { type FigureUses, readUses } from './read-uses.ts'

/** One value that a figure has had. */
export interface PastValue {
  observationId: number
  value: string | null
  numerator: string | null
  denominator: string | null
  status: 'final' | 'preliminary' | 'suppressed' | 'missing' | 'withdrawn'
  /** ISO 8601 instant. */
  recordedAt: string
  /** What recorded it: the import, or the undoing of a later one. */
  by: Pick<Passport, 'importId' | 'method' | 'fileName' | 'importedBy'> & { reason: string | null; restored: boolean }
}

export interface FigurePassport {
  ref: FigureRef
  /** As it is now, with its indicator; without a figure where there is none. */
  data: FigureSet
  figure: Figure | null
  /** Newest first. */
  history: PastValue[]
  uses: FigureUses
}

const MOST_VALUES = 50

async function readHistory(db: Db, organisationId: string, ref: FigureRef): Promise<PastValue[]> {
  const rows = await db.execute<Omit<PastValue, 'by'> & PastValue['by'] & Record<string, unknown>>(sql`
    select observation.id as "observationId", value::text as value, numerator::text as numerator,
      denominator::text as denominator, status,
      to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
      data_import.id as "importId", nullif(method, 'file') as method, file_name as "fileName",
      app_user.name as "importedBy", reason, restored_by is not null as restored
    from observation
      join data_import on data_import.id = coalesce(restored_by, import_id)
      join app_user on app_user.id = data_import.imported_by
    where observation.organisation_id = ${organisationId} and indicator_id = ${ref.indicatorId}
      and period = ${ref.period} and kind = ${ref.kind} and gender = ${ref.gender}
    order by observation.id desc limit ${MOST_VALUES}`)
  return rows.map(({ observationId, value, numerator, denominator, status, recordedAt, method, ...by }) => ({
    observationId: Number(observationId),
    value,
    numerator,
    denominator,
    status,
    recordedAt,
    by: {
      importId: by.importId,
      ...(method && { method }),
      fileName: by.fileName,
      importedBy: by.importedBy,
      reason: by.reason,
      restored: by.restored,
    },
  }))
}

/**
 * Everything that is known of one figure: where it came from, what it has been, and where it is used.
 * @throws NotAllowedError
 */
export async function readPassport({ db }: { db: Db }, actor: Actor, ref: FigureRef): Promise<FigurePassport> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const [data, history, uses] = await Promise.all([
    readFigures({ db }, organisationId, [ref]),
    readHistory(db, organisationId, ref),
    readUses({ db }, actor, ref),
  ])
  return { ref, data, figure: data.figures[figureKey(ref)] ?? null, history, uses }
}
