import type { Db } from '#db/client.ts'
import { organisation } from '#db/schema/organisation.ts'
import { appUser } from '#db/schema/user.ts'
import type { Actor, Role } from '../../policies/actor.ts'

/** A new organisation with one person of the role, named `name`. */
export async function makeActor(db: Db, role: Role = 'mas', name = 'MAS'): Promise<Actor> {
  const [place] = await db
    .insert(organisation)
    .values({ name: 'Exempelkommun', diaryNumberPattern: '.*', diaryNumberExample: 'VON/2024:18' })
    .returning()
  if (!place) throw new Error('insert returned no organisation')
  return makeColleague(db, place.id, role, name)
}

export async function makeColleague(db: Db, organisationId: string, role: Role, name: string): Promise<Actor> {
  const [user] = await db
    .insert(appUser)
    .values({ organisationId, login: crypto.randomUUID(), name, title: '' })
    .returning()
  if (!user) throw new Error('insert returned no user')
  return { id: user.id, organisationId, name, title: '', grants: [{ boardId: null, role }] }
}
