import { answer } from '#app/api/answer.ts'
import { figureRef } from '#app/api/figure-ref.ts'
import { InvalidInputError } from '#server/errors.ts'
import { readPassport } from '#server/indicators/passport/read-passport.ts'

/** Where one figure comes from, what it has been, and where it is used. */
export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ services, actor }) => {
    const ref = figureRef.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!ref.success) throw new InvalidInputError({ figure: 'unknown' })
    return Response.json(await readPassport(services, actor, ref.data))
  })
}
