import { NotAllowedError } from '../errors.ts'
import type { Actor } from './actor.ts'
import { type Action, can } from './can.ts'

/** @throws NotAllowedError */
export function requireCan<A extends Action>(actor: Actor, action: A, thing: Parameters<typeof can<A>>[2]): void {
  if (!can(actor, action, thing)) throw new NotAllowedError(action)
}
