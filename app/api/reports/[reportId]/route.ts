import { answer, readJson } from '#app/api/answer.ts'
import { changeReport } from '#server/reports/change-report.ts'

type Context = { params: Promise<{ reportId: string }> }

export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) =>
    Response.json(await changeReport(services, actor, reportId, await readJson(request))),
  )
}
