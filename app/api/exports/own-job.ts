import type { Asked } from '#app/api/answer.ts'
import { NotFoundError } from '#server/errors.ts'
import type { ExportJob } from '#server/export/exports.ts'

/** An export is its starter's own. @throws NotFoundError */
export function ownJob({ services, actor }: Asked, exportId: string): ExportJob {
  const job = services.exports.job(exportId)
  if (job?.userId !== actor.id) throw new NotFoundError('export')
  return job
}
