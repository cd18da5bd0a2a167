import { z } from 'zod'

/** What the service answers, as far as it is used (CSC API v2.0, 11). */

const text = z.string().min(1).max(8192)

export const infoAnswer = z.object({
  methods: z.array(z.string()).optional(),
  /** Base address of the OAuth 2.0 server, or its issuer (RFC 8414). */
  oauth2: z.url().optional(),
  oauth2Issuer: z.url().optional(),
})

export const metadataAnswer = z.object({ token_endpoint: z.url() })

/** RFC 6749, 5.1. */
export const tokenAnswer = z.object({ access_token: text, expires_in: z.coerce.number().positive().optional() })

export const listAnswer = z.object({ credentialIDs: z.array(text) })

/** An object of authentication (8.3.1). */
const authObject = z.object({
  type: z.string(),
  id: z.string().min(1).max(200),
  label: z.string().min(1).max(200).optional(),
  /** "N": digits; "A": any sign. */
  format: z.string().optional(),
})
export type AuthObject = z.infer<typeof authObject>

export const credentialAnswer = z.object({
  key: z.object({ status: z.string(), algo: z.array(z.string()) }),
  cert: z.object({ status: z.string().optional(), certificates: z.array(z.base64()).min(1).max(20) }),
  auth: z.object({
    mode: z.string(),
    expression: z.string().optional(),
    objects: z.array(authObject).max(8).optional(),
  }),
})
export type Credential = z.infer<typeof credentialAnswer>

/** What the person is asked; null where it was sent to them. */
export const challengeAnswer = z.union([z.object({ challenge: text }), z.null()])

/** 200 with the signature activation data, or 202 with what to ask again by. */
export const authorizeAnswer = z.union([z.object({ SAD: text }), z.object({ handle: text })])

/** At once, or later by signatures/signPolling. */
export const signAnswer = z.union([
  z.object({ signatures: z.array(z.base64()).length(1) }),
  z.object({ responseID: text }),
])

/** Also of OAuth 2.0 (RFC 6749, 5.2). */
export const errorAnswer = z.object({ error: z.string(), error_description: z.string().optional() })
