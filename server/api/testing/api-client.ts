import type { TestDatabase } from '#db/testing/test-database.ts'
import { makeToken } from '../../api-tokens/make-token.ts'
import type { Scope } from '../../api-tokens/scopes.ts'
import { makeActor } from '../../indicators/testing/organisation.ts'
import type { Actor } from '../../policies/actor.ts'
import { answerApi } from '../answer-api.ts'
import { ApiLimits } from '../api-limits.ts'
import { getIndicators } from '../get-indicators.ts'
import { getObservations } from '../get-observations.ts'
import { postObservations } from '../post-observations.ts'

export interface Answered {
  status: number
  type: string | null
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever was answered.
  body: any
}

export interface ApiClient {
  admin: Actor
  post(body: unknown, headers?: Record<string, string>): Promise<Answered>
  get(path: string): Promise<Answered>
}

const read = async (response: Response): Promise<Answered> => ({
  status: response.status,
  type: response.headers.get('content-type'),
  headers: response.headers,
  body: await response.json(),
})

export interface ApiClientOptions {
  scopes?: Scope[]
  /** Whose organisation; a new one where nobody is named. */
  by?: Actor
  limits?: ApiLimits
}

/** Another system with a token, and the API as the routes answer it. */
export async function apiClient(
  { db }: TestDatabase,
  {
    scopes = ['observations:read', 'observations:write'],
    by,
    limits: apiLimits = new ApiLimits({ burst: 1000, perSecond: 1000 }),
  }: ApiClientOptions = {},
): Promise<ApiClient> {
  const services = { db, apiLimits }
  const admin = by ?? (await makeActor(db, 'administrator', 'Administratör'))
  const { secret } = await makeToken({ db }, admin, { name: 'HR-systemet', scopes, days: null })
  const authorization = { authorization: `Bearer ${secret}` }
  return {
    admin,
    post: async (body, headers = {}) => {
      const request = new Request('http://localhost/api/v1/observations', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization, ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
      })
      return read(await answerApi(services, request, 'data.import', postObservations))
    },
    get: async path => {
      const run = path.startsWith('/api/v1/indicators') ? getIndicators : getObservations
      const request = new Request(`http://localhost${path}`, { headers: authorization })
      return read(await answerApi(services, request, 'data.read', run))
    },
  }
}
