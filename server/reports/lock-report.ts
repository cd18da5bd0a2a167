import canonicalize from 'canonicalize'
import { eq } from 'drizzle-orm'
import { frozenReport } from '#db/schema/document.ts'
import { report } from '#db/schema/report.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { readFamily } from '../answers/family.ts'
import { runChecks } from '../checks/run-checks.ts'
import { ChecksFailedError, ReportLockedError } from '../errors.ts'
import { publish } from '../events.ts'
import { storeVersion } from '../history/store-version.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { sha256Hex } from '../sha256.ts'
import { findReport } from './find-report.ts'
import { freezeUses } from './freeze-uses.ts'
import { resolveReport } from './resolve-report.ts'

/**
 * Freezes text and figures: stores the resolved value, its SHA-256 over RFC 8785 canonical JSON, and the Yjs state.
 *
 * The row lock is what makes it exact: the co-editing log and section changes write under a share lock on the report,
 * so nothing can be committed between the last fold and the lock. (`no key update`, because `update` would also stop
 * the fold's own foreign keys.)
 * @throws ChecksFailedError, NotFoundError, NotAllowedError, ReportLockedError
 */
export async function lockReport(
  services: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
): Promise<{ sha256: string }> {
  await findReport(services.db, actor, reportId, 'report.lock')
  await services.documents.history.ready()
  return services.db.transaction(async tx => {
    const [row] = await tx.select().from(report).where(eq(report.id, reportId)).for('no key update')
    if (!row || row.lockedAt) throw new ReportLockedError(reportId)
    const { state, seq } = await services.documents.fold(reportId)
    const resolved = await resolveReport(services, row, { fresh: false })
    const stops = runChecks(resolved).filter(finding => finding.level === 'stop')
    if (stops.length) throw new ChecksFailedError(stops.length)
    const frozen: ResolvedReport = { ...resolved, report: { ...resolved.report, status: 'locked' } }
    const text = canonicalize(frozen)
    if (text === undefined) throw new TypeError('a resolved report is always JSON')
    const sha256 = sha256Hex(text)
    await storeVersion(tx, services.documents, { reportId, kind: 'locked', seq, state, createdBy: actor.id })
    await freezeUses(tx, reportId, resolved.data)
    await tx.insert(frozenReport).values({ reportId, version: row.version, resolved: text, sha256, state })
    await tx.update(report).set({ lockedAt: new Date(), lockedBy: actor.id }).where(eq(report.id, reportId))
    await publish(tx, { type: 'locked', reportId })
    // Those who answer the same granskning see that this one is done.
    const family = await readFamily(tx, row)
    for (const other of family ? [...family.answers, ...(family.joint ? [family.joint] : [])] : [])
      if (other.row.id !== reportId) await publish(tx, { type: 'structure', reportId: other.row.id })
    return { sha256 }
  })
}
