import { z } from 'zod'
import { answer, readJson } from '#app/api/answer.ts'
import { InvalidInputError, ReportNotLockedError } from '#server/errors.ts'
import { AUDIENCES, EXPORT_FORMATS } from '#server/export/exports.ts'
import { findReport } from '#server/reports/find-report.ts'

type Context = { params: Promise<{ reportId: string }> }

const body = z.object({
  format: z.enum(EXPORT_FORMATS),
  figures: z.boolean().default(false),
  comments: z.boolean().default(false),
  audience: z.enum(AUDIENCES).default('internal'),
  firstPage: z.boolean().default(false),
})

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) => {
    const asked = body.safeParse(await readJson(request))
    if (!asked.success) throw new InvalidInputError({ format: 'unknown' })
    const action = asked.data.format === 'archive' ? 'report.archive' : 'report.export'
    const report = await findReport(services.db, actor, reportId, action)
    if (asked.data.format === 'archive' && !report.lockedAt) throw new ReportNotLockedError(reportId)
    const { id, fileName } = await services.exports.start({ reportId, userId: actor.id, ...asked.data })
    return Response.json({ id, fileName })
  })
}
