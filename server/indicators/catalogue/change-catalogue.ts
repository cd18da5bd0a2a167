import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'

/** Whose words the catalogue has from now on. */
export interface CatalogueAuthor {
  organisationId: string
  /** Id of the user who changes it, or who answers for what does: an import, an API token, Kolada's settings. */
  changedBy: string
}

/**
 * Carries out a statement that writes indicators of the organisation, and logs which columns of which of them it
 * changed, from what to what. An indicator that it adds is no change. Others who change the organisation's catalogue
 * wait until the transaction ends, so that "before" is what was there.
 * @param statement `insert into indicator …` or `update indicator …`, without `returning`
 * @returns how many indicators it wrote
 */
export async function changeCatalogue(
  tx: Tx,
  { organisationId, changedBy }: CatalogueAuthor,
  statement: SQL,
): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue:${organisationId}`}, 0))`)
  const [counted] = await tx.execute<{ written: number }>(sql`
    with written as (${statement} returning indicator.*), moved as (
      -- The table is read as it was before the statement.
      select written.id, old.key, old.value as before, new.value as after
      from written join indicator as known
          on known.organisation_id = ${organisationId} and known.id = written.id
        cross join lateral jsonb_each(to_jsonb(known)) as old
        join lateral jsonb_each(to_jsonb(written)) as new on new.key = old.key
      where new.value is distinct from old.value
    ), logged as (
      insert into indicator_change (organisation_id, indicator_id, changed_by, changes)
      select ${organisationId}, id, ${changedBy}, jsonb_object_agg(key, jsonb_build_object('before', before, 'after', after))
      from moved group by id order by id
    )
    select count(*)::int as written from written`)
  if (!counted) throw new Error('count returned no row')
  return counted.written
}
