import type { Scope } from '../api-tokens/scopes.ts'
import { NotAllowedError } from '../errors.ts'
import type { OrganisationThing } from './can.ts'

/** Another system that acts for the organisation by a token. It is nobody's stand-in: it has its scopes and no role. */
export interface TokenActor {
  tokenId: string
  organisationId: string
  /** What people call the system. */
  name: string
  scopes: readonly Scope[]
  /** Id of the user who made the token and answers for what it brings. */
  madeBy: string
}

export type TokenAction = 'data.read' | 'data.import'

const NEEDS: Record<TokenAction, Scope> = { 'data.read': 'observations:read', 'data.import': 'observations:write' }

/** As `can()` for people: the one place that decides what a token may do. */
export const tokenCan = (token: TokenActor, action: TokenAction, thing: OrganisationThing): boolean =>
  thing.organisationId === token.organisationId && token.scopes.includes(NEEDS[action])

/** @throws NotAllowedError */
export function requireTokenCan(token: TokenActor, action: TokenAction, thing: OrganisationThing): void {
  if (!tokenCan(token, action, thing)) throw new NotAllowedError(action)
}
