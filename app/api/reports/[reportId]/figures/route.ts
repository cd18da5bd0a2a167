import { z } from 'zod'
import { answer, readJson } from '#app/api/answer.ts'
import { figureRef } from '#app/api/figure-ref.ts'
import { InvalidInputError } from '#server/errors.ts'
import { readFiguresInTurn } from '#server/indicators/figure-reads.ts'
import { findReport } from '#server/reports/find-report.ts'

type Context = { params: Promise<{ reportId: string }> }

const MAX_REFS = 20_000
const body = z.object({ refs: z.array(figureRef).max(MAX_REFS) })

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) => {
    const report = await findReport(services.db, actor, reportId, 'report.read')
    const asked = body.safeParse(await readJson(request))
    if (!asked.success) throw new InvalidInputError({ refs: 'unknown' })
    return Response.json(await readFiguresInTurn(services, report.organisationId, asked.data.refs))
  })
}
