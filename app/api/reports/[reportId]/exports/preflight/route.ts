import { z } from 'zod'
import { answer } from '#app/api/answer.ts'
import { InvalidInputError } from '#server/errors.ts'
import { AUDIENCES, EXPORT_FORMATS } from '#server/export/exports.ts'
import { findReport } from '#server/reports/find-report.ts'

type Context = { params: Promise<{ reportId: string }> }

const query = z.object({ format: z.enum(EXPORT_FORMATS), audience: z.enum(AUDIENCES).default('internal') })

/** What the file cannot show as it looks: Finding[]. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) => {
    await findReport(services.db, actor, reportId, 'report.export')
    const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!asked.success) throw new InvalidInputError({ format: 'unknown' })
    return Response.json(await services.exports.preflight({ reportId, userId: actor.id, ...asked.data }))
  })
}
