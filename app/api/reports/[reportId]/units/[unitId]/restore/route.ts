import { answer } from '#app/api/answer.ts'
import { restoreUnit } from '#server/reports/units/remove-unit.ts'

export async function POST(request: Request, { params }: { params: Promise<{ unitId: string }> }): Promise<Response> {
  const { unitId } = await params
  return answer(request, async ({ services, actor }) => {
    await restoreUnit(services, actor, unitId)
    return new Response(null, { status: 204 })
  })
}
