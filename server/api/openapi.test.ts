import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '#db/testing/test-database.ts'
import { openapi } from './openapi.ts'
import { type Answered, type ApiClient, apiClient } from './testing/api-client.ts'

const database = testDatabase()
let client: ApiClient
let described: OpenApi

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0]
interface OpenApi {
  openapi: string
  components: { schemas: Record<string, JsonSchema> }
  paths: Record<string, Record<string, Operation>>
}
interface Operation {
  requestBody?: { content: Record<string, { schema: JsonSchema }> }
  responses: Record<string, { content: Record<string, { schema: JsonSchema }> }>
}

beforeAll(async () => {
  client = await apiClient(database)
  // As it is sent: JSON.
  described = JSON.parse(JSON.stringify(openapi()))
})

/** The schema that the description has for an answer; nothing may be answered that it does not name. */
function schemaOf(path: string, method: string, { status, type }: Answered): z.ZodType {
  const content = described.paths[path]?.[method]?.responses[String(status)]?.content
  const schema = content?.[(type ?? '').split(';')[0] ?? '']?.schema
  if (!schema) throw new Error(`${method} ${path} ${status} ${type} is not described`)
  const { $ref } = schema as { $ref?: string }
  const found = $ref ? described.components.schemas[$ref.split('/').at(-1) ?? ''] : schema
  return z.fromJSONSchema({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(found as object),
  } as JsonSchema)
}

const ABSENCE = { id: 'hr/sjukfranvaro', name: 'Sjukfrånvaro', unit: 'percent', decimals: 1 }
const observations = [
  { indicator: 'hr/sjukfranvaro', period: '2023', value: '7.4', numerator: 74, denominator: 1000, note: 'Not' },
  { indicator: 'hr/sjukfranvaro', period: '2022', value: null, gender: 'K', status: 'suppressed' },
  { indicator: 'hr/sjukfranvaro', period: '2023', kind: 'target', value: null, goal: 'minska' },
]

describe('the description', () => {
  test('is OpenAPI 3.1 of these paths', () => {
    expect(described.openapi).toBe('3.1.0')
    expect(Object.keys(described.paths)).toEqual(['/api/v1/observations', '/api/v1/indicators'])
  })

  test('is true of every kind of answer', async () => {
    const post = (body: unknown, headers = {}) => client.post(body, headers)
    const answers: [string, string, Answered][] = [
      ['/api/v1/observations', 'post', await post({ indicators: [ABSENCE], observations })],
      ['/api/v1/observations', 'post', await post({ observations })],
      ['/api/v1/observations', 'post', await post('{')],
      ['/api/v1/observations', 'post', await post({ observations: [] })],
      ['/api/v1/observations', 'post', await post({ observations }, { 'content-type': 'text/plain' })],
      ['/api/v1/observations', 'post', await post({ observations }, { authorization: '' })],
      ['/api/v1/observations', 'get', await client.get('/api/v1/observations?limit=1')],
      ['/api/v1/observations', 'get', await client.get('/api/v1/observations?limit=x')],
      ['/api/v1/indicators', 'get', await client.get('/api/v1/indicators')],
    ]
    expect(answers.map(([, , { status }]) => status)).toEqual([200, 200, 400, 422, 415, 401, 200, 400, 200])
    for (const [path, method, answered] of answers) schemaOf(path, method, answered).parse(answered.body)
    // A description that takes anything would be true as well.
    const [first] = answers
    if (first) expect(schemaOf(first[0], first[1], first[2]).safeParse({ written: 'två' }).success).toBe(false)
  })

  test('of a batch takes and refuses what the route does', async () => {
    const operation = described.paths['/api/v1/observations']?.post
    const schema = z.fromJSONSchema(operation?.requestBody?.content['application/json']?.schema as JsonSchema)
    const bodies = [
      { observations },
      { observations: [{ ...observations[0], value: 12.5 }] },
      { observations: [{ ...observations[0], kind: 'x' }] },
      { observations: [{ ...observations[2], goal: 'bättre' }] },
      { observations: [{ ...observations[0], value: '7,4' }] },
      { observations: [{ ...observations[0], more: 1 }] },
      {},
    ]
    const routeTakes = await Promise.all(bodies.map(async body => (await client.post(body)).status === 200))
    expect(bodies.map(body => schema.safeParse(body).success)).toEqual(routeTakes)
    expect(routeTakes).toEqual([true, true, false, false, false, false, false])
  })
})
