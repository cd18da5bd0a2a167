import { answer } from '#app/api/answer.ts'
import { listIndicators } from '#server/indicators/list-indicators.ts'

/** The catalogue for the insert dialog, by source. */
export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ services, actor }) => Response.json(await listIndicators(services, actor)))
}
