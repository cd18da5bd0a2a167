import { answer, readJson } from '#app/api/answer.ts'
import { setValue } from '#server/reports/set-value.ts'

export function PUT(request: Request): Promise<Response> {
  return answer(request, async ({ services, actor }) =>
    Response.json(await setValue(services, actor, await readJson(request))),
  )
}
