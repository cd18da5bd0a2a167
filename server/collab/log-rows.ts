import type { Sql } from '#db/client.ts'
import { type LogData, updatesOf } from '../documents/log-data.ts'

export interface StoredUpdate {
  reportId: string
  /** Of its row, which others may share. */
  seq: number
  userId: string
  data: Uint8Array
}

/** What the database has of a report, in one snapshot. */
export interface LogState {
  reportId: string
  /** Changes whenever somebody folds. */
  version: string
  unfolded: number[]
}

/** Every row of the log is either in `unfolded` or in a stored state of another version, however late it was committed. */
export async function readLogStates(sql: Sql, reportIds: readonly string[]): Promise<LogState[]> {
  const rows = await sql<{ reportId: string; version: string; unfolded: string[] }[]>`
    select report_id as "reportId", xmin::text as version,
      array(select seq from report_update where report_id = document.report_id and folded_at is null) as unfolded
    from report_document as document where report_id = any(${sql.array([...reportIds], UUID)}::uuid[])`
  return rows.map(row => ({ ...row, unfolded: row.unfolded.map(Number) }))
}

/** Places of a report in the log above `after`, folded or not. */
export async function readSeqs(sql: Sql, reportId: string, after: number): Promise<number[]> {
  const rows = await sql<{ seq: string }[]>`
    select seq from report_update where report_id = ${reportId} and seq > ${after}`
  return rows.map(row => Number(row.seq))
}

/** @param places reports by places of theirs in the log */
export async function readLogRows(sql: Sql, places: ReadonlyMap<number, string>): Promise<StoredUpdate[]> {
  const rows = await sql<StoredRow[]>`
    select report_id as "reportId", seq, user_id as "userId", data, updates from report_update
    where report_id = any(${sql.array([...new Set(places.values())], UUID)}::uuid[])
      and seq = any(${sql.array([...places.keys()], INT8)}::bigint[])
    order by seq`
  return updatesOf(rows).map(storedOf)
}

/** Rows of a report that hold any of these updates, with all that they hold, among those after `after`. */
export async function findLogRows(
  sql: Sql,
  reportId: string,
  after: number,
  updates: readonly Uint8Array[],
): Promise<StoredUpdate[]> {
  const rows = await sql<StoredRow[]>`
    select report_id as "reportId", seq, user_id as "userId", data, updates from report_update
    where report_id = ${reportId} and seq > ${after} and exists (
      select from unnest(${sql.array([...updates], BYTEA)}::bytea[]) as wanted where position(wanted in data) > 0
    )
    order by seq`
  return updatesOf(rows).map(storedOf)
}

const INT8 = 20
const UUID = 2950
const BYTEA = 17

interface StoredRow extends LogData {
  reportId: string
  seq: string
  userId: string | null
}

const storedOf = ({ seq, userId, ...row }: Omit<StoredRow, 'updates'>): StoredUpdate => ({
  ...row,
  seq: Number(seq),
  userId: userId ?? '',
})
