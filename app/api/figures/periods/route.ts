import { answer } from '#app/api/answer.ts'
import { listPeriods } from '#server/indicators/list-periods.ts'

export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ services, actor }) =>
    Response.json(await listPeriods(services, actor, new URL(request.url).searchParams.get('indicator') ?? '')),
  )
}
