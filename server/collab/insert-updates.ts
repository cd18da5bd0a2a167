import type { Sql } from '#db/client.ts'
import { type LogRow, type PackedRows, packRows } from './pack-rows.ts'
import { within } from './within.ts'

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
  const packed = packRows(rows)
  const { reports, rights, authors, data, reportOf, authorOf, start, length, updates } = packed
  const query = sql<Answer[]>`
    with asked as materialized (
      select * from unnest(${sql.array(reports, UUID)}::uuid[], ${sql.array(rights, TEXT)}::text[])
        with ordinality as asked (report_id, rights, place)
    ), unlocked as materialized (
      select id, xmin::text as rights from report
      where id in (select report_id from asked) and locked_at is null
      for share skip locked
    ), admitted as materialized (
      select place, report_id from asked where (report_id, rights) in (select id, rights from unlocked)
    ), author as materialized (
      select * from unnest(${sql.array(authors, UUID)}::uuid[]) with ordinality as author (user_id, place)
    ), sent as (
      select report_id, user_id, substring(${data}::bytea from start for length) as data, updates
      from unnest(${list(reportOf)}::int[], ${list(authorOf)}::int[], ${list(start)}::int[], ${list(length)}::int[],
          ${list(updates)}::int[])
        with ordinality as row (report, author, start, length, updates, ordinal)
      join admitted on admitted.place = report
      join author on author.place = author
      order by ordinal
    ), inserted as (
      insert into report_update (seq, report_id, user_id, data, updates)
      overriding system value
      select nextval((select pg_get_serial_sequence('report_update', 'seq'))::regclass), sent.* from sent
      returning seq
    )
    select
      array(select seq from inserted order by seq)::text as seqs,
      (select json_agg(json_build_array(
          asked.place in (select place from admitted), report.id is not null, report.locked_at is not null,
          report.xmin::text = asked.rights) order by asked.place)
        from asked left join report on report.id = asked.report_id) as judged`
  const answered = query.then(([answer]) => fatesOf(packed, answer))
  answered.catch(() => {})
  if (await within(timeout, answered)) return answered
  // A lost connection may never say so.
  query.cancel()
  throw new DatabaseSilentError(`no answer to an INSERT in ${timeout} ms`)
}

const UUID = 2950
const TEXT = 25

/** An array of whole numbers as PostgreSQL writes it: the driver's own way looks at each. */
const list = (numbers: readonly number[]): string => `{${numbers.join()}}`

/** What became of the rows of one report: taken in; or what of it is known otherwise. */
type Judged = [isStored: boolean, exists: boolean, isLocked: boolean, isCurrent: boolean | null]

interface Answer {
  /** Places in the log of all rows that were taken in, in the order given: "{7,8,11}". */
  seqs: string
  judged: Judged[] | null
}

function fatesOf({ reportOf }: PackedRows, answer: Answer | undefined): RowFate[] {
  const judged = answer?.judged ?? []
  const seqs = (answer?.seqs ?? '{}').slice(1, -1).split(',')
  let stored = 0
  return reportOf.map(place => {
    const [isStored, exists, isLocked, isCurrent] = judged[place - 1] ?? [false, false, false, null]
    if (isStored) return { kind: 'stored', seq: Number(seqs[stored++]) }
    if (!exists) return { kind: 'no-report' }
    if (isLocked) return { kind: 'locked' }
    return { kind: isCurrent ? 'busy' : 'outdated' }
  })
}
