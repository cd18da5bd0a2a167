import { answer } from '#app/api/answer.ts'
import { checkReport } from '#server/reports/check-report.ts'

type Context = { params: Promise<{ reportId: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) => Response.json(await checkReport(services, actor, reportId)))
}
