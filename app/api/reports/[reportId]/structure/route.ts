import { answer } from '#app/api/answer.ts'
import { readStructure } from '#server/reports/read-structure.ts'

type Context = { params: Promise<{ reportId: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  return answer(request, async ({ services, actor }) => Response.json(await readStructure(services, actor, reportId)))
}
