import { answer, readJson } from '#app/api/answer.ts'
import { moveUnit } from '#server/reports/units/move-unit.ts'
import { removeUnit } from '#server/reports/units/remove-unit.ts'

type Context = { params: Promise<{ unitId: string }> }

/** Moves it among its kind. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  const { unitId } = await params
  return answer(request, async ({ services, actor }) => {
    await moveUnit(services, actor, unitId, await readJson(request))
    return new Response(null, { status: 204 })
  })
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const { unitId } = await params
  return answer(request, async ({ services, actor }) => {
    await removeUnit(services, actor, unitId)
    return new Response(null, { status: 204 })
  })
}
