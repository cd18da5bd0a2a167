import { answer } from '#app/api/answer.ts'
import { readOwnStructure } from '#server/contributions/read-own-structure.ts'
import { readStructure } from '#server/reports/read-structure.ts'

type Context = { params: Promise<{ reportId: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { reportId } = await params
  // The contributor's form asks for nothing but what is theirs.
  const read = new URL(request.url).searchParams.has('mina') ? readOwnStructure : readStructure
  return answer(request, async ({ services, actor }) => Response.json(await read(services, actor, reportId)))
}
