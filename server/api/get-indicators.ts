import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { type ApiAsked, jsonAnswer } from './answer-api.ts'
import { nextAddress, readCursor, readQuery } from './cursor.ts'
import { indicatorQuery, type shownIndicator } from './shown-schemas.ts'

type Shown = z.infer<typeof shownIndicator> & Record<string, unknown>

/** The catalogue, page by page in the order of ids. @throws ApiProblem */
export async function getIndicators({ services: { db }, token, request }: ApiAsked): Promise<Response> {
  const { source, code, limit, cursor } = readQuery(request, indicatorQuery)
  const [after] = readCursor(cursor, 1) ?? []
  const rows = await db.execute<Shown>(sql`
    select id, source, area, name, code, definition, unit, unit_text as "unitText", decimals, better,
      by_gender as "byGender", rhythm,
      to_char(retired_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "retiredAt"
    from indicator
    where organisation_id = ${token.organisationId}
      and (${source ?? null}::text is null or source = ${source ?? null})
      and (${code ?? null}::text is null or code = ${code ?? null})
      and (${after ?? null}::text is null or id > ${after ?? null})
    order by id limit ${limit + 1}`)
  const indicators = rows.slice(0, limit).map(row => ({ ...row }))
  const last = indicators.at(-1)
  return jsonAnswer({ indicators, next: rows.length > limit && last ? nextAddress(request, [last.id]) : null })
}
