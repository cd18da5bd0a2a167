import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { FigureRef, FigureSet } from '#editor/core/figure.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { readFigures } from './read-figures.ts'

export interface FoundFigures {
  /** One per indicator, the best first. */
  refs: FigureRef[]
  data: FigureSet
}

const MOST_WORDS = 8

/** "trycksår 2023" → ["trycksår", "2023"]; what LIKE would take for a sign of its own is one of the text. */
const wordsOf = (query: string): string[] =>
  query
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map(word => word.replace(/[\\%_]/g, '\\$&'))

/**
 * Indicators with every word of the query in their name, area, source or code, each with its newest result up to the
 * year: what is offered while somebody writes. Names that begin with the query come first.
 * @param year calendar year that the report accounts for
 * @throws NotAllowedError
 */
export async function findFigures(
  { db }: { db: Db },
  actor: Actor,
  { query, year, limit = 12 }: { query: string; year: number; limit?: number },
): Promise<FoundFigures> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const words = wordsOf(query)
  const rows = await db.execute<{ id: string; period: string } & Record<string, unknown>>(sql`
    select id, period from (
      select * from indicator
      where organisation_id = ${organisationId} and retired_at is null
        and name || ' ' || area || ' ' || source || ' ' || coalesce(code, '') ilike all (
          ${sql.param(words.map(word => `%${word}%`))}::text[])
      order by name ilike ${`${words.join(' ')}%`} desc, source, position
      limit ${limit}
    ) as found cross join lateral (
      select period from observation
      where organisation_id = ${organisationId} and indicator_id = found.id and kind = 'result' and gender = 'T'
        and status <> 'withdrawn' and left(period, 4) <= ${String(year)}
      order by left(period, 4) desc, length(period), period desc limit 1
    ) as newest`)
  const refs = rows.map(({ id, period }): FigureRef => ({ indicatorId: id, kind: 'result', period, gender: 'T' }))
  return { refs, data: await readFigures({ db }, organisationId, refs) }
}
