import { openapi } from '#server/api/openapi.ts'

/** What the API is; anybody may know it. */
export const GET = (): Response => Response.json(openapi())
