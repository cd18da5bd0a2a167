import type { Sql } from '#db/client.ts'
import { within } from './within.ts'

export interface LogRow {
  reportId: string
  userId: string
  data: Uint8Array
  /** Version of the rights that the row was judged by. */
  rights: string
}

export type RowFate =
  | { kind: 'stored'; seq: number }
  /** Somebody holds the report: it is being locked, or something else of it is changed. Try again. */
  | { kind: 'busy' }
  | { kind: 'locked' }
  /** Rights in the report have changed since: it must be judged again. */
  | { kind: 'outdated' }
  | { kind: 'no-report' }

/** The database took the statement and never answered. */
export class DatabaseSilentError extends Error {
  readonly code = 'database-silent'
  override readonly name = 'DatabaseSilentError'
}

/**
 * Appends rows of several reports to the log in one statement, in the order given.
 *
 * A row goes in only under a share lock on its unlocked report. Whoever locks a report holds it FOR NO KEY UPDATE (or
 * stronger) while the text is frozen, so every row is either in before the log is read for the last time or not in at
 * all. The statement waits for no one: reports that are being locked are skipped, all rows of one report alike.
 *
 * The same holds for a section that is locked or gets another owner: that gives the report's row another version
 * (`xmin`), and rows that were judged by the rights from before do not go in. All rows of a report have one version.
 *
 * @param timeout ms
 * @returns the fate of each row, by its place in `rows`
 * @throws DatabaseSilentError, or the database's error; the rows may be in the log even so
 */
export async function insertUpdates(sql: Sql, rows: readonly LogRow[], timeout: number): Promise<RowFate[]> {
  const query = sql<Fate[]>`
    with sent as materialized (
      select * from unnest(
        ${sql.array(
          rows.map((_, ordinal) => ordinal),
          INT4,
        )}::int[],
        ${sql.array(
          rows.map(row => row.reportId),
          UUID,
        )}::uuid[],
        ${sql.array(
          rows.map(row => row.userId),
          UUID,
        )}::uuid[],
        ${sql.array(
          rows.map(row => row.data),
          BYTEA,
        )}::bytea[],
        ${sql.array(
          rows.map(row => row.rights),
          TEXT,
        )}::text[]
      ) as sent (ordinal, report_id, user_id, data, rights)
    ), unlocked as materialized (
      select id, xmin::text as rights from report
      where id in (select report_id from sent) and locked_at is null
      for share skip locked
    ), numbered as materialized (
      select nextval((select pg_get_serial_sequence('report_update', 'seq'))::regclass) as seq, admitted.*
      from (select * from sent where (report_id, rights) in (select id, rights from unlocked) order by ordinal) as admitted
    ), inserted as (
      insert into report_update (seq, report_id, user_id, data)
      overriding system value
      select seq, report_id, user_id, data from numbered
    )
    select numbered.seq, report.id as report, report.locked_at as locked, report.xmin::text = sent.rights as current
    from sent
    left join numbered using (ordinal)
    left join report on report.id = sent.report_id
    order by ordinal`
  const answered = query.then(fates => fates.map(fateOf))
  answered.catch(() => {})
  if (await within(timeout, answered)) return answered
  // A lost connection may never say so.
  query.cancel()
  throw new DatabaseSilentError(`no answer to an INSERT in ${timeout} ms`)
}

const INT4 = 23
const UUID = 2950
const BYTEA = 17
const TEXT = 25

interface Fate {
  seq: string | null
  report: string | null
  locked: unknown
  current: boolean | null
}

function fateOf({ seq, report, locked, current }: Fate): RowFate {
  if (seq !== null) return { kind: 'stored', seq: Number(seq) }
  if (report === null) return { kind: 'no-report' }
  if (locked !== null) return { kind: 'locked' }
  return { kind: current ? 'busy' : 'outdated' }
}
