import { answer, readJson } from '#app/api/answer.ts'
import { addUnit } from '#server/reports/units/add-unit.ts'

export function POST(request: Request): Promise<Response> {
  return answer(request, async ({ services, actor }) =>
    Response.json(await addUnit(services, actor, await readJson(request)), { status: 201 }),
  )
}
