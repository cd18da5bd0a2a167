import { and, eq, inArray } from 'drizzle-orm'
import { frozenReport, image } from '#db/schema/document.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { findReport } from './find-report.ts'
import { resolveReport } from './resolve-report.ts'

/**
 * The resolved report at the end of its log, with the bytes of its pictures by id; for a locked one also the very text
 * that was stored, whose SHA-256 stands beside it.
 * @throws NotFoundError
 */
export async function resolveForExport(
  services: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
): Promise<{ resolved: ResolvedReport; stored?: string; images: Map<string, Uint8Array> }> {
  const row = await findReport(services.db, actor, reportId, 'report.export')
  const resolved = await resolveReport(services, row, { fresh: true, reader: actor })
  const ids = Object.keys(resolved.images)
  const rows = ids.length
    ? await services.db.select({ id: image.id, bytes: image.bytes }).from(image).where(inArray(image.id, ids))
    : []
  const frozen = row.lockedAt
    ? await services.db.query.frozenReport.findFirst({
        columns: { resolved: true },
        where: and(eq(frozenReport.reportId, row.id), eq(frozenReport.version, row.version)),
      })
    : undefined
  return {
    resolved,
    ...(frozen && { stored: frozen.resolved }),
    images: new Map(rows.map(found => [found.id, found.bytes])),
  }
}
