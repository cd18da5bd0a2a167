import { z } from 'zod'
import { answer } from '#app/api/answer.ts'
import { InvalidInputError } from '#server/errors.ts'
import { findFigures } from '#server/indicators/find-figures.ts'

const asked = z.object({ q: z.string().max(200), year: z.coerce.number().int().min(1900).max(2200) })

/** Figures to put into a text. */
export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ services, actor }) => {
    const query = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!query.success) throw new InvalidInputError({ q: 'unknown' })
    return Response.json(await findFigures(services, actor, { query: query.data.q, year: query.data.year }))
  })
}
