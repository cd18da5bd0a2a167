import { answer } from '#app/api/answer.ts'
import { listReports } from '#server/reports/list-reports.ts'

/** Reports that a field can refer to. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async ({ services, actor }) => {
    const reports = await listReports(services, actor)
    return Response.json(reports.map(({ id, title, templateKey }) => ({ id, title, templateKey })))
  })
}
