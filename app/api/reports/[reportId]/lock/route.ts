import { answer } from '#app/api/answer.ts'
import { lockReport } from '#server/reports/lock-report.ts'

type Context = { params: Promise<{ reportId: string }> }

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) => Response.json(await lockReport(services, actor, reportId)))
}
