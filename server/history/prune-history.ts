import { and, count, eq, gte, inArray, isNotNull, isNull, lt, lte, min, or } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { commentThread } from '#db/schema/comment.ts'
import { reportUpdate, reportVersion } from '#db/schema/document.ts'
import { report } from '#db/schema/report.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { cutoff, type KeepMonths, pruneUpTo } from './retention.ts'

export interface Pruned {
  reports: number
  /** Rows of logs, and automatic versions, that went (or would go). */
  rows: number
  versions: number
  /** Threads of comments on reports that were locked before the rule's moment. */
  threads: number
}

export interface PruneOptions {
  months: KeepMonths
  dryRun: boolean
  now?: Date
}

/**
 * Removes what is older than the organisation's rule from the logs of its reports, and what was said about those that
 * were locked before it. Today's text, named versions and
 * versions of locks are never touched, and no row goes that a kept version does not hold.
 * @throws NotAllowedError
 */
export async function pruneHistory(
  { db }: { db: Db },
  actor: Actor,
  { months, dryRun, now = new Date() }: PruneOptions,
): Promise<Pruned> {
  requireCan(actor, 'history.prune', { organisationId: actor.organisationId })
  const total: Pruned = { reports: 0, rows: 0, versions: 0, threads: 0 }
  const before = cutoff(months, now)
  if (!before) return total
  const reports = await db.select({ id: report.id }).from(report).where(eq(report.organisationId, actor.organisationId))
  for (const { id } of reports) {
    const { rows, versions, threads } = await db.transaction(async tx => ({
      ...(await pruneReport(tx, id, before, dryRun)),
      threads: await pruneComments(tx, id, before, dryRun),
    }))
    total.reports += rows + versions + threads > 0 ? 1 : 0
    total.rows += rows
    total.versions += versions
    total.threads += threads
  }
  return total
}

async function pruneReport(
  tx: Tx,
  reportId: string,
  before: Date,
  dryRun: boolean,
): Promise<{ rows: number; versions: number }> {
  const ofReport = eq(reportUpdate.reportId, reportId)
  const versions = await tx
    .select({ seq: reportVersion.seq })
    .from(reportVersion)
    .where(eq(reportVersion.reportId, reportId))
    .for('key share')
  const [kept] = await tx
    .select({ first: min(reportUpdate.seq) })
    .from(reportUpdate)
    .where(and(ofReport, or(gte(reportUpdate.at, before), isNull(reportUpdate.foldedAt))))
  const upTo = pruneUpTo({ versions: versions.map(({ seq }) => seq), firstKept: kept?.first ?? null })
  if (upTo === null) return { rows: 0, versions: 0 }
  const oldRows = and(
    ofReport,
    lte(reportUpdate.seq, upTo),
    lt(reportUpdate.at, before),
    isNotNull(reportUpdate.foldedAt),
  )
  const oldVersions = and(
    eq(reportVersion.reportId, reportId),
    lt(reportVersion.seq, upTo),
    lt(reportVersion.at, before),
    inArray(reportVersion.kind, ['checkpoint', 'before-restore']),
  )
  const [rows] = await tx.select({ found: count() }).from(reportUpdate).where(oldRows)
  const [automatic] = await tx.select({ found: count() }).from(reportVersion).where(oldVersions)
  if (!dryRun) {
    await tx.delete(reportUpdate).where(oldRows)
    await tx.delete(reportVersion).where(oldVersions)
  }
  return { rows: rows?.found ?? 0, versions: automatic?.found ?? 0 }
}

/** What was said about a report that is open, or was opened anew, stays. */
async function pruneComments(tx: Tx, reportId: string, before: Date, dryRun: boolean): Promise<number> {
  const [locked] = await tx
    .select({ id: report.id })
    .from(report)
    .where(and(eq(report.id, reportId), lt(report.lockedAt, before)))
    .for('share')
  if (!locked) return 0
  const ofReport = eq(commentThread.reportId, reportId)
  const [threads] = await tx.select({ found: count() }).from(commentThread).where(ofReport)
  if (!dryRun) await tx.delete(commentThread).where(ofReport)
  return threads?.found ?? 0
}
