import { z } from 'zod'
import { batch, MAX_OBSERVATIONS } from './given-schemas.ts'
import { PROBLEMS, type ProblemCode } from './problem.ts'
import {
  batchAnswer,
  indicatorPage,
  indicatorQuery,
  observationPage,
  observationQuery,
  problem,
} from './shown-schemas.ts'
import { sv } from './sv.ts'

type Json = Record<string, unknown>

/** JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io })
  return rest
}

function parameters(query: z.ZodObject): Json[] {
  const { properties = {} } = jsonSchema(query, 'input') as { properties?: Record<string, Json> }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: false,
    ...(description !== undefined && { description }),
    schema,
  }))
}

const answered = (description: string, schema: z.ZodType): Json => ({
  description,
  content: { 'application/json': { schema: jsonSchema(schema, 'output') } },
})

/** Problems by status; several have the same. */
function problems(codes: readonly ProblemCode[]): Json {
  const byStatus = new Map<number, string[]>()
  for (const code of codes) {
    const { status, title } = PROBLEMS[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${title} (${code})`])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, titles]) => [
      String(status),
      {
        description: titles.join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const EVERY: ProblemCode[] = ['no-token', 'invalid-token', 'scope-missing', 'too-many-requests', 'unforeseen']
const READS: ProblemCode[] = [...EVERY, 'invalid-query']
const WRITES: ProblemCode[] = [
  ...EVERY,
  'not-json',
  'invalid-idempotency-key',
  'body-too-large',
  'wrong-media-type',
  'invalid-body',
  'idempotency-key-reused',
]

/** The API's description (OpenAPI 3.1), made of the schemas that requests are read with. */
export const openapi = (): Json => ({
  openapi: '3.1.0',
  info: { title: sv.title, version: '1.0.0', description: sv.description },
  servers: [{ url: '/' }],
  security: [{ token: [] }],
  paths: {
    '/api/v1/observations': {
      get: {
        operationId: 'listObservations',
        summary: sv.listObservations,
        parameters: parameters(observationQuery),
        responses: { 200: answered(sv.page, observationPage), ...problems(READS) },
      },
      post: {
        operationId: 'sendObservations',
        summary: sv.sendObservations(MAX_OBSERVATIONS),
        description: sv.sendDescription,
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description: sv.idempotencyKey,
            schema: { type: 'string', minLength: 1, maxLength: 200 },
          },
        ],
        requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(batch, 'input') } } },
        responses: { 200: answered(sv.sent, batchAnswer), ...problems(WRITES) },
      },
    },
    '/api/v1/indicators': {
      get: {
        operationId: 'listIndicators',
        summary: sv.listIndicators,
        parameters: parameters(indicatorQuery),
        responses: { 200: answered(sv.page, indicatorPage), ...problems(READS) },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', description: sv.token } },
    schemas: { Problem: jsonSchema(problem, 'output') },
  },
})
