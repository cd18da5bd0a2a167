import { readComments } from '../comments/read-comments.ts'
import { ChangedMeanwhileError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { resolveForExport } from '../reports/resolve-for-export.ts'
import type { Services } from '../services.ts'
import { sha256Hex } from '../sha256.ts'
import { readArchiveFacts } from './archive/read-archive-facts.ts'
import type { ExportFormat, ExportWish } from './exports.ts'
import type { RenderRequest } from './render-messages.ts'

/**
 * What a format needs to know of a report.
 * @throws NotFoundError, NotAllowedError, ReportNotLockedError, ChangedMeanwhileError
 */
export async function resolveExport(
  services: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
  format: ExportFormat,
  { comments = false }: Pick<ExportWish, 'comments'> = {},
): Promise<Pick<RenderRequest, 'resolved' | 'stored' | 'images' | 'archive' | 'threads'>> {
  if (format !== 'archive') {
    const draft = await resolveForExport(services, actor, reportId)
    if (!comments || draft.resolved.report.status !== 'draft') return draft
    return { ...draft, threads: await readComments(services, actor, reportId) }
  }
  const archive = await readArchiveFacts(services.db, actor, reportId)
  const found = await resolveForExport(services, actor, reportId)
  // It may be opened anew, and locked again, between the two.
  if (found.stored === undefined || sha256Hex(new TextEncoder().encode(found.stored)) !== archive.locked.sha256)
    throw new ChangedMeanwhileError(reportId)
  return { ...found, archive }
}
