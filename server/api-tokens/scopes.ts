/** What a token may be used for. */
export const SCOPES = ['observations:read', 'observations:write'] as const

export type Scope = (typeof SCOPES)[number]
