import { type SQL, sql } from 'drizzle-orm'

const ownRows = (id: SQL): SQL => sql`select * from observation where import_id = ${id} and restored_by is null`

/**
 * What an undoing brought back. It is about the figures of the import that the line of undoings began with, and they are
 * found by that one's rows: there is no index of what restored what.
 */
const restoredRows = (id: SQL): SQL => sql`
  select observation.* from (
    with recursive line as (
      select id, undoes from data_import where id = ${id}
      union all
      select data_import.id, data_import.undoes from line join data_import on data_import.id = line.undoes
    )
    select id from line where undoes is null
  ) as origin
    join observation as first on first.import_id = origin.id and first.restored_by is null
    join observation on observation.organisation_id = first.organisation_id
      and observation.indicator_id = first.indicator_id and observation.period = first.period
      and observation.kind = first.kind and observation.gender = first.gender
  where observation.restored_by = ${id}`

/** The observations that an import appended: its own, or for an undoing those that it brought back. */
export const rowsOf = ({ id, undoes }: { id: string; undoes: string | null }): SQL =>
  undoes === null ? ownRows(sql`${id}::uuid`) : restoredRows(sql`${id}::uuid`)

/** How many those are, for a row `listed` of data_import. */
export const countOfRows: SQL = sql`case when listed.undoes is null
  then (select count(*)::int from (${ownRows(sql`listed.id`)}) as row)
  else (select count(*)::int from (${restoredRows(sql`listed.id`)}) as row) end`
