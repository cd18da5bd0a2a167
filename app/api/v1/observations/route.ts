import { answerApi } from '#server/api/answer-api.ts'
import { getObservations } from '#server/api/get-observations.ts'
import { postObservations } from '#server/api/post-observations.ts'
import { services } from '#server/services.ts'

export const GET = (request: Request): Promise<Response> => answerApi(services(), request, 'data.read', getObservations)

export const POST = (request: Request): Promise<Response> =>
  answerApi(services(), request, 'data.import', postObservations)
