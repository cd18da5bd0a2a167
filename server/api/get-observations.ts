import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { type ApiAsked, jsonAnswer } from './answer-api.ts'
import { nextAddress, readCursor, readQuery } from './cursor.ts'
import { observationQuery, type shownObservation } from './shown-schemas.ts'

type Shown = z.infer<typeof shownObservation> & Record<string, unknown>

const and = (parts: (SQL | false | undefined | null)[]): SQL =>
  sql.join(
    parts.filter(part => part instanceof Object),
    sql` and `,
  )

/**
 * The newest observation of every figure that is asked for, as known now or at `as_of`, page by page in the order of
 * indicator, period, kind and gender. What was withdrawn is not there.
 * @throws ApiProblem
 */
export async function getObservations({ services: { db }, token, request }: ApiAsked): Promise<Response> {
  const { indicator, code, period, kind, gender, as_of, limit, cursor } = readQuery(request, observationQuery)
  const { organisationId } = token
  const after = readCursor(cursor, 4)
  const asked = and([
    sql`organisation_id = ${organisationId}`,
    indicator !== undefined && sql`indicator_id = ${indicator}`,
    code !== undefined &&
      sql`indicator_id in (select id from indicator where organisation_id = ${organisationId} and code = ${code})`,
    period !== undefined && sql`period = ${period}`,
    kind !== undefined && sql`kind = ${kind}`,
    gender !== undefined && sql`gender = ${gender}`,
    as_of !== undefined && sql`recorded_at <= ${as_of}::timestamptz`,
    after && sql`(indicator_id, period, kind, gender) > (${after[0]}, ${after[1]}, ${after[2]}, ${after[3]})`,
  ])
  // One more than the page holds says whether there is another.
  const rows = await db.execute<Shown>(sql`
    select indicator_id as indicator, indicator.code, kind, period, gender, value::text as value,
      numerator::text as numerator, denominator::text as denominator, status, goal, note, data_import.source,
      import_id as "importId", to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
    from (
      select * from (
        select distinct on (indicator_id, period, kind, gender) * from observation where ${asked}
        order by indicator_id, period, kind, gender, id desc
      ) as newest where status <> 'withdrawn'
      order by indicator_id, period, kind, gender limit ${limit + 1}
    ) as page
      join data_import on data_import.id = import_id
      join indicator on indicator.organisation_id = ${organisationId} and indicator.id = indicator_id
    order by indicator_id, period, kind, gender`)
  const observations = rows.slice(0, limit).map(row => ({ ...row }))
  const last = observations.at(-1)
  const more = rows.length > limit && last
  return jsonAnswer({
    observations,
    next: more ? nextAddress(request, [last.indicator, last.period, last.kind, last.gender]) : null,
  })
}
