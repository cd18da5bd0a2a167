import { answerApi } from '#server/api/answer-api.ts'
import { getIndicators } from '#server/api/get-indicators.ts'
import { services } from '#server/services.ts'

export const GET = (request: Request): Promise<Response> => answerApi(services(), request, 'data.read', getIndicators)
