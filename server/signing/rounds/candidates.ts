import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { appUser, roleGrant } from '#db/schema/user.ts'
import { byName } from '../../by-name.ts'
import type { Actor } from '../../policies/actor.ts'
import { can, type ReportThing } from '../../policies/can.ts'

export interface Candidate {
  id: string
  name: string
  title: string
}

/** Who can be asked to sign a report: everybody with an account in use who may read it. */
export async function possibleSigners(db: Db | Tx, thing: ReportThing): Promise<Actor[]> {
  const rows = await db
    .select({ user: appUser, boardId: roleGrant.boardId, role: roleGrant.role })
    .from(appUser)
    .innerJoin(roleGrant, eq(roleGrant.userId, appUser.id))
    .where(and(eq(appUser.organisationId, thing.organisationId), eq(appUser.active, true)))
  const people = new Map<string, Actor>()
  for (const { user, boardId, role } of rows) {
    const known = people.get(user.id) ?? { ...user, grants: [] }
    people.set(user.id, { ...known, grants: [...known.grants, { boardId, role }] })
  }
  return [...people.values()].filter(person => can(person, 'report.read', thing)).sort(byName)
}

/** The same, without their rights. */
export const asCandidates = (people: Actor[]): Candidate[] => people.map(({ id, name, title }) => ({ id, name, title }))
