import type { Authentication } from '#db/schema/signing.ts'

/** What the server itself knows of who asks, for the evidence. */
export interface RequestFacts {
  /** Null where only a proxy is known. */
  ip: string | null
  /** How the session began; null where that is not known. */
  authentication: Authentication | null
}
